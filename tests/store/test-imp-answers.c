/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Answers of several colleagues, as the store combines them. */
#include "config.h"

#include "store-fixture.h"
#include "store/imp-answers.h"
#include "store/imp-facts.h"
#include "store/imp-irritant-table.h"

#define TODAY STORE_FIXTURE_TODAY

/* 10 people, 20 times a month; nothing is decided of the minutes. */
static ImpItem
record (StoreFixture *fixture)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_MINUTES, NULL);
  store_fixture_commit (fixture, changes, NULL);
  return irritant;
}

/* What somebody says of the minutes. */
static ImpItem
say (StoreFixture *fixture, ImpItem irritant, ImpItem person, ImpDate date, const char *minutes)
{
  ImpItem report = store_fixture_add_report (fixture, irritant, 0, date);
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_item (changes, report, IMP_REPORT_PERSON, person);
  imp_changes_set_text (changes, report, IMP_REPORT_MINUTES, minutes);
  store_fixture_commit (fixture, changes, NULL);
  return report;
}

static ImpItem
add_person (StoreFixture *fixture, const char *name)
{
  return store_fixture_add_named (fixture, IMP_KIND_PERSON, name);
}

static void
decide (StoreFixture *fixture, ImpItem irritant, const char *minutes)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_MINUTES, minutes);
  store_fixture_commit (fixture, changes, NULL);
}

/* What is read, and what stands in the row for the order. */
static void
assert_minutes (StoreFixture *fixture,
                ImpItem irritant,
                double minutes,
                double spread,
                guint n_answers)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpIrritantPage) page =
      imp_store_read_irritant_page (fixture->store, irritant, &error);
  ImpIrritantFacts facts;
  gboolean found;

  g_assert_no_error (error);
  g_assert_true (imp_facts_read (fixture->store, irritant, &facts, &found, NULL));
  g_assert_cmpmem (&facts.facts, sizeof facts.facts, &page->facts, sizeof page->facts);
  g_assert_cmpfloat_with_epsilon (page->impact.minutes, minutes, 1e-9);
  g_assert_cmpfloat_with_epsilon (page->facts.spread[IMP_QUESTION_MINUTES], spread, 1e-3);
  g_assert_cmpuint (page->told[IMP_QUESTION_MINUTES].n_answers, ==, n_answers);
  /* The row says the same in thousandths; the least is measured three times. */
  g_assert_cmpint (store_fixture_query (fixture, "SELECT round (1000 * hours / 10 / 20 * 60)"
                                                 " FROM irritant WHERE merged IS NULL"),
                   ==, (gint64) (1000 * minutes + 0.5));
  g_assert_cmpint (
      store_fixture_query (
          fixture, "SELECT round (1000 * spread * spread) FROM irritant WHERE merged IS NULL"),
      ==, (gint64) (1000 * page->impact.spread * page->impact.spread + 0.5));
}

static void
test_median (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture);

  say (fixture, irritant, add_person (fixture, "Dana"), TODAY, "2 one");
  assert_minutes (fixture, irritant, 2, 0.7, 1);
  say (fixture, irritant, add_person (fixture, "Tom"), TODAY, "60 one");
  say (fixture, irritant, add_person (fixture, "Ines"), TODAY, "5 one");
  assert_minutes (fixture, irritant, 5, 1.016, 3);
  say (fixture, irritant, add_person (fixture, "Wout"), TODAY, NULL);
  assert_minutes (fixture, irritant, 5, 1.016, 3);
}

static void
test_measured_outweighs (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture), measured;

  say (fixture, irritant, add_person (fixture, "Dana"), TODAY, "30 one");
  say (fixture, irritant, add_person (fixture, "Tom"), TODAY, "30 one");
  measured = say (fixture, irritant, add_person (fixture, "Ines"), TODAY, "7 measured");
  assert_minutes (fixture, irritant, 7, 0.2, 1);
  store_fixture_delete (fixture, measured);
  assert_minutes (fixture, irritant, 30, 0.495, 2);
}

