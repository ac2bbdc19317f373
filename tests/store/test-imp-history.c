/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who changed what, what was deleted, what stands side by side. */
#include "config.h"

#include "base/imp-error.h"
#include "store-fixture.h"
#include "store/imp-history-table.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)

static GPtrArray *
read_edits (StoreFixture *fixture, ImpItem item, guint n_passed, guint n_most)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *edits = imp_edits_read (fixture->store, item, n_passed, n_most, &error);

  g_assert_no_error (error);
  return edits;
}

static const ImpEditedField *
find_field (const ImpEdit *edit, ImpKind kind, guint8 field)
{
  for (guint i = 0; i < edit->fields->len; i++)
    {
      const ImpEditedField *edited = edit->fields->pdata[i];

      if (edited->kind == kind && edited->field == field)
        return edited;
    }
  return NULL;
}

static void
set_text (StoreFixture *fixture, ImpItem item, guint8 field, const char *text)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, item, field, text);
  store_fixture_commit (fixture, changes, NULL);
}

static void
test_edits_are_told_by_action (StoreFixture *fixture, gconstpointer data)
{
  ImpItem scanner = store_fixture_record (fixture, "Scanner", "40 measured", NULL);
  ImpItem other = store_fixture_record (fixture, "Printer", NULL, NULL);
  ImpItem presses = store_fixture_add_named (fixture, IMP_KIND_OFFERING, "Presses");
  ImpChanges *changes = imp_changes_new ();
  g_autoptr (GPtrArray) edits = NULL, newest = NULL;
  const ImpEditedField *title, *offering;

  fixture->now_ms += DAY_MS;
  imp_changes_set_text (changes, scanner, IMP_IRRITANT_TITLE, "Scanner signs out");
  imp_changes_set_item (changes, scanner, IMP_IRRITANT_OFFERING, presses);
  store_fixture_commit (fixture, changes, NULL);
  set_text (fixture, other, IMP_IRRITANT_TITLE, "Printer jams");
  store_fixture_add_report (fixture, scanner, 0, STORE_FIXTURE_TODAY);

  edits = read_edits (fixture, scanner, 0, 10);
  g_assert_cmpuint (edits->len, ==, 3); /* recorded, edited, reported; not the printer's */
  g_assert_nonnull (find_field (edits->pdata[0], IMP_KIND_REPORT, IMP_REPORT_DATE));
  title = find_field (edits->pdata[1], IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE);
  g_assert_cmpstr (title->before.text, ==, "Scanner");
  g_assert_cmpstr (title->after.text, ==, "Scanner signs out");
  offering = find_field (edits->pdata[1], IMP_KIND_IRRITANT, IMP_IRRITANT_OFFERING);
  g_assert_cmpint (offering->before.type, ==, IMP_VALUE_NONE);
  g_assert_null (offering->before_name);
  g_assert_cmpstr (offering->after_name, ==, "Presses");
  g_assert_cmpint (((ImpEdit *) edits->pdata[1])->time_ms, ==, fixture->now_ms);
  g_assert_cmpstr (((ImpEdit *) edits->pdata[1])->actor, ==, "Inès Caron");
  newest = read_edits (fixture, scanner, 0, 2);
  g_assert_cmpuint (newest->len, ==, 2);
}

/* Merging writes to the one that is merged; both histories tell of it, and name the other. */
static void
test_merging_is_told_of_both (StoreFixture *fixture, gconstpointer data)
{
  ImpItem scanner = store_fixture_record (fixture, "Scanner", NULL, NULL);
  ImpItem printer = store_fixture_record (fixture, "Printer", NULL, NULL);
  ImpChanges *changes = imp_changes_new ();
  g_autoptr (GPtrArray) of_scanner = NULL, of_printer = NULL, apart = NULL;
  const ImpEditedField *merged;

  imp_changes_set_item (changes, printer, IMP_IRRITANT_MERGED_INTO, scanner);
  store_fixture_commit (fixture, changes, NULL);
  of_scanner = read_edits (fixture, scanner, 0, 10);
  g_assert_cmpuint (of_scanner->len, ==, 2); /* not what else the printer's is */
  merged = find_field (of_scanner->pdata[0], IMP_KIND_IRRITANT, IMP_IRRITANT_MERGED_INTO);
  g_assert_cmpstr (merged->name, ==, "Printer");
  of_printer = read_edits (fixture, printer, 0, 10);
  merged = find_field (of_printer->pdata[0], IMP_KIND_IRRITANT, IMP_IRRITANT_MERGED_INTO);
  g_assert_null (merged->name);
  g_assert_cmpstr (merged->after_name, ==, "Scanner");

  changes = imp_changes_new ();
  imp_changes_unset (changes, printer, IMP_IRRITANT_MERGED_INTO);
  store_fixture_commit (fixture, changes, NULL);
  apart = read_edits (fixture, printer, 0, 10);
  merged = find_field (apart->pdata[0], IMP_KIND_IRRITANT, IMP_IRRITANT_MERGED_INTO);
  g_assert_cmpstr (merged->before_name, ==, "Scanner");
}

