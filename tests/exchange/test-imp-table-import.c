/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Tables of other programs: what becomes of them, and the report of what does not. */
#include "config.h"

#include "base/imp-error.h"
#include "base/imp-file.h"
#include "exchange/imp-table-import.h"

typedef struct
{
  ImpChanges *changes;
  ImpTableReport *report;
} Result;

static void
clear_result (Result *self)
{
  g_clear_pointer (&self->changes, imp_changes_free);
  g_clear_pointer (&self->report, imp_table_report_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, clear_result)

static Result
read_stream (GInputStream *stream, ImpTablePreset preset, const char *const *map)
{
  g_autoptr (GError) error = NULL;
  Result result = { 0 };

  result.changes = imp_table_import_read (stream, preset, map, &result.report, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (result.changes);
  return result;
}

static Result
read_text (const char *text, const char *const *map)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);

  return read_stream (stream, IMP_TABLE_CSV, map);
}

static Result
read_file (const char *name, ImpTablePreset preset)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = imp_file_open_input (path, &error);

  g_assert_no_error (error);
  return read_stream (stream, preset, NULL);
}

/* The changes, looked at */

static const ImpValue *
find_value (const Result *self, ImpItem item, guint8 field)
{
  for (guint i = 0; i < self->changes->changes->len; i++)
    {
      const ImpChange *change = &g_array_index (self->changes->changes, ImpChange, i);

      if (change->item == item && change->field == field)
        return &change->value;
    }
  return NULL;
}

static const char *
find_text (const Result *self, ImpItem item, guint8 field)
{
  const ImpValue *value = find_value (self, item, field);

  return value != NULL ? value->text : NULL;
}

static gint64
find_integer (const Result *self, ImpItem item, guint8 field)
{
  const ImpValue *value = find_value (self, item, field);

  return value != NULL ? value->integer : 0;
}

/* The name of the item that a field names. */
static const char *
find_name (const Result *self, ImpItem item, guint8 field)
{
  gint64 other = find_integer (self, item, field);

  return other != 0 ? find_text (self, other, 1) : NULL;
}

/* An item in which a field has this value; 0 for none. */
static ImpItem
find_by_text (const Result *self, ImpKind kind, guint8 field, const char *text)
{
  for (guint i = 0; i < self->changes->items->len; i++)
    if (g_array_index (self->changes->items, ImpNewItem, i).kind == kind
        && g_strcmp0 (find_text (self, -(ImpItem) i - 1, field), text) == 0)
      return -(ImpItem) i - 1;
  return 0;
}

static ImpItem
find_referring (const Result *self, ImpKind kind, guint8 field, ImpItem other)
{
  for (guint i = 0; i < self->changes->items->len; i++)
    if (g_array_index (self->changes->items, ImpNewItem, i).kind == kind
        && find_integer (self, -(ImpItem) i - 1, field) == other)
      return -(ImpItem) i - 1;
  return 0;
}

static ImpItem
find_fix (const Result *self, ImpItem irritant)
{
  ImpItem removal = find_referring (self, IMP_KIND_REMOVAL, IMP_REMOVAL_IRRITANT, irritant);

  return removal != 0 ? find_integer (self, removal, IMP_REMOVAL_FIX) : 0;
}

static ImpItem
find_tagging (const Result *self, ImpItem irritant, const char *tag)
{
  ImpItem tagging = find_by_text (self, IMP_KIND_TAGGING, IMP_TAGGING_TAG, tag);

  return tagging != 0 && find_integer (self, tagging, IMP_TAGGING_IRRITANT) == irritant ? tagging
                                                                                        : 0;
}

static ImpItem
find_incident (const Result *self, const char *number)
{
  for (guint i = 0; i < self->changes->items->len; i++)
    {
      const char *text = find_text (self, -(ImpItem) i - 1, IMP_IRRITANT_DESCRIPTION);

      if (g_array_index (self->changes->items, ImpNewItem, i).kind == IMP_KIND_IRRITANT
          && text != NULL && g_str_has_prefix (text, number))
        return -(ImpItem) i - 1;
    }
  return 0;
}

