/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Coming next and Not now, side by side; What works, alone. */
#include "config.h"

#include "publish/imp-composer.h"
#include "publish/imp-words.h"
#include "publish/imp-rich.h"

#define ENTRY_GAP 3.5
#define DATE_GAP  10.5
#define DEPTH     8.1 /* from the last baseline to the pad */
#define MAX_ENTRY 20  /* lines */

typedef struct
{
  PangoLayout *date, *text;
} Entry;

/* One of the two. Empty: without entries, nothing of it is printed. */
typedef struct
{
  const char *heading;
  GArray *entries; /* of Entry */
  double x, width;
  ImpSlot date, text;
  guint next;
} Column;

typedef struct
{
  ImpFlow flow;
  const ImpComposer *composer;
  Column columns[2];
} PairFlow;

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->date);
  g_clear_object (&entry->text);
}

static double
measure_dates (const ImpComposer *composer, const GPtrArray *lines)
{
  double widest = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *day = imp_date_to_words (((const ImpIssueLine *) lines->pdata[i])->date);

      widest = MAX (widest, imp_type_measure (composer->type, IMP_STYLE_LABEL, day));
    }
  return widest > 0 ? widest + DATE_GAP : 0;
}

static void
measure_column (const PairFlow *self, Column *column, double x, double width, double date_width)
{
  column->x = x;
  column->width = width;
  column->date =
      (ImpSlot) { IMP_STYLE_LABEL, "Lbl", x, date_width, IMP_ALIGN_START, IMP_WRAP_ONE_LINE };
  column->text = (ImpSlot) { IMP_STYLE_LIST,  "LBody",
                             x + date_width,  width - date_width - IMP_GAP,
                             IMP_ALIGN_START, IMP_WRAP_PARAGRAPH,
                             MAX_ENTRY };
}

static void
fill_column (const PairFlow *self,
             Column *column,
             const GPtrArray *lines,
             char *(*get_text) (const ImpIssueLine *line))
{
  column->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (column->entries, clear_entry);
  for (guint i = 0; i < lines->len; i++)
    {
      const ImpIssueLine *line = lines->pdata[i];
      g_autofree char *text = get_text (line);
      g_autofree char *day = imp_date_to_words (line->date);
      Entry entry = { NULL, imp_composer_set (self->composer, &column->text, text) };

      if (*day != '\0')
        entry.date = imp_composer_set (self->composer, &column->date, day);
      g_array_append_val (column->entries, entry);
    }
}

static const Entry *
get_entry (const Column *column, guint n)
{
  return &g_array_index (column->entries, Entry, n);
}

/* Height of the first n entries not taken, from the rule to the pad; 0 without entries. */
static double
get_height (const Column *column, guint n)
{
  double height = IMP_HEAD_DEPTH + IMP_HEAD_LINE - IMP_LINE - ENTRY_GAP + DEPTH;

  for (guint i = column->next; i < column->next + n; i++)
    height += pango_layout_get_line_count (get_entry (column, i)->text) * IMP_LINE + ENTRY_GAP;
  return n > 0 ? height : 0;
}

static guint
count_left (const Column *column)
{
  return column->entries->len - column->next;
}

static guint
count_entries_in (const Column *column, double room)
{
  guint n = MIN (1, count_left (column));

  while (n < count_left (column) && get_height (column, n + 1) <= room)
    n++;
  return n;
}

static void
write_entry (const PairFlow *self,
             ImpBlock *block,
             const Column *column,
             const Entry *entry,
             double y)
{
  imp_block_begin (block, "LI");
  if (entry->date != NULL)
    imp_composer_put (self->composer, block, &column->date, entry->date, y);
  imp_composer_put (self->composer, block, &column->text, entry->text, y);
  imp_block_end (block, "LI");
}

