/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is learned from questions that were asked again. */
#include "config.h"

#include "store/imp-learning.h"

#include <math.h>

#include "store/imp-answers.h"
#include "store/imp-facts.h"
#include "store/imp-store-private.h"

G_STATIC_ASSERT (IMP_VERDICT_STILL_THERE == 3);

/* A fix as a whole was asked about the irritant that it removes, where that is one only. */
static const char SQL_SELECT_PAIRS[] =
    "SELECT r.people, r.often, r.minutes, c.people, c.often, c.minutes FROM confirmation c"
    " JOIN report r ON r.irritant = coalesce (c.irritant, (SELECT max (irritant) FROM removal"
    " WHERE fix = c.fix HAVING count (DISTINCT irritant) = 1)) AND r.date <= c.date"
    " WHERE c.verdict = 3 AND coalesce (c.people, c.often, c.minutes) IS NOT NULL"
    " AND coalesce (r.people, r.often, r.minutes) IS NOT NULL";

static gboolean
read_pairs (ImpStore *store, GArray *pairs, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_PAIRS);

  while (imp_statement_next (select))
    {
      ImpAnswer first[IMP_N_TOLD], later[IMP_N_TOLD];

      imp_statement_get_answers (select, 0, IMP_N_TOLD, first);
      imp_statement_get_answers (select, IMP_N_TOLD, IMP_N_TOLD, later);
      for (ImpQuestion q = 0; q < IMP_N_TOLD; q++)
        {
          const ImpAnswerPair pair = { q, first[q], later[q] };

          g_array_append_val (pairs, pair);
        }
    }
  return imp_statement_end (select, error);
}

static double
round_to_tenths (double value)
{
  return round (value * 10) / 10;
}

gboolean
imp_learning_load (ImpStore *store, GError **error)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (ImpAnswerPair));
  ImpLearned *learned = &store->learned;

  if (!read_pairs (store, pairs, error))
    return FALSE;
  imp_learned_init (learned, (const ImpAnswerPair *) (gpointer) pairs->data, pairs->len);
  for (guint i = 0; i < G_N_ELEMENTS (learned->spread); i++)
    {
      learned->spread[i] = round_to_tenths (learned->spread[i]);
      learned->bias[i] = round_to_tenths (learned->bias[i]);
    }
  return TRUE;
}

gboolean
imp_learning_follow (ImpStore *store, gboolean *moved, GError **error)
{
  const ImpLearned before = store->learned;

  if (!imp_learning_load (store, error))
    return FALSE;
  *moved = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (before.spread); i++)
    *moved |=
        before.spread[i] != store->learned.spread[i] || before.bias[i] != store->learned.bias[i];
  return TRUE;
}
