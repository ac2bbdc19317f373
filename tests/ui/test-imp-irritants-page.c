/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The list and the irritant that is looked at, when that one goes and comes back. */
#include "config.h"

#include "ui-fixture.h"
#include "ui/common/imp-focus.h"
#include "ui/irritants/imp-irritant-pane.h"
#include "ui/irritants/imp-irritants-list.h"
#include "ui/irritants/imp-irritants-page.h"
#include "ui/irritants/imp-ranked-view-private.h"

/* The page on the screen. */
typedef struct
{
  UiFixture *fixture;
  ImpIrritantsPage *page;
  GtkWidget *pane;
  ImpRankedView *view;
  ImpItem irritants[3]; /* in the order of the list */
} Shown;

static void
fill_backlog (Shown *shown)
{
  static const char *const people[] = { "500 measured", "100 measured", "10 measured" };
  ImpChanges *changes = imp_changes_new ();
  ImpAwait await = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      ImpItem item = imp_changes_add (changes, IMP_KIND_IRRITANT);
      g_autofree char *title = g_strdup_printf ("Door %u sticks", i + 1);

      imp_changes_set_text (changes, item, IMP_IRRITANT_TITLE, title);
      imp_changes_set_text (changes, item, IMP_IRRITANT_PEOPLE, people[i]);
      imp_changes_set_text (changes, item, IMP_IRRITANT_OFTEN, "20 measured");
      imp_changes_set_text (changes, item, IMP_IRRITANT_MINUTES, "5 measured");
    }
  imp_backlog_apply_async (shown->fixture->backlog, changes, "Filled", NULL, imp_await_cb, &await);
  ui_finish_write (shown->fixture, &await);
}

static gboolean
looks_at (Shown *shown, ImpItem irritant, const char *title)
{
  return shown->view->cursor == irritant && shown->view->cursor_position != IMP_NOWHERE
         && ui_find (shown->pane, title) != NULL;
}

static void
assert_looks_at (Shown *shown, guint i)
{
  g_autofree char *title = g_strdup_printf ("Door %u sticks", i + 1);

  g_assert_true (looks_at (shown, shown->irritants[i], title));
}

static void
wait_until_looks_at (Shown *shown, guint i)
{
  g_autofree char *title = g_strdup_printf ("Door %u sticks", i + 1);
  const gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  while (!looks_at (shown, shown->irritants[i], title) && g_get_monotonic_time () < end)
    ui_run (20);
  assert_looks_at (shown, i);
}

static gboolean
is_loading (Shown *shown)
{
  gboolean loading;

  g_object_get (shown->view->list, "loading", &loading, NULL);
  return loading;
}

static Shown
show_page (UiFixture *fixture)
{
  Shown shown = { .fixture = fixture };
  const ImpOverview overview = { .n_all_irritants = 3, .n_not_fixed = 3 };

  fill_backlog (&shown);
  shown.page = g_object_new (IMP_TYPE_IRRITANTS_PAGE, "backlog", fixture->backlog, NULL);
  imp_irritants_page_set_overview (shown.page, &overview);
  ui_show (fixture, GTK_WIDGET (shown.page));
  shown.pane = ui_find_type (GTK_WIDGET (shown.page), IMP_TYPE_IRRITANT_PANE);
  shown.view = IMP_RANKED_VIEW (ui_find_type (GTK_WIDGET (shown.page), IMP_TYPE_RANKED_VIEW));
  ui_wait_for (shown.pane, "Door 1 sticks");
  for (guint i = 0; i < G_N_ELEMENTS (shown.irritants); i++)
    {
      g_autoptr (ImpIrritantRow) row = g_list_model_get_item (G_LIST_MODEL (shown.view->list), i);

      shown.irritants[i] = imp_irritant_row_get_item (row);
    }
  return shown;
}

/* As from the menu over the irritant's page, where the focus is. */
static void
delete_shown (Shown *shown)
{
  gtk_widget_grab_focus (ui_find_type (shown->pane, GTK_TYPE_MENU_BUTTON));
  gtk_widget_activate_action (shown->pane, "irritant.delete", NULL);
}

