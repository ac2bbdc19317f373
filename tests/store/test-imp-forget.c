/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A person is erased: not a byte of the name is left, and everything else is. */
#include "config.h"

#include "store-fixture.h"
#include "store/imp-erasure.h"
#include "store/imp-forget.h"
#include "store/imp-mentions.h"
#include "store/imp-sharing.h"

#define NAME "Dana Whitfield"

static const char SQL_SELECT_IRRITANT[] = "SELECT n FROM irritant";
static const char SQL_COUNT_NAMES[] =
    "SELECT count(*) FROM journal WHERE value LIKE '%whitf%' OR value LIKE '%ask dana%'";

static void
set_text (StoreFixture *fixture, ImpItem item, guint8 field, const char *text)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, item, field, text);
  store_fixture_commit (fixture, changes, NULL);
}

/* Dana reported it, twice under other names of hers, and others speak of her. */
static ImpItem
fill (StoreFixture *fixture)
{
  ImpItem person = store_fixture_add_named (fixture, IMP_KIND_PERSON, "Dana Whitfeild");
  ImpItem irritant = store_fixture_record (fixture, "Scanner signs out", "40 measured", NULL);
  ImpChanges *changes = imp_changes_new ();
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);

  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_item (changes, report, IMP_REPORT_PERSON, person);
  imp_changes_set_text (changes, report, IMP_REPORT_WORDS, "Ask dana, she knows. Danaher not.");
  imp_changes_set_text (changes, person, IMP_PERSON_NAME, NAME);
  imp_changes_set_text (changes, person, IMP_PERSON_EMAIL, "dana.whitfield@example.com");
  store_fixture_commit (fixture, changes, NULL);
  set_text (fixture, irritant, IMP_IRRITANT_DESCRIPTION, "Mrs WHITFIELD waits.");
  return person;
}

static GPtrArray *
read_mentions (StoreFixture *fixture, ImpItem person)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *mentions = imp_mentions_read (fixture->store, person, "a colleague", &error);

  g_assert_no_error (error);
  return mentions;
}

static void
erase (StoreFixture *fixture, ImpItem person)
{
  g_autoptr (GPtrArray) mentions = read_mentions (fixture, person);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpCommit) commit = { 0 };
  g_autoptr (GError) error = NULL;

  imp_erasure_add_mentions (fixture->store, mentions, changes, &error);
  g_assert_no_error (error);
  imp_erasure_add_person (fixture->store, person, changes, &error);
  g_assert_no_error (error);
  imp_store_erase (fixture->store, changes, &commit, &error);
  g_assert_no_error (error);
  imp_erasure_keep_list (fixture->store, &error);
  g_assert_no_error (error);
}

static void
test_mentions_are_found (StoreFixture *fixture, gconstpointer data)
{
  ImpItem person = fill (fixture);
  g_autoptr (GPtrArray) mentions = read_mentions (fixture, person);
  const ImpMention *first, *second;

  g_assert_cmpuint (mentions->len, ==, 2);
  first = mentions->pdata[0];
  second = mentions->pdata[1];
  g_assert_cmpstr (first->redacted, ==, "Mrs a colleague waits.");
  g_assert_cmpstr (second->redacted, ==, "Ask a colleague, she knows.");
  g_assert_cmpstr (second->about, ==, "Scanner signs out");
  g_assert_true (first->certain);
  g_assert_false (second->certain);
}

static void
test_no_byte_is_left (StoreFixture *fixture, gconstpointer data)
{
  static const char *const traces[] = { NAME,        "Whitfeild", "WHITFIELD", "dana.whitfield",
                                        "Ask dana,", "whitfield", "Whitfield" };
  ImpItem person = fill (fixture);
  gint64 voices = store_fixture_query (fixture, "SELECT voices FROM irritant");
  gint64 reporters = store_fixture_query (fixture, "SELECT reporters FROM irritant");

  g_assert_cmpuint (store_fixture_count_bytes (fixture, "Whitfeild"), >, 0);
  erase (fixture, person);
  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    if (store_fixture_count_bytes (fixture, traces[i]) > 0)
      g_error ("“%s” is still there", traces[i]);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT voices FROM irritant"), ==, voices);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT reporters FROM irritant"), ==, reporters);
  g_assert_cmpint (store_fixture_query (fixture, "SELECT count(*) FROM person"), ==, 0);
  store_fixture_assert_sound (fixture); /* the chain still verifies */
}

static void
pass_on (StoreFixture *from, StoreFixture *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) have = imp_store_dup_vector (to->store, &error);
  g_autoptr (GPtrArray) rows = imp_store_read_rows (from->store, have, G_MAXUINT, &error);
  ImpApplied applied;

  imp_store_apply_rows (to->store, rows, &applied, &error);
  g_assert_no_error (error);
}

/* Who had the rows before forgets too; who gets them later never sees the name. */
static void
test_others_forget_too (StoreFixture *fixture, gconstpointer data)
{
  ImpItem person = fill (fixture);
  StoreFixture early, late;

  store_fixture_set_up (&early, NULL);
  store_fixture_set_up (&late, NULL);
  pass_on (fixture, &early);
  g_assert_cmpint (store_fixture_query (&early, SQL_COUNT_NAMES), >, 0);
  erase (fixture, person);
  pass_on (fixture, &early);
  pass_on (&early, &late);
  g_assert_cmpint (store_fixture_query (&early, SQL_COUNT_NAMES), ==, 0);
  g_assert_cmpint (store_fixture_query (&late, SQL_COUNT_NAMES), ==, 0);
  store_fixture_assert_sound (&early);
  store_fixture_assert_sound (&late);
  store_fixture_tear_down (&early, NULL);
  store_fixture_tear_down (&late, NULL);
}

