/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Counts over the backlog, names to complete, and the walk over everything. */
#include "config.h"

#include "base/imp-error.h"
#include "store-fixture.h"
#include "store/imp-overview-table.h"
#include "store/imp-walk.h"

static ImpCounts
count (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ImpCounts counts;

  imp_store_count (fixture->store, STORE_FIXTURE_TODAY - 30, &counts, &error);
  g_assert_no_error (error);
  return counts;
}

static void
test_counts_of_nothing (StoreFixture *fixture, gconstpointer data)
{
  const ImpCounts none = { 0 };
  ImpCounts counts = count (fixture);

  g_assert_cmpmem (&counts, sizeof counts, &none, sizeof none);
}

static void
test_counts_by_state (StoreFixture *fixture, gconstpointer data)
{
  ImpItem fixed = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  ImpItem planned = store_fixture_record (fixture, "Scanner signs out", "10 measured", NULL);
  ImpItem gone = store_fixture_record (fixture, "Form forgets", "10 measured", NULL);
  ImpCounts counts;

  store_fixture_record (fixture, "Lamp flickers", "10 measured", NULL);
  store_fixture_add_fix (fixture, "New rollers", fixed, STORE_FIXTURE_TODAY);
  store_fixture_add_fix (fixture, "New cradle", planned, IMP_DATE_NONE);
  store_fixture_delete (fixture, gone);
  counts = count (fixture);
  g_assert_cmpuint (counts.n_irritants[IMP_STATE_OPEN], ==, 1);
  g_assert_cmpuint (counts.n_irritants[IMP_STATE_PLANNED], ==, 1);
  g_assert_cmpuint (counts.n_irritants[IMP_STATE_FIXED], ==, 1);
  g_assert_cmpfloat (counts.hours_not_fixed, ==, 40);
  g_assert_cmpuint (counts.n_fixes[IMP_FIX_STATE_PLANNED], ==, 1);
  g_assert_cmpuint (counts.n_fixes[IMP_FIX_STATE_DELIVERED], ==, 1);
}

static void
set_people (StoreFixture *fixture, ImpItem irritant, const char *people)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_PEOPLE, people);
  store_fixture_commit (fixture, changes, NULL);
}

static void
assert_hours (StoreFixture *fixture, guint n_open, guint n_asked, double hours)
{
  const ImpCounts counts = count (fixture);

  g_assert_cmpuint (counts.n_irritants[IMP_STATE_OPEN], ==, n_open);
  g_assert_cmpuint (counts.n_asked, ==, n_asked);
  g_assert_cmpfloat_with_epsilon (counts.hours_not_fixed, hours, 1e-5);
}

/* However many tickets are imported, and whatever others answer, they add nothing. */
static void
test_hours_of_what_was_asked (StoreFixture *fixture, gconstpointer data)
{
  ImpItem tickets[20];
  ImpChanges *changes;

  for (guint i = 0; i < G_N_ELEMENTS (tickets); i++)
    tickets[i] = store_fixture_record_unasked (fixture, "Ticket", STORE_FIXTURE_TODAY);
  assert_hours (fixture, 20, 0, 0);
  store_fixture_record (fixture, "Lamp flickers", "10 measured", NULL);
  assert_hours (fixture, 21, 1, 20);
  set_people (fixture, tickets[0], "45 measured"); /* daily, 6 minutes: the others' medians */
  assert_hours (fixture, 21, 2, 110);
  store_fixture_delete (fixture, tickets[1]);
  set_people (fixture, tickets[0], NULL);
  assert_hours (fixture, 20, 1, 20);
  changes = imp_changes_new ();
  imp_changes_set_item (changes, tickets[2], IMP_IRRITANT_MERGED_INTO, tickets[3]);
  store_fixture_commit (fixture, changes, NULL);
  assert_hours (fixture, 19, 1, 20);
}

static void
add_promise (StoreFixture *fixture, ImpDate first, ImpDate due, ImpDate kept)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem promise = imp_changes_add (changes, IMP_KIND_PROMISE);

  imp_changes_set_date (changes, promise, IMP_PROMISE_FIRST, first);
  imp_changes_set_date (changes, promise, IMP_PROMISE_DUE, due);
  imp_changes_set_date (changes, promise, IMP_PROMISE_KEPT, kept);
  store_fixture_commit (fixture, changes, NULL);
}

static void
test_say_and_do (StoreFixture *fixture, gconstpointer data)
{
  const ImpDate today = STORE_FIXTURE_TODAY;
  ImpCounts counts;

  add_promise (fixture, today - 5, today - 5, today - 6);      /* kept */
  add_promise (fixture, today - 5, today - 2, today - 2);      /* moved, then kept */
  add_promise (fixture, today - 5, today - 5, IMP_DATE_NONE);  /* late */
  add_promise (fixture, today, today, IMP_DATE_NONE);          /* due today: not fallen due */
  add_promise (fixture, today - 31, today - 31, today - 31);   /* before */
  add_promise (fixture, today - 50, today + 5, IMP_DATE_NONE); /* moved, open */
  counts = count (fixture);
  g_assert_cmpuint (counts.promises_due, ==, 3);
  g_assert_cmpuint (counts.promises_kept, ==, 1);
  g_assert_cmpuint (counts.promises_late, ==, 1);
}

