/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A round that is passed on to another backlog, and back: nothing twice, nothing lost. */
#include "config.h"

#include <string.h>

#include "base/imp-error.h"
#include "store-fixture.h"
#include "store/imp-blob.h"
#include "store/imp-erasure.h"
#include "store/imp-forget.h"
#include "store/imp-history-table.h"
#include "store/imp-item.h"
#include "store/imp-pass-round.h"
#include "store/imp-take-round.h"

#define DAY (imp_date_new (2026, 11, 20))

typedef struct
{
  StoreFixture here, there;
} Pair;

static void
set_up (Pair *pair, gconstpointer data)
{
  store_fixture_set_up (&pair->here, data);
  store_fixture_set_up (&pair->there, data);
}

static void
tear_down (Pair *pair, gconstpointer data)
{
  store_fixture_tear_down (&pair->here, data);
  store_fixture_tear_down (&pair->there, data);
}

/* A round at Leeds: an irritant of Dana's with a photo, a promise about it, a remark, somebody
 * met, and somebody told. */
typedef struct
{
  ImpItem site, department, dana, round, irritant, report, fix, observation;
} Round;

static ImpItem
add_report (ImpChanges *changes, const Round *round, ImpItem irritant, const char *words)
{
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);

  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_item (changes, report, IMP_REPORT_PERSON, round->dana);
  imp_changes_set_item (changes, report, IMP_REPORT_SITE, round->site);
  imp_changes_set_item (changes, report, IMP_REPORT_DEPARTMENT, round->department);
  imp_changes_set_item (changes, report, IMP_REPORT_ROUND, round->round);
  imp_changes_set_date (changes, report, IMP_REPORT_DATE, DAY);
  imp_changes_set_text (changes, report, IMP_REPORT_WORDS, words);
  return report;
}

static void
add_photo (ImpChanges *changes, ImpItem irritant)
{
  GBytes *bytes = g_bytes_new_static ("a photo", 7);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  ImpItem photo = imp_changes_add (changes, IMP_KIND_ATTACHMENT);

  imp_changes_set_item (changes, photo, IMP_ATTACHMENT_IRRITANT, irritant);
  imp_changes_set_text (changes, photo, IMP_ATTACHMENT_NAME, "screen.png");
  imp_changes_set_text (changes, photo, IMP_ATTACHMENT_SHA256, hash);
  g_ptr_array_add (changes->blobs, bytes);
}

static void
add_irritant (ImpChanges *changes, Round *round)
{
  ImpItem tagging = imp_changes_add (changes, IMP_KIND_TAGGING);

  round->irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);
  imp_changes_set_text (changes, round->irritant, IMP_IRRITANT_TITLE, "Scanner signs out");
  imp_changes_set_text (changes, round->irritant, IMP_IRRITANT_PEOPLE, "40 measured");
  imp_changes_set_text (changes, round->irritant, IMP_IRRITANT_OFTEN, "daily one");
  imp_changes_set_text (changes, round->irritant, IMP_IRRITANT_MINUTES, "6 one");
  imp_changes_set_item (changes, round->irritant, IMP_IRRITANT_RECORDED_BY, round->dana);
  round->report = add_report (changes, round, round->irritant, "It throws me out.");
  imp_changes_set_item (changes, tagging, IMP_TAGGING_IRRITANT, round->irritant);
  imp_changes_set_text (changes, tagging, IMP_TAGGING_TAG, "scanner");
  add_photo (changes, round->irritant);
}

static void
add_promise (ImpChanges *changes, Round *round)
{
  ImpItem promise = imp_changes_add (changes, IMP_KIND_PROMISE);

  round->fix = imp_changes_add (changes, IMP_KIND_FIX);
  imp_changes_set_text (changes, round->fix, IMP_FIX_TITLE, "Keep sessions alive");
  imp_changes_add_removal (changes, round->fix, round->irritant);
  imp_changes_set_item (changes, promise, IMP_PROMISE_FIX, round->fix);
  imp_changes_set_item (changes, promise, IMP_PROMISE_PERSON, round->dana);
  imp_changes_set_text (changes, promise, IMP_PROMISE_TO, "Dana Quill");
  imp_changes_set_item (changes, promise, IMP_PROMISE_ROUND, round->round);
  imp_changes_set_date (changes, promise, IMP_PROMISE_DUE, DAY + 10);
}

