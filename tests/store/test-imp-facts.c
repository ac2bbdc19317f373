/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * States, and the hours a fix gives back, as the store derives them. */
#include "config.h"

#include "store-fixture.h"
#include "store/imp-facts.h"
#include "store/imp-store-private.h"

#define DELIVERED (STORE_FIXTURE_TODAY - 10)

static ImpFixHours
read_hours (StoreFixture *fixture, ImpItem fix)
{
  g_autoptr (GError) error = NULL;
  ImpFixHours hours;

  imp_fix_hours_read (fixture->store, fix, &hours, &error);
  g_assert_no_error (error);
  return hours;
}

static ImpState
read_state (StoreFixture *fixture, ImpItem irritant)
{
  g_autoptr (GError) error = NULL;
  ImpIrritantFacts facts;
  gboolean found;

  imp_facts_read (fixture->store, irritant, &facts, &found, &error);
  g_assert_no_error (error);
  g_assert_true (found);
  return facts.state;
}

static ImpFixState
read_fix_state (StoreFixture *fixture, ImpItem fix)
{
  g_autoptr (GError) error = NULL;
  ImpFixFacts facts;
  gboolean found;

  imp_fix_facts_read (fixture->store, fix, &facts, &found, &error);
  g_assert_no_error (error);
  g_assert_true (found);
  return facts.state;
}

/* 10 people, 20 times a month, 6 minutes: 20 hours. What asking again makes of them. */
static void
assert_given_back (StoreFixture *fixture,
                   ImpVerdict verdict,
                   const char *new_minutes,
                   double expected,
                   gboolean asked_again)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  ImpItem fix = store_fixture_add_fix (fixture, "New rollers", irritant, DELIVERED);
  ImpFixHours hours;

  store_fixture_confirm (fixture, fix, DELIVERED + 2, verdict, new_minutes);
  hours = read_hours (fixture, fix);
  g_assert_cmpfloat_with_epsilon (hours.hours, expected, 0.001);
  g_assert_cmpint (hours.asked_again, ==, asked_again);
}

static void
test_hours_as_asked_again (StoreFixture *fixture, gconstpointer data)
{
  assert_given_back (fixture, IMP_VERDICT_GONE, NULL, 20, TRUE);
  assert_given_back (fixture, IMP_VERDICT_GONE, "1 measured", 20 - 20.0 / 6, TRUE);
  assert_given_back (fixture, IMP_VERDICT_BETTER, "3 measured", 10, TRUE);
  assert_given_back (fixture, IMP_VERDICT_BETTER, NULL, 20, FALSE);        /* better by how much? */
  assert_given_back (fixture, IMP_VERDICT_BETTER, "60 measured", 0, TRUE); /* never below 0 */
  assert_given_back (fixture, IMP_VERDICT_STILL_THERE, "6 measured", 20, FALSE);
}

/* Each said by somebody else. */
static void
add_reports (StoreFixture *fixture, ImpItem irritant, int n)
{
  for (int i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Colleague %d", i);
      ImpItem person = store_fixture_add_named (fixture, IMP_KIND_PERSON, name);
      ImpItem report = store_fixture_add_report (fixture, irritant, 0, DELIVERED - 5);
      ImpChanges *changes = imp_changes_new ();

      imp_changes_set_item (changes, report, IMP_REPORT_PERSON, person);
      store_fixture_commit (fixture, changes, NULL);
    }
}

static void
confirm_with_people (StoreFixture *fixture, ImpItem fix, const char *people)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem confirmation = imp_changes_add (changes, IMP_KIND_CONFIRMATION);

  imp_changes_set_item (changes, confirmation, IMP_CONFIRMATION_FIX, fix);
  imp_changes_set_date (changes, confirmation, IMP_CONFIRMATION_DATE, DELIVERED);
  imp_changes_set_integer (changes, confirmation, IMP_CONFIRMATION_VERDICT, IMP_VERDICT_BETTER);
  imp_changes_set_text (changes, confirmation, IMP_CONFIRMATION_PEOPLE, people);
  store_fixture_commit (fixture, changes, NULL);
}

/* More have said it than the answer has people. Asked again and answered as before, nothing is given
 * back; fewer people are believed, whoever reported it. */
