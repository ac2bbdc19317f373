/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What irritants are found by, that it follows every change, and how it is shown. */
#include "config.h"

#include <string.h>

#include "store-fixture.h"
#include "store/imp-forget.h"
#include "store/imp-irritant-table.h"
#include "store/imp-sharing.h"
#include "store/imp-store-private.h"

#define ANY_STATE 0xffu

/* An irritant with all that may be said about it. */
typedef struct
{
  ImpItem irritant, report, person, department, site, offering, fix, removal;
} Story;

static ImpItem
get_item (const ImpCommit *commit, guint i)
{
  return g_array_index (commit->items, ImpItem, i);
}

static void
add_names (Story *story, StoreFixture *fixture)
{
  ImpChanges *changes = imp_changes_new ();

  story->department = store_fixture_add_named (fixture, IMP_KIND_DEPARTMENT, "Goods in");
  story->site = store_fixture_add_named (fixture, IMP_KIND_SITE, "Évreux");
  story->offering = store_fixture_add_named (fixture, IMP_KIND_OFFERING, "Door access");
  story->person = store_fixture_add_named (fixture, IMP_KIND_PERSON, "Inès Caron");
  imp_changes_set_item (changes, story->person, IMP_PERSON_DEPARTMENT, story->department);
  store_fixture_commit (fixture, changes, NULL);
}

static Story
tell (StoreFixture *fixture)
{
  Story story;
  ImpChanges *changes = imp_changes_new ();
  ImpItem irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);
  ImpItem fix = imp_changes_add (changes, IMP_KIND_FIX);
  g_auto (ImpCommit) commit = { 0 };

  add_names (&story, fixture);
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_TITLE, "Badge reader needs three tries");
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_DESCRIPTION, "The antenna is loose");
  imp_changes_set_item (changes, irritant, IMP_IRRITANT_OFFERING, story.offering);
  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_item (changes, report, IMP_REPORT_PERSON, story.person);
  imp_changes_set_item (changes, report, IMP_REPORT_SITE, story.site);
  imp_changes_set_text (changes, report, IMP_REPORT_WORDS, "I stand in the rain at the gate");
  imp_changes_set_text (changes, fix, IMP_FIX_TITLE, "Stronger magnets");
  imp_changes_set_text (changes, fix, IMP_FIX_DID, "Replaced the whole gasket");
  imp_changes_set_text (changes, fix, IMP_FIX_NOW, "One wave is enough");
  imp_changes_add_removal (changes, fix, irritant);
  store_fixture_commit (fixture, changes, &commit);
  story.irritant = get_item (&commit, 0);
  story.report = get_item (&commit, 1);
  story.fix = get_item (&commit, 2);
  story.removal = get_item (&commit, 3);
  return story;
}

static GArray *
find (StoreFixture *fixture, ImpSort sort, const char *words)
{
  g_autoptr (ImpQuery) query = imp_query_new (ANY_STATE, words);
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpRanking) ranking = imp_store_rank (fixture->store, query, sort, NULL, &error);

  g_assert_no_error (error);
  return g_array_ref (ranking->items);
}

static void
assert_found (StoreFixture *fixture, const char *words, guint n)
{
  g_autoptr (GArray) items = find (fixture, IMP_SORT_IMPACT, words);

  g_test_message ("%s", words);
  g_assert_cmpuint (items->len, ==, n);
}

/* By each of these, and no more by any of the others. */
static void
assert_only (StoreFixture *fixture, const char *found, const char *not_found)
{
  g_auto (GStrv) present = g_strsplit (found, ", ", -1);
  g_auto (GStrv) absent = g_strsplit (not_found, ", ", -1);

  for (guint i = 0; present[i] != NULL; i++)
    assert_found (fixture, present[i], 1);
  for (guint i = 0; absent[i] != NULL; i++)
    assert_found (fixture, absent[i], 0);
}

#define EVERYTHING                                                                                 \
  "badge, loose, rain, ines, caron, goods, evreux, door access, magnets, gasket, wave"

static void
test_everything (StoreFixture *fixture, gconstpointer data)
{
  tell (fixture);
  assert_only (fixture, EVERYTHING ", bad, three tries, INÈS, door gasket rain", "badges, adge");
}

static void
set_text (StoreFixture *fixture, ImpItem item, guint8 field, const char *text, ImpCommit *commit)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, item, field, text);
  store_fixture_commit (fixture, changes, commit);
}

