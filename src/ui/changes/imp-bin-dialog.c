/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What was deleted, for ninety days. */
#include "config.h"

#include "ui/changes/imp-bin-dialog.h"

#include "backlog/imp-backlog-history.h"
#include "ui/changes/imp-change-words.h"
#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>

#define N_WITHOUT_SEARCH 8

struct _ImpBinDialog
{
  ImpChangesDialog parent_instance;

  GtkListBox *list; /* NULL while nothing is listed */
};

G_DEFINE_FINAL_TYPE (ImpBinDialog, imp_bin_dialog, IMP_TYPE_CHANGES_DIALOG)

static void
restore (GtkWidget *widget, const char *action, GVariant *item)
{
  ImpBacklog *backlog = imp_changes_dialog_get_backlog (IMP_CHANGES_DIALOG (widget));

  imp_backlog_restore_async (backlog, g_variant_get_int64 (item), imp_toasts_written_cb,
                             imp_toasts_expect (widget));
}

static GtkWidget *
create_button (const ImpBinned *binned)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Restore"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "bin.restore");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", binned->item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  binned->name, -1);
  return button;
}

static GtkWidget *
create_row (ImpBinDialog *self, const ImpBinned *binned)
{
  GtkWidget *row = adw_action_row_new ();
  ImpBacklog *backlog = imp_changes_dialog_get_backlog (IMP_CHANGES_DIALOG (self));
  g_autofree char *about = imp_change_words_binned (binned, imp_backlog_get_today (backlog));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), binned->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button (binned));
  return row;
}

static void
begin_list (ImpBinDialog *self, GtkBox *box)
{
  g_set_weak_pointer (&self->list, GTK_LIST_BOX (gtk_list_box_new ()));
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What was deleted"), -1);
  gtk_box_append (box, GTK_WIDGET (self->list));
}

static void
say_nothing_found (GtkBox *box)
{
  GtkWidget *label = gtk_label_new (_ ("Nothing of that name was deleted."));

  gtk_widget_add_css_class (label, "quiet");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (box, label);
}

static GtkWidget *
imp_bin_dialog_fill (ImpChangesDialog *dialog, GtkBox *box, GPtrArray *bin, guint n)
{
  ImpBinDialog *self = IMP_BIN_DIALOG (dialog);
  GtkWidget *first = NULL;

  if (n == 0)
    say_nothing_found (box);
  else if (gtk_widget_get_first_child (GTK_WIDGET (box)) == NULL)
    begin_list (self, box);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = create_row (self, bin->pdata[i]);

      gtk_list_box_append (self->list, row);
      first = first != NULL ? first : row;
    }
  return first;
}

static void
bin_read_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpBinDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) bin = imp_backlog_bin_finish (IMP_BACKLOG (backlog), result, &error);
  ImpChangesDialog *dialog = IMP_CHANGES_DIALOG (self);

  imp_changes_dialog_take (dialog, result, bin, error);
  if (imp_changes_dialog_get_backlog (dialog) != NULL)
    imp_changes_dialog_set_searchable (
        dialog, *imp_changes_dialog_get_search (dialog) != '\0'
                    || (self->list != NULL
                        && gtk_list_box_get_row_at_index (self->list, N_WITHOUT_SEARCH) != NULL));
}

static void
imp_bin_dialog_load (ImpChangesDialog *dialog,
                     ImpBacklog *backlog,
                     guint n_passed,
                     guint n_most,
                     GCancellable *cancellable)
{
  imp_backlog_bin_async (backlog, imp_changes_dialog_get_search (dialog), n_passed, n_most,
                         cancellable, bin_read_cb, g_object_ref (dialog));
}

static void
imp_bin_dialog_finalize (GObject *object)
{
  g_clear_weak_pointer (&IMP_BIN_DIALOG (object)->list);
  G_OBJECT_CLASS (imp_bin_dialog_parent_class)->finalize (object);
}

static void
imp_bin_dialog_class_init (ImpBinDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = imp_bin_dialog_finalize;
  IMP_CHANGES_DIALOG_CLASS (klass)->load = imp_bin_dialog_load;
  IMP_CHANGES_DIALOG_CLASS (klass)->fill = imp_bin_dialog_fill;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "bin.restore", "x", restore);
}

static void
imp_bin_dialog_init (ImpBinDialog *self)
{
}

AdwDialog *
imp_bin_dialog_new (ImpBacklog *backlog)
{
  g_autofree char *description = g_strdup_printf (
      ngettext ("What is deleted can be restored from here for %d day.",
                "What is deleted can be restored from here for %d days.", IMP_BIN_DAYS),
      IMP_BIN_DAYS);

  return g_object_new (IMP_TYPE_BIN_DIALOG, "backlog", backlog, "heading", _ ("Bin"), "empty-icon",
                       "user-trash-symbolic", "empty-title", _ ("The Bin Is Empty"),
                       "empty-description", description, "more-label", _ ("Show Earlier"), NULL);
}
