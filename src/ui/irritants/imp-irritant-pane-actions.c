/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The commands of an irritant's page. */
#include "config.h"

#include "ui/irritants/imp-irritant-pane-private.h"

#include "ui/capture/imp-me-too-dialog.h"
#include "ui/changes/imp-history-dialog.h"
#include "ui/common/imp-toasts.h"
#include "ui/common/imp-writing.h"
#include "ui/fixes/imp-plan-fix-dialog.h"
#include "ui/irritants/imp-answer-dialog.h"
#include "ui/irritants/imp-care-dialog.h"
#include "ui/irritants/imp-decline-dialog.h"
#include "ui/irritants/imp-irritant-dialog.h"
#include "ui/irritants/imp-pin-dialog.h"
#include "ui/irritants/imp-rank-dialog.h"
#include "ui/irritants/imp-reports-dialog.h"

#include <glib/gi18n.h>

static void
me_too (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantPane *self = IMP_IRRITANT_PANE (widget);

  adw_dialog_present (imp_me_too_dialog_new (self->backlog, self->page->item, self->page->title),
                      widget);
}

static void
edit (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantPane *self = IMP_IRRITANT_PANE (widget);

  adw_dialog_present (imp_irritant_dialog_new (self->backlog, self->page), widget);
}

static void
show_all_reports (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_present (imp_reports_dialog_new (IMP_IRRITANT_PANE (widget)->page), widget);
}

static void
answer (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantPane *self = IMP_IRRITANT_PANE (widget);
  int question = g_variant_get_int32 (parameter);

  g_return_if_fail (question >= 0 && question < IMP_N_QUESTIONS);
  adw_dialog_present (imp_answer_dialog_new (self->backlog, self->page->item, question,
                                             &self->page->facts.answer[question],
                                             self->page->as_of),
                      widget);
}

static void
ask_cb (ImpIrritantPane *self, int question)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "irritant.answer", "i", question);
}

static void
explain_rank (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantPane *self = IMP_IRRITANT_PANE (widget);
  AdwDialog *dialog = imp_rank_dialog_new (self->backlog, self->page->item);

  g_signal_connect_object (dialog, "ask", G_CALLBACK (ask_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
care (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantPane *self = IMP_IRRITANT_PANE (widget);

  adw_dialog_present (imp_care_dialog_new (self->backlog, self->page), widget);
}

static void
plan_fix (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantPane *self = IMP_IRRITANT_PANE (widget);

  adw_dialog_present (imp_plan_fix_dialog_new (self->backlog, self->page->item, self->page->title),
                      widget);
}

static void
attach (GtkWidget *widget, const char *action, GVariant *parameter)
{
  imp_attachments_section_choose (IMP_IRRITANT_PANE (widget)->attachments);
}

static void
paste (GtkWidget *widget, const char *action, GVariant *parameter)
{
  imp_attachments_section_paste (IMP_IRRITANT_PANE (widget)->attachments);
}

static void
pin (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantPane *self = IMP_IRRITANT_PANE (widget);

  adw_dialog_present (imp_pin_dialog_new (self->backlog, self->page), widget);
}

static void
unpin (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantPane *self = IMP_IRRITANT_PANE (widget);

  imp_backlog_pin_async (self->backlog, self->page->item, NULL, IMP_DATE_NONE, self->page->as_of,
                         imp_toasts_written_cb, imp_toasts_expect (widget));
}

static void
decline (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantPane *self = IMP_IRRITANT_PANE (widget);

  adw_dialog_present (imp_decline_dialog_new (self->backlog, self->page), widget);
}

static void
take_back_refusal (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantPane *self = IMP_IRRITANT_PANE (widget);

  imp_backlog_decline_async (self->backlog, self->page->item, NULL, self->page->as_of,
                             imp_toasts_written_cb, imp_toasts_expect (widget));
}

static void
show_all_changes (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantPane *self = IMP_IRRITANT_PANE (widget);

  adw_dialog_present (
      imp_history_dialog_new (self->backlog, self->page->item, self->page->title, TRUE), widget);
}

static void
take_apart (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantPane *self = IMP_IRRITANT_PANE (widget);

  imp_backlog_unmerge_async (self->backlog, g_variant_get_int64 (parameter), imp_toasts_written_cb,
                             imp_toasts_expect (widget));
}

static void
delete_irritant (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpIrritantPane *self = IMP_IRRITANT_PANE (widget);

  imp_backlog_delete_async (self->backlog, self->page->item, _ ("Irritant deleted"),
                            imp_toasts_written_cb, imp_toasts_expect (widget));
}

static const struct
{
  const char *name, *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "irritant.me-too", NULL, me_too },
  { "irritant.edit", NULL, edit },
  { "irritant.all-reports", NULL, show_all_reports },
  { "irritant.answer", "i", answer },
  { "irritant.why", NULL, explain_rank },
  { "irritant.care", NULL, care },
  { "irritant.plan-fix", NULL, plan_fix },
  { "irritant.attach", NULL, attach },
  { "irritant.paste", NULL, paste },
  { "irritant.pin", NULL, pin },
  { "irritant.unpin", NULL, unpin },
  { "irritant.decline", NULL, decline },
  { "irritant.accept", NULL, take_back_refusal },
  { "irritant.take-apart", "x", take_apart },
  { "irritant.history", NULL, show_all_changes },
  { "irritant.delete", NULL, delete_irritant },
};

void
imp_irritant_pane_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}

void
imp_irritant_pane_update_actions (ImpIrritantPane *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean loaded = self->page != NULL;
  gboolean unfixed = loaded && (IMP_STATES_NOT_FIXED & 1u << self->page->state) != 0;
  gboolean pinned = loaded && self->page->pin_reason != NULL;
  gboolean declined = loaded && self->page->state == IMP_STATE_DECLINED;
  gboolean open = loaded && self->page->state == IMP_STATE_OPEN;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (widget, actions[i].name, loaded);
  gtk_widget_action_set_enabled (widget, "irritant.why", unfixed);
  gtk_widget_action_set_enabled (widget, "irritant.pin", unfixed && !pinned);
  gtk_widget_action_set_enabled (widget, "irritant.unpin", pinned);
  gtk_widget_action_set_enabled (widget, "irritant.decline", open);
  gtk_widget_action_set_enabled (widget, "irritant.accept", declined);
  imp_writing_restrict (widget, self->backlog);
}
