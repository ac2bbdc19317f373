/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What wants something now: what is on each list, what is not, and on which day it comes. */
#include "config.h"

#include "store-fixture.h"
#include "store/imp-today-table.h"

#define TODAY STORE_FIXTURE_TODAY

static ImpToday *
look (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  ImpToday *today = imp_store_read_today (fixture->store, &error);

  g_assert_no_error (error);
  return today;
}

static ImpItem
commit (StoreFixture *fixture, ImpChanges *changes)
{
  g_auto (ImpCommit) done = { 0 };

  store_fixture_commit (fixture, changes, &done);
  return g_array_index (done.items, ImpItem, 0);
}

static ImpItem
record (StoreFixture *fixture, const char *title)
{
  return store_fixture_record (fixture, title, "10 measured", NULL);
}

static void
test_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpToday) before = look (fixture);
  g_autoptr (ImpToday) after = NULL;

  g_assert_true (before->is_new);
  g_assert_true (imp_today_is_empty (before));
  g_assert_cmpint (before->day, ==, TODAY);
  record (fixture, "The door sticks");
  after = look (fixture);
  g_assert_false (after->is_new);
  g_assert_true (imp_today_is_empty (after));
}

/* Promises */

static ImpItem
promise (StoreFixture *fixture, ImpItem fix, ImpDate due)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem item = imp_changes_add (changes, IMP_KIND_PROMISE);

  imp_changes_set_item (changes, item, IMP_PROMISE_FIX, fix);
  imp_changes_set_text (changes, item, IMP_PROMISE_TO, "Lyon warehouse");
  imp_changes_set_date (changes, item, IMP_PROMISE_FIRST, due);
  imp_changes_set_date (changes, item, IMP_PROMISE_DUE, due);
  return commit (fixture, changes);
}

static void
keep (StoreFixture *fixture, ImpItem promised)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_date (changes, promised, IMP_PROMISE_KEPT, TODAY);
  store_fixture_commit (fixture, changes, NULL);
}

static void
test_promises (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture, "The door sticks");
  ImpItem fix = store_fixture_add_fix (fixture, "Oil", irritant, IMP_DATE_NONE);
  ImpItem done = store_fixture_add_fix (fixture, "Grease", irritant, TODAY - 1);
  ImpItem kept = promise (fixture, fix, TODAY - 2);
  g_autoptr (ImpToday) today = NULL;
  const ImpPromiseLine *first, *last;

  keep (fixture, kept);
  promise (fixture, done, TODAY - 2);
  promise (fixture, fix, TODAY + 8);
  promise (fixture, fix, TODAY + 7);
  promise (fixture, fix, TODAY - 1);
  promise (fixture, fix, TODAY);
  today = look (fixture);
  g_assert_cmpuint (today->promises->len, ==, 3);
  g_assert_cmpuint (today->n_late, ==, 1);
  g_assert_cmpuint (today->n_due, ==, 2);
  g_assert_cmpint (today->last_due, ==, TODAY + 7);
  first = today->promises->pdata[0];
  last = today->promises->pdata[2];
  g_assert_cmpint (first->due, ==, TODAY - 1);
  g_assert_cmpstr (first->to, ==, "Lyon warehouse");
  g_assert_cmpstr (first->fix_title, ==, "Oil");
  g_assert_cmpint (last->due, ==, TODAY + 7);
}

/* What a colleague was promised without a fix is a promise too. */
static void
test_promise_without_fix (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpToday) today = NULL;

  promise (fixture, 0, TODAY - 30);
  today = look (fixture);
  g_assert_cmpuint (today->n_late, ==, 1);
  g_assert_cmpint (((ImpPromiseLine *) today->promises->pdata[0])->fix, ==, 0);
}

static void
test_counts_what_it_cuts (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpToday) today = NULL;

  for (guint i = 0; i < IMP_TODAY_ROWS + 3; i++)
    promise (fixture, 0, TODAY - 5);
  today = look (fixture);
  g_assert_cmpuint (today->promises->len, ==, IMP_TODAY_ROWS);
  g_assert_cmpuint (today->n_late, ==, IMP_TODAY_ROWS + 3);
}

/* Fixes */

