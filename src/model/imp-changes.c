/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What one action of a person writes: new items and new values of fields, all or nothing. */
#include "config.h"

#include "model/imp-changes.h"

#include "base/imp-text.h"

#include <string.h>

void
imp_value_clear (ImpValue *self)
{
  if (self->type == IMP_VALUE_TEXT)
    g_free (self->text);
  self->type = IMP_VALUE_NONE;
}

ImpValue
imp_value_copy (const ImpValue *self)
{
  ImpValue copy = *self;

  if (self->type == IMP_VALUE_TEXT)
    copy.text = g_strdup (self->text);
  return copy;
}

gboolean
imp_value_equal (const ImpValue *a, const ImpValue *b)
{
  if (a->type != b->type)
    return FALSE;
  switch (a->type)
    {
    case IMP_VALUE_INTEGER:
      return a->integer == b->integer;
    case IMP_VALUE_REAL:
      return a->real == b->real;
    case IMP_VALUE_TEXT:
      return g_str_equal (a->text, b->text);
    case IMP_VALUE_NONE:
    default:
      return TRUE;
    }
}

static void
clear_change (gpointer data)
{
  ImpChange *self = data;

  imp_value_clear (&self->value);
  g_free (self->seen);
  g_free (self->as_of);
  g_free (self->undone);
}

static guint
hash_uuid (gconstpointer key)
{
  guint hash;

  memcpy (&hash, ((const ImpUuid *) key)->bytes, sizeof hash);
  return hash;
}

static gboolean
equal_uuid (gconstpointer a, gconstpointer b)
{
  return imp_uuid_equal (a, b);
}

ImpChanges *
imp_changes_new (void)
{
  ImpChanges *self = g_new0 (ImpChanges, 1);

  self->items = g_array_new (FALSE, TRUE, sizeof (ImpNewItem));
  self->changes = g_array_new (FALSE, TRUE, sizeof (ImpChange));
  g_array_set_clear_func (self->changes, clear_change);
  self->blobs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->by_uuid = g_hash_table_new_full (hash_uuid, equal_uuid, g_free, NULL);
  return self;
}

void
imp_changes_free (ImpChanges *self)
{
  g_array_unref (self->items);
  g_array_unref (self->changes);
  g_ptr_array_unref (self->blobs);
  g_hash_table_unref (self->by_uuid);
  g_free (self);
}

gboolean
imp_changes_is_empty (const ImpChanges *self)
{
  return self->items->len == 0 && self->changes->len == 0;
}

static ImpItem
append_item (ImpChanges *self, ImpNewItem item)
{
  g_array_append_val (self->items, item);
  return -(ImpItem) self->items->len;
}

ImpItem
imp_changes_add (ImpChanges *self, ImpKind kind)
{
  return append_item (self, (ImpNewItem) { .kind = kind, .uuid = imp_uuid_new_random () });
}

ImpItem
imp_changes_add_removal (ImpChanges *self, ImpItem fix, ImpItem irritant)
{
  ImpNewItem link = { .kind = IMP_KIND_REMOVAL, .link = { fix, irritant } };
  ImpItem item = append_item (self, link);

  imp_changes_set_item (self, item, IMP_REMOVAL_FIX, fix);
  imp_changes_set_item (self, item, IMP_REMOVAL_IRRITANT, irritant);
  return item;
}

ImpItem
imp_changes_refer (ImpChanges *self, const ImpUuid *uuid)
{
  ImpItem item = (ImpItem) GPOINTER_TO_SIZE (g_hash_table_lookup (self->by_uuid, uuid));

  if (item != 0)
    return -item;
  item = append_item (self, (ImpNewItem) { .uuid = *uuid, .named = TRUE });
  g_hash_table_insert (self->by_uuid, g_memdup2 (uuid, sizeof *uuid),
                       GSIZE_TO_POINTER ((gsize) -item));
  return item;
}

ImpItem
imp_changes_add_named (ImpChanges *self, ImpKind kind, const ImpUuid *uuid)
{
  ImpItem item = imp_changes_refer (self, uuid);

  g_array_index (self->items, ImpNewItem, -item - 1).kind = kind;
  return item;
}

