/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Filters of the list: chips, what is typed, completion, saved views. */
#include "config.h"

#include <string.h>

#include "ui-fixture.h"
#include "ui/irritants/imp-irritants-list-private.h"
#include "ui/search/imp-completion.h"
#include "ui/search/imp-filter-chips.h"
#include "ui/search/imp-value-list.h"
#include "ui/search/imp-view-dialog.h"
#include "ui/search/imp-views-dialog.h"

typedef struct
{
  ImpIrritantsList *page;
  GtkEditable *search;
  ImpFilterChips *chips;
} Shown;

static void
add (ImpChanges *changes, const char *title, ImpItem site, const char *people)
{
  ImpItem irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, title);
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_PEOPLE, people);
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_OFTEN, "20 measured");
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_MINUTES, "5 measured");
  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_item (changes, report, IMP_REPORT_SITE, site);
  imp_changes_set_text (changes, report, IMP_REPORT_WORDS, title);
}

static ImpItem
add_site (ImpChanges *changes, const char *name)
{
  ImpItem site = imp_changes_add (changes, IMP_KIND_SITE);

  imp_changes_set_text (changes, site, IMP_SITE_NAME, name);
  return site;
}

static void
fill_backlog (UiFixture *fixture)
{
  ImpChanges *changes = imp_changes_new ();
  const ImpItem lyon = add_site (changes, "Lyon"), york = add_site (changes, "New <b>York");
  ImpAwait await = { NULL };

  add (changes, "Doors stick", lyon, "500 measured");
  add (changes, "Printer jams", lyon, "100 measured");
  add (changes, "Badges get lost", york, "10 measured");
  imp_backlog_apply_async (fixture->backlog, changes, "Filled", NULL, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
}

static Shown
show_list (UiFixture *fixture)
{
  Shown shown = { .page = g_object_new (IMP_TYPE_IRRITANTS_LIST, NULL) };

  fill_backlog (fixture);
  imp_irritants_list_set_backlog (shown.page, fixture->backlog);
  ui_show (fixture, GTK_WIDGET (shown.page));
  ui_wait_for (GTK_WIDGET (shown.page), "Ranked by Impact");
  shown.search = GTK_EDITABLE (ui_find_type (GTK_WIDGET (shown.page), GTK_TYPE_SEARCH_ENTRY));
  shown.chips = IMP_FILTER_CHIPS (ui_find_type (GTK_WIDGET (shown.page), IMP_TYPE_FILTER_CHIPS));
  return shown;
}

/* A button that is activated is pressed for a moment before it is clicked. */
static void
assert_query (Shown *shown, const char *expected)
{
  g_autofree char *query = NULL;

  for (guint i = 0; i < 300 && g_strcmp0 (query, expected) != 0; i++)
    {
      if (i > 0)
        ui_run (10);
      g_free (query);
      g_object_get (shown->page, "query", &query, NULL);
    }
  g_assert_cmpstr (query, ==, expected);
}

/* Who types has the cursor behind it already when the entry says so. */
static void
type (Shown *shown, const char *text)
{
  gtk_editable_set_text (shown->search, text);
  gtk_editable_set_position (shown->search, -1);
  g_signal_emit_by_name (shown->search, "changed");
}

static void
set_filters (Shown *shown, const char *text)
{
  g_autoptr (ImpQuery) query = imp_query_parse (text);

  imp_filter_chips_set_filters (shown->chips, query);
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* A filter becomes a chip when it is typed to the end, and not before. */
static void
test_typed (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  guint n_asked = 0;

  g_signal_connect_swapped (shown.search, "search-changed", G_CALLBACK (count_cb), &n_asked);
  type (&shown, "site:lyon");
  for (guint i = 0; i < 1000 && n_asked == 0; i++)
    ui_run (10);
  g_assert_cmpuint (n_asked, >, 0);
  assert_query (&shown, "");
  g_assert_nonnull (ui_find (GTK_WIDGET (shown.page), "Ranked by Impact"));
  type (&shown, "site:lyon ");
  ui_wait_for (GTK_WIDGET (shown.page), "2 found");
  assert_query (&shown, "site:lyon");
  g_assert_cmpstr (gtk_editable_get_text (shown.search), ==, "");
  ui_wait_for (GTK_WIDGET (shown.chips), "lyon");
  type (&shown, "jams");
  ui_wait_for (GTK_WIDGET (shown.page), "1 found");
  assert_query (&shown, "site:lyon jams");
  type (&shown, "error:5 ");
  ui_wait_for (GTK_WIDGET (shown.page), "Clear Filters");
  assert_query (&shown, "site:lyon error:5");
  g_signal_handlers_disconnect_by_data (shown.search, &n_asked);
}

/* The list may be narrowed by filters alone; its groups stay. */
static void
test_clear_filters (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);

  set_filters (&shown, "site:nowhere");
  ui_wait_for (GTK_WIDGET (shown.page), "Nothing matches all of this:\nNot yet fixed · nowhere");
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "irritants.clear-filters", NULL);
  ui_wait_for (GTK_WIDGET (shown.page), "Ranked by Impact");
  assert_query (&shown, "");
  set_filters (&shown, "state:opn");
  ui_wait_for (GTK_WIDGET (shown.page), "No state is called “opn”: there are open, planned, "
                                        "being-fixed, fixed, confirmed, declined, unfixed, any");
}

