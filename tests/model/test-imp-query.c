/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The language in which irritants are searched and filtered. */
#include "config.h"

#include <string.h>

#include "model/imp-query-scan.h"
#include "model/imp-query-words.h"

#define NO_SUCH_STATE                                                                              \
  "No state is called “opn”: there are open, planned, being-fixed, fixed, confirmed, declined, "   \
  "unfixed, any"

static void
test_parses (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "  badge   reader ", "badge reader" },
    { "\"badge reader\" door", "\"badge reader\" door" },
    { "badge site:Lyon", "site:Lyon badge" },
    { "SITE:lyon State:OPEN", "state:open site:lyon" },
    { "site:\"New York\" -site:Lyon", "site:\"New York\" -site:Lyon" },
    { "site:Lyon site:Porto site:Lyon", "site:Lyon site:Porto" },
    { "site:\"Lyon\"", "site:\"Lyon\"" },
    { "state:\"Being fixed\"", "state:being-fixed" },
    { "site:“New York” „badge reader“", "site:\"New York\" \"badge reader\"" },
    { "site:\"The \"\"Old\"\" One\"", "site:\"The \"\"Old\"\" One\"" },
    { "state:opn", "state:opn" },
    { "http://x error:5 a:b:c", "http://x error:5 a:b:c" },
    { "\"site:Lyon\"", "\"site:Lyon\"" },
    { "-badge - :x", "-badge - :x" },
    { "site: badge", "site: badge" },
    { "badge\"reader\"", "badge \"reader\"" },
    { "\"badge reader", "\"badge reader\"" },
    { "since:2026-03 before:2026-03-15", "since:2026-03 before:2026-03-15" },
    { "has:PHOTO unknown:any customers:yes", "has:photo unknown:any customers:yes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ImpQuery) query = imp_query_parse (cases[i][0]);
      g_autofree char *text = imp_query_to_text (query);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

static void
test_filters (void)
{
  g_autoptr (ImpQuery) query =
      imp_query_parse ("-site:\"New York\" since:2026-03 door state:fixed");
  const ImpQueryFilter *state = imp_query_get_filter (query, 0);
  const ImpQueryFilter *site = imp_query_get_filter (query, 1);

  g_assert_cmpuint (imp_query_get_n_filters (query), ==, 3);
  g_assert_cmpint (state->key, ==, IMP_QUERY_STATE);
  g_assert_cmpint (state->choice, ==, IMP_QUERY_STATE_FIXED);
  g_assert_false (state->negated);
  g_assert_cmpstr (site->value, ==, "New York");
  g_assert_true (site->negated);
  g_assert_true (site->whole);
  g_assert_cmpint (imp_query_get_filter (query, 2)->day, ==, imp_date_new (2026, 3, 1));
  g_assert_true (imp_query_has_key (query, IMP_QUERY_SITE));
  g_assert_false (imp_query_has_key (query, IMP_QUERY_PERSON));
  g_assert_cmpuint (imp_search_count_words (imp_query_get_search (query)), ==, 1);
}

static void
test_words (void)
{
  g_autoptr (ImpQuery) query = imp_query_parse ("\"Badge reader\" état ☃ \"site:Lyon\"");
  ImpSearch *search = imp_query_get_search (query);

  g_assert_cmpuint (imp_search_count_words (search), ==, 3);
  g_assert_cmpstr (imp_search_get_word (search, 0), ==, "badge reader");
  g_assert_cmpstr (imp_search_get_word (search, 1), ==, "etat");
  g_assert_cmpstr (imp_search_get_word (search, 2), ==, "site lyon");
}

static guint
get_states (const char *text)
{
  g_autoptr (ImpQuery) query = imp_query_parse (text);

  return imp_query_get_states (query);
}

static void
test_states (void)
{
  const guint open = 1u << IMP_STATE_OPEN, declined = 1u << IMP_STATE_DECLINED;

  g_assert_cmphex (imp_query_get_states (NULL), ==, IMP_STATES_NOT_FIXED);
  g_assert_cmphex (get_states ("badge"), ==, IMP_STATES_NOT_FIXED);
  g_assert_cmphex (get_states ("state:unfixed"), ==, IMP_STATES_NOT_FIXED);
  g_assert_cmphex (get_states ("state:any"), ==, IMP_STATES_ALL);
  g_assert_cmphex (get_states ("state:open state:declined"), ==, open | declined);
  g_assert_cmphex (get_states ("-state:open"), ==, IMP_STATES_ALL & ~open);
  g_assert_cmphex (get_states ("state:unfixed -state:open"), ==, IMP_STATES_NOT_FIXED & ~open);
  g_assert_cmphex (get_states ("state:opn"), ==, 0);
  g_assert_cmphex (get_states ("-state:opn"), ==, 0);
  g_assert_cmphex (get_states ("state:opn state:open"), ==, open);
}

static void
test_problems (void)
{
  static const char *const cases[][2] = {
    { "badge site:nowhere state:open error:5", NULL },
    { "state:opn", NO_SUCH_STATE },
    { "since:yesterday", "“yesterday” is no day: type 2026-03-01, or 2026-03" },
    { "before:2026-02-30", "“2026-02-30” is no day: type 2026-03-01, or 2026-03" },
    { "-has:dog", "“has:” does not know “dog”, only photo" },
    { "site: badge", "After “site:” something is missing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ImpQuery) query = imp_query_parse (cases[i][0]);
      g_autofree char *problem = imp_query_dup_problem (query);

      g_assert_cmpstr (problem, ==, cases[i][1]);
    }
}

static void
assert_text (ImpQuery *query, const char *expected)
{
  g_autoptr (ImpQuery) owned = query;
  g_autofree char *text = imp_query_to_text (owned);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_changes (void)
{
  g_autoptr (ImpQuery) query = imp_query_parse ("site:Lyon site:Porto has:photo door");
  g_autoptr (ImpQuery) other = imp_query_parse ("state:open site:Ghent badge");

  assert_text (imp_query_with (query, IMP_QUERY_SITE, FALSE, TRUE, "New York"),
               "site:Lyon site:Porto site:\"New York\" has:photo door");
  assert_text (imp_query_with (NULL, IMP_QUERY_SITE, TRUE, FALSE, "New York"),
               "-site:\"New York\"");
  assert_text (imp_query_without (query, 0), "site:Porto has:photo door");
  assert_text (imp_query_without_key (query, IMP_QUERY_SITE), "has:photo door");
  assert_text (imp_query_with_words (query, "badge"), "site:Lyon site:Porto has:photo badge");
  assert_text (imp_query_and (query, other),
               "state:open site:Lyon site:Porto site:Ghent has:photo door badge");
  assert_text (imp_query_and (NULL, other), "state:open site:Ghent badge");
  assert_text (imp_query_ref (query), "site:Lyon site:Porto has:photo door");
}

/* What looks like a filter is none there. */
static void
test_new (void)
{
  assert_text (imp_query_new (IMP_STATES_NOT_FIXED, "door  site:Lyon"), "door \"site:Lyon\"");
  assert_text (imp_query_new (IMP_STATES_ALL, NULL), "state:any");
  assert_text (imp_query_new (0, NULL), "-state:any");
  assert_text (imp_query_new (1u << IMP_STATE_OPEN | 1u << IMP_STATE_DECLINED, ""),
               "state:open state:declined");
}

static void
test_narrow (void)
{
  static const char *const narrow[] = { "badge", "site:Lyon", "state:any has:photo" };
  static const char *const wide[] = { "", "state:any", "☃", "state:open state:fixed" };

  for (guint i = 0; i < G_N_ELEMENTS (narrow); i++)
    {
      g_autoptr (ImpQuery) query = imp_query_parse (narrow[i]);

      g_assert_true (imp_query_is_narrow (query));
    }
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    {
      g_autoptr (ImpQuery) query = imp_query_parse (wide[i]);

      g_assert_false (imp_query_is_narrow (query));
    }
  g_assert_false (imp_query_is_narrow (NULL));
}

static void
test_said (void)
{
  static const char *const cases[][2] = {
    { "", "Not yet fixed" },
    { "state:any", "Any state" },
    { "state:open state:being-fixed", "Open or Being fixed" },
    { "-state:declined", "Not Declined" },
    { "site:Lyon site:Porto -site:\"New York\" badge",
      "Not yet fixed · Lyon or Porto, not New York · “badge”" },
    { "since:2026-03 before:2026-04-15",
      "Not yet fixed · Since March 2026 · Before 15\u00a0April\u00a02026" },
    { "has:photo unknown:minutes customers:yes",
      "Not yet fixed · With a photo · Minutes not known · Customers see it" },
    { "-has:photo customers:no", "Not yet fixed · Without a photo · Customers do not see it" },
    { "-customers:no", "Not yet fixed · Customers see it" },
    { "state:opn since:x", "state:opn · since:x" },
    { "site:iPoint -tag:eBay", "Not yet fixed · iPoint · Not eBay" },
    { "\"badge reader\"", "Not yet fixed · \"badge reader\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ImpQuery) query = imp_query_parse (cases[i][0]);
      g_autofree char *words = imp_query_to_words (query);

      g_assert_cmpstr (words, ==, cases[i][1]);
    }
}

/* | is the cursor. */
static void
test_take_filters (void)
{
  static const struct
  {
    const char *typed, *taken, *left;
  } cases[] = {
    { "site:Lyon|", "", "site:Lyon|" },
    { "site:Lyon |", "site:Lyon", "|" },
    { "badge site:Lyon |", "site:Lyon", "badge |" },
    { "badge site:Lyon |door", "site:Lyon", "badge |door" },
    { "site:Ly|on door", "", "site:Ly|on door" },
    { "site: |", "", "site: |" },
    { "-has:photo site:\"New York\" x|", "site:\"New York\" -has:photo", "x|" },
    { "site:\"New |", "", "site:\"New |" },
    { "error:5 |", "", "error:5 |" },
    { "door |x site:Lyon y", "site:Lyon", "door |x y" },
    { "|site:Lyon ", "site:Lyon", "|" },
    { "-|site:Lyon x", "", "-|site:Lyon x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) halves = g_strsplit (cases[i].typed, "|", 2);
      g_autofree char *typed = g_strconcat (halves[0], halves[1], NULL);
      g_autofree char *rest = NULL, *left = NULL;
      guint cursor = (guint) strlen (halves[0]);
      g_autoptr (ImpQuery) taken = imp_query_take_filters (typed, FALSE, &cursor, &rest);

      assert_text (imp_query_ref (taken), cases[i].taken);
      left = g_strdup_printf ("%.*s|%s", (int) cursor, rest, rest + cursor);
      g_assert_cmpstr (left, ==, cases[i].left);
    }
}

static void
test_take_all (void)
{
  g_autofree char *rest = NULL;
  guint cursor = 3;
  g_autoptr (ImpQuery) taken =
      imp_query_take_filters ("a  site:Lyon b state:open", TRUE, &cursor, &rest);

  assert_text (imp_query_ref (taken), "state:open site:Lyon");
  g_assert_cmpstr (rest, ==, "a  b ");
  g_assert_cmpuint (cursor, ==, 3);
}

static void
test_typing (void)
{
  ImpQueryTyping typing;

  g_assert_false (imp_query_read_typing ("", &typing));
  g_assert_false (imp_query_read_typing ("badge ", &typing));
  g_assert_false (imp_query_read_typing ("\"badge re", &typing));
  g_assert_true (imp_query_read_typing ("badge -si", &typing));
  g_assert_cmpint (typing.key, ==, IMP_N_QUERY_KEYS);
  g_assert_cmpuint (typing.start, ==, 6);
  g_assert_true (typing.negated);
  g_assert_cmpstr (typing.typed, ==, "si");
  g_free (typing.typed);
  g_assert_true (imp_query_read_typing ("badge site:\"New Y", &typing));
  g_assert_cmpint (typing.key, ==, IMP_QUERY_SITE);
  g_assert_cmpuint (typing.start, ==, 6);
  g_assert_cmpuint (typing.value, ==, 11);
  g_assert_cmpstr (typing.typed, ==, "New Y");
  g_free (typing.typed);
}

static char *
make_up_text (void)
{
  static const char *const pieces[] = {
    " ",      "\"",     "\"\"",     ":",       "-",    "site:",      "state:", "open",
    "lyon",   "“",      "”",        "\n",      "é",    "e\u0301",    "☃",      "\u0338",
    "=",      "since:", "2026-03",  "person:", "has:", "photo",      "\u00a0", "unknown:",
    "\u3000", "\xff",   "\xe2\x80", "\u202e",  "\t",   "customers:", "no",
  };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 16); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free_and_steal (text);
}

/* Whatever is typed: its text is that query again, and stays the same. */
static void
test_text_is_the_query (void)
{
  for (int i = 0; i < 20000; i++)
    {
      g_autofree char *typed = make_up_text ();
      g_autoptr (ImpQuery) query = imp_query_parse (typed);
      g_autofree char *text = imp_query_to_text (query);
      g_autoptr (ImpQuery) again = imp_query_parse (text);
      g_autofree char *text_again = imp_query_to_text (again);

      g_assert_cmpstr (text_again, ==, text);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpuint (imp_query_get_n_filters (again), ==, imp_query_get_n_filters (query));
      g_assert_cmphex (imp_query_get_states (again), ==, imp_query_get_states (query));
      for (guint f = 0; f < imp_query_get_n_filters (query); f++)
        {
          const ImpQueryFilter *a = imp_query_get_filter (query, f);
          const ImpQueryFilter *b = imp_query_get_filter (again, f);

          g_assert_cmpint (a->key, ==, b->key);
          g_assert_cmpint (a->negated, ==, b->negated);
          g_assert_cmpint (a->whole, ==, b->whole);
          g_assert_cmpstr (a->value, ==, b->value);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/query/parses", test_parses);
  g_test_add_func ("/model/query/filters", test_filters);
  g_test_add_func ("/model/query/words", test_words);
  g_test_add_func ("/model/query/states", test_states);
  g_test_add_func ("/model/query/problems", test_problems);
  g_test_add_func ("/model/query/changes", test_changes);
  g_test_add_func ("/model/query/new", test_new);
  g_test_add_func ("/model/query/narrow", test_narrow);
  g_test_add_func ("/model/query/said", test_said);
  g_test_add_func ("/model/query/take-filters", test_take_filters);
  g_test_add_func ("/model/query/take-all", test_take_all);
  g_test_add_func ("/model/query/typing", test_typing);
  g_test_add_func ("/model/query/text-is-the-query", test_text_is_the_query);
  return g_test_run ();
}