static void
write_column (const PairFlow *self, ImpBlock *block, Column *column, guint n)
{
  ImpSlot slot = { IMP_STYLE_HEADING, "H2", column->x, column->width, IMP_ALIGN_START,
                   IMP_WRAP_ONE_LINE };
  g_autofree char *continued = imp_words_continued (column->heading);
  double y = IMP_HEAD_DEPTH + IMP_HEAD_LINE;

  if (n == 0)
    return;
  imp_block_add_rule (block, column->x, column->width, 0, IMP_RULE);
  imp_composer_write (self->composer, block, &slot, column->next == 0 ? column->heading : continued,
                      IMP_HEAD_DEPTH);
  imp_block_begin (block, "L");
  for (; n > 0; n--, column->next++)
    {
      const Entry *entry = get_entry (column, column->next);

      write_entry (self, block, column, entry, y);
      y += pango_layout_get_line_count (entry->text) * IMP_LINE + ENTRY_GAP;
    }
  imp_block_end (block, "L");
}

static ImpBlock *
pair_flow_take (ImpFlow *flow, double room, gboolean fresh)
{
  PairFlow *self = (PairFlow *) flow;
  double space = room - IMP_GRID_PAD_MIN;
  guint n[2];
  ImpBlock *block;

  for (int i = 0; i < 2; i++)
    n[i] = count_entries_in (&self->columns[i], space);
  for (int i = 0; i < 2; i++)
    if (!fresh
        && (n[i] < count_left (&self->columns[i]) || get_height (&self->columns[i], n[i]) > space))
      return NULL;
  block = imp_block_new ();
  block->height = MAX (get_height (&self->columns[0], n[0]), get_height (&self->columns[1], n[1]));
  for (int i = 0; i < 2; i++)
    write_column (self, block, &self->columns[i], n[i]);
  imp_block_add_pad (block);
  return block;
}

static gboolean
pair_flow_is_done (const ImpFlow *flow)
{
  const PairFlow *self = (const PairFlow *) flow;

  return count_left (&self->columns[0]) == 0 && count_left (&self->columns[1]) == 0;
}

static void
pair_flow_rewind (ImpFlow *flow)
{
  PairFlow *self = (PairFlow *) flow;

  self->columns[0].next = self->columns[1].next = 0;
}

static void
pair_flow_free (ImpFlow *flow)
{
  PairFlow *self = (PairFlow *) flow;

  for (int i = 0; i < 2; i++)
    g_array_unref (self->columns[i].entries);
  g_free (self);
}

static PairFlow *
create (const ImpComposer *composer)
{
  PairFlow *self = g_new0 (PairFlow, 1);

  self->flow = (ImpFlow) { pair_flow_take, pair_flow_is_done, pair_flow_rewind, pair_flow_free };
  self->composer = composer;
  return self;
}

ImpFlow *
imp_pair_flow_new (const ImpComposer *composer)
{
  PairFlow *self = create (composer);
  const ImpIssue *issue = composer->issue;
  const ImpGrid *grid = &composer->grid;
  double width =
      issue->coming->len > 0 && issue->not_now->len > 0 ? grid->half_width : grid->text_width;
  double second_x = issue->coming->len > 0 ? grid->half_x : grid->x;

  self->columns[0].heading = imp_words_coming_heading ();
  self->columns[1].heading = imp_words_not_now_heading ();
  measure_column (self, &self->columns[0], grid->x, width, measure_dates (composer, issue->coming));
  measure_column (self, &self->columns[1], second_x, width, 0);
  fill_column (self, &self->columns[0], issue->coming, imp_words_coming_text);
  fill_column (self, &self->columns[1], issue->not_now, imp_words_not_now_text);
  return &self->flow;
}

/* A pair of which the second is empty. */
ImpFlow *
imp_works_flow_new (const ImpComposer *composer)
{
  PairFlow *self = create (composer);
  const ImpGrid *grid = &composer->grid;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  self->columns[0].heading = imp_words_works_heading ();
  self->columns[1].heading = "";
  measure_column (self, &self->columns[0], grid->x, grid->text_width, 0);
  measure_column (self, &self->columns[1], grid->x, grid->text_width, 0);
  fill_column (self, &self->columns[0], composer->issue->works, imp_words_works_text);
  fill_column (self, &self->columns[1], none, imp_words_works_text);
  return &self->flow;
}
