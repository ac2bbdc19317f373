/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Tests of finding what is known already. */
#include "config.h"

#include "store-fixture.h"
#include "store/imp-similar-table.h"

static GPtrArray *
find (StoreFixture *fixture, const char *words, const char *site, const char *offering)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = imp_store_find_similar (fixture->store, words, site, offering,
                                             IMP_SIMILAR_MOST, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static const ImpSimilar *
get (GPtrArray *found, guint i)
{
  g_assert_cmpuint (i, <, found->len);
  return found->pdata[i];
}

/* So that words have different weights. */
static void
fill (StoreFixture *fixture)
{
  static const char *const titles[] = {
    "Label printer stops after every tenth label", "Badge reader works on the third try",
    "Order screen jumps to the first line",        "Laptop takes twelve minutes to start",
    "Meeting room screen does not find my laptop", "Invoice approval waits for weeks",
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    store_fixture_record (fixture, titles[i], "20 one", NULL);
}

static void
set_words (StoreFixture *fixture, ImpItem report, const char *words)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, report, IMP_REPORT_WORDS, words);
  store_fixture_commit (fixture, changes, NULL);
}

static void
test_title (StoreFixture *fixture, gconstpointer data)
{
  ImpItem scanner;
  g_autoptr (GPtrArray) found = NULL, nothing = NULL, blank = NULL;

  fill (fixture);
  scanner = store_fixture_record (fixture, "Handheld scanner signs out at every battery change",
                                  "20 one", NULL);
  found = find (fixture, "The scanners log me out when I swap batteries", NULL, NULL);
  g_assert_cmpint (get (found, 0)->item, ==, scanner);
  g_assert_cmpstr (get (found, 0)->title, ==, "Handheld scanner signs out at every battery change");
  g_assert_cmpuint (get (found, 0)->n_voices, ==, 1);
  g_assert_cmpint (get (found, 0)->state, ==, IMP_STATE_OPEN);
  g_assert_cmpfloat (get (found, 0)->hours, >, 0);
  g_assert_false (imp_similar_is_fixed (get (found, 0)));
  nothing = find (fixture, "Ventilation hums", NULL, NULL);
  g_assert_cmpuint (nothing->len, ==, 0);
  blank = find (fixture, " …", NULL, NULL);
  g_assert_cmpuint (blank->len, ==, 0);
}

static void
test_mistyped (StoreFixture *fixture, gconstpointer data)
{
  ImpItem badge;
  g_autoptr (GPtrArray) found = NULL;

  fill (fixture);
  badge = store_fixture_record (fixture, "Turnstile counts lunch", "20 one", NULL);
  found = find (fixture, "turnstlie", NULL, NULL);
  g_assert_cmpint (get (found, 0)->item, ==, badge);
}

/* By what somebody said of it, whatever its title is. */
static void
test_what_was_said (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant;
  g_autoptr (GPtrArray) found = NULL;

  fill (fixture);
  irritant = store_fixture_record (fixture, "Terminal at line two", "20 one", NULL);
  set_words (fixture, store_fixture_add_report (fixture, irritant, 0, STORE_FIXTURE_TODAY),
             "Oily fingers do not work on the glass");
  found = find (fixture, "glass ignores oily fingers", NULL, NULL);
  g_assert_cmpint (get (found, 0)->item, ==, irritant);
}

static void
test_most (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;

  fill (fixture);
  for (int i = 0; i < 8; i++)
    store_fixture_record (fixture, "Crane stops the network", "20 one", NULL);
  found = find (fixture, "Crane stops the network", NULL, NULL);
  g_assert_cmpuint (found->len, ==, IMP_SIMILAR_MOST);
}

/* Of two that are said in the same words, the one that is here, and about this, is first. */
static void
test_site_and_offering (StoreFixture *fixture, gconstpointer data)
{
  ImpItem porto = store_fixture_add_named (fixture, IMP_KIND_SITE, "Porto");
  ImpItem scanners = store_fixture_add_named (fixture, IMP_KIND_OFFERING, "Handheld scanners");
  ImpItem first, at_porto, about;
  g_autoptr (GPtrArray) anywhere = NULL, there = NULL, of = NULL;
  ImpChanges *changes = imp_changes_new ();

  fill (fixture);
  first = store_fixture_record (fixture, "Battery is empty at noon", "100 one", NULL);
  at_porto = store_fixture_record (fixture, "Battery is empty at noon", "20 one", NULL);
  store_fixture_add_report (fixture, at_porto, porto, STORE_FIXTURE_TODAY);
  about = store_fixture_record (fixture, "Battery is empty at noon", "20 one", NULL);
  imp_changes_set_item (changes, about, IMP_IRRITANT_OFFERING, scanners);
  store_fixture_commit (fixture, changes, NULL);
  anywhere = find (fixture, "battery empty again", NULL, NULL);
  g_assert_cmpint (get (anywhere, 0)->item, ==, first); /* costs more */
  there = find (fixture, "battery empty again", "PORTO ", NULL);
  g_assert_cmpint (get (there, 0)->item, ==, at_porto);
  g_assert_cmpstr (get (there, 0)->sites, ==, "Porto");
  of = find (fixture, "battery empty again", "porto", "handheld scanners");
  g_assert_cmpint (get (of, 0)->item, ==, about);
  g_assert_cmpfloat (get (of, 0)->likeness, >, get (there, 0)->likeness);
}