static void
undo (Shown *shown)
{
  ImpAwait await = { NULL };

  imp_backlog_undo_async (shown->fixture->backlog, imp_await_cb, &await);
  ui_finish_write (shown->fixture, &await);
}

static void
look_at (Shown *shown, guint i)
{
  imp_ranked_view_select (shown->view, i);
  wait_until_looks_at (shown, i);
}

static void
assert_focus_on_cursor (Shown *shown)
{
  ImpIrritantRowView *focused = imp_ranked_view_get_focused (shown->view);

  g_assert_nonnull (focused);
  g_assert_cmpint (imp_irritant_row_get_item (imp_irritant_row_view_get_row (focused)), ==,
                   shown->view->cursor);
}

static void
test_goes_on_to_the_next (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_page (fixture);

  look_at (&shown, 1);
  delete_shown (&shown);
  wait_until_looks_at (&shown, 2);
  assert_focus_on_cursor (&shown);
  delete_shown (&shown);
  wait_until_looks_at (&shown, 0);
  assert_focus_on_cursor (&shown);
}

static void
test_comes_back (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_page (fixture);

  delete_shown (&shown);
  wait_until_looks_at (&shown, 1);
  undo (&shown);
  wait_until_looks_at (&shown, 0);
  assert_focus_on_cursor (&shown);
}

/* Until the list has answered so, which has chosen by then whether to go on or back. */
static void
wait_until_listed (Shown *shown, guint n)
{
  while (imp_ranked_view_count (shown->view) != n || is_loading (shown))
    g_main_context_iteration (NULL, TRUE);
}

/* What the key does in the list, as if it was pressed there. */
static void
press_in_list (Shown *shown, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (shown->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      GListModel *keys = GTK_IS_SHORTCUT_CONTROLLER (controller) ? G_LIST_MODEL (controller) : NULL;

      for (guint j = 0; keys != NULL && j < g_list_model_get_n_items (keys); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (keys, j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                          GTK_WIDGET (shown->view), NULL);
        }
    }
}

static void
test_key_deletes (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_page (fixture);

  look_at (&shown, 1);
  gtk_widget_grab_focus (GTK_WIDGET (shown.view));
  press_in_list (&shown, GDK_KEY_Delete);
  wait_until_looks_at (&shown, 2);
  assert_focus_on_cursor (&shown);
  press_in_list (&shown, GDK_KEY_KP_Delete);
  wait_until_looks_at (&shown, 0);
  undo (&shown);
  wait_until_listed (&shown, 2);
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==, "Irritant deleted");
}

/* Whoever went on to another one stays there. */
static void
test_stays_at_another (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_page (fixture);

  delete_shown (&shown);
  wait_until_looks_at (&shown, 1);
  imp_ranked_view_select (shown.view, 1);
  wait_until_looks_at (&shown, 2);
  undo (&shown);
  wait_until_listed (&shown, 3);
  assert_looks_at (&shown, 2);
}

/* Also whoever went on before the list knew what was gone. */
static void
test_stays_at_another_chosen_early (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_page (fixture);
  ImpIrritantsList *list =
      IMP_IRRITANTS_LIST (ui_find_type (GTK_WIDGET (shown.page), IMP_TYPE_IRRITANTS_LIST));
  ImpAwait await = { NULL };

  wait_until_listed (&shown, 3);
  imp_backlog_delete_async (fixture->backlog, shown.irritants[0], "Irritant deleted", imp_await_cb,
                            &await);
  while (!is_loading (&shown)) /* its answer comes in another round at the earliest */
    g_main_context_iteration (NULL, TRUE);
  imp_irritants_list_leave (list, shown.irritants[0], FALSE);
  imp_ranked_view_select (shown.view, 2);
  ui_finish_write (fixture, &await);
  wait_until_listed (&shown, 2);
  wait_until_looks_at (&shown, 2);
  undo (&shown);
  wait_until_listed (&shown, 3);
  assert_looks_at (&shown, 2);
}

