/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a long list of irritants costs, in things that can be counted. */
#include "config.h"

#include <string.h>

#include "ui-fixture.h"
#include "ui/irritants/imp-irritant-row-view-private.h"
#include "ui/irritants/imp-irritants-list.h"
#include "ui/irritants/imp-ranked-view-private.h"
#include "ui/irritants/imp-columns.h"
#include "ui/irritants/imp-row-text.h"

#define N_IRRITANTS 400
#define MAX_ROWS    20 /* a window of 800 pixels, and one more at each end */

/* The list on the screen. */
typedef struct
{
  UiFixture *fixture;
  ImpIrritantsList *page;
  ImpRankedView *view;
  GtkEditable *search;
} Shown;

/* Every second title needs two lines. */
static void
fill_backlog (UiFixture *fixture)
{
  ImpChanges *changes = imp_changes_new ();
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  for (int i = 1; i <= N_IRRITANTS; i++)
    {
      ImpItem item = imp_changes_add (changes, IMP_KIND_IRRITANT);
      g_autofree char *title = g_strdup_printf (
          i % 2 == 0 ? "Door %d sticks"
                     : "Door %d sticks whenever it rains, and nobody has a key to the other one",
          i);

      imp_changes_set_text (changes, item, IMP_IRRITANT_TITLE, title);
    }
  imp_backlog_apply_async (fixture->backlog, changes, "Filled", NULL, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_true (imp_backlog_write_finish (fixture->backlog, result, NULL, NULL));
}

static GListModel *
get_list (Shown *shown)
{
  return G_LIST_MODEL (shown->view->list);
}

static void
wait_for_answer (Shown *shown)
{
  gboolean loading = TRUE;

  ui_run (100); /* a search is asked for a moment after it is typed */
  for (int i = 0; i < 100 && loading; i++)
    {
      ui_run (50);
      g_object_get (shown->view->list, "loading", &loading, NULL);
    }
  g_assert_false (loading);
  ui_run (100);
}

static Shown
show_page (UiFixture *fixture)
{
  Shown shown = { .fixture = fixture, .page = g_object_new (IMP_TYPE_IRRITANTS_LIST, NULL) };

  imp_irritants_list_set_backlog (shown.page, fixture->backlog);
  ui_show (fixture, GTK_WIDGET (shown.page));
  ui_wait_for (GTK_WIDGET (shown.page), "Ranked by Impact");
  shown.view = IMP_RANKED_VIEW (ui_find_type (GTK_WIDGET (shown.page), IMP_TYPE_RANKED_VIEW));
  shown.search = GTK_EDITABLE (ui_find_type (GTK_WIDGET (shown.page), GTK_TYPE_SEARCH_ENTRY));
  wait_for_answer (&shown);
  return shown;
}

static Shown
show_list (UiFixture *fixture)
{
  Shown shown;

  fill_backlog (fixture);
  shown = show_page (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (get_list (&shown)), ==, N_IRRITANTS);
  return shown;
}

static void
search (Shown *shown, const char *words)
{
  gtk_editable_set_text (shown->search, words);
  wait_for_answer (shown);
}

static void
order_by (Shown *shown, const char *order)
{
  g_object_set (shown->page, "order", order, NULL);
  wait_for_answer (shown);
}

static void
scroll_to (Shown *shown, double share)
{
  GtkAdjustment *adjustment = shown->view->vertical;

  gtk_adjustment_set_value (
      adjustment,
      share * (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)));
  ui_run (100);
}

static const ImpPlacedRow *
get_placed (Shown *shown, guint i)
{
  return &g_array_index (shown->view->rows, ImpPlacedRow, i);
}

static ImpItem
get_item_of (const ImpPlacedRow *row)
{
  return imp_irritant_row_get_item (imp_irritant_row_view_get_row (row->view));
}

static const ImpPlacedRow *
find_placed_item (Shown *shown, ImpItem irritant)
{
  for (guint i = 0; i < shown->view->rows->len; i++)
    if (get_item_of (get_placed (shown, i)) == irritant)
      return get_placed (shown, i);
  return NULL;
}

