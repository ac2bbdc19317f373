/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is learned from questions that were asked again, and what it moves. */
#include "config.h"

#include "store-fixture.h"
#include "store/imp-fix-table.h"
#include "store/imp-store-private.h"

#define TODAY STORE_FIXTURE_TODAY

/* An irritant, and a fix of it that was delivered ten days ago. */
typedef struct
{
  ImpItem irritant, fix;
} Case;

static Case
add_case (StoreFixture *fixture)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);

  return (Case) { irritant, store_fixture_add_fix (fixture, "New rollers", irritant, TODAY - 10) };
}

/* So many colleagues guess that it takes five minutes. */
static void
guess (StoreFixture *fixture, const Case *self, guint n, ImpDate date)
{
  ImpChanges *changes = imp_changes_new ();

  for (guint i = 0; i < n; i++)
    {
      ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);

      imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, self->irritant);
      imp_changes_set_date (changes, report, IMP_REPORT_DATE, date);
      imp_changes_set_text (changes, report, IMP_REPORT_MINUTES, "5 guess");
    }
  store_fixture_commit (fixture, changes, NULL);
}

/* Another irritant of which all is guessed: 1,200 hours. And a fix of it that is planned. */
static ImpItem
add_guessed (StoreFixture *fixture)
{
  ImpItem irritant = store_fixture_record (fixture, "Scanner", "600 guess", NULL);
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_OFTEN, "20 guess");
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_MINUTES, "6 guess");
  store_fixture_commit (fixture, changes, NULL);
  return store_fixture_add_fix (fixture, "New scanners", irritant, IMP_DATE_NONE);
}

static void
assert_spread (StoreFixture *fixture, int thousandths_squared)
{
  g_assert_cmpint (store_fixture_query (fixture, "SELECT round (1000 * spread * spread)"
                                                 " FROM irritant WHERE title = 'Scanner'"),
                   ==, thousandths_squared);
}

#define GUESSED (3 * 1210) /* 1.1 squared, three times */

/* Twenty who guess five minutes; asked again, it proves to be ten. */
static void
test_twenty (StoreFixture *fixture, gconstpointer data)
{
  Case self = add_case (fixture);

  add_guessed (fixture);
  guess (fixture, &self, 19, TODAY - 20);
  store_fixture_confirm (fixture, self.fix, TODAY, IMP_VERDICT_STILL_THERE, "10 measured");
  assert_spread (fixture, GUESSED);
  guess (fixture, &self, 1, TODAY + 1); /* since then */
  assert_spread (fixture, GUESSED);
  guess (fixture, &self, 1, TODAY);
  /* All of them are off by the same, log 2: sure, but too small. */
  assert_spread (fixture, 3 * 40);
  g_assert_cmpfloat_with_epsilon (fixture->store->learned.bias[IMP_KNOWN_GUESS], 0.7, 1e-9);
  g_assert_cmpfloat_with_epsilon (fixture->store->learned.spread[IMP_KNOWN_ONE], 0.7, 1e-9);
}

/* What was fixed was another state of affairs. */
static void
test_what_is_gone_says_nothing (StoreFixture *fixture, gconstpointer data)
{
  Case self = add_case (fixture);

  add_guessed (fixture);
  guess (fixture, &self, 20, TODAY - 20);
  store_fixture_confirm (fixture, self.fix, TODAY, IMP_VERDICT_BETTER, "1 measured");
  assert_spread (fixture, GUESSED);
}

static void
test_taken_back (StoreFixture *fixture, gconstpointer data)
{
  Case self = add_case (fixture);
  ImpItem confirmation;

  add_guessed (fixture);
  guess (fixture, &self, 20, TODAY - 20);
  store_fixture_confirm (fixture, self.fix, TODAY, IMP_VERDICT_STILL_THERE, "10 measured");
  assert_spread (fixture, 3 * 40);
  confirmation = store_fixture_query (fixture, "SELECT n FROM confirmation");
  store_fixture_delete (fixture, confirmation);
  assert_spread (fixture, GUESSED);
}

