/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A ranked list for other programs: JSON and CSV. */
#include "config.h"

#include <string.h>

#include "exchange/imp-ranked-file.h"

static ImpRankedTable *
create_table (const char *title, guint group_first)
{
  ImpRankedTable *table = imp_ranked_table_new ();
  const ImpMedians medians = imp_medians_default ();
  ImpIrritantData *data = g_new0 (ImpIrritantData, 1);
  const ImpRankedRow row = { data, 2, group_first, 5, FALSE, 0.25, 0 };

  data->title = g_strdup (title);
  data->state = IMP_STATE_BEING_FIXED;
  data->voices = 3;
  data->recorded = imp_date_new (2026, 3, 9);
  data->facts.reporters = 1;
  data->facts.answer[IMP_QUESTION_PEOPLE] = (ImpAnswer) { .number = 2.5, .known = 1 };
  imp_impact_compute (&data->facts, &medians, &data->impact);
  table->measure = IMP_MEASURE_IMPACT;
  imp_ranked_table_add (table, &row);
  return table;
}

static void
test_json (void)
{
  g_autoptr (ImpRankedTable) table = create_table ("A \"quoted\" <b>title</b>", 2);
  g_autofree char *json = imp_ranked_table_to_json (table);

  g_assert_true (g_str_has_prefix (json,
                                   "[\n{\"rank\":2,\"about-the-same\":[2,5],\"title\":\"A "
                                   "\\\"quoted\\\" <b>title</b>\",\"state\":\"being-fixed\","
                                   "\"voices\":3,\"sites\":null,\"offering\":null,"
                                   "\"customers-see-it\":false,\"recorded\":\"2026-03-09\","));
  g_assert_nonnull (strstr (json, "\"people\":2.5,"));
  g_assert_nonnull (strstr (json, "\"top-ten\":0.25,\"sentence\":\""));
  g_assert_true (g_str_has_suffix (json, "\"}\n]\n"));
}

static void
test_empty (void)
{
  g_autoptr (ImpRankedTable) table = imp_ranked_table_new ();
  g_autofree char *json = imp_ranked_table_to_json (table);
  g_autofree char *csv = imp_ranked_table_to_csv (table);

  g_assert_cmpstr (json, ==, "[]\n");
  g_assert_true (g_str_has_prefix (csv, "rank,about-the-same-first,about-the-same-last,title,"));
  g_assert_true (g_str_has_suffix (csv, ",top-ten,sentence\r\n"));
}

static void
test_csv (void)
{
  g_autoptr (ImpRankedTable) table = create_table ("Printer, \"old\"\njams", 2);
  g_autofree char *csv = imp_ranked_table_to_csv (table);
  const char *row = strchr (csv, '\n') + 1;

  g_assert_true (g_str_has_prefix (row, "2,2,5,\"Printer, \"\"old\"\"\njams\",\"being-fixed\",3,,,"
                                        "false,\"2026-03-09\","));
  g_assert_true (g_str_has_suffix (row, "\"\r\n"));
}

/* By age nothing is about the same: both columns are there, and empty. */
static void
test_no_group (void)
{
  g_autoptr (ImpRankedTable) table = create_table ("Printer", 0);
  g_autofree char *csv = imp_ranked_table_to_csv (table);
  g_autofree char *json = imp_ranked_table_to_json (table);

  g_assert_true (g_str_has_prefix (strchr (csv, '\n') + 1, "2,,,\"Printer\","));
  g_assert_nonnull (strstr (json, "\"about-the-same\":null"));
}

static void
test_formulas (void)
{
  static const char *const texts[][2] = {
    { "=1+1", "\"'=1+1\"" },    { "+1", "\"'+1\"" },        { "-1", "\"'-1\"" },
    { "@A1", "\"'@A1\"" },      { "\t=1", "\"'\t=1\"" },    { "  =1", "\"'  =1\"" },
    { "1 = 1", "\"1 = 1\"" },   { "'=1", "\"'=1\"" },       { "\r=1", "\"'\r=1\"" },
    { "a\"=b", "\"a\"\"=b\"" }, { "", ",\"being-fixed\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ImpRankedTable) table = create_table (texts[i][0], 2);
      g_autofree char *csv = imp_ranked_table_to_csv (table);
      g_autofree char *begin = g_strconcat ("2,2,5,", texts[i][1], NULL);

      g_assert_true (g_str_has_prefix (strchr (csv, '\n') + 1, begin));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/ranked-file/json", test_json);
  g_test_add_func ("/exchange/ranked-file/empty", test_empty);
  g_test_add_func ("/exchange/ranked-file/csv", test_csv);
  g_test_add_func ("/exchange/ranked-file/no-group", test_no_group);
  g_test_add_func ("/exchange/ranked-file/no-formulas", test_formulas);
  return g_test_run ();
}