static GtkWidget *
find_chip (Shown *shown, const char *label)
{
  return gtk_widget_get_ancestor (ui_wait_for (GTK_WIDGET (shown->chips), label),
                                  IMP_TYPE_FILTER_CHIP);
}

static void
press_cross (Shown *shown, const char *label)
{
  GtkWidget *cross = gtk_widget_get_last_child (find_chip (shown, label));

  g_assert_true (gtk_widget_get_visible (cross));
  gtk_widget_activate (cross);
}

/* The cross takes a filter away; that of the state leaves any. */
static void
test_crosses (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);

  set_filters (&shown, "site:Lyon tag:x");
  press_cross (&shown, "x");
  assert_query (&shown, "site:Lyon");
  g_assert_null (ui_find (GTK_WIDGET (shown.chips), "Any tag"));
  press_cross (&shown, "Lyon");
  assert_query (&shown, "");
  press_cross (&shown, "Not yet fixed");
  assert_query (&shown, "state:any");
  g_assert_false (
      gtk_widget_get_visible (gtk_widget_get_last_child (find_chip (&shown, "Any state"))));
}

/* What is true or not is pressed, and says so; also where it is set in another way. */
static void
test_switches (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  GtkWidget *face = gtk_widget_get_first_child (find_chip (&shown, "Customers see it"));

  gtk_widget_activate (face);
  assert_query (&shown, "customers:yes");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (face)));
  gtk_widget_activate (face);
  assert_query (&shown, "");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (face)));
  set_filters (&shown, "customers:yes");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (face)));
  press_cross (&shown, "Customers see it");
  assert_query (&shown, "");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (face)));
}

/* What is not among the usual chips comes from the menu. */
static void
test_more (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);

  gtk_widget_activate_action (GTK_WIDGET (shown.chips), "filters.add", "s", "pinned");
  assert_query (&shown, "pinned:yes");
  gtk_widget_activate_action (GTK_WIDGET (shown.chips), "filters.add", "s", "department");
  ui_wait_for (GTK_WIDGET (shown.chips), "Any department");
  assert_query (&shown, "pinned:yes");
}

static GtkWidget *
open_values (Shown *shown, const char *label)
{
  GtkWidget *chip = find_chip (shown, label);

  imp_filter_chip_open (IMP_FILTER_CHIP (chip));
  return ui_find_type (chip, IMP_TYPE_VALUE_LIST);
}

static void
press_value (GtkWidget *values, const char *name)
{
  GtkWidget *row = gtk_widget_get_ancestor (ui_wait_for (values, name), GTK_TYPE_LIST_BOX_ROW);

  gtk_widget_activate (row);
}

