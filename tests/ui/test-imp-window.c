/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The window: its keys, its trouble page, its end. */
#include "config.h"

#include <glib/gstdio.h>

#include "backlog/imp-backlog-irritants.h"
#include "backlog/imp-backlog-private.h"
#include "backlog/imp-backlog-rounds.h"
#include "base/imp-error.h"
#include "exchange/sample-pictures.h"
#include "support/imp-open-backlog.h"
#include "ui-fixture.h"
#include "ui/attachments/imp-attachments-section.h"
#include "ui/common/imp-toasts.h"
#include "ui/fixes/imp-fixes-page.h"
#include "ui/irritants/imp-irritants-page.h"
#include "ui/rounds/imp-round-mode.h"
#include "ui/window/imp-shortcuts.h"
#include "ui/window/imp-sidebar.h"
#include "ui/window/imp-trouble-page.h"
#include "ui/window/imp-window.h"

#define HELP "/org/example/Improve/ui/window/help-overlay.ui"

static void
test_help_lists_every_key (void)
{
  g_autoptr (GBytes) help = g_resources_lookup_data (HELP, 0, NULL);
  g_autofree char *text = NULL;
  const ImpShortcut *shortcuts;
  guint n_shortcuts;

  g_assert_nonnull (help);
  text = g_strndup (g_bytes_get_data (help, NULL), g_bytes_get_size (help));
  shortcuts = imp_shortcuts_get (&n_shortcuts);
  for (guint i = 0; i < n_shortcuts; i++)
    {
      g_autofree char *keys = g_markup_escape_text (shortcuts[i].keys, -1);
      g_autofree char *line = g_strdup_printf (">%s</property>", keys);

      if (strstr (text, line) == NULL)
        g_test_fail_printf ("%s is not in the shortcuts window", shortcuts[i].keys);
    }
}

static void
test_keys_are_of_one_command (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const ImpShortcut *shortcuts;
  guint n_shortcuts;

  shortcuts = imp_shortcuts_get (&n_shortcuts);
  for (guint i = 0; i < n_shortcuts; i++)
    {
      guint key;
      GdkModifierType modifiers;

      g_assert_true (gtk_accelerator_parse (shortcuts[i].keys, &key, &modifiers));
      g_assert_true (g_hash_table_add (seen, (gpointer) shortcuts[i].keys));
    }
}

static ImpWindow *
create_window (GSettings *settings)
{
  g_settings_reset (settings, "page"); /* as the first start */
  return g_object_new (IMP_TYPE_WINDOW, "settings", settings, NULL);
}

static void
destroy (ImpWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_destroy (GTK_WINDOW (window));
  for (int i = 0; i < 20 && weak != NULL; i++)
    ui_run (250);
  g_assert_null (weak);
}

static void
test_searches_what_is_in_sight (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  ImpWindow *window = create_window (settings);
  GtkWidget *focus, *search;

  ui_plan_fix (fixture, "Printer prints");
  gtk_window_present (GTK_WINDOW (window));
  imp_window_set_backlog (window, fixture->backlog);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "fixes");
  ui_wait_for (GTK_WIDGET (window), "Printer prints");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  search = gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (search);
  g_assert_nonnull (gtk_widget_get_ancestor (search, IMP_TYPE_FIXES_PAGE));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "announcements");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  focus = gtk_root_get_focus (GTK_ROOT (window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, IMP_TYPE_IRRITANTS_PAGE));
  destroy (window);
}

static void
test_shows_the_backlog (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  ImpWindow *window = create_window (settings);

  gtk_window_present (GTK_WINDOW (window));
  imp_window_set_backlog (window, fixture->backlog);
  ui_run (250);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "fixes");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "announcements");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-irritant", "x",
                              ui_record (fixture, HOSTILE));
  ui_run (250);
  destroy (window);
}

