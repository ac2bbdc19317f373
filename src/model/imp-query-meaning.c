/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a query asks for, and what is wrong with it. */
#include "config.h"

#include "model/imp-query.h"

#include <glib/gi18n-lib.h>

static const guint state_masks[] = {
  [IMP_QUERY_STATE_OPEN] = 1u << IMP_STATE_OPEN,
  [IMP_QUERY_STATE_PLANNED] = 1u << IMP_STATE_PLANNED,
  [IMP_QUERY_STATE_BEING_FIXED] = 1u << IMP_STATE_BEING_FIXED,
  [IMP_QUERY_STATE_FIXED] = 1u << IMP_STATE_FIXED,
  [IMP_QUERY_STATE_CONFIRMED] = 1u << IMP_STATE_CONFIRMED,
  [IMP_QUERY_STATE_DECLINED] = 1u << IMP_STATE_DECLINED,
  [IMP_QUERY_STATE_UNFIXED] = IMP_STATES_NOT_FIXED,
  [IMP_QUERY_STATE_ANY] = IMP_STATES_ALL,
};

static guint
get_states_of (const ImpQueryFilter *filter)
{
  return filter->choice >= 0 ? state_masks[filter->choice] : 0;
}

guint
imp_query_get_states (const ImpQuery *self)
{
  guint wanted = 0, unwanted = 0;
  gboolean any_wanted = FALSE, any_unwanted = FALSE;

  for (guint i = 0; i < imp_query_get_n_filters (self); i++)
    {
      const ImpQueryFilter *filter = imp_query_get_filter (self, i);

      if (filter->key != IMP_QUERY_STATE)
        continue;
      *(filter->negated ? &unwanted : &wanted) |= get_states_of (filter);
      *(filter->negated ? &any_unwanted : &any_wanted) = TRUE;
      if (filter->negated && filter->choice < 0)
        unwanted = IMP_STATES_ALL;
    }
  if (!any_wanted)
    wanted = any_unwanted ? IMP_STATES_ALL : IMP_STATES_NOT_FIXED;
  return wanted & ~unwanted;
}

gboolean
imp_query_is_narrow (const ImpQuery *self)
{
  for (guint i = 0; i < imp_query_get_n_filters (self); i++)
    if (imp_query_get_filter (self, i)->key != IMP_QUERY_STATE)
      return TRUE;
  return imp_query_get_search (self) != NULL;
}

static char *
list_values (ImpQueryKey key)
{
  g_autofree char *list = g_strdup ("");

  for (guint i = 0; i < imp_query_key_get_n_values (key); i++)
    {
      g_autofree char *before = list;

      /* Translators: joins one after another what can be typed: "open, planned" */
      list = i == 0 ? g_strdup (imp_query_value_get_nick (key, i))
                    : g_strdup_printf (_ ("%s, %s"), before, imp_query_value_get_nick (key, i));
    }
  return g_steal_pointer (&list);
}

static char *
dup_problem_of (const ImpQueryFilter *filter)
{
  const ImpQuerySort sort = imp_query_key_get_sort (filter->key);
  const char *word = imp_query_key_get_word (filter->key);
  g_autofree char *values = list_values (filter->key);

  if (*filter->value == '\0')
    return g_strdup_printf (_ ("After “%s:” something is missing"), word);
  if (sort == IMP_QUERY_DAY && filter->day == IMP_DATE_NONE)
    return g_strdup_printf (_ ("“%s” is no day: type 2026-03-01, or 2026-03"), filter->value);
  if (sort != IMP_QUERY_CHOICE || filter->choice >= 0)
    return NULL;
  if (filter->key == IMP_QUERY_STATE)
    return g_strdup_printf (_ ("No state is called “%s”: there are %s"), filter->value, values);
  /* Translators: as in: “has:” does not know “dog”, only photo */
  return g_strdup_printf (_ ("“%s:” does not know “%s”, only %s"), word, filter->value, values);
}

char *
imp_query_dup_problem (const ImpQuery *self)
{
  for (guint i = 0; i < imp_query_get_n_filters (self); i++)
    {
      char *problem = dup_problem_of (imp_query_get_filter (self, i));

      if (problem != NULL)
        return problem;
    }
  return NULL;
}
