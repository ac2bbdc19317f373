/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The round itself: one question at a time, and nothing else. */
#include "config.h"

#include "ui/rounds/imp-round-mode-private.h"

#include "base/imp-error.h"
#include "ui/common/imp-toasts.h"
#include "ui/rounds/imp-answers-page.h"
#include "ui/rounds/imp-finish-page.h"
#include "ui/rounds/imp-round-words.h"

#include <glib/gi18n.h>

#define TICK_SECONDS 20
#define ON_ROUND     "on-round" /* style class of the window */

/* What may change the look of this page. */
#define KINDS_SHOWN                                                                                \
  (1u << IMP_KIND_ROUND | 1u << IMP_KIND_SITE | 1u << IMP_KIND_MEETING | 1u << IMP_KIND_REPORT     \
   | 1u << IMP_KIND_OBSERVATION | 1u << IMP_KIND_PROMISE | 1u << IMP_KIND_IRRITANT                 \
   | 1u << IMP_KIND_FIX | 1u << IMP_KIND_PERSON | 1u << IMP_KIND_ATTACHMENT)

G_DEFINE_FINAL_TYPE (ImpRoundMode, imp_round_mode, IMP_TYPE_BACKLOG_PAGE)

guint
imp_round_mode_count_questions (ImpRoundMode *self)
{
  return self->page != NULL ? g_strv_length (self->page->questions) : 0;
}

static void
entry_changed_cb (ImpRoundMode *self)
{
  imp_round_mode_keep_draft (self, FALSE);
  imp_round_mode_look_known (self);
}

/* A toast would cover it. */
static void
known_in_sight_cb (ImpRoundMode *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->known)))
    imp_toasts_dismiss_done (GTK_WIDGET (self));
}

/* What is typed next is the next thing somebody says. */
static void
popped_cb (ImpRoundMode *self)
{
  imp_round_entry_take_focus (self->entry);
}

static void
me_too_cb (ImpRoundMode *self, gint64 irritant)
{
  imp_round_mode_add_to (self, irritant, FALSE);
}

static void
is_back_cb (ImpRoundMode *self, gint64 irritant)
{
  imp_round_mode_add_to (self, irritant, TRUE);
}

/* Showing */

static void
show_progress (ImpRoundMode *self)
{
  GNetworkMonitor *network = g_network_monitor_get_default ();
  const ImpRoundLine *line = &self->page->line;
  gint64 elapsed = g_get_real_time () / 1000 - line->started_ms;
  g_autofree char *place = imp_round_line_say_place (line);
  g_autofree char *progress =
      imp_round_words_progress (self->page->heard->len, line->started_ms != 0 ? elapsed : 0,
                                g_network_monitor_get_network_available (network));

  g_object_set (self->title, "title", place, "subtitle", progress, NULL);
}

static gboolean
tick_cb (gpointer data)
{
  ImpRoundMode *self = data;

  if (self->page != NULL)
    show_progress (self);
  return G_SOURCE_CONTINUE;
}

static void
network_changed_cb (ImpRoundMode *self)
{
  if (self->page != NULL)
    show_progress (self);
}

void
imp_round_mode_show_question (ImpRoundMode *self)
{
  const guint n = imp_round_mode_count_questions (self);
  GtkWidget *widget = GTK_WIDGET (self);

  self->draft.question = MIN (self->draft.question, n - 1);
  imp_round_question_show (self->question, self->page, self->draft.question,
                           imp_backlog_get_today (imp_backlog_page_get_backlog (self)));
  imp_round_entry_set_kind (self->entry, imp_round_mode_get_kind (self));
  imp_round_mode_look_known (self);
  gtk_widget_action_set_enabled (widget, "mode.back", self->draft.question > 0);
  gtk_button_set_label (self->next,
                        self->draft.question + 1 < n ? _ ("_Next Question") : _ ("_Finish"));
}

static void
show_pushed_page (ImpRoundMode *self)
{
  AdwNavigationPage *shown = adw_navigation_view_get_visible_page (self->navigation);

  if (IMP_IS_ANSWERS_PAGE (shown))
    imp_answers_page_show (IMP_ANSWERS_PAGE (shown), self->page);
  else if (IMP_IS_FINISH_PAGE (shown))
    imp_finish_page_show (IMP_FINISH_PAGE (shown), self->page);
}

static void
show_page (ImpRoundMode *self)
{
  imp_round_entry_set_meetings (self->entry, self->page->meetings);
  imp_round_mode_show_question (self);
  show_progress (self);
  gtk_widget_set_visible (self->content, TRUE);
  imp_round_mode_ask_for_photo (self);
  show_pushed_page (self);
}

static void
begin (ImpRoundMode *self)
{
  ImpDraftKeeper *keeper =
      imp_backlog_get_draft (imp_backlog_page_get_backlog (self), IMP_DRAFT_ROUND);

  imp_round_draft_read (keeper, self->round, &self->draft);
  imp_round_entry_show_draft (self->entry, &self->draft);
}

static void
take_page (ImpRoundMode *self, ImpRoundPage *page)
{
  const gboolean first = self->page == NULL;

  g_clear_pointer (&self->page, imp_round_page_unref);
  if (first)
    begin (self);
  self->page = page;
  show_page (self);
  if (first && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    imp_round_entry_take_focus (self->entry);
}

void
imp_round_mode_leave (ImpRoundMode *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL)
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
}

