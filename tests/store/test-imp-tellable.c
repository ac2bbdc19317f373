/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What an issue of "what we fixed" is drafted from. */
#include "config.h"

#include "store-fixture.h"
#include "store/imp-announcement-table.h"

#define FROM (imp_date_new (2026, 10, 1))
#define TO   (imp_date_new (2026, 10, 31))

static GPtrArray *
read_tellable (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries =
      imp_store_read_tellable (fixture->store, FROM, TO, IMP_TOLD_PUBLISHED, &error);

  g_assert_no_error (error);
  return entries;
}

static ImpItem
add_fix (StoreFixture *fixture, const char *title, const char *people, ImpDate delivered)
{
  return store_fixture_add_fix (fixture, title, store_fixture_record (fixture, title, people, NULL),
                                delivered);
}

static char *
join_titles (GPtrArray *entries)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "",
                            ((ImpEntry *) entries->pdata[i])->title);
  return g_string_free_and_steal (titles);
}

static void
assert_told (StoreFixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) entries = read_tellable (fixture);
  g_autofree char *titles = join_titles (entries);

  g_assert_cmpstr (titles, ==, expected);
}

static void
test_only_the_period (StoreFixture *fixture, gconstpointer data)
{
  ImpItem confirmed = add_fix (fixture, "Confirmed in it", "3 measured", FROM - 20);

  add_fix (fixture, "Day before", "90 measured", FROM - 1);
  add_fix (fixture, "First day", "50 measured", FROM);
  add_fix (fixture, "Last day", "70 measured", TO);
  add_fix (fixture, "Day after", "90 measured", TO + 1);
  add_fix (fixture, "Not delivered", "90 measured", IMP_DATE_NONE);
  store_fixture_confirm (fixture, confirmed, TO, IMP_VERDICT_GONE, NULL);
  assert_told (fixture, "Last day, First day, Confirmed in it"); /* dearest first */
}

static void
test_still_there_is_not_told (StoreFixture *fixture, gconstpointer data)
{
  ImpItem fix = add_fix (fixture, "New rollers", "10 measured", FROM);

  assert_told (fixture, "New rollers");
  store_fixture_confirm (fixture, fix, FROM + 3, IMP_VERDICT_STILL_THERE, NULL);
  assert_told (fixture, "");
}

static void
announce (StoreFixture *fixture, ImpItem fix, ImpSection section, ImpDate published)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem announcement = imp_changes_add (changes, IMP_KIND_ANNOUNCEMENT);
  ImpItem entry = imp_changes_add (changes, IMP_KIND_ENTRY);

  imp_changes_set_date (changes, announcement, IMP_ANNOUNCEMENT_PUBLISHED, published);
  imp_changes_set_item (changes, entry, IMP_ENTRY_ANNOUNCEMENT, announcement);
  imp_changes_set_item (changes, entry, IMP_ENTRY_FIX, fix);
  imp_changes_set_integer (changes, entry, IMP_ENTRY_SECTION, section);
  store_fixture_commit (fixture, changes, NULL);
}

static void
test_told_once (StoreFixture *fixture, gconstpointer data)
{
  ImpItem fix = add_fix (fixture, "New rollers", "10 measured", FROM);

  announce (fixture, fix, IMP_SECTION_BIG, IMP_DATE_NONE); /* a draft tells nobody */
  assert_told (fixture, "New rollers");
  announce (fixture, fix, IMP_SECTION_NEXT, TO); /* as coming: not yet as done */
  assert_told (fixture, "New rollers");
  announce (fixture, fix, IMP_SECTION_SMALL, TO);
  assert_told (fixture, "");
}

static int
count_told (StoreFixture *fixture, ImpTold told)
{
  g_autoptr (ImpAnnouncement) announcement = imp_announcement_new ();

  announcement->from = FROM;
  announcement->to = TO;
  g_assert_true (imp_store_count_told (fixture->store, announcement, told, NULL));
  return announcement->told_count;
}

static void
test_summed_up_is_told (StoreFixture *fixture, gconstpointer data)
{
  ImpItem fix = add_fix (fixture, "New rollers", "10 measured", FROM);

  g_assert_cmpint (count_told (fixture, IMP_TOLD_DRAFTED), ==, 0);
  announce (fixture, fix, IMP_SECTION_REST, TO);
  assert_told (fixture, "");
  g_assert_cmpint (count_told (fixture, IMP_TOLD_PUBLISHED), ==, 1);
}

