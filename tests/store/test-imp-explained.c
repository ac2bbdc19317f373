/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Why an irritant stands where it stands, and what is worth asking, read from a backlog. */
#include "config.h"

#include "base/imp-error.h"
#include "model/imp-explanation-words.h"
#include "store-fixture.h"
#include "store/imp-explained.h"
#include "store/imp-irritant-table.h"

static ImpItem
record (StoreFixture *fixture, const char *title, const char *people, const char *known)
{
  ImpItem irritant = store_fixture_record (fixture, title, people, NULL);
  ImpChanges *changes = imp_changes_new ();
  g_autofree char *often = g_strconcat ("20 ", known, NULL);
  g_autofree char *minutes = g_strconcat ("6 ", known, NULL);

  imp_changes_set_text (changes, irritant, IMP_IRRITANT_OFTEN, often);
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_MINUTES, minutes);
  store_fixture_commit (fixture, changes, NULL);
  return irritant;
}

/* As many hours as people, times two. */
static ImpItem
fill (StoreFixture *fixture)
{
  record (fixture, "Till freezes", "100 measured", "measured");
  record (fixture, "Scanner signs out", "80 measured", "measured");
  record (fixture, "Rota is unreadable", "10 guess", "guess");
  return store_fixture_query (fixture, "SELECT n FROM irritant WHERE title LIKE 'Scanner%'");
}

static ImpExplanation *
explain (StoreFixture *fixture, ImpItem irritant)
{
  g_autoptr (GError) error = NULL;
  ImpExplanation *explanation = imp_store_explain (fixture->store, irritant, &error);

  g_assert_no_error (error);
  return explanation;
}

static void
test_explains (StoreFixture *fixture, gconstpointer data)
{
  ImpItem scanner = fill (fixture);
  g_autoptr (ImpExplanation) explanation = explain (fixture, scanner);
  const ImpStanding *own = imp_explanation_get_own (explanation);
  g_autofree char *comparison = imp_explanation_say_comparison (explanation);

  g_assert_cmpuint (explanation->standings->len, ==, 3);
  g_assert_cmpint (own->item, ==, scanner);
  g_assert_cmpstr (own->title, ==, "Scanner signs out");
  g_assert_cmpuint (own->rank, ==, 2);
  g_assert_cmpuint (explanation->group_first, ==, 1);
  g_assert_cmpuint (explanation->group_last, ==, 2);
  g_assert_cmpfloat (explanation->top_ten, ==, 1);
  g_assert_cmpfloat (own->impact.hours, ==, 160);
  /* Phi (log (100 / 80) / (0.2 x sqrt (6))) = Phi (0.4555) = 0.6756 */
  g_assert_cmpfloat_with_epsilon (
      imp_standing_get_chance (imp_explanation_get_ahead (explanation), own), 0.6756, 0.001);
  g_assert_true (g_str_has_prefix (comparison, "“Till freezes” stands ahead"));
}

/* The sentence, the page and the list say the same of one irritant. */
static void
test_agrees_with_the_page (StoreFixture *fixture, gconstpointer data)
{
  ImpItem scanner = fill (fixture);
  g_autoptr (ImpExplanation) explanation = explain (fixture, scanner);
  g_autoptr (ImpIrritantPage) page = imp_store_read_irritant_page (fixture->store, scanner, NULL);
  const ImpStanding *own = imp_explanation_get_own (explanation);

  g_assert_cmpuint (page->rank, ==, own->rank);
  g_assert_cmpuint (page->n_ranked, ==, explanation->n_ranked);
  g_assert_cmpuint (page->group_last, ==, explanation->group_last);
  g_assert_cmpfloat (page->top_ten, ==, explanation->top_ten);
  g_assert_cmpmem (&page->facts, sizeof page->facts, &own->facts, sizeof own->facts);
  g_assert_cmpmem (&page->impact, sizeof page->impact, &own->impact, sizeof own->impact);
}