static void
test_reporters_stay (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "3 measured", NULL);
  ImpItem fix = store_fixture_add_fix (fixture, "New rollers", irritant, DELIVERED);

  add_reports (fixture, irritant, 9);
  g_assert_cmpfloat (read_hours (fixture, fix).hours, ==, 20);
  confirm_with_people (fixture, fix, "3 one");
  g_assert_true (read_hours (fixture, fix).asked_again);
  g_assert_cmpfloat (read_hours (fixture, fix).hours, ==, 0);
  confirm_with_people (fixture, fix, "2 one");
  g_assert_cmpfloat (read_hours (fixture, fix).hours, ==, 20 - 4);
}

static void
report (StoreFixture *fixture, ImpItem irritant, ImpItem person)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem item = imp_changes_add (changes, IMP_KIND_REPORT);

  imp_changes_set_item (changes, item, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_item (changes, item, IMP_REPORT_PERSON, person);
  store_fixture_commit (fixture, changes, NULL);
}

/* Dana reported both, one of them twice: that is one voice more. */
static void
test_voices (StoreFixture *fixture, gconstpointer data)
{
  ImpItem dana = store_fixture_add_named (fixture, IMP_KIND_PERSON, "Dana");
  ImpItem small = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  ImpItem big = store_fixture_record (fixture, "Scanner signs out", "30 measured", NULL);
  ImpItem fix = store_fixture_add_fix (fixture, "New devices", small, IMP_DATE_NONE);
  ImpChanges *changes = imp_changes_new ();
  ImpIrritantFacts facts;
  gboolean found;

  imp_changes_add_removal (changes, fix, big);
  store_fixture_commit (fixture, changes, NULL);
  report (fixture, small, dana);
  report (fixture, small, dana);
  report (fixture, big, dana);
  g_assert_true (imp_facts_read (fixture->store, small, &facts, &found, NULL));
  g_assert_cmpint (facts.voices, ==, 2);
  g_assert_cmpint (read_hours (fixture, fix).voices, ==, 2);
}

static void
test_hours_forecast (StoreFixture *fixture, gconstpointer data)
{
  ImpItem small = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  ImpItem big = store_fixture_record (fixture, "Scanner signs out", "30 measured", NULL);
  ImpItem fix = store_fixture_add_fix (fixture, "New devices", small, IMP_DATE_NONE);
  ImpChanges *changes = imp_changes_new ();
  ImpFixHours hours;

  imp_changes_add_removal (changes, fix, big);
  store_fixture_commit (fixture, changes, NULL);
  hours = read_hours (fixture, fix);
  g_assert_cmpfloat (hours.hours, ==, 80);
  g_assert_cmpint (hours.dearest, ==, big);
  g_assert_cmpint (hours.voices, ==, 1); /* nobody knows who: one colleague */
  g_assert_false (hours.asked_again);
  g_assert_cmpfloat (hours.spread, >, 0);
  store_fixture_delete (fixture, big);
  g_assert_cmpfloat (read_hours (fixture, fix).hours, ==, 20);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT hours FROM fix"), ==, 20);
}

/* A verdict on one irritant of the fix. */
static void
ask_again (StoreFixture *fixture,
           ImpItem fix,
           ImpItem irritant,
           ImpVerdict verdict,
           const char *minutes)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem confirmation = imp_changes_add (changes, IMP_KIND_CONFIRMATION);

  imp_changes_set_item (changes, confirmation, IMP_CONFIRMATION_FIX, fix);
  imp_changes_set_item (changes, confirmation, IMP_CONFIRMATION_IRRITANT, irritant);
  imp_changes_set_date (changes, confirmation, IMP_CONFIRMATION_DATE, DELIVERED);
  imp_changes_set_integer (changes, confirmation, IMP_CONFIRMATION_VERDICT, verdict);
  imp_changes_set_text (changes, confirmation, IMP_CONFIRMATION_MINUTES, minutes);
  store_fixture_commit (fixture, changes, NULL);
}

