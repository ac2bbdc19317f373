/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a backlog is made of: every kind of item with its fields, in one table. */
#include "config.h"

#include "model/imp-schema.h"

static const char *const sort_nicks[] = { "product", "process", "service", NULL };
static const char *const naming_nicks[] = { "yes", "no", "ask", NULL };
static const char *const irritation_nicks[] = { "mild", "annoying", "strong", "unbearable", NULL };
static const char *const change_nicks[] = { "process", "decisions", "customer-experience", NULL };
static const char *const waste_nicks[] = {
  "waiting",        "motion",  "transport", "inventory", "overproduction",
  "overprocessing", "defects", "talent",    NULL,
};
static const char *const observation_nicks[] = { "works", "else", "thanks", NULL };
static const char *const verdict_nicks[] = { "gone", "better", "still-there", NULL };
static const char *const section_nicks[] = { "big",  "small", "next", "not-now",
                                             "rest", "works", NULL };
static const char *const hours_nicks[] = { "asked-again", "estimated", NULL };

#define LINE(number, name)          { number, name, IMP_FIELD_LINE }
#define PROSE(number, name)         { number, name, IMP_FIELD_PROSE }
#define NUMBER(number, name)        { number, name, IMP_FIELD_NUMBER }
#define INTEGER(number, name)       { number, name, IMP_FIELD_INTEGER }
#define FLAG(number, name)          { number, name, IMP_FIELD_FLAG }
#define DATE(number, name)          { number, name, IMP_FIELD_DATE }
#define ANSWER(number, name)        { number, name, IMP_FIELD_ANSWER }
#define CHOICE(number, name, nicks) { number, name, IMP_FIELD_CHOICE, IMP_KIND_NONE, nicks }
#define ITEM(number, name, kind)    { number, name, IMP_FIELD_ITEM, IMP_KIND_##kind }
#define PERSONAL(number, name)      { number, name, IMP_FIELD_LINE, IMP_KIND_NONE, NULL, TRUE }

static const ImpField organisation_fields[] = {
  LINE (1, "name"),          LINE (2, "contact-name"), LINE (3, "contact-how"),
  LINE (4, "contact-email"), LINE (5, "series"),       LINE (6, "language"),
};

static const ImpField site_fields[] = {
  LINE (1, "name"),
  ITEM (2, "leader", PERSON),
  ITEM (3, "advisor", PERSON),
  INTEGER (4, "weeks"),
};

static const ImpField department_fields[] = {
  LINE (1, "name"),
  ITEM (2, "leader", PERSON),
};

static const ImpField offering_fields[] = {
  LINE (1, "name"),
  CHOICE (2, "sort", sort_nicks),
  ITEM (3, "owner", PERSON),
};

static const ImpField person_fields[] = {
  PERSONAL (1, "name"),   PERSONAL (2, "role"),  ITEM (3, "department", DEPARTMENT),
  ITEM (4, "site", SITE), PERSONAL (5, "email"), CHOICE (6, "naming", naming_nicks),
  FLAG (7, "in-it"),      PERSONAL (8, "hears"),
};

static const ImpField irritant_fields[] = {
  LINE (1, "title"),
  PROSE (2, "description"),
  ITEM (3, "offering", OFFERING),
  ANSWER (4, "people"),
  ANSWER (5, "often"),
  ANSWER (6, "minutes"),
  ANSWER (7, "effort"),
  CHOICE (8, "irritation", irritation_nicks),
  FLAG (9, "customers-see-it"),
  DATE (10, "recorded"),
  ITEM (11, "recorded-by", PERSON),
  DATE (12, "declined"),
  LINE (13, "declined-reason"),
  ITEM (14, "merged-into", IRRITANT),
  ITEM (15, "step", STEP),
  ITEM (16, "outcome", OUTCOME),
  CHOICE (17, "change", change_nicks),
  CHOICE (18, "waste", waste_nicks),
  LINE (19, "pin-reason"),
  DATE (20, "pin-until"),
};

static const ImpField report_fields[] = {
  ITEM (1, "irritant", IRRITANT), ITEM (2, "person", PERSON), ITEM (3, "department", DEPARTMENT),
  ITEM (4, "site", SITE),         DATE (5, "date"),           PROSE (6, "words"),
  ANSWER (7, "people"),           ANSWER (8, "often"),        ANSWER (9, "minutes"),
  ITEM (10, "round", ROUND),
};

static const ImpField fix_fields[] = {
  LINE (1, "title"),         PROSE (2, "did"),      PROSE (3, "now"),    LINE (4, "todo"),
  ITEM (5, "owner", PERSON), LINE (6, "thanks"),    DATE (7, "planned"), DATE (8, "started"),
  DATE (9, "delivered"),     ANSWER (10, "effort"),
};