/* What is on the screen is what the list says, without a gap. */
static void
assert_placed (Shown *shown)
{
  const ImpPlacedRow *first = get_placed (shown, 0),
                     *last = get_placed (shown, shown->view->rows->len - 1);

  g_assert_cmpuint (shown->view->rows->len, <=, MAX_ROWS);
  g_assert_true (first->y <= 0);
  g_assert_true (last->y + last->height >= shown->view->height
                 || last->position + 1 == g_list_model_get_n_items (get_list (shown)));
  for (guint i = 0; i < shown->view->rows->len; i++)
    {
      const ImpPlacedRow *row = get_placed (shown, i);
      g_autoptr (ImpIrritantRow) irritant = g_list_model_get_item (get_list (shown), row->position);

      g_assert_true (imp_irritant_row_view_get_row (row->view) == irritant);
      g_assert_cmpuint (row->position, ==, first->position + i);
      if (i > 0)
        g_assert_cmpfloat_with_epsilon (row->y, (row - 1)->y + (row - 1)->height, 0.01);
    }
}

static ImpItem
get_first_item (Shown *shown)
{
  g_autoptr (ImpIrritantRow) first = g_list_model_get_item (get_list (shown), 0);

  return imp_irritant_row_get_item (first);
}

static GHashTable *
list_widgets (Shown *shown)
{
  GHashTable *widgets = g_hash_table_new (NULL, NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (shown->view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    g_hash_table_add (widgets, row);
  return widgets;
}

/* Widgets that were not there before: making one costs as much as filling ten. */
static void
assert_few_new_widgets (Shown *shown, GHashTable *before)
{
  g_autoptr (GHashTable) now = list_widgets (shown);
  GHashTableIter iter;
  gpointer widget;
  guint n_new = 0;

  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &widget, NULL))
    n_new += !g_hash_table_contains (before, widget);
  g_assert_cmpuint (g_hash_table_size (now), <=, MAX_ROWS);
  g_assert_cmpuint (n_new, <=, 3);
}

static void
test_few_rows (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  g_autoptr (GHashTable) widgets = list_widgets (&shown);

  assert_placed (&shown);
  g_assert_cmpuint (g_hash_table_size (widgets), >=, 8);
  scroll_to (&shown, 0.5);
  assert_placed (&shown);
  assert_few_new_widgets (&shown, widgets);
  search (&shown, "door 3");
  assert_placed (&shown);
  assert_few_new_widgets (&shown, widgets);
  order_by (&shown, "age");
  search (&shown, "");
  assert_placed (&shown);
  assert_few_new_widgets (&shown, widgets);
}

/* Rows are of different heights, and their sum is only guessed. */
static void
test_ends (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  const ImpPlacedRow *row;

  g_assert_cmpfloat_with_epsilon (get_placed (&shown, 0)->y, 0, 0.01);
  for (double share = 0; share <= 1; share += 0.03)
    {
      scroll_to (&shown, share);
      assert_placed (&shown);
    }
  scroll_to (&shown, 1);
  row = get_placed (&shown, shown.view->rows->len - 1);
  g_assert_cmpuint (row->position, ==, N_IRRITANTS - 1);
  g_assert_cmpfloat_with_epsilon (row->y + row->height, shown.view->height, 1);
  search (&shown, "door 39");
  g_assert_cmpfloat_with_epsilon (get_placed (&shown, 0)->y, 0, 0.01);
}