static const char *
find_becomes (const Result *self, const char *name)
{
  for (guint i = 0; i < self->report->columns->len; i++)
    {
      const ImpTableColumn *column = g_ptr_array_index (self->report->columns, i);

      if (g_str_equal (column->name, name))
        return column->becomes;
    }
  return NULL;
}

static void
assert_not_taken (const Result *self, const char *const *wanted)
{
  for (guint i = 0; i < self->report->not_taken->len; i++)
    g_assert_cmpstr (g_ptr_array_index (self->report->not_taken, i), ==, wanted[i]);
  g_assert_null (wanted[self->report->not_taken->len]);
}

/* ServiceNow */

static void
test_servicenow_counts (void)
{
  static const char *const not_taken[] = {
    "Line 25: the date “31-02-2016 10:00” does not exist",
    "Line 37: it has no number",
    "Line 40: “Whenever” is no urgency that is known",
    "Line 41: it has 35 columns instead of 36",
    NULL,
  };
  g_auto (Result) result = read_file ("servicenow.csv", IMP_TABLE_SERVICENOW);

  g_assert_cmpuint (result.report->n_rows, ==, 40);
  g_assert_cmpuint (result.report->n_earlier, ==, 26);
  g_assert_cmpuint (result.report->n_items[IMP_KIND_IRRITANT], ==, 10);
  g_assert_cmpuint (result.report->n_items[IMP_KIND_REPORT], ==, 10);
  g_assert_cmpuint (result.report->n_items[IMP_KIND_SITE], ==, 2);
  assert_not_taken (&result, not_taken);
}

static void
test_servicenow_incident (void)
{
  g_auto (Result) result = read_file ("servicenow.csv", IMP_TABLE_SERVICENOW);
  ImpItem irritant = find_incident (&result, "INC0000002");
  ImpItem report = find_referring (&result, IMP_KIND_REPORT, IMP_REPORT_IRRITANT, irritant);

  g_assert_cmpstr (find_text (&result, irritant, IMP_IRRITANT_TITLE), ==,
                   "Handheld scanners, Sign-in: Signs out");
  g_assert_cmpstr (find_text (&result, irritant, IMP_IRRITANT_DESCRIPTION), ==,
                   "INC0000002 at the service desk. Passed on 3 times, reopened once. "
                   "Contact by phone.");
  g_assert_cmpstr (find_name (&result, irritant, IMP_IRRITANT_OFFERING), ==, "Handheld scanners");
  g_assert_cmpstr (find_text (&result, irritant, IMP_IRRITANT_PEOPLE), ==, "21-100 guess");
  g_assert_cmpint (find_integer (&result, irritant, IMP_IRRITANT_IRRITATION), ==,
                   IMP_IRRITATION_STRONG);
  g_assert_cmpint (find_integer (&result, irritant, IMP_IRRITANT_RECORDED), ==,
                   imp_date_new (2016, 3, 1));
  g_assert_cmpint (find_integer (&result, report, IMP_REPORT_DATE), ==, imp_date_new (2016, 3, 1));
  g_assert_cmpstr (find_name (&result, report, IMP_REPORT_PERSON), ==, "Dana Roux");
  g_assert_cmpstr (find_name (&result, report, IMP_REPORT_SITE), ==, "Hall 3");
}

