/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which irritants of a list are to be changed together. */
#include "config.h"

#include "ui/irritants/imp-row-choice.h"

#include <string.h>

struct _ImpRowChoice
{
  GObject parent_instance;
  GByteArray *chosen; /* a bit for each number of an item, as far as any is chosen */
  guint n_chosen;
  gboolean choosing;
};

G_DEFINE_FINAL_TYPE (ImpRowChoice, imp_row_choice, G_TYPE_OBJECT)

static guint changed_signal;

/* A list may have a million rows, and each of them is gone through when all are chosen, and when the
 * list changes: so bits it is. */
static gboolean
has_bit (const GByteArray *bits, guint32 number)
{
  return number / 8 < bits->len && (bits->data[number / 8] & 1u << number % 8) != 0;
}

static void
make_room (GByteArray *bits, guint n_bytes)
{
  const guint before = bits->len;

  if (n_bytes <= before)
    return;
  g_byte_array_set_size (bits, n_bytes);
  memset (bits->data + before, 0, n_bytes - before);
}

static void
set_chosen (ImpRowChoice *self, ImpItem irritant, gboolean chosen)
{
  const guint32 number = (guint32) irritant;

  if (has_bit (self->chosen, number) == chosen)
    return;
  make_room (self->chosen, number / 8 + 1);
  self->chosen->data[number / 8] ^= (guint8) (1u << number % 8);
  if (chosen)
    self->n_chosen++;
  else
    self->n_chosen--;
}

static void
clear (ImpRowChoice *self)
{
  g_byte_array_set_size (self->chosen, 0);
  self->n_chosen = 0;
}

static void
emit_changed (ImpRowChoice *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
imp_row_choice_finalize (GObject *object)
{
  g_byte_array_unref (IMP_ROW_CHOICE (object)->chosen);
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
  self->chosen = g_byte_array_new ();
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
  clear (self);
  emit_changed (self);
}

guint
imp_row_choice_count (ImpRowChoice *self)
{
  return self->n_chosen;
}

gboolean
imp_row_choice_contains (ImpRowChoice *self, ImpItem irritant)
{
  return has_bit (self->chosen, (guint32) irritant);
}

void
imp_row_choice_toggle (ImpRowChoice *self, ImpItem irritant)
{
  self->choosing = TRUE;
  set_chosen (self, irritant, !imp_row_choice_contains (self, irritant));
  emit_changed (self);
}

void
imp_row_choice_add_range (ImpRowChoice *self, ImpIrritantList *list, guint from, guint to)
{
  self->choosing = TRUE;
  for (guint i = MIN (from, to); i <= MAX (from, to); i++)
    set_chosen (self, imp_irritant_list_get_item_number (list, i), TRUE);
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
    set_chosen (self, imp_irritant_list_get_item_number (list, i),
                i >= MIN (anchor, to) && i <= MAX (anchor, to));
  emit_changed (self);
}

void
imp_row_choice_keep_listed (ImpRowChoice *self, ImpIrritantList *list)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  const guint n_before = self->n_chosen;
  g_autoptr (GByteArray) before = NULL;

  if (n_before == 0)
    return;
  before = g_steal_pointer (&self->chosen);
  self->chosen = g_byte_array_sized_new (before->len);
  self->n_chosen = 0;
  for (guint i = 0; i < n && self->n_chosen < n_before; i++)
    {
      const ImpItem irritant = imp_irritant_list_get_item_number (list, i);

      if (has_bit (before, (guint32) irritant))
        set_chosen (self, irritant, TRUE);
    }
  if (self->n_chosen < n_before)
    emit_changed (self);
}

typedef struct
{
  ImpItem irritant;
  guint rank; /* from 0 */
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
      one.rank = imp_irritant_list_get_place (list, i).rank - 1; /* without one: the last */
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
