/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Files that hold what the backlog was: backups, and damaged ones that were kept. */
#include "config.h"

#include "store/imp-older-copies.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "store/imp-backup.h"

static void
add_backups (GPtrArray *copies,
             const char *folder,
             const char *database,
             const char *dataset,
             const char *keep)
{
  g_autoptr (GPtrArray) backups = imp_backup_list (folder, database, dataset);
  g_autofree char *kept = keep != NULL ? g_path_get_basename (keep) : NULL;

  for (guint i = 0; i < backups->len; i++)
    {
      const ImpBackup *backup = backups->pdata[i];
      g_autofree char *name = g_path_get_basename (backup->path);

      if (g_strcmp0 (name, kept) != 0)
        g_ptr_array_add (copies, g_strdup (backup->path));
    }
}

/* The name does not say of which backlog; the file may. */
static gboolean
is_damaged_of (const char *name, const char *path, const char *database, const char *dataset)
{
  g_autofree char *peeked = NULL;
  ImpBackup damaged;

  if (!imp_backup_parse_damaged_name (name, &damaged))
    return FALSE;
  if (imp_backup_is_of (&damaged, database, NULL))
    return TRUE;
  peeked = imp_backup_peek_dataset (path);
  g_strlcpy (damaged.dataset, peeked != NULL ? peeked : "", sizeof damaged.dataset);
  return imp_backup_is_of (&damaged, database, dataset);
}

/* As imp_restore_backup() calls them. */
static void
add_damaged (GPtrArray *copies, const char *database, const char *dataset)
{
  g_autofree char *folder = g_path_get_dirname (database);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_damaged_of (name, path, database, dataset))
        g_ptr_array_add (copies, g_steal_pointer (&path));
    }
}

GPtrArray *
imp_older_copies_list (const char *database, const char *dataset, const char *keep)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = imp_backup_dup_folder (database);

  add_backups (copies, folder, database, dataset, keep);
  add_damaged (copies, database, dataset);
  return copies;
}

GPtrArray *
imp_older_copies_list_second (const char *folder,
                              const char *database,
                              const char *dataset,
                              const char *keep)
{
  GPtrArray *copies;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR) || g_access (folder, R_OK | X_OK) != 0)
    return NULL;
  copies = g_ptr_array_new_with_free_func (g_free);
  add_backups (copies, folder, database, dataset, keep);
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
