/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A backlog read from JSON. */
#include "config.h"

#include "exchange/imp-json-import.h"

#include "base/imp-error.h"
#include "exchange/imp-json-bytes.h"
#include "exchange/imp-json-members.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FORMAT  "improve-backlog"
#define VERSION 1

/* One import, on the stack of imp_json_import_read(). */
typedef struct
{
  ImpSource *source;
  ImpJsonReader *reader;
  GCancellable *cancellable;
  ImpChanges *changes;
  GArray *lines;   /* of guint: where item -1, -2 … stands; 0 if it is only referred to */
  GArray *members; /* of ImpJsonMember */
  gboolean is_ours;
  gboolean has_version;
  ImpDate today;
  int shift;           /* days */
  ImpJsonBytes *bytes; /* once they are read */
} Import;

static gboolean
fail_not_ours (GError **error)
{
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_OURS,
                       _ ("Cannot import the file: it is not a backlog of Improve. Choose another "
                          "one; a table (CSV) is imported in its own way."));
  return FALSE;
}

/* The items */

static gboolean
find_kind (Import *self, guint line, ImpKind *kind, GError **error)
{
  const ImpJsonMember *member = imp_json_members_find (self->members, "kind");

  if (member == NULL)
    return imp_import_fail (error, line, _ ("an item has no “kind”. Add it."));
  *kind = member->token == IMP_JSON_STRING ? imp_kind_from_name (member->text) : IMP_KIND_NONE;
  if (*kind == IMP_KIND_NONE)
    return imp_import_fail (error, member->line,
                            _ ("“%.60s” is not a kind of item that this version knows. Correct it, "
                               "or update Improve."),
                            member->text != NULL ? member->text : "");
  return TRUE;
}

static void
note_line (Import *self, ImpItem item, guint line)
{
  if (self->lines->len < self->changes->items->len)
    g_array_set_size (self->lines, self->changes->items->len);
  g_array_index (self->lines, guint, -item - 1) = line;
}

static gboolean
add_item (Import *self, ImpKind kind, guint line, ImpItem *item, GError **error)
{
  const ImpJsonMember *member = imp_json_members_find (self->members, "id");
  ImpUuid uuid;

  if (member == NULL || member->token != IMP_JSON_STRING || *member->text == '\0')
    return imp_import_fail (error, line, _ ("an item has no “id”. Add one, in quotes."));
  uuid = imp_uuid_new_from_text (member->text);
  *item = imp_changes_refer (self->changes, &uuid);
  if (g_array_index (self->changes->items, ImpNewItem, -*item - 1).kind != IMP_KIND_NONE)
    return imp_import_fail (error, member->line,
                            _ ("the id “%.60s” is already taken by the item of line %u. Give each "
                               "item its own."),
                            member->text, g_array_index (self->lines, guint, -*item - 1));
  imp_changes_add_named (self->changes, kind, &uuid);
  note_line (self, *item, line);
  return TRUE;
}

static gboolean
set_fields (Import *self, ImpKind kind, ImpItem item, GError **error)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const ImpJsonMember *member = &g_array_index (self->members, ImpJsonMember, i);
      const ImpField *field = imp_kind_find_field (kind, member->name);

      if (g_str_equal (member->name, "kind") || g_str_equal (member->name, "id"))
        continue;
      if (field == NULL)
        return imp_import_fail (error, member->line,
                                _ ("“%.60s” is not a member of “%s” that this version knows. "
                                   "Correct it, or update Improve."),
                                member->name, imp_kind_get_name (kind));
      if (!imp_json_member_set (member, self->changes, item, field, self->shift, error))
        return FALSE;
    }
  return TRUE;
}

/* The reader stands on the “{”. What was exported comes back, however much it is: the limit counts
 * from item to item. */