/* Each counts with what was said of it; what nobody was asked about makes the sum an estimate. */
static void
test_hours_of_each_irritant (StoreFixture *fixture, gconstpointer data)
{
  ImpItem small = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  ImpItem big = store_fixture_record (fixture, "Scanner signs out", "30 measured", NULL);
  ImpItem fix = store_fixture_add_fix (fixture, "New devices", small, DELIVERED);
  ImpChanges *changes = imp_changes_new ();

  imp_changes_add_removal (changes, fix, big);
  store_fixture_commit (fixture, changes, NULL);
  store_fixture_confirm (fixture, fix, DELIVERED, IMP_VERDICT_BETTER, NULL);
  g_assert_cmpfloat (read_hours (fixture, fix).hours, ==, 80);
  ask_again (fixture, fix, big, IMP_VERDICT_BETTER, "3 measured");
  g_assert_cmpfloat (read_hours (fixture, fix).hours, ==, 30 + 20);
  g_assert_false (read_hours (fixture, fix).asked_again);
  ask_again (fixture, fix, small, IMP_VERDICT_BETTER, "3 measured");
  g_assert_cmpfloat (read_hours (fixture, fix).hours, ==, 30 + 10);
  g_assert_true (read_hours (fixture, fix).asked_again);
  ask_again (fixture, fix, small, IMP_VERDICT_GONE, NULL);
  g_assert_cmpfloat (read_hours (fixture, fix).hours, ==, 30 + 20);
  g_assert_cmpint (read_fix_state (fixture, fix), ==, IMP_FIX_STATE_DELIVERED);
}

/* Where only the fix as a whole was asked about, its numbers are those of the dearest irritant. */
static void
test_hours_of_several_irritants (StoreFixture *fixture, gconstpointer data)
{
  ImpItem small = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  ImpItem big = store_fixture_record (fixture, "Scanner signs out", "30 measured", NULL);
  ImpItem fix = store_fixture_add_fix (fixture, "New devices", small, DELIVERED);
  ImpChanges *changes = imp_changes_new ();

  imp_changes_add_removal (changes, fix, big);
  store_fixture_commit (fixture, changes, NULL);
  store_fixture_confirm (fixture, fix, DELIVERED, IMP_VERDICT_GONE, "3 measured");
  g_assert_cmpfloat (read_hours (fixture, fix).hours, ==, 80 - 30);
}

static void
set_date (StoreFixture *fixture, ImpItem item, guint8 field, ImpDate date)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_date (changes, item, field, date);
  store_fixture_commit (fixture, changes, NULL);
}

static void
test_states_follow_the_fix (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL), fix;

  g_assert_cmpint (read_state (fixture, irritant), ==, IMP_STATE_OPEN);
  fix = store_fixture_add_fix (fixture, "New rollers", irritant, IMP_DATE_NONE);
  g_assert_cmpint (read_state (fixture, irritant), ==, IMP_STATE_PLANNED);
  set_date (fixture, fix, IMP_FIX_STARTED, DELIVERED - 5);
  g_assert_cmpint (read_state (fixture, irritant), ==, IMP_STATE_BEING_FIXED);
  set_date (fixture, fix, IMP_FIX_DELIVERED, DELIVERED);
  g_assert_cmpint (read_state (fixture, irritant), ==, IMP_STATE_FIXED);
  store_fixture_confirm (fixture, fix, DELIVERED + 1, IMP_VERDICT_BETTER, NULL);
  g_assert_cmpint (read_state (fixture, irritant), ==, IMP_STATE_FIXED);
  store_fixture_confirm (fixture, fix, DELIVERED + 2, IMP_VERDICT_STILL_THERE, NULL);
  g_assert_cmpint (read_state (fixture, irritant), ==, IMP_STATE_BEING_FIXED);
  store_fixture_confirm (fixture, fix, DELIVERED + 3, IMP_VERDICT_GONE, NULL);
  g_assert_cmpint (read_state (fixture, irritant), ==, IMP_STATE_CONFIRMED);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT confirmed FROM fix"), ==, DELIVERED + 3);
  set_date (fixture, fix, IMP_FIX_DELIVERED, DELIVERED + 5); /* once more, and not asked since */
  g_assert_cmpint (read_state (fixture, irritant), ==, IMP_STATE_FIXED);
  store_fixture_delete (fixture, fix);
  g_assert_cmpint (read_state (fixture, irritant), ==, IMP_STATE_OPEN);
}