/* Who says it again says it instead; who is not known by name is one for each department. */
static void
test_newest_of_each (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture), dana = add_person (fixture, "Dana"), report;
  ImpChanges *changes = imp_changes_new ();

  say (fixture, irritant, dana, TODAY, "9 one");
  say (fixture, irritant, dana, TODAY, "8 one");
  say (fixture, irritant, dana, TODAY - 5, "2 one");
  say (fixture, irritant, dana, TODAY + 1, NULL);
  assert_minutes (fixture, irritant, 8, 0.7, 1);
  say (fixture, irritant, 0, TODAY - 2, "2 one");
  say (fixture, irritant, 0, TODAY - 1, "8 one");
  assert_minutes (fixture, irritant, 8, 0.495, 2);
  report = say (fixture, irritant, 0, TODAY - 9, "8 one");
  imp_changes_set_item (changes, report, IMP_REPORT_DEPARTMENT,
                        store_fixture_add_named (fixture, IMP_KIND_DEPARTMENT, "Picking"));
  store_fixture_commit (fixture, changes, NULL);
  assert_minutes (fixture, irritant, 8, 0.404, 3);
}

/* What stands on the page counts until colleagues know better. */
static void
test_decided (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture);

  decide (fixture, irritant, "3 one");
  say (fixture, irritant, add_person (fixture, "Dana"), TODAY, "6 one");
  assert_minutes (fixture, irritant, 3, 0.7, 1);
  say (fixture, irritant, add_person (fixture, "Tom"), TODAY, "6 one");
  assert_minutes (fixture, irritant, 6, 0.495, 2);
  decide (fixture, irritant, "3 several");
  assert_minutes (fixture, irritant, 3, 0.4, 2);
  say (fixture, irritant, add_person (fixture, "Ines"), TODAY, "5 measured");
  assert_minutes (fixture, irritant, 5, 0.2, 1);
  decide (fixture, irritant, "4 measured");
  assert_minutes (fixture, irritant, 4, 0.2, 1);
}

static void
test_goes_along_when_merged (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture), part;
  ImpChanges *changes = imp_changes_new ();

  say (fixture, irritant, add_person (fixture, "Dana"), TODAY, "5 one");
  part = store_fixture_record (fixture, "Paper jams", NULL, NULL);
  say (fixture, part, add_person (fixture, "Tom"), TODAY, "20 one");
  imp_changes_set_item (changes, part, IMP_IRRITANT_MERGED_INTO, irritant);
  store_fixture_commit (fixture, changes, NULL);
  assert_minutes (fixture, irritant, 10, 0.693, 2);
  g_assert_cmpint (
      store_fixture_query (fixture, "SELECT count(*) FROM irritant WHERE spread IS NULL"), ==, 1);
}

static void
test_who_said_what (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture);
  g_autoptr (ImpIrritantPage) page = NULL;
  const ImpReportLine *line;

  say (fixture, irritant, add_person (fixture, "Dana"), TODAY + 1, "5-10 one");
  page = imp_store_read_irritant_page (fixture->store, irritant, NULL);
  line = page->reports->pdata[0];
  g_assert_cmpstr (line->who, ==, "Dana");
  g_assert_cmpint (line->answers[IMP_QUESTION_MINUTES].band, ==, 3);
  g_assert_false (imp_answer_is_known (&line->answers[IMP_QUESTION_OFTEN]));
}

/* What a damaged file says is no answer. */
static void
test_damaged (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture);
  g_autoptr (ImpIrritantPage) page = NULL;

  say (fixture, irritant, 0, TODAY, "5 one");
  store_fixture_exec (fixture, "UPDATE report SET minutes = 'nan one', people = '9 of 10'");
  page = imp_store_read_irritant_page (fixture->store, irritant, NULL);
  g_assert_cmpuint (page->told[IMP_QUESTION_MINUTES].n_answers, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/answers/" path, StoreFixture, NULL, store_fixture_set_up, func,              \
              store_fixture_tear_down)
  ADD ("median", test_median);
  ADD ("measured-outweighs", test_measured_outweighs);
  ADD ("newest-of-each", test_newest_of_each);
  ADD ("decided", test_decided);
  ADD ("goes-along-when-merged", test_goes_along_when_merged);
  ADD ("who-said-what", test_who_said_what);
  ADD ("damaged", test_damaged);
  return g_test_run ();
}
