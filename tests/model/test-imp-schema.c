/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The table of kinds and fields: what every reader of it takes for granted. */
#include "config.h"

#include "model/imp-schema.h"

#include <string.h>

static gboolean
is_plain_name (const char *name)
{
  return g_ascii_islower (*name) && name[strspn (name, "abcdefghijklmnopqrstuvwxyz-")] == '\0';
}

static void
test_kinds (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (ImpKind kind = 1; kind < IMP_N_KINDS; kind++)
    {
      const char *name = imp_kind_get_name (kind);

      g_assert_true (is_plain_name (name));
      g_assert_true (g_hash_table_add (names, (gpointer) name));
      g_assert_cmpint (imp_kind_from_name (name), ==, kind);
    }
  g_assert_null (imp_kind_get_name (IMP_KIND_NONE));
  g_assert_null (imp_kind_get_name (IMP_N_KINDS));
  g_assert_cmpint (imp_kind_from_name ("ticket"), ==, IMP_KIND_NONE);
  g_assert_cmpint (imp_kind_from_name (NULL), ==, IMP_KIND_NONE);
}

static void
assert_type (const ImpField *field)
{
  g_assert_true ((field->type == IMP_FIELD_ITEM) == (imp_kind_get_name (field->refers) != NULL));
  g_assert_true ((field->type == IMP_FIELD_CHOICE) == (field->nicks != NULL));
}

static void
assert_fields (ImpKind kind)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_fields;
  const ImpField *fields = imp_kind_get_fields (kind, &n_fields);

  g_assert_cmpuint (n_fields, <=, 63);
  for (guint i = 0; i < n_fields; i++)
    {
      g_assert_cmpuint (fields[i].number, ==, i + 1);
      g_assert_true (is_plain_name (fields[i].name));
      g_assert_true (g_hash_table_add (names, (gpointer) fields[i].name));
      g_assert_true (imp_kind_get_field (kind, i + 1) == &fields[i]);
      g_assert_true (imp_kind_find_field (kind, fields[i].name) == &fields[i]);
      assert_type (&fields[i]);
    }
  g_assert_null (imp_kind_get_field (kind, IMP_FIELD_LIFE));
  g_assert_null (imp_kind_get_field (kind, n_fields + 1));
  /* Members of a file that are no fields. */
  g_assert_false (g_hash_table_contains (names, "kind") || g_hash_table_contains (names, "id"));
}

static void
test_fields (void)
{
  guint n_fields;

  for (ImpKind kind = 1; kind < IMP_N_KINDS; kind++)
    assert_fields (kind);
  g_assert_null (imp_kind_get_fields (IMP_KIND_NONE, &n_fields));
  g_assert_cmpuint (n_fields, ==, 0);
}

/* Every name of the enums, so that a field put into the middle of one is noticed: the numbers are
 * in journals for ever. */
