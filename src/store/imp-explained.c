/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Why an irritant stands where it stands, and what is worth asking. */
#include "config.h"

#include "store/imp-explained.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"
#include "store/imp-facts.h"
#include "store/imp-irritant-table.h"
#include "store/imp-item.h"
#include "store/imp-orders.h"
#include "store/imp-standings.h"
#include "store/imp-store-private.h"

static gboolean
read_facts (ImpStore *store,
            ImpItem irritant,
            char **title,
            ImpFacts *facts,
            ImpImpact *impact,
            GError **error)
{
  ImpIrritantFacts read;
  gboolean found;

  if (!imp_facts_read (store, irritant, &read, &found, error))
    return FALSE;
  *facts = read.facts;
  imp_impact_compute (facts, &store->medians, impact);
  *title = imp_store_dup_irritant_title (store, irritant, error);
  return *title != NULL;
}

static gboolean
describe (ImpStore *store, ImpExplanation *explanation, GError **error)
{
  for (guint i = 0; i < explanation->standings->len; i++)
    {
      const ImpStanding *standing = explanation->standings->pdata[i];
      g_autofree char *title = NULL;
      ImpFacts facts;
      ImpImpact impact;

      if (!read_facts (store, standing->item, &title, &facts, &impact, error))
        return FALSE;
      imp_explanation_describe (explanation, i, title, &facts, &impact);
    }
  return TRUE;
}

gboolean
imp_store_read_top_ten (ImpStore *store, ImpItem irritant, double *chance, GError **error)
{
  const ImpTopTen *top_ten;
  const ImpRank *rank =
      imp_orders_get_drawn (store, IMP_MEASURE_IMPACT, IMP_STATES_NOT_FIXED, &top_ten, error);
  const guint position = rank != NULL ? imp_rank_find (rank, (guint32) irritant) : IMP_RANK_NONE;
  guint n_entries;

  *chance = -1;
  if (position != IMP_RANK_NONE)
    *chance = imp_top_ten_get_chance (top_ten, &imp_rank_get_entries (rank, &n_entries)[position]);
  return rank != NULL;
}

ImpExplanation *
imp_store_explain (ImpStore *store, ImpItem irritant, GError **error)
{
  const ImpTopTen *top_ten;
  const ImpRank *rank =
      imp_orders_get_drawn (store, IMP_MEASURE_IMPACT, IMP_STATES_NOT_FIXED, &top_ten, error);
  g_autoptr (ImpExplanation) explanation = NULL;
  guint position, n_entries;

  if (rank == NULL)
    return NULL;
  position = imp_rank_find (rank, (guint32) irritant);
  if (position == IMP_RANK_NONE)
    {
      g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_FOUND,
                           _ ("it is not ranked, for it is fixed, declined or not there any more"));
      return NULL;
    }
  explanation = imp_explanation_new (
      rank, position,
      imp_top_ten_get_chance (top_ten, &imp_rank_get_entries (rank, &n_entries)[position]));
  explanation->day = imp_store_get_today (store);
  return describe (store, explanation, error)
                 && (!imp_explanation_is_ranked (explanation)
                     || imp_standings_read (store, irritant, position + 1, explanation->past,
                                            error))
             ? g_steal_pointer (&explanation)
             : NULL;
}

typedef struct
{
  double cut;
  const GArray *asked;
} Sitting;

/* Which are asked about; both may be NULL. */
typedef struct
{
  const GByteArray *among; /* 1 for each number of an item */
  const GArray *asked;     /* of ImpAsked */
} Choice;

/* NULL on failure. */
static ImpToAsk *
read_to_ask (ImpStore *store, const Sitting *sitting, ImpItem irritant, guint rank, GError **error)
{
  const guint asked = imp_asked_get_questions (sitting->asked, irritant);
  g_autoptr (ImpToAsk) to_ask = g_new0 (ImpToAsk, 1);

  to_ask->item = irritant;
  to_ask->rank = rank;
  to_ask->as_of = imp_store_print_vector (store, error);
  if (to_ask->as_of == NULL
      || !read_facts (store, irritant, &to_ask->title, &to_ask->facts, &to_ask->impact, error))
    return NULL;
  to_ask->asking = imp_asking_choose_next (&to_ask->facts, &to_ask->impact, sitting->cut, asked);
  return g_steal_pointer (&to_ask);
}

/* What is worth most first. */
static gint
compare_worth (gconstpointer a, gconstpointer b)
{
  const double first = ((const ImpToAsk *) a)->asking.value;
  const double second = ((const ImpToAsk *) b)->asking.value;

  return (second > first) - (second < first);
}

/* One more for each that was asked about already: all its questions may have been. */
static GPtrArray *
read_candidates (ImpStore *store, const ImpRank *rank, guint n, Choice choice, GError **error)
{
  const Sitting sitting = { imp_asking_get_cut (rank), choice.asked };
  const guint n_asked = choice.asked != NULL ? choice.asked->len : 0;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_to_ask_free);
  g_autoptr (GArray) positions = imp_asking_find_among (rank, choice.among, n + n_asked);
  const guint n_known = imp_rank_count_known (rank);
  guint n_entries;

  for (guint i = 0; i < positions->len; i++)
    {
      const guint position = g_array_index (positions, guint, i);
      const ImpRankEntry *entry = &imp_rank_get_entries (rank, &n_entries)[position];
      const guint number = position < n_known ? position + 1 : 0;
      g_autoptr (ImpToAsk) to_ask = read_to_ask (store, &sitting, entry->item, number, error);

      if (to_ask == NULL)
        return NULL;
      if (to_ask->asking.value > 0)
        g_ptr_array_add (all, g_steal_pointer (&to_ask));
    }
  return g_steal_pointer (&all);
}

static GPtrArray *
read_all_to_ask (ImpStore *store, guint n, Choice choice, GError **error)
{
  const ImpRank *rank = imp_orders_get (store, IMP_MEASURE_IMPACT, IMP_STATES_NOT_FIXED, error);
  g_autoptr (GPtrArray) all = rank != NULL ? read_candidates (store, rank, n, choice, error) : NULL;

  if (all == NULL)
    return NULL;
  g_ptr_array_sort_values (all, compare_worth);
  g_ptr_array_set_size (all, MIN ((int) all->len, (int) n));
  return g_steal_pointer (&all);
}

GPtrArray *
imp_store_read_to_ask (ImpStore *store, guint n, const GArray *asked, GError **error)
{
  return read_all_to_ask (store, n, (Choice) { .asked = asked }, error);
}

GPtrArray *
imp_store_read_to_ask_among (ImpStore *store, guint n, const GByteArray *among, GError **error)
{
  return read_all_to_ask (store, n, (Choice) { .among = among }, error);
}

gboolean
imp_store_weigh_top_ten (ImpStore *store, double *share, GError **error)
{
  const ImpTopTen *top_ten;
  const ImpRank *rank =
      imp_orders_get_drawn (store, IMP_MEASURE_IMPACT, IMP_STATES_NOT_FIXED, &top_ten, error);
  const ImpRankEntry *entries;
  guint n_entries;

  if (rank == NULL)
    return FALSE;
  entries = imp_rank_get_entries (rank, &n_entries);
  *share = imp_top_ten_weigh (top_ten, entries, n_entries);
  return TRUE;
}