static void
report_by (StoreFixture *fixture, ImpItem irritant, ImpItem person, ImpItem department, ImpDate day)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);

  imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
  imp_changes_set_item (changes, report, IMP_REPORT_PERSON, person);
  imp_changes_set_item (changes, report, IMP_REPORT_DEPARTMENT, department);
  imp_changes_set_date (changes, report, IMP_REPORT_DATE, day);
  store_fixture_commit (fixture, changes, NULL);
}

static void
test_to_confirm (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture, "The door sticks");
  ImpItem tom = store_fixture_add_named (fixture, IMP_KIND_PERSON, "Tom Firth");
  ImpItem ana = store_fixture_add_named (fixture, IMP_KIND_PERSON, "Ana Costa");
  ImpItem new, gone;
  g_autoptr (ImpToday) today = NULL;
  const ImpToConfirm *fix;

  report_by (fixture, irritant, tom, 0, TODAY - 40);
  report_by (fixture, irritant, ana, 0, TODAY - 30);
  report_by (fixture, irritant, ana, 0, TODAY - 29);
  store_fixture_add_fix (fixture, "Plan", irritant, IMP_DATE_NONE);
  new = store_fixture_add_fix (fixture, "Oil", irritant, TODAY - 2);
  store_fixture_add_fix (fixture, "Grease", irritant, TODAY - 400);
  gone = store_fixture_add_fix (fixture, "New door", irritant, TODAY - 3);
  store_fixture_confirm (fixture, gone, TODAY, IMP_VERDICT_GONE, "1");
  today = look (fixture);
  g_assert_cmpuint (today->n_to_confirm, ==, 2);
  g_assert_cmpuint (today->to_confirm->len, ==, 2);
  fix = today->to_confirm->pdata[0];
  g_assert_cmpstr (fix->title, ==, "Grease");
  fix = today->to_confirm->pdata[1];
  g_assert_cmpint (fix->fix, ==, new);
  g_assert_cmpint (fix->delivered, ==, TODAY - 2);
  g_assert_cmpuint (g_strv_length (fix->reporters), ==, 2);
  g_assert_cmpstr (fix->reporters[0], ==, "Ana Costa");
  g_assert_cmpstr (fix->reporters[1], ==, "Tom Firth");
}

/* Who said that it is better was asked. */
static void
test_asked (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture, "The door sticks");
  ImpItem fix = store_fixture_add_fix (fixture, "Oil", irritant, TODAY - 2);
  g_autoptr (ImpToday) today = NULL;

  store_fixture_confirm (fixture, fix, TODAY - 2, IMP_VERDICT_BETTER, "1");
  today = look (fixture);
  g_assert_cmpuint (today->n_to_confirm, ==, 0);
  g_assert_cmpuint (today->to_confirm->len, ==, 0);
}

/* News */

static void
decline (StoreFixture *fixture, ImpItem irritant, ImpDate day)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_date (changes, irritant, IMP_IRRITANT_DECLINED, day);
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_DECLINED_REASON, "It is replaced");
  store_fixture_commit (fixture, changes, NULL);
}

static void
tell (StoreFixture *fixture, ImpItem irritant, ImpItem fix, ImpItem person, ImpItem department)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem told = imp_changes_add (changes, IMP_KIND_TOLD);

  imp_changes_set_item (changes, told, IMP_TOLD_IRRITANT, irritant);
  imp_changes_set_item (changes, told, IMP_TOLD_FIX, fix);
  imp_changes_set_item (changes, told, IMP_TOLD_PERSON, person);
  imp_changes_set_item (changes, told, IMP_TOLD_DEPARTMENT, department);
  store_fixture_commit (fixture, changes, NULL);
}

