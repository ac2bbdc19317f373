/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A value as it is said to people. */
#include "config.h"

#include "model/imp-field-words.h"

#include <glib/gi18n-lib.h>

#include "base/imp-text.h"
#include "model/imp-answer.h"
#include "model/imp-field-labels.h"
#include "model/imp-round.h"

/* The questions have the same names in every kind that answers them. */
static ImpQuestion
get_question (const ImpField *field)
{
  static const char *const names[IMP_N_QUESTIONS] = {
    [IMP_QUESTION_PEOPLE] = "people",
    [IMP_QUESTION_OFTEN] = "often",
    [IMP_QUESTION_MINUTES] = "minutes",
    [IMP_QUESTION_EFFORT] = "effort",
  };
  ImpQuestion question = IMP_QUESTION_PEOPLE;

  while (question < IMP_QUESTION_EFFORT && !g_str_equal (names[question], field->name))
    question++;
  return question;
}

static char *
say_answer (const ImpField *field, const char *text, gboolean with_source)
{
  ImpQuestion question = get_question (field);
  g_autofree char *words = NULL, *source = NULL;
  ImpAnswer answer = { 0 };

  if (!imp_answer_parse (question, text, &answer))
    return g_strdup (imp_newer_get_label ());
  if (!imp_answer_is_known (&answer))
    return g_strdup (_ ("Don’t know"));
  words = imp_answer_to_words (question, &answer);
  if (!with_source)
    return g_steal_pointer (&words);
  source = imp_answer_to_source_words (question, &answer);
  return g_strdup_printf ("%s · %s", words, source);
}

static char *
say_integer (const ImpField *field, gint64 value, const char *name)
{
  const char *choice;

  switch (field->type)
    {
    case IMP_FIELD_FLAG:
      return g_strdup (value != 0 ? _ ("Yes") : _ ("No"));
    case IMP_FIELD_DATE:
      return imp_date_to_words_year ((ImpDate) value);
    case IMP_FIELD_CHOICE:
      choice = imp_field_get_choice_label (field, value);
      return g_strdup (choice != NULL ? choice
                       : value == 0   ? _ ("Nothing")
                                      : imp_newer_get_label ());
    case IMP_FIELD_ITEM:
      return g_strdup (imp_text_is_empty (name) ? imp_kind_get_label (field->refers) : name);
    case IMP_FIELD_INTEGER:
    case IMP_FIELD_NUMBER:
    case IMP_FIELD_LINE:
    case IMP_FIELD_PROSE:
    case IMP_FIELD_ANSWER:
    default:
      return imp_number_to_words ((double) value);
    }
}

/* What rounds keep as numbers: when on the day, and moments. NULL for all others. */
static char *
say_time (ImpKind kind, guint8 field, gint64 value)
{
  if (kind != IMP_KIND_ROUND)
    return NULL;
  if (field == IMP_ROUND_TIME && value >= 0 && value <= IMP_ROUND_LAST_TIME)
    return imp_time_of_day_to_words ((int) value);
  if ((field == IMP_ROUND_STARTED || field == IMP_ROUND_ENDED)
      && imp_date_is_set (imp_date_from_ms (value)))
    return imp_time_to_words (value);
  return NULL;
}

static char *
say_text (ImpKind kind, const ImpField *field, const char *text)
{
  if (field->type == IMP_FIELD_ANSWER)
    return say_answer (field, text, TRUE);
  /* What is kept of a published page is not text for people. */
  if (kind == IMP_KIND_ANNOUNCEMENT && field->number == IMP_ANNOUNCEMENT_DOCUMENT)
    return g_strdup (_ ("As it was published"));
  return g_strdup (text);
}

char *
imp_field_value_to_words (ImpKind kind, guint8 field, const ImpValue *value, const char *name)
{
  const ImpField *known = imp_kind_get_field (kind, field);
  char *time = value->type == IMP_VALUE_INTEGER ? say_time (kind, field, value->integer) : NULL;

  if (known == NULL)
    return g_strdup (imp_newer_get_label ());
  if (time != NULL)
    return time;
  switch (value->type)
    {
    case IMP_VALUE_TEXT:
      return say_text (kind, known, value->text);
    case IMP_VALUE_INTEGER:
      return say_integer (known, value->integer, name);
    case IMP_VALUE_REAL:
      return imp_number_to_words (value->real);
    case IMP_VALUE_NONE:
    default:
      return known->type == IMP_FIELD_ANSWER ? say_answer (known, NULL, TRUE)
                                             : g_strdup (_ ("Nothing"));
    }
}

char *
imp_field_value_to_short_words (ImpKind kind, guint8 field, const ImpValue *value, const char *name)
{
  const ImpField *known = imp_kind_get_field (kind, field);

  return known != NULL && known->type == IMP_FIELD_ANSWER && value->type == IMP_VALUE_TEXT
             ? say_answer (known, value->text, FALSE)
             : imp_field_value_to_words (kind, field, value, name);
}