static void
test_draft_tells_the_next_draft (StoreFixture *fixture, gconstpointer data)
{
  ImpItem fix = add_fix (fixture, "New rollers", "10 measured", FROM);
  g_autoptr (GPtrArray) left = NULL;

  announce (fixture, fix, IMP_SECTION_BIG, IMP_DATE_NONE);
  left = imp_store_read_tellable (fixture->store, FROM, TO, IMP_TOLD_DRAFTED, NULL);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_cmpint (count_told (fixture, IMP_TOLD_DRAFTED), ==, 1);
  g_assert_cmpint (count_told (fixture, IMP_TOLD_PUBLISHED), ==, 0);
}

static void
test_unconfirmed_is_marked (StoreFixture *fixture, gconstpointer data)
{
  ImpItem asked = add_fix (fixture, "Asked", "10 measured", FROM);
  g_autoptr (GPtrArray) entries = NULL;
  const ImpEntry *first, *second;

  add_fix (fixture, "Not asked", "90 measured", FROM);
  store_fixture_confirm (fixture, asked, FROM + 1, IMP_VERDICT_GONE, NULL);
  entries = read_tellable (fixture);
  first = entries->pdata[0];
  second = entries->pdata[1];
  g_assert_cmpstr (first->title, ==, "Not asked");
  g_assert_true (first->unconfirmed);
  g_assert_cmpint (first->hours_source, ==, IMP_HOURS_ESTIMATED);
  g_assert_cmpfloat (first->hours, <, 180); /* shrunk: the top of a ranking disappoints */
  g_assert_cmpfloat (first->hours, >, 20);
  g_assert_false (second->unconfirmed);
  g_assert_cmpint (second->hours_source, ==, IMP_HOURS_ASKED_AGAIN);
  g_assert_cmpfloat (second->hours, ==, 20);
}

static ImpItem
record_at (StoreFixture *fixture, const char *title, const ImpItem *sites, guint n_sites)
{
  ImpItem irritant = store_fixture_record (fixture, title, "10 measured", NULL);

  for (guint i = 0; i < n_sites; i++)
    store_fixture_add_report (fixture, irritant, sites[i], FROM - 5);
  store_fixture_add_fix (fixture, title, irritant, FROM);
  return irritant;
}

static void
test_places (StoreFixture *fixture, gconstpointer data)
{
  const ImpItem sites[] = { store_fixture_add_named (fixture, IMP_KIND_SITE, "Porto"),
                            store_fixture_add_named (fixture, IMP_KIND_SITE, "Lyon"),
                            store_fixture_add_named (fixture, IMP_KIND_SITE, "Closed") };
  g_autoptr (GPtrArray) entries = NULL;

  record_at (fixture, "a", sites, 2);
  entries = read_tellable (fixture);
  g_assert_cmpstr (((ImpEntry *) entries->pdata[0])->place, ==, "Lyon, Porto");
  store_fixture_delete (fixture, sites[2]);
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = read_tellable (fixture);
  g_assert_null (((ImpEntry *) entries->pdata[0])->place); /* everywhere */
}

/* One of two sites, and one that is closed: that is not everywhere. */
static void
test_closed_site_is_no_place (StoreFixture *fixture, gconstpointer data)
{
  const ImpItem sites[] = { store_fixture_add_named (fixture, IMP_KIND_SITE, "Porto"),
                            store_fixture_add_named (fixture, IMP_KIND_SITE, "Closed") };
  g_autoptr (GPtrArray) entries = NULL;

  store_fixture_add_named (fixture, IMP_KIND_SITE, "Lyon");
  record_at (fixture, "a", sites, 2);
  store_fixture_delete (fixture, sites[1]);
  entries = read_tellable (fixture);
  g_assert_cmpstr (((ImpEntry *) entries->pdata[0])->place, ==, "Porto");
}

static void
add_promise (StoreFixture *fixture, const char *what, ImpDate first, ImpDate due, ImpDate kept)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem promise = imp_changes_add (changes, IMP_KIND_PROMISE);

  imp_changes_set_text (changes, promise, IMP_PROMISE_WHAT, what);
  imp_changes_set_date (changes, promise, IMP_PROMISE_FIRST, first);
  imp_changes_set_date (changes, promise, IMP_PROMISE_DUE, due);
  imp_changes_set_date (changes, promise, IMP_PROMISE_KEPT, kept);
  store_fixture_commit (fixture, changes, NULL);
}

