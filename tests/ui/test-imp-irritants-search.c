/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Searching in the list of irritants: what comes first, what is marked, what is said. */
#include "config.h"

#include "ui-fixture.h"
#include "ui/irritants/imp-irritant-row-view-private.h"
#include "ui/irritants/imp-irritants-list.h"
#include "ui/irritants/imp-ranked-view-private.h"

/* The list on the screen. */
typedef struct
{
  ImpIrritantsList *page;
  ImpRankedView *view;
  GtkEditable *search;
} Shown;

static void
add (ImpChanges *changes, const char *title, const char *said, const char *people)
{
  ImpItem irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, title);
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_PEOPLE, people);
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_OFTEN, "20 measured");
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_MINUTES, "5 measured");
  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_text (changes, report, IMP_REPORT_WORDS, said);
}

/* The dearest one only mentions a badge. */
static void
fill_backlog (UiFixture *fixture)
{
  ImpChanges *changes = imp_changes_new ();
  ImpAwait await = { NULL };

  add (changes, "Doors stick", "Since the bädge came " HOSTILE, "500 measured");
  add (changes, "Printer jams", "Paper", "100 measured");
  add (changes, "Badges get lost", "Each week", "10 measured");
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
  shown.view = IMP_RANKED_VIEW (ui_find_type (GTK_WIDGET (shown.page), IMP_TYPE_RANKED_VIEW));
  shown.search = GTK_EDITABLE (ui_find_type (GTK_WIDGET (shown.page), GTK_TYPE_SEARCH_ENTRY));
  return shown;
}

static void
search (Shown *shown, const char *words, const char *heading)
{
  gtk_editable_set_text (shown->search, words);
  ui_wait_for (GTK_WIDGET (shown->page), heading);
  ui_run (100); /* rows are placed in the next frame */
}

static ImpIrritantRowView *
get_view (Shown *shown, guint i)
{
  g_assert_cmpuint (i, <, shown->view->rows->len);
  return g_array_index (shown->view->rows, ImpPlacedRow, i).view;
}

static void
assert_titles (Shown *shown, const char *titles)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < shown->view->rows->len; i++)
    g_string_append_printf (
        found, "%s%s", i > 0 ? ", " : "",
        imp_irritant_row_get_title (imp_irritant_row_view_get_row (get_view (shown, i))));
  g_assert_cmpstr (found->str, ==, titles);
}

static void
assert_order (Shown *shown, const char *order)
{
  g_autofree char *nick = NULL;

  g_object_get (shown->page, "order", &nick, NULL);
  g_assert_cmpstr (nick, ==, order);
}

static void
test_best_match_first (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);

  assert_order (&shown, "impact");
  search (&shown, "badge", "2 found");
  assert_order (&shown, "match");
  assert_titles (&shown, "Badges get lost, Doors stick");
  ui_wait_for (GTK_WIDGET (shown.page), "Best Match");
  search (&shown, "", "Ranked by Impact");
  assert_order (&shown, "impact");
}

/* Another order holds for the search in which it was chosen, and for the list without one. */
static void
test_other_order (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  int end = 4;

  search (&shown, "badg", "2 found");
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "irritants.order", "s", "payback");
  gtk_editable_insert_text (shown.search, "e", 1, &end); /* typed on: the same search */
  ui_wait_for (GTK_WIDGET (shown.page), "Payback");
  ui_run (200);
  assert_order (&shown, "payback");
  assert_titles (&shown, "Doors stick, Badges get lost");
  search (&shown, "", "Ranked by Payback");
  search (&shown, "badge", "2 found");
  assert_order (&shown, "match");
}

/* The bytes that stand out, "0-5 ", of one layout of a row. */
static char *
print_marks (ImpIrritantRowView *view, ImpRowText text)
{
  PangoAttrList *attributes =
      pango_layout_get_attributes (imp_irritant_row_view_get_layout (view, text));
  g_autoptr (PangoAttrIterator) iter = pango_attr_list_get_iterator (attributes);
  GString *marks = g_string_new (NULL);

  do
    {
      int start, end;

      pango_attr_iterator_range (iter, &start, &end);
      if (pango_attr_iterator_get (iter, PANGO_ATTR_UNDERLINE) != NULL
          && pango_attr_iterator_get (iter, PANGO_ATTR_WEIGHT) != NULL)
        g_string_append_printf (marks, "%d-%d ", start, end);
    }
  while (pango_attr_iterator_next (iter));
  return g_string_free_and_steal (marks);
}

static void
assert_marks (ImpIrritantRowView *view, ImpRowText text, const char *expected)
{
  g_autofree char *marks = print_marks (view, text);

  g_assert_cmpstr (marks, ==, expected);
}

static void
test_marks (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  ImpIrritantRowView *first, *second;
  const char *line;

  search (&shown, "badge", "2 found");
  first = get_view (&shown, 0);
  second = get_view (&shown, 1);
  assert_marks (first, IMP_ROW_TEXT_TITLE, "0-5 ");
  g_assert_false (imp_row_text_is_found (imp_irritant_row_view_get_row (first)));
  assert_marks (second, IMP_ROW_TEXT_TITLE, "");
  line = pango_layout_get_text (imp_irritant_row_view_get_layout (second, IMP_ROW_TEXT_FOUND));
  g_assert_cmpstr (line, ==, "“Since the bädge came " HOSTILE "” · Somebody");
  assert_marks (second, IMP_ROW_TEXT_FOUND, "13-19 "); /* “ has three bytes, ä two */
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (second)), >,
                   gtk_widget_get_height (GTK_WIDGET (first)));
}

