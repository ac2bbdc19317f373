/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The items whose cells are being written, so that what is read from them follows. */
#include "config.h"

#include "store/imp-touched.h"

#include "store/imp-item.h"
#include "store/imp-merged.h"

#define IS_TOUCHED 0x100
#define KIND_MASK  0xff

/* In the order of their first rows. */
typedef struct
{
  ImpItem item;
  ImpKind kind;
  gboolean fresh;
} Touched;

void
imp_touched_init (ImpTouched *self, ImpStore *store)
{
  *self = (ImpTouched) { .store = store };
  self->kinds = g_hash_table_new (NULL, NULL);
  self->items = g_array_new (FALSE, FALSE, sizeof (Touched));
  imp_affected_init (&self->affected);
}

void
imp_touched_clear (ImpTouched *self)
{
  imp_affected_clear (&self->affected);
  g_hash_table_unref (self->kinds);
  g_array_unref (self->items);
}

gboolean
imp_touched_find_kind (ImpTouched *self, ImpItem item, ImpKind *kind, GError **error)
{
  gpointer key = GSIZE_TO_POINTER ((gsize) item);
  int known = GPOINTER_TO_INT (g_hash_table_lookup (self->kinds, key));

  *kind = (ImpKind) (known & KIND_MASK);
  if (known != 0)
    return TRUE;
  if (!imp_item_read_kind (self->store, item, kind, error))
    return FALSE;
  g_hash_table_insert (self->kinds, key, GINT_TO_POINTER (*kind));
  return TRUE;
}

gboolean
imp_touched_add (ImpTouched *self, ImpItem item, ImpKind kind, gboolean fresh, GError **error)
{
  gpointer key = GSIZE_TO_POINTER ((gsize) item);
  Touched touched = { item, kind, fresh };

  if (GPOINTER_TO_INT (g_hash_table_lookup (self->kinds, key)) & IS_TOUCHED)
    return TRUE;
  g_hash_table_insert (self->kinds, key, GINT_TO_POINTER (kind | IS_TOUCHED));
  g_array_append_val (self->items, touched);
  imp_affected_add (&self->affected, kind, item, fresh);
  self->bits |= 1u << kind;
  if (fresh)
    return TRUE;
  return imp_affected_note_name (&self->affected, self->store, kind, item, error)
         && imp_affected_collect (&self->affected, self->store, kind, item, error)
         && (kind != IMP_KIND_IRRITANT || imp_derive_forget (self->store, item, error));
}

gboolean
imp_touched_for_each (ImpTouched *self, ImpItemFunc func, GError **error)
{
  for (guint i = 0; i < self->items->len; i++)
    if (!func (self->store, g_array_index (self->items, Touched, i).item, error))
      return FALSE;
  return TRUE;
}

static gboolean
project_item (ImpTouched *self, const Touched *touched, GError **error)
{
  gboolean alive = touched->fresh && !self->lives_change;

  return (alive || imp_item_is_alive (self->store, touched->item, &alive, error))
         && imp_projection_write (self->store, touched->kind, touched->item, alive, error)
         && imp_affected_collect (&self->affected, self->store, touched->kind, touched->item,
                                  error);
}

/* Where irritants were merged, what was written goes to where it counts. */
static gboolean
settle_merged (ImpTouched *self, GError **error)
{
  g_autoptr (GHashTable) settled = g_hash_table_new (NULL, NULL);
  gboolean exist;

  if (!imp_merged_exist (self->store, &exist, error))
    return FALSE;
  for (guint i = 0; exist && i < self->items->len; i++)
    {
      const Touched *touched = &g_array_index (self->items, Touched, i);

      if (!imp_merged_settle (self->store, &self->affected, settled, touched->kind, touched->item,
                              error))
        return FALSE;
    }
  return TRUE;
}

gboolean
imp_touched_project (ImpTouched *self, GError **error)
{
  for (guint i = 0; i < self->items->len; i++)
    if (!imp_store_advance (self->store, 1, error)
        || !project_item (self, &g_array_index (self->items, Touched, i), error))
      return FALSE;
  return settle_merged (self, error) && imp_derive_update (self->store, &self->affected, error);
}
