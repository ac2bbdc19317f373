/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The page of rounds: those to come, those that were made, and one of them. */
#include "config.h"

#include "ui/rounds/imp-rounds-page.h"

#include "backlog/imp-backlog-rounds.h"
#include "base/imp-text.h"
#include "ui/common/imp-menu.h"
#include "ui/common/imp-page-title.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-sidebar-button.h"
#include "ui/common/imp-toasts.h"
#include "ui/rounds/imp-plan-round-dialog.h"
#include "ui/rounds/imp-round-list.h"
#include "ui/rounds/imp-round-output.h"
#include "ui/rounds/imp-round-view.h"

#define PAST_STEP 50

/* What may change the look of this page. */
#define KINDS_SHOWN                                                                                \
  (1u << IMP_KIND_ROUND | 1u << IMP_KIND_SITE | 1u << IMP_KIND_MEETING | 1u << IMP_KIND_REPORT     \
   | 1u << IMP_KIND_OBSERVATION | 1u << IMP_KIND_PROMISE)

struct _ImpRoundsPage
{
  ImpBacklogPage parent_instance;

  GPtrArray *ahead; /* of ImpRoundLine; NULL before they are loaded */
  gboolean past_loaded;
  guint limit; /* of those that were made */

  GtkStack *states;
  GtkWidget *search_button;
  GtkSearchBar *search_bar;
  GtkEditable *search;
  AdwNavigationView *navigation;
  ImpRoundList *list;
  GtkMenuButton *more;
  GMenuModel *menu;
};

G_DEFINE_FINAL_TYPE (ImpRoundsPage, imp_rounds_page, IMP_TYPE_BACKLOG_PAGE)

/* One question under way. */
typedef struct
{
  ImpRoundsPage *page;
  GCancellable *cancellable;
} Question;

static Question *
question_new (ImpRoundsPage *page)
{
  Question *self = g_new0 (Question, 1);

  self->page = g_object_ref (page);
  self->cancellable = g_object_ref (imp_backlog_page_get_cancellable (page));
  return self;
}

static void
question_free (Question *self)
{
  g_object_unref (self->page);
  g_object_unref (self->cancellable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/* The page has gone, or has asked anew: the answer is of no use. */
static gboolean
is_outdated (const Question *self)
{
  return imp_backlog_page_get_backlog (self->page) == NULL
         || g_cancellable_is_cancelled (self->cancellable);
}

static const char *
get_text (ImpRoundsPage *self)
{
  const char *text = gtk_editable_get_text (self->search);

  return imp_text_is_empty (text) ? NULL : text;
}

static const char *
choose_state (ImpRoundsPage *self)
{
  if (!imp_round_list_is_empty (self->list))
    return "list";
  return get_text (self) != NULL ? "none" : "empty";
}

static void
show_state (ImpRoundsPage *self)
{
  const char *state = choose_state (self);

  if (self->ahead == NULL || !self->past_loaded)
    return;
  gtk_stack_set_visible_child_name (self->states, state);
  gtk_widget_set_visible (self->search_button, !g_str_equal (state, "empty"));
  gtk_widget_set_visible (GTK_WIDGET (self->more), !g_str_equal (state, "empty"));
}

static void
show_ahead (ImpRoundsPage *self)
{
  if (self->ahead != NULL)
    imp_round_list_set_ahead (self->list, self->ahead, get_text (self),
                              imp_backlog_get_today (imp_backlog_page_get_backlog (self)));
}

static void
ahead_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rounds = imp_backlog_rounds_finish (IMP_BACKLOG (source), result, &error);
  ImpRoundsPage *self = question->page;

  if (is_outdated (question))
    return;
  if (rounds == NULL)
    {
      imp_toasts_show_error (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->ahead, g_ptr_array_unref);
  self->ahead = g_steal_pointer (&rounds);
  show_ahead (self);
  show_state (self);
}

static void
past_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  ImpBacklog *backlog = IMP_BACKLOG (source);
  g_autoptr (GPtrArray) rounds = imp_backlog_rounds_finish (backlog, result, &error);
  ImpRoundsPage *self = question->page;

  if (is_outdated (question))
    return;
  if (rounds == NULL)
    {
      imp_toasts_show_error (GTK_WIDGET (self), error);
      return;
    }
  self->past_loaded = TRUE;
  imp_round_list_set_past (self->list, rounds, rounds->len >= self->limit,
                           imp_backlog_get_today (backlog));
  show_state (self);
}

static void
load_past (ImpRoundsPage *self)
{
  imp_backlog_rounds_past_async (imp_backlog_page_get_backlog (self), get_text (self), self->limit,
                                 imp_backlog_page_get_cancellable (self), past_loaded_cb,
                                 question_new (self));
}

static void
imp_rounds_page_load (ImpBacklogPage *page, ImpBacklog *backlog, GCancellable *cancellable)
{
  imp_backlog_rounds_ahead_async (backlog, cancellable, ahead_loaded_cb,
                                  question_new (IMP_ROUNDS_PAGE (page)));
  load_past (IMP_ROUNDS_PAGE (page));
}

static void
search_changed_cb (ImpRoundsPage *self)
{
  self->limit = PAST_STEP;
  show_ahead (self);
  load_past (self);
}

/* Return opens the first that was found. */
static void
search_activated_cb (ImpRoundsPage *self)
{
  show_ahead (self);
  imp_round_list_open_first (self->list);
}

static void
show_more (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpRoundsPage *self = IMP_ROUNDS_PAGE (widget);

  self->limit += PAST_STEP;
  load_past (self);
}

static void
open_round (GtkWidget *widget, const char *name, GVariant *round)
{
  imp_rounds_page_show_round (IMP_ROUNDS_PAGE (widget), g_variant_get_int64 (round));
}

static void
save_calendar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  imp_round_output_save_calendar (widget, imp_backlog_page_get_backlog (widget), NULL);
}