static void
add_remarks (ImpChanges *changes, Round *round)
{
  ImpItem meeting = imp_changes_add (changes, IMP_KIND_MEETING);
  ImpItem told = imp_changes_add (changes, IMP_KIND_TOLD);

  round->observation = imp_changes_add (changes, IMP_KIND_OBSERVATION);
  imp_changes_set_item (changes, round->observation, IMP_OBSERVATION_ROUND, round->round);
  imp_changes_set_text (changes, round->observation, IMP_OBSERVATION_WORDS, "Wifi is good.");
  imp_changes_set_item (changes, meeting, IMP_MEETING_ROUND, round->round);
  imp_changes_set_item (changes, meeting, IMP_MEETING_PERSON, round->dana);
  imp_changes_set_item (changes, told, IMP_TOLD_IRRITANT, round->irritant);
  imp_changes_set_item (changes, told, IMP_TOLD_ROUND, round->round);
  imp_changes_set_item (changes, told, IMP_TOLD_DEPARTMENT, round->department);
}

static ImpItem
get_new (const ImpCommit *commit, ImpItem item)
{
  return g_array_index (commit->items, ImpItem, -item - 1);
}

static Round
make_round (StoreFixture *self)
{
  ImpChanges *changes = imp_changes_new ();
  Round round = { 0 };
  g_auto (ImpCommit) commit = { 0 };

  round.site = store_fixture_add_named (self, IMP_KIND_SITE, "Leeds");
  round.department = store_fixture_add_named (self, IMP_KIND_DEPARTMENT, "Goods In");
  round.dana = store_fixture_add_named (self, IMP_KIND_PERSON, "Dana Quill");
  round.round = imp_changes_add (changes, IMP_KIND_ROUND);
  imp_changes_set_item (changes, round.round, IMP_ROUND_SITE, round.site);
  imp_changes_set_date (changes, round.round, IMP_ROUND_PLANNED, DAY);
  imp_changes_set_text (changes, round.round, IMP_ROUND_VISITORS, "Marta Nowak");
  add_irritant (changes, &round);
  add_promise (changes, &round);
  add_remarks (changes, &round);
  store_fixture_commit (self, changes, &commit);
  round.round = get_new (&commit, round.round);
  round.irritant = get_new (&commit, round.irritant);
  round.report = get_new (&commit, round.report);
  round.fix = get_new (&commit, round.fix);
  round.observation = get_new (&commit, round.observation);
  return round;
}

/* As it comes out of a file. */
static ImpPassedRound *
pass (StoreFixture *from, gboolean with_people)
{
  g_autoptr (GError) error = NULL;
  ImpItem round = store_fixture_query (from, "SELECT n FROM round");
  ImpPassedRound *passed = imp_store_pass_round (from->store, round, with_people, &error);
  GHashTableIter iter;
  gpointer hash;

  g_assert_no_error (error);
  g_hash_table_iter_init (&iter, passed->hashes);
  while (g_hash_table_iter_next (&iter, &hash, NULL))
    {
      g_ptr_array_add (passed->blobs, imp_store_read_blob (from->store, hash, &error));
      g_assert_no_error (error);
    }
  return passed;
}

static void
assert_sound (StoreFixture *self)
{
  g_autofree char *before = store_fixture_dump (self), *after = NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint n_foreign;

  imp_store_check_deep (self->store, &n_foreign, problems, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
  imp_store_rebuild (self->store, &error);
  g_assert_no_error (error);
  after = store_fixture_dump (self);
  g_assert_cmpstr (after, ==, before);
}

static ImpTaken
take (StoreFixture *to, ImpPassedRound *passed)
{
  g_autoptr (GError) error = NULL;
  ImpTaken taken;

  imp_store_take_round (to->store, passed, TRUE, &taken, &error);
  g_assert_no_error (error);
  assert_sound (to);
  return taken;
}

static ImpTaken
send (StoreFixture *from, StoreFixture *to, gboolean with_people)
{
  g_autoptr (ImpPassedRound) passed = pass (from, with_people);

  return take (to, passed);
}

static gint64
count (StoreFixture *self, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);

  return store_fixture_query (self, sql);
}

static void
set_text (StoreFixture *self, const char *find, guint8 field, const char *text)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, store_fixture_query (self, find), field, text);
  store_fixture_commit (self, changes, NULL);
}

