/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A small backlog for the targets that work on a store. */
#include "config.h"

#include "fuzz-store.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "store/imp-irritant-table.h"

#define N_IRRITANTS 12

static char *folder, *path;

/* What stands beside the file: logs of the case before, the identity. */
static void
remove_beside (void)
{
  static const char *const suffixes[] = { "-wal", "-journal", "-shm", ".replica" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *beside = g_strconcat (path, suffixes[i], NULL);

      g_unlink (beside);
    }
}

static void
clean_up (void)
{
  remove_beside ();
  g_unlink (path);
  g_rmdir (folder);
  g_clear_pointer (&path, g_free);
  g_clear_pointer (&folder, g_free);
}

static const char *
get_path (void)
{
  if (folder == NULL)
    {
      folder = g_dir_make_tmp ("improve-fuzz-XXXXXX", NULL);
      path = g_build_filename (folder, "backlog.db", NULL);
      atexit (clean_up);
    }
  return path;
}

ImpStore *
fuzz_store_open (const char *file, GError **error)
{
  static const gint64 now_ms = 1795262400000; /* 21 November 2026, noon */
  const ImpClock clock = imp_clock_fixed (&now_ms);

  return imp_store_open (file, "Inès Caron", &clock, error);
}

static void
record (ImpStore *store, guint number)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_autofree char *title = g_strdup_printf ("Irritant %u, with words to search", number);
  g_auto (ImpCommit) commit = { 0 };
  ImpItem irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, title);
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_PEOPLE, number % 2 ? "21-100 one" : NULL);
  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_text (changes, report, IMP_REPORT_WORDS, "It does it again");
  if (!imp_store_commit (store, changes, &commit, NULL))
    g_assert_not_reached ();
}

const guint8 *
fuzz_store_get_bytes (gsize *size)
{
  static char *bytes;
  static gsize n_bytes;
  ImpStore *store;

  if (bytes == NULL)
    {
      store = fuzz_store_open (get_path (), NULL);
      for (guint i = 0; i < N_IRRITANTS; i++)
        record (store, i);
      imp_store_close (store);
      g_file_get_contents (path, &bytes, &n_bytes, NULL);
    }
  *size = n_bytes;
  return (const guint8 *) bytes;
}

const char *
fuzz_store_write (const guint8 *bytes, gsize size)
{
  const char *file = get_path ();

  remove_beside ();
  if (!g_file_set_contents_full (file, (const char *) bytes, (gssize) size,
                                 G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    g_assert_not_reached ();
  return file;
}

guint
fuzz_store_use (ImpStore *store)
{
  g_autoptr (ImpQuery) query = imp_query_parse ("state:any site:a has:photo words");
  g_autoptr (ImpRanking) ranking = imp_store_rank (store, query, IMP_SORT_IMPACT, NULL, NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_irritant_data_free);
  guint n_problems;

  if (ranking != NULL)
    imp_store_read_irritants (store, &g_array_index (ranking->items, guint32, 0),
                              ranking->items->len, rows, NULL);
  n_problems = !imp_store_check (store, problems, NULL, NULL);
  imp_store_rebuild (store, NULL);
  return n_problems + problems->len;
}