/* What stood there when it was said and what came after, everywhere the same. */
static void
test_others_keep_what_came_after (StoreFixture *fixture, gconstpointer data)
{
  static const char *const queries[] = {
    "SELECT count(*) FROM journal WHERE field = 1 AND value IN ('Nobody waits.', 'We wait.')",
    "SELECT count(*) FROM journal WHERE salt IS NULL"
  };
  ImpItem person = fill (fixture), irritant = store_fixture_query (fixture, SQL_SELECT_IRRITANT);
  StoreFixture other;

  set_text (fixture, irritant, IMP_IRRITANT_TITLE, "Dana waits.");
  set_text (fixture, irritant, IMP_IRRITANT_TITLE, "Nobody waits.");
  store_fixture_set_up (&other, NULL);
  pass_on (fixture, &other);
  erase (fixture, person);
  set_text (fixture, irritant, IMP_IRRITANT_TITLE, "We wait.");
  g_assert_cmpint (store_fixture_query (fixture, queries[0]), ==, 2);
  pass_on (fixture, &other);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    g_assert_cmpint (store_fixture_query (&other, queries[i]), ==,
                     store_fixture_query (fixture, queries[i]));
  store_fixture_assert_sound (&other);
  store_fixture_tear_down (&other, NULL);
}

/* Before somebody has chosen among them nothing is left of what all of them replaced. */
static void
test_several_values_hide_no_name (StoreFixture *fixture, gconstpointer data)
{
  ImpItem person = fill (fixture);
  StoreFixture other;

  store_fixture_set_up (&other, NULL);
  pass_on (fixture, &other);
  set_text (&other, store_fixture_query (&other, SQL_SELECT_IRRITANT), IMP_IRRITANT_DESCRIPTION,
            "They wait.");
  erase (fixture, person);
  pass_on (fixture, &other);
  g_assert_cmpint (store_fixture_query (&other, "SELECT count(heads) FROM cell"), ==, 1);
  g_assert_cmpint (store_fixture_query (&other, SQL_COUNT_NAMES), ==, 0);
  g_assert_cmpint (
      store_fixture_query (&other, "SELECT count(*) FROM journal WHERE value = 'They wait.'"), ==,
      1);
  store_fixture_assert_sound (&other);
  store_fixture_tear_down (&other, NULL);
}

/* The clock was ahead, and is right again: what was written then is no later for that. */
static void
test_clock_was_ahead (StoreFixture *fixture, gconstpointer data)
{
  const gint64 years_ms = G_GINT64_CONSTANT (3) * 365 * 86400000;
  ImpItem person = fill (fixture), irritant = store_fixture_query (fixture, SQL_SELECT_IRRITANT);
  StoreFixture other;

  fixture->now_ms += years_ms;
  set_text (fixture, irritant, IMP_IRRITANT_TITLE, "Dana Whitfield waits.");
  set_text (fixture, irritant, IMP_IRRITANT_TITLE, "Nobody waits.");
  fixture->now_ms -= years_ms;
  store_fixture_set_up (&other, NULL);
  pass_on (fixture, &other);
  erase (fixture, person);
  g_assert_cmpint (store_fixture_query (fixture, SQL_COUNT_NAMES), ==, 0);
  pass_on (fixture, &other);
  g_assert_cmpint (store_fixture_query (&other, SQL_COUNT_NAMES), ==, 0);
  store_fixture_assert_sound (fixture);
  store_fixture_assert_sound (&other);
  store_fixture_tear_down (&other, NULL);
}

/* The other laptop's clock is ahead: what it wrote came here before. */
static void
test_other_clock_is_ahead (StoreFixture *fixture, gconstpointer data)
{
  ImpItem person = fill (fixture), irritant = store_fixture_query (fixture, SQL_SELECT_IRRITANT);
  StoreFixture other;

  store_fixture_set_up (&other, NULL);
  pass_on (fixture, &other);
  other.now_ms += G_GINT64_CONSTANT (3) * 365 * 86400000;
  set_text (&other, store_fixture_query (&other, SQL_SELECT_IRRITANT), IMP_IRRITANT_TITLE,
            "Dana Whitfield waits.");
  set_text (&other, store_fixture_query (&other, SQL_SELECT_IRRITANT), IMP_IRRITANT_TITLE,
            "Nobody waits.");
  pass_on (&other, fixture);
  erase (fixture, person);
  g_assert_cmpint (store_fixture_query (fixture, SQL_COUNT_NAMES), ==, 0);
  set_text (fixture, irritant, IMP_IRRITANT_TITLE, "We wait.");
  set_text (fixture, irritant, IMP_IRRITANT_TITLE, "We wait no more.");
  pass_on (fixture, &other);
  g_assert_cmpint (store_fixture_query (&other, SQL_COUNT_NAMES), ==, 0);
  g_assert_cmpint (
      store_fixture_query (&other, "SELECT count(*) FROM journal WHERE value LIKE '%We wait%'"), ==,
      2); /* they come after it, also there */
  store_fixture_assert_sound (fixture);
  store_fixture_assert_sound (&other);
  store_fixture_tear_down (&other, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/forget/" path, StoreFixture, NULL, store_fixture_set_up, func,               \
              store_fixture_tear_down)
  ADD ("clock-was-ahead", test_clock_was_ahead);
  ADD ("other-clock-is-ahead", test_other_clock_is_ahead);
  ADD ("mentions-are-found", test_mentions_are_found);
  ADD ("no-byte-is-left", test_no_byte_is_left);
  ADD ("others-forget-too", test_others_forget_too);
  ADD ("others-keep-what-came-after", test_others_keep_what_came_after);
  ADD ("several-values-hide-no-name", test_several_values_hide_no_name);
  return g_test_run ();
}
