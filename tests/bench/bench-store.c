/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measurements below the window: the store. */
#include "config.h"

#include "bench-store.h"

#include "bench-raw.h"
#include "model/imp-changes.h"
#include "store/imp-irritant-table.h"
#include "store/imp-query-values.h"
#include "store/imp-overview-table.h"

#define PAGE_ROWS    128
#define NOT_FIXED    IMP_STATES_NOT_FIXED
#define RECORD_BYTES 4096 /* about what a recorded irritant adds to the file */

/* One backlog, open in the store and, past it, bare. */
typedef struct
{
  ImpStore *store;
  BenchRaw *raw;
  char *log;          /* a file to append to */
  const char *search; /* what is typed */
  ImpSort sort;       /* of what is found */
  gint64 txn;         /* the newest recording */
} Subject;

static gboolean
read_first_page (gpointer data, GError **error)
{
  Subject *self = data;
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_irritant_data_free);
  g_autoptr (ImpRanking) ranking = imp_store_rank (self->store, NULL, IMP_SORT_IMPACT, NULL, error);

  return ranking != NULL
         && imp_store_read_irritants (self->store, (guint32 *) (gpointer) ranking->items->data,
                                      MIN (PAGE_ROWS, ranking->items->len), rows, error);
}

/* Another question, so that the next one finds no ids kept. */
static gboolean
ask_otherwise (gpointer data, GError **error)
{
  Subject *self = data;
  g_autoptr (ImpQuery) query = imp_query_parse ("state:declined");
  g_autoptr (ImpRanking) ranking = imp_store_rank (self->store, query, IMP_SORT_AGE, NULL, error);

  return ranking != NULL;
}

static gboolean
read_first_page_raw (gpointer data, GError **error)
{
  return bench_raw_read_page (((Subject *) data)->raw, PAGE_ROWS, error);
}

static gboolean
search (gpointer data, GError **error)
{
  Subject *self = data;
  g_autoptr (ImpQuery) query = imp_query_parse (self->search);
  g_autoptr (ImpRanking) ranking = imp_store_rank (self->store, query, self->sort, NULL, error);

  return ranking != NULL;
}

/* Not what was filtered by before, which would be kept. */
static gboolean
filter_anew (gpointer data, GError **error)
{
  Subject *self = data;

  self->search = g_strcmp0 (self->search, "site:a") == 0 ? "site:b" : "site:a";
  return search (data, error);
}

static gboolean
filter_by_all (gpointer data, GError **error)
{
  Subject *self = data;

  self->search =
      g_strcmp0 (self->search, "site:a -person:b offering:l unknown:effort since:2020-01") == 0
          ? "site:b -person:a offering:s unknown:people since:2020-02"
          : "site:a -person:b offering:l unknown:effort since:2020-01";
  return search (data, error);
}

static gboolean
count_sites (gpointer data, GError **error)
{
  Subject *self = data;
  g_autoptr (GPtrArray) values =
      imp_store_read_query_values (self->store, NULL, IMP_QUERY_SITE, NULL, error);

  return values != NULL;
}

static gboolean
search_raw (gpointer data, GError **error)
{
  Subject *self = data;
  g_autofree char *query = g_strdup_printf ("\"%s\"*", self->search);

  return bench_raw_search (self->raw, query, error);
}

static gboolean
count (gpointer data, GError **error)
{
  ImpCounts counts;

  return imp_store_count (((Subject *) data)->store, imp_date_new (2026, 1, 1), &counts, error);
}

static ImpChanges *
make_recording (void)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, "Badge reader asks twice");
  imp_changes_set_text (changes, report, IMP_REPORT_PEOPLE, "21-100 one");
  imp_changes_set_text (changes, report, IMP_REPORT_OFTEN, "20 several");
  imp_changes_set_text (changes, report, IMP_REPORT_MINUTES, "5 measured");
  imp_changes_set_date (changes, irritant, IMP_IRRITANT_RECORDED, imp_date_new (2026, 11, 21));
  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_date (changes, report, IMP_REPORT_DATE, imp_date_new (2026, 11, 21));
  imp_changes_set_text (changes, report, IMP_REPORT_WORDS,
                        "Each morning I stand at the door and hold my badge against it twice.");
  return changes;
}