static void
test_servicenow_states (void)
{
  g_auto (Result) result = read_file ("servicenow.csv", IMP_TABLE_SERVICENOW);
  ImpItem resolved = find_fix (&result, find_incident (&result, "INC0000001"));
  ImpItem closed = find_fix (&result, find_incident (&result, "INC0000002"));
  ImpItem declined = find_incident (&result, "INC0000004");
  ImpItem owner = find_integer (&result, resolved, IMP_FIX_OWNER);

  g_assert_cmpint (find_integer (&result, resolved, IMP_FIX_DELIVERED), ==,
                   imp_date_new (2016, 2, 29));
  g_assert_cmpstr (find_text (&result, resolved, IMP_FIX_TITLE), ==,
                   "Solved: Label printers, Paper: Jams");
  g_assert_cmpstr (find_text (&result, resolved, IMP_FIX_DID), ==, "Closed as “Replaced”.");
  g_assert_cmpstr (find_text (&result, owner, IMP_PERSON_NAME), ==, "Tom Baert");
  g_assert_cmpint (find_integer (&result, owner, IMP_PERSON_IN_IT), ==, 1);
  g_assert_cmpint (find_integer (&result, closed, IMP_FIX_DELIVERED), ==,
                   imp_date_new (2016, 3, 13));
  g_assert_cmpint (find_fix (&result, find_incident (&result, "INC0000003")), ==, 0);
  g_assert_cmpint (find_fix (&result, declined), ==, 0);
  g_assert_cmpint (find_integer (&result, declined, IMP_IRRITANT_DECLINED), ==,
                   imp_date_new (2016, 3, 4));
}

/* The row with the highest count holds; of equal ones the last. */
static void
test_servicenow_newest_row (void)
{
  g_auto (Result) result = read_file ("servicenow.csv", IMP_TABLE_SERVICENOW);

  g_assert_cmpint (find_fix (&result, find_incident (&result, "INC0000006")), !=, 0);
  g_assert_cmpint (find_fix (&result, find_incident (&result, "INC0000007")), !=, 0);
}

static void
test_servicenow_unknown (void)
{
  g_auto (Result) result = read_file ("servicenow.csv", IMP_TABLE_SERVICENOW);
  ImpItem irritant = find_incident (&result, "INC0000005");
  ImpItem report = find_referring (&result, IMP_KIND_REPORT, IMP_REPORT_IRRITANT, irritant);

  g_assert_cmpstr (find_text (&result, irritant, IMP_IRRITANT_TITLE), ==,
                   "Not described (INC0000005)");
  g_assert_null (find_value (&result, irritant, IMP_IRRITANT_OFFERING));
  g_assert_null (find_value (&result, report, IMP_REPORT_PERSON));
  g_assert_cmpint (find_by_text (&result, IMP_KIND_SITE, IMP_SITE_NAME, "?"), ==, 0);
  g_assert_cmpstr (find_text (&result, find_incident (&result, "INC0000003"), IMP_IRRITANT_TITLE),
                   ==, "Sign-in");
}

static void
test_servicenow_preview (void)
{
  g_auto (Result) result = read_file ("servicenow.csv", IMP_TABLE_SERVICENOW);
  const ImpTableColumn *first = g_ptr_array_index (result.report->columns, 0);

  g_assert_cmpuint (result.report->columns->len, ==, 36);
  g_assert_cmpstr (first->sample, ==, "INC0000001");
  g_assert_cmpstr (find_becomes (&result, "location"), ==, "site");
  g_assert_cmpstr (find_becomes (&result, "assignment_group"), ==, "left out");
  g_assert_cmpstr (find_becomes (&result, "opened_at"), ==, "date");
}

/* Reading a file again names the same items the same. */
static void
test_same_again (gconstpointer data)
{
  ImpTablePreset preset =
      g_str_equal (data, "servicenow.csv") ? IMP_TABLE_SERVICENOW : IMP_TABLE_CSV;
  g_auto (Result) first = read_file (data, preset);
  g_auto (Result) second = read_file (data, preset);

  g_assert_cmpuint (first.changes->items->len, >, 0);
  g_assert_cmpuint (first.changes->items->len, ==, second.changes->items->len);
  for (guint i = 0; i < first.changes->items->len; i++)
    {
      const ImpNewItem *a = &g_array_index (first.changes->items, ImpNewItem, i);
      const ImpNewItem *b = &g_array_index (second.changes->items, ImpNewItem, i);

      g_assert_true (imp_uuid_equal (&a->uuid, &b->uuid));
      g_assert_true (a->named || a->link[0] != 0);
    }
}

/* Other programs */

