/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One round: the briefing before it, what was heard after it. */
#include "config.h"

#include "ui/rounds/imp-round-view.h"

#include "backlog/imp-backlog-rounds.h"
#include "backlog/imp-round-document.h"
#include "base/imp-error.h"
#include "ui/common/imp-headings.h"
#include "ui/common/imp-menu.h"
#include "ui/common/imp-page-title.h"
#include "ui/common/imp-toasts.h"
#include "ui/rounds/imp-briefing-view.h"
#include "ui/rounds/imp-heard-view.h"
#include "ui/rounds/imp-plan-round-dialog.h"
#include "ui/rounds/imp-round-dialog.h"
#include "ui/rounds/imp-round-output.h"
#include "ui/rounds/imp-round-passing.h"
#include "ui/rounds/imp-round-words.h"

#include <glib/gi18n.h>

/* What may change the look of this page. */
#define KINDS_SHOWN                                                                                \
  (1u << IMP_KIND_ROUND | 1u << IMP_KIND_SITE | 1u << IMP_KIND_MEETING | 1u << IMP_KIND_REPORT     \
   | 1u << IMP_KIND_OBSERVATION | 1u << IMP_KIND_PROMISE | 1u << IMP_KIND_TOLD                     \
   | 1u << IMP_KIND_IRRITANT | 1u << IMP_KIND_FIX | 1u << IMP_KIND_CONFIRMATION                    \
   | 1u << IMP_KIND_PERSON)

struct _ImpRoundView
{
  ImpBacklogPage parent_instance;

  ImpItem round;
  ImpRoundPage *page; /* NULL before it is loaded */

  GtkStack *states;
  GtkLabel *heading, *when, *facts, *note;
  GtkButton *begin;
  GtkWidget *print_briefing, *read_back;
  GtkMenuButton *more;
  GMenuModel *menu;
  ImpBriefingView *briefing;
  ImpHeardView *heard;
};

G_DEFINE_FINAL_TYPE (ImpRoundView, imp_round_view, IMP_TYPE_BACKLOG_PAGE)

/* One question under way. */
typedef struct
{
  ImpRoundView *view;
  GCancellable *cancellable;
} Question;

static Question *
question_new (ImpRoundView *view)
{
  Question *self = g_new0 (Question, 1);

  self->view = g_object_ref (view);
  self->cancellable = g_object_ref (imp_backlog_page_get_cancellable (view));
  return self;
}

static void
question_free (Question *self)
{
  g_object_unref (self->view);
  g_object_unref (self->cancellable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/* The view has gone, or has asked anew: the answer is of no use. */
static gboolean
is_outdated (const Question *self)
{
  return imp_backlog_page_get_backlog (self->view) == NULL
         || g_cancellable_is_cancelled (self->cancellable);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
say_facts (const ImpRoundLine *line)
{
  if (line->place != NULL && line->visitors != NULL)
    return g_strdup_printf ("%s · %s", line->place, line->visitors);
  return g_strdup (line->place != NULL ? line->place : line->visitors);
}

static void
offer (ImpRoundView *self)
{
  const gboolean finished = imp_round_line_get_state (&self->page->line) == IMP_ROUND_FINISHED;

  gtk_widget_set_visible (GTK_WIDGET (self->begin), !finished);
  gtk_widget_set_visible (self->print_briefing, !finished);
  gtk_widget_set_visible (self->read_back, finished);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "round.calendar", !finished);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "round.next-visit",
                                 finished && self->page->next != 0);
}

static void
show_head (ImpRoundView *self)
{
  const ImpRoundLine *line = &self->page->line;
  const ImpRoundState state = imp_round_line_get_state (line);
  g_autofree char *when = imp_round_words_when (line->planned, line->time);
  g_autofree char *facts = say_facts (line);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), line->site_name);
  gtk_label_set_text (self->heading, line->site_name);
  gtk_label_set_text (self->when, when);
  set_text (self->facts, facts);
  set_text (self->note, state == IMP_ROUND_FINISHED ? NULL : self->page->note);
  gtk_button_set_label (self->begin,
                        state == IMP_ROUND_UNDER_WAY ? _ ("Go On") : _ ("Begin Round"));
  offer (self);
}

static void
briefing_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  ImpBacklog *backlog = IMP_BACKLOG (source);
  g_autoptr (ImpBriefing) briefing = imp_backlog_briefing_finish (backlog, result, &error);
  ImpRoundView *self = question->view;

  if (is_outdated (question))
    return;
  if (briefing == NULL)
    {
      imp_toasts_show_error (GTK_WIDGET (self), error);
      return;
    }
  imp_briefing_view_show (self->briefing, backlog, briefing);
  gtk_stack_set_visible_child_name (self->states, "before");
}

static void
show_page (ImpRoundView *self)
{
  ImpBacklog *backlog = imp_backlog_page_get_backlog (self);

  show_head (self);
  if (imp_round_line_get_state (&self->page->line) == IMP_ROUND_FINISHED)
    {
      imp_heard_view_show (self->heard, self->page);
      gtk_stack_set_visible_child_name (self->states, "after");
    }
  else
    imp_backlog_briefing_async (backlog, self->round, imp_backlog_page_get_cancellable (self),
                                briefing_loaded_cb, question_new (self));
}