static gboolean
record (gpointer data, GError **error)
{
  Subject *self = data;
  g_autoptr (ImpChanges) changes = make_recording ();
  g_auto (ImpCommit) commit = { 0 };
  gboolean done = imp_store_commit (self->store, changes, &commit, error);

  self->txn = commit.txn;
  return done;
}

static gboolean
undo (gpointer data, GError **error)
{
  Subject *self = data;
  g_auto (ImpCommit) commit = { 0 };
  g_autoptr (ImpChanges) changes = imp_store_invert (self->store, self->txn, error);

  return changes != NULL && imp_store_commit (self->store, changes, &commit, error);
}

static gboolean
append_raw (gpointer data, GError **error)
{
  return bench_raw_append (((Subject *) data)->log, RECORD_BYTES, error);
}

static gboolean
measure_reading (BenchTable *table, Subject *subject, guint size, GError **error)
{
  static const struct
  {
    const char *name, *search;
    ImpSort sort;
  } keys[] = {
    { "search, first letter", "p", IMP_SORT_IMPACT },
    { "search, second letter", "pr", IMP_SORT_IMPACT },
    { "search, third letter", "pri", IMP_SORT_IMPACT },
    { "best match first, first letter", "p", IMP_SORT_MATCH },
    { "best match first, second letter", "pr", IMP_SORT_MATCH },
    { "best match first, third letter", "pri", IMP_SORT_MATCH },
  };
  BenchMeasure measure = { "first page of the ranked list",
                           size,
                           15,
                           read_first_page,
                           read_first_page_raw,
                           ask_otherwise,
                           subject,
                           BENCH_CLOCK_CPU,
                           { BENCH_BAR_RATIO, 1.5 } };

  if (!bench_table_measure (table, &measure, error))
    return FALSE;
  measure.value = search;
  measure.floor = search_raw;
  measure.after_value = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      measure.name = keys[i].name;
      subject->search = keys[i].search;
      subject->sort = keys[i].sort;
      if (!search (subject, error) || !bench_table_measure (table, &measure, error))
        return FALSE;
    }
  subject->sort = IMP_SORT_IMPACT;
  if (!bench_table_measure (
          table, &(BenchMeasure) { "filter by a site", size, 15, filter_anew, .data = subject },
          error)
      || !bench_table_measure (
          table,
          &(BenchMeasure) { "filter by five things", size, 15, filter_by_all, .data = subject },
          error)
      || !bench_table_measure (table,
                               &(BenchMeasure) { "sites to choose from, counted", size, 15,
                                                 count_sites, .data = subject },
                               error))
    return FALSE;
  return bench_table_measure (
      table, &(BenchMeasure) { "counts of the sidebar", size, 15, count, .data = subject }, error);
}

static gboolean
measure_writing (BenchTable *table, Subject *subject, guint size, GError **error)
{
  BenchMeasure recording = { "recording one irritant, durable",
                             size,
                             41,
                             record,
                             append_raw,
                             undo,
                             subject,
                             BENCH_CLOCK_WALL,
                             { BENCH_BAR_RATIO, 4 } };
  BenchMeasure undoing = {
    "undo of it",          size, 41, undo, append_raw, record, subject, BENCH_CLOCK_WALL,
    { BENCH_BAR_RATIO, 4 }
  };

  return bench_table_measure (table, &recording, error) && record (subject, error)
         && bench_table_measure (table, &undoing, error) && undo (subject, error);
}

static ImpStore *
open_store (const char *path, GError **error)
{
  const ImpClock clock = imp_clock_system ();

  return imp_store_open (path, "Bench", &clock, error);
}

gboolean
bench_store_measure (BenchTable *table,
                     const char *path,
                     guint size,
                     const char *folder,
                     GError **error)
{
  g_autofree char *log = g_build_filename (folder, "appended", NULL);
  Subject subject = { .log = log, .store = open_store (path, error) };
  gboolean done;

  if (subject.store == NULL)
    return FALSE;
  subject.raw = bench_raw_open (path, error);
  done = subject.raw != NULL && measure_reading (table, &subject, size, error)
         && measure_writing (table, &subject, size, error);
  g_clear_pointer (&subject.raw, bench_raw_close);
  imp_store_close (subject.store);
  return done;
}
