/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What an action made, told in a line instead of field by field. */
#include "config.h"

#include "model/imp-edit-summary.h"

#include <glib/gi18n-lib.h>

#include "base/imp-text.h"
#include "model/imp-answer.h"
#include "model/imp-edit-words.h"
#include "model/imp-field-labels.h"

#define N_MOST_TOLD 4

/* What is told of the kinds that have no sentence of their own. */
static const guint8 told[IMP_N_KINDS][N_MOST_TOLD] = {
  [IMP_KIND_SITE] = { IMP_SITE_NAME },
  [IMP_KIND_DEPARTMENT] = { IMP_DEPARTMENT_NAME },
  [IMP_KIND_OFFERING] = { IMP_OFFERING_NAME },
  [IMP_KIND_PERSON] = { IMP_PERSON_NAME, IMP_PERSON_ROLE },
  [IMP_KIND_FIX] = { IMP_FIX_TITLE, IMP_FIX_OWNER },
  [IMP_KIND_REMOVAL] = { IMP_REMOVAL_FIX, IMP_REMOVAL_IRRITANT },
  [IMP_KIND_PROMISE] = { IMP_PROMISE_PERSON, IMP_PROMISE_TO, IMP_PROMISE_WHAT, IMP_PROMISE_DUE },
  [IMP_KIND_CONFIRMATION] = { IMP_CONFIRMATION_PERSON, IMP_CONFIRMATION_IRRITANT,
                              IMP_CONFIRMATION_VERDICT, IMP_CONFIRMATION_WORDS },
  [IMP_KIND_ANNOUNCEMENT] = { IMP_ANNOUNCEMENT_TITLE },
  [IMP_KIND_ENTRY] = { IMP_ENTRY_TITLE },
  [IMP_KIND_ATTACHMENT] = { IMP_ATTACHMENT_NAME },
  [IMP_KIND_STEP] = { IMP_STEP_NAME },
  [IMP_KIND_OUTCOME] = { IMP_OUTCOME_NAME },
  [IMP_KIND_TAGGING] = { IMP_TAGGING_TAG },
  [IMP_KIND_VIEW] = { IMP_VIEW_NAME, IMP_VIEW_QUERY },
  [IMP_KIND_ROUND] = { IMP_ROUND_SITE, IMP_ROUND_PLANNED },
  [IMP_KIND_MEETING] = { IMP_MEETING_PERSON, IMP_MEETING_DEPARTMENT, IMP_MEETING_MET },
  [IMP_KIND_OBSERVATION] = { IMP_OBSERVATION_SORT, IMP_OBSERVATION_WORDS, IMP_OBSERVATION_PERSON,
                             IMP_OBSERVATION_DEPARTMENT },
  [IMP_KIND_TOLD] = { IMP_TOLD_PERSON, IMP_TOLD_DEPARTMENT, IMP_TOLD_FIX, IMP_TOLD_IRRITANT },
};

static const ImpEditedField *
find (const ImpEdit *edit, ImpItem item, guint8 field)
{
  for (guint i = 0; i < edit->fields->len; i++)
    {
      const ImpEditedField *edited = edit->fields->pdata[i];

      if (edited->item == item && edited->field == field)
        return edited;
    }
  return NULL;
}

static gboolean
is_making (const ImpEditedField *edited)
{
  return edited->field == IMP_FIELD_LIFE && imp_edited_is_first (edited)
         && !imp_edited_is_deletion (edited);
}

gboolean
imp_edited_names (const ImpEditedField *edited, ImpItem item)
{
  return edited->after.type == IMP_VALUE_INTEGER && edited->after.integer == item;
}

gboolean
imp_edit_makes (const ImpEdit *edit, ImpItem item)
{
  const ImpEditedField *life = find (edit, item, IMP_FIELD_LIFE);

  return life != NULL && is_making (life);
}

/* Takes over `part`. */
static void
append (GString *line, const char *separator, char *part)
{
  g_autofree char *owned = part;

  if (imp_text_is_empty (owned))
    return;
  if (line->len > 0)
    g_string_append (line, separator);
  g_string_append (line, owned);
}

/* NULL where it was not written, or is `about` itself. */
static char *
say (const ImpEdit *edit, ImpItem item, guint8 number, ImpItem about)
{
  const ImpEditedField *edited = find (edit, item, number);
  const ImpField *field = edited != NULL ? imp_kind_get_field (edited->kind, number) : NULL;

  if (field == NULL || (edited->after.type == IMP_VALUE_NONE && !edited->after_erased)
      || (field->type == IMP_FIELD_ITEM && imp_edited_names (edited, about)))
    return NULL;
  if (field->type == IMP_FIELD_FLAG)
    return edited->after.integer != 0 ? g_strdup (imp_field_get_label (edited->kind, number))
                                      : NULL;
  return imp_edited_after_to_words (edited);
}

/* "about 45 people, twice a day": what is known of the questions from one to another, whose answers
 * begin at that field. */
