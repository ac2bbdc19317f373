/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What works, as an announcement tells it: nobody is named who did not agree. */
#include "config.h"

#include "model/imp-remark.h"

static void
assert_says (const ImpRemark *remark, const char *who, const char *words)
{
  g_autofree char *said_who = imp_remark_say_who (remark);
  g_autofree char *said_words = imp_remark_say_words (remark);

  g_assert_cmpstr (said_who, ==, who);
  g_assert_cmpstr (said_words, ==, words);
}

static void
test_works (void)
{
  ImpRemark remark = { .sort = IMP_OBSERVATION_WORKS,
                       .words = (char *) "It scans at once.",
                       .person = 7,
                       .who = (char *) "Dana Whitfield, picking",
                       .group = (char *) "picking",
                       .site = (char *) "Leeds" };
  static const ImpNaming unnamed[] = { 0, IMP_NAMING_NO, IMP_NAMING_ASK };

  for (guint i = 0; i < G_N_ELEMENTS (unnamed); i++)
    {
      remark.naming = unnamed[i];
      assert_says (&remark, "Somebody in picking, Leeds", "“It scans at once.”");
      g_assert_true (imp_remark_is_unnamed (&remark));
    }
  remark.naming = IMP_NAMING_YES;
  assert_says (&remark, "Dana Whitfield, picking, Leeds", "“It scans at once.”");
  g_assert_false (imp_remark_is_unnamed (&remark));
  remark.person = 0;
  remark.who = (char *) "Somebody in picking";
  remark.site = NULL;
  assert_says (&remark, "Somebody in picking", "“It scans at once.”");
}

static void
test_thanks (void)
{
  ImpRemark remark = { .sort = IMP_OBSERVATION_THANKS,
                       .words = (char *) "Came on a Sunday.",
                       .person = 7,
                       .naming = IMP_NAMING_YES,
                       .who = (char *) "Wout Claes",
                       .site = (char *) "Leeds" };

  assert_says (&remark, "Thanks to Wout Claes, Leeds", "Came on a Sunday.");
  remark.naming = IMP_NAMING_ASK;
  assert_says (&remark, "Thanks, Leeds", "Came on a Sunday.");
  remark.group = (char *) "IT";
  assert_says (&remark, "Thanks to somebody in IT, Leeds", "Came on a Sunday.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/remark/works", test_works);
  g_test_add_func ("/model/remark/thanks", test_thanks);
  return g_test_run ();
}