/* As from a medium that takes no writes. */
static void
reopen_to_look (UiFixture *fixture)
{
  g_autofree char *path = g_strdup (imp_backlog_get_path (fixture->backlog));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_close_backlog (g_steal_pointer (&fixture->backlog));
  imp_backlog_look_into_async (path, "Inès Caron", &fixture->clock, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  fixture->backlog = imp_backlog_open_finish (result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (imp_backlog_get_read_only (fixture->backlog));
}

/* By the command that a button gives. */
static GtkWidget *
find_button (GtkWidget *root, const char *action)
{
  if (GTK_IS_BUTTON (root)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_can_press (ImpWindow *window, const char *action, gboolean can)
{
  GtkWidget *button = find_button (GTK_WIDGET (window), action);

  g_assert_nonnull (button);
  g_assert_cmpint (gtk_widget_is_sensitive (button), ==, can);
}

/* What could not be saved cannot be begun. */
static void
test_only_reads (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  ImpWindow *window = create_window (settings);
  ImpItem irritant = ui_record (fixture, "Scanner signs me out");

  ui_plan_fix (fixture, "New printer");
  reopen_to_look (fixture);
  gtk_window_present (GTK_WINDOW (window));
  imp_window_set_backlog (window, fixture->backlog);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-irritant", "x", irritant);
  ui_wait_for (GTK_WIDGET (window), "What Colleagues Say");
  assert_can_press (window, "win.record", FALSE);
  assert_can_press (window, "irritant.me-too", FALSE);
  assert_can_press (window, "irritant.edit", FALSE);
  assert_can_press (window, "irritant.attach", FALSE);
  assert_can_press (window, "irritant.history", TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "fixes");
  ui_wait_for (GTK_WIDGET (window), "New printer");
  assert_can_press (window, "fixes.plan", FALSE);
  destroy (window);
}

static gboolean
has_focus_in (ImpWindow *window, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* Where Tab goes to follows from where the widgets are: not before they are laid out. */
static void
focus_in (ImpWindow *window, GtkWidget *widget)
{
  while (!gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD))
    g_main_context_iteration (NULL, TRUE);
  while (gtk_widget_get_width (gtk_window_get_focus (GTK_WINDOW (window))) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (has_focus_in (window, widget));
}

/* While the page is laid out anew there may be nowhere else to go. Never ends where Tab is caught. */
static void
tab_out_of (ImpWindow *window, GtkWidget *widget)
{
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  while (has_focus_in (window, widget))
    {
      g_main_context_iteration (NULL, TRUE);
      gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
    }
}

/* Where the sidebar lies over the page, a key to a page shows that page; F10 finds the menu. */
static void
test_sidebar_makes_room (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  ImpWindow *window = create_window (settings);
  AdwOverlaySplitView *split;
  GtkWidget *menu;

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  gtk_window_present (GTK_WINDOW (window));
  imp_window_set_backlog (window, fixture->backlog);
  split = ADW_OVERLAY_SPLIT_VIEW (ui_find_type (GTK_WIDGET (window), ADW_TYPE_OVERLAY_SPLIT_VIEW));
  while (!adw_overlay_split_view_get_collapsed (split))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-menu", NULL);
  g_assert_true (adw_overlay_split_view_get_show_sidebar (split));
  menu = ui_find_type (ui_find_type (GTK_WIDGET (window), IMP_TYPE_SIDEBAR), GTK_TYPE_MENU_BUTTON);
  g_assert_true (gtk_menu_button_get_active (GTK_MENU_BUTTON (menu)));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (menu));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.choose-page", "s", "fixes");
  g_assert_true (adw_overlay_split_view_get_show_sidebar (split));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-page", "s", "announcements");
  g_assert_false (adw_overlay_split_view_get_show_sidebar (split));
  destroy (window);
}

/* Arrows choose a page; Tab only passes the pages by. */
static void
test_tab_leaves_the_sidebar (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  ImpWindow *window = create_window (settings);
  GtkWidget *pages, *split;

  gtk_window_present (GTK_WINDOW (window));
  imp_window_set_backlog (window, fixture->backlog);
  pages = ui_find_type (ui_find_type (GTK_WIDGET (window), IMP_TYPE_SIDEBAR), GTK_TYPE_LIST_BOX);
  split = ui_find_type (GTK_WIDGET (window), ADW_TYPE_OVERLAY_SPLIT_VIEW);
  ui_wait_for (GTK_WIDGET (window), "What Gets in the Way?");
  ui_wait_for (GTK_WIDGET (window), "Fixes");
  focus_in (window, adw_overlay_split_view_get_content (ADW_OVERLAY_SPLIT_VIEW (split)));
  focus_in (window, pages);
  tab_out_of (window, pages);
  destroy (window);
}

static void
test_says_what_is_undone_when_it_is (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  ImpWindow *window = create_window (settings);
  g_autofree char *text = NULL, *again = NULL;

  ui_record (fixture, "The printer jams");
  text = g_strdup_printf ("Undone: %s", imp_backlog_get_undo_label (fixture->backlog));
  again = g_strdup_printf ("Redone: %s", imp_backlog_get_undo_label (fixture->backlog));
  gtk_window_present (GTK_WINDOW (window));
  imp_window_set_backlog (window, fixture->backlog);
  ui_run (250);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_null (ui_find (GTK_WIDGET (window), text));
  ui_wait_for (GTK_WIDGET (window), text);
  g_assert_null (imp_backlog_get_undo_label (fixture->backlog));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  ui_wait_for (GTK_WIDGET (window), again);
  g_assert_null (imp_backlog_get_redo_label (fixture->backlog));
  destroy (window);
}

static void
test_says_what_is_wrong (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "%s", HOSTILE);
  ImpWindow *window = create_window (settings);

  gtk_window_present (GTK_WINDOW (window));
  imp_window_show_trouble (window, "/nowhere/backlog.db", error);
  ui_wait_for (GTK_WIDGET (window), HOSTILE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.record", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  destroy (window);
}

static GtkWidget *
wait_for_button (ImpWindow *window, const char *label)
{
  return gtk_widget_get_ancestor (ui_wait_for (GTK_WIDGET (window), label), GTK_TYPE_BUTTON);
}

/* In words of its own; what the disk said is for whoever asks for it. */
static void
test_says_what_is_damaged (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (GError) error = g_error_new (IMP_ERROR, IMP_ERROR_CORRUPT, "%s", HOSTILE);
  g_autofree char *folder = g_build_filename (fixture->folder, "torn", NULL);
  g_autofree char *path = g_build_filename (folder, "backlog.db", NULL);
  ImpWindow *window = create_window (settings);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "torn", -1, NULL));

  gtk_window_present (GTK_WINDOW (window));
  imp_window_show_trouble (window, path, error);
  ui_wait_for (GTK_WIDGET (window),
               "The file it is kept in cannot be read, and there is no backup. "
               "Improve can look for what is left in it; the file is kept.");
  g_assert_true (gtk_widget_has_css_class (wait_for_button (window, "Rescue What Is Left"),
                                           "suggested-action"));
  g_assert_true (gtk_widget_has_css_class (wait_for_button (window, "Try Again"), "flat"));
  g_assert_null (ui_find (GTK_WIDGET (window), HOSTILE));
  gtk_expander_set_expanded (GTK_EXPANDER (ui_find_type (GTK_WIDGET (window), GTK_TYPE_EXPANDER)),
                             TRUE);
  ui_wait_for (GTK_WIDGET (window), HOSTILE);
  destroy (window);
}

static void
explain (UiFixture *fixture, ImpTroublePage *page, ImpError code)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nothing", "backlog.db", NULL);
  g_autoptr (GError) error = g_error_new (IMP_ERROR, (int) code, "%s", HOSTILE);

  imp_trouble_page_explain (page, path, error);
}

/* A server may be long in answering. */
static void
test_says_at_once_that_it_cannot_be_read (UiFixture *fixture, gconstpointer data)
{
  ImpTroublePage *page = g_object_ref_sink (g_object_new (IMP_TYPE_TROUBLE_PAGE, NULL));

  ui_show (fixture, GTK_WIDGET (page));
  explain (fixture, page, IMP_ERROR_CORRUPT);
  g_assert_nonnull (ui_find (GTK_WIDGET (page), "The file it is kept in cannot be read."));
  ui_wait_until_gone (GTK_WIDGET (page), "The file it is kept in cannot be read.");
  ui_wait_for (GTK_WIDGET (page), "Begin a New One");
  ui_assert_finalized (fixture, page);
}

/* The page is kept by each question that goes on. */
static void
test_a_late_answer_is_not_told (UiFixture *fixture, gconstpointer data)
{
  const char *busy = "Another program has it open. Close that program, then try again.";
  ImpTroublePage *page = g_object_ref_sink (g_object_new (IMP_TYPE_TROUBLE_PAGE, NULL));
  guint n_refs;

  ui_show (fixture, GTK_WIDGET (page));
  n_refs = G_OBJECT (page)->ref_count;
  explain (fixture, page, IMP_ERROR_CORRUPT);
  explain (fixture, page, IMP_ERROR_BUSY);
  while (G_OBJECT (page)->ref_count > n_refs)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (ui_find (GTK_WIDGET (page), busy));
  g_assert_null (ui_find (GTK_WIDGET (page), "Begin a New One"));
  ui_assert_finalized (fixture, page);
}

static void
test_says_what_is_gone (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (GError) error = g_error_new (IMP_ERROR, IMP_ERROR_CORRUPT, "%s", HOSTILE);
  g_autofree char *path = g_build_filename (fixture->folder, "nothing", "backlog.db", NULL);
  ImpWindow *window = create_window (settings);

  gtk_window_present (GTK_WINDOW (window));
  imp_window_show_trouble (window, path, error);
  ui_wait_for (GTK_WIDGET (window), "The file it is kept in is gone, and there is no backup. Look "
                                    "for a copy of it and put it back, then try again.");
  g_assert_true (
      gtk_widget_has_css_class (wait_for_button (window, "Try Again"), "suggested-action"));
  g_assert_true (gtk_widget_has_css_class (wait_for_button (window, "Begin a New One"), "flat"));
  g_assert_null (ui_find (GTK_WIDGET (window), "Rescue What Is Left"));
  destroy (window);
}

/* One sentence, and what to do about it. */
static void
test_says_that_the_open_one_is_damaged (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  ImpWindow *window = create_window (settings);

  gtk_window_present (GTK_WINDOW (window));
  imp_window_set_backlog (window, fixture->backlog);
  g_set_str (&fixture->backlog->damage, HOSTILE);
  g_object_notify (G_OBJECT (fixture->backlog), "damage");
  ui_wait_for (GTK_WIDGET (window), "Your backlog is damaged. Restore a backup, or rescue what is "
                                    "left");
  g_assert_null (ui_find (GTK_WIDGET (window), HOSTILE));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-damage", NULL);
  wait_for_button (window, "Rescue What Is Left");
  g_assert_null (ui_find (GTK_WIDGET (window), HOSTILE));
  gtk_expander_set_expanded (
      GTK_EXPANDER (ui_find_type (
          GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))),
          GTK_TYPE_EXPANDER)),
      TRUE);
  ui_wait_for (GTK_WIDGET (window), HOSTILE);
  destroy (window);
}

