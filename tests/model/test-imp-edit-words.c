/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a person did is told in a sentence. */
#include "config.h"

#include "model/imp-edit-words.h"

#define ABOUT 7
#define PART  8

static ImpEdit *
make_edit (void)
{
  ImpEdit *edit = imp_edit_new ();

  edit->actor = g_strdup ("Inès Caron");
  return edit;
}

static ImpEditedField *
add (ImpEdit *edit, ImpKind kind, ImpItem item, guint8 field)
{
  ImpEditedField *edited = imp_edit_add_field (edit);

  edited->kind = kind;
  edited->item = item;
  edited->field = field;
  return edited;
}

static ImpEditedField *
add_text (ImpEdit *edit, ImpKind kind, guint8 field, const char *before, const char *after)
{
  ImpEditedField *edited = add (edit, kind, ABOUT, field);

  if (before != NULL)
    edited->before = (ImpValue) { IMP_VALUE_TEXT, { .text = g_strdup (before) } };
  if (after != NULL)
    edited->after = (ImpValue) { IMP_VALUE_TEXT, { .text = g_strdup (after) } };
  return edited;
}

static ImpEditedField *
add_number (ImpEdit *edit, ImpKind kind, ImpItem item, guint8 field, gint64 after)
{
  ImpEditedField *edited = add (edit, kind, item, field);

  edited->after = (ImpValue) { IMP_VALUE_INTEGER, { .integer = after } };
  return edited;
}

/* Takes the edit. */
static void
check (ImpEdit *edit, const char *expected)
{
  ImpEditDigest digest = imp_edit_digest (edit, ABOUT);
  g_autofree char *said = imp_edit_digest_to_sentence (&digest);

  g_assert_cmpstr (said, ==, expected);
  imp_edit_free (edit);
}

static void
check_telling (const ImpEdit *edit, const ImpEditedField *edited, ImpTelling expected)
{
  ImpEditDigest digest = imp_edit_digest (edit, ABOUT);

  g_assert_cmpint (imp_edit_digest_find_telling (&digest, edited), ==, expected);
}

static void
test_short_values_are_said (void)
{
  ImpEdit *edit = make_edit ();
  const ImpEditedField *edited =
      add_text (edit, IMP_KIND_IRRITANT, IMP_IRRITANT_PEOPLE, "10", "40");

  check_telling (edit, edited, IMP_TELLING_SENTENCE);
  check (edit, "Inès Caron changed how many people it concerns: Ten\u00a0people → "
               "About 40\u00a0people");
  edit = make_edit ();
  add_text (edit, IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, NULL, "Scanner");
  check (edit, "Inès Caron changed the title: Scanner");
  edit = make_edit ();
  add_text (edit, IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, NULL, "Scanner")->before_erased = TRUE;
  check (edit, "Inès Caron changed the title: Erased → Scanner");
}

static void
test_long_values_stand_below (void)
{
  ImpEdit *edit = make_edit ();
  const ImpEditedField *edited =
      add_text (edit, IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, "Scanner",
                "The scanner signs everybody out at each change of the battery");

  check_telling (edit, edited, IMP_TELLING_BELOW);
  check (edit, "Inès Caron changed the title");
  edit = make_edit ();
  add_text (edit, IMP_KIND_IRRITANT, IMP_IRRITANT_DESCRIPTION, "Short", "Prose");
  check (edit, "Inès Caron changed the description");
}

static void
test_several_fields_are_an_edit (void)
{
  ImpEdit *edit = make_edit ();
  const ImpEditedField *title =
      add_text (edit, IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, "Scanner", "Printer");

  add_text (edit, IMP_KIND_IRRITANT, IMP_IRRITANT_DESCRIPTION, NULL, "Prose");
  check_telling (edit, title, IMP_TELLING_BELOW);
  check (edit, "Inès Caron edited the irritant");
}