static char *
complete (StoreFixture *fixture, ImpKind kind, const char *text, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = imp_store_read_names (fixture->store, kind, text, limit, &error);

  g_assert_no_error (error);
  return g_strjoinv (", ", names);
}

static void
assert_completes (StoreFixture *fixture, const char *text, guint limit, const char *expected)
{
  g_autofree char *names = complete (fixture, IMP_KIND_SITE, text, limit);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_names_are_completed (StoreFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Port Said", "Lyon",       "porto",
                                       "Southport", "100 % site", "a_b" };
  g_autofree char *departments = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    store_fixture_add_named (fixture, IMP_KIND_SITE, names[i]);
  store_fixture_delete (fixture, store_fixture_add_named (fixture, IMP_KIND_SITE, "Port Closed"));
  assert_completes (fixture, "port", 10, "Port Said, porto, Southport"); /* beginnings first */
  assert_completes (fixture, "port", 1, "Port Said");
  assert_completes (fixture, "%", 10, "100 % site"); /* a text stands for itself */
  assert_completes (fixture, "_", 10, "a_b");
  assert_completes (fixture, "\\", 10, "");
  assert_completes (fixture, "'", 10, "");
  assert_completes (fixture, "", 2, "100 % site, a_b");
  assert_completes (fixture, NULL, 1, "100 % site");
  departments = complete (fixture, IMP_KIND_DEPARTMENT, "port", 10);
  g_assert_cmpstr (departments, ==, "");
}

static void
test_found_by_name (StoreFixture *fixture, gconstpointer data)
{
  ImpItem lyon = store_fixture_add_named (fixture, IMP_KIND_SITE, "Lyon"), found = -1;
  g_autoptr (GError) error = NULL;

  store_fixture_add_named (fixture, IMP_KIND_SITE, "lyon");
  g_assert_true (imp_store_find_name (fixture->store, IMP_KIND_SITE, "LYON", &found, NULL, &error));
  g_assert_cmpint (found, ==, lyon); /* the older one */
  g_assert_true (imp_store_find_name (fixture->store, IMP_KIND_SITE, "Lyo", &found, NULL, &error));
  g_assert_cmpint (found, ==, 0);
  g_assert_true (
      imp_store_find_name (fixture->store, IMP_KIND_PERSON, "Lyon", &found, NULL, &error));
  g_assert_cmpint (found, ==, 0);
}

/* Whatever the script; a blank more or an accent less is the same name, another letter is not. */
static void
test_found_as_folded (StoreFixture *fixture, gconstpointer data)
{
  ImpItem found = 0, city = store_fixture_add_named (fixture, IMP_KIND_SITE, "Évreux  Nord");
  gboolean only = FALSE;

  g_assert_true (
      imp_store_find_name (fixture->store, IMP_KIND_SITE, " EVREUX nord ", &found, &only, NULL));
  g_assert_cmpint (found, ==, city);
  g_assert_true (only);
  store_fixture_add_named (fixture, IMP_KIND_SITE, "évreux nord");
  g_assert_true (
      imp_store_find_name (fixture->store, IMP_KIND_SITE, "Évreux Nord", &found, &only, NULL));
  g_assert_cmpint (found, ==, city);
  g_assert_false (only);
  store_fixture_add_named (fixture, IMP_KIND_SITE, "Ørsted");
  assert_completes (fixture, "RSTE", 10, "Ørsted");
  assert_completes (fixture, "ørs", 10, "Ørsted");
  assert_completes (fixture, "ÉVREUX", 1, "Évreux  Nord");
}

static ImpItem
find_person (StoreFixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  ImpItem found = -1;

  imp_store_find_name (fixture->store, IMP_KIND_PERSON, name, &found, NULL, &error);
  g_assert_no_error (error);
  return found;
}

/* Andre is not André where both are here; nobody is guessed. */
static void
test_person_as_spelled (StoreFixture *fixture, gconstpointer data)
{
  ImpItem andre = store_fixture_add_named (fixture, IMP_KIND_PERSON, "Andre"), other;

  g_assert_cmpint (find_person (fixture, "André"), ==, andre);
  other = store_fixture_add_named (fixture, IMP_KIND_PERSON, "André");
  g_assert_cmpint (find_person (fixture, "Andre"), ==, andre);
  g_assert_cmpint (find_person (fixture, "André"), ==, other);
  g_assert_cmpint (find_person (fixture, "ANDRE"), ==, 0);
  store_fixture_add_named (fixture, IMP_KIND_PERSON, "Andre"); /* on another laptop */
  g_assert_cmpint (find_person (fixture, "Andre"), ==, andre);
}

