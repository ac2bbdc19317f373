/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Backlogs of a size, made once from a seed and kept. */
#include "config.h"

#include "bench-backlog.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "store/imp-look-over.h"
#include "store/imp-store.h"

#define CHUNK        20000
#define MAKER_NUMBER 1 /* another one when the maker makes other irritants */

#define MIGRATIONS "/org/example/Improve/store/migrations"

/* Of all that decides how a backlog file looks. */
static char *
print_schema_hash (void)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_auto (GStrv) names = g_resources_enumerate_children (MIGRATIONS, 0, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (MIGRATIONS "/", names[i], NULL);
      g_autoptr (GBytes) sql = g_resources_lookup_data (path, 0, NULL);

      g_checksum_update (sum, g_bytes_get_data (sql, NULL), (gssize) g_bytes_get_size (sql));
    }
  return g_strndup (g_checksum_get_string (sum), 10);
}

static char *
get_path (guint seed, guint n)
{
  g_autofree char *hash = print_schema_hash ();
  g_autofree char *name = g_strdup_printf ("backlog-%u-%u-%d-%s.db", n, seed, MAKER_NUMBER, hash);

  return g_build_filename (g_get_user_cache_dir (), "improve-dev", "bench", name, NULL);
}

static gboolean
fill (ImpStore *store, BenchMaker *maker, guint n, GError **error)
{
  g_auto (ImpCommit) last = { 0 };
  guint size;

  for (guint done = 0; done < n; done += size)
    {
      g_autoptr (ImpChanges) changes = NULL;
      ImpCommit commit = { 0 };

      size = MIN (CHUNK, n - done);
      changes = bench_maker_next (maker, size, last.items);
      if (!imp_store_commit (store, changes, &commit, error))
        return FALSE;
      imp_commit_clear (&last);
      last = commit;
      g_printerr ("\r  made %u of %u irritants", done + size, n);
    }
  return TRUE;
}

static gboolean
make (const char *path, guint seed, guint n, GError **error)
{
  g_autoptr (BenchMaker) maker = bench_maker_new (seed, n);
  const ImpClock clock = imp_clock_system ();
  ImpStore *store = imp_store_open (path, "Bench", &clock, error);
  gint64 begin = g_get_monotonic_time ();
  gboolean made = store != NULL && fill (store, maker, n, error);

  if (store != NULL)
    imp_store_close (store);
  if (made)
    g_printerr (" in %.1f s\n", (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
  return made;
}

void
bench_backlog_remove (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-journal", ".replica" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_remove (file);
    }
}

/* As if it had been looked over just now: a window would do it beside what is measured. */
static gboolean
note_look_over (const char *path, GError **error)
{
  const ImpClock clock = imp_clock_system ();
  ImpStore *store = imp_store_open (path, "Bench", &clock, error);
  gboolean noted = store != NULL && imp_look_over_note (store, error);

  if (store != NULL)
    imp_store_close (store);
  return noted;
}

/* Made under another name, so that what stands under its own is whole. */
static char *
find_or_make (guint seed, guint n, GError **error)
{
  g_autofree char *path = get_path (seed, n);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *half = g_strconcat (path, ".making", NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_mkdir_with_parents (folder, 0700);
  bench_backlog_remove (half);
  if (!make (half, seed, n, error))
    return NULL;
  if (g_rename (half, path) == 0)
    {
      bench_backlog_remove (half);
      return g_steal_pointer (&path);
    }
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "Cannot keep “%s”: %s", path,
               g_strerror (errno));
  return NULL;
}

char *
bench_backlog_make (guint seed, guint n, GError **error)
{
  g_autofree char *path = find_or_make (seed, n, error);

  return path != NULL && note_look_over (path, error) ? g_steal_pointer (&path) : NULL;
}