/* Values come with how many they leave, and several can be ticked. */
static void
test_values (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  GtkWidget *values = open_values (&shown, "Any site");

  ui_wait_for (values, "2");
  press_value (values, "New <b>York");
  assert_query (&shown, "site:\"New <b>York\"");
  press_value (values, "Lyon");
  assert_query (&shown, "site:\"New <b>York\" site:\"Lyon\"");
  press_value (values, "New <b>York");
  assert_query (&shown, "site:\"Lyon\"");
  ui_wait_for (GTK_WIDGET (shown.page), "2 found");
}

/* Which says something else than that there are none at all. */
static void
test_none_of_them (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  GtkWidget *values = open_values (&shown, "Any site");

  ui_wait_for (values, "Lyon");
  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (values, GTK_TYPE_SEARCH_ENTRY)), "xyzzy");
  ui_wait_for (values, "None is called that");
  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (values, GTK_TYPE_SEARCH_ENTRY)), "");
  ui_wait_for (values, "Lyon");
  g_assert_null (ui_find (values, "None is called that"));
  gtk_widget_activate_action (GTK_WIDGET (shown.chips), "filters.add", "s", "tag");
  ui_wait_for (find_chip (&shown, "Any tag"), "There is none yet");
}

/* What has been read is handed over even to a list that is gone meanwhile. */
static void
test_late_values (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (ImpQuery) query = imp_query_parse ("");
  g_autoptr (GtkWidget) values = NULL;

  fill_backlog (fixture);
  g_main_context_push_thread_default (context);
  values = g_object_ref_sink (imp_value_list_new (fixture->backlog, query, IMP_QUERY_SITE));
  g_main_context_pop_thread_default (context);
  for (guint i = 0; i < 1000 && !g_main_context_pending (context); i++)
    ui_run (10);
  g_object_run_dispose (G_OBJECT (values));
  g_assert_true (g_main_context_iteration (context, FALSE));
}

static void
test_states (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  GtkWidget *values = open_values (&shown, "Not yet fixed"), *focus;

  ui_wait_for (values, "Declined");
  focus = gtk_window_get_focus (fixture->window); /* at the first one, without a mouse */
  g_assert_true (GTK_IS_LIST_BOX_ROW (focus) && gtk_widget_is_ancestor (focus, values));
  press_value (values, "Declined");
  assert_query (&shown, "state:declined");
  press_value (values, "Fixed");
  assert_query (&shown, "state:declined state:fixed");
  press_value (values, "Any state");
  assert_query (&shown, "state:any");
  press_value (values, "Open");
  assert_query (&shown, "state:open");
  press_value (values, "Not yet fixed");
  assert_query (&shown, "");
}

/* Gives the day that was chosen, when its popover is closed again. */
static GDateTime *
choose_day (Shown *shown, const char *label)
{
  ImpFilterChip *chip = IMP_FILTER_CHIP (find_chip (shown, label));
  GtkWidget *days = open_values (shown, label);
  GtkWidget *calendar = ui_find_type (days, GTK_TYPE_CALENDAR);
  GDateTime *day = gtk_calendar_get_date (GTK_CALENDAR (calendar));
  GtkWidget *button = gtk_widget_get_ancestor (ui_wait_for (days, "Choose Day"), GTK_TYPE_BUTTON);

  gtk_widget_activate (button);
  for (guint i = 0; i < 1000 && imp_filter_chip_is_open (chip); i++)
    ui_run (10);
  g_assert_false (imp_filter_chip_is_open (chip));
  return day;
}

/* Also today, which is selected already; and once more, which changes nothing. */
static void
test_day (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  g_autoptr (GDateTime) today = NULL, same = NULL;
  g_autofree char *expected = NULL;

  gtk_widget_activate_action (GTK_WIDGET (shown.chips), "filters.add", "s", "since");
  today = choose_day (&shown, "Since any day");
  expected = g_date_time_format (today, "since:%Y-%m-%d");
  assert_query (&shown, expected);
  set_filters (&shown, "since:2026-03-01");
  same = choose_day (&shown, "Since 1\u00a0March\u00a02026");
  assert_query (&shown, "since:2026-03-01");
}

