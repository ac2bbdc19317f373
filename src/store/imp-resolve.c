/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The new items of changes: which are here already, and what number each gets. */
#include "config.h"

#include "store/imp-resolve.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/imp-error.h"
#include "store/imp-forget.h"
#include "store/imp-item.h"
#include "store/imp-overview-table.h"
#include "store/imp-store-private.h"

/* The last birth of an item and its death: replica and action of each. */
static const char SQL_SELECT_BIRTH_AND_DEATH[] =
    "SELECT b.rep, b.txn, d.rep, d.txn FROM cell c"
    " JOIN journal d ON d.rep = c.rep AND d.rseq = c.rseq"
    " JOIN journal b ON b.item = c.item AND b.field = 0 AND typeof (b.value) = 'integer'"
    " WHERE c.item = ?1 AND c.field = 0 ORDER BY b.hlc DESC LIMIT 1";
/* Whether all that the one action made was deleted by the other. */
static const char SQL_SELECT_TAKEN_BACK[] =
    "SELECT NOT EXISTS (SELECT 1 FROM journal b JOIN cell c ON c.item = b.item AND c.field = 0"
    " JOIN journal d ON d.rep = c.rep AND d.rseq = c.rseq WHERE b.rep = ?1 AND b.rseq >= ?2"
    " AND b.rseq < coalesce ((SELECT rseq FROM journal WHERE rep = ?1 AND rseq > ?2 AND txn <> ?2"
    " ORDER BY rseq LIMIT 1), 9223372036854775807) AND b.field = 0"
    " AND (d.rep <> ?3 OR d.txn <> ?4))";

static const char SQL_SELECT_REMOVAL[] =
    "SELECT n FROM removal WHERE fix = ?1 AND irritant = ?2 LIMIT 1";

/* Two actions: the one that made an item, the other that deleted it. */
typedef struct
{
  gint64 actions[4];
  gboolean taken_back;
} Lives;

/* The items of one commit being looked up. */
typedef struct
{
  ImpStore *store;
  const ImpChanges *changes;
  ImpResolved *resolved; /* by position in changes->items */
  gboolean has_idle;
  Lives lives; /* the last that were asked about: those of an import are all the same */
} Resolving;

ImpItem
imp_resolve_item (const ImpResolved *resolved, ImpItem item)
{
  return item < 0 ? resolved[-item - 1].item : item;
}

/* What links the two already, under whatever UUID: a file may give a link an id of its own. */
static gboolean
find_link (Resolving *self, const ImpNewItem *new_item, ImpResolved *out, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (self->store->connection, SQL_SELECT_REMOVAL);

  imp_statement_bind_int (select, 1, imp_resolve_item (self->resolved, new_item->link[0]));
  imp_statement_bind_int (select, 2, imp_resolve_item (self->resolved, new_item->link[1]));
  if (imp_statement_next (select))
    *out = (ImpResolved) { .item = imp_statement_get_int (select, 0),
                           .kind = new_item->kind,
                           .known = TRUE };
  return imp_statement_end (select, error);
}

/* The same link made on two laptops is one item. */
static gboolean
name_link (ImpStore *store,
           const ImpResolved *resolved,
           const ImpNewItem *new_item,
           ImpUuid *uuid,
           GError **error)
{
  char text[2][IMP_UUID_STRING_LEN];
  g_autofree char *name = NULL;

  for (guint i = 0; i < 2; i++)
    {
      ImpUuid end;

      if (!imp_item_read_uuid (store, imp_resolve_item (resolved, new_item->link[i]), &end, error))
        return FALSE;
      imp_uuid_print (&end, text[i]);
    }
  name = g_strdup_printf ("%s:%s:%s", imp_kind_get_name (new_item->kind), text[0], text[1]);
  *uuid = imp_uuid_new_from_name (name);
  return TRUE;
}

static gboolean
refuse_unknown (const ImpUuid *uuid, GError **error)
{
  char text[IMP_UUID_STRING_LEN];

  imp_uuid_print (uuid, text);
  g_set_error (error, IMP_ERROR, IMP_ERROR_INPUT,
               _ ("item %s is referred to but stands nowhere. Add it to the file or take the "
                  "reference out; nothing was changed"),
               text);
  return FALSE;
}