/* A search that has it, one that has not, another order: what is selected is an irritant. */
static void
test_selection (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  ImpItem irritant;

  imp_ranked_view_reveal (shown.view, 150);
  ui_run (100);
  irritant = shown.view->cursor;
  g_assert_true (find_placed_item (&shown, irritant) != NULL);
  search (&shown, "door");
  order_by (&shown, "age");
  g_assert_cmpint (shown.view->cursor, ==, irritant);
  g_assert_cmpuint (shown.view->cursor_position, ==,
                    imp_irritant_list_find (shown.view->list, irritant));
  gtk_widget_grab_focus (GTK_WIDGET (shown.search));
  search (&shown, "nothing of the kind");
  search (&shown, "");
  g_assert_cmpint (shown.view->cursor, ==, irritant);
  scroll_to (&shown, (double) shown.view->cursor_position / N_IRRITANTS);
  g_assert_true (gtk_widget_get_state_flags (GTK_WIDGET (find_placed_item (&shown, irritant)->view))
                 & GTK_STATE_FLAG_SELECTED);
}

/* The focus stays at an irritant that is scrolled away, and comes back with it. */
static void
test_focus (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  ImpIrritantRowView *focused;

  imp_ranked_view_reveal (shown.view, 5);
  focused = imp_ranked_view_get_focused (shown.view);
  g_assert_nonnull (focused);
  scroll_to (&shown, 1);
  g_assert_true (imp_ranked_view_get_focused (shown.view) == focused);
  g_assert_true (find_placed_item (&shown, shown.view->cursor) == NULL);
  assert_placed (&shown);
  gtk_widget_activate_action (GTK_WIDGET (shown.view), "irritants.order", "s", "age");
  wait_for_answer (&shown);
  g_assert_true (imp_ranked_view_get_focused (shown.view) == focused);
  g_assert_cmpint (imp_irritant_row_get_item (imp_irritant_row_view_get_row (focused)), ==,
                   shown.view->cursor);
  imp_ranked_view_move_to (shown.view, shown.view->cursor_position);
  ui_run (100);
  g_assert_true (find_placed_item (&shown, shown.view->cursor)->view == focused);
}

/* Somebody records what stands above: what is looked at does not move. */
static void
test_change_moves_nothing (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  const ImpPlacedRow *row;
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };
  ImpItem irritant;
  guint position;
  double y;

  scroll_to (&shown, 0.6);
  row = get_placed (&shown, 3);
  imp_ranked_view_select (shown.view, row->position);
  irritant = shown.view->cursor;
  position = row->position;
  y = row->y;
  imp_backlog_decline_async (fixture->backlog, get_first_item (&shown), "Not ours", NULL,
                             imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_true (imp_backlog_write_finish (fixture->backlog, result, NULL, NULL));
  wait_for_answer (&shown);
  g_assert_cmpuint (shown.view->cursor_position, ==, position - 1);
  g_assert_cmpint (shown.view->cursor, ==, irritant);
  assert_placed (&shown);
  g_assert_cmpfloat_with_epsilon (find_placed_item (&shown, irritant)->y, y, 1.5);
}

/* Returns how many groups begin in sight. */
static guint
assert_groups (Shown *shown)
{
  guint n = 0;

  assert_placed (shown);
  for (guint i = 0; i < shown->view->rows->len; i++)
    {
      const ImpPlacedRow *row = get_placed (shown, i);
      const ImpPlace place = imp_irritant_list_get_place (shown->view->list, row->position);
      const gboolean first = place.rank == place.group_first, last = place.rank == place.group_last;

      g_assert_cmpint (row->heading > 0, ==, first);
      g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (row->view), "first"), ==, first);
      g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (row->view), "last"), ==, last);
      n += first;
    }
  return n;
}

static void
test_groups_are_set_apart (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_page (fixture);

  g_assert_cmpuint (assert_groups (&shown), >=, 2);
  scroll_to (&shown, 1);
  assert_groups (&shown);
  search (&shown, "stock");
  assert_placed (&shown);
  g_assert_cmpint (get_placed (&shown, 0)->heading, ==, 0);
  search (&shown, "");
  order_by (&shown, "payback");
  g_assert_cmpuint (assert_groups (&shown), >=, 2);
  order_by (&shown, "age");
  g_assert_cmpint (get_placed (&shown, 0)->heading, ==, 0);
}

static void
placed_cb (char **said, gint64 irritant, const char *place)
{
  g_set_str (said, place);
}