static ImpViewsMenu *
read_views (UiFixture *fixture, guint n_views)
{
  ImpViewsMenu *views = imp_views_menu_new (fixture->backlog);

  for (guint i = 0; i < 500
                    && (imp_views_menu_get_views (views) == NULL
                        || imp_views_menu_get_views (views)->len < n_views);
       i++)
    ui_run (10);
  g_assert_cmpuint (imp_views_menu_get_views (views)->len, ==, n_views);
  return views;
}

/* Whatever is in the entry, all that is asked for comes out of a view again. */
static void
test_views (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  const ImpView view = { .name = (char *) "A_view <b>",
                         .query = (char *) "site:\"Lyon\" jams",
                         .order = (char *) "hours",
                         .columns = (char *) "hours,voices" };
  g_autoptr (ImpViewsMenu) views = NULL;
  g_autofree char *columns = NULL;
  ImpAwait await = { NULL };
  ImpItem item;

  imp_backlog_save_view_async (fixture->backlog, &view, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  views = read_views (fixture, 1); /* after the list has */
  item = imp_views_menu_find_name (views, "a_VIEW <b>")->item;
  type (&shown, "other");
  ui_wait_for (GTK_WIDGET (shown.page), "Record It as New");
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "irritants.view", "x", item);
  ui_wait_for (GTK_WIDGET (shown.page), "1 found");
  assert_query (&shown, "site:\"Lyon\" jams");
  g_assert_cmpstr (gtk_editable_get_text (shown.search), ==, "jams");
  columns = imp_irritants_list_dup_columns (shown.page);
  g_assert_cmpstr (columns, ==, "hours,voices");
  gtk_editable_set_text (shown.search, "");
  ui_wait_for (GTK_WIDGET (shown.page), "2 found");
}

static void
save_view (UiFixture *fixture, const char *name)
{
  const ImpView view = { .name = (char *) name, .query = (char *) "site:lyon" };
  ImpAwait await = { NULL };

  imp_backlog_save_view_async (fixture->backlog, &view, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
}

static gboolean
can_submit (AdwDialog *dialog)
{
  gboolean complete;

  g_object_get (dialog, "complete", &complete, NULL);
  return complete;
}

/* A name that is taken is replaced by a new view, and kept from one that gets another name. */
static void
test_names_of_views (UiFixture *fixture, gconstpointer data)
{
  const ImpView new = { .query = (char *) "tag:<b>" };
  g_autoptr (ImpViewsMenu) views = NULL;
  AdwDialog *dialog;
  GtkEditable *name;

  save_view (fixture, "Lyon");
  save_view (fixture, "Ghent");
  save_view (fixture, "LYON"); /* the same one */
  views = read_views (fixture, 2);
  dialog = imp_view_dialog_new (fixture->backlog, views, &new);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  ui_wait_for (GTK_WIDGET (dialog),
               "Not yet fixed · <b>. All who share this backlog will find it.");
  g_assert_false (can_submit (dialog));
  name = GTK_EDITABLE (ui_find_type (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW));
  gtk_editable_set_text (name, "lyon");
  ui_wait_for (GTK_WIDGET (dialog), "This replaces the view that has the name already.");
  g_assert_true (can_submit (dialog));
  adw_dialog_force_close (dialog);
  dialog = imp_view_dialog_new (fixture->backlog, views, imp_views_menu_find_name (views, "Ghent"));
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  name = GTK_EDITABLE (ui_find_type (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW));
  g_assert_true (can_submit (dialog)); /* its own name */
  gtk_editable_set_text (name, "lyon");
  ui_wait_for (GTK_WIDGET (dialog), "Another view has this name already.");
  g_assert_false (can_submit (dialog));
  adw_dialog_force_close (dialog);
}

/* A dialog that stood open has an old copy of what the view shows. */
static void
test_renames_only (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpViewsMenu) views = NULL, renamed = NULL;
  ImpView *old;
  ImpView again = { .name = (char *) "Lyon", .query = (char *) "site:ghent" };
  ImpAwait saved = { NULL }, done = { NULL };

  save_view (fixture, "Lyon");
  views = read_views (fixture, 1);
  old = imp_view_copy (imp_views_menu_find_name (views, "Lyon"));
  imp_backlog_save_view_async (fixture->backlog, &again, imp_await_cb, &saved);
  ui_finish_write (fixture, &saved);
  g_set_str (&old->name, "South");
  imp_backlog_save_view_async (fixture->backlog, old, imp_await_cb, &done);
  ui_finish_write (fixture, &done);
  g_assert_cmpstr (imp_backlog_get_undo_label (fixture->backlog), ==, "View renamed");
  renamed = read_views (fixture, 1);
  g_assert_cmpstr (imp_views_menu_find_name (renamed, "South")->query, ==, "site:ghent");
  imp_view_free (old);
}

