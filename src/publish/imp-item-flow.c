/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A big item: hours, place and what to do in the rail, the labelled parts in the main column. */
#include "config.h"

#include "publish/imp-composer.h"
#include "publish/imp-rich.h"
#include "publish/imp-words.h"

#define TITLE_DEPTH 15.4 /* from the pad to the title's baseline */
#define DEPTH       3.55 /* from the last baseline to the pad */
#define UNIT_LINE   10.5
#define UNIT_GAP    6.5
#define ABOUT_GAP   3.5
#define MAX_TITLE   6
#define MAX_RAIL    9 /* lines; what does not fit goes to the main column */

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
  PangoLayout *where, *todo; /* of the rail; NULL if they are parts */
  guint part;                /* the first one not taken, */
  int line;                  /* and its first line not taken */
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

static ImpSlot
get_rail_slot (const ItemFlow *self, ImpStyle style)
{
  const ImpGrid *grid = &self->composer->grid;

  return (ImpSlot) { style, "P", grid->x, grid->rail_width };
}

static gboolean
has_hours (const ItemFlow *self)
{
  g_autofree char *number = imp_words_number (self->fix->hours);

  return *number != '\0';
}

/* A number with many figures leaves no room for its unit beside it. */
static gboolean
is_wide (const ItemFlow *self)
{
  const ImpComposer *composer = self->composer;
  g_autofree char *number = imp_words_number (self->fix->hours);
  double width =
      imp_type_measure (composer->type, IMP_STYLE_NUMERAL, number) + UNIT_GAP
      + imp_type_measure (composer->type, IMP_STYLE_UNIT, imp_words_unit (self->fix->hours));

  if (imp_words_is_estimated (self->fix))
    width += imp_type_measure (composer->type, IMP_STYLE_RAIL, imp_words_about ()) + ABOUT_GAP;
  return width > composer->grid.rail_width + IMP_GAP / 2;
}

/* Title's line, numeral, how it is known; a wide number has its unit on a line of its own. */
static int
count_hours_lines (const ItemFlow *self)
{
  if (!has_hours (self))
    return 0;
  return is_wide (self) ? 4 : 3;
}

static int
count_rail_lines (const ItemFlow *self)
{
  int n = count_hours_lines (self);

  if (self->where != NULL)
    n += pango_layout_get_line_count (self->where);
  if (self->todo != NULL)
    n += pango_layout_get_line_count (self->todo);
  return n;
}

static void
append_part (ItemFlow *self, ImpPartKind kind, const char *rich)
{
  g_ptr_array_add (self->parts, imp_part_new (kind, rich));
}

