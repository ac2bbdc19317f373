/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The numbered rows of a read-back: remarks, and what becomes of them. */
#include "config.h"

#include "publish/imp-readback-layout.h"

#include "publish/imp-readback-words.h"
#include "publish/imp-rich.h"

#define DISC_GAP       3.0 /* between two numbers */
#define TEXT_GAP       6.0 /* from a number to its text */
#define DISC_UP        3.6 /* from a baseline up to the middle of what stands on it */
#define FIGURE_UP      2.9 /* the same of a number */
#define CREDIT_LINE    12.6
#define MAX_OWNER      4
#define MAX_CREDIT     2 /* lines */
#define REMARK_DEPTH   5.5
#define ANSWER_DEPTH   6.5
#define LINES_GAP      6.0
#define MAX_ABREAST    3    /* numbers beside one answer, before a second line of them */
#define MAX_SHARE      0.28 /* of the main column: who does it, and by when */
#define PARAGRAPH_LEFT 5.0

static double
get_step (const ImpReadbackLayout *self)
{
  return self->disc + DISC_GAP;
}

/* On the baseline y. The blank keeps numbers apart where the page is read aloud or copied. */
static void
write_number (const ImpReadbackLayout *self,
              ImpBlock *block,
              ImpShape shape,
              guint number,
              double x,
              double y)
{
  const ImpStyle style = shape == IMP_SHAPE_DISC ? IMP_STYLE_NUMBER_INK : IMP_STYLE_NUMBER;
  g_autofree char *figure = g_strdup_printf ("%u", number);
  g_autofree char *blank = g_strconcat (figure, " ", NULL);
  const double width = imp_type_measure (self->frame->type, style, figure);
  const double middle = y - DISC_UP;
  const ImpSlot slot = { style, "Lbl", x + (self->disc - width) / 2, self->disc };

  imp_block_add_shape (block, shape, x, middle - self->disc / 2, self->disc);
  imp_slot_write (&slot, self->frame->type, block, blank, middle + FIGURE_UP);
}

/* Their words from x on, and below whose they are. Returns the last baseline. */
static double
write_quote (const ImpReadbackLayout *self, ImpBlock *block, const ImpHeardLine *line, double x)
{
  const ImpGrid *grid = &self->frame->grid;
  const double width = grid->main_x + grid->main_width - x;
  g_autofree char *quote = imp_readback_words_quote (line);
  g_autofree char *blank = g_strconcat (quote, " ", NULL);
  g_autofree char *speaker = imp_readback_words_speaker (line);
  ImpSlot slot = { IMP_STYLE_QUOTE,       NULL, x, width, IMP_ALIGN_START, IMP_WRAP_PARAGRAPH,
                   IMP_READBACK_MAX_LINES };
  const double y = imp_slot_write (&slot, self->frame->type, block, blank, IMP_READBACK_BASE);

  slot.style = IMP_STYLE_NOTE;
  slot.max_lines = MAX_CREDIT;
  return imp_slot_write (&slot, self->frame->type, block, speaker, y + CREDIT_LINE);
}

static ImpBlock *
create_remark (const ImpReadbackLayout *self, const ImpHeardLine *line, guint number)
{
  const double x = self->frame->grid.main_x;
  ImpBlock *block = imp_block_new ();

  imp_block_begin (block, "LI");
  write_number (self, block, IMP_SHAPE_RING, number, x, IMP_READBACK_BASE);
  imp_block_begin (block, "LBody");
  block->height = write_quote (self, block, line, x + self->disc + TEXT_GAP) + REMARK_DEPTH;
  imp_block_end (block, "LBody");
  imp_block_end (block, "LI");
  return block;
}

GPtrArray *
imp_readback_layout_create_remarks (const ImpReadbackLayout *self)
{
  const GPtrArray *remarks = self->readback->remarks;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_block_free);

  for (guint i = 0; i < remarks->len; i++)
    g_ptr_array_add (rows, create_remark (self, remarks->pdata[i], i + 1));
  return rows;
}

