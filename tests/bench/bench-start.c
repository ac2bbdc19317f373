/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measurements of the window, in processes of its own beside an empty one. */
#include "config.h"

#include "bench-start.h"

#include <string.h>

#include "bench-samples.h"
#include "store/imp-store.h"

#define N_STARTS 5

/* What a program printed: names and numbers. */
static GHashTable *
run (const char *const *argv, GError **error)
{
  g_autoptr (GSubprocess) process = g_subprocess_newv (
      argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, error);
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *out = NULL, *err = NULL;
  g_auto (GStrv) lines = NULL;

  if (process == NULL || !g_subprocess_communicate_utf8 (process, NULL, NULL, &out, &err, error))
    return NULL;
  if (!g_subprocess_get_successful (process))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s failed: %s", argv[0], err);
      return NULL;
    }
  lines = g_strsplit (out, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strchr (lines[i], ' ') != NULL)
      g_hash_table_insert (values, g_strndup (lines[i], strcspn (lines[i], " ")),
                           g_strdup (strchr (lines[i], ' ') + 1));
  if (strstr (err, "Collected : ") != NULL)
    g_hash_table_insert (values, g_strdup ("instructions"),
                         g_strdup (strstr (err, "Collected : ") + strlen ("Collected : ")));
  return g_steal_pointer (&values);
}

static double
get_value (GHashTable *values, const char *name)
{
  const char *text = g_hash_table_lookup (values, name);

  return text != NULL ? g_ascii_strtod (text, NULL) : 0;
}

static void
note (GArray *samples, GHashTable *values, const char *name)
{
  double value = get_value (values, name);

  g_array_append_val (samples, value);
}

static gboolean
count_instructions (BenchStart *start,
                    const char *program,
                    const char *path,
                    const char *mode,
                    GError **error)
{
  const char *argv[] = {
    "valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, path, mode, NULL
  };
  g_autoptr (GHashTable) values = run (argv, error);

  if (values == NULL)
    return FALSE;
  start->instructions = get_value (values, "instructions") / 1e6;
  return TRUE;
}

static gboolean
measure_start (BenchWindows *self,
               BenchStart *start,
               const char *program,
               const char *path,
               const char *mode,
               GError **error)
{
  static const char *const names[] = { "first-ms", "settled-ms", "peak-mib", "dirty-mib" };
  double *const medians[] = { &start->first_ms, &start->settled_ms, &start->peak_mib,
                              &start->dirty_mib };
  const char *argv[] = { program, path, mode, NULL };
  GArray *samples[G_N_ELEMENTS (names)];
  gboolean done = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    samples[i] = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint n = 0; done && n <= N_STARTS; n++)
    {
      g_autoptr (GHashTable) values = run (argv, error);

      done = values != NULL;
      for (guint i = 0; done && n > 0 && i < G_N_ELEMENTS (names); i++) /* the first one is cold */
        note (samples[i], values, names[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      *medians[i] = bench_get_quantile (samples[i], 0.5);
      g_array_unref (samples[i]);
    }
  return done
         && (!self->count_instructions || count_instructions (start, program, path, mode, error));
}

static gboolean
make_empty_backlog (const char *path, GError **error)
{
  const ImpClock clock = imp_clock_system ();
  ImpStore *store = imp_store_open (path, "Bench", &clock, error);

  if (store == NULL)
    return FALSE;
  imp_store_close (store);
  return TRUE;
}

gboolean
bench_windows_begin (BenchWindows *self, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "empty.db", NULL);

  return make_empty_backlog (path, error)
         && measure_start (self, &self->empty, BENCH_EMPTY_WINDOW, "-", "empty", error)
         && measure_start (self, &self->none, BENCH_WINDOW, path, "empty", error);
}

static void
add (BenchTable *table,
     const char *name,
     guint size,
     double value,
     double floor,
     const char *unit,
     BenchBar bar)
{
  if (value > 0)
    bench_table_add (table, &(BenchLine) { name, size, value, floor, unit, bar });
}

static void
add_start (BenchWindows *self, BenchTable *table, const BenchStart *start, guint size)
{
  const BenchStart *empty = &self->empty, *none = &self->none;
  const BenchBar none_bar = { BENCH_BAR_NONE, 0 };
  const BenchBar against_none = { BENCH_BAR_RATIO, size > 100000 ? 1.3 : 1.15 };

  add (table, "start to first frame / empty window", size, start->first_ms, empty->first_ms, "ms",
       (BenchBar) { BENCH_BAR_RATIO, 1.5 });
  add (table, "start to first frame / no irritants", size, start->first_ms, none->first_ms, "ms",
       against_none);
  add (table, "start until the list is shown / empty window", size, start->settled_ms,
       empty->settled_ms, "ms", none_bar);
  add (table, "start, shown and closed / empty window", size, start->instructions,
       empty->instructions, "Minst", (BenchBar) { BENCH_BAR_RATIO, 1.5 });
  add (table, "start, shown and closed / no irritants", size, start->instructions,
       none->instructions, "Minst", against_none);
  add (table, "peak memory after start / empty window", size, start->peak_mib, empty->peak_mib,
       "MiB", (BenchBar) { BENCH_BAR_SURPLUS, 30 });
  add (table, "private memory / smallest backlog", size, start->dirty_mib, self->smallest.dirty_mib,
       "MiB", (BenchBar) { BENCH_BAR_RATIO, 1.4 });
}

static void
add_use (BenchTable *table, GHashTable *values, guint size)
{
  static const struct
  {
    const char *key, *name;
    double limit;
  } lines[] = {
    { "wheel-ms", "scroll by the wheel, p95", 16 },
    { "page-ms", "scroll by a page, p95", 16 },
    { "jump-ms", "scroll to anywhere, p95", 16 },
    { "key-1-ms", "key painted, first letter, p95", 32 },
    { "key-2-ms", "key painted, second letter, p95", 16 },
    { "key-3-ms", "key painted, third letter, p95", 16 },
    { "key-1-wall-ms", "key to result, first letter, wall", 250 },
    { "key-2-wall-ms", "key to result, second letter, wall", 250 },
    { "order-ms", "order by impact until painted", 32 },
    { "stall-ms", "longest stall of the window in use", 100 },
  };
  const double query = get_value (values, "order-query-ms");

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    add (table, lines[i].name, size, get_value (values, lines[i].key), 0, "ms",
         (BenchBar) { BENCH_BAR_VALUE, lines[i].limit });
  add (table, "order by impact until painted / its question", size, get_value (values, "order-ms"),
       query, "ms",
       size < 100000 ? (BenchBar) { BENCH_BAR_NONE, 0 } : (BenchBar) { BENCH_BAR_RATIO, 1.5 });
}

gboolean
bench_windows_measure (BenchWindows *self,
                       BenchTable *table,
                       const char *path,
                       guint size,
                       GError **error)
{
  const char *use[] = { BENCH_WINDOW, path, "use", NULL };
  g_autoptr (GHashTable) values = NULL;
  BenchStart start = { 0 };

  if (!measure_start (self, &start, BENCH_WINDOW, path, "start", error)
      || (values = run (use, error)) == NULL)
    return FALSE;
  if (self->smallest.settled_ms <= 0)
    self->smallest = start;
  add_start (self, table, &start, size);
  add_use (table, values, size);
  return TRUE;
}
