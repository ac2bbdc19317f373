/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who changed what in one item, the newest first. */
#include "config.h"

#include "ui/changes/imp-history-dialog.h"

#include "backlog/imp-backlog-history.h"
#include "ui/changes/imp-change-row.h"
#include "ui/changes/imp-change-words.h"
#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>

struct _ImpHistoryDialog
{
  ImpChangesDialog parent_instance;

  ImpItem item;
  gboolean may_change;
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

/* That what belongs to the item belongs to it, and what the bytes of a photo say of themselves. */
static gboolean
goes_without_saying (ImpHistoryDialog *self, const ImpEditedField *edited)
{
  const ImpField *field = imp_kind_get_field (edited->kind, edited->field);

  if (edited->kind == IMP_KIND_ATTACHMENT && edited->field > IMP_ATTACHMENT_NAME)
    return TRUE;
  return field != NULL && field->type == IMP_FIELD_ITEM && edited->after.type == IMP_VALUE_INTEGER
         && edited->after.integer == self->item;
}

static void
append_row (ImpHistoryDialog *self, GtkListBox *list, const ImpEditedField *edited)
{
  GtkWidget *row = imp_change_row_new (edited, self->item, self->may_change);

  g_signal_connect_object (row, "used-again", G_CALLBACK (used_again_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (list, row);
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

/* A box for each item: an import of many would be one long box. */
static void
append_lists (ImpHistoryDialog *self, GtkBox *box, const ImpEdit *edit, GtkWidget *heading)
{
  GtkWidget *list = NULL;
  ImpItem item = 0;

  for (guint i = 0; i < edit->fields->len; i++)
    {
      const ImpEditedField *edited = edit->fields->pdata[i];

      if (goes_without_saying (self, edited))
        continue;
      if (list == NULL || edited->item != item)
        gtk_box_append (box, list = create_list (heading));
      item = edited->item;
      append_row (self, GTK_LIST_BOX (list), edited);
    }
}

static GtkWidget *
create_action (ImpHistoryDialog *self, const ImpEdit *edit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *text = imp_change_words_who_and_when (edit->actor, edit->time_ms);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (box), heading);
  append_lists (self, GTK_BOX (box), edit, heading);
  return box;
}

static GtkWidget *
imp_history_dialog_fill (ImpChangesDialog *dialog, GtkBox *list, GPtrArray *edits, guint n)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (list));

  for (guint i = 0; i < n; i++)
    gtk_box_append (list, create_action (IMP_HISTORY_DIALOG (dialog), edits->pdata[i]));
  return last != NULL ? gtk_widget_get_next_sibling (last)
                      : gtk_widget_get_first_child (GTK_WIDGET (list));
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
imp_history_dialog_class_init (ImpHistoryDialogClass *klass)
{
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
  self->may_change = may_change;
  return ADW_DIALOG (self);
}
