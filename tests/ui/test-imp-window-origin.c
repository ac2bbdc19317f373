/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Back from an irritant leads to where it was opened. */
#include "config.h"

#include "ui-fixture.h"
#include "ui/fixes/imp-fixes-page.h"
#include "ui/irritants/imp-irritant-pane.h"
#include "ui/irritants/imp-irritants-list.h"
#include "ui/people/imp-person-dialog.h"
#include "ui/window/imp-window.h"

#define PHONE 360
#define WIDE  1400

typedef struct
{
  UiFixture *fixture;
  GSettings *settings;
  ImpWindow *window;
  ImpItem irritant;
} Desk;

static AdwNavigationSplitView *
find_split (Desk *desk)
{
  GtkWidget *list = ui_find_type (GTK_WIDGET (desk->window), IMP_TYPE_IRRITANTS_LIST);

  return ADW_NAVIGATION_SPLIT_VIEW (gtk_widget_get_ancestor (list, ADW_TYPE_NAVIGATION_SPLIT_VIEW));
}

static void
do_action (Desk *desk, const char *action, const char *page)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk->window), action, "s", page));
}

/* With the page of the irritants built, at this width, and a plan among the fixes. */
static void
open_desk (Desk *desk, UiFixture *fixture, int width)
{
  desk->fixture = fixture;
  desk->settings = g_settings_new (APP_ID);
  g_settings_reset (desk->settings, "page");
  desk->window = g_object_new (IMP_TYPE_WINDOW, "settings", desk->settings, NULL);
  desk->irritant = ui_record (fixture, "Scanner signs me out");
  ui_plan_fix (fixture, "Printer prints");
  gtk_window_set_default_size (GTK_WINDOW (desk->window), width, 640);
  gtk_window_present (GTK_WINDOW (desk->window));
  imp_window_set_backlog (desk->window, fixture->backlog);
  while (adw_navigation_split_view_get_collapsed (find_split (desk)) != (width == PHONE))
    g_main_context_iteration (NULL, TRUE);
  do_action (desk, "win.show-page", "fixes");
  ui_wait_for (GTK_WIDGET (desk->window), "Printer prints");
}

static void
close_desk (Desk *desk)
{
  gtk_window_destroy (GTK_WINDOW (desk->window));
  g_clear_object (&desk->settings);
}

static void
visit (Desk *desk)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.show-irritant", "x", desk->irritant);
  ui_wait_for (GTK_WIDGET (desk->window), "What Colleagues Say");
}

static void
assert_page (Desk *desk, const char *name)
{
  g_autofree char *page = g_settings_get_string (desk->settings, "page");

  g_assert_cmpstr (page, ==, name);
}

static GtkWidget *
find_pane (Desk *desk)
{
  return ui_find_type (GTK_WIDGET (desk->window), IMP_TYPE_IRRITANT_PANE);
}

static GtkWidget *
focus_in (Desk *desk, GType type)
{
  GtkWidget *page = ui_find_type (GTK_WIDGET (desk->window), type), *focus;

  gtk_window_set_focus (GTK_WINDOW (desk->window), NULL);
  while (!gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD))
    g_main_context_iteration (NULL, TRUE);
  focus = gtk_root_get_focus (GTK_ROOT (desk->window));
  g_assert_true (gtk_widget_is_ancestor (focus, page));
  return focus;
}

static void
test_leads_to_where_it_was_opened (UiFixture *fixture, gconstpointer width)
{
  Desk desk;
  GtkWidget *focus;

  open_desk (&desk, fixture, GPOINTER_TO_INT (width));
  focus = focus_in (&desk, IMP_TYPE_FIXES_PAGE);
  visit (&desk);
  assert_page (&desk, "irritants");
  gtk_widget_activate_action (find_pane (&desk), "irritants.back", NULL);
  assert_page (&desk, "fixes");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (desk.window)) == focus);
  do_action (&desk, "win.show-page", "irritants");
  assert_page (&desk, "irritants");
  gtk_widget_activate_action (find_pane (&desk), "irritants.back", NULL);
  assert_page (&desk, "irritants");
  close_desk (&desk);
}

/* As Escape, Alt+Left and a swipe do. */
static void
test_follows_the_phones_own_back (UiFixture *fixture, gconstpointer data)
{
  Desk desk;

  open_desk (&desk, fixture, PHONE);
  visit (&desk);
  gtk_widget_activate_action (find_pane (&desk), "navigation.pop", NULL);
  assert_page (&desk, "fixes");
  close_desk (&desk);
}

