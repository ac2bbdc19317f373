/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What does not work: no backlog, no room on the disk, no backup. */
#include "config.h"

#include "ui/window/imp-window-private.h"

#include "backlog/imp-backlog-backups.h"
#include "backlog/imp-backlog-gone.h"
#include "base/imp-error.h"
#include "ui/window/imp-backups-dialog.h"

#include <glib/gi18n.h>

#define RETRY_SECONDS 20

/* The trouble page */

/* One button is what most people want; the others are there, quietly. */
static void
suggest (ImpWindow *self, GtkWidget *suggested)
{
  GtkWidget *const buttons[] = { self->restore, self->salvage, self->all_backups, self->try_again };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gboolean is_suggested = buttons[i] == suggested;

      gtk_widget_remove_css_class (buttons[i], is_suggested ? "flat" : "suggested-action");
      gtk_widget_add_css_class (buttons[i], is_suggested ? "suggested-action" : "flat");
    }
}

static void
offer_backup (ImpWindow *self, const ImpBackup *newest)
{
  g_autofree char *when = imp_backup_dup_time_words (newest);
  g_autofree char *label = g_strdup_printf (_ ("_Restore the Backup of %s"), when);

  adw_status_page_set_description (
      self->trouble,
      self->is_gone
          ? _ ("The file it is kept in is gone. Restore the newest backup to go on from there.")
          : _ ("The file it is kept in is damaged. Restore the newest backup to go on from "
               "there; the damaged file is kept."));
  gtk_label_set_label (self->restore_label, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->restore), "s", newest->path);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->restore), "app.restore-backup");
  gtk_widget_set_visible (self->restore, TRUE);
  gtk_widget_set_visible (self->all_backups, TRUE);
  suggest (self, self->restore);
}

/* It may as well be another program's. */
static void
offer_rescue (ImpWindow *self)
{
  adw_status_page_set_description (
      self->trouble,
      _ ("The file it is kept in cannot be read, and there is no backup. Improve can look "
         "for what is left in it; the file is kept."));
  suggest (self, self->salvage);
}

/* There is nothing to be rescued. */
static void
ask_for_file (ImpWindow *self)
{
  adw_status_page_set_description (
      self->trouble, _ ("The file it is kept in is gone, and there is no backup. Look for a copy "
                        "of it and put it back, then try again."));
  suggest (self, self->try_again);
}

static void
backups_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpWindow) self = data;
  g_autoptr (GPtrArray) backups = imp_backlog_list_backups_finish (result, NULL);
  const ImpClock clock = imp_clock_system ();

  if (self->restore == NULL)
    return;
  if (backups != NULL && backups->len > 0)
    offer_backup (self, imp_backup_find_latest (backups, imp_clock_now_ms (&clock)));
  else if (self->is_gone)
    ask_for_file (self);
  else
    offer_rescue (self);
}

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, IMP_ERROR, IMP_ERROR_CORRUPT)
         || g_error_matches (error, IMP_ERROR, IMP_ERROR_NOT_OURS);
}

/* NULL: the details say it. */
static const char *
say_trouble (const GError *error)
{
  if (error->domain != IMP_ERROR)
    return NULL;
  switch ((ImpError) error->code)
    {
    case IMP_ERROR_TOO_NEW:
      return _ ("A newer version of Improve has written it. Update Improve to open it here.");
    case IMP_ERROR_FULL:
      return _ ("There is no room left on the disk. Make room, then try again.");
    case IMP_ERROR_BUSY:
      return _ ("Another program has it open. Close that program, then try again.");
    case IMP_ERROR_CORRUPT:
    case IMP_ERROR_NOT_OURS: /* unless it is gone */
    case IMP_ERROR_FAILED:
    case IMP_ERROR_READ_ONLY:
    case IMP_ERROR_INPUT:
    case IMP_ERROR_NOT_FOUND:
    case IMP_ERROR_CONFLICT:
    default:
      return NULL;
    }
}

/* A file that is gone is not damaged, whatever the opening came to; both have backups. */
static void
gone_looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpWindow) self = data;

  self->is_gone = imp_backlog_is_gone_finish (result);
  if (self->restore == NULL)
    return;
  adw_status_page_set_description (self->trouble,
                                   self->is_gone ? _ ("The file it is kept in is gone.")
                                                 : _ ("The file it is kept in cannot be read."));
  gtk_widget_set_visible (self->salvage, !self->is_gone);
  gtk_widget_set_visible (self->begin_anew, self->is_gone);
  imp_backlog_list_backups_async (self->trouble_path, NULL, backups_found_cb, g_object_ref (self));
}

