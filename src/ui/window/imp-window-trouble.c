/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What does not work: no backlog, no room on the disk, no backup. */
#include "config.h"

#include "ui/window/imp-window-private.h"

#include "ui/window/imp-backups-dialog.h"
#include "ui/window/imp-trouble-page.h"

#include <glib/gi18n.h>

#define RETRY_SECONDS 20

/* Most never see it: it is made when it is needed. */
static ImpTroublePage *
get_trouble_page (ImpWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, "trouble");

  if (page == NULL)
    {
      page = g_object_new (IMP_TYPE_TROUBLE_PAGE, NULL);
      gtk_stack_add_named (self->stack, page, "trouble");
    }
  return IMP_TROUBLE_PAGE (page);
}

void
imp_window_show_trouble (ImpWindow *self, const char *path, const GError *error)
{
  ImpTroublePage *page = get_trouble_page (self);

  g_set_str (&self->trouble_path, path);
  imp_window_stop_waiting (self);
  imp_sidebar_show_pages (self->sidebar, FALSE);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
  imp_trouble_page_explain (page, path, error);
  imp_window_update_actions (self);
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
  else if (self->calendar_failure != NULL)
    fill_banner (self, self->calendar_failure, _ ("_Calendar…"), "win.calendar");
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