static gboolean
list_item (ImpKind kind,
           const ImpUuid *uuid,
           const ImpNamedValue *values,
           gpointer data,
           GError **error)
{
  const ImpValue *name = &values[0].value;

  g_string_append_printf (data, "%s %s\n", imp_kind_get_name (kind),
                          name->type == IMP_VALUE_TEXT ? name->text : "-");
  return TRUE;
}

static void
tag (StoreFixture *fixture, ImpItem irritant, const char *name)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem tagging = imp_changes_add (changes, IMP_KIND_TAGGING);

  imp_changes_set_item (changes, tagging, IMP_TAGGING_IRRITANT, irritant);
  imp_changes_set_text (changes, tagging, IMP_TAGGING_TAG, name);
  store_fixture_commit (fixture, changes, NULL);
}

/* Each once, as it is mostly written; what begins with the text first. */
static void
test_tags_to_complete (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", NULL, NULL);
  g_auto (GStrv) tags = NULL;
  g_autofree char *joined = NULL;

  tag (fixture, irritant, "HALL 3");
  tag (fixture, irritant, "Hall 3");
  tag (fixture, irritant, "Hall 3");
  tag (fixture, irritant, "Audit hall");
  tag (fixture, irritant, "Round");
  tags = imp_store_read_names (fixture->store, IMP_KIND_TAGGING, "hall", 10, NULL);
  joined = g_strjoinv (", ", tags);
  g_assert_cmpstr (joined, ==, "Hall 3, Audit hall");
}

static gboolean
refuse_item (ImpKind kind,
             const ImpUuid *uuid,
             const ImpNamedValue *values,
             gpointer data,
             GError **error)
{
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_FULL, "no room");
  return FALSE;
}

static void
test_walk_over_everything (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  ImpItem closed;

  store_fixture_add_named (fixture, IMP_KIND_OFFERING, "Scanners");
  store_fixture_add_named (fixture, IMP_KIND_SITE, "Lyon");
  closed = store_fixture_add_named (fixture, IMP_KIND_SITE, "Closed");
  store_fixture_delete (fixture, closed);
  imp_store_for_each_item (fixture->store, list_item, list, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (list->str, ==, "site Lyon\noffering Scanners\n");
  g_assert_false (imp_store_for_each_item (fixture->store, refuse_item, NULL, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_FULL);
}

static gboolean
list_places (ImpKind kind,
             const ImpUuid *uuid,
             const ImpNamedValue *values,
             gpointer data,
             GError **error)
{
  const ImpNamedValue *site = &values[IMP_REPORT_SITE - 1];

  if (kind == IMP_KIND_REPORT)
    g_string_append (data, site->refers ? "somewhere " : "nowhere ");
  return TRUE;
}

/* What is deleted is named by nobody outside. */
static void
test_walk_names_the_living (StoreFixture *fixture, gconstpointer data)
{
  ImpItem site = store_fixture_add_named (fixture, IMP_KIND_SITE, "Lyon");
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  g_autoptr (GString) before = g_string_new (NULL), after = g_string_new (NULL);

  store_fixture_add_report (fixture, irritant, site, STORE_FIXTURE_TODAY);
  g_assert_true (imp_store_for_each_item (fixture->store, list_places, before, NULL));
  g_assert_nonnull (strstr (before->str, "somewhere"));
  store_fixture_delete (fixture, site);
  g_assert_true (imp_store_for_each_item (fixture->store, list_places, after, NULL));
  g_assert_null (strstr (after->str, "somewhere"));
  g_assert_nonnull (strstr (after->str, "nowhere"));
}

static void
test_measures (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_items = 0, n_rows = 0;
  int schema = 0;

  store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  g_assert_true (imp_store_measure (fixture->store, &schema, &n_items, &n_rows, &error));
  g_assert_cmpint (schema, ==, 2);
  g_assert_cmpuint (n_items, ==, 2);
  g_assert_cmpuint (n_rows, ==, store_fixture_query (fixture, "SELECT count(*) FROM journal"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/overview/" path, StoreFixture, NULL, store_fixture_set_up, func,             \
              store_fixture_tear_down)
  ADD ("counts-of-nothing", test_counts_of_nothing);
  ADD ("counts-by-state", test_counts_by_state);
  ADD ("hours-of-what-was-asked", test_hours_of_what_was_asked);
  ADD ("say-and-do", test_say_and_do);
  ADD ("names-are-completed", test_names_are_completed);
  ADD ("found-by-name", test_found_by_name);
  ADD ("found-as-folded", test_found_as_folded);
  ADD ("person-as-spelled", test_person_as_spelled);
  ADD ("tags-to-complete", test_tags_to_complete);
  ADD ("walk-over-everything", test_walk_over_everything);
  ADD ("walk-names-the-living", test_walk_names_the_living);
  ADD ("measures", test_measures);
  return g_test_run ();
}
