/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The page of what wants something now, and telling colleagues. */
#include "config.h"

#include "backlog/imp-backlog-fixes.h"
#include "backlog/imp-backlog-private.h"
#include "backlog/imp-backlog-rounds.h"
#include "backlog/imp-backlog-today.h"
#include "store/imp-store-private.h"
#include "ui-fixture.h"
#include "ui/common/imp-toasts.h"
#include "ui/today/imp-tell-dialog.h"
#include "ui/today/imp-today-page.h"
#include "ui/window/imp-sidebar-row.h"
#include "ui/window/imp-window.h"

#define NBSP "\u00a0"

static ImpToday *
look (UiFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpToday *today;

  imp_backlog_today_async (fixture->backlog, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  today = imp_backlog_today_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return today;
}

static GtkWidget *
show_page (UiFixture *fixture)
{
  g_autoptr (ImpToday) today = look (fixture);
  GtkWidget *page = g_object_ref_sink (imp_today_page_new (fixture->backlog));

  ui_show (fixture, page);
  imp_today_page_show (IMP_TODAY_PAGE (page), today);
  return page;
}

static void
show_again (UiFixture *fixture, GtkWidget *page)
{
  g_autoptr (ImpToday) today = look (fixture);

  imp_today_page_show (IMP_TODAY_PAGE (page), today);
}

static void
deliver (UiFixture *fixture, ImpItem fix)
{
  ImpAwait await = { NULL };

  imp_backlog_deliver_fix_async (fixture->backlog, fix, NULL, HOSTILE, NULL, NULL, imp_await_cb,
                                 &await);
  ui_finish_write (fixture, &await);
}

static void
plan_round (UiFixture *fixture, const char *site, int days, int weeks)
{
  const ImpRoundPlan plan = { .site = site,
                              .planned = imp_backlog_get_today (fixture->backlog) + days,
                              .time = IMP_ROUND_ANY_TIME,
                              .weeks = weeks };
  ImpAwait await = { NULL };

  imp_backlog_plan_round_async (fixture->backlog, &plan, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
}

static void
test_nothing_yet (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);

  ui_wait_for (page, "Nothing Is Due");
  ui_wait_for (page, "Record Your First Irritant");
  ui_wait_for (page, "Try the Sample Backlog");
  ui_assert_finalized (fixture, page);
}

static void
test_nothing_now (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  ui_record (fixture, "The printer jams");
  page = show_page (fixture);
  ui_wait_for (page, "Nothing Is Due");
  g_assert_null (ui_find (page, "Record Your First Irritant"));
  ui_assert_finalized (fixture, page);
}

/* Lists with nothing in them are left out. */
static void
test_promise (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  ui_plan_fix (fixture, HOSTILE); /* for 15 December */
  fixture->now_ms += 27 * (gint64) IMP_DAY_MS;
  page = show_page (fixture);
  ui_wait_for (page, "One promise is late");
  ui_wait_for (page, "Nothing else is due.");
  ui_wait_for (page, HOSTILE);
  ui_wait_for (page, "To finance for 15" NBSP "December · Marek Nowak");
  ui_wait_for (page, "3 days late");
  g_assert_null (ui_find (page, "Is It Gone?"));
  g_assert_null (ui_find (page, "Not Told Yet"));
  g_assert_null (ui_find (page, "Rounds"));
  ui_assert_plain (page);
  ui_assert_finalized (fixture, page);
}

static void
test_rounds (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  plan_round (fixture, HOSTILE, -3, -1);
  plan_round (fixture, "Leeds", 19, -1);
  page = show_page (fixture);
  ui_wait_for (page, "One round is due");
  ui_wait_for (page, "3 days late");
  ui_wait_for (page, "10" NBSP "December");
  ui_assert_plain (page);
  ui_assert_finalized (fixture, page);
}

static void
test_sample (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show_page (fixture);

  ui_wait_for (page, "Saturday 21" NBSP "November");
  ui_wait_for (page, "Promises Due");
  ui_wait_for (page, "Is It Gone?");
  ui_wait_for (page, "Not Told Yet");
  ui_wait_for (page, "One round is due.");
  ui_wait_for (page, "2 days late");
  ui_wait_for (page, "Wednesday"); /* Ghent */
  ui_assert_plain (page);
  ui_assert_finalized (fixture, page);
}

static guint
count (GtkWidget *root, const char *text)
{
  guint n = GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, text);
  return n;
}

