/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rows of the ranked list are dragged onto another one. */
#include "config.h"

#include "ui-fixture.h"
#include "ui/irritants/imp-irritant-row-view-private.h"
#include "ui/irritants/imp-irritants-list.h"
#include "ui/irritants/imp-ranked-view-private.h"

typedef struct
{
  UiFixture *fixture;
  ImpIrritantsList *page;
  ImpRankedView *view;
  GtkEventController *source, *target;
} Shown;

static GtkEventController *
find_controller (gpointer widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller; /* the widget holds it */
    }
  g_assert_not_reached ();
}

static Shown
show_list (UiFixture *fixture)
{
  Shown shown = { .fixture = fixture, .page = g_object_new (IMP_TYPE_IRRITANTS_LIST, NULL) };
  gboolean loading = TRUE;

  imp_irritants_list_set_backlog (shown.page, fixture->backlog);
  ui_show (fixture, GTK_WIDGET (shown.page));
  ui_wait_for (GTK_WIDGET (shown.page), "Ranked by Impact");
  shown.view = IMP_RANKED_VIEW (ui_find_type (GTK_WIDGET (shown.page), IMP_TYPE_RANKED_VIEW));
  for (int i = 0; i < 100 && (loading || shown.view->rows->len == 0); i++)
    {
      ui_run (50);
      g_object_get (shown.view->list, "loading", &loading, NULL);
    }
  shown.source = find_controller (shown.view, GTK_TYPE_DRAG_SOURCE);
  shown.target = find_controller (shown.view, GTK_TYPE_DROP_TARGET);
  return shown;
}

static ImpItem
get_item (Shown *shown, guint position)
{
  return imp_irritant_list_get_item_number (shown->view->list, position);
}

/* The middle of a row, in the view. */
static double
find_y (Shown *shown, guint position)
{
  const ImpPlacedRow *row = imp_ranked_view_find_placed (shown->view, position);

  g_assert_nonnull (row);
  return row->y + row->heading + (row->height - row->heading) / 2.0;
}

static GdkContentProvider *
take_hold (Shown *shown, guint position)
{
  GdkContentProvider *content = NULL;

  g_signal_emit_by_name (shown->source, "prepare", 100.0, find_y (shown, position), &content);
  return content;
}

static gboolean
hold_over (Shown *shown, double y)
{
  GdkDragAction action = 0;

  g_signal_emit_by_name (shown->target, "motion", 100.0, y, &action);
  return action == GDK_ACTION_MOVE;
}

static gboolean
drop (Shown *shown, GdkContentProvider *content, guint position)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean handled = FALSE;

  g_value_init (&value, IMP_TYPE_DRAGGED_IRRITANTS);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_signal_emit_by_name (shown->target, "drop", &value, 100.0, find_y (shown, position), &handled);
  return handled;
}

static gboolean
drag (Shown *shown, guint from, guint to)
{
  g_autoptr (GdkContentProvider) content = take_hold (shown, from);

  return drop (shown, content, to);
}

static ImpItem
read_whole (Shown *shown, ImpItem irritant)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ImpIrritantPage) page = NULL;
  ImpAwait await = { NULL };

  imp_backlog_irritant_page_async (shown->fixture->backlog, irritant, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  page = imp_backlog_irritant_page_finish (shown->fixture->backlog, result, NULL);
  g_assert_nonnull (page);
  return page->merged_into;
}

static void
wait_for_rows (Shown *shown, guint n)
{
  for (int i = 0; i < 200 && imp_ranked_view_count (shown->view) != n; i++)
    ui_run (50);
  g_assert_cmpuint (imp_ranked_view_count (shown->view), ==, n);
}

static void
undo (Shown *shown)
{
  ImpAwait await = { NULL };

  imp_backlog_undo_async (shown->fixture->backlog, imp_await_cb, &await);
  ui_finish_write (shown->fixture, &await);
}

/* The one that is dragged goes into the other, which is looked at then. */
static void
test_merges (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  const ImpItem first = get_item (&shown, 0), third = get_item (&shown, 2);
  const guint n = imp_ranked_view_count (shown.view);

  g_assert_true (drag (&shown, 2, 0));
  wait_for_rows (&shown, n - 1);
  g_assert_cmpint (read_whole (&shown, third), ==, first);
  g_assert_cmpint (shown.view->cursor, ==, first);
  undo (&shown);
  wait_for_rows (&shown, n);
  g_assert_cmpint (read_whole (&shown, third), ==, 0);
  g_assert_cmpint (shown.view->cursor, ==, first);
}