static void
retitle (StoreFixture *self, const char *title)
{
  set_text (self, "SELECT n FROM irritant", IMP_IRRITANT_TITLE, title);
}

static void
assert_title (StoreFixture *self, const char *title)
{
  g_autofree char *text = store_fixture_query_text (self, "SELECT title FROM irritant");

  g_assert_cmpstr (text, ==, title);
}

static guint
count_contests (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contests = imp_contests_read (self->store, 0, 100, &error);

  g_assert_no_error (error);
  return contests->len;
}

static void
test_whole (Pair *pair, gconstpointer data)
{
  static const char *const tables[] = { "site",    "department",  "person",  "irritant",
                                        "report",  "fix",         "removal", "promise",
                                        "tagging", "attachment",  "blob",    "round",
                                        "meeting", "observation", "told" };
  ImpTaken taken;

  make_round (&pair->here);
  store_fixture_record (&pair->here, "Of no round", "3 one", NULL);
  taken = send (&pair->here, &pair->there, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!g_str_equal (tables[i], "irritant") && !g_str_equal (tables[i], "report"))
      g_assert_cmpint (count (&pair->there, tables[i]), ==, count (&pair->here, tables[i]));
  assert_title (&pair->there, "Scanner signs out");
  g_assert_cmpint (count (&pair->there, "irritant"), ==, 1);
  g_assert_cmpint (count (&pair->there, "report WHERE person IS NOT NULL"), ==, 1);
  g_assert_cmpuint (taken.n_new[IMP_KIND_IRRITANT], ==, 1);
  g_assert_cmpuint (taken.n_new[IMP_KIND_PERSON], ==, 1);
  g_assert_cmpuint (taken.n_blobs, ==, 1);
  g_assert_cmpint (taken.round, ==, store_fixture_query (&pair->there, "SELECT n FROM round"));
  g_assert_cmpint (store_fixture_query (&pair->there, "SELECT count(*) FROM journal WHERE rep = 1"),
                   ==, 0);
}

static void
test_again (Pair *pair, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  gint64 n_rows;
  ImpTaken taken;

  make_round (&pair->here);
  send (&pair->here, &pair->there, TRUE);
  before = store_fixture_dump (&pair->there);
  n_rows = count (&pair->there, "journal");
  taken = send (&pair->here, &pair->there, TRUE);
  after = store_fixture_dump (&pair->there);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (taken.n_written, ==, 0);
  g_assert_cmpuint (taken.n_new[IMP_KIND_REPORT], ==, 0);
  g_assert_cmpuint (taken.n_known[IMP_KIND_REPORT], ==, 1);
  g_assert_cmpint (count (&pair->there, "journal"), ==, n_rows);

  /* And back to where it came from. */
  taken = send (&pair->there, &pair->here, TRUE);
  g_assert_cmpuint (taken.n_written, ==, 0);
  g_assert_cmpuint (count_contests (&pair->here), ==, 0);
}

static void
test_only_new (Pair *pair, gconstpointer data)
{
  ImpTaken taken;

  make_round (&pair->here);
  send (&pair->here, &pair->there, TRUE);
  retitle (&pair->here, "Scanner signs out again");
  taken = send (&pair->here, &pair->there, TRUE);
  g_assert_cmpuint (taken.n_written, ==, 1);
  g_assert_cmpuint (taken.n_changed, ==, 1);
  g_assert_cmpuint (taken.n_contested, ==, 0);
  assert_title (&pair->there, "Scanner signs out again");

  /* What was written on it there replaces it here, too. */
  retitle (&pair->there, "Scanner signs out daily");
  taken = send (&pair->there, &pair->here, TRUE);
  g_assert_cmpuint (taken.n_written, ==, 1);
  assert_title (&pair->here, "Scanner signs out daily");
  g_assert_cmpuint (count_contests (&pair->here), ==, 0);
  g_assert_cmpuint (count_contests (&pair->there), ==, 0);
}

static void
choose (StoreFixture *self, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contests = imp_contests_read (self->store, 0, 100, &error);
  const ImpContest *contest = contests->pdata[0];
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, contest->item, contest->field, title);
  imp_changes_set_seen (changes, contest->seen);
  store_fixture_commit (self, changes, NULL);
}

