/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Saving what can be read of a damaged backlog, and going on with it. */
#include "config.h"

#include "backlog/imp-backlog-salvage.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "backlog/imp-backlog-backups.h"
#include "base/imp-error.h"
#include "base/imp-file.h"
#include "base/imp-temporary.h"
#include "store/imp-leftovers.h"
#include "store/imp-salvage.h"

typedef struct
{
  char *path, *actor, *damaged;
  ImpClock clock;
  char *folder; /* where it is put together */
  int hold;     /* imp_temporary_make_folder() */
  char *saved;
  ImpSalvage *salvage;
  GError *refusal; /* why it did not come to an end */
} Args;

static void
args_free (gpointer data)
{
  Args *args = data;

  g_clear_fd (&args->hold, NULL);
  g_free (args->path);
  g_free (args->actor);
  g_free (args->damaged);
  g_free (args->folder);
  g_free (args->saved);
  g_clear_pointer (&args->salvage, imp_salvage_free);
  g_clear_error (&args->refusal);
  g_free (args);
}

/* On the disk that the backlog is to be on. */
static gboolean
make_folder (Args *args, GError **error)
{
  g_autofree char *beside = g_path_get_dirname (args->path);
  g_autofree char *folder = g_build_filename (beside, IMP_LEFTOVERS_SAVING "XXXXXX", NULL);

  args->hold = imp_temporary_make_folder (folder);
  if (args->hold < 0)
    {
      g_set_error (error, IMP_ERROR, errno == ENOSPC ? IMP_ERROR_FULL : IMP_ERROR_READ_ONLY,
                   _ ("Cannot rescue what is in “%s”: nothing can be written in “%s” (%s). Make "
                      "room, or ask whoever looks after the folder to let you write there"),
                   args->damaged, beside, g_strerror (errno));
      return FALSE;
    }
  args->folder = g_steal_pointer (&folder);
  return TRUE;
}

/* The log stands beside the file, not beside a link to it. */
static void
follow_links (Args *args)
{
  char **const paths[] = { &args->path, &args->damaged };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *named = *paths[i];

      *paths[i] = imp_file_dup_real_path (named);
    }
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Args *args = data;
  GError *error = NULL;

  follow_links (args);
  if (make_folder (args, &error))
    args->salvage = imp_salvage_file (args->damaged, args->folder, &args->clock, cancellable,
                                      &args->saved, &error);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Whole databases are deleted here, which takes its time. */
static void
end_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Args *args = data;

  if (args->folder != NULL)
    imp_temporary_remove_folder (args->folder);
  if (args->refusal != NULL)
    g_task_return_error (task, g_steal_pointer (&args->refusal));
  else
    g_task_return_pointer (task, g_steal_pointer (&args->salvage),
                           (GDestroyNotify) imp_salvage_free);
}

static void
placed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Args *args = g_task_get_task_data (task);

  imp_backlog_restore_backup_closed_finish (result, NULL, NULL, &args->refusal);
  g_task_run_in_thread (task, end_in_thread);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Args *args = g_task_get_task_data (task);

  if (g_task_propagate_boolean (G_TASK (result), &args->refusal))
    imp_backlog_restore_backup_closed_async (args->path, args->actor, &args->clock, args->saved,
                                             placed_cb, g_steal_pointer (&task));
  else
    g_task_run_in_thread (task, end_in_thread);
}

void
imp_backlog_salvage_async (const char *path,
                           const char *actor,
                           const ImpClock *clock,
                           const char *damaged,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  g_autoptr (GTask) reading = g_task_new (NULL, cancellable, read_cb, task);
  Args *args = g_new0 (Args, 1);

  args->hold = -1;
  args->path = g_strdup (path);
  args->actor = g_strdup (actor);
  args->damaged = g_strdup (damaged);
  args->clock = *clock;
  g_task_set_source_tag (task, imp_backlog_salvage_async);
  g_task_set_task_data (task, args, args_free);
  g_task_set_task_data (reading, args, NULL);
  g_task_run_in_thread (reading, read_in_thread);
}

ImpSalvage *
imp_backlog_salvage_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
