/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Backups by themselves, and the way back to one. */
#include "config.h"

#include "app/imp-application-private.h"

#include <glib/gi18n.h>

#include "backlog/imp-backlog-backups.h"
#include "backlog/imp-backlog-gone.h"
#include "backlog/imp-backlog-salvage.h"
#include "ui/common/imp-toasts.h"

#define FIRST_SECONDS 30 /* after the start, when nobody waits for anything */
#define NEXT_SECONDS  (60 * 60)

static void
backed_up_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  ImpApplication *self = data;
  ImpWindow *window = imp_application_find_window (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *file = imp_backlog_back_up_finish (IMP_BACKLOG (backlog), result, &error);

  if (window != NULL && (file != NULL || error != NULL))
    imp_window_tell_backup (window, error);
  g_application_release (G_APPLICATION (self));
}

/* Held, so that also the second copy is whole however soon the window is closed. */
static gboolean
looked_cb (gpointer data)
{
  ImpApplication *self = data;
  g_autofree char *folder = g_settings_get_string (self->settings, "backup-folder");

  self->backup_timer = g_timeout_add_seconds (NEXT_SECONDS, looked_cb, self);
  g_application_hold (G_APPLICATION (self));
  imp_backlog_back_up_if_due_async (self->backlog, *folder != '\0' ? folder : NULL, backed_up_cb,
                                    self);
  imp_backlog_look_over_if_due (self->backlog);
  return G_SOURCE_REMOVE;
}

void
imp_application_start_backups (ImpApplication *self)
{
  imp_application_stop_backups (self);
  self->backup_timer = g_timeout_add_seconds (FIRST_SECONDS, looked_cb, self);
}

void
imp_application_stop_backups (ImpApplication *self)
{
  g_clear_handle_id (&self->backup_timer, g_source_remove);
}

static void
open_again (ImpApplication *self)
{
  g_clear_object (&self->backlog);
  imp_application_open_backlog (self);
  g_application_release (G_APPLICATION (self));
}

static void
restored_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  ImpApplication *self = data;

  imp_backlog_restore_backup_finish (IMP_BACKLOG (backlog), result, &self->before_restore, NULL,
                                     &self->restore_error);
  open_again (self);
}

static void
restored_closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpApplication *self = data;

  imp_backlog_restore_backup_closed_finish (result, &self->before_restore, NULL,
                                            &self->restore_error);
  open_again (self);
}

static void
restore_closed (ImpApplication *self, const char *backup)
{
  const ImpClock clock = imp_clock_system ();

  imp_backlog_restore_backup_closed_async (self->backlog_path, g_get_real_name (), &clock, backup,
                                           restored_closed_cb, self);
}

/* FALSE where one is under way. */
static gboolean
begin_restoring (ImpApplication *self, const char *doing)
{
  ImpWindow *window = imp_application_find_window (self);

  if (self->restoring || self->opening)
    return FALSE;
  self->restoring = TRUE;
  g_clear_error (&self->restore_error);
  imp_application_stop_backups (self);
  imp_application_stop_calendar (self);
  imp_application_serve (self, NULL);
  g_application_hold (G_APPLICATION (self));
  if (window != NULL)
    imp_window_unset_backlog (window, doing);
  return TRUE;
}

void
imp_application_restore_backup (ImpApplication *self, const char *backup)
{
  if (!begin_restoring (self, _ ("Restoring the Backup…")))
    return;
  self->taking_back = g_strcmp0 (backup, self->before_restore) == 0;
  g_clear_pointer (&self->before_restore, g_free);
  if (self->backlog != NULL)
    imp_backlog_restore_backup_async (self->backlog, backup, restored_cb, self);
  else
    restore_closed (self, backup);
}

static void
salvaged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpApplication *self = data;

  self->salvage = imp_backlog_salvage_finish (result, &self->restore_error);
  open_again (self);
}

static void
salvage_closed (ImpApplication *self)
{
  const ImpClock clock = imp_clock_system ();

  imp_backlog_salvage_async (self->backlog_path, g_get_real_name (), &clock, self->backlog_path,
                             NULL, salvaged_cb, self);
}

/* What could not be brought to the disk is damaged too: what is left is read all the same. */
static void
closed_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  imp_backlog_close_finish (IMP_BACKLOG (backlog), result, NULL);
  salvage_closed (data);
}

void
imp_application_salvage (ImpApplication *self)
{
  if (!begin_restoring (self, _ ("Rescuing What Is Left…")))
    return;
  if (self->backlog != NULL)
    imp_backlog_close_async (self->backlog, closed_cb, self);
  else
    salvage_closed (self);
}

/* The new backlog tells for itself that it worked. */
static void
begun_anew_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpApplication *self = data;

  self->restoring = !imp_backlog_begin_anew_finish (result, &self->restore_error);
  open_again (self);
}

void
imp_application_begin_anew (ImpApplication *self)
{
  if (self->backlog == NULL && begin_restoring (self, _ ("Beginning Anew…")))
    imp_backlog_begin_anew_async (self->backlog_path, begun_anew_cb, self);
}

/* What was there is a backup now, so there is a way back. */
static void
tell_backup_restored (ImpApplication *self, GtkWidget *window)
{
  const char *what = _ ("Backup restored");
  g_autofree char *text = self->taking_back ? g_strdup_printf (_ ("Undone: %s"), what) : NULL;

  if (self->before_restore != NULL)
    imp_toasts_show_undoable (window, self->backlog, text != NULL ? text : what,
                              "app.restore-backup", g_variant_new_string (self->before_restore));
  else
    imp_toasts_show (window, what);
}

void
imp_application_tell_restored (ImpApplication *self, ImpWindow *window)
{
  g_autoptr (ImpSalvage) salvage = g_steal_pointer (&self->salvage);

  self->restoring = FALSE;
  if (window == NULL)
    return;
  if (self->restore_error != NULL)
    imp_toasts_show_error (GTK_WIDGET (window), self->restore_error);
  else if (self->backlog != NULL && salvage != NULL)
    imp_window_tell_saved (window, salvage);
  else if (self->backlog != NULL)
    tell_backup_restored (self, GTK_WIDGET (window));
}
