/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The members of one object in JSON, as far as they are no brackets. */
#include "config.h"

#include "exchange/imp-json-members.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_MEMBERS 64 /* more than any kind has fields */

GArray *
imp_json_members_new (void)
{
  GArray *self = g_array_new (FALSE, TRUE, sizeof (ImpJsonMember));

  g_array_set_clear_func (self, (GDestroyNotify) imp_json_member_clear);
  return self;
}

const ImpJsonMember *
imp_json_members_find (const GArray *self, const char *name)
{
  for (guint i = 0; i < self->len; i++)
    {
      const ImpJsonMember *member = &g_array_index (self, ImpJsonMember, i);

      if (g_str_equal (member->name, name))
        return member;
    }
  return NULL;
}

/* Reads a value that is no bracket; nothing in the format is deeper than an item's values. */
static gboolean
read_scalar (ImpJsonMember *member, ImpJsonReader *reader, GError **error)
{
  if (!imp_json_reader_next (reader, error))
    return FALSE;
  if (reader->token == IMP_JSON_OBJECT || reader->token == IMP_JSON_ARRAY)
    return imp_import_fail (error, reader->line,
                            _ ("“%.60s” wants a plain value, not brackets. Correct it."),
                            member->name);
  if (strchr ("\"0tfn", (int) reader->token) == NULL || reader->token == IMP_JSON_END)
    return imp_json_reader_fail (reader, error);
  member->token = reader->token;
  member->number = reader->number;
  member->text = reader->token == IMP_JSON_STRING ? g_strdup (reader->text->str) : NULL;
  return TRUE;
}

const ImpJsonMember *
imp_json_members_read_one (GArray *self, ImpJsonReader *reader, GError **error)
{
  ImpJsonMember *member;

  if (reader->token != IMP_JSON_STRING)
    {
      imp_json_reader_fail (reader, error);
      return NULL;
    }
  if (imp_json_members_find (self, reader->text->str) != NULL)
    {
      imp_import_fail (error, reader->line, _ ("“%.60s” stands twice in one item. Take one out."),
                       reader->text->str);
      return NULL;
    }
  g_array_set_size (self, self->len + 1);
  member = &g_array_index (self, ImpJsonMember, self->len - 1);
  member->name = g_strdup (reader->text->str);
  member->line = reader->line;
  return imp_json_reader_expect (reader, IMP_JSON_COLON, error)
                 && read_scalar (member, reader, error)
             ? member
             : NULL;
}

gboolean
imp_json_members_read (GArray *self, ImpJsonReader *reader, GError **error)
{
  g_array_set_size (self, 0);
  if (!imp_json_reader_next (reader, error))
    return FALSE;
  while (reader->token != IMP_JSON_OBJECT_END)
    {
      if (imp_json_members_read_one (self, reader, error) == NULL
          || !imp_json_reader_next (reader, error))
        return FALSE;
      if (reader->token == IMP_JSON_OBJECT_END)
        break;
      if (reader->token != IMP_JSON_COMMA)
        return imp_json_reader_fail (reader, error);
      if (!imp_json_reader_expect (reader, IMP_JSON_STRING, error))
        return FALSE;
      if (self->len > MAX_MEMBERS)
        return imp_import_fail (error, reader->line,
                                _ ("an item has too many members. Correct it."));
    }
  return TRUE;
}
