/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Announcements with their entries, and the organisation that speaks. */
#include "config.h"

#include "base/imp-error.h"
#include "store-fixture.h"
#include "store/imp-announcement-table.h"

static ImpItem
add_announcement (StoreFixture *fixture, const char *title, int number, ImpDate published)
{
  g_auto (ImpCommit) commit = { 0 };
  ImpChanges *changes = imp_changes_new ();
  ImpItem announcement = imp_changes_add (changes, IMP_KIND_ANNOUNCEMENT);

  imp_changes_set_text (changes, announcement, IMP_ANNOUNCEMENT_TITLE, title);
  imp_changes_set_integer (changes, announcement, IMP_ANNOUNCEMENT_NUMBER, number);
  imp_changes_set_date (changes, announcement, IMP_ANNOUNCEMENT_PUBLISHED, published);
  store_fixture_commit (fixture, changes, &commit);
  return g_array_index (commit.items, ImpItem, 0);
}

static void
add_entry (StoreFixture *fixture,
           ImpItem announcement,
           ImpSection section,
           double position,
           const char *title,
           double hours)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem entry = imp_changes_add (changes, IMP_KIND_ENTRY);

  imp_changes_set_item (changes, entry, IMP_ENTRY_ANNOUNCEMENT, announcement);
  imp_changes_set_integer (changes, entry, IMP_ENTRY_SECTION, section);
  imp_changes_set_real (changes, entry, IMP_ENTRY_POSITION, position);
  imp_changes_set_text (changes, entry, IMP_ENTRY_TITLE, title);
  imp_changes_set_real (changes, entry, IMP_ENTRY_HOURS, hours);
  store_fixture_commit (fixture, changes, NULL);
}

static void
test_drafts_before_newest (StoreFixture *fixture, gconstpointer data)
{
  static const char *const expected[] = { "Newer draft", "Draft", "October", "September" };
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  add_announcement (fixture, "October", 2, STORE_FIXTURE_TODAY - 20);
  add_announcement (fixture, "September", 1, STORE_FIXTURE_TODAY - 50);
  add_announcement (fixture, "Draft", 0, IMP_DATE_NONE);
  add_announcement (fixture, "Newer draft", 0, IMP_DATE_NONE);
  all = imp_store_read_announcements (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < all->len; i++)
    g_assert_cmpstr (((ImpAnnouncement *) all->pdata[i])->title, ==, expected[i]);
}

/* By section, then as the editor ordered them; the hours are of what was fixed, and of the rest. */
static void
test_entries_in_order (StoreFixture *fixture, gconstpointer data)
{
  static const char *const expected[] = { "First", "Second", "Small", "Next", "Not now" };
  ImpItem announcement = add_announcement (fixture, "November", 0, IMP_DATE_NONE);
  ImpChanges *changes = imp_changes_new ();
  g_autoptr (ImpAnnouncement) read = NULL;
  g_autoptr (GError) error = NULL;

  add_entry (fixture, announcement, IMP_SECTION_NOT_NOW, 1, "Not now", 1000);
  add_entry (fixture, announcement, IMP_SECTION_NEXT, 1, "Next", 1000);
  add_entry (fixture, announcement, IMP_SECTION_SMALL, 0.5, "Small", 4);
  add_entry (fixture, announcement, IMP_SECTION_BIG, 2, "Second", 30);
  add_entry (fixture, announcement, IMP_SECTION_REST, 1, "Summed up", 2);
  add_entry (fixture, announcement, IMP_SECTION_BIG, 1.5, "First", 10);
  add_entry (fixture, add_announcement (fixture, "Other", 0, IMP_DATE_NONE), IMP_SECTION_BIG, 1,
             "Of another one", 1);
  imp_changes_set_integer (changes, announcement, IMP_ANNOUNCEMENT_REST_COUNT, 3);
  imp_changes_set_real (changes, announcement, IMP_ANNOUNCEMENT_REST_HOURS, 6);
  store_fixture_commit (fixture, changes, NULL);
  read = imp_store_read_announcement (fixture->store, announcement, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->entries->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < read->entries->len; i++)
    g_assert_cmpstr (((ImpEntry *) read->entries->pdata[i])->title, ==, expected[i]);
  g_assert_cmpfloat (read->hours, ==, 10 + 30 + 4 + 2 + 6);
  g_assert_cmpint (read->rest_count, ==, 3 + 1);
  g_assert_cmpfloat (read->rest_hours, ==, 6 + 2);
  g_assert_cmpuint (read->rest->len, ==, 1);
}

static void
test_of_what_is_gone (StoreFixture *fixture, gconstpointer data)
{
  ImpItem announcement = add_announcement (fixture, "November", 0, IMP_DATE_NONE);
  g_autoptr (GError) error = NULL;

  store_fixture_delete (fixture, announcement);
  g_assert_null (imp_store_read_announcement (fixture->store, announcement, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
}

/* A draft may have been given a number before: only what is published counts. */
static void
test_last_number (StoreFixture *fixture, gconstpointer data)
{
  int number = -1;

  g_assert_true (imp_store_read_last_number (fixture->store, &number, NULL));
  g_assert_cmpint (number, ==, 0);
  add_announcement (fixture, "September", 4, STORE_FIXTURE_TODAY - 50);
  add_announcement (fixture, "Draft", 9, IMP_DATE_NONE);
  g_assert_true (imp_store_read_last_number (fixture->store, &number, NULL));
  g_assert_cmpint (number, ==, 4);
}

static void
test_organisation (StoreFixture *fixture, gconstpointer data)
{
  g_auto (ImpOrganisation) none = { 0 }, organisation = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (imp_store_read_organisation (fixture->store, &none, &error));
  g_assert_null (none.name);
  store_fixture_add_named (fixture, IMP_KIND_ORGANISATION, "Harbour & Sons");
  g_assert_true (imp_store_read_organisation (fixture->store, &organisation, &error));
  g_assert_cmpstr (organisation.name, ==, "Harbour & Sons");
  g_assert_null (organisation.contact_email);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/announcement-table/" path, StoreFixture, NULL, store_fixture_set_up, func,   \
              store_fixture_tear_down)
  ADD ("drafts-before-newest", test_drafts_before_newest);
  ADD ("entries-in-order", test_entries_in_order);
  ADD ("of-what-is-gone", test_of_what_is_gone);
  ADD ("last-number", test_last_number);
  ADD ("organisation", test_organisation);
  return g_test_run ();
}
