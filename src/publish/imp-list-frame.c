/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What stands on the pages of a printed list outside its rows. */
#include "config.h"

#include "publish/imp-list-layout.h"

#include <glib/gi18n-lib.h>

#include "publish/imp-list-words.h"
#include "publish/imp-words.h"

#define HEAVY_Y       30.0
#define HEAVY_LINE    3.0
#define MASTHEAD_Y    48.4
#define RUNNING_Y     42.0
#define RUNNING_DEPTH 5.0
#define TITLE_Y       73.4
#define TITLE_TO_SUM  16.6
#define SUM_DEPTH     4.0
#define COLUMNS_Y     12.0 /* the baseline of the table's head row */
#define COLUMNS_DEPTH 5.2
#define FOOT_UP       37.6
#define FOOT_DEPTH    13.1 /* from the end of the table to the foot */
#define NUMBER_GAP    6.0
#define MAX_TITLE     2
#define MAX_SUM       3
#define MAX_FOOT      2
#define MIDDLE_SHARE  0.2 /* of the lines: where the scope begins, at least */
#define GAP           14.0

static double
get_end_x (const ImpListLayout *self)
{
  return self->grid.x + self->grid.text_width;
}

/* Name, scope and day on one line: the scope gives way. */
static void
write_masthead (const ImpListLayout *self,
                ImpBlock *block,
                ImpStyle name_style,
                ImpStyle style,
                double y)
{
  const ImpGrid *grid = &self->grid;
  g_autofree char *name = imp_list_words_name (self->table);
  g_autofree char *scope = imp_list_words_scope (self->table);
  g_autofree char *day = imp_date_to_words_year (self->table->day);
  double day_width = imp_type_measure (self->type, style, day) + 1;
  double name_width =
      MIN (imp_type_measure (self->type, name_style, name) + 1, grid->text_width / 2);
  double x = grid->x + MAX (name_width + GAP, MIDDLE_SHARE * grid->text_width);
  ImpSlot slot = { name_style, "P", grid->x, name_width, IMP_ALIGN_START, IMP_WRAP_ONE_LINE };

  imp_slot_write (&slot, self->type, block, name, y);
  slot = (ImpSlot) {
    style, "P", x, get_end_x (self) - day_width - GAP - x, IMP_ALIGN_START, IMP_WRAP_ONE_LINE
  };
  imp_slot_write (&slot, self->type, block, scope, y);
  slot = (ImpSlot) { style,     "P",           get_end_x (self) - day_width,
                     day_width, IMP_ALIGN_END, IMP_WRAP_ONE_LINE };
  imp_slot_write (&slot, self->type, block, day, y);
}

ImpBlock *
imp_list_layout_create_head (const ImpListLayout *self)
{
  const ImpGrid *grid = &self->grid;
  ImpBlock *block = imp_block_new ();
  g_autofree char *title = imp_list_words_title (self->table);
  g_autofree char *definition = imp_list_words_definition (self->table);
  ImpSlot slot = { IMP_STYLE_LIST_TITLE, "H1",     grid->x, grid->text_width, IMP_ALIGN_START,
                   IMP_WRAP_BALANCED,    MAX_TITLE };
  double y;

  imp_block_add_rule (block, grid->x, grid->text_width, HEAVY_Y + HEAVY_LINE / 2, HEAVY_LINE);
  write_masthead (self, block, IMP_STYLE_SERIES, IMP_STYLE_MASTHEAD, MASTHEAD_Y);
  y = imp_slot_write (&slot, self->type, block, title, TITLE_Y);
  slot = (ImpSlot) { IMP_STYLE_LIST_SUM, "P", grid->x, grid->text_width, .max_lines = MAX_SUM };
  block->height =
      imp_slot_write (&slot, self->type, block, definition, y + TITLE_TO_SUM) + SUM_DEPTH;
  return block;
}

ImpBlock *
imp_list_layout_create_running_head (const ImpListLayout *self)
{
  ImpBlock *block = imp_block_new ();

  write_masthead (self, block, IMP_STYLE_RUNNING, IMP_STYLE_NOTE, RUNNING_Y);
  block->height = RUNNING_Y + RUNNING_DEPTH;
  return block;
}

/* A column's head stands over its texts, or ends where its numbers end. */
static void
write_column (const ImpListLayout *self, ImpBlock *block, const ImpSlot *column, const char *head)
{
  ImpSlot slot = { IMP_STYLE_TABLE_HEAD, "TH",          column->x,
                   column->width,        column->align, IMP_WRAP_ONE_LINE };

  if (column->width > 0)
    imp_slot_write (&slot, self->type, block, head, COLUMNS_Y);
}

ImpBlock *
imp_list_layout_create_columns (const ImpListLayout *self)
{
  ImpBlock *block = imp_block_new ();
  imp_block_begin (block, "TR");
  write_column (self, block, &self->rank, _ ("Rank"));
  write_column (self, block, &self->title, _ ("Irritant, site"));
  write_column (self, block, &self->sentence, _ ("Say it aloud"));
  write_column (self, block, &self->hours, _ ("Hours"));
  /* Translators: over the ranges of hours that hold in eight of ten cases. */
  write_column (self, block, &self->range, _ ("8 times in 10"));
  write_column (self, block, &self->care, _ ("Care"));
  write_column (self, block, &self->score, imp_list_words_score_head (self->table));
  imp_block_end (block, "TR");
  block->height = COLUMNS_Y + COLUMNS_DEPTH;
  return block;
}

static double
measure_number (const ImpListLayout *self, int n_pages)
{
  g_autofree char *widest = imp_words_page (n_pages, n_pages);

  return imp_type_measure (self->type, IMP_STYLE_FOOT, widest) + 1;
}

/* On a full page the number of the page stands beside the figures. */
ImpBlock *
imp_list_layout_create_axis (const ImpListLayout *self, int n_pages)
{
  ImpBlock *block = imp_block_new ();
  const double end_x = get_end_x (self) - measure_number (self, n_pages) - NUMBER_GAP;

  block->decoration = TRUE;
  /* Translators: hours, the last figure of an axis. */
  imp_range_axis_write_figures (&self->axis, self->type, block, _ ("%s\u00a0h"), end_x);
  return block;
}

static ImpBlock *
create_note (const ImpListLayout *self)
{
  const ImpGrid *grid = &self->grid;
  const ImpSlot slot = { IMP_STYLE_FOOT,  "P",
                         grid->x,         self->range.x - grid->x - GAP,
                         IMP_ALIGN_START, IMP_WRAP_PARAGRAPH,
                         MAX_FOOT };
  ImpBlock *block = imp_block_new ();

  block->height = imp_slot_write (&slot, self->type, block, imp_list_words_foot (), 0);
  return block;
}

double
imp_list_layout_measure_foot (const ImpListLayout *self)
{
  g_autoptr (ImpBlock) note = create_note (self);

  return note->height + FOOT_UP + FOOT_DEPTH;
}

ImpBlock *
imp_list_layout_create_foot (const ImpListLayout *self, int page, int n_pages)
{
  g_autoptr (ImpBlock) note = create_note (self);
  ImpBlock *block = imp_block_new ();
  g_autofree char *number = imp_words_page (page, n_pages);
  const double width = measure_number (self, n_pages);
  const ImpSlot slot = { IMP_STYLE_FOOT, "P",           get_end_x (self) - width,
                         width,          IMP_ALIGN_END, IMP_WRAP_ONE_LINE };
  const double y = self->grid.height - FOOT_UP - note->height;

  imp_block_append (block, note, y);
  imp_slot_write (&slot, self->type, block, number, y);
  return block;
}