static void
imp_rounds_page_dispose (GObject *object)
{
  g_clear_pointer (&IMP_ROUNDS_PAGE (object)->ahead, g_ptr_array_unref);
  /* The page would let go of its child a second time. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_ROUNDS_PAGE);
  G_OBJECT_CLASS (imp_rounds_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IMP_TYPE_PAGE_TITLE);
  g_type_ensure (IMP_TYPE_ROUND_LIST);
  g_type_ensure (IMP_TYPE_SIDEBAR_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/rounds/imp-rounds-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpRoundsPage, states);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundsPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundsPage, search);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundsPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundsPage, list);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundsPage, more);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundsPage, menu);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
imp_rounds_page_class_init (ImpRoundsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_rounds_page_dispose;
  IMP_BACKLOG_PAGE_CLASS (klass)->kinds = KINDS_SHOWN;
  IMP_BACKLOG_PAGE_CLASS (klass)->load = imp_rounds_page_load;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "round.open", "x", open_round);
  imp_plan_round_dialog_install (widget_class);
  gtk_widget_class_install_action (widget_class, "rounds.more", NULL, show_more);
  gtk_widget_class_install_action (widget_class, "rounds.calendar", NULL, save_calendar);
}

static void
imp_rounds_page_init (ImpRoundsPage *self)
{
  self->limit = PAST_STEP;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search);
  imp_menu_offer (self->more, self->menu);
  imp_plain_text (GTK_WIDGET (self));
}

GtkWidget *
imp_rounds_page_new (ImpBacklog *backlog)
{
  return g_object_new (IMP_TYPE_ROUNDS_PAGE, "backlog", backlog, NULL);
}

void
imp_rounds_page_show_round (ImpRoundsPage *self, ImpItem round)
{
  g_return_if_fail (IMP_IS_ROUNDS_PAGE (self));

  adw_navigation_view_pop_to_tag (self->navigation, "list");
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (imp_round_view_new (
                                                  imp_backlog_page_get_backlog (self), round)));
}

void
imp_rounds_page_start_search (ImpRoundsPage *self)
{
  g_return_if_fail (IMP_IS_ROUNDS_PAGE (self));

  adw_navigation_view_pop_to_tag (self->navigation, "list");
  if (!gtk_widget_get_visible (self->search_button))
    return;
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (self->search, 0, -1);
}
