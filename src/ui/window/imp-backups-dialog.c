/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The backups: how fresh, where, and which to go back to. */
#include "config.h"

#include "ui/window/imp-backups-dialog.h"

#include "backlog/imp-backlog-backups.h"
#include "base/imp-error.h"
#include "ui/common/imp-chosen-file.h"
#include "ui/common/imp-focus.h"
#include "ui/common/imp-headings.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-portals.h"
#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>

#define KEY_FOLDER "backup-folder"
#define KEY_BACKUP "imp-backup" /* the file, on the row and on the question */

struct _ImpBackupsDialog
{
  AdwDialog parent_instance;
  GtkStack *stack;
  AdwActionRow *last, *busy, *second;
  GtkWidget *none, *back_up, *back_up_first, *cancel, *forget;
  AdwPreferencesGroup *all;
  GPtrArray *rows; /* in `all`, borrowed */
  char *path;
  ImpBacklog *backlog; /* NULL: it cannot be opened */
  GSettings *settings;
  GCancellable *cancellable; /* of the backup under way; NULL: none */
  gboolean made;             /* one was just made, or not: the focus goes back to making one */
};

G_DEFINE_FINAL_TYPE (ImpBackupsDialog, imp_backups_dialog, ADW_TYPE_DIALOG)

static void list (ImpBackupsDialog *self);

/* Restoring */

static void
restore_confirmed_cb (GtkWidget *parent, const char *response, AdwAlertDialog *question)
{
  ImpBackupsDialog *self = IMP_BACKUPS_DIALOG (parent);
  const char *file = g_object_get_data (G_OBJECT (question), KEY_BACKUP);
  g_autoptr (GtkWidget) window = GTK_WIDGET (g_object_ref (gtk_widget_get_root (parent)));

  adw_dialog_force_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "app.restore-backup", "s", file);
}

static char *
describe_restore (ImpBackupsDialog *self, const char *when)
{
  return g_strdup_printf (
      self->backlog != NULL
          ? _ ("What was there on %s replaces everything that is in your backlog now. That is "
               "backed up first, so you can come back to it the same way.")
          : _ ("What was there on %s takes the place of the backlog that does not open. That one "
               "is kept beside it under another name."),
      when);
}

/* The one question, as everything is replaced. */
static void
ask_to_restore (ImpBackupsDialog *self, const char *file, const char *when)
{
  g_autofree char *body = describe_restore (self, when);
  AdwDialog *question = adw_alert_dialog_new (_ ("Restore This Backup?"), body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "cancel", _ ("_Cancel"), "restore",
                                  _ ("_Restore"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "restore",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "cancel");
  g_object_set_data_full (G_OBJECT (question), KEY_BACKUP, g_strdup (file), g_free);
  g_signal_connect_object (question, "response::restore", G_CALLBACK (restore_confirmed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (self));
}

static void
restore_clicked_cb (GtkWidget *row)
{
  ImpBackupsDialog *self =
      IMP_BACKUPS_DIALOG (gtk_widget_get_ancestor (row, IMP_TYPE_BACKUPS_DIALOG));

  ask_to_restore (self, g_object_get_data (G_OBJECT (row), KEY_BACKUP),
                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

/* The list */

static char *
describe_backup (const ImpBackup *backup)
{
  g_autofree char *size = g_format_size (backup->size);

  /* Translators: the size of a backup, and why it was made: 901.1 kB · by hand */
  return g_strdup_printf (_ ("%s · %s"), size, imp_backup_reason_get_words (backup->reason));
}

static GtkWidget *
create_row (const GPtrArray *backups, guint i)
{
  const ImpBackup *backup = backups->pdata[i];
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Restore…"));
  g_autofree char *when = imp_backup_dup_time_words (backup, backups);
  g_autofree char *what = describe_backup (backup);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), what);
  g_object_set_data_full (G_OBJECT (row), KEY_BACKUP, g_strdup (backup->path), g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  when, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_clicked_cb), row,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  imp_plain_text (row);
  return row;
}

/* What was there goes, so the focus goes along: the keys go on working. */
static void
take_focus (ImpBackupsDialog *self, gboolean first)
{
  GtkWidget *making = self->rows->len > 0 ? self->back_up : self->back_up_first;

  if (self->made && gtk_widget_get_visible (making))
    gtk_widget_grab_focus (making);
  else if (first || self->made)
    imp_focus_first (gtk_stack_get_visible_child (self->stack));
  self->made = FALSE;
}

static void
show_parts (ImpBackupsDialog *self)
{
  gboolean busy = self->cancellable != NULL;
  gboolean any = self->rows->len > 0;

  gtk_widget_set_visible (self->none, !any && !busy);
  gtk_widget_set_visible (self->back_up_first, self->backlog != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->last), any);
  gtk_widget_set_visible (self->back_up, !busy && self->backlog != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->busy), busy);
  gtk_widget_set_visible (GTK_WIDGET (self->all), any);
}

