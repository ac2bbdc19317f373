/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The bytes of a damaged database, with what waits in its log. */
#include "config.h"

#include "store/imp-salvage-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "base/imp-file-replace.h"

/* How every file of ours begins: pages of 4096 bytes, with a log. */
static const guint8 beginning[24] = "SQLite format 3\0\x10\0\x02\x02\0\x40\x20\x20";

static const char *const logs[] = { "-wal", "-journal" };

static gboolean
has_log (const char *damaged)
{
  for (guint i = 0; i < G_N_ELEMENTS (logs); i++)
    {
      g_autofree char *path = g_strconcat (damaged, logs[i], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return TRUE;
    }
  return FALSE;
}

static gboolean
copy (const char *from, const char *to, GError **error)
{
  g_autoptr (ImpFileReplace) file = imp_file_replace_begin (to, error);

  if (file == NULL)
    return FALSE;
  imp_file_replace_keep_private (file);
  return imp_file_replace_fill (file, from, error) && imp_file_replace_commit (file, error);
}

static gboolean
copy_all (const char *damaged, const char *to, GError **error)
{
  if (!copy (damaged, to, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (logs); i++)
    {
      g_autofree char *log = g_strconcat (damaged, logs[i], NULL);
      g_autofree char *log_to = g_strconcat (to, logs[i], NULL);

      if (g_file_test (log, G_FILE_TEST_IS_REGULAR) && !copy (log, log_to, error))
        return FALSE;
    }
  return TRUE;
}

/* Without its beginning SQLite would not look at the log either. */
static void
mend_beginning (const char *path)
{
  int file = g_open (path, O_RDWR | O_CLOEXEC, 0);
  guint8 magic[16];

  if (file >= 0 && pread (file, magic, sizeof magic, 0) == sizeof magic
      && memcmp (magic, beginning, sizeof magic) != 0
      && pwrite (file, beginning, sizeof beginning, 0) < 0)
    g_message ("the beginning of the copy could not be written");
  if (file >= 0)
    close (file);
}

/* As far as it goes: what does not is counted as missing. */
static void
take_in_log (const char *path)
{
  sqlite3 *db = NULL;

  mend_beginning (path);
  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK)
    {
      sqlite3_exec (db, "PRAGMA schema_version", NULL, NULL, NULL);
      sqlite3_wal_checkpoint_v2 (db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    }
  sqlite3_close (db);
}

GMappedFile *
imp_salvage_map (const char *damaged, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "damaged.db", NULL);

  if (!has_log (damaged))
    return g_mapped_file_new (damaged, FALSE, error);
  if (!copy_all (damaged, path, error))
    return NULL;
  take_in_log (path);
  return g_mapped_file_new (path, FALSE, error);
}