static void
test_least_advanced_fix_decides (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  ImpItem done = store_fixture_add_fix (fixture, "New rollers", irritant, DELIVERED), planned;

  store_fixture_confirm (fixture, done, DELIVERED, IMP_VERDICT_GONE, NULL);
  g_assert_cmpint (read_state (fixture, irritant), ==, IMP_STATE_CONFIRMED);
  planned = store_fixture_add_fix (fixture, "New printer", irritant, IMP_DATE_NONE);
  g_assert_cmpint (read_state (fixture, irritant), ==, IMP_STATE_PLANNED);
  g_assert_cmpint (read_fix_state (fixture, done), ==, IMP_FIX_STATE_CONFIRMED);
  g_assert_cmpint (read_fix_state (fixture, planned), ==, IMP_FIX_STATE_PLANNED);
}

static void
test_declined (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);

  set_date (fixture, irritant, IMP_IRRITANT_DECLINED, DELIVERED);
  g_assert_cmpint (read_state (fixture, irritant), ==, IMP_STATE_DECLINED);
  store_fixture_add_fix (fixture, "New rollers", irritant, IMP_DATE_NONE);
  g_assert_cmpint (read_state (fixture, irritant), ==, IMP_STATE_PLANNED);
}

static void
test_what_is_gone_is_not_found (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  g_autoptr (GError) error = NULL;
  ImpIrritantFacts facts;
  gboolean found = TRUE;

  store_fixture_delete (fixture, irritant);
  g_assert_true (imp_facts_read (fixture->store, irritant, &facts, &found, &error));
  g_assert_no_error (error);
  g_assert_false (found);
}

static void
test_spread_of_the_backlog (StoreFixture *fixture, gconstpointer data)
{
  double mean = 1, deviation = 1;

  imp_sums_get_spread (&fixture->store->sums, &mean, &deviation);
  g_assert_cmpfloat (mean, ==, 0);
  g_assert_cmpfloat (deviation, ==, 0);
  store_fixture_record (fixture, "Printer jams", "10 measured", NULL);        /* 20 h */
  store_fixture_record (fixture, "Scanner signs out", "1000 measured", NULL); /* 2000 h */
  imp_sums_get_spread (&fixture->store->sums, &mean, &deviation);
  g_assert_cmpfloat_with_epsilon (mean, 5.2983, 0.001);      /* log 200 */
  g_assert_cmpfloat_with_epsilon (deviation, 2.3026, 0.001); /* log 10 */
  for (int i = 0; i < 10; i++)
    store_fixture_record_unasked (fixture, "Ticket", STORE_FIXTURE_TODAY);
  imp_sums_get_spread (&fixture->store->sums, &mean, &deviation);
  g_assert_cmpfloat_with_epsilon (mean, 5.2983, 0.001);
  g_assert_cmpfloat_with_epsilon (deviation, 2.3026, 0.001);
}

/* Answers may be as large as a million each: the sums hold, and come back to nothing. */
static void
test_sums_of_the_largest (StoreFixture *fixture, gconstpointer data)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);
  g_auto (ImpCommit) commit = { 0 };
  const ImpSums none = { 0 };

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_PEOPLE, "1000000 guess");
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_OFTEN, "1000000 guess");
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_MINUTES, "1000000 guess");
  store_fixture_commit (fixture, changes, &commit);
  g_assert_cmpfloat (imp_sums_get_hours (&fixture->store->sums, IMP_STATE_OPEN), >, 1e6);
  store_fixture_delete (fixture, g_array_index (commit.items, ImpItem, 0));
  g_assert_cmpmem (&fixture->store->sums, sizeof none, &none, sizeof none);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/facts/" path, StoreFixture, NULL, store_fixture_set_up, func,                \
              store_fixture_tear_down)
  ADD ("hours-as-asked-again", test_hours_as_asked_again);
  ADD ("reporters-stay", test_reporters_stay);
  ADD ("voices", test_voices);
  ADD ("hours-forecast", test_hours_forecast);
  ADD ("hours-of-several-irritants", test_hours_of_several_irritants);
  ADD ("hours-of-each-irritant", test_hours_of_each_irritant);
  ADD ("states-follow-the-fix", test_states_follow_the_fix);
  ADD ("least-advanced-fix-decides", test_least_advanced_fix_decides);
  ADD ("declined", test_declined);
  ADD ("what-is-gone-is-not-found", test_what_is_gone_is_not_found);
  ADD ("sums-of-the-largest", test_sums_of_the_largest);
  ADD ("spread-of-the-backlog", test_spread_of_the_backlog);
  return g_test_run ();
}