static void
test_both_ends (Pair *pair, gconstpointer data)
{
  ImpTaken taken;

  make_round (&pair->here);
  send (&pair->here, &pair->there, TRUE);
  retitle (&pair->here, "Here");
  retitle (&pair->there, "There");
  taken = send (&pair->here, &pair->there, TRUE);
  g_assert_cmpuint (taken.n_contested, ==, 1);
  g_assert_cmpuint (count_contests (&pair->there), ==, 1);
  send (&pair->there, &pair->here, TRUE);
  g_assert_cmpuint (count_contests (&pair->here), ==, 1);

  /* Whoever chooses has chosen for both. */
  choose (&pair->here, "Chosen");
  g_assert_cmpuint (count_contests (&pair->here), ==, 0);
  taken = send (&pair->here, &pair->there, TRUE);
  g_assert_cmpuint (taken.n_written, ==, 1);
  g_assert_cmpuint (count_contests (&pair->there), ==, 0);
  assert_title (&pair->there, "Chosen");
}

static void
test_names (Pair *pair, gconstpointer data)
{
  ImpItem leeds = store_fixture_add_named (&pair->there, IMP_KIND_SITE, " LEEDS");
  ImpTaken taken;

  store_fixture_add_named (&pair->there, IMP_KIND_PERSON, "Dana Quill");
  store_fixture_add_named (&pair->there, IMP_KIND_DEPARTMENT, "Goods Out");
  make_round (&pair->here);
  taken = send (&pair->here, &pair->there, TRUE);
  g_assert_cmpuint (taken.n_known[IMP_KIND_SITE], ==, 1);
  g_assert_cmpuint (taken.n_known[IMP_KIND_PERSON], ==, 1);
  g_assert_cmpuint (taken.n_new[IMP_KIND_DEPARTMENT], ==, 1);
  g_assert_cmpint (count (&pair->there, "site"), ==, 1);
  g_assert_cmpint (count (&pair->there, "person"), ==, 1);
  g_assert_cmpint (store_fixture_query (&pair->there, "SELECT site FROM report"), ==, leeds);
  g_assert_cmpint (store_fixture_query (&pair->there, "SELECT site FROM round"), ==, leeds);
  g_assert_cmpuint (send (&pair->here, &pair->there, TRUE).n_written, ==, 0);
}

/* Once the two are the same to this backlog they stay so, whatever the file calls it later. */
static void
test_renamed (Pair *pair, gconstpointer data)
{
  ImpChanges *changes = imp_changes_new ();
  Round round;

  store_fixture_add_named (&pair->there, IMP_KIND_SITE, "Leeds");
  round = make_round (&pair->here);
  send (&pair->here, &pair->there, TRUE);
  set_text (&pair->here, "SELECT n FROM site", IMP_SITE_NAME, "Leeds North");
  add_report (changes, &round, round.irritant, "Me too.");
  store_fixture_commit (&pair->here, changes, NULL);
  send (&pair->here, &pair->there, TRUE);
  g_assert_cmpint (count (&pair->there, "site"), ==, 1);
  g_assert_cmpint (count (&pair->there, "report WHERE site IS NOT NULL"), ==, 2);

  /* And it comes back as what it was. */
  send (&pair->there, &pair->here, TRUE);
  g_assert_cmpint (count (&pair->here, "site"), ==, 1);
  g_assert_cmpint (count (&pair->here, "report"), ==, 2);
  g_assert_cmpuint (count_contests (&pair->here), ==, 0);
}

static void
test_namesakes (Pair *pair, gconstpointer data)
{
  store_fixture_add_named (&pair->there, IMP_KIND_PERSON, "Dana Quill");
  store_fixture_add_named (&pair->there, IMP_KIND_PERSON, "Dana Quill");
  make_round (&pair->here);
  g_assert_cmpuint (send (&pair->here, &pair->there, TRUE).n_new[IMP_KIND_PERSON], ==, 1);
  g_assert_cmpint (count (&pair->there, "person"), ==, 3);
}

