/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How SQLite goes about every question that somebody waits for. */
#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "store-fixture.h"
#include "store/imp-announcement-table.h"
#include "store/imp-briefing-table.h"
#include "store/imp-connection-private.h"
#include "store/imp-fix-table.h"
#include "store/imp-heard-table.h"
#include "store/imp-irritant-table.h"
#include "store/imp-overview-table.h"
#include "store/imp-pass-round.h"
#include "store/imp-query-values.h"
#include "store/imp-remark-table.h"
#include "store/imp-round-table.h"
#include "store/imp-similar-table.h"
#include "store/imp-today-table.h"
#include "store/imp-told-table.h"

/* Of these there are as many as a backlog grows: reading them all takes longer and longer. By the
 * names they have in the statements. */
static const char *const large[] = {
  "irritant", "i", "report",  "t",          "r",       "fix",     "f",
  "promise",  "p", "cell",    "item",       "removal", "c",       "confirmation",
  "entry",    "e", "journal", "attachment", "blob",    "tagging", "observation",
  "h",        "q", "m",       "told"
};
/* What is found by these belongs to one irritant, fix or issue, or to one period. */
static const char *const narrow[] = {
  "report_by_irritant",    "removal_by_fix",
  "removal_by_irritant",   "promise_by_fix",
  "confirmation_by_fix",   "entry_by_fix",
  "entry_by_irritant",     "fix_by_delivered",
  "entry_by_announcement", "attachment_by_irritant",
  "tagging_by_irritant",   "irritant_pinned",
  "irritant_by_declined",  "promise_by_first",
  "PRIMARY KEY",           "(confirmed>? AND confirmed<?)",
  "report_by_round",       "observation_by_round",
  "meeting_by_round",      "promise_by_round",
};
/* Read front to back, as nothing else would do: the ids in order and the fixes to be counted, out
 * of indexes that have all that is asked for, the promises that are open, what was erased, what
 * was asked again to no avail, what has a photo, and what is counted for each site, step, tag… */
static const char *const whole[] = {
  "COVERING INDEX irritant_by_impact",
  "COVERING INDEX irritant_by_payback",
  "COVERING INDEX irritant_by_age",
  "COVERING INDEX fix_by_state",
  "INDEX fix_to_confirm",
  "INDEX promise_open",
  "COVERING INDEX cell_forgets",
  "INDEX confirmation_still_there",
  "COVERING INDEX attachment_photos",
  "COVERING INDEX report_by_site",
  "COVERING INDEX report_by_department",
  "COVERING INDEX report_by_person",
  "COVERING INDEX irritant_by_offering",
  "COVERING INDEX irritant_by_step",
  "COVERING INDEX irritant_by_outcome",
  "COVERING INDEX irritant_by_waste",
  "COVERING INDEX irritant_by_change",
  "COVERING INDEX tagging_by_tag",
  "INDEX observation_by_date",
};

/* One line of a plan: "SCAN i USING INDEX …", with what it stands under. */
typedef struct
{
  int parent;
  char *detail, *table; /* table: NULL where none is read */
} Node;

static void
node_clear (gpointer data)
{
  Node *node = data;

  g_free (node->detail);
  g_free (node->table);
}