static void
test_jira (void)
{
  g_auto (Result) result = read_file ("jira.csv", IMP_TABLE_CSV);
  ImpItem scanner =
      find_by_text (&result, IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, "Scanner signs out, again");
  ImpItem wifi = find_by_text (&result, IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, "Wifi");
  ImpItem fix = find_fix (&result, scanner);

  assert_not_taken (&result, (const char *const[]) { NULL });
  g_assert_cmpuint (result.report->n_items[IMP_KIND_IRRITANT], ==, 3);
  g_assert_cmpstr (find_text (&result, scanner, IMP_IRRITANT_DESCRIPTION), ==,
                   "First line\nSecond \"line\"");
  g_assert_cmpint (find_integer (&result, fix, IMP_FIX_DELIVERED), ==, imp_date_new (2025, 8, 2));
  g_assert_cmpstr (find_name (&result, fix, IMP_FIX_OWNER), ==, "Tom Baert");
  g_assert_cmpint (find_integer (&result, wifi, IMP_IRRITANT_DECLINED), ==,
                   imp_date_new (2025, 8, 3));
  g_assert_cmpstr (find_becomes (&result, "Labels"), ==, "tags");
  g_assert_cmpint (find_tagging (&result, scanner, "scanner"), !=, 0);
  g_assert_cmpint (find_tagging (&result, scanner, "hall"), !=, 0);
  g_assert_cmpint (find_tagging (&result, wifi, "x"), !=, 0);
  g_assert_cmpuint (result.report->n_items[IMP_KIND_TAGGING], ==, 3);
  g_assert_cmpstr (find_becomes (&result, "Custom field (Site)"), ==, "left out");
}

/* In the words of our files or of the screen; each tag once. */
static void
test_context (void)
{
  g_auto (Result) result = read_text ("title,step,outcome,kind of change,waste,tags\n"
                                      "Jam,Packing,On time,customer-experience,Doing it twice,"
                                      "\"Hall 3; Round, hall 3\"\n"
                                      "Queue,packing,,Process,WAITING,\n",
                                      NULL);
  ImpItem jam = find_by_text (&result, IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, "Jam");
  ImpItem queue = find_by_text (&result, IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, "Queue");

  assert_not_taken (&result, (const char *const[]) { NULL });
  g_assert_cmpstr (find_name (&result, jam, IMP_IRRITANT_STEP), ==, "Packing");
  g_assert_cmpstr (find_name (&result, jam, IMP_IRRITANT_OUTCOME), ==, "On time");
  g_assert_cmpint (find_integer (&result, jam, IMP_IRRITANT_CHANGE), ==,
                   IMP_CHANGE_CUSTOMER_EXPERIENCE);
  g_assert_cmpint (find_integer (&result, jam, IMP_IRRITANT_WASTE), ==, IMP_WASTE_OVERPROCESSING);
  g_assert_cmpint (find_integer (&result, queue, IMP_IRRITANT_CHANGE), ==, IMP_CHANGE_PROCESS);
  g_assert_cmpint (find_integer (&result, queue, IMP_IRRITANT_WASTE), ==, IMP_WASTE_WAITING);
  g_assert_cmpint (find_integer (&result, queue, IMP_IRRITANT_STEP), ==,
                   find_integer (&result, jam, IMP_IRRITANT_STEP));
  g_assert_cmpint (find_tagging (&result, jam, "Round"), !=, 0);
  g_assert_cmpuint (result.report->n_items[IMP_KIND_TAGGING], ==, 2);
}

static void
test_strange_choice (void)
{
  static const char *const not_taken[] = { "Line 2: “fun” is none of process, decisions, "
                                           "customer-experience",
                                           NULL };
  g_auto (Result) result = read_text ("title,kind of change\nJam,fun\n", NULL);

  assert_not_taken (&result, not_taken);
}