/* On itself, on a selected one, on no row. */
static void
test_does_nothing (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  const char *label = imp_backlog_get_undo_label (fixture->backlog);
  ImpRowChoice *choice = imp_irritants_list_get_choice (shown.page);
  g_autoptr (GdkContentProvider) content = NULL;
  double heading;

  g_assert_false (drag (&shown, 1, 1));
  content = take_hold (&shown, 1);
  heading = imp_ranked_view_find_placed (shown.view, 0)->heading / 2.0;
  g_assert_false (hold_over (&shown, find_y (&shown, 1)));
  g_assert_false (hold_over (&shown, heading));
  imp_row_choice_add_range (choice, shown.view->list, 0, 2);
  g_assert_false (drag (&shown, 0, 2));
  ui_run (200);
  g_assert_cmpuint (imp_row_choice_count (choice), ==, 3);
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==, label);
}

/* All that are selected, or only the one that is not among them. */
static void
test_several (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  const ImpItem first = get_item (&shown, 0), second = get_item (&shown, 1),
                fourth = get_item (&shown, 3), fifth = get_item (&shown, 4);
  ImpRowChoice *choice = imp_irritants_list_get_choice (shown.page);
  const guint n = imp_ranked_view_count (shown.view);

  imp_row_choice_add_range (choice, shown.view->list, 0, 1);
  g_assert_true (drag (&shown, 4, 3));
  wait_for_rows (&shown, n - 1);
  g_assert_cmpint (read_whole (&shown, fifth), ==, fourth);
  g_assert_cmpuint (imp_row_choice_count (choice), ==, 2);
  g_assert_true (drag (&shown, 1, imp_irritant_list_find (shown.view->list, fourth)));
  wait_for_rows (&shown, n - 3);
  g_assert_cmpint (read_whole (&shown, first), ==, fourth);
  g_assert_cmpint (read_whole (&shown, second), ==, fourth);
  g_assert_false (imp_row_choice_is_choosing (choice));
  undo (&shown);
  wait_for_rows (&shown, n - 1);
}

static gboolean
has_class (Shown *shown, guint position)
{
  return gtk_widget_has_css_class (
      GTK_WIDGET (imp_ranked_view_find_placed (shown->view, position)->view), "drop");
}

static void
test_shows_where (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  g_autoptr (GdkContentProvider) content = take_hold (&shown, 3);

  g_assert_true (hold_over (&shown, find_y (&shown, 2)));
  g_assert_true (has_class (&shown, 2));
  g_assert_true (hold_over (&shown, find_y (&shown, 1)));
  g_assert_true (has_class (&shown, 1) && !has_class (&shown, 2));
  g_signal_emit_by_name (shown.target, "leave");
  g_assert_false (has_class (&shown, 1));
}

static double
scroll_until (Shown *shown, gboolean to_end)
{
  GtkAdjustment *scrolling = shown->view->vertical;
  const double end =
      to_end ? gtk_adjustment_get_upper (scrolling) - gtk_adjustment_get_page_size (scrolling) : 0;

  for (int i = 0; i < 400 && ABS (gtk_adjustment_get_value (scrolling) - end) > 1; i++)
    ui_run (25);
  return gtk_adjustment_get_value (scrolling);
}

/* The row under the pointer is another one then. */
static void
test_scrolls_near_its_edges (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  g_autoptr (GdkContentProvider) content = take_hold (&shown, 1);
  const guint last = imp_ranked_view_count (shown.view) - 1;

  hold_over (&shown, shown.view->height - 2);
  g_assert_cmpfloat (scroll_until (&shown, TRUE), >, 100);
  hold_over (&shown, find_y (&shown, last));
  g_assert_cmpint (shown.view->drop_onto, ==, get_item (&shown, last));
  hold_over (&shown, 2);
  g_assert_cmpfloat (scroll_until (&shown, FALSE), <, 1);
  g_signal_emit_by_name (shown.target, "leave");
  g_assert_cmpuint (shown.view->drop_tick, ==, 0);
}

