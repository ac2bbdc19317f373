/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An irritant's page follows the backlog. */
#include "config.h"

#include "backlog/imp-backlog-fixes.h"
#include "ui-fixture.h"
#include "ui/common/imp-focus.h"
#include "ui/irritants/imp-irritant-pane.h"

static GtkWidget *
show_pane (UiFixture *fixture, ImpItem irritant)
{
  GtkWidget *pane = g_object_ref_sink (g_object_new (IMP_TYPE_IRRITANT_PANE, NULL));

  imp_irritant_pane_set_backlog (IMP_IRRITANT_PANE (pane), fixture->backlog);
  imp_irritant_pane_set_irritant (IMP_IRRITANT_PANE (pane), irritant);
  ui_show (fixture, pane);
  return pane;
}

static void
undo (UiFixture *fixture)
{
  ImpAwait await = { NULL };

  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
}

static void
test_comes_back_with_its_irritant (UiFixture *fixture, gconstpointer data)
{
  ImpItem irritant = ui_record (fixture, HOSTILE);
  GtkWidget *pane = show_pane (fixture, irritant);
  ImpAwait await = { NULL };

  ui_wait_for (pane, HOSTILE);
  imp_backlog_delete_async (fixture->backlog, irritant, "Deleted", imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  ui_wait_until_gone (pane, HOSTILE);
  undo (fixture);
  ui_wait_for (pane, HOSTILE);
  ui_assert_finalized (fixture, pane);
}

static void
test_keeps_the_focus_in_its_rows (UiFixture *fixture, gconstpointer data)
{
  ImpItem irritant = ui_record (fixture, "The printer jams");
  ImpAwait await = { NULL }, again = { NULL };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) show_fix = g_simple_action_new ("show-fix", G_VARIANT_TYPE_INT64);
  GtkWidget *pane, *row;

  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (show_fix));
  imp_backlog_plan_fix_async (fixture->backlog, "Turn it off", &irritant, 1, NULL, IMP_DATE_NONE,
                              NULL, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  pane = show_pane (fixture, irritant);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (actions));
  row = gtk_widget_get_ancestor (ui_wait_for (pane, "Turn it off"), GTK_TYPE_LIST_BOX_ROW);
  g_assert_true (gtk_widget_grab_focus (row));
  imp_backlog_plan_fix_async (fixture->backlog, "And on", &irritant, 1, NULL, IMP_DATE_NONE, NULL,
                              imp_await_cb, &again);
  ui_finish_write (fixture, &again);
  ui_wait_for (pane, "And on");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == row);
  ui_assert_finalized (fixture, pane);
}

/* Opened all the same, it says where it went, and can be taken apart. */
static void
test_says_where_it_went (UiFixture *fixture, gconstpointer data)
{
  const ImpItem whole = ui_record (fixture, HOSTILE), part = ui_record (fixture, "Paper jams");
  g_autofree char *words = g_strdup_printf ("Merged into “%s”", HOSTILE);
  ImpAwait await = { NULL };
  GtkWidget *pane, *row;

  imp_backlog_merge_async (fixture->backlog, part, whole, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  pane = show_pane (fixture, part);
  row = gtk_widget_get_ancestor (ui_wait_for (pane, words), GTK_TYPE_LIST_BOX_ROW);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.show-irritant");
  g_assert_cmpint (
      g_variant_get_int64 (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row))), ==,
      whole);
  gtk_widget_activate_action (pane, "irritant.take-apart", "x", part);
  ui_wait_until_gone (pane, words);
  undo (fixture);
  ui_wait_for (pane, words);
  ui_assert_finalized (fixture, pane);
}

static guint
count_rows (GtkWidget *root, const char *text)
{
  guint n = GTK_IS_LABEL (root) && gtk_widget_is_visible (root)
            && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_rows (child, text);
  return n;
}