static const ImpField removal_fields[] = {
  ITEM (1, "fix", FIX),
  ITEM (2, "irritant", IRRITANT),
};

static const ImpField promise_fields[] = {
  ITEM (1, "fix", FIX),   ITEM (2, "person", PERSON), LINE (3, "to"),    LINE (4, "what"),
  ITEM (5, "site", SITE), DATE (6, "made"),           DATE (7, "first"), DATE (8, "due"),
  LINE (9, "reason"),     FLAG (10, "told"),          DATE (11, "kept"), ITEM (12, "round", ROUND),
};

static const ImpField confirmation_fields[] = {
  ITEM (1, "fix", FIX),
  ITEM (2, "person", PERSON),
  DATE (3, "date"),
  CHOICE (4, "verdict", verdict_nicks),
  ANSWER (5, "people"),
  ANSWER (6, "often"),
  ANSWER (7, "minutes"),
  PROSE (8, "words"),
  ITEM (9, "irritant", IRRITANT),
};

static const ImpField announcement_fields[] = {
  LINE (1, "title"),       DATE (2, "from"),          DATE (3, "to"),
  INTEGER (4, "number"),   DATE (5, "published"),     DATE (6, "next"),
  PROSE (7, "document"),   INTEGER (8, "rest-count"), NUMBER (9, "rest-hours"),
  ITEM (10, "site", SITE),
};

static const ImpField entry_fields[] = {
  ITEM (1, "announcement", ANNOUNCEMENT),
  CHOICE (2, "section", section_nicks),
  NUMBER (3, "position"),
  ITEM (4, "fix", FIX),
  ITEM (5, "irritant", IRRITANT),
  ITEM (6, "promise", PROMISE),
  LINE (7, "title"),
  PROSE (8, "said"),
  PROSE (9, "did"),
  PROSE (10, "now"),
  LINE (11, "thanks"),
  LINE (12, "todo"),
  LINE (13, "place"),
  DATE (14, "date"),
  NUMBER (15, "hours"),
  CHOICE (16, "hours-source", hours_nicks),
  LINE (17, "count"),
  FLAG (18, "unconfirmed"),
};

static const ImpField attachment_fields[] = {
  ITEM (1, "irritant", IRRITANT),
  LINE (2, "name"),
  LINE (3, "type"),
  LINE (4, "hash"),
  INTEGER (5, "size"),
  INTEGER (6, "width"),
  INTEGER (7, "height"),
};

static const ImpField step_fields[] = {
  LINE (1, "name"),
};

static const ImpField outcome_fields[] = {
  LINE (1, "name"),
};

static const ImpField tagging_fields[] = {
  ITEM (1, "irritant", IRRITANT),
  LINE (2, "tag"),
};

static const ImpField view_fields[] = {
  LINE (1, "name"),
  LINE (2, "query"),
  LINE (3, "order"),
  LINE (4, "columns"),
};

static const ImpField round_fields[] = {
  ITEM (1, "site", SITE), DATE (2, "planned"),    INTEGER (3, "time"),
  LINE (4, "place"),      LINE (5, "visitors"),   PROSE (6, "questions"),
  PROSE (7, "note"),      INTEGER (8, "started"), INTEGER (9, "ended"),
};

static const ImpField meeting_fields[] = {
  ITEM (1, "round", ROUND),
  ITEM (2, "person", PERSON),
  ITEM (3, "department", DEPARTMENT),
  FLAG (4, "met"),
};

static const ImpField observation_fields[] = {
  ITEM (1, "round", ROUND),   CHOICE (2, "sort", observation_nicks), PROSE (3, "words"),
  ITEM (4, "person", PERSON), ITEM (5, "department", DEPARTMENT),    ITEM (6, "site", SITE),
  DATE (7, "date"),
};

static const ImpField told_fields[] = {
  ITEM (1, "irritant", IRRITANT),     ITEM (2, "fix", FIX), ITEM (3, "person", PERSON),
  ITEM (4, "department", DEPARTMENT), DATE (5, "date"),     ITEM (6, "round", ROUND),
};

#define KIND(name, fields) { name, fields, G_N_ELEMENTS (fields) }