static char *
say_answers (const ImpEdit *edit, ImpItem item, guint8 field, ImpQuestion from, ImpQuestion to)
{
  GString *line = g_string_new (NULL);

  for (ImpQuestion question = from; question <= to; question++)
    {
      const ImpEditedField *edited = find (edit, item, (guint8) (field + question));
      ImpAnswer answer = { 0 };

      if (edited != NULL && edited->after.type == IMP_VALUE_TEXT
          && imp_answer_parse (question, edited->after.text, &answer)
          && imp_answer_is_known (&answer))
        append (line, ", ", imp_answer_to_phrase (question, &answer));
    }
  return g_string_free_and_steal (line);
}

static char *
dup_name (const ImpEdit *edit, ImpItem item, guint8 field)
{
  const ImpEditedField *edited = find (edit, item, field);

  return edited != NULL && !imp_text_is_empty (edited->after_name) ? g_strdup (edited->after_name)
                                                                   : NULL;
}

static char *
say_reporter (const ImpEdit *edit, ImpItem report)
{
  g_autofree char *person = dup_name (edit, report, IMP_REPORT_PERSON);
  g_autofree char *place = dup_name (edit, report, IMP_REPORT_DEPARTMENT);

  if (place == NULL)
    place = dup_name (edit, report, IMP_REPORT_SITE);
  if (place == NULL)
    return g_strdup (person != NULL ? person : _ ("Somebody"));
  /* Translators: a colleague, and their department or site: "Jana from Packing" */
  return person != NULL ? g_strdup_printf (_ ("%s from %s"), person, place)
                        : g_strdup_printf (_ ("Somebody in %s"), place);
}

static char *
quote_words (const ImpEdit *edit, ImpItem report)
{
  const ImpEditedField *words = find (edit, report, IMP_REPORT_WORDS);

  if (words == NULL || (words->after.type != IMP_VALUE_TEXT && !words->after_erased))
    return NULL;
  return words->after_erased ? imp_edited_after_to_words (words)
                             : g_strdup_printf (_ ("“%s”"), words->after.text);
}

static char *
say_report (const ImpEdit *edit, ImpItem report)
{
  g_autofree char *who = say_reporter (edit, report);
  GString *line = g_string_new (NULL);
  g_autofree char *said = NULL;

  append (line, " · ", quote_words (edit, report));
  append (line, " · ",
          say_answers (edit, report, IMP_REPORT_PEOPLE, IMP_QUESTION_PEOPLE, IMP_QUESTION_MINUTES));
  said = g_string_free_and_steal (line);
  /* Translators: who said it, and what */
  return g_strdup_printf (_ ("%s: %s"), who, *said != '\0' ? said : _ ("Me too."));
}

static gboolean
makes_report (const ImpEdit *edit)
{
  for (guint i = 0; i < edit->fields->len; i++)
    {
      const ImpEditedField *edited = edit->fields->pdata[i];

      if (edited->kind == IMP_KIND_REPORT && is_making (edited))
        return TRUE;
    }
  return FALSE;
}

/* The first report gives the answers: they are told with it. */
static char *
say_irritant (const ImpEdit *edit, ImpItem irritant, ImpItem about)
{
  ImpQuestion from = makes_report (edit) ? IMP_QUESTION_EFFORT : IMP_QUESTION_PEOPLE;
  GString *line = g_string_new (NULL);

  append (line, " · ", say (edit, irritant, IMP_IRRITANT_TITLE, about));
  append (line, " · ", say (edit, irritant, IMP_IRRITANT_OFFERING, about));
  append (line, " · ",
          say_answers (edit, irritant, IMP_IRRITANT_PEOPLE, from, IMP_QUESTION_EFFORT));
  append (line, " · ", say (edit, irritant, IMP_IRRITANT_IRRITATION, about));
  append (line, " · ", say (edit, irritant, IMP_IRRITANT_CUSTOMERS_SEE_IT, about));
  return g_string_free_and_steal (line);
}

static char *
say_told (const ImpEdit *edit, const ImpEditedField *life, ImpItem about)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < N_MOST_TOLD && told[life->kind][i] != 0; i++)
    append (line, " · ", say (edit, life->item, told[life->kind][i], about));
  return g_string_free_and_steal (line);
}

char *
imp_edit_summarise (const ImpEdit *edit, const ImpEditedField *life, ImpItem about)
{
  g_autofree char *line = NULL;

  if (!is_making (life) || life->kind <= IMP_KIND_NONE || life->kind >= IMP_N_KINDS)
    return NULL;
  if (life->kind == IMP_KIND_REPORT)
    return say_report (edit, life->item);
  line = life->kind == IMP_KIND_IRRITANT ? say_irritant (edit, life->item, about)
                                         : say_told (edit, life, about);
  return *line != '\0' ? g_steal_pointer (&line) : NULL;
}

ImpKind
imp_edit_get_summarised (const ImpEdit *edit, const ImpEditedField *life, ImpItem about)
{
  const ImpEditedField *irritant = find (edit, life->item, IMP_REMOVAL_IRRITANT);

  if (life->kind != IMP_KIND_REMOVAL)
    return life->kind;
  return irritant != NULL && imp_edited_names (irritant, about) ? IMP_KIND_FIX : IMP_KIND_IRRITANT;
}