/* Two sites, two irritants of one fix: each colleague stands once. */
static void
test_news_of_a_fix (StoreFixture *fixture, gconstpointer data)
{
  ImpItem door = record (fixture, "The door sticks"), gate = record (fixture, "So does the gate");
  ImpItem tom = store_fixture_add_named (fixture, IMP_KIND_PERSON, "Tom Firth");
  ImpItem returns = store_fixture_add_named (fixture, IMP_KIND_DEPARTMENT, "returns");
  ImpItem late = store_fixture_add_named (fixture, IMP_KIND_PERSON, "Ana Costa");
  ImpItem fix = store_fixture_add_fix (fixture, "Oil", door, TODAY - 2);
  ImpChanges *changes = imp_changes_new ();
  g_autoptr (ImpToday) today = NULL;
  const ImpNews *news;

  imp_changes_add_removal (changes, fix, gate);
  imp_changes_set_text (changes, fix, IMP_FIX_NOW, "It opens");
  store_fixture_commit (fixture, changes, NULL);
  report_by (fixture, door, tom, 0, TODAY - 9);
  report_by (fixture, gate, tom, 0, TODAY - 8);
  report_by (fixture, gate, 0, returns, TODAY - 2);
  report_by (fixture, gate, late, 0, TODAY - 1);
  today = look (fixture);
  g_assert_cmpuint (today->n_news, ==, 1);
  g_assert_cmpuint (today->n_untold, ==, 2);
  news = today->news->pdata[0];
  g_assert_cmpint (news->fix, ==, fix);
  g_assert_cmpint (news->since, ==, TODAY - 2);
  g_assert_cmpuint (news->untold->len, ==, 2);
  g_assert_cmpstr (((ImpUntold *) news->untold->pdata[0])->why, ==, "It opens");
  imp_today_unref (g_steal_pointer (&today));
  tell (fixture, gate, fix, tom, 0);
  tell (fixture, gate, fix, 0, returns);
  today = look (fixture);
  g_assert_cmpuint (today->n_news, ==, 0);
  g_assert_cmpuint (today->n_untold, ==, 0);
}

static void
test_news_of_a_refusal (StoreFixture *fixture, gconstpointer data)
{
  ImpItem door = record (fixture, "The door sticks"), gate = record (fixture, "So does the gate");
  ImpItem tom = store_fixture_add_named (fixture, IMP_KIND_PERSON, "Tom Firth");
  g_autoptr (ImpToday) today = NULL;
  const ImpNews *first;

  report_by (fixture, door, tom, 0, TODAY - 9);
  report_by (fixture, gate, tom, 0, TODAY - 9);
  decline (fixture, door, TODAY);
  decline (fixture, gate, TODAY - 1);
  today = look (fixture);
  g_assert_cmpuint (today->n_news, ==, 2);
  g_assert_cmpuint (today->n_untold, ==, 1);
  first = today->news->pdata[0];
  g_assert_cmpint (first->irritant, ==, gate);
  g_assert_cmpint (first->fix, ==, 0);
  imp_today_unref (g_steal_pointer (&today));
  tell (fixture, gate, 0, tom, 0);
  today = look (fixture);
  g_assert_cmpuint (today->n_news, ==, 1);
  g_assert_cmpint (((ImpNews *) today->news->pdata[0])->irritant, ==, door);
}

static void
test_old_news (StoreFixture *fixture, gconstpointer data)
{
  ImpItem tom = store_fixture_add_named (fixture, IMP_KIND_PERSON, "Tom Firth");
  g_autoptr (ImpToday) today = NULL;

  for (int days = IMP_BRIEFING_NEWS_DAYS; days <= IMP_BRIEFING_NEWS_DAYS + 1; days++)
    {
      ImpItem irritant = record (fixture, "The door sticks");

      report_by (fixture, irritant, tom, 0, TODAY - 300);
      store_fixture_add_fix (fixture, "Oil", irritant, TODAY - days);
    }
  today = look (fixture);
  g_assert_cmpuint (today->n_news, ==, 1);
  g_assert_cmpint (((ImpNews *) today->news->pdata[0])->since, ==, TODAY - IMP_BRIEFING_NEWS_DAYS);
}

/* All of them are counted; the others come when these have been told. */
static void
test_many_reporters (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture, "The door sticks");
  ImpChanges *changes = imp_changes_new ();
  g_autoptr (ImpToday) today = NULL;
  const ImpNews *news;

  for (guint i = 0; i < IMP_TODAY_MOST + 3; i++)
    {
      ImpItem person = imp_changes_add (changes, IMP_KIND_PERSON);
      ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);

      imp_changes_set_text (changes, person, IMP_PERSON_NAME, "Tom Firth");
      imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
      imp_changes_set_item (changes, report, IMP_REPORT_PERSON, person);
    }
  store_fixture_commit (fixture, changes, NULL);
  decline (fixture, irritant, TODAY);
  today = look (fixture);
  g_assert_cmpuint (today->n_news, ==, 1);
  g_assert_cmpuint (today->n_untold, ==, IMP_TODAY_MOST + 3);
  news = today->news->pdata[0];
  g_assert_cmpuint (news->untold->len, ==, IMP_TODAY_MOST);
  g_assert_cmpuint (news->n_untold, ==, IMP_TODAY_MOST + 3);
}