static void
test_state (StoreFixture *fixture, gconstpointer data)
{
  ImpItem fixed, declined;
  ImpChanges *changes = imp_changes_new ();
  g_autoptr (GPtrArray) found = NULL, no = NULL;

  fill (fixture);
  fixed = store_fixture_record (fixture, "Forklift tablet freezes in the cold", "20 one", NULL);
  store_fixture_add_fix (fixture, "Heated holder", fixed, STORE_FIXTURE_TODAY);
  declined = store_fixture_record (fixture, "Canteen has no reception", "20 one", NULL);
  imp_changes_set_date (changes, declined, IMP_IRRITANT_DECLINED, STORE_FIXTURE_TODAY);
  imp_changes_set_text (changes, declined, IMP_IRRITANT_DECLINED_REASON, "The walls are listed");
  store_fixture_commit (fixture, changes, NULL);
  found = find (fixture, "forklift freezes", NULL, NULL);
  g_assert_cmpint (get (found, 0)->state, ==, IMP_STATE_FIXED);
  g_assert_true (imp_similar_is_fixed (get (found, 0)));
  g_assert_null (get (found, 0)->declined_reason);
  no = find (fixture, "no reception in the canteen", NULL, NULL);
  g_assert_cmpstr (get (no, 0)->declined_reason, ==, "The walls are listed");
}

/* A duplicate is found as the irritant that it counts with, once. */
static void
test_merged (StoreFixture *fixture, gconstpointer data)
{
  ImpItem kept, merged;
  ImpChanges *changes = imp_changes_new ();
  g_autoptr (GPtrArray) found = NULL;

  fill (fixture);
  kept = store_fixture_record (fixture, "Parking barrier is closed", "20 one", NULL);
  merged = store_fixture_record (fixture, "Second car is unknown to the gate", "20 one", NULL);
  set_words (fixture, store_fixture_add_report (fixture, merged, 0, STORE_FIXTURE_TODAY),
             "Second car is unknown to the gate");
  imp_changes_set_item (changes, merged, IMP_IRRITANT_MERGED_INTO, kept);
  store_fixture_commit (fixture, changes, NULL);
  found = find (fixture, "the gate forgets my second car, unknown", NULL, NULL);
  g_assert_cmpint (get (found, 0)->item, ==, kept);
  for (guint i = 1; i < found->len; i++)
    {
      g_assert_cmpint (get (found, i)->item, !=, kept);
      g_assert_cmpint (get (found, i)->item, !=, merged);
    }
}

static void
test_query_language (StoreFixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "\"", "a\" OR \"b", "NEAR(",        "title : badge*",
                                       "*",  "-x ^y",      "label\" AND (" };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GPtrArray) found = find (fixture, words[i], words[i], words[i]);

      g_assert_nonnull (found);
    }
}

static void
test_cancelled (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) found = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 300; i++)
    store_fixture_record (fixture, "Crane stops the network", "20 one", NULL);
  g_cancellable_cancel (cancellable);
  found = imp_store_find_similar (fixture->store, "crane stops network", NULL, NULL, 5, cancellable,
                                  &error);
  g_assert_null (found);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = find (fixture, "crane stops network", NULL, NULL);
  g_assert_cmpuint (after->len, ==, 5);
}

static void
add (const char *path, void (*test) (StoreFixture *, gconstpointer))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/similar/title", test_title);
  add ("/store/similar/mistyped", test_mistyped);
  add ("/store/similar/what-was-said", test_what_was_said);
  add ("/store/similar/most", test_most);
  add ("/store/similar/site-and-offering", test_site_and_offering);
  add ("/store/similar/state", test_state);
  add ("/store/similar/merged", test_merged);
  add ("/store/similar/query-language", test_query_language);
  add ("/store/similar/cancelled", test_cancelled);
  return g_test_run ();
}