ImpItem
imp_changes_add_by_name (ImpChanges *self, ImpKind kind, const ImpUuid *uuid, const char *name)
{
  ImpItem item = imp_changes_refer (self, uuid);
  ImpNewItem *new_item = &g_array_index (self->items, ImpNewItem, -item - 1);
  guint n_fields;

  if (new_item->name != 0)
    return item;
  new_item->kind = kind;
  new_item->name = self->changes->len + 1;
  imp_changes_set_text (self, item, imp_kind_get_fields (kind, &n_fields)[0].number, name);
  return item;
}

void
imp_changes_set_whole (ImpChanges *self, ImpItem item, ImpItem whole)
{
  g_return_if_fail (item < 0);

  g_array_index (self->items, ImpNewItem, -item - 1).whole = whole;
}

/* Takes the value. */
static void
append_change (ImpChanges *self, ImpItem item, guint8 field, ImpValue value)
{
  ImpChange change = { item, field, value, NULL };

  g_array_append_val (self->changes, change);
}

void
imp_changes_set_text (ImpChanges *self, ImpItem item, guint8 field, const char *text)
{
  g_autofree char *clean = imp_text_clean (text);
  ImpValue value = { IMP_VALUE_NONE };

  g_return_if_fail (item != 0);
  if (clean != NULL && *clean != '\0')
    value = (ImpValue) { IMP_VALUE_TEXT, .text = g_steal_pointer (&clean) };
  append_change (self, item, field, value);
}

void
imp_changes_set_value (ImpChanges *self, ImpItem item, guint8 field, const ImpValue *value)
{
  g_return_if_fail (item != 0);

  if (value->type == IMP_VALUE_TEXT)
    imp_changes_set_text (self, item, field, value->text);
  else
    append_change (self, item, field, *value);
}

static ImpChange *
get_last (ImpChanges *self)
{
  return &g_array_index (self->changes, ImpChange, self->changes->len - 1);
}

void
imp_changes_set_seen (ImpChanges *self, const char *seen)
{
  g_return_if_fail (self->changes->len > 0);

  g_set_str (&get_last (self)->seen, seen);
}

void
imp_changes_set_as_of (ImpChanges *self, const char *as_of)
{
  g_return_if_fail (self->changes->len > 0);

  g_set_str (&get_last (self)->as_of, as_of);
}

void
imp_changes_set_undone (ImpChanges *self, const char *undone)
{
  g_return_if_fail (self->changes->len > 0);

  g_set_str (&get_last (self)->undone, undone);
}

void
imp_changes_unset (ImpChanges *self, ImpItem item, guint8 field)
{
  imp_changes_set_value (self, item, field, &(ImpValue) { IMP_VALUE_NONE });
}

void
imp_changes_delete (ImpChanges *self, ImpItem item)
{
  imp_changes_unset (self, item, IMP_FIELD_LIFE);
}

void
imp_changes_set_integer (ImpChanges *self, ImpItem item, guint8 field, gint64 integer)
{
  imp_changes_set_value (self, item, field, &(ImpValue) { IMP_VALUE_INTEGER, { integer } });
}

void
imp_changes_forget (ImpChanges *self, ImpItem item, guint8 field)
{
  imp_changes_set_integer (self, item, IMP_FIELD_FORGET, G_GINT64_CONSTANT (1) << field);
}

void
imp_changes_set_real (ImpChanges *self, ImpItem item, guint8 field, double real)
{
  imp_changes_set_value (self, item, field, &(ImpValue) { IMP_VALUE_REAL, .real = real });
}

void
imp_changes_set_date (ImpChanges *self, ImpItem item, guint8 field, ImpDate date)
{
  if (imp_date_is_set (date))
    imp_changes_set_integer (self, item, field, date);
  else
    imp_changes_unset (self, item, field);
}

void
imp_changes_set_item (ImpChanges *self, ImpItem item, guint8 field, ImpItem other)
{
  if (other != 0)
    imp_changes_set_integer (self, item, field, other);
  else
    imp_changes_unset (self, item, field);
}