static void
page_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpRoundPage) page =
      imp_backlog_round_page_finish (IMP_BACKLOG (source), result, &error);
  ImpRoundView *self = question->view;

  if (is_outdated (question))
    return;
  if (page != NULL)
    {
      g_clear_pointer (&self->page, imp_round_page_unref);
      self->page = g_steal_pointer (&page);
      show_page (self);
    }
  else if (g_error_matches (error, IMP_ERROR, IMP_ERROR_NOT_FOUND))
    gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
  else
    imp_toasts_show_error (GTK_WIDGET (self), error);
}

static void
load (ImpRoundView *self)
{
  imp_backlog_round_page_async (imp_backlog_page_get_backlog (self), self->round,
                                imp_backlog_page_get_cancellable (self), page_loaded_cb,
                                question_new (self));
}

static void
imp_round_view_load (ImpBacklogPage *page, ImpBacklog *backlog, GCancellable *cancellable)
{
  if (IMP_ROUND_VIEW (page)->round != 0)
    load (IMP_ROUND_VIEW (page));
}

static void
begin (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.go-round", "x", IMP_ROUND_VIEW (widget)->round);
}

static void
change (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpRoundView *self = IMP_ROUND_VIEW (widget);

  if (self->page != NULL)
    adw_dialog_present (
        imp_plan_round_dialog_new_to_change (imp_backlog_page_get_backlog (self), self->page),
        widget);
}

static void
print_briefing (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (imp_round_dialog_new_for_briefing (imp_backlog_page_get_backlog (widget),
                                                         IMP_ROUND_VIEW (widget)->round),
                      widget);
}

static void
read_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (imp_round_dialog_new_for_read_back (imp_backlog_page_get_backlog (widget),
                                                          IMP_ROUND_VIEW (widget)->round),
                      widget);
}

static void
save_calendar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  imp_round_output_save_calendar (widget, imp_backlog_page_get_backlog (widget),
                                  &IMP_ROUND_VIEW (widget)->page->line);
}

static void
save_next_visit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const ImpRoundDocument document = { .page = IMP_ROUND_VIEW (widget)->page };

  imp_round_output_save (widget, imp_backlog_page_get_backlog (widget), &document,
                         IMP_ROUND_FORM_CALENDAR);
}

static void
pass_on (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpRoundView *self = IMP_ROUND_VIEW (widget);

  if (self->page != NULL)
    imp_round_passing_ask (widget, imp_backlog_page_get_backlog (widget), &self->page->line);
}

static void delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  imp_backlog_delete_async (imp_backlog_page_get_backlog (widget), IMP_ROUND_VIEW (widget)->round,
                            _ ("Round deleted"), imp_toasts_written_cb, imp_toasts_expect (widget));
}

static void
imp_round_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_ROUND_VIEW);
  G_OBJECT_CLASS (imp_round_view_parent_class)->dispose (object);
}

static void
imp_round_view_finalize (GObject *object)
{
  g_clear_pointer (&IMP_ROUND_VIEW (object)->page, imp_round_page_unref);
  G_OBJECT_CLASS (imp_round_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IMP_TYPE_BRIEFING_VIEW);
  g_type_ensure (IMP_TYPE_HEARD_VIEW);
  g_type_ensure (IMP_TYPE_PAGE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/rounds/imp-round-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpRoundView, states);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundView, heading);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundView, when);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundView, facts);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundView, note);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundView, begin);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundView, print_briefing);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundView, read_back);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundView, more);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundView, menu);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundView, briefing);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundView, heard);
}

static void
imp_round_view_class_init (ImpRoundViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_round_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_round_view_finalize;
  IMP_BACKLOG_PAGE_CLASS (klass)->kinds = KINDS_SHOWN;
  IMP_BACKLOG_PAGE_CLASS (klass)->load = imp_round_view_load;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "round.begin", NULL, begin);
  gtk_widget_class_install_action (widget_class, "round.change", NULL, change);
  gtk_widget_class_install_action (widget_class, "round.delete", NULL, delete);
  gtk_widget_class_install_action (widget_class, "round.briefing", NULL, print_briefing);
  gtk_widget_class_install_action (widget_class, "round.read-back", NULL, read_back);
  gtk_widget_class_install_action (widget_class, "round.next-visit", NULL, save_next_visit);
  gtk_widget_class_install_action (widget_class, "round.calendar", NULL, save_calendar);
  gtk_widget_class_install_action (widget_class, "round.pass-on", NULL, pass_on);
}

static void
imp_round_view_init (ImpRoundView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_headings_wrap (GTK_WIDGET (self));
  imp_menu_offer (self->more, self->menu);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "round.calendar", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "round.next-visit", FALSE);
}

GtkWidget *
imp_round_view_new (ImpBacklog *backlog, ImpItem round)
{
  ImpRoundView *self = g_object_new (IMP_TYPE_ROUND_VIEW, "backlog", backlog, NULL);

  self->round = round;
  load (self);
  return GTK_WIDGET (self);
}
