/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A read-back to be pasted. */
#include "config.h"

#include "publish/imp-readback-text.h"
#include "read-back.h"
#include "sample-round.h"

static void
test_text (void)
{
  g_autoptr (ImpRoundPage) page = sample_round_new ();
  g_autofree char *text = imp_readback_to_text (page);

  assert_says (text,
               "What we heard · Corvane · 12 November 2026\n\n"
               "Leeds workshop: six remarks, four promises\n"
               "==========================================\n\n"
               "Marta Nowak and Inês Duarte listened to nine of you. Every remark has\n"
               "its answer below, under the same number.\n\n\nIn your words\n-------------\n\n"
               "1: “The van list goes blank as soon as I leave the city.” Gareth Pugh,\n"
               "  field repair\n");
  assert_says (text, "\n\nWhat we will do\n---------------\n\n"
                     "1: Your list works with no signal: Priya Nair, 4 December\n");
  assert_says (text, "6: The old order form. Tax law needs the customer number on each order.\n"
                     "  The new form asks for it once.\n");
  assert_says (text, "- “The new labels stay on.” Tom Firth, stores\n");
  assert_says (text, "- Gareth Pugh, field repair: drove us round for an hour.\n");
  assert_says (text, "Thursday 10 December 2026, 09:00, by the parts counter.\n\n"
                     "Before then, tell Inês Duarte: 4410.\n");
  assert_says_not (text, "Ann Lee");
}

/* One promise for several; what has neither promise nor refusal. */
static void
test_numbers (void)
{
  g_autoptr (ImpRoundPage) page = sample_round_new_empty ();
  g_autofree char *text = NULL;

  for (int i = 0; i < 5; i++)
    {
      ImpHeardLine *line = sample_round_add (page, IMP_HEARD_IRRITANT, "Slow.\nVery slow.");

      line->promise = i % 2 == 0 ? 9 : 0;
      line->promised = g_strdup ("It is fast");
      line->promised_for = imp_date_new (2026, 12, 1);
    }
  text = imp_readback_to_text (page);
  assert_says (text, "five remarks, one promise\n");
  assert_says (text, "1: “Slow. Very slow.”\n");
  assert_says (text, "1, 3, 5: It is fast: 1 December\n");
  assert_says (text, "2, 4: We will tell you on the next visit.\n");
  assert_says_not (text, "What we cannot do");
}

/* How to reach somebody may be written as a sentence; one full stop is enough. */
static void
test_contact (void)
{
  g_autoptr (ImpRoundPage) page = sample_round_new_empty ();
  g_autofree char *text = NULL;

  g_set_str (&page->contact, "Inês Duarte. Call 4410.");
  text = imp_readback_to_text (page);
  assert_says (text, "Before then, tell Inês Duarte. Call 4410.\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publish/readback-text/all-of-it", test_text);
  g_test_add_func ("/publish/readback-text/numbers", test_numbers);
  g_test_add_func ("/publish/readback-text/contact", test_contact);
  return g_test_run ();
}