static void
merge (StoreFixture *fixture, ImpItem irritant, ImpItem into)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_item (changes, irritant, IMP_IRRITANT_MERGED_INTO, into);
  store_fixture_commit (fixture, changes, NULL);
}

/* Taken apart, both tell that they were together, and of nothing else of the other one. */
static void
test_taking_apart_is_told_of_both (StoreFixture *fixture, gconstpointer data)
{
  ImpItem scanner = store_fixture_record (fixture, "Scanner", NULL, NULL);
  ImpItem printer = store_fixture_record (fixture, "Printer", NULL, NULL);
  ImpItem copier = store_fixture_record (fixture, "Copier", NULL, NULL);
  ImpChanges *changes = imp_changes_new ();
  g_autoptr (GPtrArray) later = NULL;

  merge (fixture, printer, scanner);
  imp_changes_unset (changes, printer, IMP_IRRITANT_MERGED_INTO);
  store_fixture_commit (fixture, changes, NULL);
  set_text (fixture, printer, IMP_IRRITANT_TITLE, "Printer jams");
  for (guint i = 0; i < 2; i++)
    {
      ImpItem item = i == 0 ? scanner : printer;
      g_autoptr (GPtrArray) edits = read_edits (fixture, item, 0, 10);
      guint at = i == 0 ? 0 : 1; /* the title is the printer's alone */
      const ImpEditedField *apart, *merged;

      g_assert_cmpuint (edits->len, ==, 3 + at);
      apart = find_field (edits->pdata[at], IMP_KIND_IRRITANT, IMP_IRRITANT_MERGED_INTO);
      merged = find_field (edits->pdata[at + 1], IMP_KIND_IRRITANT, IMP_IRRITANT_MERGED_INTO);
      g_assert_cmpint (apart->after.type, ==, IMP_VALUE_NONE);
      g_assert_cmpstr (apart->before_name, ==, "Scanner");
      g_assert_cmpstr (merged->after_name, ==, "Scanner");
      g_assert_cmpstr (apart->name, ==, i == 0 ? "Printer jams" : NULL);
      g_assert_cmpstr (merged->name, ==, apart->name);
    }
  merge (fixture, printer, copier); /* which is none of the scanner's business */
  later = read_edits (fixture, scanner, 0, 10);
  g_assert_cmpuint (later->len, ==, 3);
}

/* What goes on into another one, or goes for good, was here. */
static void
test_leaving_is_told (StoreFixture *fixture, gconstpointer data)
{
  ImpItem scanner = store_fixture_record (fixture, "Scanner", NULL, NULL);
  ImpItem printer = store_fixture_record (fixture, "Printer", NULL, NULL);
  ImpItem copier = store_fixture_record (fixture, "Copier", NULL, NULL);
  g_autoptr (GPtrArray) of_scanner = NULL, of_copier = NULL;
  const ImpEditedField *left, *came;

  merge (fixture, printer, scanner);
  merge (fixture, printer, copier);
  store_fixture_delete (fixture, printer);
  of_scanner = read_edits (fixture, scanner, 0, 10);
  of_copier = read_edits (fixture, copier, 0, 10);
  g_assert_cmpuint (of_scanner->len, ==, 3);
  g_assert_cmpuint (of_copier->len, ==, 2);
  left = find_field (of_scanner->pdata[0], IMP_KIND_IRRITANT, IMP_IRRITANT_MERGED_INTO);
  came = find_field (of_copier->pdata[0], IMP_KIND_IRRITANT, IMP_IRRITANT_MERGED_INTO);
  g_assert_cmpint (left->after.type, ==, IMP_VALUE_NONE);
  g_assert_cmpstr (left->name, ==, "Printer");
  g_assert_cmpstr (came->after_name, ==, "Copier");
}

