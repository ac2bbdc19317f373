/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A section of rows, broken over pages between them. */
#include "config.h"

#include "publish/imp-row-flow.h"

typedef struct
{
  ImpFlow flow;
  ImpRowSection section;
  guint next; /* the first row not taken */
} RowFlow;

static const ImpBlock *
get_head (const RowFlow *self)
{
  return self->next == 0 ? self->section.head : self->section.again;
}

static double
get_rows_y (const RowFlow *self)
{
  return self->next == 0 ? self->section.rows_y : self->section.again_y;
}

/* With the next n rows. */
static double
get_height (const RowFlow *self, guint n)
{
  double y = get_rows_y (self);

  for (guint i = self->next; i < self->next + n; i++)
    y += ((const ImpBlock *) self->section.rows->pdata[i])->height;
  return MAX (get_head (self)->height, y);
}

static guint
count_rows_in (const RowFlow *self, double room, gboolean fresh)
{
  const guint left = self->section.rows->len - self->next;
  guint n = 0;

  while (n < left && get_height (self, n + 1) + IMP_GRID_PAD_MIN <= room)
    n++;
  if (n + 1 == left && n > 2)
    n--;
  if (n < MIN (2, left))
    return fresh ? MAX (n, 1) : 0;
  return n;
}

static void
append_rows (RowFlow *self, ImpBlock *block, guint n)
{
  double y = get_rows_y (self);

  if (self->section.tag != NULL)
    imp_block_begin (block, self->section.tag);
  for (; n > 0; n--, self->next++)
    {
      const ImpBlock *row = self->section.rows->pdata[self->next];

      imp_block_append (block, row, y);
      y += row->height;
    }
  if (self->section.tag != NULL)
    imp_block_end (block, self->section.tag);
}

static ImpBlock *
row_flow_take (ImpFlow *flow, double room, gboolean fresh)
{
  RowFlow *self = (RowFlow *) flow;
  const guint n = count_rows_in (self, room, fresh);
  ImpBlock *block;

  if (n == 0)
    return NULL;
  block = imp_block_new ();
  imp_block_append (block, get_head (self), 0);
  block->height = get_height (self, n);
  append_rows (self, block, n);
  imp_block_add_pad (block);
  return block;
}

static gboolean
row_flow_is_done (const ImpFlow *flow)
{
  const RowFlow *self = (const RowFlow *) flow;

  return self->next == self->section.rows->len;
}

static void
row_flow_rewind (ImpFlow *flow)
{
  ((RowFlow *) flow)->next = 0;
}

static void
row_flow_free (ImpFlow *flow)
{
  RowFlow *self = (RowFlow *) flow;

  imp_block_free (self->section.head);
  imp_block_free (self->section.again);
  g_ptr_array_unref (self->section.rows);
  g_free (self);
}

ImpFlow *
imp_row_flow_new (const ImpRowSection *section)
{
  RowFlow *self = g_new0 (RowFlow, 1);

  self->flow = (ImpFlow) { row_flow_take, row_flow_is_done, row_flow_rewind, row_flow_free };
  self->section = *section;
  return &self->flow;
}