/* A step, an outcome and a tag of the irritant. */
static ImpItem
add_context (StoreFixture *fixture, const Story *story)
{
  ImpItem step = store_fixture_add_named (fixture, IMP_KIND_STEP, "Unloading");
  ImpItem outcome = store_fixture_add_named (fixture, IMP_KIND_OUTCOME, "Orders on time");
  ImpChanges *changes = imp_changes_new ();
  ImpItem tagging = imp_changes_add (changes, IMP_KIND_TAGGING);

  imp_changes_set_item (changes, story->irritant, IMP_IRRITANT_STEP, step);
  imp_changes_set_item (changes, story->irritant, IMP_IRRITANT_OUTCOME, outcome);
  imp_changes_set_item (changes, tagging, IMP_TAGGING_IRRITANT, story->irritant);
  imp_changes_set_text (changes, tagging, IMP_TAGGING_TAG, "Élan");
  store_fixture_commit (fixture, changes, NULL);
  return step;
}

static void
test_step_outcome_and_tags (StoreFixture *fixture, gconstpointer data)
{
  Story story = tell (fixture);
  ImpItem step = add_context (fixture, &story);
  g_autofree char *number = store_fixture_query_text (fixture, "SELECT n FROM tagging");
  ImpItem tagging = g_ascii_strtoll (number, NULL, 10);

  assert_only (fixture, EVERYTHING ", unloading, orders, elan", "loading");
  set_text (fixture, step, IMP_STEP_NAME, "Loading", NULL);
  set_text (fixture, tagging, IMP_TAGGING_TAG, "Autumn", NULL);
  assert_only (fixture, EVERYTHING ", loading, orders, autumn", "unloading, elan");
  store_fixture_delete (fixture, tagging);
  assert_only (fixture, EVERYTHING ", loading, orders", "autumn");
}

static void
test_follows_edits (StoreFixture *fixture, gconstpointer data)
{
  Story story = tell (fixture);
  g_auto (ImpCommit) last = { 0 };

  set_text (fixture, story.irritant, IMP_IRRITANT_TITLE, "Card reader", NULL);
  set_text (fixture, story.irritant, IMP_IRRITANT_DESCRIPTION, "Bent", NULL);
  set_text (fixture, story.report, IMP_REPORT_WORDS, "In snow", NULL);
  set_text (fixture, story.person, IMP_PERSON_NAME, "Zoë", NULL);
  set_text (fixture, story.department, IMP_DEPARTMENT_NAME, "Picking", NULL);
  set_text (fixture, story.site, IMP_SITE_NAME, "Porto", NULL);
  set_text (fixture, story.offering, IMP_OFFERING_NAME, "Gates", NULL);
  set_text (fixture, story.fix, IMP_FIX_TITLE, "Weaker springs", NULL);
  set_text (fixture, story.fix, IMP_FIX_DID, "Oiled", NULL);
  set_text (fixture, story.fix, IMP_FIX_NOW, "Quiet", &last);
  assert_only (fixture, "card, bent, snow, zoe, picking, porto, gates, springs, oiled, quiet",
               EVERYTHING);
  store_fixture_undo (fixture, last.txn, NULL);
  assert_only (fixture, "wave", "quiet");
}

/* What is unlinked or deleted is not found any more, and is again when it comes back. */
static void
test_follows_life (StoreFixture *fixture, gconstpointer data)
{
  Story story = tell (fixture);
  const struct
  {
    ImpItem item;
    const char *words;
  } lives[] = {
    { story.removal, "gasket" }, { story.fix, "magnets" },       { story.person, "ines, goods" },
    { story.site, "evreux" },    { story.report, "rain, ines" }, { story.offering, "door access" },
    { story.irritant, "badge" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lives); i++)
    {
      ImpChanges *changes = imp_changes_new ();
      g_auto (ImpCommit) commit = { 0 };
      g_auto (GStrv) words = g_strsplit (lives[i].words, ", ", -1);

      imp_changes_delete (changes, lives[i].item);
      store_fixture_commit (fixture, changes, &commit);
      for (guint w = 0; words[w] != NULL; w++)
        assert_found (fixture, words[w], 0);
      store_fixture_undo (fixture, commit.txn, NULL);
      assert_only (fixture, EVERYTHING, "");
    }
}

