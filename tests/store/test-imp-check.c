/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The look over the file finds every change that did not come through the store. */
#include "config.h"

#include "store-fixture.h"

static void
make_backlog (StoreFixture *fixture)
{
  ImpItem irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  ImpItem printers = store_fixture_add_named (fixture, IMP_KIND_OFFERING, "Printers");
  ImpChanges *changes = imp_changes_new ();

  store_fixture_add_named (fixture, IMP_KIND_OFFERING, "Scanners");
  imp_changes_set_item (changes, irritant, IMP_IRRITANT_OFFERING, printers);
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, "Printer hums");
  store_fixture_commit (fixture, changes, NULL);
  store_fixture_delete (fixture, irritant);
  store_fixture_assert_sound (fixture);
}

static const char *const tampering[] = {
  "UPDATE journal SET value = 'Printer sings' WHERE value = 'Printer hums'",
  "UPDATE journal SET value = NULL WHERE value = 'Printer hums'",
  "UPDATE journal SET salt = NULL WHERE value = 'Printer hums'",
  "UPDATE journal SET salt = x'00' WHERE value = 'Printer hums'",
  "UPDATE journal SET vhash = x'00' WHERE value = 'Printer hums'",
  "UPDATE journal SET actor = 'Somebody else' WHERE rseq = 1",
  "UPDATE journal SET hlc = hlc + 1 WHERE rseq = 3",
  "UPDATE journal SET base = NULL WHERE base IS NOT NULL AND field = 1",
  "UPDATE journal SET base = '7:1' WHERE base IS NOT NULL AND field = 1",
  "UPDATE journal SET item = item + 1 WHERE rseq = 2",
  "UPDATE journal SET txn = 2 WHERE rseq = 2",
  "UPDATE journal SET hash = NULL WHERE rseq = (SELECT max (rseq) FROM journal)",
  "DELETE FROM journal WHERE rseq = 2",
  "DELETE FROM journal WHERE rseq = (SELECT max (rseq) FROM journal)",
  "DELETE FROM journal",
  "UPDATE replica SET applied = applied - 1",
  "UPDATE replica SET head = zeroblob (32)",
  "UPDATE replica SET head = x''",
  "UPDATE item SET id = x'00' WHERE n = 1",
  "UPDATE item SET id = zeroblob (16) WHERE n = 1",
  "UPDATE item SET kind = 9999 WHERE n = 1",
  "UPDATE journal SET wire = -1 WHERE rseq = 1",
  "UPDATE journal SET entity = -1, field = 9223372036854775807 WHERE rseq = 1",
  "UPDATE cell SET value = 'Printer sings' WHERE value = 'Printer hums'",
  "UPDATE cell SET value = 4 WHERE item = 1 AND field = 3", /* the other offering */
  "UPDATE cell SET value = (SELECT value FROM journal WHERE value = 'Printer jams' LIMIT 1),"
  " rseq = 2, hlc = (SELECT hlc FROM journal WHERE rseq = 2) WHERE value = 'Printer hums'",
  "UPDATE cell SET hlc = hlc - 1 WHERE item = 1 AND field = 1",
  "DELETE FROM cell WHERE item = 1 AND field = 1",
  "INSERT INTO cell SELECT item, 60, value, hlc, rep, rseq, heads FROM cell WHERE field = 1 LIMIT "
  "1",
};

static void
test_tampering_is_found (StoreFixture *fixture, gconstpointer data)
{
  make_backlog (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (tampering); i++)
    {
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;

      store_fixture_exec (fixture, "SAVEPOINT s");
      store_fixture_exec (fixture, tampering[i]);
      imp_store_check (fixture->store, problems, NULL, &error);
      g_assert_no_error (error);
      if (problems->len == 0)
        g_error ("not found: %s", tampering[i]);
      store_fixture_exec (fixture, "ROLLBACK TO s; RELEASE s");
    }
  store_fixture_assert_sound (fixture);
}

/* Erasing takes value and salt; the chain covers only the hash of both. */
static void
test_erased_values_are_sound (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_add_named (fixture, IMP_KIND_PERSON, "Dana Whitfield");
  store_fixture_exec (fixture, "UPDATE journal SET value = NULL, salt = NULL WHERE field = 1;"
                               " UPDATE cell SET value = NULL WHERE field = 1");
  store_fixture_assert_sound (fixture);
}

static void
check_deep (StoreFixture *fixture, guint n_expected)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *before = store_fixture_dump (fixture), *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_foreign = 1;

  imp_store_check_deep (fixture->store, &n_foreign, problems, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, n_expected);
  g_assert_cmpuint (n_foreign, ==, 0);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* The journal is as it was, but what the screens read does not follow from it. */
static void
test_wrong_projection_is_found (StoreFixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = {
    "UPDATE irritant SET hours = hours + 0.001",
    "UPDATE irritant SET title = 'Printer sings'",
    "DELETE FROM offering WHERE n = (SELECT max (n) FROM offering)",
    "INSERT INTO site (n, name) VALUES (999, 'Nowhere')",
    "UPDATE tally SET n = n + 1",
    "UPDATE state_sum SET hours = hours + 1",
    "DELETE FROM irritant_text WHERE rowid = (SELECT max (n) FROM irritant)",
  };

  make_backlog (fixture);
  store_fixture_record (fixture, "Scanner signs out", "40 measured", NULL);
  check_deep (fixture, 0);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      store_fixture_exec (fixture, wrong[i]);
      g_test_message ("%s", wrong[i]);
      check_deep (fixture, 1);
      imp_store_rebuild (fixture->store, &error);
      g_assert_no_error (error);
      check_deep (fixture, 0);
    }
  store_fixture_record (fixture, "Goes on", NULL, NULL);
}

static void
test_is_cancelled (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 100; i++)
    store_fixture_record (fixture, "Printer jams", NULL, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_false (imp_store_check (fixture->store, problems, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  store_fixture_assert_sound (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/check/" path, StoreFixture, NULL, store_fixture_set_up, func,                \
              store_fixture_tear_down)
  ADD ("tampering-is-found", test_tampering_is_found);
  ADD ("erased-values-are-sound", test_erased_values_are_sound);
  ADD ("wrong-projection-is-found", test_wrong_projection_is_found);
  ADD ("is-cancelled", test_is_cancelled);
  return g_test_run ();
}
