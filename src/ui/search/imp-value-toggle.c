/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a query becomes when a value is ticked. */
#include "config.h"

#include "base/imp-text.h"
#include "ui/search/imp-value-list.h"

static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *one = imp_text_fold (a), *other = imp_text_fold (b);

  return g_str_equal (one, other);
}

/* G_MAXUINT: it is not among the filters. */
static guint
find_filter (const ImpQuery *query, ImpQueryKey key, const char *value)
{
  for (guint i = 0; i < imp_query_get_n_filters (query); i++)
    {
      const ImpQueryFilter *filter = imp_query_get_filter (query, i);

      if (filter->key == key && !filter->negated && is_same (filter->value, value))
        return i;
    }
  return G_MAXUINT;
}

static gboolean
is_sum (const char *state)
{
  return imp_query_value_find (IMP_QUERY_STATE, state) >= IMP_QUERY_STATE_UNFIXED;
}

gboolean
imp_value_is_wanted (const ImpQuery *query, ImpQueryKey key, const char *value)
{
  if (key == IMP_QUERY_STATE && !imp_query_has_key (query, key))
    return imp_query_value_find (key, value) == IMP_QUERY_STATE_UNFIXED;
  return find_filter (query, key, value) != G_MAXUINT;
}

/* What is not yet fixed is asked for without saying so. */
static ImpQuery *
choose_sum (const ImpQuery *query, const char *state)
{
  g_autoptr (ImpQuery) without = imp_query_without_key (query, IMP_QUERY_STATE);

  if (imp_query_value_find (IMP_QUERY_STATE, state) == IMP_QUERY_STATE_UNFIXED)
    return g_steal_pointer (&without);
  return imp_query_with (without, IMP_QUERY_STATE, FALSE, FALSE, state);
}

static ImpQuery *
drop_sums (const ImpQuery *query)
{
  g_autoptr (ImpQuery) rest = imp_query_ref ((ImpQuery *) query);

  for (guint i = imp_query_get_n_filters (query); i > 0; i--)
    {
      const ImpQueryFilter *filter = imp_query_get_filter (query, i - 1);

      if (filter->key == IMP_QUERY_STATE && is_sum (filter->value))
        {
          ImpQuery *fewer = imp_query_without (rest, i - 1);

          imp_query_unref (rest);
          rest = fewer;
        }
    }
  return g_steal_pointer (&rest);
}

ImpQuery *
imp_value_toggle (const ImpQuery *query, ImpQueryKey key, const char *value)
{
  const guint at = find_filter (query, key, value);
  const gboolean is_day = imp_query_key_get_sort (key) == IMP_QUERY_DAY;
  g_autoptr (ImpQuery) rest = NULL;

  if (at != G_MAXUINT && !is_day)
    return imp_query_without (query, at);
  if (key == IMP_QUERY_STATE && is_sum (value))
    return choose_sum (query, value);
  if (key == IMP_QUERY_STATE)
    rest = drop_sums (query);
  else if (is_day || imp_query_key_is_yes_or_no (key))
    rest = imp_query_without_key (query, key);
  else
    rest = imp_query_ref ((ImpQuery *) query);
  return imp_query_with (rest, key, FALSE, TRUE, value);
}
