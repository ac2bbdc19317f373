/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a card of the board says. */
#include "config.h"

#include "model/imp-briefing.h"
#include "ui/fixes/imp-fix-words.h"

#define NBSP  "\u00a0"
#define TODAY (imp_date_new (2026, 11, 21))

static void
test_span (void)
{
  static const struct
  {
    int days;
    const char *words;
  } cases[] = {
    { 1, "one day" },   { 3, "3 days" },   { 6, "6 days" },   { 7, "one week" },
    { 10, "one week" }, { 11, "2 weeks" }, { 59, "8 weeks" }, { 60, "2 months" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = imp_fix_words_span (cases[i].days);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_stand (void)
{
  ImpDate first = imp_date_new (2026, 11, 18);

  g_assert_cmpint (imp_promise_stand (IMP_DATE_NONE, IMP_DATE_NONE, IMP_DATE_NONE, TODAY), ==,
                   IMP_STAND_NONE);
  g_assert_cmpint (imp_promise_stand (first, first, IMP_DATE_NONE, first), ==, IMP_STAND_DUE);
  g_assert_cmpint (imp_promise_stand (first, first, IMP_DATE_NONE, TODAY), ==, IMP_STAND_LATE);
  g_assert_cmpint (imp_promise_stand (first, TODAY + 9, IMP_DATE_NONE, TODAY), ==, IMP_STAND_DUE);
  g_assert_cmpint (imp_promise_stand (first, first, first, TODAY), ==, IMP_STAND_KEPT);
  /* Kept by the second date is not kept by the first. */
  g_assert_cmpint (imp_promise_stand (first, TODAY, TODAY, TODAY), ==, IMP_STAND_KEPT_LATE);
}

/* Late goes by the day it stands for now, missed by the first for good. */
static void
test_moved_is_missed_but_not_late (void)
{
  const ImpDate first = imp_date_new (2026, 11, 18), none = IMP_DATE_NONE;

  for (ImpDate due = first; due < TODAY + 9; due++)
    {
      g_assert_cmpint (imp_promise_stand (first, due, none, TODAY), ==,
                       due < TODAY ? IMP_STAND_LATE : IMP_STAND_DUE);
      g_assert_cmpint (imp_promised_find_state (first, none, FALSE, TODAY), ==,
                       IMP_PROMISED_MISSED);
    }
  g_assert_cmpint (imp_promised_find_state (TODAY, none, FALSE, TODAY), ==, IMP_PROMISED_UNDER_WAY);
  g_assert_cmpint (imp_promise_stand (TODAY, TODAY, none, TODAY), ==, IMP_STAND_DUE);
}

static void
assert_promise (const ImpFixCard *card, const char *expected)
{
  g_autofree char *words = imp_fix_words_promise (card, TODAY);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_promise (void)
{
  char to[] = "Dana", ask[] = "Tom";
  ImpFixCard card = {
    .state = IMP_FIX_STATE_BEING_FIXED,
    .delivered = IMP_DATE_NONE,
    .promised_first = IMP_DATE_NONE,
    .promised_due = IMP_DATE_NONE,
    .promise_kept = IMP_DATE_NONE,
  };

  assert_promise (&card, "No promise yet");
  card.promised_to = to;
  card.promised_first = card.promised_due = imp_date_new (2026, 11, 27);
  assert_promise (&card, "Promised to Dana for 27" NBSP "November");
  card.promised_due = imp_date_new (2026, 12, 4);
  assert_promise (&card, "Promised to Dana for 27" NBSP "November, moved to 4" NBSP "December");
  card.promised_first = card.promised_due = imp_date_new (2026, 11, 18);
  assert_promise (&card, "Due 18" NBSP "November, 3 days late");
  card.state = IMP_FIX_STATE_DELIVERED;
  card.promise_kept = imp_date_new (2026, 11, 12);
  card.ask = ask;
  assert_promise (&card, "Kept, 12" NBSP "November; ask Tom");
  card.state = IMP_FIX_STATE_CONFIRMED;
  card.promise_kept = imp_date_new (2026, 11, 25);
  assert_promise (&card, "Kept one week late");
}

static void
assert_hours (const ImpFixCard *card, const char *expected)
{
  g_autofree char *words = imp_fix_words_hours (card);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_hours (void)
{
  ImpFixCard card = { .state = IMP_FIX_STATE_PLANNED, .hours = 66.4, .n_voices = 9 };

  assert_hours (&card, "66" NBSP "h back a month · 9 voices");
  card.hours = 0;
  card.n_voices = 1;
  assert_hours (&card, "one voice");
  card.state = IMP_FIX_STATE_CONFIRMED;
  card.hours = 36;
  assert_hours (&card, "about 36" NBSP "h a month · our estimate");
  card.asked_again = TRUE;
  assert_hours (&card, "36" NBSP "h a month · asked again");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/fix-words/span", test_span);
  g_test_add_func ("/ui/fix-words/stand", test_stand);
  g_test_add_func ("/ui/fix-words/moved-is-missed-but-not-late", test_moved_is_missed_but_not_late);
  g_test_add_func ("/ui/fix-words/promise", test_promise);
  g_test_add_func ("/ui/fix-words/hours", test_hours);
  return g_test_run ();
}
