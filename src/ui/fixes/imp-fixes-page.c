/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The page of fixes: a board of four columns, and the promises by date. */
#include "config.h"

#include "ui/fixes/imp-fixes-page.h"

#include "backlog/imp-backlog-fixes.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-sidebar-button.h"
#include "ui/common/imp-toasts.h"
#include "ui/fixes/imp-fix-actions.h"
#include "ui/fixes/imp-fix-column.h"
#include "ui/fixes/imp-fix-view.h"
#include "ui/fixes/imp-plan-fix-dialog.h"
#include "ui/fixes/imp-promise-list.h"

#include <glib/gi18n.h>

#define N_COLUMNS 4

/* What may change the look of this page. */
#define KINDS_SHOWN                                                                                \
  (1u << IMP_KIND_FIX | 1u << IMP_KIND_REMOVAL | 1u << IMP_KIND_PROMISE                            \
   | 1u << IMP_KIND_CONFIRMATION | 1u << IMP_KIND_IRRITANT | 1u << IMP_KIND_REPORT                 \
   | 1u << IMP_KIND_PERSON)

struct _ImpFixesPage
{
  ImpBacklogPage parent_instance;

  ImpOverview overview;

  GtkStack *states;
  GtkWidget *search_button;
  GtkSearchBar *search_bar;
  GtkEditable *search;
  AdwViewStack *views;
  AdwClamp *summary_clamp;
  AdwClamp *board_clamp;
  AdwClamp *promises_clamp;
  GtkLabel *kept;
  GtkLabel *late;
  ImpFixColumn *planned;
  ImpFixColumn *being_fixed;
  ImpFixColumn *delivered;
  ImpFixColumn *confirmed;
  ImpPromiseList *promises_box;
};

G_DEFINE_FINAL_TYPE (ImpFixesPage, imp_fixes_page, IMP_TYPE_BACKLOG_PAGE)

static void
get_columns (ImpFixesPage *self, ImpFixColumn *columns[N_COLUMNS])
{
  columns[0] = self->planned;
  columns[1] = self->being_fixed;
  columns[2] = self->delivered;
  columns[3] = self->confirmed;
}

/* One question under way, with what its answer needs. */
typedef struct
{
  ImpFixesPage *page;
  ImpFixColumn *column; /* NULL where it is about the page */
  guint limit;          /* of its cards */
  GCancellable *cancellable;
} Question;

static Question *
question_new (ImpFixesPage *page, ImpFixColumn *column)
{
  Question *self = g_new0 (Question, 1);

  self->page = g_object_ref (page);
  g_set_object (&self->column, column);
  self->cancellable = g_object_ref (imp_backlog_page_get_cancellable (page));
  return self;
}

static void
question_free (Question *self)
{
  g_object_unref (self->page);
  g_clear_object (&self->column);
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

/* Fewer than were asked for are all there are, whatever was counted before. */
static guint
count_cards (const Question *question, const GPtrArray *cards)
{
  ImpFixState state = imp_fix_column_get_state (question->column);

  return cards->len < question->limit ? cards->len : question->page->overview.n_fixes[state];
}

static void
cards_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  ImpBacklog *backlog = IMP_BACKLOG (source);
  g_autoptr (GPtrArray) cards = imp_backlog_fix_cards_finish (backlog, result, &error);

  if (is_outdated (question))
    return;
  if (cards != NULL)
    imp_fix_column_set_cards (question->column, cards, count_cards (question, cards),
                              imp_backlog_get_today (backlog));
  else
    imp_toasts_show_error (GTK_WIDGET (question->page), error);
}

static void
load_column (ImpFixesPage *self, ImpFixColumn *column)
{
  Question *question = question_new (self, column);

  question->limit = imp_fix_column_get_limit (column);
  imp_backlog_fix_cards_async (imp_backlog_page_get_backlog (self),
                               imp_fix_column_get_state (column), question->limit,
                               question->cancellable, cards_loaded_cb, question);
}

static void
load_columns (ImpFixesPage *self)
{
  ImpFixColumn *columns[N_COLUMNS];

  get_columns (self, columns);
  for (guint i = 0; i < N_COLUMNS; i++)
    load_column (self, columns[i]);
}