/* What it was merged into comes along, and they can be taken apart there, too. */
static void
test_merged (Pair *pair, gconstpointer data)
{
  Round round = make_round (&pair->here);
  ImpItem whole = store_fixture_record (&pair->here, "Sessions end early", "20 one", NULL);
  ImpChanges *merge = imp_changes_new (), *apart = imp_changes_new ();

  imp_changes_set_item (merge, round.irritant, IMP_IRRITANT_MERGED_INTO, whole);
  store_fixture_commit (&pair->here, merge, NULL);
  send (&pair->here, &pair->there, TRUE);
  g_assert_cmpint (count (&pair->there, "irritant"), ==, 2);
  g_assert_cmpint (count (&pair->there, "report"), ==, 1); /* the other one is of no round */
  g_assert_cmpint (count (&pair->there, "report WHERE merged_from IS NOT NULL"), ==, 1);
  g_assert_cmpint (count (&pair->there, "tagging WHERE merged_from IS NOT NULL"), ==, 1);
  imp_changes_unset (apart, round.irritant, IMP_IRRITANT_MERGED_INTO);
  store_fixture_commit (&pair->here, apart, NULL);
  send (&pair->here, &pair->there, TRUE);
  g_assert_cmpint (count (&pair->there, "report WHERE merged_from IS NOT NULL"), ==, 0);
}

static gboolean
says (const ImpPassedRound *passed, const char *name)
{
  for (guint i = 0; i < passed->rows->len; i++)
    {
      const ImpRow *row = passed->rows->pdata[i];

      if ((row->value.type == IMP_VALUE_TEXT && strstr (row->value.text, name) != NULL)
          || strstr (row->actor, name) != NULL || row->entity == IMP_KIND_PERSON)
        return TRUE;
    }
  return FALSE;
}

static void
test_without_people (Pair *pair, gconstpointer data)
{
  g_autoptr (ImpPassedRound) passed = NULL;

  make_round (&pair->here);
  passed = pass (&pair->here, FALSE);
  g_assert_false (says (passed, "Dana"));
  g_assert_false (says (passed, "Marta"));
  take (&pair->there, passed);
  g_assert_cmpint (count (&pair->there, "person"), ==, 0);
  g_assert_cmpint (count (&pair->there, "meeting"), ==, 0);
  g_assert_cmpint (count (&pair->there, "told"), ==, 1);
  g_assert_cmpint (count (&pair->there, "report"), ==, 1);
  g_assert_cmpint (count (&pair->there, "report WHERE department IS NOT NULL"), ==, 1);
  g_assert_cmpint (store_fixture_query (&pair->there, "SELECT voices FROM irritant"), ==,
                   store_fixture_query (&pair->here, "SELECT voices FROM irritant"));
}

/* What was written over them is not taken for another version of it when they come later. */
static void
test_people_later (Pair *pair, gconstpointer data)
{
  ImpChanges *changes = imp_changes_new ();
  Round round = make_round (&pair->here);

  imp_changes_unset (changes, round.report, IMP_REPORT_PERSON);
  store_fixture_commit (&pair->here, changes, NULL);
  send (&pair->here, &pair->there, FALSE);
  g_assert_cmpuint (send (&pair->here, &pair->there, TRUE).n_new[IMP_KIND_PERSON], ==, 1);
  g_assert_cmpuint (count_contests (&pair->there), ==, 0);
  g_assert_cmpint (count (&pair->there, "report WHERE person IS NOT NULL"), ==, 0);
  g_assert_cmpint (count (&pair->there, "meeting"), ==, 1);
  g_assert_cmpuint (send (&pair->here, &pair->there, TRUE).n_written, ==, 0);
}

static void
test_names_in_words (Pair *pair, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpPassedRound) passed = NULL;
  g_autoptr (GPtrArray) sentences = NULL;

  make_round (&pair->here);
  for (guint i = 0; i < 60; i++)
    store_fixture_add_named (&pair->here, IMP_KIND_PERSON, "Somebody Quite Other");
  store_fixture_add_named (&pair->here, IMP_KIND_PERSON, "Ottoline Finch");
  set_text (&pair->here, "SELECT n FROM observation", IMP_OBSERVATION_WORDS,
            "The wifi is good. Ask Ottoline about it.");
  passed = pass (&pair->here, FALSE);
  sentences = imp_store_find_names_in_round (pair->here.store, passed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sentences->len, ==, 1);
  g_assert_cmpstr (sentences->pdata[0], ==, "Ask Ottoline about it.");
}