static gboolean
refuse_kind (ImpKind kind, ImpKind here, GError **error)
{
  g_set_error (error, IMP_ERROR, IMP_ERROR_INPUT,
               _ ("a %s of the file is a %s in the backlog. Give it another id; nothing was "
                  "changed"),
               imp_kind_get_name (kind), imp_kind_get_name (here));
  return FALSE;
}

static gboolean
read_taken_back (Resolving *self, const Lives *lives, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (self->store->connection, SQL_SELECT_TAKEN_BACK);

  self->lives = *lives;
  for (int i = 0; i < 4; i++)
    imp_statement_bind_int (select, i + 1, lives->actions[i]);
  if (imp_statement_next (select))
    self->lives.taken_back = imp_statement_get_int (select, 0) != 0;
  return imp_statement_end (select, error);
}

/* Somebody who deletes an item does not want it from the next import either. Taking back the whole
 * action that made it is another thing: then it may well be made again. */
static gboolean
was_taken_back (Resolving *self, ImpItem item, gboolean *taken_back, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (self->store->connection, SQL_SELECT_BIRTH_AND_DEATH);
  Lives lives = { 0 };

  imp_statement_bind_int (select, 1, item);
  if (imp_statement_next (select))
    for (int i = 0; i < 4; i++)
      lives.actions[i] = imp_statement_get_int (select, i);
  if (!imp_statement_end (select, error))
    return FALSE;
  if (memcmp (lives.actions, self->lives.actions, sizeof lives.actions) != 0
      && !read_taken_back (self, &lives, error))
    return FALSE;
  *taken_back = self->lives.taken_back;
  return TRUE;
}

/* What is known by this UUID here. Who was erased is known, and stays away whatever refers to
 * them. */
static gboolean
find_by_uuid (Resolving *self,
              const ImpNewItem *new_item,
              const ImpUuid *uuid,
              ImpResolved *out,
              GError **error)
{
  gboolean alive = FALSE, taken_back = FALSE, erased = FALSE;

  if (!imp_item_find (self->store, uuid, &out->item, &out->kind, error))
    return FALSE;
  if (out->item == 0)
    return TRUE;
  if (out->kind == IMP_KIND_NONE && new_item->kind != IMP_KIND_NONE)
    return imp_item_set_kind (self->store, out->item, out->kind = new_item->kind, error);
  if (new_item->kind != IMP_KIND_NONE && out->kind != new_item->kind)
    return refuse_kind (new_item->kind, out->kind, error);
  if (!imp_item_is_alive (self->store, out->item, &alive, error)
      || (!alive && !imp_forget_is_whole (self->store, out->item, &erased, error))
      || (!alive && !was_taken_back (self, out->item, &taken_back, error)))
    return FALSE;
  out->idle = !alive && !erased && new_item->named && !taken_back;
  out->known = alive || erased || out->idle;
  return TRUE;
}

/* What goes by this name here, unless it is a person of whom there are several. */
static gboolean
find_by_name (Resolving *self, const ImpNewItem *new_item, ImpResolved *out, GError **error)
{
  const ImpChange *name = &g_array_index (self->changes->changes, ImpChange, new_item->name - 1);
  gboolean only = FALSE;
  ImpItem item = 0;

  if (name->value.type == IMP_VALUE_TEXT
      && !imp_store_find_name (self->store, new_item->kind, name->value.text, &item, &only, error))
    return FALSE;
  if (item != 0 && (only || new_item->kind != IMP_KIND_PERSON))
    *out = (ImpResolved) { .item = item, .kind = new_item->kind, .known = TRUE };
  else
    out->known = out->idle = TRUE;
  return TRUE;
}

static gboolean
insert (Resolving *self,
        const ImpNewItem *new_item,
        const ImpUuid *uuid,
        ImpResolved *out,
        GError **error)
{
  if (new_item->kind == IMP_KIND_NONE)
    return refuse_unknown (uuid, error);
  out->kind = new_item->kind;
  out->fresh = TRUE;
  return imp_item_insert (self->store, uuid, new_item->kind, &out->item, error);
}

