/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The pages about a round, laid out. */
#include "config.h"

#include "publish/imp-round-sheets.h"

#define FILLED_PAD 10.5 /* between sections, where what is spare goes to what is filled */

struct _ImpRoundSheets
{
  ImpPages parent_instance;

  ImpRoundFrame *frame;
  ImpBlock *head, *running_head;
  GPtrArray *columns; /* of GPtrArray of ImpSheet */
};

G_DEFINE_FINAL_TYPE (ImpRoundSheets, imp_round_sheets, IMP_TYPE_PAGES)

static void
draw_sheet (ImpRoundSheets *self, const ImpSheet *sheet, cairo_t *cr)
{
  double y = sheet->y;

  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const ImpBlock *block = sheet->blocks->pdata[i];

      imp_block_draw (block, &self->frame->grid, y, sheet->pad, cr);
      y += imp_block_get_height (block, sheet->pad);
    }
}

static void
imp_round_sheets_draw (ImpPages *pages, int n, cairo_t *cr)
{
  ImpRoundSheets *self = IMP_ROUND_SHEETS (pages);
  g_autoptr (ImpBlock) foot =
      imp_round_frame_create_foot (self->frame, n + 1, imp_pages_get_n_pages (pages));

  imp_block_draw (n == 0 ? self->head : self->running_head, &self->frame->grid, 0, 0, cr);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const GPtrArray *sheets = self->columns->pdata[i];

      if ((guint) n < sheets->len)
        draw_sheet (self, sheets->pdata[n], cr);
    }
  imp_block_draw (foot, &self->frame->grid, 0, 0, cr);
}

static void
imp_round_sheets_finalize (GObject *object)
{
  ImpRoundSheets *self = IMP_ROUND_SHEETS (object);

  g_clear_pointer (&self->head, imp_block_free);
  g_clear_pointer (&self->running_head, imp_block_free);
  g_ptr_array_unref (self->columns);
  g_clear_pointer (&self->frame, imp_round_frame_free);
  G_OBJECT_CLASS (imp_round_sheets_parent_class)->finalize (object);
}

static void
imp_round_sheets_class_init (ImpRoundSheetsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = imp_round_sheets_finalize;
  IMP_PAGES_CLASS (klass)->draw = imp_round_sheets_draw;
}

static void
imp_round_sheets_init (ImpRoundSheets *self)
{
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

ImpRoundSheets *
imp_round_sheets_new (ImpRoundFrame *frame, const char *language, const ImpPaper *paper)
{
  ImpRoundSheets *self = g_object_new (IMP_TYPE_ROUND_SHEETS, NULL);
  const ImpPagesInfo info = { frame->title, frame->series, frame->organisation, language };

  imp_pages_set_paper (IMP_PAGES (self), paper, FALSE);
  imp_pages_set_info (IMP_PAGES (self), &info);
  self->frame = frame;
  self->head = imp_round_frame_create_head (frame);
  self->running_head = imp_round_frame_create_running_head (frame);
  return self;
}

ImpFrame
imp_round_sheets_get_room (const ImpRoundSheets *self)
{
  return (ImpFrame) { .first_y = self->head->height,
                      .next_y = IMP_SHEET_NEXT_Y,
                      .bottom = self->frame->grid.height - IMP_ROUND_BOTTOM };
}

void
imp_round_sheets_add_column (ImpRoundSheets *self, GPtrArray *sheets)
{
  const int n_pages = imp_pages_get_n_pages (IMP_PAGES (self));

  g_ptr_array_add (self->columns, sheets);
  imp_pages_set_n_pages (IMP_PAGES (self), MAX (n_pages, (int) sheets->len));
}

typedef struct
{
  ImpFlow flow;
  double min_height;
  gboolean done;
} FillFlow;

static ImpBlock *
fill_flow_take (ImpFlow *flow, double room, gboolean fresh)
{
  FillFlow *self = (FillFlow *) flow;
  ImpBlock *block;

  if (self->min_height > room && !fresh)
    return NULL;
  block = imp_block_new ();
  block->height = self->min_height;
  self->done = TRUE;
  return block;
}

static gboolean
fill_flow_is_done (const ImpFlow *flow)
{
  return ((const FillFlow *) flow)->done;
}

static void
fill_flow_rewind (ImpFlow *flow)
{
  ((FillFlow *) flow)->done = FALSE;
}

static void
fill_flow_free (ImpFlow *flow)
{
  g_free (flow);
}

ImpFlow *
imp_fill_flow_new (double min_height)
{
  FillFlow *self = g_new0 (FillFlow, 1);

  self->flow = (ImpFlow) { fill_flow_take, fill_flow_is_done, fill_flow_rewind, fill_flow_free };
  self->min_height = min_height;
  return &self->flow;
}

void
imp_round_sheets_fill (const ImpRoundSheets *self,
                       GPtrArray *sheets,
                       ImpFiller filler,
                       gpointer data)
{
  ImpSheet *sheet = sheets->pdata[sheets->len - 1];
  const guint last = sheet->blocks->len - 1;
  double y = sheet->y;

  sheet->pad = MIN (sheet->pad, FILLED_PAD);
  for (guint i = 0; i < last; i++)
    y += imp_block_get_height (sheet->blocks->pdata[i], sheet->pad);
  g_ptr_array_remove_index (sheet->blocks, last);
  g_ptr_array_add (sheet->blocks, filler (data, imp_round_sheets_get_room (self).bottom - y));
}
