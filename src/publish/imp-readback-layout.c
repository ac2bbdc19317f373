/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sections of a read-back. */
#include "config.h"

#include "publish/imp-readback-layout.h"

#include "publish/imp-readback-words.h"
#include "publish/imp-rich.h"
#include "publish/imp-row-flow.h"
#include "publish/imp-words.h"

#define HEAD_DEPTH  22.0 /* from a section's rule to its heading's baseline */
#define NOTE_DEPTH  13.7
#define DISC        14.0 /* the smallest ring, around one figure or two */
#define DISC_LEFT   5.0  /* around more */
#define BOX_PAD     12.0
#define BOX_DEPTH   22.4
#define BOX_LINES   26.5 /* from one line to write on to the next, */
#define MIN_LINES   22.0 /* but at least that */
#define BOX_BOTTOM  14.0
#define LINE        0.5
#define SIGN_LINE   22.0
#define SIGN_NOTE   13.0
#define SIGN_DEPTH  6.0
#define MAX_HEADING 5

ImpReadbackLayout
imp_readback_layout_begin (const ImpReadback *readback, const ImpRoundFrame *frame)
{
  g_autofree char *last = g_strdup_printf ("%u", readback->remarks->len);
  const double width = imp_type_measure (frame->type, IMP_STYLE_NUMBER, last);

  return (ImpReadbackLayout) { readback, frame, MAX (DISC, width + DISC_LEFT) };
}

/* In the rail, on the baseline of the first row. */
static ImpBlock *
create_heading (const ImpReadbackLayout *self, const char *heading, const char *note)
{
  const ImpGrid *grid = &self->frame->grid;
  ImpSlot slot = { IMP_STYLE_HEADING,  "H2",       grid->x, grid->rail_width, IMP_ALIGN_START,
                   IMP_WRAP_PARAGRAPH, MAX_HEADING };
  ImpBlock *block = imp_block_new ();

  imp_block_add_rule (block, grid->x, grid->text_width, 0, IMP_ROUND_RULE);
  block->height = imp_slot_write (&slot, self->frame->type, block, heading, HEAD_DEPTH);
  slot.style = IMP_STYLE_NOTE;
  slot.tag = "P";
  if (*note != '\0')
    block->height =
        imp_slot_write (&slot, self->frame->type, block, note, block->height + NOTE_DEPTH);
  return block;
}

/* Takes the rows. */
static void
add_section (const ImpReadbackLayout *self,
             GPtrArray *flows,
             const char *heading,
             const char *note,
             GPtrArray *rows,
             const char *tag)
{
  g_autofree char *continued = imp_words_continued (heading);
  const ImpRowSection section = { create_heading (self, heading, note),
                                  create_heading (self, continued, ""),
                                  HEAD_DEPTH - IMP_READBACK_BASE,
                                  HEAD_DEPTH - IMP_READBACK_BASE,
                                  rows,
                                  tag };

  g_ptr_array_add (flows, imp_row_flow_new (&section));
}

static GPtrArray *
create_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) imp_block_free);
}

static void
add_works (const ImpReadbackLayout *self, GPtrArray *flows)
{
  const GPtrArray *works = self->readback->works;
  GPtrArray *rows = create_rows ();

  for (guint i = 0; i < works->len; i++)
    g_ptr_array_add (rows, imp_readback_layout_create_quote (self, works->pdata[i]));
  add_section (self, flows, imp_readback_words_works_heading (), "", rows, NULL);
}

static void
add_thanks (const ImpReadbackLayout *self, GPtrArray *flows)
{
  const GPtrArray *thanks = self->readback->thanks;
  GPtrArray *rows = create_rows ();

  for (guint i = 0; i < thanks->len; i++)
    {
      g_autofree char *text = imp_readback_words_thanks (thanks->pdata[i]);

      g_ptr_array_add (rows, imp_readback_layout_create_paragraph (self, text));
    }
  add_section (self, flows, imp_readback_words_thanks_heading (), "", rows, NULL);
}