static void
test_glpi (void)
{
  g_auto (Result) result = read_file ("glpi.csv", IMP_TABLE_CSV);
  ImpItem formula = find_by_text (&result, IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, "=cmd|calc");
  ImpItem jam =
      find_by_text (&result, IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, "Imprimante : bourrage");

  assert_not_taken (&result, (const char *const[]) { NULL });
  g_assert_cmpint (formula, !=, 0);
  g_assert_cmpint (jam, !=, 0);
  g_assert_cmpuint (result.report->n_items[IMP_KIND_REPORT], ==, 3);
  g_assert_cmpuint (result.report->n_items[IMP_KIND_PERSON], ==, 2);
  g_assert_cmpuint (result.report->n_items[IMP_KIND_SITE], ==, 1);
  g_assert_cmpuint (result.report->n_items[IMP_KIND_OFFERING], ==, 1);
  g_assert_cmpstr (find_text (&result, jam, IMP_IRRITANT_PEOPLE), ==, "1200 guess");
  g_assert_cmpint (find_integer (&result, jam, IMP_IRRITANT_RECORDED), ==,
                   imp_date_new (2026, 1, 5));
  g_assert_cmpstr (find_becomes (&result, "Opening date"), ==, "date");
}

static void
test_texts_only (void)
{
  g_auto (Result) result = read_text (
      "Document,Topic_group\n"
      "the scanner in hall two signs me out at every change of its battery and that is annoying,"
      "Hardware\n"
      "the same,Hardware\nthe same,Hardware\n",
      NULL);

  g_assert_cmpuint (result.report->n_items[IMP_KIND_IRRITANT], ==, 3);
  g_assert_cmpuint (result.report->n_items[IMP_KIND_OFFERING], ==, 1);
  g_assert_cmpstr (find_text (&result, -1, IMP_IRRITANT_TITLE), ==,
                   "the scanner in hall two signs me out at every change of its…");
  g_assert_true (g_str_has_suffix (
      find_text (&result, find_referring (&result, IMP_KIND_REPORT, IMP_REPORT_IRRITANT, -1),
                 IMP_REPORT_WORDS),
      "and that is annoying"));
}

static void
test_date_orders (void)
{
  g_auto (Result) open = read_text ("title,created\na,03/04/2025\n", NULL);
  g_auto (Result) month =
      read_text ("title,created,closed\na,03/04/2025,\nb,1/2/2025,6/21/2025\n", NULL);

  g_assert_cmpint (find_integer (&open, -1, IMP_IRRITANT_RECORDED), ==, imp_date_new (2025, 4, 3));
  g_assert_cmpstr (find_becomes (&open, "created"), ==,
                   "date (day or month first? read day first)");
  g_assert_cmpint (find_integer (&month, -1, IMP_IRRITANT_RECORDED), ==, imp_date_new (2025, 3, 4));
  g_assert_cmpstr (find_becomes (&month, "created"), ==, "date (month first)");
}

static void
test_map (void)
{
  static const char *const map[] = { "What=title", "wo=site", "Subject=skip", NULL };
  g_auto (Result) result = read_text ("Subject,What,Wo,a=b\nno,yes,Lyon,x\n", map);

  g_assert_cmpstr (find_text (&result, -1, IMP_IRRITANT_TITLE), ==, "yes");
  g_assert_cmpint (find_by_text (&result, IMP_KIND_SITE, IMP_SITE_NAME, "Lyon"), !=, 0);
  g_assert_cmpstr (find_becomes (&result, "Subject"), ==, "left out");
}

static void
test_not_taken (void)
{
  static const char *const not_taken[] = {
    "Line 3: it does not say what the irritant is",
    "Line 4: “lots” is neither a number nor a band that is known",
    "Line 5: “cross” is none of mild, annoying, strong, unbearable",
    "Line 6: it is “Done”, but nothing says since when",
  };
  g_auto (Result) result =
      read_text ("title,people,irritation,status\nfine,12,mild,New\n"
                 ",12,mild,New\na,lots,mild,New\nb,1,cross,New\nc,1,mild,Done\n",
                 NULL);

  g_assert_cmpuint (result.report->n_rows, ==, 5);
  g_assert_cmpuint (result.report->n_items[IMP_KIND_IRRITANT], ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (not_taken); i++)
    g_assert_cmpstr (g_ptr_array_index (result.report->not_taken, i), ==, not_taken[i]);
}