static void
destroy_by_closing (ImpWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_close (GTK_WINDOW (window));
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_keeps_its_size (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  ImpWindow *window;

  g_settings_set_int (settings, "window-width", 700);
  window = create_window (settings);
  gtk_window_present (GTK_WINDOW (window));
  ui_run (250);
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 500);
  ui_run (250);
  destroy_by_closing (window);
  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 640);
  g_assert_cmpint (g_settings_get_int (settings, "window-height"), ==, 500);
}

static ImpWindow *
show_window (UiFixture *fixture, GSettings *settings)
{
  ImpWindow *window = create_window (settings);

  gtk_window_present (GTK_WINDOW (window));
  imp_window_set_backlog (window, fixture->backlog);
  ui_run (250);
  return window;
}

static void
test_closes_after_the_last_write (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  ImpItem irritant = ui_record (fixture, "Old");
  ImpWindow *window = show_window (fixture, settings);

  imp_backlog_set_text_async (fixture->backlog, irritant, IMP_IRRITANT_TITLE, "New", "Renamed",
                              NULL, NULL);
  destroy_by_closing (window);
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==, "Renamed");
}

static guint
count_attachments (UiFixture *fixture, ImpItem irritant)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpIrritantPage) page = NULL;
  ImpAwait await = { NULL };

  imp_backlog_irritant_page_async (fixture->backlog, irritant, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  page = imp_backlog_irritant_page_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return page->attachments->len;
}

