/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The fixed words: sums, periods, hours, parts, and people's text between them. */
#include "config.h"

#include "publish/imp-rich.h"
#include "publish/imp-words.h"
#include "read-back.h"
#include "sample-issue.h"

/* Takes the words; compares letters with plain blanks. */
static void
assert_plain (char *words, const char *expected)
{
  g_autofree char *owned = words;
  g_autofree char *plain = imp_rich_to_plain (words);
  g_autoptr (GString) text = g_string_new (plain);

  g_string_replace (text, "\u00a0", " ", 0);
  g_assert_cmpstr (text->str, ==, expected);
}

static ImpIssue *
create_issue (int n_fixes, double hours, ImpHoursSource source)
{
  ImpIssue *issue = imp_issue_new ();

  for (int i = 0; i < n_fixes; i++)
    {
      ImpIssueFix *fix = imp_issue_add_big (issue);

      fix->hours = hours;
      fix->hours_source = source;
    }
  issue->from = imp_date_new (2026, 10, 1);
  issue->to = imp_date_new (2026, 10, 31);
  return issue;
}

static void
test_sum (void)
{
  static const struct
  {
    int n;
    double hours;
    ImpHoursSource source;
    const char *sum;
  } sums[] = {
    { 0, 0, IMP_HOURS_ESTIMATED, "Nothing fixed this time." },
    { 1, 1, IMP_HOURS_ASKED_AGAIN, "One fix in October gives you back 1 hour a month." },
    { 2, 6, IMP_HOURS_ASKED_AGAIN, "Two fixes in October give you back 12 hours a month." },
    { 12, 10, IMP_HOURS_ESTIMATED,
      "Twelve fixes in October give you back about 120 hours a month." },
    { 13, 0, IMP_HOURS_ESTIMATED, "13 fixes in October." },
    { 1, 0.5, IMP_HOURS_ASKED_AGAIN, "One fix in October gives you back 0.5 hours a month." },
    /* Three times 71 is 213: rounded, so it says about. */
    { 3, 71, IMP_HOURS_ASKED_AGAIN,
      "Three fixes in October give you back about 210 hours a month." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autoptr (ImpIssue) issue = create_issue (sums[i].n, sums[i].hours, sums[i].source);

      assert_plain (imp_words_sum (issue), sums[i].sum);
    }
}

static void
test_period (void)
{
  static const struct
  {
    const char *from, *to, *head, *sum;
  } periods[] = {
    { "2026-10-01", "2026-10-31", "October 2026", "One fix in October." },
    { "2026-08-01", "2026-10-31", "August to October 2026", "One fix from August to October." },
    { "2026-12-01", "2027-01-31", "December 2026 to January 2027",
      "One fix from December 2026 to January 2027." },
    { "2026-10-05", "2026-11-02", "5 October to 2 November 2026",
      "One fix from 5 October to 2 November." },
    { "", "2026-11-02", "", "One fix." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (ImpIssue) issue = create_issue (1, 0, IMP_HOURS_ESTIMATED);

      issue->from = imp_date_parse (periods[i].from);
      issue->to = imp_date_parse (periods[i].to);
      assert_plain (imp_words_period (issue), periods[i].head);
      assert_plain (imp_words_sum (issue), periods[i].sum);
    }
}

static void
test_sum_is_strong (void)
{
  g_autoptr (ImpIssue) issue = create_issue (1, 5, IMP_HOURS_ASKED_AGAIN);
  g_autofree char *sum = imp_words_sum (issue);
  g_autofree char *strong = imp_rich_strong ("5\u00a0hours a month");

  assert_says (sum, strong);
}

static void
test_number (void)
{
  assert_plain (imp_words_number (0), "");
  assert_plain (imp_words_number (-3), "");
  assert_plain (imp_words_number (G_MAXDOUBLE * 2), "");
  assert_plain (imp_words_number (0.001), "");
  assert_plain (imp_words_number (2.54), "2.5");
  assert_plain (imp_words_number (86.4), "86");
  assert_plain (imp_words_number (213), "210");
}

static void
test_small (void)
{
  g_autoptr (ImpIssue) issue = sample_issue_new ();
  const ImpIssueFix *doubtful = issue->small->pdata[0];
  const ImpIssueFix *everywhere = issue->small->pdata[4];

  assert_plain (imp_words_small_hours (doubtful), "about 20 h");
  assert_plain (imp_words_small_text (doubtful), "Leeds. You claim parking with one photo.\n"
                                                 "We think this is fixed: tell us if not.");
  assert_plain (imp_words_small_from (doubtful), "from 26 Oct");
  assert_plain (imp_words_small_text (everywhere),
                "All sites. The holiday form keeps what you typed.");
}

static void
test_facts (void)
{
  g_autoptr (ImpIssue) issue = sample_issue_new ();
  ImpIssueFix *fix = issue->big->pdata[1];

  assert_plain (imp_words_facts (fix), "42 hours a month, asked again. Lyon, from 12 October. "
                                       "You do: bring your badge to bench 1, once.");
  fix->hours = 0;
  fix->from = IMP_DATE_NONE;
  g_clear_pointer (&fix->todo, g_free);
  assert_plain (imp_words_facts (fix), "Lyon. You do: nothing.");
}

static void
test_parts (void)
{
  g_autoptr (ImpIssue) issue = imp_issue_new ();
  ImpIssueFix *fix = imp_issue_add_big (issue);
  g_autoptr (GPtrArray) none = imp_words_get_parts (fix);
  g_autoptr (GPtrArray) parts = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  fix->said = g_strdup (" I wait. ");
  fix->thanks = g_strdup ("\n");
  fix->unconfirmed = TRUE;
  parts = imp_words_get_parts (fix);
  g_assert_cmpuint (parts->len, ==, 2);
  g_assert_cmpstr (((ImpPart *) parts->pdata[0])->text, ==, "“I wait.”");
  g_assert_cmpstr (((ImpPart *) parts->pdata[1])->label, ==, "So now");
  assert_plain (g_strdup (((ImpPart *) parts->pdata[1])->text),
                "We think this is fixed: tell us if not.");
}

static void
test_rest (void)
{
  g_autoptr (ImpIssue) issue = imp_issue_new ();

  assert_plain (imp_words_rest (issue), "");
  issue->rest_count = 38;
  assert_plain (imp_words_rest (issue), "And 38 more.");
  issue->rest_hours = 118;
  issue->rest_estimated = TRUE;
  assert_plain (imp_words_rest (issue), "And 38 more, together about 120 hours a month.");
}

static void
test_edition (void)
{
  g_autoptr (ImpIssue) issue = sample_issue_new ();

  assert_plain (imp_words_edition (issue, " · "), "October 2026 · Issue 14");
  issue->number = 0;
  assert_plain (imp_words_edition (issue, " · "), "October 2026");
  issue->number = 14;
  issue->from = IMP_DATE_NONE;
  assert_plain (imp_words_edition (issue, " · "), "Issue 14");
}

static void
test_rich (void)
{
  g_autofree char *clean = imp_rich_clean (" a\t\n\001b\002\u2028\u202ec\u00a0d\xff ");
  g_autofree char *strong = imp_rich_strong ("Ghent");
  g_autofree char *rich = g_strconcat ("in ", strong, ", now", NULL);
  const char *rest = rich;
  static const char *const runs[] = { "in ", "Ghent", ", now" };
  gboolean is_strong;

  g_assert_cmpstr (clean, ==, "a b c\u00a0d\ufffd");
  for (gsize i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      g_autofree char *run = imp_rich_next_run (&rest, &is_strong);

      g_assert_cmpstr (run, ==, runs[i]);
      g_assert_cmpint (is_strong, ==, i == 1);
    }
  g_assert_null (imp_rich_next_run (&rest, &is_strong));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publish/words/say-the-sum", test_sum);
  g_test_add_func ("/publish/words/say-the-period", test_period);
  g_test_add_func ("/publish/words/stress-the-hours-of-the-sum", test_sum_is_strong);
  g_test_add_func ("/publish/words/round-hours-to-two-figures", test_number);
  g_test_add_func ("/publish/words/say-a-small-fix", test_small);
  g_test_add_func ("/publish/words/say-the-facts-of-a-fix", test_facts);
  g_test_add_func ("/publish/words/leave-out-empty-parts", test_parts);
  g_test_add_func ("/publish/words/sum-up-the-rest", test_rest);
  g_test_add_func ("/publish/words/say-the-edition", test_edition);
  g_test_add_func ("/publish/rich/cleans-and-divides", test_rich);
  return g_test_run ();
}