ImpBlock *
imp_readback_layout_create_quote (const ImpReadbackLayout *self, const ImpHeardLine *line)
{
  ImpBlock *block = imp_block_new ();

  imp_block_begin (block, "P");
  block->height = write_quote (self, block, line, self->frame->grid.main_x) + REMARK_DEPTH;
  imp_block_end (block, "P");
  return block;
}

/* In lines of so many; returns the baseline of the last one. */
static double
write_numbers (const ImpReadbackLayout *self,
               ImpBlock *block,
               ImpShape shape,
               const GArray *numbers,
               guint abreast)
{
  const double x = self->frame->grid.main_x;

  for (guint i = 0; i < numbers->len; i++)
    write_number (self, block, shape, g_array_index (numbers, guint, i),
                  x + (i % abreast) * get_step (self),
                  IMP_READBACK_BASE + (i / abreast) * get_step (self));
  return IMP_READBACK_BASE + ((numbers->len - 1) / abreast) * get_step (self);
}

/* Where the columns of answers stand: their numbers, what, who, by when. */
typedef struct
{
  guint abreast;
  ImpSlot what, who, when;
} Columns;

static guint
find_abreast (const GPtrArray *answers)
{
  guint most = 1;

  for (guint i = 0; i < answers->len; i++)
    most = MAX (most, ((const ImpReadbackAnswer *) answers->pdata[i])->numbers->len);
  return MIN (most, MAX_ABREAST);
}

/* As wide as it is at the end of a line, with its blank. */
static double
widen (const ImpReadbackLayout *self, double width, ImpStyle style, const char *text)
{
  const double most = MAX_SHARE * self->frame->grid.main_width;
  g_autofree char *blank = g_strconcat (text, " ", NULL);
  const double own = *text != '\0' ? imp_type_measure (self->frame->type, style, blank) : 0;

  return MIN (MAX (width, own), most);
}

/* As wide as the widest entry. */
static void
measure_promises (const ImpReadbackLayout *self, Columns *columns, const GPtrArray *answers)
{
  double who = 0, when = 0, end = columns->what.x + columns->what.width;

  for (guint i = 0; i < answers->len; i++)
    {
      const ImpHeardLine *line = ((const ImpReadbackAnswer *) answers->pdata[i])->line;
      g_autofree char *owner = imp_readback_words_owner (line);
      g_autofree char *due = imp_readback_words_due (self->readback, line);

      who = widen (self, who, IMP_STYLE_BODY, owner);
      when = widen (self, when, IMP_STYLE_DATE, due);
    }
  columns->when = (ImpSlot) { IMP_STYLE_DATE, NULL, end - when, when, IMP_ALIGN_END };
  end -= when > 0 ? when + IMP_GAP : 0;
  columns->who = (ImpSlot) { IMP_STYLE_BODY, NULL, end - who, who, .max_lines = MAX_OWNER };
  end -= who > 0 ? who + IMP_GAP : 0;
  columns->what.width = end - columns->what.x;
  columns->what.style = IMP_STYLE_BODY_STRONG;
}

static Columns
measure_columns (const ImpReadbackLayout *self, ImpReadbackPart part, const GPtrArray *answers)
{
  const ImpGrid *grid = &self->frame->grid;
  Columns columns = { .abreast = find_abreast (answers) };
  const double x = columns.abreast * get_step (self) - DISC_GAP + TEXT_GAP;

  columns.what = (ImpSlot) { IMP_STYLE_BODY,        NULL,
                             grid->main_x + x,      grid->main_width - x,
                             IMP_ALIGN_START,       IMP_WRAP_PARAGRAPH,
                             IMP_READBACK_MAX_LINES };
  if (part == IMP_READBACK_WILL)
    measure_promises (self, &columns, answers);
  return columns;
}

/* A cell of an answer; returns its last baseline. */
static double
write_cell (const ImpReadbackLayout *self, ImpBlock *block, const ImpSlot *slot, const char *text)
{
  g_autofree char *blank = g_strconcat (text, slot->align == IMP_ALIGN_END ? "" : " ", NULL);

  if (*text == '\0')
    return 0;
  return imp_slot_write (slot, self->frame->type, block, blank, IMP_READBACK_BASE);
}

