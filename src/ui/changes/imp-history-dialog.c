/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who changed what in one item, the newest first. */
#include "config.h"

#include "ui/changes/imp-history-dialog.h"

#include "backlog/imp-backlog-history.h"
#include "ui/changes/imp-change-words.h"
#include "ui/changes/imp-edit-row.h"
#include "ui/common/imp-toasts.h"
#include "ui/common/imp-writing.h"

#include <glib/gi18n.h>

struct _ImpHistoryDialog
{
  ImpChangesDialog parent_instance;

  ImpItem item;
  gboolean may_change;
  char *day;        /* the last heading */
  GtkListBox *list; /* and what stands below it */
};

G_DEFINE_FINAL_TYPE (ImpHistoryDialog, imp_history_dialog, IMP_TYPE_CHANGES_DIALOG)

static void
used_again_cb (ImpHistoryDialog *self, gint64 item, guint field, const ImpValue *value)
{
  ImpBacklog *backlog = imp_changes_dialog_get_backlog (IMP_CHANGES_DIALOG (self));
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_value (changes, item, (guint8) field, value);
  imp_backlog_apply_async (backlog, changes, _ ("Earlier value used again"), NULL,
                           imp_toasts_written_cb, imp_toasts_expect (GTK_WIDGET (self)));
}

static GtkWidget *
create_heading (const char *text)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (heading, "heading");
  return heading;
}

static GtkWidget *
create_list (GtkWidget *heading)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  heading, NULL, -1);
  return list;
}

static void
begin_day (ImpHistoryDialog *self, GtkBox *box, const char *day)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = create_heading (day);

  g_set_str (&self->day, day);
  self->list = GTK_LIST_BOX (create_list (heading));
  gtk_box_append (GTK_BOX (group), heading);
  gtk_box_append (GTK_BOX (group), GTK_WIDGET (self->list));
  gtk_box_append (box, group);
}

/* Under the heading of its day, which what came before may have begun. */
static GtkWidget *
append_edit (ImpHistoryDialog *self, GtkBox *box, GPtrArray *edits, guint n)
{
  ImpBacklog *backlog = imp_changes_dialog_get_backlog (IMP_CHANGES_DIALOG (self));
  const ImpEdit *edit = edits->pdata[n];
  g_autofree char *day = imp_change_words_day (edit->time_ms, imp_backlog_get_today (backlog));
  GtkWidget *row = imp_edit_row_new (edits, n, self->item, self->may_change);

  if (gtk_widget_get_first_child (GTK_WIDGET (box)) == NULL || g_strcmp0 (day, self->day) != 0)
    begin_day (self, box, day);
  g_signal_connect_object (row, "used-again", G_CALLBACK (used_again_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  return row;
}

static GtkWidget *
imp_history_dialog_fill (ImpChangesDialog *dialog, GtkBox *list, GPtrArray *edits, guint n)
{
  GtkWidget *first = NULL;

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = append_edit (IMP_HISTORY_DIALOG (dialog), list, edits, i);

      if (first == NULL)
        first = row;
    }
  return first;
}

static void
edits_read_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpChangesDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = imp_backlog_edits_finish (IMP_BACKLOG (backlog), result, &error);

  imp_changes_dialog_take (self, result, edits, error);
}

static void
imp_history_dialog_load (ImpChangesDialog *dialog,
                         ImpBacklog *backlog,
                         guint n_passed,
                         guint n_most,
                         GCancellable *cancellable)
{
  imp_backlog_edits_async (backlog, IMP_HISTORY_DIALOG (dialog)->item, n_passed, n_most,
                           cancellable, edits_read_cb, g_object_ref (dialog));
}

static void
imp_history_dialog_finalize (GObject *object)
{
  g_free (IMP_HISTORY_DIALOG (object)->day);
  G_OBJECT_CLASS (imp_history_dialog_parent_class)->finalize (object);
}

static void
imp_history_dialog_class_init (ImpHistoryDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = imp_history_dialog_finalize;
  IMP_CHANGES_DIALOG_CLASS (klass)->load = imp_history_dialog_load;
  IMP_CHANGES_DIALOG_CLASS (klass)->fill = imp_history_dialog_fill;
}

static void
imp_history_dialog_init (ImpHistoryDialog *self)
{
}

AdwDialog *
imp_history_dialog_new (ImpBacklog *backlog, ImpItem item, const char *name, gboolean may_change)
{
  ImpHistoryDialog *self = g_object_new (
      IMP_TYPE_HISTORY_DIALOG, "backlog", backlog, "heading", _ ("History"), "subheading", name,
      "empty-icon", "document-open-recent-symbolic", "empty-title", _ ("No Changes"), "more-label",
      _ ("Show Earlier Changes"), NULL);

  self->item = item;
  self->may_change = may_change && imp_writing_is_possible (backlog);
  return ADW_DIALOG (self);
}
