/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The projections are a pure function of the journal: whatever was done, building them anew gives
 * the same, byte by byte. */
#include "config.h"

#include "store-fixture.h"
#include "store/imp-store-private.h"

#define N_OPERATIONS 500

static const char *const texts[] = { "Printer jams", "Zwölf Boxkämpfer", "Scanner signs out", "",
                                     "'; DROP TABLE item; --" };
static const char *const people[] = { "1 measured", "21-100 one", "500+ guess",
                                      "45 several", "",           "not an answer" };
static const char *const minutes[] = { "6 one", "90+ guess", "<1 measured", "" };

static guint
pick (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

#define PICK(array) (array)[pick (G_N_ELEMENTS (array))]

/* Any item of that kind, also a deleted one; 0 where there is none. */
static ImpItem
pick_item (StoreFixture *fixture, ImpKind kind)
{
  g_autofree char *count = g_strdup_printf ("SELECT count(*) FROM item WHERE kind = %d", kind);
  gint64 n = store_fixture_query (fixture, count);
  g_autofree char *select =
      g_strdup_printf ("SELECT n FROM item WHERE kind = %d ORDER BY n LIMIT 1 OFFSET %u", kind,
                       n > 0 ? pick ((guint) n) : 0);

  return n > 0 ? store_fixture_query (fixture, select) : 0;
}

static void
set_any_value (StoreFixture *fixture, ImpChanges *changes, ImpItem item, const ImpField *field)
{
  switch (field->type)
    {
    case IMP_FIELD_LINE:
    case IMP_FIELD_PROSE:
      imp_changes_set_text (changes, item, field->number, PICK (texts));
      break;
    case IMP_FIELD_ANSWER:
      imp_changes_set_text (changes, item, field->number,
                            g_str_equal (field->name, "minutes") ? PICK (minutes) : PICK (people));
      break;
    case IMP_FIELD_NUMBER:
      imp_changes_set_real (changes, item, field->number, g_test_rand_double_range (0, 100));
      break;
    case IMP_FIELD_ITEM:
      imp_changes_set_item (changes, item, field->number, pick_item (fixture, field->refers));
      break;
    case IMP_FIELD_CHOICE:
      imp_changes_set_integer (changes, item, field->number,
                               (gint64) pick (g_strv_length ((char **) field->nicks) + 1));
      break;
    case IMP_FIELD_FLAG:
      imp_changes_set_integer (changes, item, field->number, g_test_rand_bit ());
      break;
    case IMP_FIELD_DATE:
    case IMP_FIELD_INTEGER:
    default:
      imp_changes_set_date (changes, item, field->number,
                            STORE_FIXTURE_TODAY + g_test_rand_int_range (-200, 1));
    }
}

static ImpKind
pick_kind (void)
{
  return (ImpKind) g_test_rand_int_range (IMP_KIND_SITE, IMP_N_KINDS);
}

static void
change_anything (StoreFixture *fixture, ImpChanges *changes)
{
  ImpKind kind = pick_kind ();
  gboolean is_new = pick (3) == 0;
  ImpItem item = is_new ? imp_changes_add (changes, kind) : pick_item (fixture, kind);
  guint n_fields;
  const ImpField *fields = imp_kind_get_fields (kind, &n_fields);

  if (item == 0)
    return;
  if (!is_new && pick (8) == 0)
    imp_changes_delete (changes, item);
  for (guint i = is_new ? n_fields : pick (3); i > 0; i--)
    set_any_value (fixture, changes, item, &fields[pick (n_fields)]);
}

/* One user action: some changes, a link, or taking an earlier one back. */
static void
operate (StoreFixture *fixture)
{
  ImpItem fix = pick_item (fixture, IMP_KIND_FIX);
  ImpItem irritant = pick_item (fixture, IMP_KIND_IRRITANT);
  ImpChanges *changes = imp_changes_new ();

  fixture->now_ms += g_test_rand_int_range (-5000, 100000);
  if (fix != 0 && irritant != 0 && pick (5) == 0)
    imp_changes_add_removal (changes, fix, irritant);
  for (guint i = pick (4); i > 0; i--)
    change_anything (fixture, changes);
  store_fixture_commit (fixture, changes, NULL);
  if (pick (6) == 0 && fixture->store->rseq > 0)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT txn FROM journal WHERE rseq = %u",
                                              1 + pick ((guint) fixture->store->rseq));

      store_fixture_undo (fixture, store_fixture_query (fixture, sql), NULL);
    }
}

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
      operate (fixture);
      if (i % 50 == 0)
        assert_rebuild_is_equal (fixture);
    }
  store_fixture_assert_sound (fixture);
  store_fixture_close (fixture);
  store_fixture_open (fixture);
  assert_rebuild_is_equal (fixture);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM irritant"), >, 5);
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
  ADD ("search-follows", test_search_follows);
  return g_test_run ();
}
