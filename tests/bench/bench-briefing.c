/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measurements of the briefing before a round. */
#include "config.h"

#include "bench-briefing.h"

#include "store/imp-briefing-table.h"

#define ROUND   999999999
#define N_FIRST 5
#define N_AGAIN 20
#define SMALL   100000
#define BAR_MS  100

/* In a transaction that is taken back. */
static const char SQL_INSERT_ROUND[] =
    "INSERT INTO round (n, site, planned) VALUES (999999999,"
    " (SELECT site FROM report GROUP BY site ORDER BY count(*) DESC LIMIT 1), 20779)";

typedef struct
{
  const char *path;
  ImpStore *store;
} Subject;

static void
close_store (Subject *self)
{
  if (self->store == NULL)
    return;
  imp_connection_rollback (imp_store_get_connection (self->store));
  g_clear_pointer (&self->store, imp_store_close);
}

static gboolean
reopen (gpointer data, GError **error)
{
  Subject *self = data;
  const ImpClock clock = imp_clock_system ();

  close_store (self);
  self->store = imp_store_open (self->path, "Bench", &clock, error);
  return self->store != NULL && imp_connection_begin (imp_store_get_connection (self->store), error)
         && imp_connection_exec (imp_store_get_connection (self->store), SQL_INSERT_ROUND, error);
}

static gboolean
brief (gpointer data, GError **error)
{
  g_autoptr (ImpBriefing) briefing =
      imp_store_read_briefing (((Subject *) data)->store, ROUND, error);

  return briefing != NULL;
}

gboolean
bench_briefing_measure (BenchTable *table, const char *path, guint size, GError **error)
{
  Subject subject = { path, NULL };
  const BenchBar bar = size > SMALL ? (BenchBar) { 0 } : (BenchBar) { BENCH_BAR_VALUE, BAR_MS };
  BenchMeasure first = {
    "briefing, first",        size,      N_FIRST, brief, .after_value = reopen, .data = &subject,
    .clock = BENCH_CLOCK_CPU, .bar = bar
  };
  BenchMeasure again = { "briefing, p95",  size,
                         N_AGAIN,          brief,
                         .data = &subject, .clock = BENCH_CLOCK_CPU,
                         .bar = bar,       .share = 0.95 };
  gboolean done = reopen (&subject, error) && bench_table_measure (table, &first, error)
                  && brief (&subject, error) && bench_table_measure (table, &again, error);

  close_store (&subject);
  return done;
}