static void
promises_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  ImpBacklog *backlog = IMP_BACKLOG (source);
  g_autoptr (GPtrArray) promises = imp_backlog_promises_finish (backlog, result, &error);

  if (is_outdated (question))
    return;
  if (promises != NULL)
    imp_promise_list_set_promises (question->page->promises_box, promises,
                                   imp_backlog_get_today (backlog));
  else
    imp_toasts_show_error (GTK_WIDGET (question->page), error);
}

static void
load_promises (ImpFixesPage *self)
{
  ImpBacklog *backlog = imp_backlog_page_get_backlog (self);
  int year, month, day;

  imp_date_split (imp_backlog_get_today (backlog), &year, &month, &day);
  imp_backlog_promises_async (backlog, imp_date_new (year, 1, 1),
                              imp_backlog_page_get_cancellable (self), promises_loaded_cb,
                              question_new (self, NULL));
}

static void
show_overview (ImpFixesPage *self)
{
  const ImpOverview *overview = &self->overview;
  g_autofree char *kept = g_strdup_printf (
      ngettext ("%u of %u promise kept by its first date this year",
                "%u of %u promises kept by their first date this year", overview->promises_due),
      overview->promises_kept, overview->promises_due);
  g_autofree char *late =
      g_strdup_printf (ngettext ("%u is late now", "%u are late now", overview->promises_late),
                       overview->promises_late);

  gtk_label_set_label (
      self->kept, overview->promises_due > 0 ? kept : _ ("No promise has fallen due this year"));
  gtk_label_set_label (self->late, late);
  gtk_widget_set_visible (GTK_WIDGET (self->late), overview->promises_late > 0);
}

static gboolean
is_empty (const ImpOverview *overview)
{
  guint n_fixes = 0;

  for (guint i = 0; i < G_N_ELEMENTS (overview->n_fixes); i++)
    n_fixes += overview->n_fixes[i];
  return n_fixes == 0;
}

static void
take_overview (ImpFixesPage *self, const ImpOverview *overview)
{
  self->overview = *overview;
  show_overview (self);
  gtk_stack_set_visible_child_name (self->states, is_empty (overview) ? "empty" : "fixes");
  gtk_widget_set_visible (self->search_button, !is_empty (overview));
  load_columns (self);
  load_promises (self);
}

static void
overview_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  ImpOverview overview;
  gboolean loaded = imp_backlog_overview_finish (IMP_BACKLOG (source), result, &overview, &error);

  if (is_outdated (question))
    return;
  if (loaded)
    take_overview (question->page, &overview);
  else
    imp_toasts_show_error (GTK_WIDGET (question->page), error);
}

static void
imp_fixes_page_load (ImpBacklogPage *page, ImpBacklog *backlog, GCancellable *cancellable)
{
  imp_backlog_overview_async (backlog, overview_loaded_cb,
                              question_new (IMP_FIXES_PAGE (page), NULL));
}

/* The line on top is as wide as what stands under it. */
static void
width_changed_cb (ImpFixesPage *self)
{
  gboolean board = g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "board") == 0;
  AdwClamp *clamp = board ? self->board_clamp : self->promises_clamp;

  adw_clamp_set_maximum_size (self->summary_clamp, adw_clamp_get_maximum_size (clamp));
  adw_clamp_set_tightening_threshold (self->summary_clamp,
                                      adw_clamp_get_tightening_threshold (clamp));
}

static void
search_changed_cb (ImpFixesPage *self)
{
  ImpFixColumn *columns[N_COLUMNS];

  get_columns (self, columns);
  for (guint i = 0; i < N_COLUMNS; i++)
    imp_fix_column_set_search (columns[i], gtk_editable_get_text (self->search));
}

/* Return opens the first that was found. */
static void
search_activated_cb (ImpFixesPage *self)
{
  ImpFixColumn *columns[N_COLUMNS];
  ImpItem fix = 0;

  search_changed_cb (self);
  get_columns (self, columns);
  for (guint i = 0; fix == 0 && i < N_COLUMNS; i++)
    fix = imp_fix_column_get_first (columns[i]);
  if (fix != 0)
    imp_fixes_page_show_fix (self, fix);
}

