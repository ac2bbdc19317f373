/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What erasing somebody does, in words. */
#include "config.h"

#include "ui/people/imp-erasure-words.h"

#include "base/imp-text.h"
#include "model/imp-field-labels.h"

#include <glib/gi18n.h>

/* As a colleague would call it, where the fields of a kind have more names than they need. */
static const char *
name_place (const ImpMention *mention)
{
  switch (mention->kind)
    {
    case IMP_KIND_IRRITANT:
      return mention->field == IMP_IRRITANT_TITLE ? _ ("The title of an irritant")
                                                  : _ ("What is written about an irritant");
    case IMP_KIND_REPORT:
      return _ ("What a colleague said");
    case IMP_KIND_CONFIRMATION:
      return _ ("What a colleague said when asked again");
    case IMP_KIND_OBSERVATION:
      return _ ("What was heard on a round");
    case IMP_KIND_FIX:
      return mention->field == IMP_FIX_THANKS ? _ ("Thanks for a fix")
                                              : _ ("What is written about a fix");
    case IMP_KIND_PROMISE:
      return _ ("A promise");
    case IMP_KIND_ANNOUNCEMENT:
    case IMP_KIND_ENTRY:
      return mention->published ? _ ("A published announcement") : _ ("An announcement");
    case IMP_KIND_ATTACHMENT:
      return _ ("The name of a photo or file");
    case IMP_KIND_NONE:
    case IMP_KIND_ORGANISATION:
    case IMP_KIND_SITE:
    case IMP_KIND_DEPARTMENT:
    case IMP_KIND_OFFERING:
    case IMP_KIND_PERSON:
    case IMP_KIND_REMOVAL:
    case IMP_KIND_STEP:
    case IMP_KIND_OUTCOME:
    case IMP_KIND_TAGGING:
    case IMP_KIND_VIEW:
    case IMP_KIND_ROUND:
    case IMP_KIND_MEETING:
    case IMP_KIND_TOLD:
    default:
      return imp_kind_get_label (mention->kind);
    }
}

char *
imp_erasure_words_place (const ImpMention *mention)
{
  const char *place = name_place (mention);

  if (imp_text_is_empty (mention->about))
    return g_strdup (place);
  /* Translators: where a name occurs, and what that is about: "What a colleague said · Printer
   * jams" */
  return g_strdup_printf (_ ("%s · %s"), place, mention->about);
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
      return g_strdup_printf (ngettext ("%lu report stays, without the name.",
                                        "%lu reports stay, without the name.", n),
                              n);
    case IMP_PERSON_PROMISED:
      return g_strdup_printf (ngettext ("%lu promise stays, without the name.",
                                        "%lu promises stay, without the name.", n),
                              n);
    case IMP_PERSON_FIXED:
      return g_strdup_printf (
          ngettext ("%lu fix stays, without the name.", "%lu fixes stay, without the name.", n), n);
    case IMP_PERSON_CONFIRMED:
      return g_strdup_printf (ngettext ("%lu answer to “Is it gone?” stays, without the name.",
                                        "%lu answers to “Is it gone?” stay, without the name.", n),
                              n);
    case IMP_PERSON_REMARKED:
      return g_strdup_printf (ngettext ("%lu remark stays, without the name.",
                                        "%lu remarks stay, without the name.", n),
                              n);
    case IMP_PERSON_ANNOUNCED:
    case IMP_N_PERSON_PARTS:
    default:
      return NULL;
    }
}

char *
imp_erasure_words_copies (gulong n, const char *second)
{
  g_autofree char *here = g_strdup_printf (
      ngettext ("%lu backup on this computer", "%lu backups on this computer", n), n);

  if (second == NULL)
    return g_steal_pointer (&here);
  if (n == 0)
    return g_strdup_printf (_ ("The backups in “%s”"), second);
  /* Translators: "3 backups on this computer", then a folder */
  return g_strdup_printf (_ ("%s, and those in “%s”"), here, second);
}

char *
imp_erasure_words_left (const ImpErased *erased)
{
  g_autofree char *left = g_strjoinv ("\n", erased->left);

  if (erased->left[0] == NULL)
    return g_strdup (erased->trouble);
  return g_strdup_printf (_ ("%s.\n\nThe name may still stand in:\n%s"), erased->trouble, left);
}