/* What is deleted is there again with Undo. */
static void
test_manages_views (UiFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpViewsMenu) views = NULL;
  ImpAwait await = { NULL };
  AdwDialog *dialog;

  save_view (fixture, "<b>Lyon");
  views = read_views (fixture, 1);
  dialog = imp_views_dialog_new (fixture->backlog, views);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  ui_wait_for (GTK_WIDGET (dialog), "<b>Lyon");
  ui_wait_for (GTK_WIDGET (dialog), "Not yet fixed · lyon");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "view.delete", "x",
                              imp_views_menu_find_name (views, "<b>Lyon")->item);
  ui_wait_for (GTK_WIDGET (dialog), "No Saved Views");
  imp_backlog_undo_async (fixture->backlog, imp_await_cb, &await);
  ui_finish_write (fixture, &await);
  ui_wait_for (GTK_WIDGET (dialog), "<b>Lyon");
  adw_dialog_force_close (dialog);
}

/* Keys after a letter, values after the colon. */
static void
test_completion (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  GtkWidget *entry = GTK_WIDGET (shown.search), *popover;

  gtk_widget_grab_focus (entry);
  type (&shown, "si");
  popover = ui_find_type (entry, GTK_TYPE_POPOVER);
  g_assert_true (gtk_widget_get_visible (popover));
  ui_wait_for (popover, "site:");
  ui_wait_for (popover, "since:");
  type (&shown, "site:");
  ui_wait_for (popover, "New <b>York");
  type (&shown, "site:ne");
  ui_wait_until_gone (popover, "Lyon");
  gtk_widget_activate (
      gtk_widget_get_ancestor (ui_wait_for (popover, "New <b>York"), GTK_TYPE_LIST_BOX_ROW));
  assert_query (&shown, "site:\"New <b>York\"");
  g_assert_cmpstr (gtk_editable_get_text (shown.search), ==, "");
  type (&shown, "scanner");
  g_assert_false (gtk_widget_get_visible (popover));
  gtk_window_set_focus (fixture->window, NULL); /* nothing is offered to whoever is elsewhere */
  type (&shown, "si");
  g_assert_false (gtk_widget_get_visible (popover));
}

/* As a keyboard would; whether somebody took the key. */
static gboolean
press_key (GtkWidget *entry, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (entry);
  gboolean taken = FALSE;

  for (guint i = 0; !taken && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &taken);
    }
  return taken;
}

/* Only what was chosen is taken: Tab goes on, Return searches. */
static void
test_completion_keys (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  GtkWidget *entry = GTK_WIDGET (shown.search);

  gtk_widget_grab_focus (entry);
  type (&shown, "si");
  ui_wait_for (entry, "site:");
  g_assert_false (press_key (entry, GDK_KEY_Tab));
  g_assert_false (press_key (entry, GDK_KEY_Return));
  g_assert_cmpstr (gtk_editable_get_text (shown.search), ==, "si");
  g_signal_emit_by_name (gtk_editable_get_delegate (shown.search), "preedit-changed", "に");
  g_assert_false (press_key (entry, GDK_KEY_Down)); /* it chooses among signs */
  g_signal_emit_by_name (gtk_editable_get_delegate (shown.search), "preedit-changed", "");
  g_assert_true (press_key (entry, GDK_KEY_Down));
  g_assert_true (press_key (entry, GDK_KEY_Tab));
  g_assert_cmpstr (gtk_editable_get_text (shown.search), ==, "site:");
}