static double
write_promise (const ImpReadbackLayout *self,
               ImpBlock *block,
               const Columns *columns,
               const ImpHeardLine *line)
{
  g_autofree char *what = imp_readback_words_promise (line);
  g_autofree char *who = imp_readback_words_owner (line);
  g_autofree char *when = imp_readback_words_due (self->readback, line);
  const double y = write_cell (self, block, &columns->what, what);
  const double who_y = write_cell (self, block, &columns->who, who);
  const double when_y = write_cell (self, block, &columns->when, when);

  return MAX (y, MAX (who_y, when_y));
}

static ImpBlock *
create_answer (const ImpReadbackLayout *self,
               ImpReadbackPart part,
               const Columns *columns,
               const ImpReadbackAnswer *answer)
{
  const ImpShape shape = part == IMP_READBACK_WILL ? IMP_SHAPE_DISC : IMP_SHAPE_RING;
  g_autofree char *refusal =
      part == IMP_READBACK_CANNOT ? imp_readback_words_refusal (answer->line) : NULL;
  ImpBlock *block = imp_block_new ();
  double y, text_y;

  imp_block_begin (block, "LI");
  y = write_numbers (self, block, shape, answer->numbers, columns->abreast);
  imp_block_begin (block, "LBody");
  if (part == IMP_READBACK_WILL)
    text_y = write_promise (self, block, columns, answer->line);
  else
    text_y = write_cell (self, block, &columns->what, refusal);
  imp_block_end (block, "LBody");
  imp_block_end (block, "LI");
  if (y > IMP_READBACK_BASE) /* so that a second line of numbers belongs to the first */
    y += LINES_GAP;
  block->height = MAX (y, text_y) + ANSWER_DEPTH;
  return block;
}

/* Those without an answer: only their numbers, and what becomes of them. */
static ImpBlock *
create_taken (const ImpReadbackLayout *self, const ImpReadbackAnswer *answer)
{
  const ImpGrid *grid = &self->frame->grid;
  const guint abreast = (guint) ((grid->main_width + DISC_GAP) / get_step (self));
  const ImpSlot slot = { IMP_STYLE_BODY, "LBody", grid->main_x, grid->main_width };
  ImpBlock *block = imp_block_new ();
  double y;

  imp_block_begin (block, "LI");
  y = write_numbers (self, block, IMP_SHAPE_RING, answer->numbers, abreast);
  y = imp_slot_write (&slot, self->frame->type, block, imp_readback_words_later (),
                      y + get_step (self) + PARAGRAPH_LEFT / 2);
  imp_block_end (block, "LI");
  block->height = y + PARAGRAPH_LEFT;
  return block;
}

GPtrArray *
imp_readback_layout_create_answers (const ImpReadbackLayout *self, ImpReadbackPart part)
{
  const GPtrArray *answers = self->readback->answers[part];
  const Columns columns = measure_columns (self, part, answers);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_block_free);

  for (guint i = 0; i < answers->len; i++)
    g_ptr_array_add (rows, part == IMP_READBACK_TAKEN
                               ? create_taken (self, answers->pdata[i])
                               : create_answer (self, part, &columns, answers->pdata[i]));
  return rows;
}

ImpBlock *
imp_readback_layout_create_paragraph (const ImpReadbackLayout *self, const char *rich)
{
  const ImpGrid *grid = &self->frame->grid;
  const ImpSlot slot = { IMP_STYLE_BODY,        "P",
                         grid->main_x,          grid->main_width,
                         IMP_ALIGN_START,       IMP_WRAP_PARAGRAPH,
                         IMP_READBACK_MAX_LINES };
  ImpBlock *block = imp_block_new ();

  block->height =
      imp_slot_write (&slot, self->frame->type, block, rich, IMP_READBACK_BASE) + PARAGRAPH_LEFT;
  return block;
}
