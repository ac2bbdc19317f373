/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measurements of what is known already while somebody types. */
#include "config.h"

#include "bench-similar.h"

#include "bench-words.h"
#include "store/imp-similar-table.h"
#include "support/near-duplicates.h"

#define N_QUESTIONS 200
#define N_SITES     24
#define SMALL       100000
#define BAR_MS      50

/* What somebody types who does not know what others called it: a title or what was said, in other
 * words, and so far as it is typed. */
static char *
make_question (GRand *rand, guint i)
{
  g_autofree char *text = i % 2 == 0 ? bench_words_make_title (rand) : bench_words_make_said (rand);
  g_autofree char *other = near_duplicates_make (text, rand);
  const glong n = g_utf8_strlen (other, -1);

  return g_utf8_substring (other, 0, g_rand_int_range (rand, (gint32) n / 2, (gint32) n + 1));
}

typedef struct
{
  ImpStore *store;
  GRand *rand;
  guint n_asked;
} Subject;

static gboolean
ask (gpointer data, GError **error)
{
  Subject *self = data;
  g_autofree char *question = make_question (self->rand, self->n_asked);
  g_autofree char *site = bench_words_name_site (self->n_asked++ % N_SITES);
  g_autoptr (GPtrArray) found =
      imp_store_find_similar (self->store, question, site, NULL, IMP_SIMILAR_MOST, NULL, error);

  return found != NULL;
}

gboolean
bench_similar_measure (BenchTable *table, const char *path, guint seed, guint size, GError **error)
{
  const ImpClock clock = imp_clock_system ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Subject subject = { imp_store_open (path, "Bench", &clock, error), rand, 0 };
  BenchMeasure measure = { "already known, p95",
                           size,
                           N_QUESTIONS,
                           ask,
                           .data = &subject,
                           .clock = BENCH_CLOCK_CPU,
                           .bar = { BENCH_BAR_VALUE, BAR_MS },
                           .share = 0.95 };
  gboolean done;

  if (subject.store == NULL)
    return FALSE;
  if (size > SMALL)
    measure.bar = (BenchBar) { 0 };
  done = bench_table_measure (table, &measure, error);
  imp_store_close (subject.store);
  return done;
}