/* And whoever reads the one that stands for it. */
static void
test_stays_where_somebody_reads (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_page (fixture);

  delete_shown (&shown);
  wait_until_looks_at (&shown, 1);
  gtk_widget_grab_focus (ui_find_type (shown.pane, GTK_TYPE_MENU_BUTTON));
  undo (&shown);
  wait_until_listed (&shown, 3);
  assert_looks_at (&shown, 1);
}

static void
test_last_one (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_page (fixture);

  for (guint i = 0; i < 2; i++)
    {
      delete_shown (&shown);
      wait_until_looks_at (&shown, i + 1);
    }
  delete_shown (&shown);
  ui_wait_until_gone (shown.pane, "Door 3 sticks");
  undo (&shown);
  wait_until_looks_at (&shown, 2);
}

/* Where nothing is left of what was searched for, one can type on. */
static void
test_last_one_found (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_page (fixture);
  GtkWidget *search = ui_find_type (GTK_WIDGET (shown.page), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (search), "1");
  ui_wait_for (GTK_WIDGET (shown.page), "1 found");
  delete_shown (&shown);
  ui_wait_for (GTK_WIDGET (shown.page), "No Irritants Found");
  ui_wait_until_gone (shown.pane, "Door 1 sticks");
  g_assert_true (imp_focus_is_inside (search));
}

/* At phone width the list comes back, and the next irritant has the focus. */
static void
test_on_a_phone (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_page (fixture);
  AdwNavigationSplitView *split = ADW_NAVIGATION_SPLIT_VIEW (
      ui_find_type (GTK_WIDGET (shown.page), ADW_TYPE_NAVIGATION_SPLIT_VIEW));

  g_object_set (shown.page, "compact", TRUE, "narrow", TRUE, NULL);
  imp_ranked_view_select (shown.view, 0);
  imp_ranked_view_activate (shown.view);
  g_assert_true (adw_navigation_split_view_get_show_content (split));
  while (!gtk_widget_get_mapped (shown.pane))
    g_main_context_iteration (NULL, TRUE);
  delete_shown (&shown);
  while (adw_navigation_split_view_get_show_content (split))
    g_main_context_iteration (NULL, TRUE);
  wait_until_looks_at (&shown, 1);
  assert_focus_on_cursor (&shown);
}

/* Where there is no room for the button, without a keyboard. */
static void
test_prints_on_a_phone (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_page (fixture);
  GtkWidget *list = ui_find_type (GTK_WIDGET (shown.page), IMP_TYPE_IRRITANTS_LIST);
  GtkWidget *chip =
      GTK_WIDGET (gtk_widget_get_template_child (list, IMP_TYPE_IRRITANTS_LIST, "order_chip"));

  g_object_set (shown.page, "compact", TRUE, "narrow", TRUE, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (chip));
  g_assert_true (gtk_widget_is_sensitive (ui_wait_for (chip, "Print and Save…")));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (chip));
  ui_assert_finalized (fixture, g_object_ref (shown.page));
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
#define ADD(path, func)                                                                            \
  g_test_add ("/ui/irritants-page/" path, UiFixture, NULL, ui_set_up, func, ui_tear_down)
  ADD ("goes-on-to-the-next", test_goes_on_to_the_next);
  ADD ("comes-back", test_comes_back);
  ADD ("key-deletes", test_key_deletes);
  ADD ("stays-at-another", test_stays_at_another);
  ADD ("stays-at-another-chosen-early", test_stays_at_another_chosen_early);
  ADD ("stays-where-somebody-reads", test_stays_where_somebody_reads);
  ADD ("last-one", test_last_one);
  ADD ("last-one-found", test_last_one_found);
  ADD ("on-a-phone", test_on_a_phone);
  ADD ("prints-on-a-phone", test_prints_on_a_phone);
  return g_test_run ();
}
