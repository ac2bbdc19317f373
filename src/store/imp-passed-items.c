/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The items of a file, and which of those here they are. */
#include "config.h"

#include "store/imp-passed-items.h"

#include <string.h>

#include "base/imp-text.h"
#include "store/imp-admission.h"
#include "store/imp-forget.h"
#include "store/imp-item.h"
#include "store/imp-overview-table.h"

static int
compare_uuids (gconstpointer a, gconstpointer b, gpointer data)
{
  return memcmp (a, b, sizeof (ImpUuid));
}

void
imp_passed_items_init (ImpPassedItems *self)
{
  self->items = g_tree_new_full (compare_uuids, NULL, NULL, g_free);
  self->stand_ins = g_tree_new_full (compare_uuids, NULL, g_free, g_free);
}

void
imp_passed_items_clear (ImpPassedItems *self)
{
  g_tree_unref (self->items);
  g_tree_unref (self->stand_ins);
}

ImpPassedItem *
imp_passed_items_get (const ImpPassedItems *self, const ImpUuid *uuid)
{
  return g_tree_lookup (self->items, uuid);
}

static gboolean
has_name (ImpKind kind)
{
  return kind == IMP_KIND_SITE || kind == IMP_KIND_DEPARTMENT || kind == IMP_KIND_OFFERING
         || kind == IMP_KIND_STEP || kind == IMP_KIND_OUTCOME || kind == IMP_KIND_PERSON;
}

static gboolean
look_up (ImpPassedItem *self, ImpStore *store, GError **error)
{
  ImpKind kind = IMP_KIND_NONE;

  if (!imp_item_find (store, &self->uuid, &self->item, &kind, error))
    return FALSE;
  if (kind == IMP_KIND_NONE)
    self->item = 0;
  return self->item == 0
         || (imp_item_is_alive (store, self->item, &self->was_alive, error)
             && imp_forget_is_whole (store, self->item, &self->is_gone, error));
}

/* All kinds that have names have them in the field by which they are shown. */
static void
note_name (ImpPassedItem *self, const ImpRow *row)
{
  if (!has_name (self->kind) || row->field != imp_kind_get_label_field (self->kind)
      || row->value.type != IMP_VALUE_TEXT || row->hlc < self->named_at)
    return;
  self->name = row->value.text;
  self->named_at = row->hlc;
}

static ImpPassedItem *
ensure_item (ImpPassedItems *self, ImpStore *store, const ImpRow *row, GError **error)
{
  ImpPassedItem *item = imp_passed_items_get (self, &row->item);

  if (item != NULL)
    return item;
  item = g_new0 (ImpPassedItem, 1);
  item->uuid = row->item;
  item->kind = (ImpKind) row->entity;
  g_tree_insert (self->items, &item->uuid, item);
  return look_up (item, store, error) ? item : NULL;
}

gboolean
imp_passed_items_find (ImpPassedItems *self, ImpStore *store, const GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const ImpRow *row = rows->pdata[i];
      ImpPassedItem *item = ensure_item (self, store, row, error);

      if (item == NULL)
        return FALSE;
      if (item->kind != (ImpKind) row->entity)
        return imp_admission_refuse (row, error);
      note_name (item, row);
    }
  return TRUE;
}

void
imp_passed_items_learn (ImpPassedItems *self, const ImpUuid *uuid, const ImpUuid *here)
{
  g_tree_replace (self->stand_ins, g_memdup2 (uuid, sizeof *uuid), g_memdup2 (here, sizeof *here));
}

const ImpUuid *
imp_passed_items_find_stand_in (const ImpPassedItems *self, const ImpUuid *uuid)
{
  return g_tree_lookup (self->stand_ins, uuid);
}

/* How many people of the file are called what; by order as well. */
static GTree *
count_namesakes (const ImpPassedItems *self)
{
  GTree *names =
      g_tree_new_full ((GCompareDataFunc) (void (*) (void)) g_strcmp0, NULL, g_free, NULL);

  for (GTreeNode *at = g_tree_node_first (self->items); at != NULL; at = g_tree_node_next (at))
    {
      const ImpPassedItem *item = g_tree_node_value (at);
      g_autofree char *folded = NULL;

      if (item->kind != IMP_KIND_PERSON || item->name == NULL)
        continue;
      folded = imp_text_fold (item->name);
      g_tree_replace (names, g_strdup (folded),
                      GUINT_TO_POINTER (GPOINTER_TO_UINT (g_tree_lookup (names, folded)) + 1));
    }
  return names;
}

static gboolean
is_only_one (const ImpPassedItem *item, GTree *namesakes)
{
  g_autofree char *folded = imp_text_fold (item->name);

  return item->kind != IMP_KIND_PERSON || GPOINTER_TO_UINT (g_tree_lookup (namesakes, folded)) == 1;
}

static gboolean
find_name (ImpPassedItems *self, ImpStore *store, const ImpPassedItem *item, GError **error)
{
  gboolean only = FALSE;
  ImpItem found = 0;
  ImpUuid here;

  if (!imp_store_find_name (store, item->kind, item->name, &found, &only, error))
    return FALSE;
  if (found == 0 || !only)
    return TRUE;
  if (!imp_item_read_uuid (store, found, &here, error))
    return FALSE;
  imp_passed_items_learn (self, &item->uuid, &here);
  return TRUE;
}

gboolean
imp_passed_items_find_names (ImpPassedItems *self, ImpStore *store, GError **error)
{
  g_autoptr (GTree) namesakes = count_namesakes (self);

  for (GTreeNode *at = g_tree_node_first (self->items); at != NULL; at = g_tree_node_next (at))
    {
      const ImpPassedItem *item = g_tree_node_value (at);

      if (item->item == 0 && item->name != NULL && !imp_text_is_empty (item->name)
          && imp_passed_items_find_stand_in (self, &item->uuid) == NULL
          && is_only_one (item, namesakes) && !find_name (self, store, item, error))
        return FALSE;
    }
  return TRUE;
}
