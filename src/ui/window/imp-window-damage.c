/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What helps where a backlog opens, but was found to be damaged. */
#include "config.h"

#include "ui/window/imp-window-private.h"

#include <glib/gi18n.h>

#include "backlog/imp-backlog-backups.h"

/* What is wrong in the words of the disk, for whoever asks for it. */
static GtkWidget *
create_details (const char *damage)
{
  GtkWidget *details = gtk_expander_new_with_mnemonic (_ ("_Details"));
  GtkWidget *text = gtk_label_new (damage);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_expander_set_child (GTK_EXPANDER (details), text);
  return details;
}

static void
add_restore (AdwAlertDialog *dialog, const ImpBackup *backup)
{
  g_autofree char *when = imp_backup_dup_time_words (backup, NULL);
  g_autofree char *label = g_strdup_printf (_ ("_Restore the Backup of %s"), when);

  adw_alert_dialog_add_responses (dialog, "all", _ ("All _Backups…"), "restore", label, NULL);
  adw_alert_dialog_set_response_appearance (dialog, "restore", ADW_RESPONSE_SUGGESTED);
  g_object_set_data_full (G_OBJECT (dialog), "backup", g_strdup (backup->path), g_free);
}

static void
answered_cb (AdwAlertDialog *dialog, const char *response, ImpWindow *self)
{
  const char *backup = g_object_get_data (G_OBJECT (dialog), "backup");

  if (g_str_equal (response, "restore"))
    gtk_widget_activate_action (GTK_WIDGET (self), "app.restore-backup", "s", backup);
  else if (g_str_equal (response, "rescue"))
    gtk_widget_activate_action (GTK_WIDGET (self), "app.salvage", NULL);
  else if (g_str_equal (response, "all"))
    imp_window_show_backups (self);
}

static AdwAlertDialog *
create_dialog (const char *damage)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (
      adw_alert_dialog_new (_ ("Your Backlog Is Damaged"),
                            _ ("Improve looks for a backup to restore, and can rescue what is "
                               "left. The damaged file is kept.")));

  adw_alert_dialog_add_responses (dialog, "close", _ ("_Close"), "rescue",
                                  _ ("Rescue _What Is Left"), NULL);
  adw_alert_dialog_set_close_response (dialog, "close");
  adw_alert_dialog_set_extra_child (dialog, create_details (damage));
  return dialog;
}

static void
offer_backup (AdwAlertDialog *dialog, const ImpBackup *backup)
{
  adw_alert_dialog_set_body (
      dialog, backup != NULL
                  ? _ ("Restore a backup to go on from there, or let Improve rescue "
                       "what is left. The damaged file is kept.")
                  : _ ("There is no backup. Improve can rescue what is left. The damaged "
                       "file is kept."));
  if (backup != NULL)
    add_restore (dialog, backup);
  else
    adw_alert_dialog_set_response_appearance (dialog, "rescue", ADW_RESPONSE_SUGGESTED);
}

static void
backup_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwAlertDialog) dialog = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpBackup) backup = imp_backlog_find_backup_finish (result, &error);

  if (error == NULL && gtk_widget_get_root (GTK_WIDGET (dialog)) != NULL)
    offer_backup (dialog, backup);
}

/* Looking takes a while: each backup is looked over until one is sound. */
static void
look_for_backup (ImpWindow *self, AdwAlertDialog *dialog)
{
  const ImpClock clock = imp_clock_system ();
  g_autoptr (GCancellable) looking = g_cancellable_new ();

  g_signal_connect_data (dialog, "closed", G_CALLBACK (g_cancellable_cancel),
                         g_object_ref (looking), (GClosureNotify) (GCallback) g_object_unref,
                         G_CONNECT_SWAPPED);
  imp_backlog_find_backup_async (imp_backlog_get_path (self->backlog), &clock, looking,
                                 backup_found_cb, g_object_ref (dialog));
}

void
imp_window_show_damage (ImpWindow *self)
{
  const char *damage = self->backlog != NULL ? imp_backlog_get_damage (self->backlog) : NULL;
  AdwAlertDialog *dialog;

  if (damage == NULL)
    return;
  dialog = create_dialog (damage);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_DEFAULT);
  look_for_backup (self, dialog);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}