static void
test_erased (Pair *pair, gconstpointer data)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_autoptr (GError) error = NULL;
  g_auto (ImpCommit) commit = { 0 };

  make_round (&pair->here);
  send (&pair->here, &pair->there, TRUE);
  imp_erasure_add_person (pair->there.store,
                          store_fixture_query (&pair->there, "SELECT n FROM person"), changes,
                          &error);
  g_assert_no_error (error);
  imp_store_erase (pair->there.store, changes, &commit, &error);
  g_assert_no_error (error);
  set_text (&pair->here, "SELECT n FROM person", IMP_PERSON_ROLE, "Dana Quill's role");
  send (&pair->here, &pair->there, TRUE);
  g_assert_cmpint (count (&pair->there, "person"), ==, 0);
  g_assert_cmpint (count (&pair->there, "journal WHERE entity = 5 AND value LIKE '%Dana%'"), ==, 0);
}

/* What somebody deleted stays so, until somebody who does not know writes to it. */
static void
test_deleted (Pair *pair, gconstpointer data)
{
  make_round (&pair->here);
  send (&pair->here, &pair->there, TRUE);
  store_fixture_delete (&pair->there,
                        store_fixture_query (&pair->there, "SELECT n FROM observation"));
  send (&pair->here, &pair->there, TRUE);
  g_assert_cmpint (count (&pair->there, "observation"), ==, 0);
  set_text (&pair->here, "SELECT n FROM observation", IMP_OBSERVATION_WORDS, "Wifi is great.");
  send (&pair->here, &pair->there, TRUE);
  g_assert_cmpint (count (&pair->there, "observation"), ==, 1);
}

/* Two who share their rows already need no file; it does no harm. */
static void
test_shared (Pair *pair, gconstpointer data)
{
  make_round (&pair->here);
  store_fixture_pass_on (&pair->here, &pair->there, 100000);
  g_assert_cmpuint (send (&pair->here, &pair->there, TRUE).n_written, ==, 0);
  retitle (&pair->here, "Newer");
  g_assert_cmpuint (send (&pair->here, &pair->there, FALSE).n_written, ==, 1);
  assert_title (&pair->there, "Newer");
  g_assert_cmpuint (count_contests (&pair->there), ==, 0);
}

static void
test_dry_run (Pair *pair, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpPassedRound) passed = NULL;
  g_autofree char *before = store_fixture_dump (&pair->there), *after = NULL;
  ImpTaken taken;

  make_round (&pair->here);
  passed = pass (&pair->here, TRUE);
  g_assert_true (imp_store_take_round (pair->there.store, passed, FALSE, &taken, &error));
  g_assert_no_error (error);
  after = store_fixture_dump (&pair->there);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (taken.n_new[IMP_KIND_ROUND], ==, 1);
  g_assert_cmpint (count (&pair->there, "journal"), ==, 0);
}

/* What somebody may do to a row on its way. */
typedef void (*DamageFunc) (ImpRow *row);

static void
change_value (ImpRow *row)
{
  imp_value_clear (&row->value);
  row->value = (ImpValue) { IMP_VALUE_INTEGER, { 7 } };
}

static void
hash_anew (ImpRow *row)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  imp_value_hash (sum, row->salt, &row->value, imp_row_refers (row) ? &row->reference : NULL,
                  row->vhash);
}

static void
make_announcement (ImpRow *row)
{
  row->entity = IMP_KIND_ANNOUNCEMENT;
}

static void
make_deletion (ImpRow *row)
{
  imp_value_clear (&row->value);
  memset (&row->reference, 0, sizeof row->reference);
  row->field = IMP_FIELD_LIFE;
  row->value = (ImpValue) { IMP_VALUE_TEXT, .text = g_strdup ("") };
  hash_anew (row);
}

static void
make_forgetting (ImpRow *row)
{
  memset (&row->reference, 0, sizeof row->reference);
  change_value (row);
  row->field = IMP_FIELD_FORGET;
  hash_anew (row);
}

static void
make_base (ImpRow *row)
{
  g_set_str (&row->base, "who knows");
}

static void
make_stamp (ImpRow *row)
{
  row->hlc = -1;
}