static gboolean
has_one_of (const char *text, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (strstr (text, list[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_large (const char *table)
{
  for (gsize i = 0; table != NULL && i < G_N_ELEMENTS (large); i++)
    if (g_str_equal (table, large[i]))
      return TRUE;
  return FALSE;
}

/* Of all of a large table. */
static gboolean
is_scan (const Node *node)
{
  return g_str_has_prefix (node->detail, "SCAN ") && is_large (node->table)
         && !has_one_of (node->detail, whole, G_N_ELEMENTS (whole));
}

/* What is read may be many rows. */
static gboolean
is_wide (const Node *node)
{
  return is_large (node->table) && !has_one_of (node->detail, narrow, G_N_ELEMENTS (narrow));
}

/* Sorting is fine for what belongs to one thing, not for what may be many rows. */
static gboolean
sorts_many (GArray *plan, const Node *sort)
{
  gboolean wide = FALSE;

  if (strstr (sort->detail, "TEMP B-TREE") == NULL)
    return FALSE;
  for (guint i = 0; i < plan->len; i++)
    {
      const Node *node = &g_array_index (plan, Node, i);

      wide |= node->parent == sort->parent && is_wide (node);
    }
  return wide;
}

static void
add_node (GArray *plan, sqlite3_stmt *row, GHashTable *made)
{
  g_autofree char *detail = g_strdup ((const char *) sqlite3_column_text (row, 3));
  g_auto (GStrv) words = g_strsplit (detail, " ", 3);
  Node node = { .parent = sqlite3_column_int (row, 1) };

  if (g_str_equal (words[0], "MATERIALIZE") || g_str_equal (words[0], "CO-ROUTINE"))
    g_hash_table_add (made, g_strdup (words[1]));
  else if (words[1] != NULL && !g_hash_table_contains (made, words[1]))
    node.table = g_strdup (words[1]);
  node.detail = g_steal_pointer (&detail);
  g_array_append_val (plan, node);
}

static GArray *
explain (sqlite3 *db, const char *sql)
{
  g_autofree char *question = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *plan = g_array_new (FALSE, FALSE, sizeof (Node));
  sqlite3_stmt *statement = NULL;

  g_array_set_clear_func (plan, node_clear);
  g_assert_cmpint (sqlite3_prepare_v2 (db, question, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    add_node (plan, statement, made);
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
  return plan;
}

/* Adds what is wrong with the plan. */
static void
look_at_plan (sqlite3 *db, const char *sql, GString *trouble)
{
  g_autoptr (GArray) plan = explain (db, sql);

  for (guint i = 0; i < plan->len; i++)
    {
      const Node *node = &g_array_index (plan, Node, i);

      if (is_scan (node) || sorts_many (plan, node))
        g_string_append_printf (trouble, "%s of %s\n", node->detail, sql);
    }
}

static void
assert_all_plans (StoreFixture *fixture)
{
  sqlite3 *db = imp_store_get_connection (fixture->store)->db;
  g_autoptr (GString) trouble = g_string_new (NULL);
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func (g_free);

  for (sqlite3_stmt *s = sqlite3_next_stmt (db, NULL); s != NULL; s = sqlite3_next_stmt (db, s))
    if (g_str_has_prefix (sqlite3_sql (s), "SELECT"))
      g_ptr_array_add (questions, g_strdup (sqlite3_sql (s)));
  g_assert_cmpuint (questions->len, >, 30);
  for (guint i = 0; i < questions->len; i++)
    look_at_plan (db, questions->pdata[i], trouble);
  g_assert_cmpstr (trouble->str, ==, "");
}

/* Everything that may hang on an irritant and a fix. */
static void
fill (StoreFixture *fixture, ImpItem *irritant, ImpItem *fix)
{
  ImpItem site = store_fixture_add_named (fixture, IMP_KIND_SITE, "Ghent");

  *irritant = store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
  store_fixture_add_report (fixture, *irritant, site, STORE_FIXTURE_TODAY);
  *fix = store_fixture_add_fix (fixture, "New rollers", *irritant, STORE_FIXTURE_TODAY);
  store_fixture_confirm (fixture, *fix, STORE_FIXTURE_TODAY, IMP_VERDICT_GONE, "1");
}

static void
ask_lists (ImpStore *store)
{
  g_autoptr (ImpQuery) filters = imp_query_parse (
      "site:a department:a offering:a step:a outcome:a waste:waiting kind:process person:a tag:a"
      " since:2026-01 before:2026-12 has:photo unknown:people unknown:often unknown:minutes"
      " unknown:effort unknown:any customers:yes pinned:yes");

  for (ImpSort sort = IMP_SORT_IMPACT; sort < IMP_N_SORTS; sort++)
    {
      g_autoptr (ImpQuery) any = imp_query_parse ("state:any");
      g_autoptr (ImpQuery) words = imp_query_parse ("state:any pri");
      g_autoptr (ImpRanking) all = imp_store_rank (store, any, sort, NULL, NULL);
      g_autoptr (ImpRanking) found = imp_store_rank (store, words, sort, NULL, NULL);

      g_assert_cmpuint (all->items->len, ==, 1);
      g_assert_cmpuint (found->items->len, ==, 1);
    }
  imp_ranking_free (imp_store_rank (store, filters, IMP_SORT_IMPACT, NULL, NULL));
  for (ImpQueryKey key = 0; key < IMP_N_QUERY_KEYS; key++)
    g_ptr_array_unref (imp_store_read_query_values (store, NULL, key, NULL, NULL));
  g_ptr_array_unref (imp_store_read_views (store, NULL));
  for (ImpFixState state = IMP_FIX_STATE_PLANNED; state <= IMP_FIX_STATE_CONFIRMED; state++)
    {
      g_autoptr (GPtrArray) cards = imp_store_read_fix_cards (store, state, 50, NULL);

      g_assert_nonnull (cards);
    }
}

static void
ask_pages (ImpStore *store, ImpItem irritant, ImpItem fix)
{
  g_autoptr (ImpIrritantPage) page = imp_store_read_irritant_page (store, irritant, NULL);
  g_autoptr (ImpFixPage) fix_page = imp_store_read_fix_page (store, fix, NULL);
  g_autoptr (GArray) promises = imp_store_read_open_promises (store, fix, NULL);
  g_autoptr (GPtrArray) due = imp_store_read_promises (store, STORE_FIXTURE_TODAY, NULL);
  ImpCounts counts;

  g_assert_nonnull (page);
  g_assert_nonnull (fix_page);
  g_assert_nonnull (promises);
  g_assert_nonnull (due);
  g_assert_true (imp_store_count (store, STORE_FIXTURE_TODAY, &counts, NULL));
}

static void
ask_for_issue (ImpStore *store)
{
  const ImpDate from = STORE_FIXTURE_TODAY - 30, to = STORE_FIXTURE_TODAY;
  g_autoptr (GPtrArray) told = imp_store_read_tellable (store, from, to, IMP_TOLD_DRAFTED, NULL);
  g_autoptr (GPtrArray) coming = imp_store_read_coming (store, to, 5, NULL);
  g_autoptr (GPtrArray) refused = imp_store_read_refusals (store, from, to, 5, NULL);
  g_autoptr (GPtrArray) issues = imp_store_read_announcements (store, NULL);
  g_auto (ImpPromiseSum) sum = { 0 };

  g_assert_nonnull (told);
  g_assert_nonnull (coming);
  g_assert_nonnull (refused);
  g_assert_nonnull (issues);
  g_assert_true (imp_store_sum_promises (store, from, to, &sum, NULL));
}

static void
ask_for_similar (ImpStore *store, ImpItem irritant)
{
  g_autoptr (GPtrArray) known =
      imp_store_find_similar (store, "printer badge", NULL, NULL, IMP_SIMILAR_MOST, NULL, NULL);
  ImpItem fix;

  g_assert_cmpuint (known->len, >, 0);
  g_assert_true (imp_store_find_remover (store, irritant, &fix, NULL));
}

/* With everything that may hang on a round. */
static ImpItem
fill_round (StoreFixture *fixture, ImpItem irritant)
{
  g_auto (ImpCommit) commit = { 0 };
  ImpChanges *changes = imp_changes_new ();
  ImpItem round = imp_changes_add (changes, IMP_KIND_ROUND);
  ImpItem site = imp_changes_add (changes, IMP_KIND_SITE);
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);
  ImpItem observation = imp_changes_add (changes, IMP_KIND_OBSERVATION);

  imp_changes_set_text (changes, site, IMP_SITE_NAME, "Porto");
  imp_changes_set_item (changes, round, IMP_ROUND_SITE, site);
  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_item (changes, report, IMP_REPORT_SITE, site);
  imp_changes_set_item (changes, report, IMP_REPORT_ROUND, round);
  imp_changes_set_item (changes, observation, IMP_OBSERVATION_ROUND, round);
  imp_changes_set_text (changes, observation, IMP_OBSERVATION_WORDS, "All well");
  imp_changes_set_integer (changes, observation, IMP_OBSERVATION_SORT, IMP_OBSERVATION_WORKS);
  imp_changes_set_date (changes, observation, IMP_OBSERVATION_DATE, STORE_FIXTURE_TODAY);
  store_fixture_commit (fixture, changes, &commit);
  return g_array_index (commit.items, ImpItem, 0);
}

static void
ask_for_round (ImpStore *store, ImpItem round)
{
  g_autoptr (ImpRoundPage) page = imp_store_read_round_page (store, round, NULL);
  g_autoptr (ImpBriefing) briefing = imp_store_read_briefing (store, round, NULL);
  g_autoptr (GPtrArray) ahead = imp_store_read_rounds_ahead (store, NULL);
  g_autoptr (GPtrArray) past = imp_store_read_rounds_past (store, "well", 5, NULL);
  g_autoptr (GPtrArray) said = imp_store_read_observations (store, "well", 0, 5, NULL);
  g_autoptr (ImpPassedRound) passed = imp_store_pass_round (store, round, TRUE, NULL);
  g_autoptr (GPtrArray) remarks =
      imp_store_read_remarks (store, STORE_FIXTURE_TODAY - 30, STORE_FIXTURE_TODAY, 5, NULL);
  g_autoptr (GArray) told = imp_store_read_told (store, 1, 0, 1, 0, NULL);
  g_autoptr (GArray) of_fix = imp_store_read_told (store, 1, 1, 1, 0, NULL);
  g_autoptr (ImpToday) today = imp_store_read_today (store, NULL);

  g_assert_nonnull (today);
  g_assert_cmpuint (page->heard->len, ==, 2);
  g_assert_cmpuint (briefing->n_irritants, ==, 1);
  g_assert_cmpuint (ahead->len, ==, 1);
  g_assert_nonnull (past);
  g_assert_cmpuint (said->len, ==, 1);
  g_assert_nonnull (passed);
  g_assert_cmpuint (remarks->len, ==, 1);
  g_assert_nonnull (told);
  g_assert_nonnull (of_fix);
}

static void
test_plans (StoreFixture *fixture, gconstpointer data)
{
  g_auto (ImpCommit) commit = { 0 };
  ImpItem irritant, fix;

  fill (fixture, &irritant, &fix);
  ask_lists (fixture->store);
  ask_pages (fixture->store, irritant, fix);
  ask_for_issue (fixture->store);
  ask_for_similar (fixture->store, irritant);
  store_fixture_record (fixture, "Door sticks", "2-5 one", &commit);
  for (ImpSort sort = IMP_SORT_IMPACT; sort < IMP_N_SORTS; sort++)
    imp_ranking_free (imp_store_rank (fixture->store, NULL, sort, NULL, NULL));
  ask_for_round (fixture->store,
                 fill_round (fixture, store_fixture_record (fixture, "Dark", NULL, NULL)));
  store_fixture_undo (fixture, commit.txn, NULL);
  assert_all_plans (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/plans/no-long-scans", StoreFixture, NULL, store_fixture_set_up, test_plans,
              store_fixture_tear_down);
  return g_test_run ();
}