/* So many that nobody counts them are not counted. */
static void
test_much_news (StoreFixture *fixture, gconstpointer data)
{
  ImpItem tom = store_fixture_add_named (fixture, IMP_KIND_PERSON, "Tom Firth");
  ImpChanges *changes = imp_changes_new ();
  g_autoptr (ImpToday) today = NULL;

  for (guint i = 0; i < IMP_TODAY_COUNTED + 2; i++)
    {
      ImpItem irritant = imp_changes_add (changes, IMP_KIND_IRRITANT);
      ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);

      imp_changes_set_date (changes, irritant, IMP_IRRITANT_DECLINED, TODAY);
      imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
      imp_changes_set_item (changes, report, IMP_REPORT_PERSON, tom);
    }
  store_fixture_commit (fixture, changes, NULL);
  today = look (fixture);
  g_assert_cmpuint (today->n_news, ==, IMP_TODAY_COUNTED);
  g_assert_true (today->more_news);
  g_assert_cmpuint (today->news->len, ==, IMP_TODAY_MOST);
  g_assert_cmpuint (today->n_untold, ==, 1);
}

/* One fix can have any number of reporters: they are counted up to a bound. */
static void
test_bounds_reports (StoreFixture *fixture, gconstpointer data)
{
  ImpItem irritant = record (fixture, "The door sticks");
  ImpChanges *changes = imp_changes_new ();
  g_autoptr (ImpToday) today = NULL;
  const ImpNews *news;

  for (guint i = 0; i < IMP_TODAY_REPORTS + 3; i++)
    {
      ImpItem person = imp_changes_add (changes, IMP_KIND_PERSON);
      ImpItem report = imp_changes_add (changes, IMP_KIND_REPORT);

      imp_changes_set_text (changes, person, IMP_PERSON_NAME, "Tom Firth");
      imp_changes_set_item (changes, report, IMP_REPORT_IRRITANT, irritant);
      imp_changes_set_item (changes, report, IMP_REPORT_PERSON, person);
    }
  store_fixture_commit (fixture, changes, NULL);
  decline (fixture, irritant, TODAY);
  today = look (fixture);
  g_assert_cmpuint (today->n_news, ==, 1);
  g_assert_true (today->more_news);
  g_assert_cmpuint (today->n_untold, ==, IMP_TODAY_REPORTS);
  news = today->news->pdata[0];
  g_assert_true (news->more_untold);
  g_assert_cmpuint (news->n_untold, ==, IMP_TODAY_REPORTS);
}

/* Rounds */

static gint64
get_noon (ImpDate day)
{
  return day * IMP_DAY_MS + IMP_DAY_MS / 2;
}

/* started, ended: IMP_DATE_NONE: not yet. */
static ImpItem
add_round (StoreFixture *fixture, ImpItem site, ImpDate planned, ImpDate started, ImpDate ended)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem round = imp_changes_add (changes, IMP_KIND_ROUND);

  imp_changes_set_item (changes, round, IMP_ROUND_SITE, site);
  imp_changes_set_date (changes, round, IMP_ROUND_PLANNED, planned);
  if (imp_date_is_set (started))
    imp_changes_set_integer (changes, round, IMP_ROUND_STARTED, get_noon (started));
  if (imp_date_is_set (ended))
    imp_changes_set_integer (changes, round, IMP_ROUND_ENDED, get_noon (ended));
  return commit (fixture, changes);
}

static ImpItem
add_site (StoreFixture *fixture, const char *name, int weeks)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem site = imp_changes_add (changes, IMP_KIND_SITE);

  imp_changes_set_text (changes, site, IMP_SITE_NAME, name);
  imp_changes_set_integer (changes, site, IMP_SITE_WEEKS, weeks);
  return commit (fixture, changes);
}

static const ImpTodayRound *
get_round (const ImpToday *today, guint position)
{
  g_assert_cmpuint (position, <, today->rounds->len);
  return today->rounds->pdata[position];
}