static void
fill_list (ImpBackupsDialog *self, const GPtrArray *backups)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->all, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < backups->len; i++)
    {
      GtkWidget *row = create_row (backups, i);

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->all, row);
    }
  if (backups->len > 0)
    adw_action_row_set_subtitle (
        self->last, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->rows->pdata[0])));
}

static void
show_list (ImpBackupsDialog *self, const GPtrArray *backups)
{
  gboolean first = g_str_equal (gtk_stack_get_visible_child_name (self->stack), "looking");

  fill_list (self, backups);
  show_parts (self);
  gtk_stack_set_visible_child_name (self->stack, "backups");
  take_focus (self, first);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpBackupsDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = imp_backlog_list_backups_finish (result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (backups != NULL)
    show_list (self, backups);
  else
    imp_toasts_show_error (GTK_WIDGET (self), error);
}

static void
list (ImpBackupsDialog *self)
{
  imp_backlog_list_backups_async (self->path, NULL, NULL, listed_cb, g_object_ref (self));
}

/* Backing up */

static void
backed_up_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpBackupsDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *file = imp_backlog_back_up_finish (IMP_BACKLOG (backlog), result, &error);

  g_clear_object (&self->cancellable);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (file == NULL)
    imp_toasts_show_error (GTK_WIDGET (self), error);
  self->made = TRUE;
  list (self);
}

static char *
dup_second (ImpBackupsDialog *self)
{
  g_autofree char *folder = g_settings_get_string (self->settings, KEY_FOLDER);

  return *folder != '\0' ? g_steal_pointer (&folder) : NULL;
}

static void
back_up_clicked_cb (ImpBackupsDialog *self)
{
  g_autofree char *second = dup_second (self);

  if (self->cancellable != NULL)
    return;
  self->cancellable = g_cancellable_new ();
  show_parts (self);
  gtk_widget_grab_focus (self->cancel);
  imp_backlog_back_up_async (self->backlog, IMP_BACKUP_BY_HAND, second, self->cancellable,
                             backed_up_cb, g_object_ref (self));
}

static void
cancel_clicked_cb (ImpBackupsDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* Folders */

/* Unless it is another one by now. */
static void
place_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpBackupsDialog) self = data;
  g_autofree char *place = imp_portals_place_finish (result);
  g_autofree char *second = self->settings != NULL ? dup_second (self) : NULL;

  if (g_strcmp0 (second, imp_portals_place_get_path (result)) == 0)
    adw_action_row_set_subtitle (self->second, place);
}

