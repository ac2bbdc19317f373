/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who changed what in one item, the newest first. */
#include "config.h"

#include "ui/changes/imp-history-dialog.h"

#include "backlog/imp-backlog-history.h"
#include "ui/changes/imp-change-row.h"
#include "ui/changes/imp-change-words.h"
#include "ui/common/imp-focus.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>

#define N_STEP 200 /* actions; earlier ones are rarely asked for */

struct _ImpHistoryDialog
{
  ImpChangesDialog parent_instance;

  ImpItem item;
  gboolean may_change;
  guint n_wanted; /* actions to list at most; grows by the button */
  guint n_shown;
  gboolean asked;            /* a question is under way */
  GCancellable *cancellable; /* of that question */

  GtkBox *list;
  GtkWidget *more; /* at the end of the list, in sight while there are more */
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

static GtkWidget *
create_list (ImpHistoryDialog *self, const ImpEdit *edit, GtkWidget *heading)
{
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < edit->fields->len; i++)
    if (!goes_without_saying (self, edit->fields->pdata[i]))
      {
        GtkWidget *row = imp_change_row_new (edit->fields->pdata[i], self->item, self->may_change);

        g_signal_connect_object (row, "used-again", G_CALLBACK (used_again_cb), self,
                                 G_CONNECT_SWAPPED);
        gtk_list_box_append (GTK_LIST_BOX (list), row);
      }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  heading, NULL, -1);
  return list;
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
  gtk_box_append (GTK_BOX (box), create_list (self, edit, heading));
  return box;
}

/* One action more than wanted was asked for: it says whether there are more. */
static void
append_actions (ImpHistoryDialog *self, GPtrArray *edits)
{
  GtkWidget *last = gtk_widget_get_prev_sibling (self->more);
  guint n_actions = MIN (edits->len, self->n_wanted - self->n_shown);

  for (guint i = 0; i < n_actions; i++)
    {
      GtkWidget *action = create_action (self, edits->pdata[i]);

      imp_plain_text (action);
      gtk_box_insert_child_after (self->list, action, last);
      last = action;
    }
  self->n_shown += n_actions;
  gtk_widget_set_visible (self->more, edits->len > n_actions);
}

/* NULL where it failed, which is said, or where nobody waits for it any more. */
static GPtrArray *
finish_edits (ImpHistoryDialog *self, GObject *backlog, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = imp_backlog_edits_finish (IMP_BACKLOG (backlog), result, &error);

  if (imp_changes_dialog_get_backlog (IMP_CHANGES_DIALOG (self)) == NULL
      || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return NULL;
  self->asked = FALSE;
  if (edits == NULL)
    imp_toasts_show_error (GTK_WIDGET (self), error);
  return g_steal_pointer (&edits);
}

static void
ask (ImpHistoryDialog *self, guint n_passed, GAsyncReadyCallback callback)
{
  self->asked = TRUE;
  imp_backlog_edits_async (imp_changes_dialog_get_backlog (IMP_CHANGES_DIALOG (self)), self->item,
                           n_passed, self->n_wanted - n_passed + 1, self->cancellable, callback,
                           g_object_ref (self));
}

/* To what has just come and has no place yet: the list would scroll to its beginning for it. */
static void
focus_in_place (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double value = gtk_adjustment_get_value (place);

  imp_focus_first (widget);
  gtk_adjustment_set_value (place, value);
}

/* The focus goes on to what came; a button that goes would take it along. */
static void
earlier_read_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpHistoryDialog) self = data;
  g_autoptr (GPtrArray) edits = finish_edits (self, backlog, result);
  gboolean focused;
  GtkWidget *last;

  if (edits == NULL)
    return;
  focused = gtk_widget_has_focus (self->more);
  last = gtk_widget_get_prev_sibling (self->more);
  append_actions (self, edits);
  if (focused)
    focus_in_place (gtk_widget_get_next_sibling (last));
}

static void
more_clicked_cb (ImpHistoryDialog *self)
{
  if (self->asked)
    return;
  self->n_wanted = self->n_shown + N_STEP;
  ask (self, self->n_shown, earlier_read_cb);
}

static GtkWidget *
create_more (ImpHistoryDialog *self)
{
  GtkWidget *more = gtk_button_new_with_label (_ ("Show Earlier Changes"));

  gtk_widget_set_halign (more, GTK_ALIGN_CENTER);
  gtk_button_set_can_shrink (GTK_BUTTON (more), TRUE);
  gtk_widget_add_css_class (more, "pill");
  g_signal_connect_object (more, "clicked", G_CALLBACK (more_clicked_cb), self, G_CONNECT_SWAPPED);
  return more;
}

static void
edits_read_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpHistoryDialog) self = data;
  g_autoptr (GPtrArray) edits = finish_edits (self, backlog, result);

  if (edits == NULL)
    return;
  self->list = imp_changes_dialog_begin (IMP_CHANGES_DIALOG (self));
  self->n_shown = 0;
  if (edits->len > 0)
    {
      self->more = create_more (self);
      gtk_box_append (self->list, self->more);
      append_actions (self, edits);
    }
  imp_changes_dialog_end (IMP_CHANGES_DIALOG (self));
}

static void
imp_history_dialog_load (ImpChangesDialog *dialog, ImpBacklog *backlog, GCancellable *cancellable)
{
  ImpHistoryDialog *self = IMP_HISTORY_DIALOG (dialog);

  g_set_object (&self->cancellable, cancellable);
  ask (self, 0, edits_read_cb);
}

static void
imp_history_dialog_dispose (GObject *object)
{
  g_clear_object (&IMP_HISTORY_DIALOG (object)->cancellable);
  G_OBJECT_CLASS (imp_history_dialog_parent_class)->dispose (object);
}

static void
imp_history_dialog_class_init (ImpHistoryDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_history_dialog_dispose;
  IMP_CHANGES_DIALOG_CLASS (klass)->load = imp_history_dialog_load;
}

static void
imp_history_dialog_init (ImpHistoryDialog *self)
{
  self->n_wanted = N_STEP;
}

AdwDialog *
imp_history_dialog_new (ImpBacklog *backlog, ImpItem item, const char *name, gboolean may_change)
{
  ImpHistoryDialog *self = g_object_new (
      IMP_TYPE_HISTORY_DIALOG, "backlog", backlog, "heading", _ ("History"), "subheading", name,
      "empty-icon", "document-open-recent-symbolic", "empty-title", _ ("No Changes"), NULL);

  self->item = item;
  self->may_change = may_change;
  return ADW_DIALOG (self);
}
