/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Tests of how like one text is to another. */
#include "config.h"

#include "model/imp-likeness.h"

#define KNOWN "Handheld scanner signs out at every battery change"

static void
test_same (void)
{
  g_autoptr (ImpLikeness) likeness = imp_likeness_new (KNOWN);

  g_assert_cmpfloat (imp_likeness_compare (likeness, KNOWN), ==, 1);
  g_assert_cmpfloat (imp_likeness_compare (likeness, "change at battery, every out signs scanner "
                                                     "HANDHELD"),
                     ==, 1);
}

static void
test_nothing (void)
{
  g_autoptr (ImpLikeness) none = imp_likeness_new (" … ");
  g_autoptr (ImpLikeness) likeness = imp_likeness_new ("Invoices wait for weeks");

  g_assert_null (none);
  g_assert_cmpfloat (imp_likeness_compare (likeness, KNOWN), ==, 0);
  g_assert_cmpfloat (imp_likeness_compare (likeness, NULL), ==, 0);
  g_assert_cmpfloat (imp_likeness_compare (likeness, ""), ==, 0);
}

/* Of a thousand irritants 900 have "the" and three "scanner". */
static void
test_rare_words_tell (void)
{
  g_autoptr (ImpLikeness) likeness = imp_likeness_new ("the scanner");
  static const guint n_having[] = { 900, 3 };

  g_assert_cmpfloat (imp_likeness_compare (likeness, "the door"), ==,
                     imp_likeness_compare (likeness, "scanner door"));
  imp_likeness_weigh (likeness, n_having, 1000);
  g_assert_cmpfloat (imp_likeness_compare (likeness, "the door"), <,
                     imp_likeness_compare (likeness, "scanner door"));
  g_assert_cmpfloat (imp_likeness_compare (likeness, "the door"), <, IMP_LIKENESS_LEAST);
}

static void
test_weights (void)
{
  g_autoptr (ImpLikeness) likeness = imp_likeness_new ("everywhere scarce unheard of");
  static const guint n_having[] = { 1000, 1, 0, 1 };

  imp_likeness_weigh (likeness, n_having, 1000);
  g_assert_cmpfloat_with_epsilon (imp_likeness_get_weight (likeness, 0), 0.0005, 0.0001);
  g_assert_cmpfloat_with_epsilon (imp_likeness_get_weight (likeness, 1), 6.503, 0.001);
  g_assert_cmpfloat_with_epsilon (imp_likeness_get_weight (likeness, 2), (6.503 * 1.4 + 0.0005) / 3,
                                  0.001);
  g_assert_cmpfloat_with_epsilon (imp_likeness_get_weight (likeness, 3), 6.503 * 2 / 5, 0.001);
  imp_likeness_weigh (likeness, n_having, 10); /* told wrong: nothing breaks */
  g_assert_cmpfloat (imp_likeness_get_weight (likeness, 0), >, 0);
}

/* What is said in more words is less like, but not by much: somebody is still typing. */
static void
test_more_words (void)
{
  g_autoptr (ImpLikeness) likeness = imp_likeness_new ("scanner battery");
  const double shorter = imp_likeness_compare (likeness, "scanner battery empty");
  const double longer = imp_likeness_compare (likeness, KNOWN);

  g_assert_cmpfloat (longer, <, shorter);
  g_assert_cmpfloat (longer, >, 0.7);
}

static void
test_other_forms (void)
{
  g_autoptr (ImpLikeness) likeness = imp_likeness_new ("scaners sign batteries");

  g_assert_cmpfloat (imp_likeness_compare (likeness, KNOWN), >, 0.5);
}

static void
test_place (void)
{
  g_assert_cmpfloat (imp_likeness_place (0.5, FALSE, FALSE), ==, 0.5);
  g_assert_cmpfloat (imp_likeness_place (0.5, TRUE, FALSE), >, 0.5);
  g_assert_cmpfloat (imp_likeness_place (0.5, FALSE, TRUE), >,
                     imp_likeness_place (0.5, TRUE, FALSE));
  g_assert_cmpfloat (imp_likeness_place (0.9, TRUE, TRUE), ==, 1);
  g_assert_cmpfloat (imp_likeness_place (0, TRUE, TRUE), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/likeness/same", test_same);
  g_test_add_func ("/model/likeness/nothing", test_nothing);
  g_test_add_func ("/model/likeness/rare-words-tell", test_rare_words_tell);
  g_test_add_func ("/model/likeness/weights", test_weights);
  g_test_add_func ("/model/likeness/more-words", test_more_words);
  g_test_add_func ("/model/likeness/other-forms", test_other_forms);
  g_test_add_func ("/model/likeness/place", test_place);
  return g_test_run ();
}