/* As the application does, whoever still holds the window. */
static void
close_with_window (UiFixture *fixture)
{
  imp_backlog_close_async (fixture->backlog, NULL, NULL);
}

/* A photo is made smaller on a thread of its own first. */
static void
test_closes_after_photos_are_added (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (GBytes) photo = sample_picture ("png", 4000, 3000);
  ImpItem irritant = ui_record (fixture, "The scanner signs out");
  GPtrArray *attachables = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_attachable_free);
  ImpWindow *window = show_window (fixture, settings);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-irritant", "x", irritant);
  ui_wait_for (GTK_WIDGET (window), "Paste a picture of the screen, or drop a photo here.");
  g_ptr_array_add (attachables, imp_attachable_new_bytes (photo, "scanner.png"));
  imp_attachments_section_add (
      IMP_ATTACHMENTS_SECTION (ui_find_type (GTK_WIDGET (window), IMP_TYPE_ATTACHMENTS_SECTION)),
      attachables);
  g_signal_connect_swapped (window, "unmap", G_CALLBACK (close_with_window), fixture);
  destroy_by_closing (window);
  ui_reopen (fixture);
  g_assert_cmpuint (count_attachments (fixture, irritant), ==, 1);
}

static void
test_asks_where_the_last_write_failed (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "The disk is full");
  ImpWindow *window = show_window (fixture, settings);
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_close (GTK_WINDOW (window));
  imp_toasts_show_error (GTK_WIDGET (window), error);
  ui_wait_for (GTK_WIDGET (window), "Close Without Saving?");
  gtk_widget_activate (
      gtk_widget_get_ancestor (ui_wait_for (GTK_WIDGET (window), "Close Anyway"), GTK_TYPE_BUTTON));
  for (int i = 0; i < 20 && weak != NULL; i++)
    ui_run (250);
  g_assert_null (weak);
}