static void
add_next (const ImpReadbackLayout *self, GPtrArray *flows)
{
  GPtrArray *rows = create_rows ();
  g_autofree char *next = imp_readback_words_next (self->readback);
  g_autofree char *contact = imp_readback_words_contact (self->readback);

  g_ptr_array_add (rows, imp_readback_layout_create_paragraph (self, next));
  if (*contact != '\0')
    g_ptr_array_add (rows, imp_readback_layout_create_paragraph (self, contact));
  add_section (self, flows, imp_readback_words_next_heading (), "", rows, NULL);
}

static void
add_signature (const ImpReadbackLayout *self, GPtrArray *flows)
{
  const ImpGrid *grid = &self->frame->grid;
  const double width = (grid->main_width - IMP_GAP) / 2;
  GPtrArray *rows = create_rows ();
  ImpBlock *block = imp_block_new ();
  g_autofree char *place = imp_readback_words_place (self->readback);
  ImpSlot slot = { IMP_STYLE_NOTE, "P", grid->main_x, width, IMP_ALIGN_START, IMP_WRAP_ONE_LINE };

  for (int i = 0; i < 2; i++, slot.x += width + IMP_GAP)
    {
      imp_block_add_line (block, IMP_INK_GREY, slot.x, width, SIGN_LINE, LINE);
      imp_slot_write (&slot, self->frame->type, block,
                      i == 0 ? imp_readback_words_visitors () : place, SIGN_LINE + SIGN_NOTE);
    }
  block->height = SIGN_LINE + SIGN_NOTE + SIGN_DEPTH;
  g_ptr_array_add (rows, block);
  add_section (self, flows, imp_readback_words_signed_heading (), "", rows, NULL);
}

GPtrArray *
imp_readback_layout_create_flows (const ImpReadbackLayout *self, gboolean signature)
{
  const ImpReadback *readback = self->readback;
  GPtrArray *flows = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_flow_free);

  if (readback->remarks->len > 0)
    add_section (self, flows, imp_readback_words_heard_heading (), imp_readback_words_heard_note (),
                 imp_readback_layout_create_remarks (self), "L");
  for (int part = 0; part < IMP_N_READBACK_PARTS; part++)
    if (readback->answers[part]->len > 0)
      add_section (self, flows, imp_readback_words_heading ((ImpReadbackPart) part),
                   imp_readback_words_note ((ImpReadbackPart) part),
                   imp_readback_layout_create_answers (self, (ImpReadbackPart) part), "L");
  if (readback->works->len > 0)
    add_works (self, flows);
  if (readback->thanks->len > 0)
    add_thanks (self, flows);
  add_next (self, flows);
  if (signature)
    add_signature (self, flows);
  return flows;
}

/* Returns where its lines begin. */
static double
write_box (const ImpReadbackLayout *self, ImpBlock *block)
{
  const ImpGrid *grid = &self->frame->grid;
  ImpSlot slot = { IMP_STYLE_HEADING, "H2", grid->x + BOX_PAD, grid->text_width - 2 * BOX_PAD };
  double y = imp_slot_write (&slot, self->frame->type, block, imp_readback_words_missed_heading (),
                             BOX_DEPTH);

  slot.style = IMP_STYLE_NOTE;
  slot.tag = "P";
  return imp_slot_write (&slot, self->frame->type, block, imp_readback_words_missed_note (),
                         y + NOTE_DEPTH);
}

double
imp_readback_layout_measure_box (const ImpReadbackLayout *self)
{
  g_autoptr (ImpBlock) block = imp_block_new ();

  return write_box (self, block) + 2 * MIN_LINES + BOX_BOTTOM;
}

ImpBlock *
imp_readback_layout_create_box (const ImpReadbackLayout *self, double height)
{
  const ImpGrid *grid = &self->frame->grid;
  ImpBlock *block = imp_block_new ();
  const double y = write_box (self, block), room = height - y - BOX_BOTTOM;
  const int n = MAX ((int) (room / BOX_LINES), 2);

  for (int i = 1; i <= n; i++)
    imp_block_add_line (block, IMP_INK_GREY, grid->x + BOX_PAD, grid->text_width - 2 * BOX_PAD,
                        y + i * room / n, LINE);
  imp_block_add_box (block, grid->x, grid->text_width, 0, height);
  block->height = height;
  return block;
}