/* What is cut is counted; what is nowhere else comes here. */
static void
test_long_list (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  for (guint i = 0; i < 9; i++)
    deliver (fixture, ui_plan_fix (fixture, "New printer"));
  page = show_page (fixture);
  ui_wait_for (page, "Nine fixes wait to be confirmed");
  ui_wait_for (page, "And 3 more");
  g_assert_cmpuint (count (page, "And 3 more"), ==, 2);
  g_assert_cmpuint (count (page, "Tell Dana"), ==, 6);
  gtk_widget_activate_action (page, "today.all-news", NULL);
  g_assert_cmpuint (count (page, "And 3 more"), ==, 1);
  g_assert_cmpuint (count (page, "Tell Dana"), ==, 9);
  ui_assert_finalized (fixture, page);
}

static GtkCheckButton *
open_dialog (UiFixture *fixture, GtkWidget *page, GtkWidget **dialog)
{
  gtk_widget_activate_action (page, "today.tell", "u", 0);
  ui_wait_for (GTK_WIDGET (fixture->window), "Who Has Not Heard");
  *dialog = ui_find_type (GTK_WIDGET (fixture->window), IMP_TYPE_TELL_DIALOG);
  g_assert_nonnull (*dialog);
  return GTK_CHECK_BUTTON (ui_find_type (*dialog, GTK_TYPE_CHECK_BUTTON));
}

static void
wait_for_untold (UiFixture *fixture, guint n_untold)
{
  const gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  while (g_get_monotonic_time () < end)
    {
      g_autoptr (ImpToday) today = look (fixture);

      if (today->n_untold == n_untold)
        return;
    }
  g_error ("There are never %u colleagues who do not know.", n_untold);
}

static void
test_tell (UiFixture *fixture, gconstpointer data)
{
  GtkWidget *page, *dialog;
  GtkCheckButton *check;

  deliver (fixture, ui_plan_fix (fixture, "New printer"));
  page = show_page (fixture);
  ui_wait_for (page, "1 reporter: Dana");
  ui_wait_for (page, "Tell Dana");
  check = open_dialog (fixture, page, &dialog);
  ui_wait_for (dialog, "New printer. " HOSTILE);
  ui_assert_plain (dialog);
  gtk_check_button_set_active (check, TRUE);
  wait_for_untold (fixture, 0);
  gtk_check_button_set_active (check, FALSE);
  wait_for_untold (fixture, 1);
  gtk_check_button_set_active (check, TRUE);
  wait_for_untold (fixture, 0);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  show_again (fixture, page);
  ui_wait_until_gone (page, "Tell Dana");
  ui_assert_finalized (fixture, page);
}

static GtkWidget *
create_window (GSettings *settings, UiFixture *fixture)
{
  GtkWidget *window = g_object_new (IMP_TYPE_WINDOW, "settings", settings, NULL);

  gtk_window_present (GTK_WINDOW (window));
  imp_window_set_backlog (IMP_WINDOW (window), fixture->backlog);
  return window;
}

