/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A big item: the rail, the title, and the labelled parts in the main column. */
#include "config.h"

#include "publish/imp-composer.h"
#include "publish/imp-rich.h"
#include "publish/imp-words.h"

#define TITLE_DEPTH 15.4 /* from the pad to the title's baseline */
#define DEPTH       3.55 /* from the last baseline to the pad */
#define MAX_TITLE   6

/* Everything stands on lines of 14 points that rail and main share; line 0 is the title's. */
typedef struct
{
  ImpFlow flow;
  const ImpComposer *composer;
  const ImpIssueFix *fix;
  GPtrArray *parts;   /* of ImpPart */
  GPtrArray *layouts; /* of PangoLayout, one for each part */
  ImpSlot title_slot;
  PangoLayout *title, *continued;
  ImpBlock *rail;
  int n_rail; /* lines */
  guint part; /* the first one not taken, */
  int line;   /* and its first line not taken */
  gboolean begun;
} ItemFlow;

static double
get_text_x (const ItemFlow *self)
{
  return self->composer->grid.main_x + self->composer->label_width;
}

static ImpSlot
get_slot (const ItemFlow *self, ImpPartKind kind)
{
  const ImpGrid *grid = &self->composer->grid;
  ImpSlot slot = { IMP_STYLE_BODY, NULL, get_text_x (self),
                   grid->main_width - self->composer->label_width };

  if (kind == IMP_PART_SAID)
    slot.style = IMP_STYLE_QUOTE;
  else if (kind == IMP_PART_NOW)
    slot.style = IMP_STYLE_BODY_STRONG;
  else if (kind == IMP_PART_COUNT || kind == IMP_PART_THANKS)
    slot.style = IMP_STYLE_CREDIT;
  return slot;
}

static void
append_part (ItemFlow *self, ImpPartKind kind, const char *rich)
{
  g_ptr_array_add (self->parts, imp_part_new (kind, rich));
}

/* Where they are too long for the rail, place and duty are parts of the main column. */
static void
append_rail_parts (ItemFlow *self)
{
  g_autofree char *where = imp_words_where (self->fix);
  g_autofree char *todo = imp_rich_clean (self->fix->todo);

  append_part (self, IMP_PART_WHERE, where);
  if (*todo != '\0')
    append_part (self, IMP_PART_TODO, todo);
}

static void
fill_main (ItemFlow *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const ImpPart *part = self->parts->pdata[i];
      ImpSlot slot = get_slot (self, part->kind);

      g_ptr_array_add (self->layouts, imp_composer_set (self->composer, &slot, part->text));
    }
}

static void
write_part (const ItemFlow *self, ImpBlock *block, guint n, int first, int n_lines, double y)
{
  const ImpPart *part = self->parts->pdata[n];
  ImpSlot slot = get_slot (self, part->kind);
  ImpSlot label = imp_composer_get_label_slot (self->composer, part->kind);
  ImpLines lines = { .layout = self->layouts->pdata[n],
                     .leading = IMP_LINE,
                     .ink = imp_style_get_ink (slot.style),
                     .x = slot.x,
                     .width = slot.width,
                     .first = first,
                     .n = n_lines };

  imp_block_begin (block, "P");
  imp_composer_put (self->composer, block, &label, self->composer->labels[part->kind], y);
  imp_block_add_lines (block, NULL, &lines, y);
  imp_block_end (block, "P");
}

static int
count_left (const ItemFlow *self, guint part)
{
  int n = pango_layout_get_line_count (self->layouts->pdata[part]);

  return part == self->part ? n - self->line : n;
}

static int
count_all_left (const ItemFlow *self)
{
  int n = 0;

  for (guint i = self->part; i < self->parts->len; i++)
    n += count_left (self, i);
  return n;
}

/* Takes parts, from line `row` on, as long as they end before `n_rows`; a part is broken only
 * where it stands alone. Returns the number of rows used. */
