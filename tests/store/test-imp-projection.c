/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The projections are a pure function of the journal: whatever was done, building them anew gives
 * the same, byte by byte. */
#include "config.h"

#include "random-actions.h"
#include "store-fixture.h"
#include "store/imp-store-private.h"

#define N_OPERATIONS 500

static void
assert_rebuild_is_equal (StoreFixture *fixture)
{
  g_autofree char *before = store_fixture_dump (fixture), *after = NULL;
  ImpMedians medians = *imp_store_get_medians (fixture->store);
  g_autoptr (GError) error = NULL;
  ImpSums stored;

  imp_sums_load (&stored, imp_store_get_connection (fixture->store), &error);
  g_assert_no_error (error);
  g_assert_cmpmem (&fixture->store->sums, sizeof stored, &stored, sizeof stored);
  imp_store_rebuild (fixture->store, &error);
  g_assert_no_error (error);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpmem (&medians, sizeof medians, imp_store_get_medians (fixture->store),
                   sizeof medians);
}

static void
test_rebuild_is_equal (StoreFixture *fixture, gconstpointer data)
{
  for (int i = 1; i <= N_OPERATIONS; i++)
    {
      random_action (fixture);
      if (i % 50 == 0)
        assert_rebuild_is_equal (fixture);
    }
  store_fixture_assert_sound (fixture);
  store_fixture_close (fixture);
  store_fixture_open (fixture);
  assert_rebuild_is_equal (fixture);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM journal"), >, N_OPERATIONS);
  g_test_message ("S5: %d random actions, %d times rebuilt, every dump equal", N_OPERATIONS,
                  N_OPERATIONS / 50 + 1);
}

/* A kind that a newer version brought along keeps its cells, and has no row here. */
static void
test_unknown_kinds_are_kept (StoreFixture *fixture, gconstpointer data)
{
  gint64 cells;

  store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  store_fixture_exec (fixture, "INSERT INTO item (id, kind) VALUES (randomblob (16), 63);"
                               "INSERT INTO cell (item, field, value, hlc, rep, rseq)"
                               " SELECT max (n), 0, 1, 5, 1, 1 FROM item");
  cells = store_fixture_query (fixture, "SELECT count(*) FROM cell");
  assert_rebuild_is_equal (fixture);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM cell"), ==, cells);
}

/* Of some only the effort is not known: their scores go by how we know the rest. */
static void
test_medians_of_the_effort (StoreFixture *fixture, gconstpointer data)
{
  ImpItem dear = store_fixture_record (fixture, "Scanner signs out", "90 several", NULL);
  ImpChanges *changes = imp_changes_new ();

  store_fixture_record (fixture, "Printer jams", "10 one", NULL);
  store_fixture_record (fixture, "Door sticks", NULL, NULL);
  imp_changes_set_text (changes, dear, IMP_IRRITANT_EFFORT, "400 guess");
  store_fixture_commit (fixture, changes, NULL);
  g_assert_cmpint (store_fixture_query (fixture,
                                        "SELECT count(DISTINCT round (1e6 * payback / impact))"
                                        " FROM irritant"),
                   ==, 1);
  assert_rebuild_is_equal (fixture);
}

/* What nobody knows is worth the median of what is known, and moves with it; the fix too. */
static void
test_medians_move_what_is_unsure (StoreFixture *fixture, gconstpointer data)
{
  ImpItem unsure = store_fixture_record (fixture, "Scanner signs out", NULL, NULL);
  gint64 before, after;

  store_fixture_add_fix (fixture, "New cradle", unsure, IMP_DATE_NONE);
  before = store_fixture_query (fixture, "SELECT hours FROM fix");
  store_fixture_record (fixture, "Printer jams", "400 measured", NULL);
  after = store_fixture_query (fixture, "SELECT hours FROM fix");
  g_assert_cmpint (after, >, before);
  g_assert_cmpint (after, ==, 800); /* 400 x 20 x 6 / 60 */
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(DISTINCT hours) FROM irritant"), ==,
                   1);
  assert_rebuild_is_equal (fixture);
}

/* Of what nobody was asked about nothing is reckoned, so no answer about others touches it. */
static void
test_medians_leave_the_unasked (StoreFixture *fixture, gconstpointer data)
{
  ImpItem unasked = store_fixture_record_unasked (fixture, "Ticket", STORE_FIXTURE_TODAY);

  store_fixture_add_fix (fixture, "New cradle", unasked, IMP_DATE_NONE);
  store_fixture_record (fixture, "Printer jams", "400 measured", NULL);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT hours FROM fix"), ==, 0);
  g_assert_cmpint (store_fixture_query (fixture,
                                        "SELECT count(*) FROM irritant WHERE hours IS NULL"
                                        " AND rice IS NULL AND impact < 0 AND payback = impact"),
                   ==, 1);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT n FROM state_sum WHERE state > 100"), ==,
                   1);
  assert_rebuild_is_equal (fixture);
}

static void
test_search_follows (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", NULL, NULL);
  ImpItem offering = store_fixture_add_named (fixture, IMP_KIND_OFFERING, "Presses");
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_item (changes, irritant, IMP_IRRITANT_OFFERING, offering);
  store_fixture_commit (fixture, changes, NULL);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant_text ('press*')"),
                   ==, 1);
  changes = imp_changes_new ();
  imp_changes_set_text (changes, offering, IMP_OFFERING_NAME, "Copiers");
  store_fixture_commit (fixture, changes, NULL);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant_text ('press*')"),
                   ==, 0);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant_text ('copiers')"),
                   ==, 1);
  store_fixture_delete (fixture, offering);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant_text ('copiers')"),
                   ==, 0);
  assert_rebuild_is_equal (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/projection/" path, StoreFixture, NULL, store_fixture_set_up, func,           \
              store_fixture_tear_down)
  ADD ("rebuild-is-equal", test_rebuild_is_equal);
  ADD ("unknown-kinds-are-kept", test_unknown_kinds_are_kept);
  ADD ("medians-move-what-is-unsure", test_medians_move_what_is_unsure);
  ADD ("medians-of-the-effort", test_medians_of_the_effort);
  ADD ("medians-leave-the-unasked", test_medians_leave_the_unasked);
  ADD ("search-follows", test_search_follows);
  return g_test_run ();
}
