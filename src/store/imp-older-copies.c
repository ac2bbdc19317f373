/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Files that hold what the backlog was: backups, and damaged ones that were kept. */
#include "config.h"

#include "store/imp-older-copies.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "store/imp-backup.h"

/* Not those of other backlogs that are backed up into the same folder. */
static void
add_backups (GPtrArray *copies, const char *folder, const char *keep)
{
  g_autoptr (GPtrArray) backups = imp_backup_list (folder);
  g_autofree char *kept = keep != NULL ? g_path_get_basename (keep) : NULL;
  ImpBackup named = { 0 };

  if (kept != NULL)
    imp_backup_parse_name (kept, &named);
  for (guint i = 0; i < backups->len; i++)
    {
      const ImpBackup *backup = backups->pdata[i];
      g_autofree char *name = g_path_get_basename (backup->path);

      if (kept == NULL
          || (!g_str_equal (name, kept) && g_str_equal (backup->dataset, named.dataset)))
        g_ptr_array_add (copies, g_strdup (backup->path));
    }
}

/* As imp_restore_backup() calls them. */
static void
add_damaged (GPtrArray *copies, const char *database)
{
  g_autofree char *folder = g_path_get_dirname (database);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "backlog-damaged-") && g_str_has_suffix (name, ".db"))
      g_ptr_array_add (copies, g_build_filename (folder, name, NULL));
}

GPtrArray *
imp_older_copies_list (const char *database, const char *keep)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = imp_backup_dup_folder (database);

  add_backups (copies, folder, keep);
  add_damaged (copies, database);
  return copies;
}

GPtrArray *
imp_older_copies_list_second (const char *folder, const char *keep)
{
  GPtrArray *copies;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR) || g_access (folder, R_OK | X_OK) != 0)
    return NULL;
  copies = g_ptr_array_new_with_free_func (g_free);
  add_backups (copies, folder, keep);
  return copies;
}

static gboolean
delete_one (const char *path)
{
  static const char *const companions[] = { "-wal", "-journal", ".replica", "" };

  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *file = g_strconcat (path, companions[i], NULL);

      if (g_unlink (file) != 0 && errno != ENOENT)
        return FALSE;
    }
  return TRUE;
}

void
imp_older_copies_delete (const GPtrArray *copies, GPtrArray *left)
{
  for (guint i = 0; i < copies->len; i++)
    if (!delete_one (copies->pdata[i]))
      g_ptr_array_add (left, g_strdup (copies->pdata[i]));
}
