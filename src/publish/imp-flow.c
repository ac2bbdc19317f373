/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Dividing what is told over pages. */
#include "config.h"

#include "publish/imp-flow.h"

#define NOWHERE G_MAXUINT

typedef struct
{
  GPtrArray *sheets;
  const ImpFrame *frame;
  double reserve; /* kept free at the bottom of page one */
} Division;

void
imp_flow_free (ImpFlow *self)
{
  self->free (self);
}

void
imp_sheet_free (ImpSheet *self)
{
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

int
imp_sheet_count_fixes (const ImpSheet *self)
{
  int n = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    n += ((const ImpBlock *) self->blocks->pdata[i])->n_fixes;
  return n;
}

static int
count_big (const ImpSheet *sheet)
{
  int n = 0;

  for (guint i = 0; i < sheet->blocks->len; i++)
    n += ((const ImpBlock *) sheet->blocks->pdata[i])->n_big;
  return n;
}

static ImpSheet *
add_sheet (Division *division)
{
  ImpSheet *sheet = g_new0 (ImpSheet, 1);

  sheet->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_block_free);
  sheet->y = division->sheets->len == 0 ? division->frame->first_y : division->frame->next_y;
  g_ptr_array_add (division->sheets, sheet);
  return sheet;
}

static double
get_height (const ImpSheet *sheet, double pad)
{
  double height = 0;

  for (guint i = 0; i < sheet->blocks->len; i++)
    height += imp_block_get_height (sheet->blocks->pdata[i], pad);
  return height;
}

static double
get_bottom (const Division *division, const ImpSheet *sheet)
{
  gboolean first = sheet == division->sheets->pdata[0];

  return division->frame->bottom - (first ? division->reserve : 0);
}

static double
get_room (const Division *division, const ImpSheet *sheet)
{
  return get_bottom (division, sheet) - sheet->y - get_height (sheet, IMP_GRID_PAD_MIN);
}

static ImpSheet *
get_last (const Division *division)
{
  return division->sheets->pdata[division->sheets->len - 1];
}

static void
place (Division *division, ImpFlow *flow)
{
  while (!flow->is_done (flow))
    {
      ImpSheet *sheet = get_last (division);
      gboolean fresh = sheet->blocks->len == 0;
      ImpBlock *block = flow->take (flow, get_room (division, sheet), fresh);

      if (block != NULL)
        g_ptr_array_add (sheet->blocks, block);
      else if (fresh)
        g_return_if_reached (); /* a flow that breaks its promise */
      if (!flow->is_done (flow))
        add_sheet (division);
    }
}

/* Spare height is shared between the sections. */
static void
share_height (Division *division)
{
  for (guint i = 0; i < division->sheets->len; i++)
    {
      ImpSheet *sheet = division->sheets->pdata[i];
      double spare = get_bottom (division, sheet) - sheet->y - get_height (sheet, 0);
      double n_pads = get_height (sheet, 1) - get_height (sheet, 0);

      sheet->pad = n_pads > 0 ? CLAMP (spare / n_pads, IMP_GRID_PAD_MIN, IMP_GRID_PAD_MAX)
                              : IMP_GRID_PAD_MIN;
    }
}

static GPtrArray *
divide (GPtrArray *flows, const ImpFrame *frame, double reserve, guint break_before)
{
  Division division = { .frame = frame, .reserve = reserve };

  division.sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_sheet_free);
  add_sheet (&division);
  for (guint i = 0; i < flows->len; i++)
    {
      ImpFlow *flow = flows->pdata[i];

      flow->rewind (flow);
      if (i == break_before && get_last (&division)->blocks->len > 0)
        add_sheet (&division);
      place (&division, flow);
    }
  share_height (&division);
  return division.sheets;
}

/* The flow to start the last page with, so that it does not hold a single big item. */
static guint
find_better_break (GPtrArray *flows, GPtrArray *sheets)
{
  const ImpSheet *last = sheets->pdata[sheets->len - 1];
  guint n_seen = 0;

  if (sheets->len < 2 || count_big (last) != 1 || count_big (sheets->pdata[sheets->len - 2]) < 2)
    return NOWHERE;
  for (guint i = flows->len; i > 0; i--)
    {
      n_seen += ((const ImpFlow *) flows->pdata[i - 1])->is_big;
      if (n_seen == 2)
        return i - 1;
    }
  return NOWHERE;
}

GPtrArray *
imp_flow_divide (GPtrArray *flows, const ImpFrame *frame)
{
  GPtrArray *sheets = divide (flows, frame, 0, NOWHERE);
  guint break_before;

  if (sheets->len == 1)
    return sheets;
  g_ptr_array_unref (sheets);
  sheets = divide (flows, frame, frame->more_height, NOWHERE);
  break_before = find_better_break (flows, sheets);
  if (break_before == NOWHERE)
    return sheets;
  g_ptr_array_unref (sheets);
  return divide (flows, frame, frame->more_height, break_before);
}