static const struct
{
  ImpKind kind;
  guint number;
  const char *name;
} names[] = {
  { IMP_KIND_ORGANISATION, IMP_ORGANISATION_NAME, "name" },
  { IMP_KIND_ORGANISATION, IMP_ORGANISATION_CONTACT_NAME, "contact-name" },
  { IMP_KIND_ORGANISATION, IMP_ORGANISATION_CONTACT_HOW, "contact-how" },
  { IMP_KIND_ORGANISATION, IMP_ORGANISATION_CONTACT_EMAIL, "contact-email" },
  { IMP_KIND_ORGANISATION, IMP_ORGANISATION_SERIES, "series" },
  { IMP_KIND_ORGANISATION, IMP_ORGANISATION_LANGUAGE, "language" },
  { IMP_KIND_SITE, IMP_SITE_NAME, "name" },
  { IMP_KIND_SITE, IMP_SITE_LEADER, "leader" },
  { IMP_KIND_SITE, IMP_SITE_ADVISOR, "advisor" },
  { IMP_KIND_SITE, IMP_SITE_WEEKS, "weeks" },
  { IMP_KIND_DEPARTMENT, IMP_DEPARTMENT_NAME, "name" },
  { IMP_KIND_DEPARTMENT, IMP_DEPARTMENT_LEADER, "leader" },
  { IMP_KIND_OFFERING, IMP_OFFERING_NAME, "name" },
  { IMP_KIND_OFFERING, IMP_OFFERING_SORT, "sort" },
  { IMP_KIND_OFFERING, IMP_OFFERING_OWNER, "owner" },
  { IMP_KIND_PERSON, IMP_PERSON_NAME, "name" },
  { IMP_KIND_PERSON, IMP_PERSON_ROLE, "role" },
  { IMP_KIND_PERSON, IMP_PERSON_DEPARTMENT, "department" },
  { IMP_KIND_PERSON, IMP_PERSON_SITE, "site" },
  { IMP_KIND_PERSON, IMP_PERSON_EMAIL, "email" },
  { IMP_KIND_PERSON, IMP_PERSON_NAMING, "naming" },
  { IMP_KIND_PERSON, IMP_PERSON_IN_IT, "in-it" },
  { IMP_KIND_PERSON, IMP_PERSON_HEARS, "hears" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_TITLE, "title" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_DESCRIPTION, "description" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_OFFERING, "offering" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_PEOPLE, "people" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_OFTEN, "often" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_MINUTES, "minutes" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_EFFORT, "effort" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_IRRITATION, "irritation" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_CUSTOMERS_SEE_IT, "customers-see-it" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_RECORDED, "recorded" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_RECORDED_BY, "recorded-by" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_DECLINED, "declined" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_DECLINED_REASON, "declined-reason" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_MERGED_INTO, "merged-into" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_STEP, "step" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_OUTCOME, "outcome" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_CHANGE, "change" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_WASTE, "waste" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_PIN_REASON, "pin-reason" },
  { IMP_KIND_IRRITANT, IMP_IRRITANT_PIN_UNTIL, "pin-until" },
  { IMP_KIND_REPORT, IMP_REPORT_IRRITANT, "irritant" },
  { IMP_KIND_REPORT, IMP_REPORT_PERSON, "person" },
  { IMP_KIND_REPORT, IMP_REPORT_DEPARTMENT, "department" },
  { IMP_KIND_REPORT, IMP_REPORT_SITE, "site" },
  { IMP_KIND_REPORT, IMP_REPORT_DATE, "date" },
  { IMP_KIND_REPORT, IMP_REPORT_WORDS, "words" },
  { IMP_KIND_REPORT, IMP_REPORT_PEOPLE, "people" },
  { IMP_KIND_REPORT, IMP_REPORT_OFTEN, "often" },
  { IMP_KIND_REPORT, IMP_REPORT_MINUTES, "minutes" },
  { IMP_KIND_REPORT, IMP_REPORT_ROUND, "round" },
  { IMP_KIND_FIX, IMP_FIX_TITLE, "title" },
  { IMP_KIND_FIX, IMP_FIX_DID, "did" },
  { IMP_KIND_FIX, IMP_FIX_NOW, "now" },
  { IMP_KIND_FIX, IMP_FIX_TODO, "todo" },
  { IMP_KIND_FIX, IMP_FIX_OWNER, "owner" },
  { IMP_KIND_FIX, IMP_FIX_THANKS, "thanks" },
  { IMP_KIND_FIX, IMP_FIX_PLANNED, "planned" },
  { IMP_KIND_FIX, IMP_FIX_STARTED, "started" },
  { IMP_KIND_FIX, IMP_FIX_DELIVERED, "delivered" },
  { IMP_KIND_FIX, IMP_FIX_EFFORT, "effort" },
  { IMP_KIND_REMOVAL, IMP_REMOVAL_FIX, "fix" },
  { IMP_KIND_REMOVAL, IMP_REMOVAL_IRRITANT, "irritant" },
  { IMP_KIND_PROMISE, IMP_PROMISE_FIX, "fix" },
  { IMP_KIND_PROMISE, IMP_PROMISE_PERSON, "person" },
  { IMP_KIND_PROMISE, IMP_PROMISE_TO, "to" },
  { IMP_KIND_PROMISE, IMP_PROMISE_WHAT, "what" },
  { IMP_KIND_PROMISE, IMP_PROMISE_SITE, "site" },
  { IMP_KIND_PROMISE, IMP_PROMISE_MADE, "made" },
  { IMP_KIND_PROMISE, IMP_PROMISE_FIRST, "first" },
  { IMP_KIND_PROMISE, IMP_PROMISE_DUE, "due" },
  { IMP_KIND_PROMISE, IMP_PROMISE_REASON, "reason" },
  { IMP_KIND_PROMISE, IMP_PROMISE_TOLD, "told" },
  { IMP_KIND_PROMISE, IMP_PROMISE_KEPT, "kept" },
  { IMP_KIND_PROMISE, IMP_PROMISE_ROUND, "round" },
  { IMP_KIND_CONFIRMATION, IMP_CONFIRMATION_FIX, "fix" },
  { IMP_KIND_CONFIRMATION, IMP_CONFIRMATION_PERSON, "person" },
  { IMP_KIND_CONFIRMATION, IMP_CONFIRMATION_DATE, "date" },
  { IMP_KIND_CONFIRMATION, IMP_CONFIRMATION_VERDICT, "verdict" },
  { IMP_KIND_CONFIRMATION, IMP_CONFIRMATION_PEOPLE, "people" },
  { IMP_KIND_CONFIRMATION, IMP_CONFIRMATION_OFTEN, "often" },
  { IMP_KIND_CONFIRMATION, IMP_CONFIRMATION_MINUTES, "minutes" },
  { IMP_KIND_CONFIRMATION, IMP_CONFIRMATION_WORDS, "words" },
  { IMP_KIND_CONFIRMATION, IMP_CONFIRMATION_IRRITANT, "irritant" },
  { IMP_KIND_ANNOUNCEMENT, IMP_ANNOUNCEMENT_TITLE, "title" },
  { IMP_KIND_ANNOUNCEMENT, IMP_ANNOUNCEMENT_FROM, "from" },
  { IMP_KIND_ANNOUNCEMENT, IMP_ANNOUNCEMENT_TO, "to" },
  { IMP_KIND_ANNOUNCEMENT, IMP_ANNOUNCEMENT_NUMBER, "number" },
  { IMP_KIND_ANNOUNCEMENT, IMP_ANNOUNCEMENT_PUBLISHED, "published" },
  { IMP_KIND_ANNOUNCEMENT, IMP_ANNOUNCEMENT_NEXT, "next" },
  { IMP_KIND_ANNOUNCEMENT, IMP_ANNOUNCEMENT_DOCUMENT, "document" },
  { IMP_KIND_ANNOUNCEMENT, IMP_ANNOUNCEMENT_REST_COUNT, "rest-count" },
  { IMP_KIND_ANNOUNCEMENT, IMP_ANNOUNCEMENT_REST_HOURS, "rest-hours" },
  { IMP_KIND_ANNOUNCEMENT, IMP_ANNOUNCEMENT_SITE, "site" },
  { IMP_KIND_ENTRY, IMP_ENTRY_ANNOUNCEMENT, "announcement" },
  { IMP_KIND_ENTRY, IMP_ENTRY_SECTION, "section" },
  { IMP_KIND_ENTRY, IMP_ENTRY_POSITION, "position" },
  { IMP_KIND_ENTRY, IMP_ENTRY_FIX, "fix" },
  { IMP_KIND_ENTRY, IMP_ENTRY_IRRITANT, "irritant" },
  { IMP_KIND_ENTRY, IMP_ENTRY_PROMISE, "promise" },
  { IMP_KIND_ENTRY, IMP_ENTRY_TITLE, "title" },
  { IMP_KIND_ENTRY, IMP_ENTRY_SAID, "said" },
  { IMP_KIND_ENTRY, IMP_ENTRY_DID, "did" },
  { IMP_KIND_ENTRY, IMP_ENTRY_NOW, "now" },
  { IMP_KIND_ENTRY, IMP_ENTRY_THANKS, "thanks" },
  { IMP_KIND_ENTRY, IMP_ENTRY_TODO, "todo" },
  { IMP_KIND_ENTRY, IMP_ENTRY_PLACE, "place" },
  { IMP_KIND_ENTRY, IMP_ENTRY_DATE, "date" },
  { IMP_KIND_ENTRY, IMP_ENTRY_HOURS, "hours" },
  { IMP_KIND_ENTRY, IMP_ENTRY_HOURS_SOURCE, "hours-source" },
  { IMP_KIND_ENTRY, IMP_ENTRY_COUNT, "count" },
  { IMP_KIND_ENTRY, IMP_ENTRY_UNCONFIRMED, "unconfirmed" },
  { IMP_KIND_ATTACHMENT, IMP_ATTACHMENT_IRRITANT, "irritant" },
  { IMP_KIND_ATTACHMENT, IMP_ATTACHMENT_NAME, "name" },
  { IMP_KIND_ATTACHMENT, IMP_ATTACHMENT_TYPE, "type" },
  { IMP_KIND_ATTACHMENT, IMP_ATTACHMENT_SHA256, "hash" },
  { IMP_KIND_ATTACHMENT, IMP_ATTACHMENT_SIZE, "size" },
  { IMP_KIND_ATTACHMENT, IMP_ATTACHMENT_WIDTH, "width" },
  { IMP_KIND_ATTACHMENT, IMP_ATTACHMENT_HEIGHT, "height" },
  { IMP_KIND_STEP, IMP_STEP_NAME, "name" },
  { IMP_KIND_OUTCOME, IMP_OUTCOME_NAME, "name" },
  { IMP_KIND_TAGGING, IMP_TAGGING_IRRITANT, "irritant" },
  { IMP_KIND_TAGGING, IMP_TAGGING_TAG, "tag" },
  { IMP_KIND_VIEW, IMP_VIEW_NAME, "name" },
  { IMP_KIND_VIEW, IMP_VIEW_QUERY, "query" },
  { IMP_KIND_VIEW, IMP_VIEW_ORDER, "order" },
  { IMP_KIND_VIEW, IMP_VIEW_COLUMNS, "columns" },
  { IMP_KIND_ROUND, IMP_ROUND_SITE, "site" },
  { IMP_KIND_ROUND, IMP_ROUND_PLANNED, "planned" },
  { IMP_KIND_ROUND, IMP_ROUND_TIME, "time" },
  { IMP_KIND_ROUND, IMP_ROUND_PLACE, "place" },
  { IMP_KIND_ROUND, IMP_ROUND_VISITORS, "visitors" },
  { IMP_KIND_ROUND, IMP_ROUND_QUESTIONS, "questions" },
  { IMP_KIND_ROUND, IMP_ROUND_NOTE, "note" },
  { IMP_KIND_ROUND, IMP_ROUND_STARTED, "started" },
  { IMP_KIND_ROUND, IMP_ROUND_ENDED, "ended" },
  { IMP_KIND_MEETING, IMP_MEETING_ROUND, "round" },
  { IMP_KIND_MEETING, IMP_MEETING_PERSON, "person" },
  { IMP_KIND_MEETING, IMP_MEETING_DEPARTMENT, "department" },
  { IMP_KIND_MEETING, IMP_MEETING_MET, "met" },
  { IMP_KIND_OBSERVATION, IMP_OBSERVATION_ROUND, "round" },
  { IMP_KIND_OBSERVATION, IMP_OBSERVATION_SORT, "sort" },
  { IMP_KIND_OBSERVATION, IMP_OBSERVATION_WORDS, "words" },
  { IMP_KIND_OBSERVATION, IMP_OBSERVATION_PERSON, "person" },
  { IMP_KIND_OBSERVATION, IMP_OBSERVATION_DEPARTMENT, "department" },
  { IMP_KIND_OBSERVATION, IMP_OBSERVATION_SITE, "site" },
  { IMP_KIND_OBSERVATION, IMP_OBSERVATION_DATE, "date" },
  { IMP_KIND_TOLD, IMP_TOLD_IRRITANT, "irritant" },
  { IMP_KIND_TOLD, IMP_TOLD_FIX, "fix" },
  { IMP_KIND_TOLD, IMP_TOLD_PERSON, "person" },
  { IMP_KIND_TOLD, IMP_TOLD_DEPARTMENT, "department" },
  { IMP_KIND_TOLD, IMP_TOLD_DATE, "date" },
  { IMP_KIND_TOLD, IMP_TOLD_ROUND, "round" },
};