static void
test_making_outweighs_fields (void)
{
  ImpEdit *edit = make_edit ();
  const ImpEditedField *title, *part, *life, *link;

  part = add_number (edit, IMP_KIND_REPORT, PART, IMP_FIELD_LIFE, 1);
  link = add_number (edit, IMP_KIND_REPORT, PART, IMP_REPORT_IRRITANT, ABOUT);
  title = add_text (edit, IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, NULL, "Scanner");
  life = add_number (edit, IMP_KIND_IRRITANT, ABOUT, IMP_FIELD_LIFE, 1);
  check_telling (edit, life, IMP_TELLING_BELOW);
  check_telling (edit, link, IMP_TELLING_NONE);
  check_telling (edit, part, IMP_TELLING_BELOW);
  check_telling (edit, title, IMP_TELLING_NONE); /* the line of the life says it */
  check (edit, "Inès Caron recorded the irritant");
}

static void
check_life (const ImpEdit *edit, const ImpEditedField *life, const char *expected)
{
  ImpEditDigest digest = imp_edit_digest (edit, ABOUT);
  g_autofree char *said = imp_edit_digest_say_life (&digest, life);

  g_assert_cmpstr (said, ==, expected);
}

static void
add_part_text (ImpEdit *edit, ImpItem item, guint8 field, const char *after)
{
  add_text (edit, IMP_KIND_REPORT, field, NULL, after)->item = item;
}

static void
add_part_name (ImpEdit *edit, ImpKind kind, ImpItem item, guint8 field, const char *name)
{
  add_number (edit, kind, item, field, 99)->after_name = g_strdup (name);
}

static const ImpEditedField *
add_report (ImpEdit *edit, ImpItem item, const char *person, const char *department)
{
  const ImpEditedField *life = add_number (edit, IMP_KIND_REPORT, item, IMP_FIELD_LIFE, 1);

  add_number (edit, IMP_KIND_REPORT, item, IMP_REPORT_IRRITANT, ABOUT);
  if (person != NULL)
    add_part_name (edit, IMP_KIND_REPORT, item, IMP_REPORT_PERSON, person);
  if (department != NULL)
    add_part_name (edit, IMP_KIND_REPORT, item, IMP_REPORT_DEPARTMENT, department);
  return life;
}

/* One sentence for each, whatever was asked and answered. */
static void
test_reports_are_sentences (void)
{
  g_autoptr (ImpEdit) edit = make_edit ();
  const ImpEditedField *jana = add_report (edit, PART, "Jana", "Packing");
  const ImpEditedField *somebody = add_report (edit, PART + 1, NULL, "Packing");
  const ImpEditedField *nobody = add_report (edit, PART + 2, NULL, NULL);

  add_part_text (edit, PART, IMP_REPORT_WORDS, "It signs me out.");
  add_part_text (edit, PART, IMP_REPORT_OFTEN, "40 one");
  add_part_text (edit, PART, IMP_REPORT_MINUTES, "5 one");
  add_part_text (edit, PART + 1, IMP_REPORT_OFTEN, "20 one");
  check_life (edit, jana,
              "Jana from Packing: “It signs me out.” · twice a day, 5\u00a0minutes each time");
  check_life (edit, somebody, "Somebody in Packing: once a day");
  check_life (edit, nobody, "Somebody: Me too.");
  for (guint i = 0; i < edit->fields->len; i++)
    check_telling (edit, edit->fields->pdata[i],
                   ((const ImpEditedField *) edit->fields->pdata[i])->field == IMP_FIELD_LIFE
                       ? IMP_TELLING_BELOW
                       : IMP_TELLING_NONE);
}