static void
test_somebody_moves (StoreFixture *fixture, gconstpointer data)
{
  Story story = tell (fixture);
  ImpItem office = store_fixture_add_named (fixture, IMP_KIND_DEPARTMENT, "Accounts");
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_item (changes, story.person, IMP_PERSON_DEPARTMENT, office);
  store_fixture_commit (fixture, changes, NULL);
  assert_only (fixture, "accounts, ines", "goods");
}

static gint64
count_index (StoreFixture *fixture)
{
  return store_fixture_query (fixture, "SELECT max (id) FROM irritant_text_data");
}

/* Another leader is no other name: nothing is written for it. */
static void
test_no_needless_writing (StoreFixture *fixture, gconstpointer data)
{
  Story story = tell (fixture);
  ImpChanges *changes = imp_changes_new ();
  const gint64 before = count_index (fixture);

  imp_changes_set_item (changes, story.site, IMP_SITE_LEADER, story.person);
  store_fixture_commit (fixture, changes, NULL);
  g_assert_cmpint (count_index (fixture), ==, before);
  set_text (fixture, story.site, IMP_SITE_NAME, "Porto", NULL);
  g_assert_cmpint (count_index (fixture), >, before);
}

static void
test_is_rebuilt (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tell (fixture);
  imp_store_rebuild (fixture->store, &error);
  g_assert_no_error (error);
  assert_only (fixture, EVERYTHING, "");
}

/* Rows that come from another laptop, piece by piece: names after those who speak of them. */
static void
test_follows_others (StoreFixture *fixture, gconstpointer data)
{
  StoreFixture other = { NULL };
  g_autoptr (GArray) nothing = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  ImpApplied applied;
  Story story;

  store_fixture_set_up (&other, NULL);
  story = tell (&other);
  set_text (&other, story.site, IMP_SITE_NAME, "Porto", NULL);
  nothing = imp_store_dup_vector (fixture->store, &error);
  rows = imp_store_read_rows (other.store, nothing, 1000, &error);
  g_assert_no_error (error);
  imp_store_apply_rows (fixture->store, rows, &applied, &error);
  g_assert_no_error (error);
  assert_only (fixture, "badge, loose, rain, ines, goods, porto, door, magnets, gasket", "evreux");
  store_fixture_tear_down (&other, NULL);
}

static void
test_erased_is_not_found (StoreFixture *fixture, gconstpointer data)
{
  Story story = tell (fixture);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpCommit) commit = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = NULL;

  imp_changes_set_text (changes, story.person, IMP_PERSON_NAME, NULL);
  imp_store_erase (fixture->store, changes, &commit, &error);
  g_assert_no_error (error);
  assert_only (fixture, "badge, goods", "ines, caron");
  dump = store_fixture_dump (fixture); /* every word that can be searched is in it */
  g_assert_null (strstr (dump, "caron"));
  g_assert_nonnull (strstr (dump, "badge"));
}

/* What has another form elsewhere is found by either. */
static void
test_forms (StoreFixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "strasse", "STRAßE",     "office", "oﬃce",
                                       "cafe",    "cafe\u0301", "がぎ",   "か\u3099ぎ",
                                       "हिन्दी",   "शब\u094dद",  "שלום",   "\uff02office" };

  store_fixture_record (fixture, "Straße oﬃce CAFÉ がぎ हिन्दी शब्द שָׁלוֹם", "3 measured", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    assert_found (fixture, words[i], 1);
  assert_only (fixture, "office", "かぎ, हन");
}

static void
assert_order (StoreFixture *fixture, const char *words, const ImpItem *expected, guint n)
{
  g_autoptr (GArray) items = find (fixture, IMP_SORT_MATCH, words);

  g_assert_cmpuint (items->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (items, guint32, i), ==, expected[i]);
}

static ImpItem
record_with (StoreFixture *fixture, const char *title, const char *description, const char *people)
{
  ImpItem irritant = store_fixture_record (fixture, title, people, NULL);

  set_text (fixture, irritant, IMP_IRRITANT_DESCRIPTION, description, NULL);
  return irritant;
}

