/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Copies of the database that a killed process did not finish. */
#include "config.h"

#include "store/imp-leftovers.h"

#include <glib/gstdio.h>

#include "base/imp-temporary.h"
#include "store/imp-backup.h"

typedef gboolean (*IsOursFunc) (const char *target, const char *database, const char *dataset);
typedef void (*RemoveFunc) (const char *path);

static gboolean
is_backup (const char *target, const char *database, const char *dataset)
{
  ImpBackup backup;

  return imp_backup_parse_name (target, &backup) && imp_backup_is_of (&backup, database, dataset);
}

/* Restored, or looked over; or what somebody was writing. */
static gboolean
is_database (const char *target, const char *database, const char *dataset)
{
  g_autofree char *name = g_path_get_basename (database);
  g_autofree char *looked_over = g_strconcat (name, ".look", NULL);
  g_autofree char *beside = g_strconcat (name, ".", NULL);

  return g_str_equal (target, name) || g_str_equal (target, looked_over)
         || (g_str_has_prefix (target, beside) && g_str_has_suffix (target, IMP_DRAFT_ENDING));
}

static void
remove_all (const char *folder,
            const char *database,
            const char *dataset,
            IsOursFunc is_ours,
            RemoveFunc remove)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *target = imp_temporary_parse_name (name);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (target != NULL && is_ours (target, database, dataset))
        remove (path);
    }
}

void
imp_leftovers_remove (const char *database)
{
  g_autofree char *beside = g_path_get_dirname (database);
  g_autofree char *backups = imp_backup_dup_folder (database);

  remove_all (beside, database, NULL, is_database, imp_temporary_remove_stale);
  imp_leftovers_remove_backups (backups, database, NULL);
  imp_temporary_remove_stale_folders (beside, IMP_LEFTOVERS_SAVING);
  imp_temporary_remove_stale_folders (g_get_tmp_dir (), IMP_LEFTOVERS_READING);
}

void
imp_leftovers_remove_backups (const char *folder, const char *database, const char *dataset)
{
  remove_all (folder, database, dataset, is_backup, imp_temporary_remove_stale);
}

static void
stop (const char *path)
{
  g_unlink (path);
}

void
imp_leftovers_stop_backups (const char *folder, const char *database, const char *dataset)
{
  imp_leftovers_remove_backups (folder, database, dataset);
  remove_all (folder, database, dataset, is_backup, stop);
}
