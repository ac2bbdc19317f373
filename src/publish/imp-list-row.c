/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A row of a printed list. */
#include "config.h"

#include "publish/imp-list-layout.h"
#include "publish/imp-list-words.h"

#define FIRST_LINE  8.8  /* from the row's top to its first baseline */
#define NUMBER_LINE 13.8 /* and to that of its numbers */
#define MIDDLE      10.3
#define DEPTH       1.85 /* what a row is higher than its lines */
#define MIN_LINES   2

/* What of a row decides its height. */
typedef struct
{
  PangoLayout *title, *site, *sentence; /* site may be NULL */
  int n_lines;
} Texts;

static PangoLayout *
set_text (const ImpListLayout *self, const ImpSlot *slot, const char *text, gboolean to_count)
{
  ImpSlot counted = *slot;

  if (to_count)
    counted.wrap = IMP_WRAP_PLAIN;
  return imp_slot_set (&counted, self->type, text);
}

/* to_count: only the number of their lines matters. */
static Texts
set_texts (const ImpListLayout *self, const ImpRankedRow *row, gboolean to_count)
{
  g_autofree char *words = imp_list_words_title_of (row);
  g_autofree char *title = g_strconcat (words, " ", NULL); /* apart from the site, read aloud */
  g_autofree char *sentence = imp_list_words_sentence (row);
  g_autofree char *site = imp_list_words_site (row);
  Texts texts = { .title = set_text (self, &self->title, title, to_count),
                  .sentence = set_text (self, &self->sentence, sentence, to_count) };

  texts.n_lines = pango_layout_get_line_count (texts.title);
  if (*site != '\0')
    {
      texts.site = set_text (self, &self->site, site, to_count);
      texts.n_lines += pango_layout_get_line_count (texts.site);
    }
  texts.n_lines = MAX (texts.n_lines, pango_layout_get_line_count (texts.sentence));
  texts.n_lines = MAX (texts.n_lines, MIN_LINES);
  return texts;
}

static void
clear_texts (Texts *texts)
{
  g_object_unref (texts->title);
  g_clear_object (&texts->site);
  g_object_unref (texts->sentence);
}

static void
write_irritant (const ImpListLayout *self, ImpBlock *block, const Texts *texts)
{
  double y;

  imp_block_begin (block, "TD");
  y = imp_slot_put (&self->title, self->type, block, texts->title, FIRST_LINE);
  if (texts->site != NULL)
    imp_slot_put (&self->site, self->type, block, texts->site, y + IMP_LIST_LINE);
  imp_block_end (block, "TD");
}

/* And the same in words for who cannot see it. Nothing where nobody was asked what it costs. */
static void
draw_range (const ImpListLayout *self, ImpBlock *block, const ImpRankedRow *row)
{
  const ImpEstimate hours = imp_impact_get_hours (&row->data->impact);
  g_autofree char *words = imp_list_words_range (row);

  imp_slot_write (&self->range, self->type, block, words, NUMBER_LINE);
  if (imp_facts_are_asked (&row->data->facts))
    imp_range_axis_draw (&self->axis, block, &hours, MIDDLE);
}

/* Takes the words. */
static void
write_number (const ImpListLayout *self, ImpBlock *block, const ImpSlot *slot, char *words)
{
  g_autofree char *owned = words;

  if (slot->width > 0)
    imp_slot_write (slot, self->type, block, owned, NUMBER_LINE);
}

ImpBlock *
imp_list_layout_create_row (const ImpListLayout *self, guint n)
{
  const ImpRankedRow *row = imp_ranked_table_get_row (self->table, n);
  ImpBlock *block = imp_block_new ();
  Texts texts = set_texts (self, row, FALSE);

  imp_block_begin (block, "TR");
  write_number (self, block, &self->rank, imp_list_words_rank (row));
  write_irritant (self, block, &texts);
  imp_slot_put (&self->sentence, self->type, block, texts.sentence, FIRST_LINE);
  write_number (self, block, &self->hours, imp_list_words_hours (row));
  draw_range (self, block, row);
  write_number (self, block, &self->care, imp_list_words_care (row));
  write_number (self, block, &self->score, imp_list_words_score (self->table, row));
  imp_block_end (block, "TR");
  block->height = texts.n_lines * IMP_LIST_LINE + DEPTH;
  clear_texts (&texts);
  return block;
}

double
imp_list_layout_measure_row (const ImpListLayout *self, guint n)
{
  Texts texts = set_texts (self, imp_ranked_table_get_row (self->table, n), TRUE);

  clear_texts (&texts);
  return texts.n_lines * IMP_LIST_LINE + DEPTH;
}