static int
take_parts (ItemFlow *self, ImpBlock *block, int row, int n_rows, double y)
{
  int first_row = row;

  while (self->part < self->parts->len)
    {
      int left = count_left (self, self->part);
      int n = MIN (left, n_rows - row);

      if (n < left && row > first_row)
        break;
      write_part (self, block, self->part, self->line, n, y + row * IMP_LINE);
      row += n;
      self->line += n;
      if (n < left)
        break;
      self->part++;
      self->line = 0;
    }
  return row;
}

static void
set_titles (ItemFlow *self)
{
  const ImpGrid *grid = &self->composer->grid;
  g_autofree char *title = imp_rich_clean (self->fix->title);
  g_autofree char *continued = imp_words_continued (title);

  self->title_slot =
      (ImpSlot) { IMP_STYLE_ITEM,    "H2",     grid->main_x, grid->main_width, IMP_ALIGN_START,
                  IMP_WRAP_BALANCED, MAX_TITLE };
  self->title = imp_composer_set (self->composer, &self->title_slot, title);
  self->continued = imp_composer_set (self->composer, &self->title_slot, continued);
}

static double
get_height (int n_rows)
{
  return TITLE_DEPTH + (n_rows - 1) * IMP_LINE + DEPTH;
}

static int
count_rows_in (double room)
{
  return (int) ((room - 2 * IMP_GRID_PAD_MIN - TITLE_DEPTH - DEPTH) / IMP_LINE) + 1;
}

static ImpBlock *
item_flow_take (ImpFlow *flow, double room, gboolean fresh)
{
  ItemFlow *self = (ItemFlow *) flow;
  PangoLayout *title = self->begun ? self->continued : self->title;
  int n_title = pango_layout_get_line_count (title);
  int n_rail = self->begun ? 0 : self->n_rail;
  int n_rows = MAX (n_title + count_all_left (self), n_rail);
  ImpBlock *block;

  if (n_rows > count_rows_in (room) && !fresh)
    return NULL;
  n_rows = CLAMP (n_rows, n_title + 1, MAX (count_rows_in (room), n_title + 1));
  block = imp_block_new ();
  block->n_big = block->n_fixes = !self->begun;
  imp_block_add_rule (block, self->composer->grid.x, self->composer->grid.text_width, 0, IMP_RULE);
  imp_block_add_pad (block);
  imp_composer_put (self->composer, block, &self->title_slot, title, TITLE_DEPTH);
  if (!self->begun)
    imp_block_append (block, self->rail, TITLE_DEPTH);
  n_rows = take_parts (self, block, n_title, n_rows, TITLE_DEPTH);
  imp_block_add_pad (block);
  block->height = get_height (MAX (n_rows, n_rail));
  self->begun = TRUE;
  return block;
}

static gboolean
item_flow_is_done (const ImpFlow *flow)
{
  const ItemFlow *self = (const ItemFlow *) flow;

  return self->begun && self->part == self->parts->len;
}

static void
item_flow_rewind (ImpFlow *flow)
{
  ItemFlow *self = (ItemFlow *) flow;

  self->part = 0;
  self->line = 0;
  self->begun = FALSE;
}

static void
item_flow_free (ImpFlow *flow)
{
  ItemFlow *self = (ItemFlow *) flow;

  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->layouts);
  g_object_unref (self->title);
  g_object_unref (self->continued);
  imp_block_free (self->rail);
  g_free (self);
}

ImpFlow *
imp_item_flow_new (const ImpComposer *composer, const ImpIssueFix *fix)
{
  ItemFlow *self = g_new0 (ItemFlow, 1);
  gboolean crowded;

  self->flow =
      (ImpFlow) { item_flow_take, item_flow_is_done, item_flow_rewind, item_flow_free, TRUE };
  self->composer = composer;
  self->fix = fix;
  self->parts = imp_words_get_parts (fix);
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  set_titles (self);
  self->rail = imp_item_rail_new (composer, fix, &self->n_rail, &crowded);
  if (crowded)
    append_rail_parts (self);
  fill_main (self);
  return &self->flow;
}
