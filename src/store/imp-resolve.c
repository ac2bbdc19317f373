/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The new items of changes: which are here already, and what number each gets. */
#include "config.h"

#include "store/imp-resolve.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"
#include "store/imp-item.h"

ImpItem
imp_resolve_item (const ImpResolved *resolved, ImpItem item)
{
  return item < 0 ? resolved[-item - 1].item : item;
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
resolve_new_item (ImpStore *store,
                  const ImpResolved *resolved,
                  const ImpNewItem *new_item,
                  ImpResolved *out,
                  GError **error)
{
  gboolean linked = new_item->link[0] != 0;
  ImpUuid uuid = new_item->uuid;

  if (linked && !name_link (store, resolved, new_item, &uuid, error))
    return FALSE;
  if ((linked || new_item->named) && !imp_item_find (store, &uuid, &out->item, &out->kind, error))
    return FALSE;
  if (out->item != 0 && out->kind == IMP_KIND_NONE && new_item->kind != IMP_KIND_NONE)
    return imp_item_set_kind (store, out->item, out->kind = new_item->kind, error);
  if (out->item != 0)
    return new_item->kind != IMP_KIND_NONE && out->kind != new_item->kind
               ? refuse_kind (new_item->kind, out->kind, error)
               : imp_item_is_alive (store, out->item, &out->known, error);
  if (new_item->kind == IMP_KIND_NONE)
    return refuse_unknown (&uuid, error);
  out->kind = new_item->kind;
  out->fresh = TRUE;
  return imp_item_insert (store, &uuid, new_item->kind, &out->item, error);
}

ImpResolved *
imp_resolve_items (ImpStore *store, const ImpChanges *changes, GError **error)
{
  GArray *items = changes->items;
  g_autofree ImpResolved *resolved = g_new0 (ImpResolved, MAX (items->len, 1));

  for (guint pass = 0; pass < 2; pass++) /* links after what they link */
    for (guint i = 0; i < items->len; i++)
      {
        const ImpNewItem *item = &g_array_index (items, ImpNewItem, i);

        if ((item->link[0] != 0) == (pass == 1)
            && !resolve_new_item (store, resolved, item, &resolved[i], error))
          return NULL;
      }
  return g_steal_pointer (&resolved);
}
