/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A name and its value in JSON, made into the value of a field. */
#include "config.h"

#include "exchange/imp-json-member.h"

#include "model/imp-answer.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_INTEGER 9007199254740992.0 /* 2^53: whole in a double */

void
imp_json_member_clear (ImpJsonMember *self)
{
  g_free (self->name);
  g_free (self->text);
}

gboolean
imp_json_member_fail (const ImpJsonMember *member, const char *wanted, GError **error)
{
  return imp_import_fail (error, member->line, _ ("“%.60s” wants %s. Correct it."), member->name,
                          wanted);
}

/* A field of an item, and the member that gives it its value. */
typedef struct
{
  const ImpJsonMember *member;
  const ImpField *field;
  ImpChanges *changes;
  ImpItem item;
  int shift; /* days */
} Setting;

static gboolean
fail (const Setting *self, const char *wanted, GError **error)
{
  return imp_json_member_fail (self->member, wanted, error);
}

/* NULL where the member is no text. */
static const char *
get_text (const Setting *self)
{
  return self->member->token == IMP_JSON_STRING ? self->member->text : NULL;
}

static gboolean
set_integer (const Setting *self, gint64 value)
{
  imp_changes_set_integer (self->changes, self->item, self->field->number, value);
  return TRUE;
}

static gboolean
set_text (const Setting *self, GError **error)
{
  const char *text = get_text (self);

  if (text == NULL)
    return fail (self, _ ("a text in quotes"), error);
  if (self->field->type == IMP_FIELD_LINE && strpbrk (text, "\n\r") != NULL)
    return fail (self, _ ("a single line"), error);
  imp_changes_set_text (self->changes, self->item, self->field->number, text);
  return TRUE;
}

/* Kept as milliseconds, and moved with the days. */
static gint64
shift_moment (const Setting *self, gint64 value)
{
  const gboolean is_moment = self->field == imp_kind_get_field (IMP_KIND_ROUND, IMP_ROUND_STARTED)
                             || self->field == imp_kind_get_field (IMP_KIND_ROUND, IMP_ROUND_ENDED);

  return is_moment ? value + self->shift * IMP_DAY_MS : value;
}

static gboolean
set_number (const Setting *self, GError **error)
{
  double number = self->member->number;

  if (self->member->token != IMP_JSON_NUMBER)
    return fail (self, _ ("a number"), error);
  if (self->field->type == IMP_FIELD_INTEGER)
    return number == floor (number) && fabs (number) <= MAX_INTEGER
               ? set_integer (self, shift_moment (self, (gint64) number))
               : fail (self, _ ("a whole number"), error);
  imp_changes_set_real (self->changes, self->item, self->field->number, number);
  return TRUE;
}

static gboolean
set_flag (const Setting *self, GError **error)
{
  ImpJsonToken token = self->member->token;

  return token == IMP_JSON_TRUE || token == IMP_JSON_FALSE
             ? set_integer (self, token == IMP_JSON_TRUE)
             : fail (self, _ ("true or false, without quotes"), error);
}

ImpDate
imp_json_member_get_date (const ImpJsonMember *member)
{
  return member->token == IMP_JSON_STRING ? imp_date_parse (member->text) : IMP_DATE_NONE;
}

static gboolean
set_date (const Setting *self, GError **error)
{
  ImpDate date = imp_json_member_get_date (self->member);

  if (!imp_date_is_set (date) || !imp_date_is_set (date + self->shift))
    return fail (self, _ ("a day such as \"2026-11-21\""), error);
  imp_changes_set_date (self->changes, self->item, self->field->number, date + self->shift);
  return TRUE;
}

static gboolean
set_choice (const Setting *self, GError **error)
{
  const char *text = get_text (self);
  int choice = text != NULL ? imp_field_choice_from_nick (self->field, text) : 0;
  g_autofree char *words = NULL;

  if (choice != 0)
    return set_integer (self, choice);
  words = g_strjoinv (", ", (char **) self->field->nicks);
  return imp_import_fail (error, self->member->line, _ ("“%.60s” wants one of: %s. Correct it."),
                          self->member->name, words);
}

static gboolean
find_question (const char *name, ImpQuestion *question)
{
  static const char *const names[IMP_N_QUESTIONS] = { "people", "often", "minutes", "effort" };

  for (int i = 0; i < IMP_N_QUESTIONS; i++)
    if (g_str_equal (names[i], name))
      {
        *question = (ImpQuestion) i;
        return TRUE;
      }
  g_return_val_if_reached (FALSE);
}

static gboolean
set_answer (const Setting *self, GError **error)
{
  const char *text = get_text (self);
  g_autofree char *printed = NULL;
  ImpQuestion question;
  ImpAnswer answer;

  if (text == NULL || !find_question (self->field->name, &question)
      || !imp_answer_parse (question, text, &answer))
    return fail (self, _ ("an answer such as \"12 measured\""), error);
  printed = imp_answer_print (question, &answer);
  imp_changes_set_text (self->changes, self->item, self->field->number, printed);
  return TRUE;
}

static gboolean
set_reference (const Setting *self, GError **error)
{
  const char *text = get_text (self);
  ImpUuid uuid;

  if (text == NULL || *text == '\0')
    return fail (self, _ ("the “id” of another item"), error);
  uuid = imp_uuid_new_from_text (text);
  imp_changes_set_item (self->changes, self->item, self->field->number,
                        imp_changes_refer (self->changes, &uuid));
  return TRUE;
}

gboolean
imp_json_member_set (const ImpJsonMember *member,
                     ImpChanges *changes,
                     ImpItem item,
                     const ImpField *field,
                     int shift,
                     GError **error)
{
  static gboolean (*const setters[]) (const Setting *, GError **) = {
    [IMP_FIELD_LINE] = set_text,      [IMP_FIELD_PROSE] = set_text,
    [IMP_FIELD_NUMBER] = set_number,  [IMP_FIELD_INTEGER] = set_number,
    [IMP_FIELD_FLAG] = set_flag,      [IMP_FIELD_DATE] = set_date,
    [IMP_FIELD_CHOICE] = set_choice,  [IMP_FIELD_ANSWER] = set_answer,
    [IMP_FIELD_ITEM] = set_reference,
  };
  const Setting setting = { member, field, changes, item, shift };

  g_return_val_if_fail (field->type < G_N_ELEMENTS (setters), FALSE);
  return setters[field->type](&setting, error);
}
