/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Small fixes: one line each, with hours, place and date in columns. */
#include "config.h"

#include "publish/imp-composer.h"
#include "publish/imp-words.h"
#include "publish/imp-rich.h"

#define HOURS_MIN  50.0 /* width of the column of hours */
#define HOURS_GAP  10.0
#define DEPTH      3.6 /* from the last baseline to the pad */
#define NOTE_DEPTH 13.7
#define NOTE_LINE  12.25
#define MAX_ROW    30 /* lines */

/* An entry, or the closing line that sums up the rest. */
typedef struct
{
  PangoLayout *hours, *text, *from;
  int n_fixes;
} Row;

typedef struct
{
  ImpFlow flow;
  const ImpComposer *composer;
  GArray *rows;
  ImpSlot hours, text, from; /* the columns, as wide as their widest entries */
  guint next;                /* the first row not taken */
} SmallFlow;

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_clear_object (&row->hours);
  g_clear_object (&row->text);
  g_clear_object (&row->from);
}

typedef char *(*FixWords) (const ImpIssueFix *fix);

/* The blank keeps it apart from the text where the page is read aloud or copied. */
static char *
get_from (const ImpIssueFix *fix)
{
  g_autofree char *from = imp_words_small_from (fix);

  return *from != '\0' ? g_strconcat (" ", from, NULL) : g_strdup ("");
}

static double
measure_widest (const SmallFlow *self, ImpStyle style, FixWords get_words)
{
  const GPtrArray *fixes = self->composer->issue->small;
  double widest = 0;

  for (guint i = 0; i < fixes->len; i++)
    {
      g_autofree char *words = get_words (fixes->pdata[i]);

      widest = MAX (widest, imp_type_measure (self->composer->type, style, words));
    }
  return widest;
}

static void
measure_columns (SmallFlow *self)
{
  const ImpGrid *grid = &self->composer->grid;
  double hours = measure_widest (self, IMP_STYLE_COLUMN, imp_words_small_hours);
  double from = measure_widest (self, IMP_STYLE_COLUMN_GREY, get_from);
  double text_x = grid->main_x;
  double end_x = grid->main_x + grid->main_width;

  if (hours > 0)
    hours = MAX (hours + 1, HOURS_MIN);
  if (hours > 0)
    text_x += hours + HOURS_GAP;
  self->hours =
      (ImpSlot) { IMP_STYLE_COLUMN, "Lbl", grid->main_x, hours, IMP_ALIGN_END, IMP_WRAP_ONE_LINE };
  self->from = (ImpSlot) { IMP_STYLE_COLUMN_GREY, NULL, end_x - from - 1, from + 1, IMP_ALIGN_END,
                           IMP_WRAP_ONE_LINE };
  if (from > 0)
    end_x -= from + 1 + IMP_GAP;
  self->text = (ImpSlot) { IMP_STYLE_LIST,     NULL,   text_x, end_x - text_x, IMP_ALIGN_START,
                           IMP_WRAP_PARAGRAPH, MAX_ROW };
}

static void
add_row (SmallFlow *self, const char *hours, const char *text, const char *from, int n_fixes)
{
  Row row = { .n_fixes = n_fixes };

  row.text = imp_composer_set (self->composer, &self->text, text);
  if (*hours != '\0')
    row.hours = imp_composer_set (self->composer, &self->hours, hours);
  if (*from != '\0')
    row.from = imp_composer_set (self->composer, &self->from, from);
  g_array_append_val (self->rows, row);
}

static void
fill_rows (SmallFlow *self)
{
  const ImpIssue *issue = self->composer->issue;
  g_autofree char *rest = imp_words_rest (issue);

  for (guint i = 0; i < issue->small->len; i++)
    {
      const ImpIssueFix *fix = issue->small->pdata[i];
      g_autofree char *hours = imp_words_small_hours (fix);
      g_autofree char *text = imp_words_small_text (fix);
      g_autofree char *from = get_from (fix);

      add_row (self, hours, text, from, 1);
    }
  if (*rest != '\0')
    add_row (self, "", rest, "", issue->rest_count);
}

static const Row *
get_row (const SmallFlow *self, guint n)
{
  return &g_array_index (self->rows, Row, n);
}