/* What is refused altogether */

static void
assert_refused (const char *text, ImpTablePreset preset, const char *map, const char *words)
{
  const char *const maps[] = { map, NULL };
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (ImpTableReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (imp_table_import_read (stream, preset, maps, &report, NULL, &error));
  g_assert_null (report);
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
  g_assert_true (g_str_has_prefix (error->message, "Cannot import the file: "));
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
test_refuses (void)
{
  assert_refused ("", IMP_TABLE_CSV, NULL, "it is empty");
  assert_refused ("title\nx\n", IMP_TABLE_SERVICENOW, NULL, "no column “number”");
  assert_refused ("title\nx\n", IMP_TABLE_CSV, "title", "--map \"column=title\"");
  assert_refused ("title\nx\n", IMP_TABLE_CSV, "wo=site", "no column “wo”");
  assert_refused ("title\nx\n", IMP_TABLE_CSV, "title=colour", "It can be: skip, id, title,");
}

/* The columns are listed, so that somebody can say which is the title. */
static void
test_untitled (void)
{
  g_autoptr (GInputStream) stream =
      g_memory_input_stream_new_from_data ("Wunsch,Site\nDrucker,Ghent\n", -1, NULL);
  g_autoptr (ImpTableReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpChanges) changes =
      imp_table_import_read (stream, IMP_TABLE_CSV, NULL, &report, NULL, &error);
  const ImpTableColumn *column;

  g_assert_no_error (error);
  g_assert_true (imp_changes_is_empty (changes));
  g_assert_true (report->untitled);
  g_assert_cmpuint (report->columns->len, ==, 2);
  column = report->columns->pdata[0];
  g_assert_cmpstr (column->title, ==, "Wunsch");
  g_assert_cmpstr (column->sample, ==, "Drucker");
  g_assert_cmpuint (column->field, ==, 0);
  column = report->columns->pdata[1];
  g_assert_cmpstr (imp_table_field_get_name (column->field), ==, "site");
}

static void
test_refuses_cut_file (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", "jira.csv", NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  *strstr (text, "Second") = '\0';
  assert_refused (text, IMP_TABLE_CSV, NULL, "line 2: a quotation mark opens here");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/table-import/servicenow/counts", test_servicenow_counts);
  g_test_add_func ("/exchange/table-import/servicenow/incident", test_servicenow_incident);
  g_test_add_func ("/exchange/table-import/servicenow/states", test_servicenow_states);
  g_test_add_func ("/exchange/table-import/servicenow/newest-row", test_servicenow_newest_row);
  g_test_add_func ("/exchange/table-import/servicenow/unknown", test_servicenow_unknown);
  g_test_add_func ("/exchange/table-import/servicenow/preview", test_servicenow_preview);
  g_test_add_data_func ("/exchange/table-import/servicenow/same-again", "servicenow.csv",
                        test_same_again);
  g_test_add_data_func ("/exchange/table-import/jira/same-again", "jira.csv", test_same_again);
  g_test_add_func ("/exchange/table-import/jira/import", test_jira);
  g_test_add_func ("/exchange/table-import/glpi/import", test_glpi);
  g_test_add_func ("/exchange/table-import/step-outcome-and-tags", test_context);
  g_test_add_func ("/exchange/table-import/strange-choice-is-named", test_strange_choice);
  g_test_add_func ("/exchange/table-import/texts-only", test_texts_only);
  g_test_add_func ("/exchange/table-import/date-orders", test_date_orders);
  g_test_add_func ("/exchange/table-import/map", test_map);
  g_test_add_func ("/exchange/table-import/not-taken", test_not_taken);
  g_test_add_func ("/exchange/table-import/refuses", test_refuses);
  g_test_add_func ("/exchange/table-import/refuses-cut-file", test_refuses_cut_file);
  g_test_add_func ("/exchange/table-import/untitled", test_untitled);
  return g_test_run ();
}