static void
wait_for_count (const guint *n, guint expected)
{
  for (guint i = 0; i < 1000 && *n < expected; i++)
    ui_run (10);
  g_assert_cmpuint (*n, ==, expected);
}

/* What cannot be read is said, and asked for once more. */
static void
test_failing (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  g_autoptr (ImpViewsMenu) views = NULL;
  ImpAwait await = { NULL };
  g_autoptr (GAsyncResult) closed = NULL;
  guint n_failed = 0;

  gtk_widget_grab_focus (GTK_WIDGET (shown.search));
  imp_backlog_close_async (fixture->backlog, imp_await_cb, &await);
  closed = imp_await (&await);
  g_signal_connect_swapped (fixture->backlog, "failed", G_CALLBACK (count_cb), &n_failed);
  type (&shown, "site:");
  wait_for_count (&n_failed, 1);
  type (&shown, "site:l");
  wait_for_count (&n_failed, 2);
  views = imp_views_menu_new (fixture->backlog);
  wait_for_count (&n_failed, 3);
  g_signal_handlers_disconnect_by_data (fixture->backlog, &n_failed);
}

static void
assert_setting (GSettings *settings, const char *key, const char *expected)
{
  g_autofree char *kept = g_settings_get_string (settings, key);

  g_assert_cmpstr (kept, ==, expected);
}

static void
wait_for_query (GSettings *settings, const char *expected)
{
  g_autofree char *kept = g_settings_get_string (settings, "irritants-query");

  for (guint i = 0; i < 1000 && !g_str_equal (kept, expected); i++)
    {
      ui_run (10);
      g_free (kept);
      kept = g_settings_get_string (settings, "irritants-query");
    }
  g_assert_cmpstr (kept, ==, expected);
}

/* The query a while after it has changed, for not every letter is to be written; and when the
 * window closes. */
static void
test_remembers (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  g_settings_set_string (settings, "irritants-query", "site:lyon");
  g_settings_set_string (settings, "irritants-order", "hours");
  imp_irritants_list_remember (shown.page, settings);
  assert_query (&shown, "site:lyon");
  set_filters (&shown, "customers:yes");
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "irritants.order", "s", "voices");
  assert_setting (settings, "irritants-order", "voices");
  assert_setting (settings, "irritants-query", "site:lyon");
  wait_for_query (settings, "customers:yes");
  set_filters (&shown, "has:photo");
  assert_setting (settings, "irritants-query", "customers:yes");
  g_clear_pointer (&fixture->window, gtk_window_destroy);
  assert_setting (settings, "irritants-query", "has:photo");
  g_settings_reset (settings, "irritants-query");
  g_settings_reset (settings, "irritants-order");
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
#define ADD(path, func)                                                                            \
  g_test_add ("/ui/filters/" path, UiFixture, NULL, ui_set_up, func, ui_tear_down)
  ADD ("typed", test_typed);
  ADD ("clear-filters", test_clear_filters);
  ADD ("crosses", test_crosses);
  ADD ("switches", test_switches);
  ADD ("more", test_more);
  ADD ("values", test_values);
  ADD ("late-values", test_late_values);
  ADD ("none-of-them", test_none_of_them);
  ADD ("states", test_states);
  ADD ("day", test_day);
  ADD ("views", test_views);
  ADD ("names-of-views", test_names_of_views);
  ADD ("renames-only", test_renames_only);
  ADD ("manages-views", test_manages_views);
  ADD ("completion", test_completion);
  ADD ("completion-keys", test_completion_keys);
  ADD ("failing", test_failing);
  ADD ("remembers", test_remembers);
  return g_test_run ();
}