static const char *
get_title (GPtrArray *edits, guint i)
{
  return find_field (edits->pdata[i], IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE)->after.text;
}

static void
test_edits_go_on (StoreFixture *fixture, gconstpointer data)
{
  ImpItem scanner = store_fixture_record (fixture, "First", NULL, NULL);
  g_autoptr (GPtrArray) middle = NULL, last = NULL, none = NULL;

  set_text (fixture, scanner, IMP_IRRITANT_TITLE, "Second");
  set_text (fixture, scanner, IMP_IRRITANT_TITLE, "Third");
  set_text (fixture, scanner, IMP_IRRITANT_TITLE, "Fourth");
  middle = read_edits (fixture, scanner, 1, 2);
  g_assert_cmpuint (middle->len, ==, 2);
  g_assert_cmpstr (get_title (middle, 0), ==, "Third");
  g_assert_cmpstr (get_title (middle, 1), ==, "Second");
  last = read_edits (fixture, scanner, 3, 2);
  g_assert_cmpuint (last->len, ==, 1);
  g_assert_cmpstr (get_title (last, 0), ==, "First");
  none = read_edits (fixture, scanner, 9, 2);
  g_assert_cmpuint (none->len, ==, 0);
}

static GPtrArray *
read_bin (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *bin =
      imp_bin_read (fixture->store, fixture->now_ms - 90 * DAY_MS, NULL, 0, 100, &error);

  g_assert_no_error (error);
  return bin;
}