/* The answers stand with the report that gives them. */
static void
test_an_irritant_is_a_line (void)
{
  g_autoptr (ImpEdit) edit = make_edit ();
  const ImpEditedField *life = add_number (edit, IMP_KIND_IRRITANT, ABOUT, IMP_FIELD_LIFE, 1);
  const ImpEditedField *prose;

  add_text (edit, IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, NULL, "Till freezes");
  add_part_name (edit, IMP_KIND_IRRITANT, ABOUT, IMP_IRRITANT_OFFERING, "Tills");
  add_text (edit, IMP_KIND_IRRITANT, IMP_IRRITANT_OFTEN, NULL, "40 one");
  add_number (edit, IMP_KIND_IRRITANT, ABOUT, IMP_IRRITANT_CUSTOMERS_SEE_IT, 1);
  prose = add_text (edit, IMP_KIND_IRRITANT, IMP_IRRITANT_DESCRIPTION, NULL, "The screen stands");
  check_life (edit, life, "Till freezes · Tills · twice a day · Customers see it");
  check_telling (edit, prose, IMP_TELLING_BELOW);
  add_report (edit, PART, "Jana", NULL);
  check_life (edit, life, "Till freezes · Tills · Customers see it");
}

static void
test_what_came_along_is_named (void)
{
  g_autoptr (ImpEdit) edit = make_edit ();
  const ImpEditedField *removal = add_number (edit, IMP_KIND_REMOVAL, PART, IMP_FIELD_LIFE, 1);
  const ImpEditedField *promise;

  add_number (edit, IMP_KIND_REMOVAL, PART, IMP_REMOVAL_FIX, ABOUT);
  add_part_name (edit, IMP_KIND_REMOVAL, PART, IMP_REMOVAL_IRRITANT, "Till freezes");
  add_number (edit, IMP_KIND_FIX, ABOUT, IMP_FIELD_LIFE, 1);
  promise = add_number (edit, IMP_KIND_PROMISE, PART + 1, IMP_FIELD_LIFE, 1);
  add_part_name (edit, IMP_KIND_PROMISE, PART + 1, IMP_PROMISE_PERSON, "Jana");
  add_number (edit, IMP_KIND_PROMISE, PART + 1, IMP_PROMISE_DUE, imp_date_new (2026, 12, 15));
  check_life (edit, removal, "Irritant: Till freezes");
  check_life (edit, promise, "Promise: Jana · 15\u00a0December\u00a02026");
}

/* That others make room for it is nothing that anybody did. */
static void
test_moved_entries_are_not_reworded (void)
{
  ImpEdit *edit = make_edit ();
  const ImpEditedField *place = add_number (edit, IMP_KIND_ENTRY, PART, IMP_ENTRY_POSITION, 1);

  check_telling (edit, place, IMP_TELLING_NONE);
  add_number (edit, IMP_KIND_ENTRY, PART + 1, IMP_ENTRY_POSITION, 2);
  add_number (edit, IMP_KIND_ENTRY, PART + 2, IMP_ENTRY_POSITION, 3);
  check (edit, "Inès Caron put the entries in another order");
  edit = make_edit ();
  add_number (edit, IMP_KIND_ENTRY, PART, IMP_ENTRY_POSITION, 1);
  check (edit, "Inès Caron moved an entry");
  edit = make_edit ();
  add_number (edit, IMP_KIND_ENTRY, PART, IMP_ENTRY_POSITION, 1);
  add_number (edit, IMP_KIND_ENTRY, PART + 1, IMP_ENTRY_POSITION, 2);
  add_number (edit, IMP_KIND_ENTRY, PART, IMP_ENTRY_SECTION, 2);
  check (edit, "Inès Caron moved an entry to another part");
}

static void
test_photos_and_files_differ (void)
{
  ImpEdit *edit = make_edit ();

  add_number (edit, IMP_KIND_ATTACHMENT, PART, IMP_FIELD_LIFE, 1);
  check (edit, "Inès Caron added a file");
  edit = make_edit ();
  add_number (edit, IMP_KIND_ATTACHMENT, PART, IMP_FIELD_LIFE, 1);
  add_number (edit, IMP_KIND_ATTACHMENT, PART, IMP_ATTACHMENT_WIDTH, 640);
  check (edit, "Inès Caron added a photo");
}

/* Takes the edit, after adding `n` photos to it. */
static void
check_photos (ImpEdit *edit, guint n, const char *expected)
{
  for (guint i = 0; i < n; i++)
    {
      add_number (edit, IMP_KIND_ATTACHMENT, PART + i, IMP_FIELD_LIFE, 1);
      add_number (edit, IMP_KIND_ATTACHMENT, PART + i, IMP_ATTACHMENT_WIDTH, 640);
    }
  check (edit, expected);
}