typedef struct
{
  ImpRoundMode *mode;
  GCancellable *cancellable;
} Question;

static void
page_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (ImpRoundMode) self = question->mode;
  g_autoptr (GCancellable) cancellable = question->cancellable;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpRoundPage) page =
      imp_backlog_round_page_finish (IMP_BACKLOG (source), result, &error);

  if (imp_backlog_page_get_backlog (self) == NULL || g_cancellable_is_cancelled (cancellable))
    return;
  if (page != NULL)
    take_page (self, g_steal_pointer (&page));
  else if (g_error_matches (error, IMP_ERROR, IMP_ERROR_NOT_FOUND))
    imp_round_mode_leave (self);
  else
    imp_toasts_show_error (GTK_WIDGET (self), error);
}

static void
load (ImpRoundMode *self)
{
  Question *question = g_new (Question, 1);

  *question =
      (Question) { g_object_ref (self), g_object_ref (imp_backlog_page_get_cancellable (self)) };
  imp_backlog_round_page_async (imp_backlog_page_get_backlog (self), self->round,
                                question->cancellable, page_loaded_cb, question);
}

static void
imp_round_mode_load (ImpBacklogPage *page, ImpBacklog *backlog, GCancellable *cancellable)
{
  if (IMP_ROUND_MODE (page)->round != 0)
    load (IMP_ROUND_MODE (page));
}

/* The widget */

/* Toasts come above the entry. */
static void
imp_round_mode_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (imp_round_mode_parent_class)->map (widget);
  gtk_widget_add_css_class (GTK_WIDGET (gtk_widget_get_root (widget)), ON_ROUND);
}

static void
imp_round_mode_unmap (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (root), ON_ROUND);
  GTK_WIDGET_CLASS (imp_round_mode_parent_class)->unmap (widget);
}

static void
imp_round_mode_dispose (GObject *object)
{
  ImpRoundMode *self = IMP_ROUND_MODE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  /* The page would let go of its child a second time. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_ROUND_MODE);
  G_OBJECT_CLASS (imp_round_mode_parent_class)->dispose (object);
}

static void
imp_round_mode_finalize (GObject *object)
{
  ImpRoundMode *self = IMP_ROUND_MODE (object);

  g_clear_pointer (&self->page, imp_round_page_unref);
  imp_round_draft_clear (&self->draft);
  G_OBJECT_CLASS (imp_round_mode_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IMP_TYPE_ATTACHMENTS_SECTION);
  g_type_ensure (IMP_TYPE_KNOWN_GROUP);
  g_type_ensure (IMP_TYPE_PAGE_TITLE);
  g_type_ensure (IMP_TYPE_ROUND_ENTRY);
  g_type_ensure (IMP_TYPE_ROUND_QUESTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/rounds/imp-round-mode.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpRoundMode, navigation);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundMode, title);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundMode, content);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundMode, scroller);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundMode, question);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundMode, entry);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundMode, known);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundMode, next);
  gtk_widget_class_bind_template_child (widget_class, ImpRoundMode, photos);
  gtk_widget_class_bind_template_callback_full (widget_class, "add_cb",
                                                G_CALLBACK (imp_round_mode_add));
  gtk_widget_class_bind_template_callback_full (widget_class, "photo_cb",
                                                G_CALLBACK (imp_round_mode_add_photo));
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, known_in_sight_cb);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, me_too_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_back_cb);
}

static void
imp_round_mode_class_init (ImpRoundModeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_round_mode_dispose;
  G_OBJECT_CLASS (klass)->finalize = imp_round_mode_finalize;
  widget_class->map = imp_round_mode_map;
  widget_class->unmap = imp_round_mode_unmap;
  IMP_BACKLOG_PAGE_CLASS (klass)->kinds = KINDS_SHOWN;
  IMP_BACKLOG_PAGE_CLASS (klass)->load = imp_round_mode_load;
  bind_template (widget_class);
  imp_round_mode_install_actions (widget_class);
}

static void
imp_round_mode_init (ImpRoundMode *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->tick = g_timeout_add_seconds (TICK_SECONDS, tick_cb, self);
  g_signal_connect_object (g_network_monitor_get_default (), "network-changed",
                           G_CALLBACK (network_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
begun_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpRoundMode) self = data;
  g_autoptr (GError) error = NULL;

  if (!imp_backlog_write_finish (IMP_BACKLOG (backlog), result, NULL, &error))
    imp_toasts_show_error (GTK_WIDGET (self), error);
}

GtkWidget *
imp_round_mode_new (ImpBacklog *backlog, ImpItem round)
{
  ImpRoundMode *self = g_object_new (IMP_TYPE_ROUND_MODE, "backlog", backlog, NULL);

  self->round = round;
  imp_round_entry_set_backlog (self->entry, backlog);
  imp_known_group_set_backlog (self->known, backlog);
  imp_attachments_section_set_backlog (self->photos, backlog);
  imp_backlog_begin_round_async (backlog, round, begun_cb, g_object_ref (self));
  load (self);
  return GTK_WIDGET (self);
}