static int
count_lines (const SmallFlow *self, guint first, guint n)
{
  int lines = 0;

  for (guint i = first; i < first + n; i++)
    lines += pango_layout_get_line_count (get_row (self, i)->text);
  return lines;
}

/* How many rows fit; a heading needs two of them, and no row is left alone for the next page. */
static guint
count_rows_in (const SmallFlow *self, double room, gboolean fresh)
{
  guint left = self->rows->len - self->next;
  int max_lines = (int) ((room - IMP_HEAD_DEPTH - DEPTH - IMP_GRID_PAD_MIN) / IMP_LINE) + 1;
  guint n = 0;

  while (n < left && count_lines (self, self->next, n + 1) <= max_lines)
    n++;
  if (n + 1 == left && n > 2)
    n--;
  if (n < MIN (2, left))
    return fresh ? MAX (n, 1) : 0;
  return n;
}

static void
write_row (const SmallFlow *self, ImpBlock *block, const Row *row, double y)
{
  imp_block_begin (block, "LI");
  if (row->hours != NULL)
    imp_composer_put (self->composer, block, &self->hours, row->hours, y);
  imp_block_begin (block, "LBody");
  imp_composer_put (self->composer, block, &self->text, row->text, y);
  if (row->from != NULL)
    imp_composer_put (self->composer, block, &self->from, row->from, y);
  imp_block_end (block, "LBody");
  imp_block_end (block, "LI");
}

/* Heading and note in the rail. Returns how deep they reach. */
static double
write_heading (const SmallFlow *self, ImpBlock *block)
{
  const ImpGrid *grid = &self->composer->grid;
  g_autofree char *continued = imp_words_continued (imp_words_small_heading ());
  ImpSlot slot = { IMP_STYLE_HEADING, "H2", grid->x, grid->rail_width };
  double y =
      imp_composer_write (self->composer, block, &slot,
                          self->next == 0 ? imp_words_small_heading () : continued, IMP_HEAD_DEPTH);

  if (self->next > 0)
    return y;
  slot = (ImpSlot) { IMP_STYLE_NOTE, "P", grid->x, grid->rail_width - IMP_GAP };
  return imp_composer_write (self->composer, block, &slot, imp_words_small_note (), y + NOTE_DEPTH);
}

static ImpBlock *
small_flow_take (ImpFlow *flow, double room, gboolean fresh)
{
  SmallFlow *self = (SmallFlow *) flow;
  guint n = count_rows_in (self, room, fresh);
  double y = IMP_HEAD_DEPTH;
  double bottom;
  ImpBlock *block;

  if (n == 0)
    return NULL;
  block = imp_block_new ();
  imp_block_add_rule (block, self->composer->grid.x, self->composer->grid.text_width, 0, IMP_RULE);
  bottom = write_heading (self, block);
  imp_block_begin (block, "L");
  for (guint i = 0; i < n; i++, self->next++)
    {
      write_row (self, block, get_row (self, self->next), y);
      y += count_lines (self, self->next, 1) * IMP_LINE;
      block->n_fixes += get_row (self, self->next)->n_fixes;
    }
  imp_block_end (block, "L");
  imp_block_add_pad (block);
  block->height = MAX (bottom, y - IMP_LINE) + DEPTH;
  return block;
}

static gboolean
small_flow_is_done (const ImpFlow *flow)
{
  const SmallFlow *self = (const SmallFlow *) flow;

  return self->next == self->rows->len;
}

static void
small_flow_rewind (ImpFlow *flow)
{
  ((SmallFlow *) flow)->next = 0;
}

static void
small_flow_free (ImpFlow *flow)
{
  SmallFlow *self = (SmallFlow *) flow;

  g_array_unref (self->rows);
  g_free (self);
}

ImpFlow *
imp_small_flow_new (const ImpComposer *composer)
{
  SmallFlow *self = g_new0 (SmallFlow, 1);

  self->flow =
      (ImpFlow) { small_flow_take, small_flow_is_done, small_flow_rewind, small_flow_free };
  self->composer = composer;
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  measure_columns (self);
  fill_rows (self);
  return &self->flow;
}