static GtkWindow *
find_help (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (l->data), "GtkShortcutsWindow"))
      return l->data;
  return NULL;
}

static void
test_builds_only_what_is_asked_for (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autoptr (GtkApplication) application = gtk_application_new (APP_ID ".Test", 0);
  ImpWindow *window;

  g_object_set (application, "resource-base-path", "/org/example/Improve", NULL);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = show_window (fixture, settings);
  gtk_window_set_application (GTK_WINDOW (window), application);
  g_assert_null (find_help ());
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
  g_assert_nonnull (find_help ());
  g_assert_true (gtk_window_get_transient_for (find_help ()) == GTK_WINDOW (window));
  ui_run (250);
  gtk_window_destroy (find_help ());
  destroy (window);
}

/* As by two taps on Begin Round. */
static void
test_goes_on_a_round_once (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  const ImpRoundPlan plan = { .site = "Leeds",
                              .planned = imp_backlog_get_today (fixture->backlog),
                              .time = IMP_ROUND_ANY_TIME,
                              .weeks = -1 };
  ImpWindow *window = show_window (fixture, settings);
  ImpAwait await = { NULL };
  ImpItem round;

  imp_backlog_plan_round_async (fixture->backlog, &plan, imp_await_cb, &await);
  round = ui_finish_write (fixture, &await);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go-round", "x", round);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go-round", "x", round);
  ui_wait_for (GTK_WIDGET (window), "What is working well?");
  gtk_widget_activate_action (ui_find_type (GTK_WIDGET (window), IMP_TYPE_ROUND_MODE), "mode.leave",
                              NULL);
  ui_wait_until_gone (GTK_WIDGET (window), "What is working well?");
  destroy (window);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/ui/shortcuts/help-lists-every-key", test_help_lists_every_key);
  g_test_add_func ("/ui/shortcuts/keys-are-of-one-command", test_keys_are_of_one_command);
  g_test_add ("/ui/window/searches-what-is-in-sight", UiFixture, NULL, ui_set_up,
              test_searches_what_is_in_sight, ui_tear_down);
  g_test_add ("/ui/window/shows-the-backlog", UiFixture, NULL, ui_set_up, test_shows_the_backlog,
              ui_tear_down);
  g_test_add ("/ui/window/only-reads", UiFixture, NULL, ui_set_up, test_only_reads, ui_tear_down);
  g_test_add ("/ui/window/sidebar-makes-room", UiFixture, NULL, ui_set_up, test_sidebar_makes_room,
              ui_tear_down);
  g_test_add ("/ui/window/tab-leaves-the-sidebar", UiFixture, NULL, ui_set_up,
              test_tab_leaves_the_sidebar, ui_tear_down);
  g_test_add ("/ui/window/builds-only-what-is-asked-for", UiFixture, NULL, ui_set_up,
              test_builds_only_what_is_asked_for, ui_tear_down);
  g_test_add ("/ui/window/says-what-is-undone-when-it-is", UiFixture, NULL, ui_set_up,
              test_says_what_is_undone_when_it_is, ui_tear_down);
  g_test_add ("/ui/window/says-what-is-wrong", UiFixture, NULL, ui_set_up, test_says_what_is_wrong,
              ui_tear_down);
  g_test_add ("/ui/window/says-what-is-damaged", UiFixture, NULL, ui_set_up,
              test_says_what_is_damaged, ui_tear_down);
  g_test_add ("/ui/window/says-that-the-open-one-is-damaged", UiFixture, NULL, ui_set_up,
              test_says_that_the_open_one_is_damaged, ui_tear_down);
  g_test_add ("/ui/window/says-at-once-that-it-cannot-be-read", UiFixture, NULL, ui_set_up,
              test_says_at_once_that_it_cannot_be_read, ui_tear_down);
  g_test_add ("/ui/window/a-late-answer-is-not-told", UiFixture, NULL, ui_set_up,
              test_a_late_answer_is_not_told, ui_tear_down);
  g_test_add ("/ui/window/says-what-is-gone", UiFixture, NULL, ui_set_up, test_says_what_is_gone,
              ui_tear_down);
  g_test_add ("/ui/window/closes-after-the-last-write", UiFixture, NULL, ui_set_up,
              test_closes_after_the_last_write, ui_tear_down);
  g_test_add ("/ui/window/closes-after-photos-are-added", UiFixture, NULL, ui_set_up,
              test_closes_after_photos_are_added, ui_tear_down);
  g_test_add ("/ui/window/asks-where-the-last-write-failed", UiFixture, NULL, ui_set_up,
              test_asks_where_the_last_write_failed, ui_tear_down);
  g_test_add ("/ui/window/goes-on-a-round-once", UiFixture, NULL, ui_set_up,
              test_goes_on_a_round_once, ui_tear_down);
  g_test_add ("/ui/window/keeps-its-size", UiFixture, NULL, ui_set_up, test_keeps_its_size,
              ui_tear_down);
  return g_test_run ();
}
