/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the page of an irritant says in words. */
#include "config.h"

#include "ui-fixture.h"
#include "ui/irritants/imp-irritant-words.h"

static void
add_report (ImpIrritantPage *page, const char *who)
{
  ImpReportLine *line = g_new0 (ImpReportLine, 1);

  line->who = g_strdup (who);
  g_ptr_array_add (page->reports, line);
}

static void
test_who_is_told (void)
{
  g_autoptr (ImpIrritantPage) page = imp_irritant_page_new ();
  g_autofree char *nobody = imp_irritant_words_told (page), *two = NULL, *many = NULL;

  g_assert_null (nobody);
  add_report (page, "Dana Whitfield, picking");
  add_report (page, "Somebody in goods in");
  add_report (page, "Dana Whitfield, picking");
  two = imp_irritant_words_told (page);
  g_assert_cmpstr (two, ==, "Dana Whitfield, picking\nSomebody in goods in");
  for (int i = 0; i < 7; i++)
    {
      g_autofree char *who = g_strdup_printf ("Colleague %d", i);

      add_report (page, who);
    }
  many = imp_irritant_words_told (page);
  g_assert_true (g_str_has_suffix (many, "Colleague 3\nand 3 others"));
}

static void
test_context (void)
{
  g_autoptr (ImpIrritantPage) page = imp_irritant_page_new ();
  g_autofree char *nothing = imp_irritant_words_context (page), *all = NULL;

  g_assert_null (nothing);
  page->step = g_strdup ("Packing");
  page->outcome = g_strdup ("Orders on time");
  page->waste = IMP_WASTE_WAITING;
  page->change = IMP_CHANGE_PROCESS;
  all = imp_irritant_words_context (page);
  g_assert_cmpstr (all, ==,
                   "Step: Packing · Holds back: Orders on time · Wastes: Waiting · "
                   "Gets better: Process");
}

static void
test_pinned (void)
{
  g_autoptr (ImpIrritantPage) page = imp_irritant_page_new ();
  g_autofree char *not_pinned = imp_irritant_words_pinned (page), *pinned = NULL;

  g_assert_null (not_pinned);
  page->pin_reason = g_strdup ("External audit");
  page->pin_until = imp_date_new (2027, 3, 3);
  pinned = imp_irritant_words_pinned (page);
  g_assert_cmpstr (pinned, ==, "Pinned until 3\u00a0March\u00a02027: External audit");
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/ui/irritant-words/who-is-told", test_who_is_told);
  g_test_add_func ("/ui/irritant-words/context", test_context);
  g_test_add_func ("/ui/irritant-words/pinned", test_pinned);
  return g_test_run ();
}