static void
test_parts_are_counted (void)
{
  ImpEdit *edit = make_edit ();

  check_photos (edit, 5, "Inès Caron added 5 photos");
  edit = make_edit ();
  add_number (edit, IMP_KIND_ATTACHMENT, 99, IMP_FIELD_LIFE, 1);
  check_photos (edit, 2, "Inès Caron added 3 photos and files");
  edit = make_edit ();
  for (guint i = 0; i < 9; i++)
    add_number (edit, IMP_KIND_REPORT, PART + i, IMP_FIELD_LIFE, 1);
  add (edit, IMP_KIND_REPORT, 99, IMP_FIELD_LIFE); /* deleted */
  check_photos (edit, 1, "Inès Caron added what 9 colleagues say");
}

/* That a part was another item's before is no change of this one. */
static void
test_a_link_that_replaced_another_is_not_told (void)
{
  ImpEdit *edit = make_edit ();
  ImpEditedField *link = add_number (edit, IMP_KIND_REPORT, PART, IMP_REPORT_IRRITANT, ABOUT);

  link->before = (ImpValue) { IMP_VALUE_INTEGER, { .integer = 99 } };
  add_text (edit, IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, "Scanner", "Printer");
  check_telling (edit, link, IMP_TELLING_NONE);
  check (edit, "Inès Caron changed the title: Scanner → Printer");
}

static void
test_merging_names_the_other_one (void)
{
  ImpEdit *edit = make_edit ();
  ImpEditedField *merged =
      add_number (edit, IMP_KIND_IRRITANT, ABOUT, IMP_IRRITANT_MERGED_INTO, PART);

  merged->after_name = g_strdup ("Printer");
  check (edit, "Inès Caron merged it with “Printer”");
  edit = make_edit ();
  merged = add_number (edit, IMP_KIND_IRRITANT, PART, IMP_IRRITANT_MERGED_INTO, ABOUT);
  merged->after_name = g_strdup ("Scanner");
  merged->name = g_strdup ("Printer");
  check (edit, "Inès Caron merged it with “Printer”");
  edit = make_edit ();
  merged = add (edit, IMP_KIND_IRRITANT, ABOUT, IMP_IRRITANT_MERGED_INTO);
  merged->before = (ImpValue) { IMP_VALUE_INTEGER, { .integer = PART } };
  merged->before_name = g_strdup ("Printer");
  check (edit, "Inès Caron took it apart from “Printer”");
}

/* Being given a day says what happened; another day of the same does not. */
static void
test_days_are_events (void)
{
  ImpEdit *edit = make_edit ();

  add_number (edit, IMP_KIND_FIX, ABOUT, IMP_FIX_DELIVERED, 20000);
  add_text (edit, IMP_KIND_FIX, IMP_FIX_DID, NULL, "Replaced");
  check (edit, "Inès Caron delivered the fix");
  edit = make_edit ();
  add (edit, IMP_KIND_IRRITANT, ABOUT, IMP_IRRITANT_DECLINED)->before =
      (ImpValue) { IMP_VALUE_INTEGER, { .integer = 20000 } };
  check (edit, "Inès Caron took the irritant up again");
  edit = make_edit ();
  add_number (edit, IMP_KIND_FIX, ABOUT, IMP_FIX_DELIVERED, imp_date_new (2026, 11, 22))->before =
      (ImpValue) { IMP_VALUE_INTEGER, { .integer = imp_date_new (2026, 11, 21) } };
  check (edit, "Inès Caron changed “Delivered on”: 21\u00a0November\u00a02026 → "
               "22\u00a0November\u00a02026");
}