static void
test_rounds (StoreFixture *fixture, gconstpointer data)
{
  ImpItem ghent = add_site (fixture, "Ghent", 0);
  ImpItem under_way = add_round (fixture, ghent, TODAY, TODAY, IMP_DATE_NONE);
  ImpItem late = add_round (fixture, ghent, TODAY - 1, IMP_DATE_NONE, IMP_DATE_NONE);
  ImpItem today_too = add_round (fixture, ghent, TODAY, IMP_DATE_NONE, IMP_DATE_NONE);
  ImpItem ahead = add_round (fixture, ghent, TODAY + 28, IMP_DATE_NONE, IMP_DATE_NONE);
  g_autoptr (ImpToday) today = NULL;

  add_round (fixture, ghent, TODAY + 29, IMP_DATE_NONE, IMP_DATE_NONE);
  add_round (fixture, ghent, TODAY - 9, TODAY - 9, TODAY - 9);
  today = look (fixture);
  g_assert_cmpuint (today->n_rounds, ==, 4);
  g_assert_cmpuint (today->n_under_way, ==, 1);
  g_assert_cmpuint (today->n_due_rounds, ==, 2);
  g_assert_cmpint (get_round (today, 0)->line.item, ==, under_way);
  g_assert_cmpint (get_round (today, 1)->line.item, ==, late);
  g_assert_cmpint (get_round (today, 2)->line.item, ==, today_too);
  g_assert_cmpint (get_round (today, 3)->line.item, ==, ahead);
}

static void
test_rounds_by_rhythm (StoreFixture *fixture, gconstpointer data)
{
  ImpItem due = add_site (fixture, "Porto", 4), soon = add_site (fixture, "Leeds", 4);
  ImpItem far = add_site (fixture, "Ghent", 10);
  ImpItem last = add_round (fixture, due, TODAY - 28, TODAY - 28, TODAY - 28);
  ImpItem kept;
  g_autoptr (ImpToday) today = NULL;

  add_round (fixture, soon, TODAY - 27, TODAY - 27, TODAY - 27);
  add_round (fixture, far, TODAY - 27, TODAY - 27, TODAY - 27);
  kept = promise (fixture, 0, TODAY + 90);
  keep (fixture, kept);
  for (guint i = 0; i < 2; i++)
    {
      ImpChanges *changes = imp_changes_new ();

      imp_changes_set_item (changes, i == 0 ? kept : promise (fixture, 0, TODAY + 90),
                            IMP_PROMISE_ROUND, last);
      store_fixture_commit (fixture, changes, NULL);
    }
  today = look (fixture);
  g_assert_cmpuint (today->n_rounds, ==, 2);
  g_assert_cmpuint (today->n_due_rounds, ==, 1);
  g_assert_cmpint (get_round (today, 0)->line.site, ==, due);
  g_assert_cmpint (get_round (today, 0)->line.item, ==, 0);
  g_assert_cmpint (get_round (today, 0)->line.planned, ==, TODAY);
  g_assert_cmpint (get_round (today, 0)->last, ==, TODAY - 28);
  g_assert_cmpuint (get_round (today, 0)->n_promised, ==, 2);
  g_assert_cmpuint (get_round (today, 0)->n_kept, ==, 1);
  g_assert_cmpint (get_round (today, 1)->line.planned, ==, TODAY + 1);
  g_assert_cmpuint (get_round (today, 1)->n_promised, ==, 0);
}

static void
add (const char *path, void (*func) (StoreFixture *fixture, gconstpointer data))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/today/nothing", test_nothing);
  add ("/store/today/promises", test_promises);
  add ("/store/today/promise-without-fix", test_promise_without_fix);
  add ("/store/today/counts-what-it-cuts", test_counts_what_it_cuts);
  add ("/store/today/to-confirm", test_to_confirm);
  add ("/store/today/asked", test_asked);
  add ("/store/today/news-of-a-fix", test_news_of_a_fix);
  add ("/store/today/news-of-a-refusal", test_news_of_a_refusal);
  add ("/store/today/old-news", test_old_news);
  add ("/store/today/many-reporters", test_many_reporters);
  add ("/store/today/much-news", test_much_news);
  add ("/store/today/bounds-reports", test_bounds_reports);
  add ("/store/today/rounds", test_rounds);
  add ("/store/today/rounds-by-rhythm", test_rounds_by_rhythm);
  return g_test_run ();
}
