/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What stands on a page: marks in reading order. */
#include "config.h"

#include "publish/imp-mark.h"

#define ARTIFACT   "Artifact" /* decoration: a screen reader passes over it */
#define TALLY_SIZE 7.0
#define TALLY_STEP 10.5
#define BOX_LINE   1.5

typedef enum
{
  MARK_BEGIN,
  MARK_END,
  MARK_LINES,
  MARK_RULE,
  MARK_SHAPE,
  MARK_BOX,
  MARK_TALLY,
} MarkKind;

typedef struct
{
  MarkKind kind;
  int n_pads;
  const char *tag;
  double x, y, width, height;
  ImpInk ink; /* of a rule */
  ImpShape shape;
  ImpLines lines;
  int kept, due;
} Mark;

static void
clear_mark (gpointer data)
{
  Mark *mark = data;

  g_clear_object (&mark->lines.layout);
}

ImpBlock *
imp_block_new (void)
{
  ImpBlock *self = g_new0 (ImpBlock, 1);

  self->marks = g_array_new (FALSE, TRUE, sizeof (Mark));
  g_array_set_clear_func (self->marks, clear_mark);
  return self;
}

void
imp_block_free (ImpBlock *self)
{
  g_array_unref (self->marks);
  g_free (self);
}

double
imp_block_get_height (const ImpBlock *self, double pad)
{
  return self->height + self->n_pads * pad;
}

void
imp_block_add_pad (ImpBlock *self)
{
  self->n_pads++;
}

static Mark *
add_mark (ImpBlock *self, MarkKind kind)
{
  Mark *mark;

  g_array_set_size (self->marks, self->marks->len + 1);
  mark = &g_array_index (self->marks, Mark, self->marks->len - 1);
  mark->kind = kind;
  mark->n_pads = self->n_pads;
  return mark;
}

void
imp_block_begin (ImpBlock *self, const char *tag)
{
  add_mark (self, MARK_BEGIN)->tag = tag;
}

void
imp_block_end (ImpBlock *self, const char *tag)
{
  add_mark (self, MARK_END)->tag = tag;
}

void
imp_block_add_lines (ImpBlock *self, const char *tag, const ImpLines *lines, double y)
{
  Mark *mark = add_mark (self, MARK_LINES);
  int left = pango_layout_get_line_count (lines->layout) - lines->first;

  mark->tag = tag;
  mark->y = y;
  mark->lines = *lines;
  mark->lines.n = lines->n > 0 ? MIN (lines->n, left) : left;
  g_object_ref (mark->lines.layout);
}

static Mark *
add_figure (ImpBlock *self, MarkKind kind, double x, double y, double width, double height)
{
  Mark *mark = add_mark (self, kind);

  mark->x = x;
  mark->y = y;
  mark->width = width;
  mark->height = height;
  return mark;
}

void
imp_block_add_rule (ImpBlock *self, double x, double width, double y, double thickness)
{
  imp_block_add_line (self, IMP_INK_TEXT, x, width, y, thickness);
}

void
imp_block_add_line (ImpBlock *self, ImpInk ink, double x, double width, double y, double thickness)
{
  add_figure (self, MARK_RULE, x, y, width, thickness)->ink = ink;
}

void
imp_block_add_shape (ImpBlock *self, ImpShape shape, double x, double y, double size)
{
  add_figure (self, MARK_SHAPE, x, y, size, size)->shape = shape;
}

void
imp_block_add_dot (ImpBlock *self, double x, double y, double diameter)
{
  imp_block_add_shape (self, IMP_SHAPE_DISC, x - diameter / 2, y - diameter / 2, diameter);
}

void
imp_block_add_box (ImpBlock *self, double x, double width, double y, double height)
{
  add_figure (self, MARK_BOX, x, y, width, height);
}

void
imp_block_add_tally (ImpBlock *self, double x, double y, int kept, int due)
{
  Mark *mark = add_figure (self, MARK_TALLY, x, y, due * TALLY_STEP, TALLY_SIZE);

  mark->kept = kept;
  mark->due = due;
}

void
imp_block_append (ImpBlock *self, const ImpBlock *other, double y)
{
  for (guint i = 0; i < other->marks->len; i++)
    {
      Mark mark = g_array_index (other->marks, Mark, i);

      mark.y += y;
      mark.n_pads += self->n_pads;
      if (mark.lines.layout != NULL)
        g_object_ref (mark.lines.layout);
      g_array_append_val (self->marks, mark);
    }
}