static void
test_coming (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *titles = NULL;

  add_promise (fixture, "Later", TO + 9, TO + 9, IMP_DATE_NONE);
  add_promise (fixture, "Sooner", TO - 9, TO + 3, IMP_DATE_NONE); /* moved out of the period */
  add_promise (fixture, "Done", TO + 5, TO + 5, TO);
  add_promise (fixture, "Late", TO, TO, IMP_DATE_NONE);
  add_promise (fixture, "Beyond the limit", TO + 90, TO + 90, IMP_DATE_NONE);
  entries = imp_store_read_coming (fixture->store, TO + 1, 2, &error);
  g_assert_no_error (error);
  titles = join_titles (entries);
  g_assert_cmpstr (titles, ==, "Sooner, Later");
  g_assert_cmpint (((ImpEntry *) entries->pdata[0])->section, ==, IMP_SECTION_NEXT);
  g_assert_cmpint (((ImpEntry *) entries->pdata[0])->date, ==, TO + 3);
}

static void
test_promises_by_their_first_date (StoreFixture *fixture, gconstpointer data)
{
  g_auto (ImpPromiseSum) sum = { 0 };
  const ImpMissed *missed;
  g_autoptr (GError) error = NULL;

  add_promise (fixture, "Kept", FROM, FROM, FROM);
  add_promise (fixture, "Kept early", TO, TO, FROM - 30);
  add_promise (fixture, "Moved and kept", FROM + 9, TO + 9, TO + 9);
  add_promise (fixture, "Open", FROM + 20, FROM + 20, IMP_DATE_NONE);
  add_promise (fixture, "Other month", FROM - 1, FROM - 1, IMP_DATE_NONE);
  imp_store_sum_promises (fixture->store, FROM, TO, &sum, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sum.due, ==, 4);
  g_assert_cmpint (sum.kept, ==, 2);
  missed = sum.missed->pdata[0];
  g_assert_cmpuint (sum.missed->len, ==, (guint) (sum.due - sum.kept));
  g_assert_cmpstr (missed->what, ==, "Moved and kept"); /* the first one missed */
  g_assert_cmpint (missed->first, ==, FROM + 9);
  g_assert_cmpint (missed->due, ==, TO + 9);
  g_assert_cmpint (missed->kept, ==, TO + 9);
}

static ImpItem
decline (StoreFixture *fixture, const char *title, const char *reason, ImpDate day)
{
  ImpItem irritant = store_fixture_record (fixture, title, "10 measured", NULL);
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_date (changes, irritant, IMP_IRRITANT_DECLINED, day);
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_DECLINED_REASON, reason);
  store_fixture_commit (fixture, changes, NULL);
  return irritant;
}

static void
test_refusals (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *titles = NULL;
  ImpItem taken_up;

  decline (fixture, "A second screen", "It costs more than it gives back.", FROM);
  decline (fixture, "Ends with a dot.", "Too dear.", TO);
  decline (fixture, "Without a reason", NULL, TO);
  decline (fixture, "Other month", "Too dear.", TO + 1);
  taken_up = decline (fixture, "Taken up after all", "Too dear.", TO);
  store_fixture_add_fix (fixture, "Taken up after all", taken_up, IMP_DATE_NONE);
  entries = imp_store_read_refusals (fixture->store, FROM, TO, 10, &error);
  g_assert_no_error (error);
  titles = join_titles (entries);
  g_assert_cmpstr (titles, ==,
                   "A second screen. It costs more than it gives back., "
                   "Ends with a dot. Too dear., Without a reason");
  g_assert_cmpint (((ImpEntry *) entries->pdata[0])->section, ==, IMP_SECTION_NOT_NOW);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/tellable/" path, StoreFixture, NULL, store_fixture_set_up, func,             \
              store_fixture_tear_down)
  ADD ("only-the-period", test_only_the_period);
  ADD ("still-there-is-not-told", test_still_there_is_not_told);
  ADD ("told-once", test_told_once);
  ADD ("summed-up-is-told", test_summed_up_is_told);
  ADD ("draft-tells-the-next-draft", test_draft_tells_the_next_draft);
  ADD ("unconfirmed-is-marked", test_unconfirmed_is_marked);
  ADD ("places", test_places);
  ADD ("closed-site-is-no-place", test_closed_site_is_no_place);
  ADD ("coming", test_coming);
  ADD ("promises-by-their-first-date", test_promises_by_their_first_date);
  ADD ("refusals", test_refusals);
  return g_test_run ();
}
