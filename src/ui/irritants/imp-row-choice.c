/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which irritants of a list are to be changed together. */
#include "config.h"

#include "ui/irritants/imp-row-choice.h"

struct _ImpRowChoice
{
  GObject parent_instance;
  GHashTable *items; /* of numbers */
  gboolean choosing;
};

G_DEFINE_FINAL_TYPE (ImpRowChoice, imp_row_choice, G_TYPE_OBJECT)

static guint changed_signal;

static gpointer
to_key (ImpItem irritant)
{
  return GSIZE_TO_POINTER ((gsize) irritant);
}

static void
emit_changed (ImpRowChoice *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
imp_row_choice_finalize (GObject *object)
{
  g_hash_table_unref (IMP_ROW_CHOICE (object)->items);
  G_OBJECT_CLASS (imp_row_choice_parent_class)->finalize (object);
}

static void
imp_row_choice_class_init (ImpRowChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = imp_row_choice_finalize;
  changed_signal = g_signal_new ("changed", IMP_TYPE_ROW_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
imp_row_choice_init (ImpRowChoice *self)
{
  self->items = g_hash_table_new (NULL, NULL);
}

ImpRowChoice *
imp_row_choice_new (void)
{
  return g_object_new (IMP_TYPE_ROW_CHOICE, NULL);
}

gboolean
imp_row_choice_is_choosing (ImpRowChoice *self)
{
  return self->choosing;
}

void
imp_row_choice_set_choosing (ImpRowChoice *self, gboolean choosing)
{
  if (self->choosing == choosing)
    return;
  self->choosing = choosing;
  g_hash_table_remove_all (self->items);
  emit_changed (self);
}

guint
imp_row_choice_count (ImpRowChoice *self)
{
  return g_hash_table_size (self->items);
}

gboolean
imp_row_choice_contains (ImpRowChoice *self, ImpItem irritant)
{
  return g_hash_table_contains (self->items, to_key (irritant));
}

void
imp_row_choice_toggle (ImpRowChoice *self, ImpItem irritant)
{
  self->choosing = TRUE;
  if (!g_hash_table_remove (self->items, to_key (irritant)))
    g_hash_table_add (self->items, to_key (irritant));
  emit_changed (self);
}

void
imp_row_choice_add_range (ImpRowChoice *self, ImpIrritantList *list, guint from, guint to)
{
  self->choosing = TRUE;
  for (guint i = MIN (from, to); i <= MAX (from, to); i++)
    g_hash_table_add (self->items, to_key (imp_irritant_list_get_item_number (list, i)));
  emit_changed (self);
}

/* Only what is between the two ends changes. */
void
imp_row_choice_move_end (ImpRowChoice *self,
                         ImpIrritantList *list,
                         guint anchor,
                         guint before,
                         guint to)
{
  const guint from = before != G_MAXUINT ? before : anchor;

  self->choosing = TRUE;
  for (guint i = MIN (from, to); i <= MAX (from, to); i++)
    {
      gpointer key = to_key (imp_irritant_list_get_item_number (list, i));

      if (i >= MIN (anchor, to) && i <= MAX (anchor, to))
        g_hash_table_add (self->items, key);
      else
        g_hash_table_remove (self->items, key);
    }
  emit_changed (self);
}

void
imp_row_choice_keep_listed (ImpRowChoice *self, ImpIrritantList *list)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autoptr (GHashTable) before = NULL;

  if (imp_row_choice_count (self) == 0)
    return;
  before = g_steal_pointer (&self->items);
  self->items = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n && imp_row_choice_count (self) < g_hash_table_size (before); i++)
    {
      gpointer key = to_key (imp_irritant_list_get_item_number (list, i));

      if (g_hash_table_contains (before, key))
        g_hash_table_add (self->items, key);
    }
  if (imp_row_choice_count (self) < g_hash_table_size (before))
    emit_changed (self);
}

typedef struct
{
  ImpItem irritant;
  guint rank;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *x = a, *y = b;

  return (x->rank > y->rank) - (x->rank < y->rank);
}

/* What is pinned stands first in the list, whatever its rank. */
static GArray *
list_ranked (ImpRowChoice *self, ImpIrritantList *list)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < n; i++)
    {
      Ranked one = { imp_irritant_list_get_item_number (list, i), 0 };

      if (!imp_row_choice_contains (self, one.irritant))
        continue;
      one.rank = imp_irritant_list_get_place (list, i).rank;
      g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_ranked);
  return ranked;
}

GArray *
imp_row_choice_dup_items (ImpRowChoice *self, ImpIrritantList *list)
{
  g_autoptr (GArray) ranked = list_ranked (self, list);
  GArray *items = g_array_sized_new (FALSE, FALSE, sizeof (ImpItem), ranked->len);

  for (guint i = 0; i < ranked->len; i++)
    g_array_append_val (items, g_array_index (ranked, Ranked, i).irritant);
  return items;
}
