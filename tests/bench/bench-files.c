/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measurements of whole backlogs going in and out. */
#include "config.h"

#include "bench-files.h"

#include <glib/gstdio.h>

#include "backlog/imp-backlog-files.h"
#include "bench-backlog.h"
#include "bench-raw.h"
#include "store/imp-store.h"
#include "support/imp-await.h"

/* A backlog that stands in a file already, and where a copy of it is made. */
typedef struct
{
  const char *path;
  char *copy, *json; /* owned */
  guint seed, size;
  ImpBacklog *backlog;
  ImpChanges *changes; /* all of it, to be committed at once */
  ImpStore *store;
} Subject;

static void
subject_clear (Subject *self)
{
  g_free (self->copy);
  g_free (self->json);
  g_clear_pointer (&self->changes, imp_changes_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Subject, subject_clear)

static gboolean
commit_all (gpointer data, GError **error)
{
  Subject *self = data;
  g_auto (ImpCommit) commit = { 0 };

  return imp_store_commit (self->store, self->changes, &commit, error);
}

static gboolean
start_afresh (gpointer data, GError **error)
{
  Subject *self = data;
  const ImpClock clock = imp_clock_system ();

  g_clear_pointer (&self->store, imp_store_close);
  bench_backlog_remove (self->copy);
  self->store = imp_store_open (self->copy, "Bench", &clock, error);
  return self->store != NULL;
}

static gboolean
copy_raw (gpointer data, GError **error)
{
  Subject *self = data;
  g_autofree char *path = g_strconcat (self->copy, ".raw", NULL);
  gboolean done = bench_raw_copy (self->path, path, error);

  bench_backlog_remove (path);
  return done;
}

static gboolean
export_all (gpointer data, GError **error)
{
  Subject *self = data;
  ImpAwait await = { 0 };
  g_autoptr (GAsyncResult) result = NULL;

  imp_backlog_export_async (self->backlog, self->json, NULL, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  return imp_backlog_export_finish (self->backlog, result, error);
}

static gboolean
export_raw (gpointer data, GError **error)
{
  Subject *self = data;
  g_autoptr (BenchRaw) raw = bench_raw_open (self->path, error);

  return raw != NULL && bench_raw_export (raw, self->json, error);
}

static gboolean
measure_import (BenchTable *table, Subject *self, GError **error)
{
  g_autoptr (BenchMaker) maker = bench_maker_new (self->seed, self->size);
  guint n = self->size > 10000 ? 1 : 3;
  gboolean done;

  self->changes = bench_maker_next (maker, self->size, NULL);
  done = start_afresh (self, error)
         && bench_table_measure (table,
                                 &(BenchMeasure) { "import as one action",
                                                   self->size,
                                                   n,
                                                   commit_all,
                                                   copy_raw,
                                                   start_afresh,
                                                   self,
                                                   BENCH_CLOCK_CPU,
                                                   { BENCH_BAR_RATIO, 1.3 } },
                                 error);
  g_clear_pointer (&self->store, imp_store_close);
  bench_backlog_remove (self->copy);
  return done;
}

static gboolean
measure_export (BenchTable *table, Subject *self, GError **error)
{
  const ImpClock clock = imp_clock_system ();
  ImpAwait opening = { 0 }, closing = { 0 };
  g_autoptr (GAsyncResult) opened = NULL, closed = NULL;
  guint n = self->size > 10000 ? 1 : 3;
  gboolean done;

  imp_backlog_open_async (self->path, "Bench", &clock, NULL, imp_await_cb, &opening);
  opened = imp_await (&opening);
  self->backlog = imp_backlog_open_finish (opened, error);
  if (self->backlog == NULL)
    return FALSE;
  done = bench_table_measure (table,
                              &(BenchMeasure) { "export as JSON", self->size, n, export_all,
                                                export_raw, NULL, self, BENCH_CLOCK_CPU },
                              error);
  imp_backlog_close_async (self->backlog, imp_await_cb, &closing);
  closed = imp_await (&closing);
  g_clear_object (&self->backlog);
  g_remove (self->json);
  return done;
}

gboolean
bench_files_measure (BenchTable *table,
                     const char *path,
                     guint seed,
                     guint size,
                     const char *folder,
                     GError **error)
{
  g_auto (Subject) subject = { .path = path, .seed = seed, .size = size };

  subject.copy = g_build_filename (folder, "imported.db", NULL);
  subject.json = g_build_filename (folder, "exported.json", NULL);
  return measure_import (table, &subject, error) && measure_export (table, &subject, error);
}