/* More of a word marks more, also in rows that stay where they are; none of it, nothing. */
static void
test_marks_follow (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);

  search (&shown, "bad", "2 found");
  assert_marks (get_view (&shown, 0), IMP_ROW_TEXT_TITLE, "0-3 ");
  search (&shown, "badges", "1 found");
  assert_marks (get_view (&shown, 0), IMP_ROW_TEXT_TITLE, "0-6 ");
  search (&shown, "bad get", "1 found");
  ui_run (300);
  assert_marks (get_view (&shown, 0), IMP_ROW_TEXT_TITLE, "0-3 7-10 ");
  search (&shown, "", "Ranked by Impact");
  assert_titles (&shown, "Doors stick, Printer jams, Badges get lost");
  for (guint i = 0; i < 3; i++)
    assert_marks (get_view (&shown, i), IMP_ROW_TEXT_TITLE, "");
}

static void
test_is_said (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  g_autofree char *first = NULL, *second = NULL;

  search (&shown, "badge", "2 found");
  first = imp_row_text_dup_all (imp_irritant_row_view_get_row (get_view (&shown, 0)));
  second = imp_row_text_dup_all (imp_irritant_row_view_get_row (get_view (&shown, 1)));
  g_assert_null (strstr (first, "Found:"));
  g_assert_true (
      g_str_has_suffix (second, " Found: “Since the bädge came " HOSTILE "” · Somebody"));
}

static void
test_none_found (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  GtkWidget *record, *all_states;
  GVariant *words;

  gtk_editable_set_text (shown.search, "<b>xyzzy");
  ui_wait_for (GTK_WIDGET (shown.page), "No irritant in the state chosen above speaks of "
                                        "“<b>xyzzy”.\nOne in another state may.");
  record = ui_wait_for (GTK_WIDGET (shown.page), "Record It as New");
  words = gtk_actionable_get_action_target_value (
      GTK_ACTIONABLE (gtk_widget_get_ancestor (record, GTK_TYPE_BUTTON)));
  g_assert_cmpstr (g_variant_get_string (words, NULL), ==, "<b>xyzzy");
  record = gtk_widget_get_ancestor (record, GTK_TYPE_BUTTON);
  g_assert_false (gtk_widget_has_css_class (record, "suggested-action"));
  all_states = gtk_widget_get_ancestor (ui_wait_for (GTK_WIDGET (shown.page), "Search All States"),
                                        GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_has_css_class (all_states, "suggested-action"));
  gtk_widget_activate (all_states);
  ui_wait_until_gone (GTK_WIDGET (shown.page), "Search All States");
  g_assert_true (gtk_widget_has_css_class (record, "suggested-action"));
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "irritants.clear-search", NULL);
  ui_wait_for (GTK_WIDGET (shown.page), "Ranked by Impact");
  assert_titles (&shown, "Doors stick, Printer jams, Badges get lost");
}

/* The beginning of a search for "badge", and what a database would take for its own. */
static void
test_marks_are_no_search (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  const char *const marks[] = { "\"", "*", "(", "%", " - ", "“”" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      search (&shown, "badge", "2 found");
      search (&shown, marks[i], "Ranked by Impact");
      assert_order (&shown, "impact");
      assert_titles (&shown, "Doors stick, Printer jams, Badges get lost");
    }
  search (&shown, "\"badge", "2 found");
}

/* How many were found is said at phone width too, where the columns have no names. */
static void
test_counts_on_a_phone (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);

  g_object_set (shown.page, "compact", TRUE, "narrow", TRUE, NULL);
  imp_irritants_list_set_summary (shown.page, "3 open");
  ui_wait_for (GTK_WIDGET (shown.page), "3 open");
  search (&shown, "print", "1 found");
  g_assert_null (ui_find (GTK_WIDGET (shown.page), "Hours a month"));
  gtk_editable_set_text (shown.search, "");
  ui_wait_for (GTK_WIDGET (shown.page), "3 open");
}

/* What Down does in the search field: the first hit is next, not a state above it. */
static void
test_goes_to_the_list (UiFixture *fixture, gconstpointer data)
{
  Shown shown = show_list (fixture);
  GtkWidget *focus;

  gtk_widget_grab_focus (GTK_WIDGET (shown.search));
  gtk_widget_activate_action (GTK_WIDGET (shown.search), "irritants.go-to-list", NULL);
  focus = gtk_window_get_focus (fixture->window);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (shown.view)));
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
#define ADD(path, func)                                                                            \
  g_test_add ("/ui/irritants-search/" path, UiFixture, NULL, ui_set_up, func, ui_tear_down)
  ADD ("best-match-first", test_best_match_first);
  ADD ("other-order", test_other_order);
  ADD ("marks", test_marks);
  ADD ("marks-follow", test_marks_follow);
  ADD ("is-said", test_is_said);
  ADD ("goes-to-the-list", test_goes_to_the_list);
  ADD ("none-found", test_none_found);
  ADD ("marks-are-no-search", test_marks_are_no_search);
  ADD ("counts-on-a-phone", test_counts_on_a_phone);
  return g_test_run ();
}