/* Place and duty belong in the rail. Where they are long they are parts of the main column. */
static void
fill_rail (ItemFlow *self)
{
  ImpSlot slot = get_rail_slot (self, IMP_STYLE_RAIL);
  g_autofree char *where = imp_words_where (self->fix);
  g_autofree char *todo = imp_words_todo (self->fix);
  g_autofree char *what = imp_rich_clean (self->fix->todo);

  self->where = imp_composer_set (self->composer, &slot, where);
  self->todo = imp_composer_set (self->composer, &slot, todo);
  if (count_rail_lines (self) <= MAX_RAIL)
    return;
  g_clear_object (&self->where);
  g_clear_object (&self->todo);
  append_part (self, IMP_PART_WHERE, where);
  if (*what != '\0')
    append_part (self, IMP_PART_TODO, what);
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

/* The blank keeps it apart from the next word where the page is read aloud or copied. */
static void
write_word (const ItemFlow *self, ImpBlock *block, const ImpSlot *slot, const char *word, double y)
{
  g_autofree char *text = g_strconcat (word, " ", NULL);

  imp_composer_write (self->composer, block, slot, text, y);
}

static void
write_unit_below (const ItemFlow *self, ImpBlock *block, double y)
{
  ImpSlot slot = { IMP_STYLE_RAIL, NULL, self->composer->grid.x, self->composer->grid.rail_width };
  g_autofree char *unit = imp_rich_clean (imp_words_unit (self->fix->hours));

  imp_composer_write (self->composer, block, &slot, unit, y);
}

static void
write_hours (const ItemFlow *self, ImpBlock *block, double y)
{
  const ImpComposer *composer = self->composer;
  ImpSlot slot = { IMP_STYLE_RAIL, NULL, composer->grid.x, composer->grid.rail_width };
  g_autofree char *number = imp_words_number (self->fix->hours);
  const char *about = imp_words_about ();

  imp_block_begin (block, "P");
  if (imp_words_is_estimated (self->fix))
    {
      write_word (self, block, &slot, about, y);
      slot.x += imp_type_measure (composer->type, slot.style, about) + ABOUT_GAP;
    }
  slot.style = IMP_STYLE_NUMERAL;
  write_word (self, block, &slot, number, y);
  slot.x += imp_type_measure (composer->type, slot.style, number) + UNIT_GAP;
  slot.style = IMP_STYLE_UNIT;
  if (is_wide (self))
    write_unit_below (self, block, y + IMP_LINE);
  else
    imp_composer_write (composer, block, &slot, imp_words_unit (self->fix->hours), y - UNIT_LINE);
  imp_block_end (block, "P");
}

static void
write_rail (const ItemFlow *self, ImpBlock *block, double y)
{
  ImpSlot note = get_rail_slot (self, IMP_STYLE_NOTE);
  ImpSlot slot = get_rail_slot (self, IMP_STYLE_RAIL);

  if (has_hours (self))
    {
      write_hours (self, block, y + IMP_LINE);
      y += count_hours_lines (self) * IMP_LINE;
      imp_composer_write (self->composer, block, &note, imp_words_hours_kind (self->fix),
                          y - IMP_LINE);
    }
  if (self->where != NULL)
    y = imp_composer_put (self->composer, block, &slot, self->where, y) + IMP_LINE;
  if (self->todo != NULL)
    imp_composer_put (self->composer, block, &slot, self->todo, y);
}

static void
write_part (const ItemFlow *self, ImpBlock *block, guint n, int first, int n_lines, double y)
{
  const ImpPart *part = self->parts->pdata[n];
  ImpSlot slot = get_slot (self, part->kind);
  gboolean grey = part->kind == IMP_PART_COUNT || part->kind == IMP_PART_THANKS;
  ImpSlot label = { grey ? IMP_STYLE_LABEL_GREY : IMP_STYLE_LABEL,
                    NULL,
                    self->composer->grid.main_x,
                    self->composer->label_width - 1,
                    IMP_ALIGN_START,
                    IMP_WRAP_ONE_LINE };
  ImpLines lines = { .layout = self->layouts->pdata[n],
                     .leading = IMP_LINE,
                     .ink = imp_style_get_ink (slot.style),
                     .x = slot.x,
                     .width = slot.width,
                     .first = first,
                     .n = n_lines };

  imp_block_begin (block, "P");
  write_word (self, block, &label, part->label, y);
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
  int n_rail = self->begun ? 0 : count_rail_lines (self);
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
    write_rail (self, block, TITLE_DEPTH);
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
  g_clear_object (&self->where);
  g_clear_object (&self->todo);
  g_free (self);
}

ImpFlow *
imp_item_flow_new (const ImpComposer *composer, const ImpIssueFix *fix)
{
  ItemFlow *self = g_new0 (ItemFlow, 1);

  self->flow =
      (ImpFlow) { item_flow_take, item_flow_is_done, item_flow_rewind, item_flow_free, TRUE };
  self->composer = composer;
  self->fix = fix;
  self->parts = imp_words_get_parts (fix);
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  set_titles (self);
  fill_rail (self);
  fill_main (self);
  return &self->flow;
}