static void
test_what_is_not_ranked (StoreFixture *fixture, gconstpointer data)
{
  ImpItem scanner = fill (fixture);
  g_autoptr (GError) error = NULL;

  store_fixture_add_fix (fixture, "New cradle", scanner, STORE_FIXTURE_TODAY);
  g_assert_null (imp_store_explain (fixture->store, scanner, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
}

/* It stands alone, and takes no rank from the others. */
static void
test_unasked (StoreFixture *fixture, gconstpointer data)
{
  ImpItem scanner = fill (fixture);
  ImpItem ticket = store_fixture_record_unasked (fixture, "Ticket", STORE_FIXTURE_TODAY);
  g_autoptr (ImpExplanation) asked = explain (fixture, scanner);
  g_autoptr (ImpExplanation) unasked = explain (fixture, ticket);
  g_autoptr (ImpIrritantPage) page = imp_store_read_irritant_page (fixture->store, ticket, NULL);
  g_autofree char *words = imp_explanation_say_comparison (unasked);
  g_autofree char *change = imp_explanation_say_change (unasked);
  g_autofree char *turning = imp_explanation_say_turning_points (unasked);

  g_assert_cmpuint (asked->n_ranked, ==, 3);
  g_assert_cmpuint (asked->standings->len, ==, 3);
  g_assert_true (imp_explanation_is_ranked (asked));
  g_assert_false (imp_explanation_is_ranked (unasked));
  g_assert_cmpuint (unasked->standings->len, ==, 1);
  g_assert_cmpstr (imp_explanation_get_own (unasked)->title, ==, "Ticket");
  g_assert_cmpfloat (unasked->top_ten, ==, -1);
  g_assert_cmpuint (unasked->past->len, ==, 0);
  g_assert_cmpuint (page->rank, ==, 0);
  g_assert_cmpuint (page->n_ranked, ==, 3);
  g_assert_cmpstr (words, ==,
                   "Nobody was asked yet what it costs, so it has no rank: it stands behind the 3 "
                   "that somebody was asked about.");
  g_assert_cmpstr (change, ==, "Ask how many, how often, how long.");
  g_assert_cmpstr (turning, ==, "");
}

/* What nobody was asked about is worth asking, though it has no place. */
static void
test_to_ask_the_unasked (StoreFixture *fixture, gconstpointer data)
{
  ImpItem ticket = store_fixture_record_unasked (fixture, "Ticket", STORE_FIXTURE_TODAY);
  g_autoptr (GPtrArray) all = NULL;

  fill (fixture);
  all = imp_store_read_to_ask (fixture->store, 10, NULL, NULL);
  g_assert_cmpint (((ImpToAsk *) all->pdata[0])->item, ==, ticket);
  g_assert_cmpuint (((ImpToAsk *) all->pdata[0])->rank, ==, 0);
  g_assert_cmpfloat (((ImpToAsk *) all->pdata[0])->asking.value, >, 0);
}

/* Of what is measured nothing is asked, and what is worth most comes first. */
static void
test_to_ask (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) one = NULL;
  const ImpToAsk *first;

  fill (fixture);
  record (fixture, "Badge reader", "70 one", "one");
  all = imp_store_read_to_ask (fixture->store, 10, NULL, NULL);
  one = imp_store_read_to_ask (fixture->store, 1, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (one->len, ==, 1);
  first = all->pdata[0];
  g_assert_cmpint (first->item, ==, ((ImpToAsk *) one->pdata[0])->item);
  g_assert_cmpstr (first->title, ==, "Badge reader");
  g_assert_cmpuint (first->rank, ==, 3);
  g_assert_cmpint (first->asking.question, ==, IMP_QUESTION_MINUTES);
  g_assert_cmpstr (((ImpToAsk *) all->pdata[1])->title, ==, "Rota is unreadable");
}

/* Each question once; those of one irritant after another where that is worth most. */
static void
test_to_ask_in_a_sitting (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (ImpAsked));
  ImpItem badge = record (fixture, "Badge reader", "70 one", "one");
  guint n = 0;

  fill (fixture);
  for (;; n++)
    {
      g_autoptr (GPtrArray) one = imp_store_read_to_ask (fixture->store, 1, asked, NULL);
      const ImpToAsk *to_ask = one->len > 0 ? one->pdata[0] : NULL;

      if (to_ask == NULL)
        break;
      g_assert_cmpuint (
          imp_asked_get_questions (asked, to_ask->item) & 1u << to_ask->asking.question, ==, 0);
      imp_asked_add (asked, to_ask->item, to_ask->asking.question);
    }
  g_assert_cmpuint (imp_asked_get_questions (asked, badge), ==, 7);
  g_assert_cmpuint (n, ==, 6); /* all of two irritants; the others are measured */
}

static void
test_nothing (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = imp_store_read_to_ask (fixture->store, 10, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (imp_store_explain (fixture->store, 1, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add ("/store/explained/" path, StoreFixture, NULL, store_fixture_set_up, func,            \
              store_fixture_tear_down)
  ADD ("explains", test_explains);
  ADD ("agrees-with-the-page", test_agrees_with_the_page);
  ADD ("what-is-not-ranked", test_what_is_not_ranked);
  ADD ("unasked", test_unasked);
  ADD ("to-ask", test_to_ask);
  ADD ("to-ask-the-unasked", test_to_ask_the_unasked);
  ADD ("to-ask-in-a-sitting", test_to_ask_in_a_sitting);
  ADD ("nothing", test_nothing);
  return g_test_run ();
}