static void
test_is_forgotten_elsewhere (UiFixture *fixture, gconstpointer data)
{
  Desk desk;

  open_desk (&desk, fixture, PHONE);
  visit (&desk);
  do_action (&desk, "win.show-page", "announcements");
  do_action (&desk, "win.show-page", "irritants");
  gtk_widget_activate_action (find_pane (&desk), "navigation.pop", NULL);
  assert_page (&desk, "irritants");
  g_assert_false (adw_navigation_split_view_get_show_content (find_split (&desk)));
  close_desk (&desk);
}

static void
test_stays_from_one_to_another (UiFixture *fixture, gconstpointer data)
{
  Desk desk;

  open_desk (&desk, fixture, WIDE);
  visit (&desk);
  desk.irritant = ui_record (fixture, "Monitor is dark");
  visit (&desk);
  gtk_widget_activate_action (find_pane (&desk), "irritants.back", NULL);
  assert_page (&desk, "fixes");
  close_desk (&desk);
}

static void
test_leads_to_the_colleague (UiFixture *fixture, gconstpointer data)
{
  const ImpItem person = 1;
  Desk desk;

  open_desk (&desk, fixture, WIDE);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.show-irritant-of", "(xx)",
                              desk.irritant, person);
  assert_page (&desk, "irritants");
  gtk_widget_activate_action (find_pane (&desk), "irritants.back", NULL);
  assert_page (&desk, "fixes");
  g_assert_true (IMP_IS_PERSON_DIALOG (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (desk.window))));
  close_desk (&desk);
}

static void
open_of_colleague (Desk *desk, ImpItem irritant)
{
  const ImpItem person = 1;

  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.show-irritant-of", "(xx)", irritant,
                              person);
  g_assert_true (adw_navigation_split_view_get_show_content (find_split (desk)));
}

/* Whatever was looked at before it. */
static void
test_leads_to_the_list_in_sight (UiFixture *fixture, gconstpointer action)
{
  Desk desk;
  ImpItem other;

  open_desk (&desk, fixture, PHONE);
  other = ui_record (fixture, "Monitor is dark");
  do_action (&desk, "win.show-page", "irritants");
  visit (&desk);
  adw_navigation_split_view_set_show_content (find_split (&desk), FALSE);
  open_of_colleague (&desk, other);
  gtk_widget_activate_action (find_pane (&desk), action, NULL);
  assert_page (&desk, "irritants");
  g_assert_false (adw_navigation_split_view_get_show_content (find_split (&desk)));
  close_desk (&desk);
}

static void
test_leads_to_the_irritant_in_sight (UiFixture *fixture, gconstpointer action)
{
  Desk desk;
  ImpItem other;

  open_desk (&desk, fixture, PHONE);
  other = ui_record (fixture, "Monitor is dark");
  do_action (&desk, "win.show-page", "irritants");
  visit (&desk);
  open_of_colleague (&desk, other);
  gtk_widget_activate_action (find_pane (&desk), action, NULL);
  ui_wait_for (find_pane (&desk), "Scanner signs me out");
  g_assert_true (adw_navigation_split_view_get_show_content (find_split (&desk)));
  close_desk (&desk);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add ("/ui/window/back/leads-to-where-it-was-opened", UiFixture, GINT_TO_POINTER (WIDE),
              ui_set_up, test_leads_to_where_it_was_opened, ui_tear_down);
  g_test_add ("/ui/window/back/leads-to-where-it-was-opened-on-a-phone", UiFixture,
              GINT_TO_POINTER (PHONE), ui_set_up, test_leads_to_where_it_was_opened, ui_tear_down);
  g_test_add ("/ui/window/back/follows-the-phones-own", UiFixture, NULL, ui_set_up,
              test_follows_the_phones_own_back, ui_tear_down);
  g_test_add ("/ui/window/back/is-forgotten-elsewhere", UiFixture, NULL, ui_set_up,
              test_is_forgotten_elsewhere, ui_tear_down);
  g_test_add ("/ui/window/back/stays-from-one-to-another", UiFixture, NULL, ui_set_up,
              test_stays_from_one_to_another, ui_tear_down);
  g_test_add ("/ui/window/back/leads-to-the-colleague", UiFixture, NULL, ui_set_up,
              test_leads_to_the_colleague, ui_tear_down);
#define ADD_BOTH(name, func)                                                                       \
  g_test_add ("/ui/window/back/" name "/by-button", UiFixture, "irritants.back", ui_set_up, func,  \
              ui_tear_down);                                                                       \
  g_test_add ("/ui/window/back/" name "/by-gesture", UiFixture, "navigation.pop", ui_set_up, func, \
              ui_tear_down)
  ADD_BOTH ("leads-to-the-list-in-sight", test_leads_to_the_list_in_sight);
  ADD_BOTH ("leads-to-the-irritant-in-sight", test_leads_to_the_irritant_in_sight);
  return g_test_run ();
}
