/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The column beside a briefing: the one question, and whom to tell, meet and hear. */
#include "config.h"

#include "publish/imp-briefing-layout.h"

#include <glib/gi18n-lib.h>

#include "base/imp-text.h"
#include "model/imp-briefing-words.h"
#include "publish/imp-rich.h"
#include "publish/imp-row-flow.h"

#define BOX_PAD       11.0
#define BOX_DEPTH     21.0
#define BOX_BOTTOM    12.0
#define QUESTION_LINE 21.0
#define CHANGE_LINE   17.5
#define TEXT_X        16.0
#define SQUARE_UP     7.8
#define HEARS_LINE    12.5
#define ROW_DEPTH     4.7
#define GAP           8.0
#define NAME_SHARE    0.4 /* of the column: a name beside figures has at least that */
#define MAX_QUESTION  8
#define MAX_CHANGE    12
#define MAX_LINES     3

static double
write_question (const ImpBriefingLayout *self, ImpBlock *block, const ImpToAsk *to_ask, double y)
{
  ImpSlot slot = { IMP_STYLE_QUESTION,
                   "P",
                   self->side_x + BOX_PAD,
                   self->side_width - 2 * BOX_PAD,
                   IMP_ALIGN_START,
                   IMP_WRAP_PARAGRAPH,
                   MAX_QUESTION };
  g_autofree char *question = imp_to_ask_say_question (to_ask);
  g_autofree char *quote = g_strdup_printf (_ ("“%s”"), question);
  g_autofree char *change = imp_to_ask_say_change (to_ask, self->briefing);

  y = imp_briefing_layout_write (self, block, &slot, quote, y + QUESTION_LINE);
  slot.style = IMP_STYLE_LIST_SUM;
  slot.max_lines = MAX_CHANGE;
  return imp_briefing_layout_write (self, block, &slot, change, y + CHANGE_LINE);
}

/* The second one, small. */
static double
write_other (const ImpBriefingLayout *self, ImpBlock *block, const ImpToAsk *to_ask, double y)
{
  const ImpSlot slot = { IMP_STYLE_LIST_SUM,
                         "P",
                         self->side_x + BOX_PAD,
                         self->side_width - 2 * BOX_PAD,
                         IMP_ALIGN_START,
                         IMP_WRAP_PARAGRAPH,
                         MAX_CHANGE };
  g_autofree char *question = imp_to_ask_say_question (to_ask);
  /* Translators: a second question to ask. */
  g_autofree char *text = g_strdup_printf (_ ("If there is time: “%s”"), question);

  return imp_briefing_layout_write (self, block, &slot, text, y + CHANGE_LINE);
}

static ImpBlock *
create_box (const ImpBriefingLayout *self)
{
  const GPtrArray *to_ask = self->briefing->to_ask;
  const ImpSlot slot = { IMP_STYLE_HEADING,
                         "H2",
                         self->side_x + BOX_PAD,
                         self->side_width - 2 * BOX_PAD,
                         IMP_ALIGN_START,
                         IMP_WRAP_PARAGRAPH,
                         MAX_LINES };
  ImpBlock *block = imp_block_new ();
  double y = imp_slot_write (&slot, self->frame->type, block, _ ("The one question worth asking"),
                             BOX_DEPTH);

  y = write_question (self, block, to_ask->pdata[0], y);
  if (to_ask->len > 1)
    y = write_other (self, block, to_ask->pdata[1], y);
  block->height = y + BOX_BOTTOM;
  imp_block_add_box (block, self->side_x, self->side_width, -IMP_ROUND_RULE / 2,
                     block->height + IMP_ROUND_RULE / 2);
  return block;
}

static void
add_box (const ImpBriefingLayout *self, GPtrArray *flows)
{
  ImpRowSection section = { .tag = NULL };

  if (self->briefing->to_ask->len == 0)
    return;
  section.head = imp_block_new ();
  section.again = imp_block_new ();
  section.rows = imp_briefing_layout_create_rows ();
  g_ptr_array_add (section.rows, create_box (self));
  g_ptr_array_add (flows, imp_row_flow_new (&section));
}

