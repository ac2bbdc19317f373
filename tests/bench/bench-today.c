/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measurements of what wants something now. */
#include "config.h"

#include "bench-today.h"

#include "store/imp-today-table.h"

#define NOON_21_NOVEMBER_2026 G_GINT64_CONSTANT (1795262400000) /* the bench's backlogs end there */
#define N_FIRST               5
#define N_AGAIN               20
#define SMALL                 100000
#define BAR_MS                100

typedef struct
{
  const char *path;
  ImpStore *store;
} Subject;

static gboolean
reopen (gpointer data, GError **error)
{
  static const gint64 now_ms = NOON_21_NOVEMBER_2026;
  Subject *self = data;
  const ImpClock clock = imp_clock_fixed (&now_ms);

  g_clear_pointer (&self->store, imp_store_close);
  self->store = imp_store_open (self->path, "Bench", &clock, error);
  return self->store != NULL;
}

static gboolean
look (gpointer data, GError **error)
{
  g_autoptr (ImpToday) today = imp_store_read_today (((Subject *) data)->store, error);

  return today != NULL;
}

gboolean
bench_today_measure (BenchTable *table, const char *path, guint size, GError **error)
{
  Subject subject = { path, NULL };
  const BenchBar bar = size > SMALL ? (BenchBar) { 0 } : (BenchBar) { BENCH_BAR_VALUE, BAR_MS };
  BenchMeasure first = {
    "today, first",           size,      N_FIRST, look, .after_value = reopen, .data = &subject,
    .clock = BENCH_CLOCK_CPU, .bar = bar
  };
  BenchMeasure again = { "today, p95",     size,
                         N_AGAIN,          look,
                         .data = &subject, .clock = BENCH_CLOCK_CPU,
                         .bar = bar,       .share = 0.95 };
  gboolean done = reopen (&subject, error) && bench_table_measure (table, &first, error)
                  && look (&subject, error) && bench_table_measure (table, &again, error);

  g_clear_pointer (&subject.store, imp_store_close);
  return done;
}