static void
plan (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (imp_plan_fix_dialog_new (imp_backlog_page_get_backlog (widget), 0, NULL),
                      widget);
}

static void
show_fix (GtkWidget *widget, const char *name, GVariant *fix)
{
  imp_fixes_page_show_fix (IMP_FIXES_PAGE (widget), g_variant_get_int64 (fix));
}

static void
imp_fixes_page_dispose (GObject *object)
{
  /* The page would let go of its child a second time. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_FIXES_PAGE);
  G_OBJECT_CLASS (imp_fixes_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (IMP_TYPE_FIX_COLUMN);
  g_type_ensure (IMP_TYPE_PROMISE_LIST);
  g_type_ensure (IMP_TYPE_SIDEBAR_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/fixes/imp-fixes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpFixesPage, states);
  gtk_widget_class_bind_template_child (widget_class, ImpFixesPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, ImpFixesPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, ImpFixesPage, search);
  gtk_widget_class_bind_template_child (widget_class, ImpFixesPage, views);
  gtk_widget_class_bind_template_child (widget_class, ImpFixesPage, summary_clamp);
  gtk_widget_class_bind_template_child (widget_class, ImpFixesPage, board_clamp);
  gtk_widget_class_bind_template_child (widget_class, ImpFixesPage, promises_clamp);
  gtk_widget_class_bind_template_child (widget_class, ImpFixesPage, kept);
  gtk_widget_class_bind_template_child (widget_class, ImpFixesPage, late);
  gtk_widget_class_bind_template_child (widget_class, ImpFixesPage, planned);
  gtk_widget_class_bind_template_child (widget_class, ImpFixesPage, being_fixed);
  gtk_widget_class_bind_template_child (widget_class, ImpFixesPage, delivered);
  gtk_widget_class_bind_template_child (widget_class, ImpFixesPage, confirmed);
  gtk_widget_class_bind_template_child (widget_class, ImpFixesPage, promises_box);
  gtk_widget_class_bind_template_callback (widget_class, load_column);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, width_changed_cb);
}

static void
imp_fixes_page_class_init (ImpFixesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_fixes_page_dispose;
  IMP_BACKLOG_PAGE_CLASS (klass)->kinds = KINDS_SHOWN;
  IMP_BACKLOG_PAGE_CLASS (klass)->load = imp_fixes_page_load;
  bind_template (widget_class);
  imp_fix_actions_install (widget_class);
  gtk_widget_class_install_action (widget_class, "fix.open", "x", show_fix);
  gtk_widget_class_install_action (widget_class, "fixes.plan", NULL, plan);
}

static void
imp_fixes_page_init (ImpFixesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search);
  imp_plain_text (GTK_WIDGET (self));
}

GtkWidget *
imp_fixes_page_new (ImpBacklog *backlog)
{
  return g_object_new (IMP_TYPE_FIXES_PAGE, "backlog", backlog, NULL);
}

static AdwNavigationView *
get_navigation (ImpFixesPage *self)
{
  return ADW_NAVIGATION_VIEW (adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (self)));
}

void
imp_fixes_page_show_fix (ImpFixesPage *self, ImpItem fix)
{
  g_return_if_fail (IMP_IS_FIXES_PAGE (self));

  adw_navigation_view_pop_to_tag (get_navigation (self), "board");
  adw_navigation_view_push (get_navigation (self), ADW_NAVIGATION_PAGE (imp_fix_view_new (
                                                       imp_backlog_page_get_backlog (self), fix)));
}

void
imp_fixes_page_show_promises (ImpFixesPage *self)
{
  g_return_if_fail (IMP_IS_FIXES_PAGE (self));

  adw_navigation_view_pop_to_tag (get_navigation (self), "board");
  adw_view_stack_set_visible_child_name (self->views, "promises");
}

void
imp_fixes_page_start_search (ImpFixesPage *self)
{
  g_return_if_fail (IMP_IS_FIXES_PAGE (self));

  adw_navigation_view_pop_to_tag (get_navigation (self), "board");
  adw_view_stack_set_visible_child_name (self->views, "board");
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
