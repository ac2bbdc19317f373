/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The rail of a big item: hours and how we know, place and date, what to do. */
#include "config.h"

#include "publish/imp-composer.h"
#include "publish/imp-rich.h"
#include "publish/imp-words.h"

#define UNIT_LINE 10.5
#define UNIT_GAP  6.5
#define ABOUT_GAP 3.5
#define MAX_LINES 9

typedef struct
{
  const ImpComposer *composer;
  const ImpIssueFix *fix;
  ImpBlock *block;
  char *number;  /* hours; "" if not known */
  gboolean wide; /* the number leaves no room for its unit beside it */
} Rail;

static ImpSlot
get_slot (const Rail *self, ImpStyle style, const char *tag)
{
  const ImpGrid *grid = &self->composer->grid;

  return (ImpSlot) { style, tag, grid->x, grid->rail_width };
}

static double
measure (const Rail *self, ImpStyle style, const char *text)
{
  return imp_type_measure (self->composer->type, style, text);
}

static gboolean
is_wide (const Rail *self)
{
  double width = measure (self, IMP_STYLE_NUMERAL, self->number) + UNIT_GAP
                 + measure (self, IMP_STYLE_UNIT, imp_words_unit (self->fix->hours));

  if (imp_words_is_estimated (self->fix))
    width += measure (self, IMP_STYLE_RAIL, imp_words_about ()) + ABOUT_GAP;
  return width > self->composer->grid.rail_width + IMP_GAP / 2;
}

/* The title's line, the numeral's, how it is known; a wide one has its unit on a line of its own. */
static int
count_hours_lines (const Rail *self)
{
  if (*self->number == '\0')
    return 0;
  return self->wide ? 4 : 3;
}

/* The blank keeps it apart from the next word where the page is read aloud or copied. Returns
 * how wide the word is without it. */
static double
write_word (const Rail *self, const ImpSlot *slot, const char *word, double y)
{
  g_autofree char *text = g_strconcat (word, " ", NULL);

  imp_composer_write (self->composer, self->block, slot, text, y);
  return measure (self, slot->style, word);
}

static void
write_unit (const Rail *self, double x, double y)
{
  ImpSlot below = get_slot (self, IMP_STYLE_RAIL, NULL);
  ImpSlot beside = get_slot (self, IMP_STYLE_UNIT, NULL);
  const char *unit = imp_words_unit (self->fix->hours);
  g_autofree char *line = imp_rich_clean (unit);

  beside.x = x;
  if (self->wide)
    imp_composer_write (self->composer, self->block, &below, line, y + IMP_LINE);
  else
    imp_composer_write (self->composer, self->block, &beside, unit, y - UNIT_LINE);
}

static void
write_hours (const Rail *self, double y)
{
  ImpSlot slot = get_slot (self, IMP_STYLE_RAIL, NULL);

  imp_block_begin (self->block, "P");
  if (imp_words_is_estimated (self->fix))
    slot.x += write_word (self, &slot, imp_words_about (), y) + ABOUT_GAP;
  slot.style = IMP_STYLE_NUMERAL;
  slot.x += write_word (self, &slot, self->number, y) + UNIT_GAP;
  write_unit (self, slot.x, y);
  imp_block_end (self->block, "P");
}

static int
write_known_hours (const Rail *self)
{
  ImpSlot note = get_slot (self, IMP_STYLE_NOTE, "P");
  int n = count_hours_lines (self);

  if (n == 0)
    return 0;
  write_hours (self, IMP_LINE);
  imp_composer_write (self->composer, self->block, &note, imp_words_hours_kind (self->fix),
                      (n - 1) * IMP_LINE);
  return n;
}

/* Place and duty from a line on, if there is room. Returns their number of lines. */
static int
write_place (const Rail *self, int line)
{
  ImpSlot slot = get_slot (self, IMP_STYLE_RAIL, "P");
  g_autofree char *where = imp_words_where (self->fix);
  g_autofree char *todo = imp_words_todo (self->fix);
  g_autoptr (PangoLayout) where_lines = imp_composer_set (self->composer, &slot, where);
  g_autoptr (PangoLayout) todo_lines = imp_composer_set (self->composer, &slot, todo);
  int n_where = pango_layout_get_line_count (where_lines);
  int n_todo = pango_layout_get_line_count (todo_lines);

  if (line + n_where + n_todo > MAX_LINES)
    return 0;
  imp_composer_put (self->composer, self->block, &slot, where_lines, line * IMP_LINE);
  imp_composer_put (self->composer, self->block, &slot, todo_lines, (line + n_where) * IMP_LINE);
  return n_where + n_todo;
}

ImpBlock *
imp_item_rail_new (const ImpComposer *composer,
                   const ImpIssueFix *fix,
                   int *n_lines,
                   gboolean *crowded)
{
  g_autofree char *number = imp_words_number (fix->hours);
  Rail rail = { .composer = composer, .fix = fix, .number = number, .block = imp_block_new () };
  int n_place;

  rail.wide = is_wide (&rail);
  *n_lines = write_known_hours (&rail);
  n_place = write_place (&rail, *n_lines);
  *crowded = n_place == 0;
  *n_lines += n_place;
  return rail.block;
}