static void
show_second (ImpBackupsDialog *self)
{
  g_autofree char *second = dup_second (self);

  adw_action_row_set_subtitle (self->second, second != NULL
                                                 ? ""
                                                 : _ ("None. On a stick or a server, a backup "
                                                      "survives this computer."));
  gtk_widget_set_visible (self->forget, second != NULL);
  if (second != NULL)
    imp_portals_place_async (second, place_found_cb, g_object_ref (self));
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpBackupsDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder =
      gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *path = imp_chosen_file_dup_path (GTK_WIDGET (self), folder, error);
  g_autofree char *known = path != NULL ? g_filename_to_utf8 (path, -1, NULL, NULL, NULL) : NULL;

  if (known != NULL)
    g_settings_set_string (self->settings, KEY_FOLDER, known);
}

static void
choose_clicked_cb (ImpBackupsDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_dialog_set_title (dialog, _ ("Back Up Here Too"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Choose"));
  imp_portals_prepare (dialog, GTK_WIDGET (self));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (window), NULL, folder_chosen_cb,
                                 g_object_ref (self));
}

static void
forget_clicked_cb (ImpBackupsDialog *self)
{
  g_settings_reset (self->settings, KEY_FOLDER);
  gtk_widget_grab_focus (GTK_WIDGET (self->second));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpBackupsDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  imp_error_prefix (&error, _ ("Cannot open the folder “%s”"),
                    g_file_peek_path (gtk_file_launcher_get_file (GTK_FILE_LAUNCHER (source))));
  imp_toasts_show_error (GTK_WIDGET (self), error);
}

static void
open_folder_clicked_cb (ImpBackupsDialog *self)
{
  g_autofree char *path = imp_backlog_dup_backup_folder (self->path);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (folder);
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_launcher_launch (launcher, GTK_WINDOW (window), NULL, opened_cb, g_object_ref (self));
}

/* Not while it is made: what comes is dropped where there is no window. */
static void
imp_backups_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (imp_backups_dialog_parent_class)->map (widget);
  list (IMP_BACKUPS_DIALOG (widget));
}

/* A backup that is being made is finished all the same. */
static void
imp_backups_dialog_dispose (GObject *object)
{
  ImpBackupsDialog *self = IMP_BACKUPS_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->backlog);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_BACKUPS_DIALOG);
  G_OBJECT_CLASS (imp_backups_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/window/imp-backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpBackupsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ImpBackupsDialog, last);
  gtk_widget_class_bind_template_child (widget_class, ImpBackupsDialog, busy);
  gtk_widget_class_bind_template_child (widget_class, ImpBackupsDialog, second);
  gtk_widget_class_bind_template_child (widget_class, ImpBackupsDialog, none);
  gtk_widget_class_bind_template_child (widget_class, ImpBackupsDialog, back_up);
  gtk_widget_class_bind_template_child (widget_class, ImpBackupsDialog, back_up_first);
  gtk_widget_class_bind_template_child (widget_class, ImpBackupsDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, ImpBackupsDialog, forget);
  gtk_widget_class_bind_template_child (widget_class, ImpBackupsDialog, all);
  gtk_widget_class_bind_template_callback (widget_class, back_up_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_clicked_cb);
}

static void
imp_backups_dialog_class_init (ImpBackupsDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_backups_dialog_dispose;
  GTK_WIDGET_CLASS (klass)->map = imp_backups_dialog_map;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
imp_backups_dialog_init (ImpBackupsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_headings_wrap (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  imp_plain_text (GTK_WIDGET (self));
}

ImpBackupsDialog *
imp_backups_dialog_new (const char *path, ImpBacklog *backlog, GSettings *settings)
{
  ImpBackupsDialog *self = g_object_new (IMP_TYPE_BACKUPS_DIALOG, NULL);

  self->path = g_strdup (path);
  self->settings = g_object_ref (settings);
  g_set_object (&self->backlog, backlog);
  g_signal_connect_object (settings, "changed::" KEY_FOLDER, G_CALLBACK (show_second), self,
                           G_CONNECT_SWAPPED);
  if (backlog != NULL)
    g_signal_connect_object (backlog, "backed-up", G_CALLBACK (list), self, G_CONNECT_SWAPPED);
  show_second (self);
  return self;
}