static gboolean
read_item (Import *self, GError **error)
{
  guint line = self->reader->line;
  ImpKind kind = IMP_KIND_NONE;
  ImpItem item = 0;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  self->source->max_bytes = self->source->n_bytes + IMP_SOURCE_MAX_BYTES;
  if (self->reader->token != IMP_JSON_OBJECT)
    return imp_json_reader_fail (self->reader, error);
  return imp_json_members_read (self->members, self->reader, error)
         && find_kind (self, line, &kind, error) && add_item (self, kind, line, &item, error)
         && set_fields (self, kind, item, error);
}

/* A piece of the bytes of an attachment. */
static gboolean
read_piece (Import *self, GError **error)
{
  guint line = self->reader->line;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  self->source->max_bytes = self->source->n_bytes + IMP_SOURCE_MAX_BYTES;
  if (self->reader->token != IMP_JSON_OBJECT)
    return imp_json_reader_fail (self->reader, error);
  return imp_json_members_read (self->members, self->reader, error)
         && imp_json_bytes_take (self->bytes, self->members, line, error);
}

/* Objects in brackets; the reader stands before the “[”. */
static gboolean
read_array (Import *self, gboolean (*read_one) (Import *, GError **), GError **error)
{
  if (!imp_json_reader_expect (self->reader, IMP_JSON_ARRAY, error)
      || !imp_json_reader_next (self->reader, error))
    return FALSE;
  while (self->reader->token != IMP_JSON_ARRAY_END)
    {
      if (!read_one (self, error) || !imp_json_reader_next (self->reader, error))
        return FALSE;
      if (self->reader->token == IMP_JSON_ARRAY_END)
        break;
      if (self->reader->token != IMP_JSON_COMMA)
        return imp_json_reader_fail (self->reader, error);
      if (!imp_json_reader_expect (self->reader, IMP_JSON_OBJECT, error))
        return FALSE;
    }
  return TRUE;
}

/* What stands before the items */

static gboolean
read_format (Import *self, const ImpJsonMember *member, GError **error)
{
  self->is_ours = g_strcmp0 (member->text, FORMAT) == 0;
  return self->is_ours || fail_not_ours (error);
}

static gboolean
read_version (Import *self, const ImpJsonMember *member, GError **error)
{
  if (member->token != IMP_JSON_NUMBER || member->number < 1
      || member->number != floor (member->number))
    return imp_json_member_fail (member, _ ("the number 1"), error);
  if (member->number > VERSION)
    {
      g_set_error_literal (error, IMP_ERROR, IMP_ERROR_TOO_NEW,
                           _ ("Cannot import the file: it was written by a newer version of "
                              "Improve. Update this one, then import it again."));
      return FALSE;
    }
  self->has_version = TRUE;
  return TRUE;
}

static gboolean
read_day (Import *self, const ImpJsonMember *member, GError **error)
{
  ImpDate reference = imp_json_member_get_date (member);

  if (!imp_date_is_set (reference))
    return imp_json_member_fail (member, _ ("a day such as \"2026-11-21\""), error);
  self->shift = imp_date_is_set (self->today) ? self->today - reference : 0;
  return TRUE;
}

static gboolean
take_head (Import *self, const ImpJsonMember *member, GError **error)
{
  if (g_str_equal (member->name, "format"))
    return read_format (self, member, error);
  if (!self->is_ours)
    return fail_not_ours (error);
  if (g_str_equal (member->name, "version"))
    return read_version (self, member, error);
  if (g_str_equal (member->name, "reference"))
    return read_day (self, member, error);
  return imp_import_fail (
      error, member->line,
      _ ("“%.60s” is not a member of a backlog that this version knows. Correct "
         "it, or update Improve."),
      member->name);
}

static gboolean
check_head (Import *self, GError **error)
{
  if (!self->is_ours)
    return fail_not_ours (error);
  return self->has_version
         || imp_import_fail (error, self->reader->line,
                             _ ("“version” does not stand before “items”. Add \"version\": 1."));
}

