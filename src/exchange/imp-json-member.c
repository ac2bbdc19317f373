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

static gboolean
read_text (ImpChanges *changes,
           ImpItem item,
           const ImpField *field,
           const ImpJsonMember *member,
           GError **error)
{
  if (member->token != IMP_JSON_STRING)
    return imp_json_member_fail (member, _ ("a text in quotes"), error);
  if (field->type == IMP_FIELD_LINE && strpbrk (member->text, "\n\r") != NULL)
    return imp_json_member_fail (member, _ ("a single line"), error);
  imp_changes_set_text (changes, item, field->number, member->text);
  return TRUE;
}

static gboolean
read_number (ImpChanges *changes,
             ImpItem item,
             const ImpField *field,
             const ImpJsonMember *member,
             GError **error)
{
  if (member->token != IMP_JSON_NUMBER)
    return imp_json_member_fail (member, _ ("a number"), error);
  if (field->type == IMP_FIELD_NUMBER)
    imp_changes_set_real (changes, item, field->number, member->number);
  else if (member->number == floor (member->number) && fabs (member->number) <= MAX_INTEGER)
    imp_changes_set_integer (changes, item, field->number, (gint64) member->number);
  else
    return imp_json_member_fail (member, _ ("a whole number"), error);
  return TRUE;
}

static gboolean
read_flag (ImpChanges *changes,
           ImpItem item,
           const ImpField *field,
           const ImpJsonMember *member,
           GError **error)
{
  if (member->token != IMP_JSON_TRUE && member->token != IMP_JSON_FALSE)
    return imp_json_member_fail (member, _ ("true or false, without quotes"), error);
  imp_changes_set_integer (changes, item, field->number, member->token == IMP_JSON_TRUE);
  return TRUE;
}

ImpDate
imp_json_member_get_date (const ImpJsonMember *member)
{
  return member->token == IMP_JSON_STRING ? imp_date_parse (member->text) : IMP_DATE_NONE;
}

static gboolean
read_date (ImpChanges *changes,
           ImpItem item,
           const ImpField *field,
           const ImpJsonMember *member,
           int shift,
           GError **error)
{
  ImpDate date = imp_json_member_get_date (member);

  if (!imp_date_is_set (date) || !imp_date_is_set (date + shift))
    return imp_json_member_fail (member, _ ("a day such as \"2026-11-21\""), error);
  imp_changes_set_date (changes, item, field->number, date + shift);
  return TRUE;
}

static gboolean
read_choice (ImpChanges *changes,
             ImpItem item,
             const ImpField *field,
             const ImpJsonMember *member,
             GError **error)
{
  int choice =
      member->token == IMP_JSON_STRING ? imp_field_choice_from_nick (field, member->text) : 0;
  g_autofree char *words = NULL;

  if (choice == 0)
    {
      words = g_strjoinv (", ", (char **) field->nicks);
      return imp_import_fail (error, member->line, _ ("“%.60s” wants one of: %s. Correct it."),
                              member->name, words);
    }
  imp_changes_set_integer (changes, item, field->number, choice);
  return TRUE;
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
read_answer (ImpChanges *changes,
             ImpItem item,
             const ImpField *field,
             const ImpJsonMember *member,
             GError **error)
{
  ImpQuestion question;
  ImpAnswer answer;
  g_autofree char *text = NULL;

  if (!find_question (field->name, &question) || member->token != IMP_JSON_STRING
      || !imp_answer_parse (question, member->text, &answer))
    return imp_json_member_fail (member, _ ("an answer such as \"12 measured\""), error);
  text = imp_answer_print (question, &answer);
  imp_changes_set_text (changes, item, field->number, text);
  return TRUE;
}

static gboolean
read_reference (ImpChanges *changes,
                ImpItem item,
                const ImpField *field,
                const ImpJsonMember *member,
                GError **error)
{
  ImpUuid uuid;

  if (member->token != IMP_JSON_STRING || *member->text == '\0')
    return imp_json_member_fail (member, _ ("the “id” of another item"), error);
  uuid = imp_uuid_new_from_text (member->text);
  imp_changes_set_item (changes, item, field->number, imp_changes_refer (changes, &uuid));
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
  switch (field->type)
    {
    case IMP_FIELD_NUMBER:
    case IMP_FIELD_INTEGER:
      return read_number (changes, item, field, member, error);
    case IMP_FIELD_FLAG:
      return read_flag (changes, item, field, member, error);
    case IMP_FIELD_DATE:
      return read_date (changes, item, field, member, shift, error);
    case IMP_FIELD_CHOICE:
      return read_choice (changes, item, field, member, error);
    case IMP_FIELD_ANSWER:
      return read_answer (changes, item, field, member, error);
    case IMP_FIELD_ITEM:
      return read_reference (changes, item, field, member, error);
    case IMP_FIELD_LINE:
    case IMP_FIELD_PROSE:
    default:
      return read_text (changes, item, field, member, error);
    }
}