/* A page that an older or newer version calls otherwise is none. */
static void
test_last_page (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget *window;

  g_settings_set_string (settings, "page", "yesterday");
  window = create_window (settings, fixture);
  ui_wait_for (window, "What Gets in the Way?");
  gtk_widget_activate_action (window, "win.show-page", "s", "today");
  ui_wait_for (window, "Nothing Is Due");
  gtk_window_destroy (GTK_WINDOW (window));
  window = create_window (settings, fixture);
  ui_wait_for (window, "Nothing Is Due");
  gtk_widget_activate_action (window, "win.show-page", "s", "irritants");
  ui_wait_for (window, "What Gets in the Way?");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* After each change, and wherever it was made. */
static void
test_follows (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget *window;
  ImpItem fix;

  g_settings_set_string (settings, "page", "today");
  window = create_window (settings, fixture);
  ui_wait_for (window, "Nothing Is Due");
  fix = ui_plan_fix (fixture, "New printer");
  deliver (fixture, fix);
  ui_wait_for (window, "One fix waits to be confirmed");
  /* The first row of the sidebar: to confirm, to tell. */
  ui_wait_for (ui_find_type (window, IMP_TYPE_SIDEBAR_ROW), "2");
  gtk_widget_activate_action (window, "win.undo", NULL);
  ui_wait_for (window, "Nothing Is Due");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* In the morning somebody comes back to the window. */
static void
test_day_begins (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget *window;

  ui_plan_fix (fixture, "New printer"); /* for 15 December */
  g_settings_set_string (settings, "page", "today");
  window = create_window (settings, fixture);
  ui_wait_for (window, "Nothing Is Due");
  fixture->now_ms += 24 * (gint64) IMP_DAY_MS;
  g_object_notify (G_OBJECT (window), "is-active");
  ui_wait_for (window, "Tuesday 15" NBSP "December");
  ui_wait_for (window, "One promise falls due today");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
execute_in_db (GTask *task, ImpStore *store)
{
  GError *error = NULL;

  if (imp_connection_exec (store->connection, g_task_get_task_data (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
execute (UiFixture *fixture, const char *sql)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_push (fixture->backlog,
                    imp_backlog_new_task (fixture->backlog, execute, g_strdup (sql), g_free, NULL,
                                          imp_await_cb, &await),
                    execute_in_db);
  result = imp_await (&await);
  g_task_propagate_boolean (G_TASK (result), &error);
  g_assert_no_error (error);
}

/* As after a minute; the backlog answers in turn. */
static void
look_in_vain (UiFixture *fixture, GtkWidget *window)
{
  g_object_notify (G_OBJECT (window), "is-active");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  execute (fixture, "SELECT 1");
}

/* Nothing new, each minute. */
static void
test_says_once_that_it_fails (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget *window;

  execute (fixture, "DROP INDEX fix_to_confirm");
  g_settings_set_string (settings, "page", "today");
  window = create_window (settings, fixture);
  while (imp_toasts_count_errors (window) == 0)
    g_main_context_iteration (NULL, TRUE);
  look_in_vain (fixture, window);
  look_in_vain (fixture, window);
  g_assert_cmpuint (imp_toasts_count_errors (window), ==, 1);
  execute (fixture, "CREATE INDEX fix_to_confirm ON fix (delivered) WHERE state = 3");
  g_object_notify (G_OBJECT (window), "is-active");
  ui_wait_for (window, "Nothing Is Due");
  execute (fixture, "DROP INDEX fix_to_confirm");
  fixture->now_ms += 24 * (gint64) IMP_DAY_MS;
  g_object_notify (G_OBJECT (window), "is-active");
  while (imp_toasts_count_errors (window) == 1)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add (const char *path, void (*func) (UiFixture *fixture, gconstpointer data), const char *sample)
{
  g_test_add (path, UiFixture, sample, ui_set_up, func, ui_tear_down);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  add ("/ui/today/nothing-yet", test_nothing_yet, NULL);
  add ("/ui/today/nothing-now", test_nothing_now, NULL);
  add ("/ui/today/promise", test_promise, NULL);
  add ("/ui/today/rounds", test_rounds, NULL);
  add ("/ui/today/sample", test_sample, UI_SAMPLE);
  add ("/ui/today/long-list", test_long_list, NULL);
  add ("/ui/today/tell", test_tell, NULL);
  add ("/ui/today/last-page", test_last_page, NULL);
  add ("/ui/today/follows", test_follows, NULL);
  add ("/ui/today/day-begins", test_day_begins, NULL);
  add ("/ui/today/says-once-that-it-fails", test_says_once_that_it_fails, NULL);
  return g_test_run ();
}
