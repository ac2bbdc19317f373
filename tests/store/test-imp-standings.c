/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where irritants stood, week by week. */
#include "config.h"

#include <string.h>

#include "store-fixture.h"
#include "store/imp-explained.h"
#include "store/imp-standings.h"

#define TODAY STORE_FIXTURE_TODAY /* a Saturday */

static void
note (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (imp_standings_note (fixture->store, &error));
  g_assert_no_error (error);
}

static void
pass_days (StoreFixture *fixture, int days)
{
  fixture->now_ms += days * IMP_DAY_MS;
}

static gint64
count (StoreFixture *fixture)
{
  return store_fixture_query (fixture, "SELECT count(*) FROM standing");
}

static void
assert_past (StoreFixture *fixture, ImpItem irritant, const char *days_and_ranks)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpExplanation) explanation = imp_store_explain (fixture->store, irritant, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < explanation->past->len; i++)
    {
      const ImpPastRank *past = &g_array_index (explanation->past, ImpPastRank, i);

      g_string_append_printf (text, "%+d:%u ", past->day - TODAY, past->rank);
    }
  g_assert_cmpstr (text->str, ==, days_and_ranks);
}

static void
test_once_a_week (StoreFixture *fixture, gconstpointer data)
{
  const ImpItem first = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  ImpItem second;

  assert_past (fixture, first, "");
  note (fixture);
  assert_past (fixture, first, "+0:1 ");
  second = store_fixture_record (fixture, "Scanner", "900 measured", NULL);
  pass_days (fixture, 1); /* Sunday */
  note (fixture);
  g_assert_cmpint (count (fixture), ==, 1);
  assert_past (fixture, first, "+0:1 +1:2 ");
  assert_past (fixture, second, "");
  pass_days (fixture, 1); /* Monday: another week */
  note (fixture);
  note (fixture);
  g_assert_cmpint (count (fixture), ==, 3);
  pass_days (fixture, 3);
  note (fixture);
  g_assert_cmpint (count (fixture), ==, 3);
  assert_past (fixture, first, "+0:1 +2:2 +5:2 ");
  assert_past (fixture, second, "+2:1 +5:1 ");
}

/* Of what nobody answered the place says nothing. */
static void
test_only_known (StoreFixture *fixture, gconstpointer data)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, "Nobody knows");
  store_fixture_commit (fixture, changes, NULL);
  note (fixture);
  g_assert_cmpint (count (fixture), ==, 0);
}

static void
test_two_years (StoreFixture *fixture, gconstpointer data)
{
  const ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);

  note (fixture);
  pass_days (fixture, 728);
  note (fixture);
  g_assert_cmpint (count (fixture), ==, 2);
  pass_days (fixture, 14);
  note (fixture);
  g_assert_cmpint (count (fixture), ==, 2);
  assert_past (fixture, irritant, "+728:1 +742:1 ");
}

/* One that is gone is dropped with the next note. */
static void
test_gone (StoreFixture *fixture, gconstpointer data)
{
  const ImpItem gone = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  const ImpItem stays = store_fixture_record (fixture, "Scanner", "20 measured", NULL);

  note (fixture);
  store_fixture_delete (fixture, gone);
  pass_days (fixture, 7);
  note (fixture);
  g_assert_cmpint (count (fixture), ==, 2);
  assert_past (fixture, stays, "+0:1 +7:1 ");
}

/* A clock that was a year ahead does not stop it for a year. */
static void
test_clock_ahead (StoreFixture *fixture, gconstpointer data)
{
  const ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);

  pass_days (fixture, 365);
  note (fixture);
  pass_days (fixture, -365);
  note (fixture);
  assert_past (fixture, irritant, "+0:1 ");
  g_assert_cmpint (count (fixture), ==, 1);
}

static void
test_first_thousand (StoreFixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 11; i++)
    {
      ImpChanges *changes = imp_changes_new ();

      for (int j = 0; j < 100; j++)
        {
          ImpItem irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);

          imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, "One of many");
          imp_changes_set_text (changes, irritant, IMP_IRRITANT_PEOPLE, "10 measured");
        }
      store_fixture_commit (fixture, changes, NULL);
    }
  note (fixture);
  g_assert_cmpint (count (fixture), ==, 1000);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT max (rank) FROM standing"), ==, 1000);
}

static void
test_stays (StoreFixture *fixture, gconstpointer data)
{
  const ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  g_autoptr (GError) error = NULL;

  note (fixture);
  pass_days (fixture, 7);
  g_assert_true (imp_store_rebuild (fixture->store, &error));
  store_fixture_close (fixture);
  store_fixture_open (fixture);
  assert_past (fixture, irritant, "+0:1 +7:1 ");
  store_fixture_assert_sound (fixture);
}

static void
test_check (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint n_foreign;

  store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  note (fixture);
  g_assert_true (imp_store_check_deep (fixture->store, &n_foreign, problems, NULL, &error));
  g_assert_cmpuint (problems->len, ==, 0);
  store_fixture_exec (fixture, "INSERT INTO standing VALUES (999, 20000, 1)");
  g_assert_true (imp_store_check_deep (fixture->store, &n_foreign, problems, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (problems->pdata[0], "1 rank that was noted"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/standings/" path, StoreFixture, NULL, store_fixture_set_up, func,            \
              store_fixture_tear_down)
  ADD ("once-a-week", test_once_a_week);
  ADD ("only-what-is-known", test_only_known);
  ADD ("two-years", test_two_years);
  ADD ("gone", test_gone);
  ADD ("clock-was-ahead", test_clock_ahead);
  ADD ("first-thousand", test_first_thousand);
  ADD ("survives-a-rebuild", test_stays);
  ADD ("check", test_check);
#undef ADD
  return g_test_run ();
}
