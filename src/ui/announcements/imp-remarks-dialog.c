/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What colleagues said works, to be chosen for an announcement. */
#include "config.h"

#include "ui/announcements/imp-remarks-dialog.h"

#include "backlog/imp-backlog-remarks.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>

#define REMARK_KEY "imp-remark"

struct _ImpRemarksDialog
{
  ImpFormDialog parent_instance;

  ImpItem announcement;
  GCancellable *cancellable; /* NULL once it is closed */
  GtkStack *stack;
  AdwPreferencesGroup *group;
  GtkWidget *nothing;
  GPtrArray *checks; /* of GtkCheckButton, borrowed, one for each remark */
};

G_DEFINE_FINAL_TYPE (ImpRemarksDialog, imp_remarks_dialog, IMP_TYPE_FORM_DIALOG)

static GArray *
dup_chosen (ImpRemarksDialog *self)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (ImpItem));

  for (guint i = 0; i < self->checks->len; i++)
    {
      const ImpItem *item = g_object_get_data (self->checks->pdata[i], REMARK_KEY);

      if (gtk_check_button_get_active (self->checks->pdata[i]))
        g_array_append_val (chosen, *item);
    }
  return chosen;
}

static void
toggled_cb (ImpRemarksDialog *self)
{
  g_autoptr (GArray) chosen = dup_chosen (self);

  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self), chosen->len > 0);
}

/* Who said it, where and when; and how the page says it, where that keeps a name back. */
static char *
say_remark (const ImpRemark *remark)
{
  g_autofree char *day = imp_date_to_words (remark->date);
  g_autofree char *named = imp_remark_say_who (remark);
  GString *said = g_string_new (NULL);

  g_string_append (said, remark->sort == IMP_OBSERVATION_THANKS ? _ ("Thanks") : _ ("Works well"));
  g_string_append_printf (said, " · %s", remark->who);
  if (remark->site != NULL)
    g_string_append_printf (said, " · %s", remark->site);
  g_string_append_printf (said, " · %s", day);
  if (imp_remark_is_unnamed (remark))
    {
      g_string_append_c (said, '\n');
      /* Translators: how a colleague who did not agree to be named is called on the page. */
      g_string_append_printf (said,
                              remark->naming == IMP_NAMING_NO
                                  ? _ ("On the page “%s”: does not want to be named")
                                  : _ ("On the page “%s”: has not agreed to be named yet"),
                              named);
    }
  return g_string_free_and_steal (said);
}

static void
add_row (ImpRemarksDialog *self, const ImpRemark *remark)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  g_autofree char *said = say_remark (remark);

  imp_plain_text (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), remark->words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), said);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data_full (G_OBJECT (check), REMARK_KEY,
                          g_memdup2 (&remark->item, sizeof remark->item), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  adw_preferences_group_add (self->group, row);
}

static void
loaded_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpRemarksDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) remarks =
      imp_backlog_remarks_finish (IMP_BACKLOG (backlog), result, &error);

  if (self->cancellable == NULL)
    return;
  if (remarks == NULL)
    {
      imp_toasts_show_error (GTK_WIDGET (self), error);
      return;
    }
  for (guint i = 0; i < remarks->len; i++)
    add_row (self, remarks->pdata[i]);
  gtk_stack_set_visible_child_name (self->stack, remarks->len > 0 ? "remarks" : "nothing");
}

static void
imp_remarks_dialog_submit (ImpFormDialog *dialog)
{
  ImpRemarksDialog *self = IMP_REMARKS_DIALOG (dialog);
  g_autoptr (GArray) chosen = dup_chosen (self);

  imp_backlog_put_in_remarks_async (imp_form_dialog_get_backlog (dialog), self->announcement,
                                    (const ImpItem *) (gpointer) chosen->data, chosen->len,
                                    imp_form_dialog_written_cb, imp_form_dialog_expect (dialog));
}

/* What is still being read has nobody to show it to. */
static void
imp_remarks_dialog_closed (AdwDialog *dialog)
{
  ImpRemarksDialog *self = IMP_REMARKS_DIALOG (dialog);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (ADW_DIALOG_CLASS (imp_remarks_dialog_parent_class)->closed != NULL)
    ADW_DIALOG_CLASS (imp_remarks_dialog_parent_class)->closed (dialog);
}

static void
imp_remarks_dialog_dispose (GObject *object)
{
  ImpRemarksDialog *self = IMP_REMARKS_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_REMARKS_DIALOG);
  G_OBJECT_CLASS (imp_remarks_dialog_parent_class)->dispose (object);
}

static void
imp_remarks_dialog_class_init (ImpRemarksDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_remarks_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = imp_remarks_dialog_closed;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_remarks_dialog_submit;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/announcements/imp-remarks-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpRemarksDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ImpRemarksDialog, group);
  gtk_widget_class_bind_template_child (widget_class, ImpRemarksDialog, nothing);
}

static void
imp_remarks_dialog_init (ImpRemarksDialog *self)
{
  self->checks = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_plain_text (self->nothing);
}

AdwDialog *
imp_remarks_dialog_new (ImpBacklog *backlog, ImpItem announcement)
{
  ImpRemarksDialog *self = g_object_new (IMP_TYPE_REMARKS_DIALOG, "backlog", backlog, NULL);

  self->announcement = announcement;
  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self), FALSE);
  imp_backlog_remarks_async (backlog, announcement, self->cancellable, loaded_cb,
                             g_object_ref (self));
  return ADW_DIALOG (self);
}
