/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a long list of irritants costs, in things that can be counted. */
#include "config.h"

#include "ui-fixture.h"
#include "ui/irritants/imp-irritant-row-view-private.h"
#include "ui/irritants/imp-irritants-list.h"

#define N_IRRITANTS 400
#define MAX_BOUND   210 /* GTK's own number of widgets for a long list, and a few */
#define MAX_DRAWN   40  /* a window of 800 pixels, and some to scroll into */

typedef struct
{
  guint n_bound, n_drawn;
} Count;

static void
fill_backlog (UiFixture *fixture)
{
  ImpChanges *changes = imp_changes_new ();
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  for (int i = 1; i <= N_IRRITANTS; i++)
    {
      ImpItem item = imp_changes_add (changes, IMP_KIND_IRRITANT);
      g_autofree char *title = g_strdup_printf ("Door %d sticks", i);

      imp_changes_set_text (changes, item, IMP_IRRITANT_TITLE, title);
    }
  imp_backlog_apply_async (fixture->backlog, changes, "Filled", NULL, imp_await_cb, &await);
  result = imp_await (&await);
  g_assert_true (imp_backlog_write_finish (fixture->backlog, result, NULL, NULL));
}

static void
count_rows (GtkWidget *widget, Count *count)
{
  if (IMP_IS_IRRITANT_ROW_VIEW (widget))
    {
      ImpIrritantRowView *row = IMP_IRRITANT_ROW_VIEW (widget);

      count->n_bound += row->row != NULL;
      count->n_drawn += row->layouts[IMP_ROW_TEXT_HOURS] != NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count_rows (child, count);
}

static GListModel *
get_model (GtkWidget *view)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
}

static void
wait_until_whole (GtkWidget *view)
{
  for (int i = 0; i < 40 && g_list_model_get_n_items (get_model (view)) < N_IRRITANTS; i++)
    ui_run (250);
  g_assert_cmpuint (g_list_model_get_n_items (get_model (view)), ==, N_IRRITANTS);
  ui_run (250);
}

static GtkWidget *
show_list (UiFixture *fixture)
{
  ImpIrritantsList *list = g_object_new (IMP_TYPE_IRRITANTS_LIST, NULL);
  GtkWidget *view;

  fill_backlog (fixture);
  imp_irritants_list_set_backlog (list, fixture->backlog);
  ui_show (fixture, GTK_WIDGET (list));
  ui_wait_for (GTK_WIDGET (list), "Ranked by Impact");
  view = ui_find_type (GTK_WIDGET (list), GTK_TYPE_LIST_VIEW);
  wait_until_whole (view);
  return view;
}

static void
test_draws_only_what_is_in_sight (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_list (fixture);
  Count count = { 0 };

  count_rows (view, &count);
  g_assert_cmpuint (count.n_bound, >=, 10);
  g_assert_cmpuint (count.n_bound, <=, MAX_BOUND);
  g_assert_cmpuint (count.n_drawn, >=, 10);
  g_assert_cmpuint (count.n_drawn, <=, MAX_DRAWN);
}

/* Rows in sight and rows out of sight are measured by different means: they must agree. */
static void
test_measures_as_it_draws (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *view = show_list (fixture);
  GtkWidget *found = ui_find_type (view, IMP_TYPE_IRRITANT_ROW_VIEW);
  ImpIrritantRowView *row = IMP_IRRITANT_ROW_VIEW (found);

  g_assert_nonnull (row->layouts[IMP_ROW_TEXT_QUIET]);
  g_assert_cmpint (imp_irritant_row_view_get_caption_height (row), ==,
                   imp_irritant_row_view_get_text_height (row, IMP_ROW_TEXT_QUIET));
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add ("/ui/irritants-list/draws-only-what-is-in-sight", UiFixture, NULL, ui_set_up,
              test_draws_only_what_is_in_sight, ui_tear_down);
  g_test_add ("/ui/irritants-list/measures-as-it-draws", UiFixture, NULL, ui_set_up,
              test_measures_as_it_draws, ui_tear_down);
  return g_test_run ();
}