static void
test_bin_brings_back (StoreFixture *fixture, gconstpointer data)
{
  ImpItem scanner = store_fixture_record (fixture, "Scanner signs out", "40 measured", NULL);
  g_autofree char *before = store_fixture_dump (fixture), *after = NULL;
  g_autoptr (GPtrArray) bin = NULL, empty = NULL;
  g_autoptr (GError) error = NULL;
  const ImpBinned *binned;
  ImpChanges *changes;

  store_fixture_delete (fixture, scanner);
  bin = read_bin (fixture);
  g_assert_cmpuint (bin->len, ==, 1);
  binned = bin->pdata[0];
  g_assert_cmpstr (binned->name, ==, "Scanner signs out");
  g_assert_cmpint (binned->kind, ==, IMP_KIND_IRRITANT);
  g_assert_cmpint (binned->deleted_ms, ==, fixture->now_ms);
  changes = imp_bin_invert (fixture->store, binned->item, &error);
  g_assert_no_error (error);
  store_fixture_commit (fixture, changes, NULL);
  after = store_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  empty = read_bin (fixture);
  g_assert_cmpuint (empty->len, ==, 0);
  g_assert_null (imp_bin_invert (fixture->store, scanner, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
}

static void
test_bin_is_read_in_parts (StoreFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "First", "Second", "Third" };
  g_autoptr (GPtrArray) middle = NULL, none = NULL, found = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    store_fixture_delete (fixture, store_fixture_record (fixture, names[i], NULL, NULL));
  middle = imp_bin_read (fixture->store, 0, NULL, 1, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (middle->len, ==, 1);
  g_assert_cmpstr (((ImpBinned *) middle->pdata[0])->name, ==, "Second");
  none = imp_bin_read (fixture->store, 0, NULL, 4, 1, &error);
  g_assert_cmpuint (none->len, ==, 0);
  found = imp_bin_read (fixture->store, 0, "ir", 1, 2, &error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((ImpBinned *) found->pdata[0])->name, ==, "First");
}

static void
test_bin_forgets_after_90_days (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) bin = NULL;

  store_fixture_delete (fixture, store_fixture_record (fixture, "Old", NULL, NULL));
  fixture->now_ms += 89 * DAY_MS;
  store_fixture_delete (fixture, store_fixture_record (fixture, "New", NULL, NULL));
  fixture->now_ms += 2 * DAY_MS;
  bin = read_bin (fixture);
  g_assert_cmpuint (bin->len, ==, 1);
  g_assert_cmpstr (((ImpBinned *) bin->pdata[0])->name, ==, "New");
}

static void
test_contests_show_every_version (StoreFixture *fixture, gconstpointer data)
{
  ImpItem scanner = store_fixture_record (fixture, "Scanner", NULL, NULL);
  g_autoptr (GPtrArray) contests = NULL, passed = NULL, settled = NULL;
  g_autoptr (GError) error = NULL;
  const ImpContest *contest;
  const ImpVersion *lost;
  ImpChanges *changes = imp_changes_new ();
  StoreFixture other;

  store_fixture_set_up (&other, NULL);
  store_fixture_pass_on (fixture, &other, G_MAXUINT);
  set_text (fixture, scanner, IMP_IRRITANT_DESCRIPTION, "It forgets me");
  set_text (fixture, scanner, IMP_IRRITANT_TITLE, "Scanner signs out");
  other.now_ms += 1000;
  set_text (&other, store_fixture_query (&other, "SELECT n FROM irritant"),
            IMP_IRRITANT_DESCRIPTION, "It wants my password");
  set_text (&other, store_fixture_query (&other, "SELECT n FROM irritant"), IMP_IRRITANT_TITLE,
            "Scanner signs out"); /* they agree in this */
  store_fixture_pass_on (&other, fixture, G_MAXUINT);
  contests = imp_contests_read (fixture->store, 0, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (contests->len, ==, 1);
  contest = contests->pdata[0];
  lost = contest->versions->pdata[1];
  g_assert_cmpstr (contest->name, ==, "Scanner signs out");
  g_assert_cmpint (contest->field, ==, IMP_IRRITANT_DESCRIPTION);
  g_assert_cmpuint (contest->versions->len, ==, 2);
  g_assert_cmpstr (lost->value.text, ==, "It forgets me");
  passed = imp_contests_read (fixture->store, 1, 100, &error);
  g_assert_cmpuint (passed->len, ==, 0);
  imp_changes_set_value (changes, scanner, contest->field, &lost->value);
  store_fixture_commit (fixture, changes, NULL);
  settled = imp_contests_read (fixture->store, 0, 100, &error);
  g_assert_cmpuint (settled->len, ==, 0);
  store_fixture_tear_down (&other, NULL);
}

static void
set_texts (StoreFixture *fixture, const char *title, const char *description)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem scanner = store_fixture_query (fixture, "SELECT n FROM irritant");

  imp_changes_set_text (changes, scanner, IMP_IRRITANT_TITLE, title);
  imp_changes_set_text (changes, scanner, IMP_IRRITANT_DESCRIPTION, description);
  store_fixture_commit (fixture, changes, NULL);
}

/* Two who write at the same moment give the same stamps: each of their actions stays whole, on
 * whichever page of the history it stands. */
static void
test_equal_stamps_keep_actions_whole (StoreFixture *fixture, gconstpointer data)
{
  ImpItem scanner = store_fixture_record (fixture, "Scanner", NULL, NULL);
  StoreFixture other;

  store_fixture_set_up (&other, NULL);
  store_fixture_pass_on (fixture, &other, G_MAXUINT);
  set_texts (fixture, "Scanner signs out", "It forgets me");
  set_texts (&other, "Scanner is slow", "It wants my password");
  store_fixture_pass_on (&other, fixture, G_MAXUINT);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM journal a JOIN journal b"
                                                 " ON a.hlc = b.hlc AND a.rep < b.rep"),
                   ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) edits = read_edits (fixture, scanner, i, 1);
      const ImpEdit *edit;

      g_assert_cmpuint (edits->len, ==, 1);
      edit = edits->pdata[0];
      g_assert_cmpuint (edit->fields->len, ==, 2);
      g_assert_nonnull (find_field (edit, IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE));
      g_assert_nonnull (find_field (edit, IMP_KIND_IRRITANT, IMP_IRRITANT_DESCRIPTION));
    }
  store_fixture_tear_down (&other, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/history/" path, StoreFixture, NULL, store_fixture_set_up, func,              \
              store_fixture_tear_down)
  ADD ("edits-are-told-by-action", test_edits_are_told_by_action);
  ADD ("merging-is-told-of-both", test_merging_is_told_of_both);
  ADD ("taking-apart-is-told-of-both", test_taking_apart_is_told_of_both);
  ADD ("leaving-is-told", test_leaving_is_told);
  ADD ("edits-go-on", test_edits_go_on);
  ADD ("equal-stamps-keep-actions-whole", test_equal_stamps_keep_actions_whole);
  ADD ("bin-brings-back", test_bin_brings_back);
  ADD ("bin-is-read-in-parts", test_bin_is_read_in_parts);
  ADD ("bin-forgets-after-90-days", test_bin_forgets_after_90_days);
  ADD ("contests-show-every-version", test_contests_show_every_version);
  return g_test_run ();
}