/* The dearest is what speaks of it the least. */
static void
test_best_match_first (StoreFixture *fixture, gconstpointer data)
{
  ImpItem said = record_with (fixture, "Doors stick", "since the badge came", "500 measured");
  ImpItem begins = record_with (fixture, "Badges get lost", NULL, "100 measured");
  ImpItem whole = record_with (fixture, "My badge fails", NULL, "2 measured");
  ImpItem both = record_with (fixture, "Wrong door badge", NULL, "3 measured");

  assert_order (fixture, "badge", (ImpItem[]) { both, whole, begins, said }, 4);
  assert_order (fixture, "door bad", (ImpItem[]) { both, said }, 2);
  assert_order (fixture, "bad since", (ImpItem[]) { said }, 1);
  assert_order (fixture, "b", (ImpItem[]) { said, begins, both, whole }, 4); /* by impact */
  assert_order (fixture, NULL, (ImpItem[]) { said, begins, both, whole }, 4);
}

/* Where too many are found only whole words tell. */
static void
test_many_matches (StoreFixture *fixture, gconstpointer data)
{
  ImpItem said = record_with (fixture, "Doors stick", "since the badge came", "500 measured");
  ImpItem begins = record_with (fixture, "Badges get lost", NULL, "100 measured");
  ImpItem whole = record_with (fixture, "My badge fails", NULL, "2 measured");

  fixture->store->most_graded = 3;
  assert_order (fixture, "badge", (ImpItem[]) { whole, begins, said }, 3);
  fixture->store->most_graded = 2;
  assert_order (fixture, "badge", (ImpItem[]) { whole, said, begins }, 3);
  assert_order (fixture, "badg", (ImpItem[]) { said, begins, whole }, 3);
  assert_order (fixture, "badges", (ImpItem[]) { begins }, 1);
}

/* "[title] · line" with what is marked between brackets. */
static char *
print_match (StoreFixture *fixture, ImpItem irritant, const char *words)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_irritant_data_free);
  g_autoptr (ImpSearch) search = imp_search_new (words);
  const guint32 item = (guint32) irritant;
  const ImpIrritantData *row;
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  imp_store_read_irritants (fixture->store, &item, 1, rows, &error);
  imp_store_match_irritants (fixture->store, search, rows, &error);
  g_assert_no_error (error);
  row = rows->pdata[0];
  g_string_printf (text, "%u %u %u", row->match->title->len, row->match->offering->len,
                   row->match->sites->len);
  if (row->match->line != NULL)
    {
      const ImpMarkedLine *line = row->match->line;
      guint at = 0;

      g_string_append_c (text, ' ');
      for (guint i = 0; i < line->spans->len; i++)
        {
          const ImpSpan *span = &g_array_index (line->spans, ImpSpan, i);

          g_string_append_len (text, line->text + at, span->start - at);
          g_string_append_printf (text, "[%.*s]", (int) (span->end - span->start),
                                  line->text + span->start);
          at = span->end;
        }
      g_string_append (text, line->text + at);
    }
  return g_string_free_and_steal (text);
}

static void
test_shows_where (StoreFixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "badge", "1 0 0" },
    { "door badge", "1 1 0" },
    { "evr", "0 0 1" },
    { "ant", "0 0 0 The [ant]enna is loose" },
    { "badge rain", "1 0 0 “I stand in the [rain] at the gate” · Inès Caron, Goods in" },
    { "inès rain", "0 0 0 “I stand in the [rain] at the gate” · [Inès] Caron, Goods in" },
    { "goods", "0 0 0 “I stand in the rain at the gate” · Inès Caron, [Goods] in" },
    { "magnet", "0 0 0 Fix: Stronger [magnet]s" },
    { "gasket", "0 0 0 Fix: Replaced the whole [gasket]" },
    { "loose rain gate", "0 0 0 “I stand in the [rain] at the [gate]” · Inès Caron, Goods in" },
  };
  Story story = tell (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *match = print_match (fixture, story.irritant, cases[i][0]);

      g_assert_cmpstr (match, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/search-text/" path, StoreFixture, NULL, store_fixture_set_up, func,          \
              store_fixture_tear_down)
  ADD ("everything", test_everything);
  ADD ("step-outcome-and-tags", test_step_outcome_and_tags);
  ADD ("follows-edits", test_follows_edits);
  ADD ("follows-life", test_follows_life);
  ADD ("follows-who-moves", test_somebody_moves);
  ADD ("follows-others", test_follows_others);
  ADD ("no-needless-writing", test_no_needless_writing);
  ADD ("is-rebuilt", test_is_rebuilt);
  ADD ("erased-is-not-found", test_erased_is_not_found);
  ADD ("forms", test_forms);
  ADD ("best-match-first", test_best_match_first);
  ADD ("many-matches", test_many_matches);
  ADD ("shows-where", test_shows_where);
  return g_test_run ();
}
