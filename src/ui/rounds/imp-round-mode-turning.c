/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Going through a round: from question to question, to a line, to the end. */
#include "config.h"

#include "ui/rounds/imp-round-mode-private.h"

#include "ui/common/imp-toasts.h"
#include "ui/rounds/imp-answers-page.h"
#include "ui/rounds/imp-finish-page.h"

static void
turn_to (ImpRoundMode *self, guint question)
{
  self->draft.question = question;
  imp_round_mode_show_question (self);
  imp_round_mode_keep_draft (self, TRUE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  imp_round_entry_take_focus (self->entry);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), self->page->questions[question],
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
go_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpRoundMode *self = IMP_ROUND_MODE (widget);

  if (self->page != NULL && self->draft.question > 0)
    turn_to (self, self->draft.question - 1);
}

static void
push (ImpRoundMode *self, GtkWidget *page)
{
  imp_toasts_dismiss (GTK_WIDGET (self));
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
}

static void
finish (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpRoundMode *self = IMP_ROUND_MODE (widget);

  if (self->page != NULL)
    push (self, imp_finish_page_new (imp_backlog_page_get_backlog (self), self->page));
}

static void
go_on (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpRoundMode *self = IMP_ROUND_MODE (widget);

  if (self->draft.question + 1 < imp_round_mode_count_questions (self))
    turn_to (self, self->draft.question + 1);
  else
    finish (widget, name, parameter);
}

static void
open_line (GtkWidget *widget, const char *name, GVariant *item)
{
  ImpRoundMode *self = IMP_ROUND_MODE (widget);
  const ImpItem line = g_variant_get_int64 (item);

  if (self->page != NULL && imp_round_page_find_heard (self->page, line) != NULL)
    push (self, imp_answers_page_new (imp_backlog_page_get_backlog (self), self->page, line));
}

/* What was just said, where its answers are to be asked at once. */
static void
open_newest (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpRoundMode *self = IMP_ROUND_MODE (widget);

  if (self->page != NULL && self->page->heard->len > 0)
    gtk_widget_activate_action (
        widget, "mode.open-line", "x",
        ((ImpHeardLine *) g_ptr_array_index (self->page->heard, self->page->heard->len - 1))->item);
}

static void
leave_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  imp_round_mode_leave (IMP_ROUND_MODE (widget));
}

/* The round is over: what is being entered with it. */
static void
finished (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpRoundMode *self = IMP_ROUND_MODE (widget);
  ImpBacklog *backlog = imp_backlog_page_get_backlog (self);

  imp_round_draft_forget (imp_backlog_get_draft (backlog, IMP_DRAFT_ROUND), self->round);
  imp_round_mode_leave (self);
}

void
imp_round_mode_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "mode.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "mode.next", NULL, go_on);
  gtk_widget_class_install_action (widget_class, "mode.finish", NULL, finish);
  gtk_widget_class_install_action (widget_class, "mode.finished", NULL, finished);
  gtk_widget_class_install_action (widget_class, "mode.leave", NULL, leave_cb);
  gtk_widget_class_install_action (widget_class, "mode.open-line", "x", open_line);
  gtk_widget_class_install_action (widget_class, "mode.open-newest", NULL, open_newest);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "mode.open-newest", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "mode.back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK,
                                       "mode.next", NULL);
}
