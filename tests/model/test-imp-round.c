/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * When a round is due and late, what it asks, and what an answer becomes. */
#include "config.h"

#include "model/imp-round.h"

#define TODAY 20000

static void
test_states (void)
{
  ImpRoundLine line = { .planned = TODAY - 1 };

  g_assert_cmpint (imp_round_line_get_state (&line), ==, IMP_ROUND_PLANNED_STATE);
  g_assert_true (imp_round_line_is_late (&line, TODAY));
  g_assert_false (imp_round_line_is_late (&line, TODAY - 1));
  line.started_ms = 1;
  g_assert_cmpint (imp_round_line_get_state (&line), ==, IMP_ROUND_UNDER_WAY);
  g_assert_false (imp_round_line_is_late (&line, TODAY));
  line.ended_ms = 2;
  g_assert_cmpint (imp_round_line_get_state (&line), ==, IMP_ROUND_FINISHED);
}

static void
test_undated_is_not_late (void)
{
  const ImpRoundLine line = { .planned = IMP_DATE_NONE };

  g_assert_false (imp_round_line_is_late (&line, TODAY));
}

static void
test_due (void)
{
  g_assert_cmpint (imp_round_find_due (TODAY - 30, 6, TODAY), ==, TODAY + 12);
  g_assert_cmpint (imp_round_find_due (TODAY - 60, 4, TODAY), ==, TODAY - 32);
  g_assert_cmpint (imp_round_find_due (IMP_DATE_NONE, 6, TODAY), ==, TODAY);
  g_assert_cmpint (imp_round_find_due (TODAY - 30, 0, TODAY), ==, IMP_DATE_NONE);
  g_assert_cmpint (imp_round_find_due (IMP_DATE_NONE, -4, TODAY), ==, IMP_DATE_NONE);
  g_assert_cmpint (imp_round_find_due (TODAY, G_MAXINT, TODAY), ==,
                   TODAY + 7 * IMP_ROUND_MOST_WEEKS);
}

static void
test_questions (void)
{
  static const struct
  {
    const char *text;
    const char *first;
    guint n;
  } cases[] = {
    { NULL, "What is working well?", 4 },
    { "", "What is working well?", 4 },
    { " \n\n", "What is working well?", 4 },
    { "How is the new scanner?", "How is the new scanner?", 1 },
    { "\n How is it? \n\nWho helped?\n", "How is it?", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) questions = imp_round_split_questions (cases[i].text);

      g_assert_cmpstr (questions[0], ==, cases[i].first);
      g_assert_cmpuint (g_strv_length (questions), ==, cases[i].n);
    }
}

static void
test_kinds (void)
{
  static const ImpHeardKind kinds[][5] = {
    { IMP_HEARD_IRRITANT },
    { IMP_HEARD_WORKS, IMP_HEARD_IRRITANT },
    { IMP_HEARD_WORKS, IMP_HEARD_IRRITANT, IMP_HEARD_THANKS },
    { IMP_HEARD_WORKS, IMP_HEARD_IRRITANT, IMP_HEARD_ELSE, IMP_HEARD_THANKS },
    { IMP_HEARD_WORKS, IMP_HEARD_IRRITANT, IMP_HEARD_IRRITANT, IMP_HEARD_ELSE, IMP_HEARD_THANKS },
  };

  for (guint n = 1; n <= G_N_ELEMENTS (kinds); n++)
    for (guint i = 0; i < n; i++)
      g_assert_cmpint (imp_round_question_kind (i, n), ==, kinds[n - 1][i]);
}

static void
test_page_is_shared (void)
{
  ImpRoundPage *page = imp_round_page_new ();
  g_autoptr (ImpRoundPage) other = imp_round_page_ref (page);

  page->note = g_strdup ("Ask about the labels");
  imp_round_page_unref (page);
  g_assert_cmpstr (other->note, ==, "Ask about the labels");
  g_assert_false (imp_date_is_set (other->next_planned));
}

static void
test_place (void)
{
  g_autofree char *both = imp_round_say_place ("Leeds", imp_date_new (2026, 11, 21));
  g_autofree char *where = imp_round_say_place ("Leeds", IMP_DATE_NONE);
  g_autofree char *when = imp_round_say_place (NULL, imp_date_new (2026, 11, 21));

  g_assert_cmpstr (both, ==, "Leeds · 21\u00a0November\u00a02026");
  g_assert_cmpstr (where, ==, "Leeds");
  g_assert_cmpstr (when, ==, "21\u00a0November\u00a02026");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/round/states", test_states);
  g_test_add_func ("/model/round/undated-is-not-late", test_undated_is_not_late);
  g_test_add_func ("/model/round/due-by-its-rhythm", test_due);
  g_test_add_func ("/model/round/questions-one-a-line", test_questions);
  g_test_add_func ("/model/round/what-an-answer-becomes", test_kinds);
  g_test_add_func ("/model/round/where-and-when", test_place);
  g_test_add_func ("/model/round/page-is-shared", test_page_is_shared);
  return g_test_run ();
}
