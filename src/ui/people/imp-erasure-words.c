/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What erasing somebody does, in words. */
#include "config.h"

#include "ui/people/imp-erasure-words.h"

#include "base/imp-text.h"
#include "model/imp-field-words.h"

#include <glib/gi18n.h>

char *
imp_erasure_words_place (const ImpMention *mention)
{
  GString *place = g_string_new (imp_kind_get_label (mention->kind));

  g_string_append_printf (place, " · %s", imp_field_get_label (mention->kind, mention->field));
  if (!imp_text_is_empty (mention->about))
    g_string_append_printf (place, " · %s", mention->about);
  if (mention->published)
    g_string_append_printf (place, " · %s", _ ("published"));
  return g_string_free_and_steal (place);
}

char *
imp_erasure_words_stays (const ImpPersonPage *page, ImpPersonPart part)
{
  gulong n = page->n[part];

  if (n == 0) /* "0 copies" would say nothing */
    return NULL;
  switch (part)
    {
    case IMP_PERSON_REPORTED:
      return g_strdup_printf (
          ngettext ("%lu report stays, without a name", "%lu reports stay, without a name", n), n);
    case IMP_PERSON_PROMISED:
      return g_strdup_printf (ngettext ("%lu promise stays, to nobody by name",
                                        "%lu promises stay, to nobody by name", n),
                              n);
    case IMP_PERSON_FIXED:
      return g_strdup_printf (ngettext ("%lu fix stays, done by nobody by name",
                                        "%lu fixes stay, done by nobody by name", n),
                              n);
    case IMP_PERSON_CONFIRMED:
      return g_strdup_printf (ngettext ("%lu answer to “Is it gone?” stays, without a name",
                                        "%lu answers to “Is it gone?” stay, without a name", n),
                              n);
    case IMP_PERSON_ANNOUNCED:
    case IMP_N_PERSON_PARTS:
    default:
      return NULL;
    }
}

char *
imp_erasure_words_copies (const ImpErasurePlan *plan, const char *second)
{
  gulong n = plan->n_backups;
  g_autofree char *here = g_strdup_printf (
      ngettext ("%lu older copy beside the backlog", "%lu older copies beside the backlog", n), n);

  if (second == NULL)
    return g_steal_pointer (&here);
  if (n == 0)
    return g_strdup_printf (_ ("Older copies in “%s”"), second);
  /* Translators: "3 older copies beside the backlog", then a folder */
  return g_strdup_printf (_ ("%s, and those in “%s”"), here, second);
}

char *
imp_erasure_words_keeping (const ImpErasurePlan *plan)
{
  g_autofree char *until =
      imp_date_is_set (plan->kept_until) ? imp_date_to_words_year (plan->kept_until) : NULL;

  if (until == NULL)
    return g_strdup (_ ("They hold the name until newer ones replace them. A restored one "
                        "is erased again."));
  return g_strdup_printf (_ ("They hold the name until newer ones replace them, the last about %s. "
                             "A restored one is erased again."),
                          until);
}

char *
imp_erasure_words_left (const ImpErased *erased)
{
  g_autofree char *left = g_strjoinv ("\n", erased->left);

  if (erased->left[0] == NULL)
    return g_strdup (erased->trouble);
  return g_strdup_printf (_ ("%s.\n\nThe name may still stand in:\n%s"), erased->trouble, left);
}
