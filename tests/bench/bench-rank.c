/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measurements of the order and its groups: reckoning only, no store. */
#include "config.h"

#include "bench-rank.h"

#include <string.h>

#include "model/imp-asking.h"
#include "model/imp-top-ten.h"

#define FRAME 16.0 /* milliseconds */
#define SMALL 100000

typedef struct
{
  GRand *rand;
  guint size;
  ImpFacts *facts;
  ImpUuid *uuids;
  ImpMedians medians;
  ImpRank *rank;
  guint32 *items;
} Subject;

/* Every way of knowing, one in five unknown, as the irritants of the other measurements. */
static ImpAnswer
make_answer (GRand *rand)
{
  int kind = g_rand_int_range (rand, 0, 5);

  return (ImpAnswer) { kind == 0 ? 0 : g_rand_int_range (rand, 1, IMP_N_BANDS + 1), 0,
                       (ImpKnown) kind };
}

static ImpRankEntry
reckon (const Subject *self, guint i)
{
  ImpImpact impact;
  ImpEstimate estimate;

  imp_impact_compute (&self->facts[i], &self->medians, &impact);
  estimate = imp_impact_get_impact (&impact);
  return imp_rank_entry (i + 1, imp_rank_get_tie (&self->uuids[i]), &estimate);
}

/* An answer changes, and with it a place. */
static gboolean
change_one (gpointer data, GError **error)
{
  Subject *self = data;
  guint i = (guint) g_rand_int_range (self->rand, 0, (gint32) self->size);
  ImpRankEntry entry;

  self->facts[i].answer[IMP_QUESTION_MINUTES] = make_answer (self->rand);
  entry = reckon (self, i);
  return imp_rank_change (self->rank, &entry).to != IMP_RANK_NONE;
}

static gboolean
draw_chances (Subject *self)
{
  guint n;
  const ImpRankEntry *entries = imp_rank_get_entries (self->rank, &n);
  g_autoptr (ImpTopTen) top_ten = imp_top_ten_draw (entries, n);

  return imp_top_ten_get_chance (top_ten, &entries[0]) >= -1;
}

static gboolean
change_one_and_draw (gpointer data, GError **error)
{
  return change_one (data, error) && draw_chances (data);
}

static gboolean
find_asking (gpointer data, GError **error)
{
  g_autoptr (GArray) positions = imp_asking_find (((Subject *) data)->rank, 50);

  return positions->len > 0;
}

/* A median moves, and with it every irritant that has an unknown answer. */
static gboolean
rank_all (gpointer data, GError **error)
{
  Subject *self = data;
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (ImpRankEntry), self->size);

  self->medians.value[IMP_QUESTION_PEOPLE] *= 1.1;
  for (guint i = 0; i < self->size; i++)
    {
      ImpRankEntry entry = reckon (self, i);

      g_array_append_val (entries, entry);
    }
  g_clear_pointer (&self->rank, imp_rank_free);
  self->rank = imp_rank_new (entries);
  return draw_chances (self);
}

/* What no order can do without: the numbers in order, copied for a list. */
static gboolean
copy_items (gpointer data, GError **error)
{
  Subject *self = data;
  guint n;
  const ImpRankEntry *entries = imp_rank_get_entries (self->rank, &n);

  for (guint i = 0; i < n; i++)
    self->items[i] = entries[i].item;
  return TRUE;
}

static void
init_subject (Subject *self, guint seed, guint size)
{
  *self = (Subject) { g_rand_new_with_seed (seed), size,
                      g_new0 (ImpFacts, size),     g_new0 (ImpUuid, size),
                      imp_medians_default (),      NULL,
                      g_new (guint32, size) };
  for (guint i = 0; i < size; i++)
    {
      guint32 tie = g_rand_int (self->rand);

      memcpy (self->uuids[i].bytes, &tie, sizeof tie);
      self->facts[i].reporters = 1;
      self->facts[i].irritation = (ImpIrritation) g_rand_int_range (self->rand, 0, 5);
      for (ImpQuestion q = 0; q < IMP_N_QUESTIONS; q++)
        self->facts[i].answer[q] = make_answer (self->rand);
    }
}

static void
clear_subject (Subject *self)
{
  g_rand_free (self->rand);
  g_free (self->facts);
  g_free (self->uuids);
  g_free (self->items);
  g_clear_pointer (&self->rank, imp_rank_free);
}

gboolean
bench_rank_measure (BenchTable *table, guint seed, guint size, GError **error)
{
  const double bar = size <= SMALL ? 100 : 1000;
  const struct
  {
    const char *name;
    BenchFunc func;
    double limit;
  } lines[] = {
    { "reckoning and ranking all, with chances", rank_all, bar },
    { "one answer changed: order and groups", change_one, FRAME },
    { "one answer changed: chances as well", change_one_and_draw, bar },
    { "what is worth asking", find_asking, bar },
  };
  Subject subject;
  gboolean done;

  init_subject (&subject, seed, size);
  done = rank_all (&subject, error);
  for (guint i = 0; i < G_N_ELEMENTS (lines) && done; i++)
    done = bench_table_measure (table,
                                &(BenchMeasure) { lines[i].name,
                                                  size,
                                                  15,
                                                  lines[i].func,
                                                  copy_items,
                                                  NULL,
                                                  &subject,
                                                  BENCH_CLOCK_CPU,
                                                  { BENCH_BAR_VALUE, lines[i].limit } },
                                error);
  clear_subject (&subject);
  return done;
}
