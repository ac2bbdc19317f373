/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Tables of text: aligned, wrapped at the last column, on a terminal of any width. */
#include "config.h"

#include "cli/imp-cli-facts.h"

static const ImpCliColumn columns[] = {
  { "", TRUE },
  { "Hours", TRUE },
  { "State", FALSE },
  { "Irritant", FALSE },
};

static void
take_row (ImpCliTable *table, const char *const *texts)
{
  imp_cli_table_take_row (table, g_strdupv ((char **) texts));
}

static ImpCliTable *
new_table (void)
{
  static const char *const first[] = { "9", "150 h", "Being fixed", "Scanner signs out", NULL };
  static const char *const second[] = { "10", "9 h", "倉庫", "Label printer prints twice", NULL };
  ImpCliTable *table = imp_cli_table_new (columns, G_N_ELEMENTS (columns), 2);

  take_row (table, first);
  take_row (table, second);
  return table;
}

static void
assert_printed (const ImpCliTable *table, int width, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  imp_cli_table_print (table, width, out);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_aligns (void)
{
  g_autoptr (ImpCliTable) table = new_table ();

  assert_printed (table, 80,
                  "    Hours  State        Irritant\n"
                  " 9  150 h  Being fixed  Scanner signs out\n"
                  "10    9 h  倉庫         Label printer prints twice\n");
}

static void
test_wraps (void)
{
  g_autoptr (ImpCliTable) table = new_table ();

  assert_printed (table, 44,
                  "    Hours  State        Irritant\n"
                  " 9  150 h  Being fixed  Scanner signs out\n"
                  "10    9 h  倉庫         Label printer prints\n"
                  "                        twice\n");
}

static void
test_narrow (void)
{
  g_autoptr (ImpCliTable) table = new_table ();

  assert_printed (table, 30,
                  "    Hours  State\n"
                  "    Irritant\n"
                  " 9  150 h  Being fixed\n"
                  "    Scanner signs out\n"
                  "10    9 h  倉庫\n"
                  "    Label printer prints twice\n");
  assert_printed (table, 1,
                  "    Hours  State\n"
                  "    Irritant\n"
                  " 9  150 h  Being fixed\n"
                  "    Scanner signs out\n"
                  "10    9 h  倉庫\n"
                  "    Label printer prints\n"
                  "    twice\n");
}

static void
test_facts (void)
{
  g_autoptr (ImpCliTable) facts = imp_cli_facts_new ();

  imp_cli_facts_add (facts, "Rows read", "%u", 12);
  imp_cli_facts_add (facts, "Taken in", "%s", "4 irritants, 3 reports, 2 people");
  assert_printed (facts, 29,
                  "Rows read  12\n"
                  "Taken in   4 irritants, 3\n"
                  "           reports, 2 people\n");
}

static void
test_paths_stay_whole (void)
{
  g_autoptr (ImpCliTable) facts = imp_cli_facts_new ();

  imp_cli_facts_add_path (facts, "Backlog", "/home/ines/Our Irritants/backlog.db");
  imp_cli_facts_add (facts, "Problems", "none");
  assert_printed (facts, 24,
                  "Backlog   /home/ines/Our Irritants/backlog.db\n"
                  "Problems  none\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/table/aligns", test_aligns);
  g_test_add_func ("/cli/table/wraps", test_wraps);
  g_test_add_func ("/cli/table/narrow-terminal", test_narrow);
  g_test_add_func ("/cli/facts/prints", test_facts);
  g_test_add_func ("/cli/facts/paths-stay-whole", test_paths_stay_whole);
  return g_test_run ();
}
