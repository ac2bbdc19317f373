/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A backlog read from JSON. */
#include "config.h"

#include "exchange/imp-json-import.h"

#include "base/imp-error.h"
#include "exchange/imp-json-frame.h"

#include <glib/gi18n-lib.h>

/* One import, on the stack of imp_json_import_read(). */
typedef struct
{
  ImpChanges *changes;
  GArray *lines; /* of guint: where item -1, -2 … stands; 0 if it is only referred to */
  ImpDate today;
  int shift; /* days */
} Import;

static gboolean
find_kind (const GArray *members, guint line, ImpKind *kind, GError **error)
{
  const ImpJsonMember *member = imp_json_members_find (members, "kind");

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
add_item (Import *self,
          const GArray *members,
          ImpKind kind,
          guint line,
          ImpItem *item,
          GError **error)
{
  const ImpJsonMember *member = imp_json_members_find (members, "id");
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
set_fields (Import *self, const GArray *members, ImpKind kind, ImpItem item, GError **error)
{
  for (guint i = 0; i < members->len; i++)
    {
      const ImpJsonMember *member = &g_array_index (members, ImpJsonMember, i);
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

static gboolean
take_item (const GArray *members, guint line, gpointer data, GError **error)
{
  Import *self = data;
  ImpKind kind = IMP_KIND_NONE;
  ImpItem item = 0;

  return find_kind (members, line, &kind, error)
         && add_item (self, members, kind, line, &item, error)
         && set_fields (self, members, kind, item, error);
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
take_head (const ImpJsonMember *member, gpointer data, GError **error)
{
  if (g_str_equal (member->name, "reference"))
    return read_day (data, member, error);
  return imp_import_fail (
      error, member->line,
      _ ("“%.60s” is not a member of a backlog that this version knows. Correct "
         "it, or update Improve."),
      member->name);
}

/* What the attachments of the file hold. */
static void
want_bytes (ImpJsonBytes *bytes, gpointer data)
{
  const ImpChanges *changes = ((Import *) data)->changes;
  const ImpNewItem *items = (const ImpNewItem *) (gpointer) changes->items->data;

  for (guint i = 0; i < changes->changes->len; i++)
    {
      const ImpChange *change = &g_array_index (changes->changes, ImpChange, i);

      if (items[-change->item - 1].kind == IMP_KIND_ATTACHMENT
          && change->field == IMP_ATTACHMENT_SHA256 && change->value.type == IMP_VALUE_TEXT)
        imp_json_bytes_want (bytes, change->value.text);
    }
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

/* What was exported comes back, however much it is: the limit counts from item to item. */
ImpChanges *
imp_json_import_read (GInputStream *stream,
                      ImpDate today,
                      GCancellable *cancellable,
                      GError **error)
{
  static const ImpJsonFrame frame = {
    .format = "improve-backlog",
    .items = "items",
    .not_ours = N_ ("Cannot import the file: it is not a backlog of Improve. Choose another "
                    "one; a table (CSV) is imported in its own way."),
    .any_length = TRUE,
    .take_head = take_head,
    .take_item = take_item,
    .want_bytes = want_bytes,
  };
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (guint));
  Import import = { .changes = changes, .lines = lines, .today = today };

  if (!imp_json_frame_read (&frame, stream, &import, changes->blobs, cancellable, error)
      || !check_references (&import, error))
    return NULL;
  return g_steal_pointer (&changes);
}