static const struct
{
  const char *name;
  const ImpField *fields;
  guint n_fields;
} kinds[IMP_N_KINDS] = {
  [IMP_KIND_ORGANISATION] = KIND ("organisation", organisation_fields),
  [IMP_KIND_SITE] = KIND ("site", site_fields),
  [IMP_KIND_DEPARTMENT] = KIND ("department", department_fields),
  [IMP_KIND_OFFERING] = KIND ("offering", offering_fields),
  [IMP_KIND_PERSON] = KIND ("person", person_fields),
  [IMP_KIND_IRRITANT] = KIND ("irritant", irritant_fields),
  [IMP_KIND_REPORT] = KIND ("report", report_fields),
  [IMP_KIND_FIX] = KIND ("fix", fix_fields),
  [IMP_KIND_REMOVAL] = KIND ("removal", removal_fields),
  [IMP_KIND_PROMISE] = KIND ("promise", promise_fields),
  [IMP_KIND_CONFIRMATION] = KIND ("confirmation", confirmation_fields),
  [IMP_KIND_ANNOUNCEMENT] = KIND ("announcement", announcement_fields),
  [IMP_KIND_ENTRY] = KIND ("entry", entry_fields),
  [IMP_KIND_ATTACHMENT] = KIND ("attachment", attachment_fields),
  [IMP_KIND_STEP] = KIND ("step", step_fields),
  [IMP_KIND_OUTCOME] = KIND ("outcome", outcome_fields),
  [IMP_KIND_TAGGING] = KIND ("tagging", tagging_fields),
  [IMP_KIND_VIEW] = KIND ("view", view_fields),
  [IMP_KIND_ROUND] = KIND ("round", round_fields),
  [IMP_KIND_MEETING] = KIND ("meeting", meeting_fields),
  [IMP_KIND_OBSERVATION] = KIND ("observation", observation_fields),
  [IMP_KIND_TOLD] = KIND ("told", told_fields),
};

const char *
imp_kind_get_name (ImpKind kind)
{
  return kind > IMP_KIND_NONE && kind < IMP_N_KINDS ? kinds[kind].name : NULL;
}

ImpKind
imp_kind_from_name (const char *name)
{
  for (guint i = 1; i < IMP_N_KINDS; i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return (ImpKind) i;
  return IMP_KIND_NONE;
}

const ImpField *
imp_kind_get_fields (ImpKind kind, guint *n_fields)
{
  gboolean known = imp_kind_get_name (kind) != NULL;

  *n_fields = known ? kinds[kind].n_fields : 0;
  return known ? kinds[kind].fields : NULL;
}

const ImpField *
imp_kind_get_field (ImpKind kind, guint number)
{
  guint n_fields;
  const ImpField *fields = imp_kind_get_fields (kind, &n_fields);

  return number >= 1 && number <= n_fields ? &fields[number - 1] : NULL;
}

const ImpField *
imp_kind_find_field (ImpKind kind, const char *name)
{
  guint n_fields;
  const ImpField *fields = imp_kind_get_fields (kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (g_strcmp0 (fields[i].name, name) == 0)
      return &fields[i];
  return NULL;
}

guint8
imp_kind_get_label_field (ImpKind kind)
{
  switch (kind)
    {
    case IMP_KIND_REPORT:
      return IMP_REPORT_WORDS;
    case IMP_KIND_PROMISE:
      return IMP_PROMISE_WHAT;
    case IMP_KIND_CONFIRMATION:
      return IMP_CONFIRMATION_WORDS;
    case IMP_KIND_ENTRY:
      return IMP_ENTRY_TITLE;
    case IMP_KIND_OBSERVATION:
      return IMP_OBSERVATION_WORDS;
    case IMP_KIND_ATTACHMENT:
      return IMP_ATTACHMENT_NAME;
    case IMP_KIND_ORGANISATION:
    case IMP_KIND_SITE:
    case IMP_KIND_DEPARTMENT:
    case IMP_KIND_OFFERING:
    case IMP_KIND_PERSON:
    case IMP_KIND_IRRITANT:
    case IMP_KIND_FIX:
    case IMP_KIND_ANNOUNCEMENT:
    case IMP_KIND_STEP:
    case IMP_KIND_OUTCOME:
    case IMP_KIND_VIEW:
      return 1; /* the first of each: its name or title */
    case IMP_KIND_NONE:
    case IMP_KIND_REMOVAL:
    case IMP_KIND_TAGGING:
    case IMP_KIND_ROUND:
    case IMP_KIND_MEETING:
    case IMP_KIND_TOLD:
    case IMP_N_KINDS:
    default:
      return 0;
    }
}

int
imp_field_choice_from_nick (const ImpField *field, const char *nick)
{
  g_return_val_if_fail (field->nicks != NULL, 0);

  for (int i = 0; field->nicks[i] != NULL; i++)
    if (g_strcmp0 (field->nicks[i], nick) == 0)
      return i + 1;
  return 0;
}

const char *
imp_field_choice_get_nick (const ImpField *field, int choice)
{
  g_return_val_if_fail (field->nicks != NULL, NULL);

  for (int i = 0; field->nicks[i] != NULL; i++)
    if (i + 1 == choice)
      return field->nicks[i];
  return NULL;
}