static gboolean
is_idle (Resolving *self, ImpItem item)
{
  return item < 0 && self->resolved[-item - 1].idle;
}

/* Whether what the item goes with leaves no room for it. */
static gboolean
is_unwanted (Resolving *self, const ImpNewItem *new_item)
{
  if (new_item->link[0] == 0)
    return is_idle (self, new_item->whole);
  return is_idle (self, new_item->link[0]) || is_idle (self, new_item->link[1])
         || (new_item->whole < 0 && self->resolved[-new_item->whole - 1].known);
}

static gboolean
resolve_new_item (Resolving *self, const ImpNewItem *new_item, ImpResolved *out, GError **error)
{
  gboolean linked = new_item->link[0] != 0;
  ImpUuid uuid = new_item->uuid;

  out->kind = new_item->kind;
  if (is_unwanted (self, new_item))
    {
      out->known = out->idle = TRUE;
      return TRUE;
    }
  if (linked
      && (!find_link (self, new_item, out, error)
          || !name_link (self->store, self->resolved, new_item, &uuid, error)))
    return FALSE;
  if (!out->known && (linked || new_item->named)
      && !find_by_uuid (self, new_item, &uuid, out, error))
    return FALSE;
  if (new_item->name != 0 && (!out->known || out->idle))
    return find_by_name (self, new_item, out, error);
  return out->item != 0 || out->known || insert (self, new_item, &uuid, out, error);
}

/* Wakes what is idle and what something new refers to. TRUE where there was any. */
static gboolean
wake_referred (Resolving *self)
{
  gboolean woken = FALSE;

  for (guint i = 0; i < self->changes->changes->len; i++)
    {
      const ImpChange *change = &g_array_index (self->changes->changes, ImpChange, i);
      const ImpResolved *by = change->item < 0 ? &self->resolved[-change->item - 1] : NULL;
      const ImpField *field = NULL;

      if (change->value.type != IMP_VALUE_INTEGER || (by != NULL && by->known)
          || !is_idle (self, change->value.integer))
        continue;
      field = by != NULL ? imp_kind_get_field (by->kind, change->field) : NULL;
      if (field == NULL || field->type != IMP_FIELD_ITEM)
        continue;
      self->resolved[-change->value.integer - 1].known = FALSE;
      self->resolved[-change->value.integer - 1].idle = FALSE;
      woken = TRUE;
    }
  return woken;
}

/* What has just been woken wakes what it refers to itself. */
static gboolean
wake (Resolving *self, GError **error)
{
  const ImpNewItem *items = (const ImpNewItem *) (gpointer) self->changes->items->data;

  if (!self->has_idle)
    return TRUE;
  while (wake_referred (self))
    ;
  for (guint i = 0; i < self->changes->items->len; i++)
    if (!self->resolved[i].known && self->resolved[i].item == 0
        && !insert (self, &items[i], &items[i].uuid, &self->resolved[i], error))
      return FALSE;
  return TRUE;
}

ImpResolved *
imp_resolve_items (ImpStore *store, const ImpChanges *changes, GError **error)
{
  GArray *items = changes->items;
  g_autofree ImpResolved *resolved = g_new0 (ImpResolved, MAX (items->len, 1));
  Resolving self = { .store = store, .changes = changes, .resolved = resolved };

  for (guint pass = 0; pass < 2; pass++) /* links after what they link */
    for (guint i = 0; i < items->len; i++)
      {
        const ImpNewItem *item = &g_array_index (items, ImpNewItem, i);

        if ((item->link[0] != 0) != (pass == 1))
          continue;
        if (g_cancellable_set_error_if_cancelled (store->watch.cancellable, error)
            || !resolve_new_item (&self, item, &resolved[i], error))
          return NULL;
        self.has_idle |= resolved[i].idle;
      }
  return wake (&self, error) ? g_steal_pointer (&resolved) : NULL;
}
