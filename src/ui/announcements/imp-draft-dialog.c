/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A new announcement: of which period. */
#include "config.h"

#include "ui/announcements/imp-draft-dialog.h"

#include "backlog/imp-backlog-announcements.h"
#include "ui/common/imp-choice-bar.h"
#include "ui/common/imp-date-row.h"

#include <glib/gi18n.h>

typedef enum
{
  PERIOD_LAST_MONTH,
  PERIOD_THIS_MONTH,
  PERIOD_OTHER,
} Period;

struct _ImpDraftDialog
{
  ImpFormDialog parent_instance;

  gboolean filling; /* the period fills the days in */

  ImpChoiceBar *period;
  ImpDateRow *from;
  ImpDateRow *to;
};

G_DEFINE_FINAL_TYPE (ImpDraftDialog, imp_draft_dialog, IMP_TYPE_FORM_DIALOG)

enum
{
  SIGNAL_DRAFTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_month (ImpDraftDialog *self, ImpDate day)
{
  self->filling = TRUE;
  imp_date_row_set_date (self->from, imp_date_month_start (day));
  imp_date_row_set_date (self->to, imp_date_month_end (day));
  self->filling = FALSE;
}

static void
update_complete (ImpDraftDialog *self)
{
  ImpDate from = imp_date_row_get_date (self->from);
  ImpDate to = imp_date_row_get_date (self->to);

  imp_form_dialog_set_complete (IMP_FORM_DIALOG (self),
                                imp_date_is_set (from) && imp_date_is_set (to) && from <= to);
}

static void
period_changed_cb (ImpDraftDialog *self)
{
  ImpBacklog *backlog = imp_form_dialog_get_backlog (IMP_FORM_DIALOG (self));
  int period = imp_choice_bar_get_selected (self->period);
  ImpDate today;

  if (backlog == NULL)
    return;
  today = imp_backlog_get_today (backlog);
  if (period == PERIOD_LAST_MONTH)
    set_month (self, imp_date_month_start (today) - 1);
  else if (period == PERIOD_THIS_MONTH)
    set_month (self, today);
  update_complete (self);
}

/* Days written by hand are no longer a month by name. */
static void
date_changed_cb (ImpDraftDialog *self)
{
  if (!self->filling)
    imp_choice_bar_set_selected (self->period, PERIOD_OTHER);
  update_complete (self);
}

static void
imp_draft_dialog_submit (ImpFormDialog *dialog)
{
  ImpDraftDialog *self = IMP_DRAFT_DIALOG (dialog);

  imp_backlog_draft_async (imp_form_dialog_get_backlog (dialog), imp_date_row_get_date (self->from),
                           imp_date_row_get_date (self->to), NULL, imp_form_dialog_written_cb,
                           imp_form_dialog_expect (dialog));
}

static void
imp_draft_dialog_written (ImpFormDialog *dialog, ImpItem item)
{
  g_signal_emit (dialog, signals[SIGNAL_DRAFTED], 0, item);
}

static void
imp_draft_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_DRAFT_DIALOG);
  G_OBJECT_CLASS (imp_draft_dialog_parent_class)->dispose (object);
}

static void
imp_draft_dialog_class_init (ImpDraftDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_draft_dialog_dispose;
  IMP_FORM_DIALOG_CLASS (klass)->submit = imp_draft_dialog_submit;
  IMP_FORM_DIALOG_CLASS (klass)->written = imp_draft_dialog_written;
  signals[SIGNAL_DRAFTED] = g_signal_new ("drafted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (IMP_TYPE_CHOICE_BAR);
  g_type_ensure (IMP_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/announcements/imp-draft-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpDraftDialog, period);
  gtk_widget_class_bind_template_child (widget_class, ImpDraftDialog, from);
  gtk_widget_class_bind_template_child (widget_class, ImpDraftDialog, to);
  gtk_widget_class_bind_template_callback (widget_class, period_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
}

static void
imp_draft_dialog_init (ImpDraftDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_choice_bar_add (self->period, _ ("Last Month"));
  imp_choice_bar_add (self->period, _ ("This Month"));
  imp_choice_bar_add (self->period, _ ("Other Days"));
}

AdwDialog *
imp_draft_dialog_new (ImpBacklog *backlog, ImpDate told_until)
{
  ImpDraftDialog *self = g_object_new (IMP_TYPE_DRAFT_DIALOG, "backlog", backlog, NULL);
  ImpDate today = imp_backlog_get_today (backlog);

  imp_date_row_set_today (self->from, today);
  imp_date_row_set_today (self->to, today);
  imp_choice_bar_set_selected (self->period, told_until < imp_date_month_start (today) - 1
                                                 ? PERIOD_LAST_MONTH
                                                 : PERIOD_THIS_MONTH);
  period_changed_cb (self);
  return ADW_DIALOG (self);
}