/* There may be thousands. */
static void
test_bounds_what_was_merged (UiFixture *fixture, gconstpointer data)
{
  const ImpItem whole = ui_record (fixture, "Paper jams");
  GtkWidget *pane;

  for (guint i = 0; i < 8; i++)
    {
      const ImpItem part = ui_record (fixture, "Paper jams again");
      ImpAwait await = { NULL };

      imp_backlog_merge_async (fixture->backlog, part, whole, imp_await_cb, &await);
      ui_finish_write (fixture, &await);
    }
  pane = show_pane (fixture, whole);
  ui_wait_for (pane, "And 2 more");
  g_assert_cmpuint (count_rows (pane, "Take Apart"), ==, 6);
  ui_assert_finalized (fixture, pane);
}

static GtkWidget *
get_focused_part (UiFixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_nonnull (ui_find (focus, "Take Apart"));
  return gtk_widget_get_ancestor (focus, ADW_TYPE_ACTION_ROW);
}

/* By keyboard one after the other is taken apart, and what comes then is near. */
static void
test_keeps_the_focus_near (UiFixture *fixture, gconstpointer data)
{
  static const char *const parts[] = { "Tray is empty", "Toner is low", "Lid is open" };
  const ImpItem whole = ui_record (fixture, "Paper jams");
  GtkWidget *pane, *row;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      ImpAwait await = { NULL };

      imp_backlog_merge_async (fixture->backlog, ui_record (fixture, parts[i]), whole, imp_await_cb,
                               &await);
      ui_finish_write (fixture, &await);
    }
  pane = show_pane (fixture, whole);
  row = gtk_widget_get_ancestor (ui_wait_for (pane, "Take Apart"), ADW_TYPE_ACTION_ROW);
  gtk_widget_grab_focus (ui_find_type (row, GTK_TYPE_BUTTON));
  for (guint left = G_N_ELEMENTS (parts) - 1; left > 0; left--)
    {
      g_autofree char *title = g_strdup (
          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_focused_part (fixture))));

      gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (fixture->window)));
      ui_wait_until_gone (pane, title);
      g_assert_cmpuint (count_rows (pane, "Take Apart"), ==, left);
      get_focused_part (fixture);
    }
  gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  ui_wait_until_gone (pane, "Merged into This");
  g_assert_nonnull (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  g_assert_true (imp_focus_is_inside (pane));
  ui_assert_finalized (fixture, pane);
}

/* The page of the other one has them all, to be taken apart long after. */
static void
test_shows_what_was_merged (UiFixture *fixture, gconstpointer data)
{
  const ImpItem whole = ui_record (fixture, "Paper jams"), part = ui_record (fixture, HOSTILE);
  ImpAwait await = { NULL };
  GtkWidget *pane = show_pane (fixture, whole), *row;

  ui_wait_for (pane, "Paper jams");
  g_assert_null (ui_find (pane, "Merged into This"));
  imp_backlog_merge_async (fixture->backlog, part, whole, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  row = ui_wait_for (pane, "Merged into This");
  row = gtk_widget_get_ancestor (ui_wait_for (pane, "Take Apart"), ADW_TYPE_ACTION_ROW);
  g_assert_nonnull (ui_find (row, HOSTILE));
  ui_assert_plain (pane);
  gtk_widget_activate (ui_find_type (row, GTK_TYPE_BUTTON));
  ui_wait_until_gone (pane, "Merged into This");
  ui_assert_finalized (fixture, pane);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/ui/irritant-pane/" name, UiFixture, NULL, ui_set_up, test, ui_tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("comes-back-with-its-irritant", test_comes_back_with_its_irritant);
  ADD ("shows-what-was-merged", test_shows_what_was_merged);
  ADD ("keeps-the-focus-near", test_keeps_the_focus_near);
  ADD ("bounds-what-was-merged", test_bounds_what_was_merged);
  ADD ("says-where-it-went", test_says_where_it_went);
  ADD ("keeps-the-focus-in-its-rows", test_keeps_the_focus_in_its_rows);
  return g_test_run ();
}