void
imp_window_explain_trouble (ImpWindow *self, const GError *error)
{
  const char *said = say_trouble (error);

  adw_status_page_set_description (self->trouble, said);
  gtk_label_set_text (self->details_text, error->message);
  gtk_expander_set_expanded (self->details, said == NULL && !is_damage (error));
  gtk_widget_set_visible (self->restore, FALSE);
  gtk_widget_set_visible (self->all_backups, FALSE);
  gtk_widget_set_visible (self->salvage, FALSE);
  gtk_widget_set_visible (self->begin_anew, FALSE);
  suggest (self, is_damage (error) ? NULL : self->try_again);
  if (is_damage (error))
    imp_backlog_is_gone_async (self->trouble_path, gone_looked_cb, g_object_ref (self));
}

void
imp_window_show_backups (ImpWindow *self)
{
  const char *path =
      self->backlog != NULL ? imp_backlog_get_path (self->backlog) : self->trouble_path;

  g_clear_pointer (&self->backup_failure, g_free);
  imp_window_update_banner (self);
  if (path != NULL)
    adw_dialog_present (ADW_DIALOG (imp_backups_dialog_new (path, self->backlog, self->settings)),
                        GTK_WIDGET (self));
}

static char *
describe_saved (const ImpSalvage *salvage)
{
  g_autofree char *summary = imp_salvage_dup_summary (salvage);
  g_autofree char *details = imp_salvage_dup_details (salvage);

  return g_strdup_printf ("%s\n%s%s\n%s", summary, details != NULL ? details : "",
                          details != NULL ? "\n" : "",
                          _ ("The damaged file is kept beside your backlog."));
}

void
imp_window_tell_saved (ImpWindow *self, const ImpSalvage *salvage)
{
  g_autofree char *body = describe_saved (salvage);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Your Backlog Is Back"), body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* The banner */

static gboolean
retry_cb (gpointer data)
{
  ImpWindow *self = data;

  imp_window_try_again (self);
  return G_SOURCE_CONTINUE;
}

void
imp_window_try_again (ImpWindow *self)
{
  if (self->backlog != NULL)
    imp_backlog_try_again (self->backlog);
}

static void
fill_banner (ImpWindow *self, const char *text, const char *button, const char *action)
{
  adw_banner_set_title (self->banner, text);
  adw_banner_set_button_label (self->banner, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner), action);
  adw_banner_set_revealed (self->banner, TRUE);
}

void
imp_window_update_banner (ImpWindow *self)
{
  const char *trouble = self->backlog != NULL ? imp_backlog_get_trouble (self->backlog) : NULL;
  const char *reason = self->backlog != NULL ? imp_backlog_get_read_only (self->backlog) : NULL;
  const char *damage = self->backlog != NULL ? imp_backlog_get_damage (self->backlog) : NULL;
  const char *notice = self->backlog != NULL ? imp_backlog_get_notice (self->backlog) : NULL;
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->retry, g_source_remove);
  if (reason != NULL)
    {
      text = g_strdup_printf (_ ("Nothing can be changed: %s"), reason);
      fill_banner (self, text, NULL, NULL);
    }
  else if (trouble != NULL)
    {
      text = g_strdup_printf (_ ("Nothing can be saved now: %s"), trouble);
      fill_banner (self, text, _ ("_Try Again"), "win.try-again");
      self->retry = g_timeout_add_seconds (RETRY_SECONDS, retry_cb, self);
    }
  else if (damage != NULL)
    fill_banner (self, _ ("Your backlog is damaged. Restore a backup, or rescue what is left"),
                 _ ("_What to Do…"), "win.show-damage");
  else if (notice != NULL)
    fill_banner (self, notice, _ ("_Close"), "win.dismiss-notice");
  else if (self->backup_failure != NULL)
    fill_banner (self, self->backup_failure, _ ("_Backups…"), "win.backups");
  else
    adw_banner_set_revealed (self->banner, FALSE);
}

void
imp_window_tell_backup (ImpWindow *self, const GError *error)
{
  const char *failure = error != NULL ? error->message : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) /* by closing the backlog */
    return;
  if (failure == NULL || g_set_str (&self->backup_told, failure))
    g_set_str (&self->backup_failure, failure);
  if (failure == NULL)
    g_clear_pointer (&self->backup_told, g_free);
  imp_window_update_banner (self);
}