static void
assert_says_new_rank (const ImpPlacedRow *row, gboolean expected)
{
  ImpIrritantRow *irritant = imp_irritant_row_view_get_row (row->view);
  g_autofree char *quiet = imp_row_text_dup (irritant, IMP_ROW_TEXT_QUIET, FALSE);

  g_assert_cmpint (g_str_has_prefix (quiet, "now "), ==, expected);
}

/* The one that is looked at costs nothing any more: it stays, and nothing falls apart around it. */
static void
test_order_changes_when_asked (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_page (fixture);
  const ImpItem second = get_item_of (get_placed (&shown, 1));
  const ImpAnswer answer = { .number = 0.1, .known = IMP_KNOWN_MEASURED };
  ImpAwait await = { NULL };

  imp_backlog_answer_async (fixture->backlog, second, IMP_QUESTION_MINUTES, &answer, NULL,
                            imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  ui_wait_for (GTK_WIDGET (shown.page), "Order Has Changed");
  wait_for_answer (&shown);
  assert_placed (&shown);
  g_assert_cmpint (get_item_of (get_placed (&shown, 1)), ==, second);
  assert_says_new_rank (get_placed (&shown, 1), TRUE);
  assert_says_new_rank (get_placed (&shown, 2), FALSE);
  g_assert_cmpint (get_placed (&shown, 1)->heading, ==, 0);
  g_assert_cmpint (get_placed (&shown, 2)->heading, ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (shown.page), "irritants.reorder", NULL));
  ui_wait_until_gone (GTK_WIDGET (shown.page), "Order Has Changed");
  wait_for_answer (&shown);
  assert_groups (&shown);
  g_assert_cmpint (get_item_of (get_placed (&shown, 1)), !=, second);
}

/* It went far down; whoever takes the new order sees it there. */
static void
test_new_order_shows_what_is_selected (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_page (fixture);
  const ImpItem second = get_item_of (get_placed (&shown, 1));
  const ImpAnswer answer = { .number = 0.1, .known = IMP_KNOWN_MEASURED };
  const ImpPlacedRow *row;
  ImpAwait await = { NULL };

  imp_ranked_view_reveal (shown.view, get_placed (&shown, 1)->position);
  imp_backlog_answer_async (fixture->backlog, second, IMP_QUESTION_MINUTES, &answer, NULL,
                            imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  ui_wait_for (GTK_WIDGET (shown.page), "Order Has Changed");
  wait_for_answer (&shown);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (shown.page), "irritants.reorder", NULL));
  wait_for_answer (&shown);
  row = find_placed_item (&shown, second);
  g_assert_nonnull (row);
  g_assert_cmpfloat (row->y, >=, -1);
  g_assert_cmpfloat (row->y + row->height, <=, shown.view->height + 1);
}

/* As the list counts, by whatever it is ordered: about one of the sample nobody was asked. */
static void
test_says_the_place (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_page (fixture);
  g_autofree char *said = NULL;

  g_signal_connect_swapped (shown.page, "placed", G_CALLBACK (placed_cb), &said);
  imp_ranked_view_reveal (shown.view, 1);
  g_assert_cmpstr (said, ==, "2nd of 38 by impact");
  order_by (&shown, "payback");
  imp_ranked_view_reveal (shown.view, 2);
  g_assert_cmpstr (said, ==, "3rd of 38 by payback");
  order_by (&shown, "age");
  imp_ranked_view_reveal (shown.view, 0);
  g_assert_cmpstr (said, ==, "1st of 39 by age");
  g_signal_handlers_disconnect_by_data (shown.page, &said);
}

static void
choose_column (Shown *shown, const char *column, gboolean chosen)
{
  gtk_widget_activate_action (GTK_WIDGET (shown->page), column, NULL);
  wait_for_answer (shown);
  g_assert_cmpint (ui_find (GTK_WIDGET (shown->page), "Trend") != NULL, ==, chosen);
}