static void
test_enums (void)
{
  guint n_fields, n_all = 0;

  for (ImpKind kind = 1; kind < IMP_N_KINDS; kind++)
    {
      imp_kind_get_fields (kind, &n_fields);
      n_all += n_fields;
    }
  g_assert_cmpuint (n_all, ==, G_N_ELEMENTS (names));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (imp_kind_get_field (names[i].kind, names[i].number)->name, ==, names[i].name);
}

static void
assert_choice (ImpKind kind, guint number, int value, const char *nick)
{
  const ImpField *field = imp_kind_get_field (kind, number);

  g_assert_cmpstr (imp_field_choice_get_nick (field, value), ==, nick);
  g_assert_cmpint (imp_field_choice_from_nick (field, nick), ==, value);
}

static void
test_choices (void)
{
  const ImpField *verdict = imp_kind_get_field (IMP_KIND_CONFIRMATION, IMP_CONFIRMATION_VERDICT);

  assert_choice (IMP_KIND_PERSON, IMP_PERSON_NAMING, IMP_NAMING_YES, "yes");
  assert_choice (IMP_KIND_PERSON, IMP_PERSON_NAMING, IMP_NAMING_NO, "no");
  assert_choice (IMP_KIND_PERSON, IMP_PERSON_NAMING, IMP_NAMING_ASK, "ask");
  assert_choice (IMP_KIND_CONFIRMATION, IMP_CONFIRMATION_VERDICT, IMP_VERDICT_GONE, "gone");
  assert_choice (IMP_KIND_CONFIRMATION, IMP_CONFIRMATION_VERDICT, IMP_VERDICT_BETTER, "better");
  assert_choice (IMP_KIND_CONFIRMATION, IMP_CONFIRMATION_VERDICT, IMP_VERDICT_STILL_THERE,
                 "still-there");
  assert_choice (IMP_KIND_ENTRY, IMP_ENTRY_SECTION, IMP_SECTION_BIG, "big");
  assert_choice (IMP_KIND_ENTRY, IMP_ENTRY_SECTION, IMP_SECTION_NOT_NOW, "not-now");
  assert_choice (IMP_KIND_ENTRY, IMP_ENTRY_SECTION, IMP_SECTION_WORKS, "works");
  assert_choice (IMP_KIND_ENTRY, IMP_ENTRY_HOURS_SOURCE, IMP_HOURS_ESTIMATED, "estimated");
  assert_choice (IMP_KIND_IRRITANT, IMP_IRRITANT_IRRITATION, IMP_IRRITATION_MILD, "mild");
  assert_choice (IMP_KIND_IRRITANT, IMP_IRRITANT_IRRITATION, IMP_IRRITATION_UNBEARABLE,
                 "unbearable");
  assert_choice (IMP_KIND_OFFERING, IMP_OFFERING_SORT, 3, "service");
  assert_choice (IMP_KIND_IRRITANT, IMP_IRRITANT_CHANGE, IMP_CHANGE_PROCESS, "process");
  assert_choice (IMP_KIND_IRRITANT, IMP_IRRITANT_CHANGE, IMP_CHANGE_CUSTOMER_EXPERIENCE,
                 "customer-experience");
  assert_choice (IMP_KIND_IRRITANT, IMP_IRRITANT_WASTE, IMP_WASTE_WAITING, "waiting");
  assert_choice (IMP_KIND_IRRITANT, IMP_IRRITANT_WASTE, IMP_WASTE_OVERPROCESSING, "overprocessing");
  assert_choice (IMP_KIND_IRRITANT, IMP_IRRITANT_WASTE, IMP_WASTE_TALENT, "talent");
  g_assert_null (imp_field_choice_get_nick (verdict, 0));
  g_assert_null (imp_field_choice_get_nick (verdict, 4));
  g_assert_cmpint (imp_field_choice_from_nick (verdict, "perhaps"), ==, 0);
}

/* Privacy: what is known of a person is erased with them. */
static void
test_personal (void)
{
  g_assert_true (imp_kind_get_field (IMP_KIND_PERSON, IMP_PERSON_NAME)->personal);
  g_assert_true (imp_kind_get_field (IMP_KIND_PERSON, IMP_PERSON_EMAIL)->personal);
  g_assert_true (imp_kind_get_field (IMP_KIND_PERSON, IMP_PERSON_ROLE)->personal);
  g_assert_false (imp_kind_get_field (IMP_KIND_SITE, IMP_SITE_NAME)->personal);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/schema/kinds-have-their-names", test_kinds);
  g_test_add_func ("/model/schema/fields-are-numbered-and-named", test_fields);
  g_test_add_func ("/model/schema/enums-match-the-table", test_enums);
  g_test_add_func ("/model/schema/choices-match-their-values", test_choices);
  g_test_add_func ("/model/schema/personal-fields-are-marked", test_personal);
  return g_test_run ();
}