static void
test_damaged (Pair *pair, gconstpointer data)
{
  static const DamageFunc damages[] = { change_value,    make_announcement, make_deletion,
                                        make_forgetting, make_base,         make_stamp };
  g_autofree char *before = store_fixture_dump (&pair->there);

  make_round (&pair->here);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ImpPassedRound) passed = pass (&pair->here, TRUE);
      g_autofree char *after = NULL;
      ImpTaken taken;

      damages[i](passed->rows->pdata[passed->rows->len - 1]);
      g_assert_false (imp_store_take_round (pair->there.store, passed, TRUE, &taken, &error));
      g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
      after = store_fixture_dump (&pair->there);
      g_assert_cmpstr (after, ==, before);
      g_assert_cmpint (count (&pair->there, "journal"), ==, 0);
      g_assert_cmpint (count (&pair->there, "item"), ==, 0);
    }
}

/* What nobody could have written here does not come in either; the write is known again all the
 * same. */
static void
test_cleaned (Pair *pair, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ImpPassedRound) passed = NULL;
      ImpTaken taken;

      if (i == 0)
        make_round (&pair->here);
      passed = pass (&pair->here, TRUE);
      for (guint k = 0; k < passed->rows->len; k++)
        {
          ImpRow *row = passed->rows->pdata[k];

          if (row->entity != IMP_KIND_IRRITANT || row->field != IMP_IRRITANT_TITLE)
            continue;
          imp_value_clear (&row->value);
          row->value = (ImpValue) { IMP_VALUE_TEXT, .text = g_strdup ("Two\nlines\a \u202eback ") };
          hash_anew (row);
        }
      taken = take (&pair->there, passed);
      g_assert_true ((taken.n_written > 0) == (i == 0));
      assert_title (&pair->there, "Two lines back");
    }
}

static void
assert_found (StoreFixture *self, const char *named, ImpItem wanted, int code)
{
  g_autoptr (GError) error = NULL;
  ImpItem round = 0;

  if (imp_store_find_round (self->store, named, &round, &error))
    g_assert_cmpint (round, ==, wanted);
  else
    g_assert_error (error, IMP_ERROR, code);
  g_assert_true ((wanted == 0) == (error != NULL));
}

static void
test_find (Pair *pair, gconstpointer data)
{
  Round round = make_round (&pair->here);
  ImpChanges *changes = imp_changes_new ();
  ImpItem second = imp_changes_add (changes, IMP_KIND_ROUND);
  char name[IMP_UUID_STRING_LEN];
  ImpUuid uuid;

  g_assert_true (imp_item_read_uuid (pair->here.store, round.round, &uuid, NULL));
  imp_uuid_print (&uuid, name);
  assert_found (&pair->here, name, round.round, 0);
  assert_found (&pair->here, "leeds 2026-11-20", round.round, 0);
  assert_found (&pair->here, "Leeds 2026-11-21", 0, IMP_ERROR_NOT_FOUND);
  assert_found (&pair->here, "York 2026-11-20", 0, IMP_ERROR_NOT_FOUND);
  assert_found (&pair->here, "Leeds", 0, IMP_ERROR_NOT_FOUND);
  imp_changes_set_item (changes, second, IMP_ROUND_SITE, round.site);
  imp_changes_set_date (changes, second, IMP_ROUND_PLANNED, DAY);
  store_fixture_commit (&pair->here, changes, NULL);
  assert_found (&pair->here, "Leeds 2026-11-20", 0, IMP_ERROR_INPUT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/take-round/" name, Pair, NULL, set_up, func, tear_down)
  ADD ("whole", test_whole);
  ADD ("again-changes-nothing", test_again);
  ADD ("only-what-is-new", test_only_new);
  ADD ("edited-at-both-ends", test_both_ends);
  ADD ("same-name-is-the-same", test_names);
  ADD ("same-stays-the-same", test_renamed);
  ADD ("namesakes-are-not-the-same", test_namesakes);
  ADD ("merged", test_merged);
  ADD ("without-people", test_without_people);
  ADD ("people-later", test_people_later);
  ADD ("finds-names-in-words", test_names_in_words);
  ADD ("erased-stays-erased", test_erased);
  ADD ("deleted-stays-deleted", test_deleted);
  ADD ("shared-already", test_shared);
  ADD ("dry-run-changes-nothing", test_dry_run);
  ADD ("damaged-is-refused", test_damaged);
  ADD ("cleaned", test_cleaned);
  ADD ("found-by-site-and-day", test_find);
  return g_test_run ();
}