/* Named over the list, said with the row, and there again after the next start. */
static void
test_columns (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.example.Improve");
  g_auto (GStrv) kept = NULL;
  Shown shown = show_page (fixture);

  imp_irritants_list_remember (shown.page, settings);
  g_assert_nonnull (ui_find (GTK_WIDGET (shown.page), "Hours a month"));
  g_assert_nonnull (ui_find (GTK_WIDGET (shown.page), "Pays back in"));
  choose_column (&shown, "columns.trend", TRUE);
  kept = g_settings_get_strv (settings, "irritants-columns");
  g_assert_true (g_strv_contains ((const char *const *) kept, "trend"));
  choose_column (&shown, "columns.trend", FALSE);
}

/* The score stands in the row with its name, and goes with its order. */
static void
test_score_of_the_order (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_page (fixture);
  ImpIrritantRow *row;
  g_autofree char *said = NULL, *nothing = NULL;

  order_by (&shown, "rice");
  row = imp_irritant_row_view_get_row (get_placed (&shown, 0)->view);
  said = imp_columns_say (IMP_COLUMNS_USUAL, IMP_MEASURE_RICE, row);
  nothing = imp_columns_say (IMP_COLUMNS_USUAL, IMP_MEASURE_IMPACT, row);
  g_assert_true (g_str_has_prefix (said, ". RICE\u00a0"));
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_columns_in_pairs (void)
{
  ImpColumnPair pairs[IMP_N_COLUMNS];

  g_assert_cmpuint (imp_columns_arrange (IMP_COLUMNS_USUAL, IMP_MEASURE_IMPACT, pairs), ==, 2);
  g_assert_cmpint (pairs[1].top, ==, IMP_COLUMN_PAYBACK);
  g_assert_cmpint (pairs[1].bottom, ==, IMP_COLUMN_STATE);
  g_assert_cmpuint (imp_columns_arrange (IMP_COLUMNS_USUAL, IMP_MEASURE_ICE, pairs), ==, 2);
  g_assert_cmpint (pairs[0].bottom, ==, IMP_COLUMN_SCORE);
  g_assert_true (imp_columns_have_room (IMP_COLUMNS_USUAL, IMP_COLUMN_CARE));
  g_assert_false (imp_columns_have_room (
      IMP_COLUMNS_USUAL | 1u << IMP_COLUMN_VOICES | 1u << IMP_COLUMN_TREND, IMP_COLUMN_CARE));
  g_assert_cmpuint (imp_columns_arrange (0, IMP_MEASURE_ICE, pairs), ==, 0);
}

/* A median that nobody said is no figure to be read. Below its heading nothing need be said; where
 * it stands among others, its hours say it. */
static void
test_not_yet_asked (UiFixture *fixture, gconstpointer data)
{
  ImpItem irritant = ui_record (fixture, "Nobody asked");
  Shown shown = show_page (fixture);
  ImpIrritantRow *row = imp_irritant_row_view_get_row (get_placed (&shown, 0)->view);
  g_autofree char *rank = imp_row_text_dup (row, IMP_ROW_TEXT_RANK, FALSE);
  g_autofree char *hours = imp_row_text_dup (row, IMP_ROW_TEXT_HOURS, FALSE);
  g_autofree char *payback = imp_row_text_dup (row, IMP_ROW_TEXT_PAYBACK, TRUE);
  g_autofree char *said = imp_row_text_dup_all (row);

  g_assert_cmpint (get_item_of (get_placed (&shown, 0)), ==, irritant);
  g_assert_cmpuint (imp_irritant_row_get_rank (row), ==, 0);
  g_assert_cmpstr (rank, ==, "");
  g_assert_cmpstr (hours, ==, "");
  g_assert_true (g_str_has_prefix (payback, "recorded "));
  g_assert_true (g_str_has_prefix (said, "Nobody asked. Not yet asked what it costs."));
  order_by (&shown, "voices");
  g_free (hours);
  hours = imp_row_text_dup (row, IMP_ROW_TEXT_HOURS, FALSE);
  g_assert_cmpstr (hours, ==, "not yet asked");
}

/* The first one, and with it the only one that is not in its place. */
static void
test_stray_breaks_no_group (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_page (fixture);
  const guint last =
      imp_irritant_list_get_place (shown.view->list, get_placed (&shown, 0)->position).group_last;
  const ImpAnswer answer = { .number = 0.1, .known = IMP_KNOWN_MEASURED };
  ImpAwait await = { NULL };

  g_assert_cmpuint (last, >=, 3);
  g_object_set (shown.page, "compact", TRUE, NULL);
  imp_backlog_answer_async (fixture->backlog, get_item_of (get_placed (&shown, 0)),
                            IMP_QUESTION_MINUTES, &answer, NULL, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  ui_wait_for (GTK_WIDGET (shown.page), "Order Has Changed");
  wait_for_answer (&shown);
  assert_placed (&shown);
  g_assert_cmpint (get_placed (&shown, 0)->heading, >, 0);
  g_assert_cmpint (get_placed (&shown, 1)->heading, ==, 0);
  g_assert_cmpint (get_placed (&shown, 2)->heading, ==, 0);
}

static void
pin_item (UiFixture *fixture, ImpItem irritant)
{
  ImpAwait await = { NULL };

  imp_backlog_pin_async (fixture->backlog, irritant, "External audit",
                         imp_backlog_get_today (fixture->backlog), NULL, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
}

static gboolean
is_edge (Shown *shown, guint i, const char *name)
{
  return gtk_widget_has_css_class (GTK_WIDGET (get_placed (shown, i)->view), name);
}

/* In a box of their own, in every order; the others begin with a heading where they have groups. */
static void
test_pinned_have_a_box (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_page (fixture);
  const ImpItem third = get_item_of (get_placed (&shown, 2));
  const ImpItem fifth = get_item_of (get_placed (&shown, 4));

  pin_item (fixture, fifth);
  pin_item (fixture, third);
  wait_for_answer (&shown);
  scroll_to (&shown, 0);
  g_assert_cmpint (get_item_of (get_placed (&shown, 0)), ==, third);
  g_assert_cmpint (get_item_of (get_placed (&shown, 1)), ==, fifth);
  g_assert_true (is_edge (&shown, 0, "first") && !is_edge (&shown, 0, "last"));
  g_assert_true (!is_edge (&shown, 1, "first") && is_edge (&shown, 1, "last"));
  g_assert_true (is_edge (&shown, 2, "first"));
  g_assert_cmpint (get_placed (&shown, 0)->heading, >, 0);
  g_assert_cmpint (get_placed (&shown, 2)->heading, >, 0);
  order_by (&shown, "age");
  scroll_to (&shown, 0);
  g_assert_true (is_edge (&shown, 1, "last") && is_edge (&shown, 2, "first"));
  g_assert_cmpint (get_placed (&shown, 3)->heading, ==, 0);
}

static guint
count_chosen (Shown *shown)
{
  return imp_row_choice_count (imp_irritants_list_get_choice (shown->page));
}

static void
click (Shown *shown, guint position, GdkModifierType keys)
{
  imp_ranked_view_choose_by_click (shown->view, position, keys);
}

/* What a filter or a search leaves out is not chosen any more; the highest rank comes first. */
static void
test_several_are_chosen (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_page (fixture);
  const ImpItem second = imp_irritant_list_get_item_number (shown.view->list, 1);
  ImpRowChoice *choice = imp_irritants_list_get_choice (shown.page);
  g_autoptr (GArray) items = NULL;

  g_assert_false (imp_ranked_view_choose_by_click (shown.view, 0, 0));
  click (&shown, 4, GDK_CONTROL_MASK);
  click (&shown, 1, GDK_SHIFT_MASK);
  g_assert_cmpuint (count_chosen (&shown), ==, 4);
  click (&shown, 3, 0);
  g_assert_cmpuint (count_chosen (&shown), ==, 3);
  items = imp_irritants_list_dup_chosen (shown.page);
  g_assert_cmpuint (items->len, ==, 3);
  g_assert_cmpint (g_array_index (items, ImpItem, 0), ==, second);
  search (&shown, "stock list");
  g_assert_cmpuint (count_chosen (&shown), ==, 1);
  g_assert_true (imp_row_choice_contains (choice, second));
  imp_row_choice_set_choosing (choice, FALSE);
  g_assert_cmpuint (count_chosen (&shown), ==, 0);
  g_assert_false (is_edge (&shown, 0, "chosen"));
}

/* A range follows its end both ways; what was chosen one by one stays. */
static void
test_range_shrinks (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_page (fixture);
  ImpRowChoice *choice = imp_irritants_list_get_choice (shown.page);

  click (&shown, 0, GDK_CONTROL_MASK);
  click (&shown, 2, GDK_CONTROL_MASK);
  click (&shown, 4, GDK_SHIFT_MASK);
  g_assert_cmpuint (count_chosen (&shown), ==, 4);
  click (&shown, 3, GDK_SHIFT_MASK);
  g_assert_cmpuint (count_chosen (&shown), ==, 3);
  click (&shown, 1, GDK_SHIFT_MASK);
  g_assert_cmpuint (count_chosen (&shown), ==, 3);
  g_assert_false (
      imp_row_choice_contains (choice, imp_irritant_list_get_item_number (shown.view->list, 3)));
  g_assert_true (
      imp_row_choice_contains (choice, imp_irritant_list_get_item_number (shown.view->list, 0)));
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add ("/ui/irritants-list/few-rows", UiFixture, NULL, ui_set_up, test_few_rows,
              ui_tear_down);
  g_test_add ("/ui/irritants-list/ends", UiFixture, NULL, ui_set_up, test_ends, ui_tear_down);
  g_test_add ("/ui/irritants-list/selection", UiFixture, NULL, ui_set_up, test_selection,
              ui_tear_down);
  g_test_add ("/ui/irritants-list/focus", UiFixture, NULL, ui_set_up, test_focus, ui_tear_down);
  g_test_add ("/ui/irritants-list/change-moves-nothing", UiFixture, NULL, ui_set_up,
              test_change_moves_nothing, ui_tear_down);
  g_test_add ("/ui/irritants-list/groups-are-set-apart", UiFixture, "sample", ui_set_up,
              test_groups_are_set_apart, ui_tear_down);
  g_test_add ("/ui/irritants-list/order-changes-when-asked", UiFixture, "sample", ui_set_up,
              test_order_changes_when_asked, ui_tear_down);
  g_test_add ("/ui/irritants-list/pinned-have-a-box", UiFixture, "sample", ui_set_up,
              test_pinned_have_a_box, ui_tear_down);
  g_test_add ("/ui/irritants-list/several-are-chosen", UiFixture, "sample", ui_set_up,
              test_several_are_chosen, ui_tear_down);
  g_test_add ("/ui/irritants-list/range-shrinks", UiFixture, "sample", ui_set_up,
              test_range_shrinks, ui_tear_down);
  g_test_add ("/ui/irritants-list/stray-breaks-no-group", UiFixture, "sample", ui_set_up,
              test_stray_breaks_no_group, ui_tear_down);
  g_test_add ("/ui/irritants-list/new-order-shows-what-is-selected", UiFixture, "sample", ui_set_up,
              test_new_order_shows_what_is_selected, ui_tear_down);
  g_test_add ("/ui/irritants-list/not-yet-asked", UiFixture, NULL, ui_set_up, test_not_yet_asked,
              ui_tear_down);
  g_test_add ("/ui/irritants-list/says-the-place", UiFixture, "sample", ui_set_up,
              test_says_the_place, ui_tear_down);
  g_test_add ("/ui/irritants-list/columns", UiFixture, "sample", ui_set_up, test_columns,
              ui_tear_down);
  g_test_add ("/ui/irritants-list/score-of-the-order", UiFixture, "sample", ui_set_up,
              test_score_of_the_order, ui_tear_down);
  g_test_add_func ("/ui/irritants-list/columns-in-pairs", test_columns_in_pairs);
  return g_test_run ();
}