static void
test_rounds_begin_and_end (void)
{
  ImpEdit *edit = make_edit ();

  add_number (edit, IMP_KIND_ROUND, ABOUT, IMP_ROUND_STARTED, 1795262400000);
  check (edit, "Inès Caron began the round");
  edit = make_edit ();
  add_number (edit, IMP_KIND_ROUND, ABOUT, IMP_ROUND_ENDED, 1795262400000);
  check (edit, "Inès Caron finished the round");
  edit = make_edit ();
  add_number (edit, IMP_KIND_ROUND, ABOUT, IMP_ROUND_TIME, 9 * 60 + 5);
  check (edit, "Inès Caron changed the time: 09:05");
  edit = make_edit ();
  add_number (edit, IMP_KIND_MEETING, PART, IMP_FIELD_LIFE, 1);
  add_number (edit, IMP_KIND_MEETING, PART, IMP_MEETING_MET, 0);
  check (edit, "Inès Caron added a colleague to meet");
  edit = make_edit ();
  add_number (edit, IMP_KIND_MEETING, PART, IMP_FIELD_LIFE, 1);
  add_number (edit, IMP_KIND_MEETING, PART, IMP_MEETING_MET, 1);
  check (edit, "Inès Caron met a colleague");
}

/* Whatever a field or a life becomes: a sentence that begins with who it was. */
static void
check_every_field (ImpKind kind, ImpItem item)
{
  for (guint8 field = 0; field <= 63; field++)
    for (guint n = 1; n <= 2; n++)
      {
        g_autoptr (ImpEdit) edit = make_edit ();
        g_autofree char *said = NULL;
        ImpEditDigest digest;

        for (guint i = 0; i < n; i++)
          add_number (edit, kind, item, field, 1);
        digest = imp_edit_digest (edit, ABOUT);
        said = imp_edit_digest_to_sentence (&digest);
        g_assert_true (g_str_has_prefix (said, "Inès Caron "));
        g_assert_null (strstr (said, "(null)"));
      }
}

static void
test_every_change_has_a_sentence (void)
{
  for (ImpKind kind = IMP_KIND_NONE; kind <= IMP_N_KINDS; kind++)
    {
      check_every_field (kind, ABOUT);
      check_every_field (kind, PART);
    }
}

static void
test_nobody_is_somebody (void)
{
  ImpEdit *edit = imp_edit_new ();

  add (edit, IMP_KIND_FIX, ABOUT, IMP_FIELD_LIFE);
  check (edit, "Somebody deleted the fix");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/edit-words/short-values-are-said", test_short_values_are_said);
  g_test_add_func ("/model/edit-words/long-values-stand-below", test_long_values_stand_below);
  g_test_add_func ("/model/edit-words/several-fields-are-an-edit", test_several_fields_are_an_edit);
  g_test_add_func ("/model/edit-words/making-outweighs-fields", test_making_outweighs_fields);
  g_test_add_func ("/model/edit-words/reports-are-sentences", test_reports_are_sentences);
  g_test_add_func ("/model/edit-words/an-irritant-is-a-line", test_an_irritant_is_a_line);
  g_test_add_func ("/model/edit-words/what-came-along-is-named", test_what_came_along_is_named);
  g_test_add_func ("/model/edit-words/moved-entries-are-not-reworded",
                   test_moved_entries_are_not_reworded);
  g_test_add_func ("/model/edit-words/photos-and-files-differ", test_photos_and_files_differ);
  g_test_add_func ("/model/edit-words/parts-are-counted", test_parts_are_counted);
  g_test_add_func ("/model/edit-words/a-link-that-replaced-another-is-not-told",
                   test_a_link_that_replaced_another_is_not_told);
  g_test_add_func ("/model/edit-words/merging-names-the-other-one",
                   test_merging_names_the_other_one);
  g_test_add_func ("/model/edit-words/days-are-events", test_days_are_events);
  g_test_add_func ("/model/edit-words/rounds-begin-and-end", test_rounds_begin_and_end);
  g_test_add_func ("/model/edit-words/every-change-has-a-sentence",
                   test_every_change_has_a_sentence);
  g_test_add_func ("/model/edit-words/nobody-is-somebody", test_nobody_is_somebody);
  return g_test_run ();
}