/* With a square to tick: who, then in lines of their own what and how, if they are said. */
static ImpBlock *
create_person (const ImpBriefingLayout *self, const char *who, const char *what, const char *how)
{
  ImpSlot slot = { IMP_STYLE_LIST_STRONG,
                   NULL,
                   self->side_x + TEXT_X,
                   self->side_width - TEXT_X,
                   IMP_ALIGN_START,
                   IMP_WRAP_PARAGRAPH,
                   MAX_LINES };
  ImpBlock *block = imp_block_new ();
  double y;

  imp_block_begin (block, "LI");
  imp_block_add_shape (block, IMP_SHAPE_OPEN, self->side_x, IMP_BRIEFING_BASE - SQUARE_UP,
                       IMP_BRIEFING_SQUARE);
  imp_block_begin (block, "LBody");
  y = imp_briefing_layout_write (self, block, &slot, who, IMP_BRIEFING_BASE);
  slot.style = IMP_STYLE_LIST;
  if (!imp_text_is_empty (what))
    y = imp_briefing_layout_write (self, block, &slot, what, y + IMP_BRIEFING_LINE);
  slot.style = IMP_STYLE_NOTE;
  if (!imp_text_is_empty (how))
    y = imp_briefing_layout_write (self, block, &slot, how, y + HEARS_LINE);
  imp_block_end (block, "LBody");
  imp_block_end (block, "LI");
  block->height = y + ROW_DEPTH;
  return block;
}

/* Takes the rows; nothing without any. */
static void
add_section (const ImpBriefingLayout *self,
             GPtrArray *flows,
             const char *heading,
             GPtrArray *rows,
             guint n_all)
{
  const guint n = rows->len;

  imp_briefing_layout_add_rest (self, rows, self->side_x, self->side_width, n_all, n);
  if (n > 0)
    imp_briefing_layout_add_section (self, flows, self->side_x, self->side_width, heading, "", rows,
                                     "L");
  else
    g_ptr_array_unref (rows);
}

static void
add_untold (const ImpBriefingLayout *self, GPtrArray *flows)
{
  const GPtrArray *untold = self->briefing->untold;
  GPtrArray *rows = imp_briefing_layout_create_rows ();

  for (guint i = 0; i < MIN (untold->len, IMP_BRIEFING_MAX_UNTOLD); i++)
    {
      const ImpUntold *line = untold->pdata[i];
      g_autofree char *what = imp_untold_say_what (line);

      g_ptr_array_add (rows, create_person (self, line->who, what, line->hears));
    }
  add_section (self, flows, _ ("Not told yet"), rows, self->briefing->n_untold);
}

static void
add_meetings (const ImpBriefingLayout *self, GPtrArray *flows)
{
  const GPtrArray *meetings = self->briefing->meetings;
  GPtrArray *rows = imp_briefing_layout_create_rows ();
  guint n_all = 0;

  for (guint i = 0; i < meetings->len; i++)
    {
      const ImpMeetingLine *meeting = meetings->pdata[i];

      if (meeting->met)
        continue;
      if (n_all++ < IMP_BRIEFING_MAX_MEETINGS)
        g_ptr_array_add (rows, create_person (self, meeting->name, NULL, NULL));
    }
  add_section (self, flows, _ ("To meet"), rows, n_all);
}

static ImpBlock *
create_unheard (const ImpBriefingLayout *self, const ImpUnheard *unheard)
{
  g_autofree char *since = imp_unheard_say (unheard, self->briefing->round.planned);
  const double width = MIN (imp_type_measure (self->frame->type, IMP_STYLE_LIST, since) + 1,
                            self->side_width * (1 - NAME_SHARE));
  const double name_width = self->side_width - width - GAP;
  ImpSlot slot = { IMP_STYLE_LIST_STRONG, NULL,     self->side_x, name_width, IMP_ALIGN_START,
                   IMP_WRAP_PARAGRAPH,    MAX_LINES };
  ImpBlock *block = imp_block_new ();
  double y, since_y;

  imp_block_begin (block, "LI");
  imp_block_begin (block, "LBody");
  y = imp_briefing_layout_write (self, block, &slot, unheard->name, IMP_BRIEFING_BASE);
  slot = (ImpSlot) { IMP_STYLE_LIST, NULL, self->side_x + name_width + GAP, width, IMP_ALIGN_END };
  since_y = imp_briefing_layout_write (self, block, &slot, since, IMP_BRIEFING_BASE);
  imp_block_end (block, "LBody");
  imp_block_end (block, "LI");
  block->height = MAX (y, since_y) + IMP_BRIEFING_DEPTH;
  return block;
}

static void
add_unheard (const ImpBriefingLayout *self, GPtrArray *flows)
{
  const GPtrArray *unheard = self->briefing->unheard;
  GPtrArray *rows = imp_briefing_layout_create_rows ();

  for (guint i = 0; i < MIN (unheard->len, IMP_BRIEFING_MAX_UNHEARD); i++)
    g_ptr_array_add (rows, create_unheard (self, unheard->pdata[i]));
  add_section (self, flows, _ ("Not heard for long"), rows, unheard->len);
}

GPtrArray *
imp_briefing_layout_create_side (const ImpBriefingLayout *self)
{
  GPtrArray *flows = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_flow_free);

  add_box (self, flows);
  add_untold (self, flows);
  add_unheard (self, flows);
  add_meetings (self, flows);
  return flows;
}