static void
test_of_several_irritants (StoreFixture *fixture, gconstpointer data)
{
  Case self = add_case (fixture);
  ImpItem other = store_fixture_record (fixture, "Paper jams", "10 measured", NULL);
  ImpChanges *changes = imp_changes_new ();

  imp_changes_add_removal (changes, self.fix, other);
  store_fixture_commit (fixture, changes, NULL);
  guess (fixture, &self, 20, TODAY - 20);
  store_fixture_confirm (fixture, self.fix, TODAY, IMP_VERDICT_STILL_THERE, "10 measured");
  g_assert_cmpuint (fixture->store->learned.n_pairs[IMP_KNOWN_GUESS], ==, 0); /* of which? */
  changes = imp_changes_new ();
  imp_changes_set_item (changes, store_fixture_query (fixture, "SELECT n FROM confirmation"),
                        IMP_CONFIRMATION_IRRITANT, self.irritant);
  store_fixture_commit (fixture, changes, NULL);
  g_assert_cmpuint (fixture->store->learned.n_pairs[IMP_KNOWN_GUESS], ==, 20);
}

/* What was asked again of it stays asked, whatever becomes of the fix. */
static void
test_taken_out_of_the_fix (StoreFixture *fixture, gconstpointer data)
{
  Case self = add_case (fixture);
  ImpChanges *changes = imp_changes_new ();

  add_guessed (fixture);
  guess (fixture, &self, 19, TODAY - 20);
  store_fixture_confirm (fixture, self.fix, TODAY, IMP_VERDICT_STILL_THERE, "10 measured");
  imp_changes_set_item (changes, store_fixture_query (fixture, "SELECT n FROM confirmation"),
                        IMP_CONFIRMATION_IRRITANT, self.irritant);
  store_fixture_commit (fixture, changes, NULL);
  store_fixture_delete (fixture, store_fixture_query (fixture, "SELECT min (n) FROM removal"));
  assert_spread (fixture, GUESSED);
  guess (fixture, &self, 1, TODAY - 20);
  assert_spread (fixture, 3 * 40);
}

static double
read_forecast (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) cards =
      imp_store_read_fix_cards (fixture->store, IMP_FIX_STATE_PLANNED, 5, NULL);

  g_assert_cmpuint (cards->len, ==, 1);
  return ((ImpFixCard *) cards->pdata[0])->hours;
}

/* A forecast is corrected; the hours are what people said. */
static void
test_forecast (StoreFixture *fixture, gconstpointer data)
{
  Case self = add_case (fixture);
  double mean, deviation;

  add_guessed (fixture);
  guess (fixture, &self, 20, TODAY - 20);
  store_fixture_confirm (fixture, self.fix, TODAY, IMP_VERDICT_STILL_THERE, "10 measured");
  imp_sums_get_spread (&fixture->store->sums, &mean, &deviation);
  /* Each of the three answers is off by a factor of exp (0.7). */
  g_assert_cmpfloat_with_epsilon (
      read_forecast (fixture), imp_impact_shrink (1200 * 8.16617, 0.2 * 1.7320508, mean, deviation),
      0.1);
  g_assert_cmpint (
      store_fixture_query (fixture, "SELECT hours FROM irritant WHERE title = 'Scanner'"), ==,
      1200);
}

/* It is nowhere kept, and found again. */
static void
test_rebuilt_and_opened_again (StoreFixture *fixture, gconstpointer data)
{
  Case self = add_case (fixture);
  g_autofree char *before = NULL, *rebuilt = NULL;

  add_guessed (fixture);
  guess (fixture, &self, 20, TODAY - 20);
  store_fixture_confirm (fixture, self.fix, TODAY, IMP_VERDICT_STILL_THERE, "10 measured");
  before = store_fixture_dump (fixture);
  store_fixture_close (fixture);
  store_fixture_open (fixture);
  g_assert_cmpuint (fixture->store->learned.n_pairs[IMP_KNOWN_GUESS], ==, 20);
  g_assert_true (imp_store_rebuild (fixture->store, NULL));
  rebuilt = store_fixture_dump (fixture);
  g_assert_cmpstr (rebuilt, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/learning/" path, StoreFixture, NULL, store_fixture_set_up, func,             \
              store_fixture_tear_down)
  ADD ("twenty", test_twenty);
  ADD ("what-is-gone-says-nothing", test_what_is_gone_says_nothing);
  ADD ("taken-back", test_taken_back);
  ADD ("of-several-irritants", test_of_several_irritants);
  ADD ("taken-out-of-the-fix", test_taken_out_of_the_fix);
  ADD ("forecast", test_forecast);
  ADD ("rebuilt-and-opened-again", test_rebuilt_and_opened_again);
  return g_test_run ();
}