/* What is dragged in another list is nothing here. */
static void
test_other_list (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  g_autoptr (ImpIrritantList) other = imp_irritant_list_new (fixture->backlog);
  GArray *items = g_array_new (FALSE, FALSE, sizeof (ImpItem));
  const ImpItem third = get_item (&shown, 2);
  g_autoptr (ImpDraggedIrritants) dragged = NULL;
  g_autoptr (GdkContentProvider) content = NULL;

  g_array_append_val (items, third);
  dragged = imp_dragged_irritants_new (other, items, g_strdup ("The door sticks"));
  content = gdk_content_provider_new_typed (IMP_TYPE_DRAGGED_IRRITANTS, dragged);
  g_assert_false (hold_over (&shown, find_y (&shown, 0)));
  g_assert_false (drop (&shown, content, 0));
}

static void
test_cannot_be_saved (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);

  imp_ranked_view_set_mergeable (shown.view, FALSE);
  g_assert_null (take_hold (&shown, 1));
}

static gboolean
late_cb (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_CONTINUE;
}

/* Until the list has changed; nothing is laid out again yet. */
static void
wait_for_change (Shown *shown, guint n)
{
  gboolean late = FALSE;
  const guint timeout = g_timeout_add_seconds (20, late_cb, &late);

  while (!late && imp_ranked_view_count (shown->view) == n)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timeout);
}

/* Whatever stood from here to there, while the view still shows it. */
static void
delete_behind (Shown *shown, guint first, guint end, ImpAwait *await)
{
  const guint n = imp_ranked_view_count (shown->view);
  ImpChanges *changes = imp_changes_new ();

  for (guint i = first; i < end; i++)
    imp_changes_delete (changes, get_item (shown, i));
  imp_backlog_apply_async (shown->fixture->backlog, changes, "Delete", NULL, imp_await_cb, await);
  wait_for_change (shown, n);
}

/* What is seen under the pointer is what counts, though the list is ahead of it. */
static void
test_list_changes_under_it (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  const ImpItem second = get_item (&shown, 1), fifth = get_item (&shown, 4);
  g_autoptr (GdkContentProvider) content = take_hold (&shown, 4);
  const guint n = imp_ranked_view_count (shown.view);
  ImpAwait await = { NULL };

  delete_behind (&shown, 0, 1, &await);
  g_assert_true (hold_over (&shown, find_y (&shown, 1)));
  g_assert_cmpint (shown.view->drop_onto, ==, second);
  g_assert_true (has_class (&shown, 1));
  g_assert_false (hold_over (&shown, find_y (&shown, 0)));
  g_assert_true (drop (&shown, content, 1));
  wait_for_rows (&shown, n - 2);
  g_assert_cmpint (read_whole (&shown, fifth), ==, second);
  g_assert_cmpint (shown.view->cursor, ==, second);
  g_assert_cmpuint (shown.view->cursor_position, ==, 0);
  ui_finish_write (fixture, &await);
}

/* What is seen is gone: there is nothing to take hold of, nor is what was held before. */
static void
test_takes_no_hold_of_what_is_gone (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  g_autoptr (GdkContentProvider) before = take_hold (&shown, 2);
  ImpAwait await = { NULL };

  g_assert_nonnull (shown.view->dragged);
  delete_behind (&shown, 1, imp_ranked_view_count (shown.view), &await);
  g_assert_null (take_hold (&shown, 3));
  g_assert_null (shown.view->dragged);
  ui_finish_write (fixture, &await);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/ui/ranked-drag/" name, UiFixture, UI_SAMPLE, ui_set_up, test, ui_tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("merges", test_merges);
  ADD ("does-nothing", test_does_nothing);
  ADD ("several", test_several);
  ADD ("shows-where", test_shows_where);
  ADD ("scrolls-near-its-edges", test_scrolls_near_its_edges);
  ADD ("other-list", test_other_list);
  ADD ("cannot-be-saved", test_cannot_be_saved);
  ADD ("list-changes-under-it", test_list_changes_under_it);
  ADD ("takes-no-hold-of-what-is-gone", test_takes_no_hold_of_what_is_gone);
  return g_test_run ();
}