/* From the start edge to the left edge. */
static double
mirror (const ImpGrid *grid, double x, double width)
{
  return grid->rtl ? grid->width - x - width : x;
}

static double
place_line (const ImpGrid *grid, const ImpLines *lines, double line_width)
{
  double left = mirror (grid, lines->x, lines->width);
  gboolean at_left = (lines->align == IMP_ALIGN_START) != grid->rtl;

  return at_left ? left : left + lines->width - line_width;
}

static void
draw_lines (const ImpLines *lines, const ImpGrid *grid, double y, cairo_t *cr)
{
  GSList *line =
      g_slist_nth (pango_layout_get_lines_readonly (lines->layout), (guint) lines->first);

  imp_ink_set (lines->ink, cr);
  for (int i = 0; i < lines->n; i++, line = line->next)
    {
      PangoRectangle extents;

      pango_layout_line_get_extents (line->data, NULL, &extents);
      cairo_move_to (cr, place_line (grid, lines, (double) extents.width / PANGO_SCALE),
                     y + i * lines->leading);
      pango_cairo_show_layout_line (cr, line->data);
    }
}

/* Rules stand centred on their y, boxes inside their frame. */
static void
draw_rule (const Mark *mark, const ImpGrid *grid, double y, cairo_t *cr)
{
  imp_ink_set (mark->ink, cr);
  cairo_rectangle (cr, mirror (grid, mark->x, mark->width), y - mark->height / 2, mark->width,
                   mark->height);
  cairo_fill (cr);
}

static void
draw_shape (const Mark *mark, const ImpGrid *grid, double y, cairo_t *cr)
{
  imp_shape_draw (mark->shape, mirror (grid, mark->x, mark->width), y, mark->width, grid->rtl, cr);
}

static void
draw_box (const Mark *mark, const ImpGrid *grid, double y, cairo_t *cr)
{
  imp_ink_set (IMP_INK_TEXT, cr);
  cairo_set_line_width (cr, BOX_LINE);
  cairo_rectangle (cr, mirror (grid, mark->x, mark->width) + BOX_LINE / 2, y + BOX_LINE / 2,
                   mark->width - BOX_LINE, mark->height - BOX_LINE);
  cairo_stroke (cr);
}

/* Missed ones differ without colour. */
static void
draw_tally (const Mark *mark, const ImpGrid *grid, double y, cairo_t *cr)
{
  for (int i = 0; i < mark->due; i++)
    imp_shape_draw (i < mark->kept ? IMP_SHAPE_FILLED : IMP_SHAPE_STRUCK,
                    mirror (grid, mark->x + i * TALLY_STEP, TALLY_SIZE), y, TALLY_SIZE, grid->rtl,
                    cr);
}

static void
begin_tag (const ImpBlock *self, const char *tag, cairo_t *cr)
{
  if (tag != NULL && !self->decoration)
    cairo_tag_begin (cr, tag, NULL);
}

static void
end_tag (const ImpBlock *self, const char *tag, cairo_t *cr)
{
  if (tag != NULL && !self->decoration)
    cairo_tag_end (cr, tag);
}

static void
draw_mark (const ImpBlock *self, const Mark *mark, const ImpGrid *grid, double y, cairo_t *cr)
{
  const char *tag = mark->kind == MARK_LINES ? mark->tag : ARTIFACT;

  begin_tag (self, tag, cr);
  if (mark->kind == MARK_LINES)
    draw_lines (&mark->lines, grid, y, cr);
  else if (mark->kind == MARK_RULE)
    draw_rule (mark, grid, y, cr);
  else if (mark->kind == MARK_SHAPE)
    draw_shape (mark, grid, y, cr);
  else if (mark->kind == MARK_BOX)
    draw_box (mark, grid, y, cr);
  else
    draw_tally (mark, grid, y, cr);
  end_tag (self, tag, cr);
}

void
imp_block_draw (const ImpBlock *self, const ImpGrid *grid, double y, double pad, cairo_t *cr)
{
  if (self->decoration)
    cairo_tag_begin (cr, ARTIFACT, NULL);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);

      if (mark->kind == MARK_BEGIN)
        begin_tag (self, mark->tag, cr);
      else if (mark->kind == MARK_END)
        end_tag (self, mark->tag, cr);
      else
        draw_mark (self, mark, grid, y + mark->y + mark->n_pads * pad, cr);
    }
  if (self->decoration)
    cairo_tag_end (cr, ARTIFACT);
}
