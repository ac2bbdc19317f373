/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measurements of the order through the store: what somebody waits for after an answer. */
#include "config.h"

#include "bench-order.h"

#include "backlog/imp-kept-order.h"
#include "model/imp-changes.h"
#include "store/imp-explained.h"

#define SMALL 100000
#define FRAME 16.0 /* milliseconds */

typedef struct
{
  ImpStore *store;
  GRand *rand;
  ImpRanking *ranking; /* that somebody reads */
  guint n_asked;
} Subject;

static ImpRanking *
rank (Subject *self, guint states, GError **error)
{
  g_autoptr (ImpQuery) query = imp_query_new (states, NULL);

  return imp_store_rank (self->store, query, IMP_SORT_IMPACT, NULL, error);
}

/* No two questions in a row are of the same states: none of them is found in memory. */
static gboolean
read_anew (gpointer data, GError **error)
{
  static const guint more[] = { 0, 1u << IMP_STATE_FIXED, 1u << IMP_STATE_CONFIRMED,
                                1u << IMP_STATE_DECLINED,
                                1u << IMP_STATE_FIXED | 1u << IMP_STATE_CONFIRMED };
  Subject *self = data;
  g_autoptr (ImpRanking) ranking =
      rank (self, IMP_STATES_NOT_FIXED | more[self->n_asked++ % G_N_ELEMENTS (more)], error);

  return ranking != NULL;
}

static ImpItem
draw_irritant (Subject *self)
{
  const GArray *items = self->ranking->items;

  return g_array_index (items, guint32, g_rand_int_range (self->rand, 0, (gint32) items->len));
}

/* Of a number that moves no median. */
static gboolean
answer (gpointer data, GError **error)
{
  Subject *self = data;
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpCommit) commit = { 0 };
  g_autofree char *minutes =
      g_strdup_printf ("%u measured", (guint) g_rand_int_range (self->rand, 1, 90));

  imp_changes_set_text (changes, draw_irritant (self), IMP_IRRITANT_MINUTES, minutes);
  return imp_store_commit (self->store, changes, &commit, error);
}

static gboolean
follow (gpointer data, GError **error)
{
  g_autoptr (ImpRanking) ranking = rank (data, IMP_STATES_NOT_FIXED, error);

  return ranking != NULL;
}

static gboolean
answer_and_follow (gpointer data, GError **error)
{
  return answer (data, error) && follow (data, error);
}

static gboolean
follow_and_keep (gpointer data, GError **error)
{
  Subject *self = data;
  g_autoptr (ImpRanking) latest = rank (self, IMP_STATES_NOT_FIXED, error);
  ImpRanking *kept = latest != NULL ? imp_kept_order_new (latest, self->ranking->items) : NULL;

  g_clear_pointer (&kept, imp_ranking_free);
  return latest != NULL;
}

static gboolean
follow_and_explain (gpointer data, GError **error)
{
  Subject *self = data;
  g_autoptr (ImpExplanation) explanation =
      imp_store_explain (self->store, draw_irritant (self), error);

  return explanation != NULL;
}

static gboolean
find_to_ask (gpointer data, GError **error)
{
  g_autoptr (GPtrArray) to_ask = imp_store_read_to_ask (((Subject *) data)->store, 50, NULL, error);

  return to_ask != NULL;
}

static gboolean
measure (BenchTable *table, Subject *subject, guint size, GError **error)
{
  const double bar = size <= SMALL ? 100 : 1000;
  const struct
  {
    const char *name;
    BenchFunc func, after;
    double limit;
  } lines[] = {
    { "order read from the file", read_anew, NULL, bar },
    { "order after one answer", follow, answer, size <= SMALL ? FRAME : bar },
    { "the same, and what is read stays", follow_and_keep, answer, bar },
    { "the same, and one is explained", follow_and_explain, answer, bar },
    { "the same, and what is worth asking", find_to_ask, answer, bar },
    { "one answer saved, and the order", answer_and_follow, NULL, bar },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (!bench_table_measure (table,
                              &(BenchMeasure) { lines[i].name,
                                                size,
                                                15,
                                                lines[i].func,
                                                NULL,
                                                lines[i].after,
                                                subject,
                                                BENCH_CLOCK_CPU,
                                                { BENCH_BAR_VALUE, lines[i].limit } },
                              error))
      return FALSE;
  return TRUE;
}

gboolean
bench_order_measure (BenchTable *table, const char *path, guint size, GError **error)
{
  const ImpClock clock = imp_clock_system ();
  Subject subject = { .store = imp_store_open (path, "Bench", &clock, error) };
  gboolean done;

  if (subject.store == NULL)
    return FALSE;
  subject.rand = g_rand_new_with_seed (1);
  subject.ranking = rank (&subject, IMP_STATES_NOT_FIXED, error);
  done = subject.ranking != NULL && measure (table, &subject, size, error);
  g_clear_pointer (&subject.ranking, imp_ranking_free);
  g_rand_free (subject.rand);
  imp_store_close (subject.store);
  return done;
}