/* From “{” to after the “:” of "items". */
static gboolean
read_head (Import *self, GError **error)
{
  g_array_set_size (self->members, 0);
  if (!imp_json_reader_expect (self->reader, IMP_JSON_STRING, error))
    return FALSE;
  while (!g_str_equal (self->reader->text->str, "items"))
    {
      const ImpJsonMember *member = imp_json_members_read_one (self->members, self->reader, error);

      if (member == NULL || !take_head (self, member, error)
          || !imp_json_reader_expect (self->reader, IMP_JSON_COMMA, error)
          || !imp_json_reader_expect (self->reader, IMP_JSON_STRING, error))
        return FALSE;
    }
  return check_head (self, error) && imp_json_reader_expect (self->reader, IMP_JSON_COLON, error);
}

/* What the attachments hold, if the file has it; the reader stands on the comma. */
static gboolean
read_bytes (Import *self, GError **error)
{
  g_autoptr (ImpJsonBytes) bytes = imp_json_bytes_new (self->changes);

  if (!imp_json_reader_expect (self->reader, IMP_JSON_STRING, error))
    return FALSE;
  if (!g_str_equal (self->reader->text->str, "bytes"))
    return imp_import_fail (error, self->reader->line,
                            _ ("something stands after the items. Put it before them."));
  self->bytes = bytes;
  return imp_json_reader_expect (self->reader, IMP_JSON_COLON, error)
         && read_array (self, read_piece, error)
         && imp_json_bytes_end (bytes, self->changes, self->reader->line, error)
         && imp_json_reader_next (self->reader, error);
}

static gboolean
read_tail (Import *self, GError **error)
{
  if (!imp_json_reader_next (self->reader, error)
      || (self->reader->token == IMP_JSON_COMMA && !read_bytes (self, error)))
    return FALSE;
  if (self->reader->token != IMP_JSON_OBJECT_END)
    return imp_json_reader_fail (self->reader, error);
  if (!imp_json_reader_next (self->reader, error))
    return FALSE;
  return self->reader->token == IMP_JSON_END
         || imp_import_fail (error, self->reader->line,
                             _ ("something stands after the end. Take it out."));
}

/* A field names an item of the kind that the table says, as far as the file defines it. */
static gboolean
check_references (Import *self, GError **error)
{
  for (guint i = 0; i < self->changes->changes->len; i++)
    {
      const ImpChange *change = &g_array_index (self->changes->changes, ImpChange, i);
      const ImpNewItem *items = (const ImpNewItem *) self->changes->items->data;
      const ImpField *field = imp_kind_get_field (items[-change->item - 1].kind, change->field);
      ImpKind kind;

      if (field->type != IMP_FIELD_ITEM || change->value.type != IMP_VALUE_INTEGER)
        continue;
      kind = items[-change->value.integer - 1].kind;
      if (kind != IMP_KIND_NONE && kind != field->refers)
        return imp_import_fail (error, g_array_index (self->lines, guint, -change->item - 1),
                                _ ("“%s” wants the id of an item of kind “%s”, not “%s”. Correct "
                                   "it."),
                                field->name, imp_kind_get_name (field->refers),
                                imp_kind_get_name (kind));
    }
  return TRUE;
}

static gboolean
read_file (Import *self, GError **error)
{
  g_autoptr (GError) said = NULL;

  if (!imp_json_reader_next (self->reader, &said) || self->reader->token != IMP_JSON_OBJECT)
    {
      if (g_error_matches (said, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&said));
      else
        fail_not_ours (error);
      return FALSE;
    }
  return read_head (self, error) && read_array (self, read_item, error) && read_tail (self, error)
         && check_references (self, error);
}

ImpChanges *
imp_json_import_read (GInputStream *stream,
                      ImpDate today,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (ImpSource) source = imp_source_new (stream, cancellable);
  g_autoptr (ImpJsonReader) reader = imp_json_reader_new (source);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autoptr (GArray) members = imp_json_members_new ();
  Import import = { .source = source,
                    .reader = reader,
                    .cancellable = cancellable,
                    .changes = changes,
                    .lines = lines,
                    .members = members,
                    .today = today };

  if (!read_file (&import, error))
    return NULL;
  return g_steal_pointer (&changes);
}
