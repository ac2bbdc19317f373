/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A query as people read it. */
#include "config.h"

#include "model/imp-query-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
get_yes_or_no (const ImpQueryFilter *filter)
{
  const gboolean yes = filter->negated == (filter->choice == IMP_QUERY_NO);

  if (filter->key == IMP_QUERY_PINNED)
    return yes ? _ ("Pinned") : _ ("Not pinned");
  return yes ? _ ("Customers see it") : _ ("Customers do not see it");
}

static char *
dup_day (const ImpQueryFilter *filter)
{
  const gboolean month = strlen (filter->value) == strlen ("2026-03");
  g_autofree char *day =
      month ? imp_date_to_month_words (filter->day) : imp_date_to_words_year (filter->day);

  if (filter->key == IMP_QUERY_SINCE)
    /* Translators: %s is "1 March 2026" or "March 2026" */
    return g_strdup_printf (_ ("Since %s"), day);
  /* Translators: %s is "1 March 2026" or "March 2026" */
  return g_strdup_printf (_ ("Before %s"), day);
}

static const char *
get_choice (const ImpQueryFilter *filter, gboolean *negated)
{
  static const char *const unknown[] = {
    N_ ("People not known"), N_ ("How often not known"), N_ ("Minutes not known"),
    N_ ("Effort not known"), N_ ("An answer not known"),
  };

  if (filter->key == IMP_QUERY_UNKNOWN)
    return _ (unknown[filter->choice]);
  if (filter->key != IMP_QUERY_HAS && !imp_query_key_is_yes_or_no (filter->key))
    return imp_query_value_get_label (filter->key, (guint) filter->choice);
  *negated = FALSE;
  if (filter->key != IMP_QUERY_HAS)
    return get_yes_or_no (filter);
  return filter->negated ? _ ("Without a photo") : _ ("With a photo");
}

/* negated: whether that is still to be said. */
static char *
dup_value (const ImpQueryFilter *filter, gboolean *negated)
{
  *negated = filter->negated;
  if (filter->choice >= 0)
    return g_strdup (get_choice (filter, negated));
  if (filter->day != IMP_DATE_NONE)
    return dup_day (filter);
  if (imp_query_key_get_sort (filter->key) == IMP_QUERY_NAMES && *filter->value != '\0')
    return g_strdup (filter->value);
  return imp_query_filter_to_text (filter); /* as it makes no sense */
}

/* Takes `words`, which may be NULL, and `value`. */
static char *
join (char *words, char *value, gboolean negated)
{
  g_autofree char *before = words, *mine = value;

  if (before == NULL)
    /* Translators: all but those of this site: "Not Lyon" */
    return negated ? g_strdup_printf (_ ("Not %s"), mine) : g_steal_pointer (&mine);
  if (negated)
    /* Translators: as in: Lyon, not Porto */
    return g_strdup_printf (_ ("%s, not %s"), before, mine);
  /* Translators: as in: Lyon or Porto */
  return g_strdup_printf (_ ("%s or %s"), before, mine);
}

static char *
add_values (char *words, const ImpQuery *query, ImpQueryKey key, gboolean which)
{
  for (guint i = 0; i < imp_query_get_n_filters (query); i++)
    {
      const ImpQueryFilter *filter = imp_query_get_filter (query, i);
      gboolean negated;
      char *value;

      if (filter->key != key || filter->negated != which)
        continue;
      value = dup_value (filter, &negated);
      words = join (words, value, negated);
    }
  return words;
}

char *
imp_query_key_to_words (const ImpQuery *query, ImpQueryKey key)
{
  char *words = add_values (add_values (NULL, query, key, FALSE), query, key, TRUE);

  return words != NULL ? words : g_strdup (imp_query_key_get_any (key));
}

static char *
quote (const char *search)
{
  return *search == '"' ? g_strdup (search) : g_strdup_printf (_ ("“%s”"), search);
}

static void
append (GString *words, const char *part)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
}

char *
imp_query_to_words (const ImpQuery *query)
{
  GString *words = g_string_new (NULL);
  g_autofree char *search = imp_query_dup_words (query);
  g_autofree char *quoted = quote (search);

  if (!imp_query_has_key (query, IMP_QUERY_STATE))
    append (words, imp_query_value_get_label (IMP_QUERY_STATE, IMP_QUERY_STATE_UNFIXED));
  for (ImpQueryKey key = 0; key < IMP_N_QUERY_KEYS; key++)
    {
      g_autofree char *one = imp_query_key_to_words (query, key);

      if (imp_query_has_key (query, key))
        append (words, one);
    }
  if (*search != '\0')
    append (words, quoted);
  return g_string_free_and_steal (words);
}
