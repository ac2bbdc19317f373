/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What was heard on a round, sorted by what becomes of it. */
#include "config.h"

#include "publish/imp-readback.h"

static void
free_answer (gpointer data)
{
  ImpReadbackAnswer *answer = data;

  g_array_unref (answer->numbers);
  g_free (answer);
}

static ImpReadbackPart
find_part (const ImpHeardLine *line)
{
  if (line->promise != 0)
    return IMP_READBACK_WILL;
  return line->state == IMP_STATE_DECLINED ? IMP_READBACK_CANNOT : IMP_READBACK_TAKEN;
}

/* One promise, or one refusal, may answer several; whatever has no answer is taken along together. */
static gboolean
has_same_answer (ImpReadbackPart part, const ImpHeardLine *a, const ImpHeardLine *b)
{
  if (part == IMP_READBACK_WILL)
    return a->promise == b->promise;
  return part == IMP_READBACK_TAKEN || a->irritant == b->irritant;
}

static ImpReadbackAnswer *
get_answer (ImpReadback *self, const ImpHeardLine *line)
{
  const ImpReadbackPart part = find_part (line);
  GPtrArray *answers = self->answers[part];
  ImpReadbackAnswer *answer;

  for (guint i = 0; i < answers->len; i++)
    if (has_same_answer (part, ((ImpReadbackAnswer *) answers->pdata[i])->line, line))
      return answers->pdata[i];
  answer = g_new (ImpReadbackAnswer, 1);
  *answer = (ImpReadbackAnswer) { line, g_array_new (FALSE, FALSE, sizeof (guint)) };
  g_ptr_array_add (answers, answer);
  return answer;
}

static void
add_remark (ImpReadback *self, ImpHeardLine *line)
{
  guint number;

  g_ptr_array_add (self->remarks, line);
  number = self->remarks->len;
  g_array_append_val (get_answer (self, line)->numbers, number);
}

ImpReadback *
imp_readback_new (ImpRoundPage *page)
{
  ImpReadback *self = g_new0 (ImpReadback, 1);

  self->page = imp_round_page_ref (page);
  self->remarks = g_ptr_array_new ();
  self->works = g_ptr_array_new ();
  self->thanks = g_ptr_array_new ();
  for (int part = 0; part < IMP_N_READBACK_PARTS; part++)
    self->answers[part] = g_ptr_array_new_with_free_func (free_answer);
  for (guint i = 0; i < page->heard->len; i++)
    {
      ImpHeardLine *line = page->heard->pdata[i];

      if (line->kind == IMP_HEARD_WORKS)
        g_ptr_array_add (self->works, line);
      else if (line->kind == IMP_HEARD_THANKS)
        g_ptr_array_add (self->thanks, line);
      else
        add_remark (self, line);
    }
  return self;
}

void
imp_readback_free (ImpReadback *self)
{
  g_ptr_array_unref (self->remarks);
  g_ptr_array_unref (self->works);
  g_ptr_array_unref (self->thanks);
  for (int part = 0; part < IMP_N_READBACK_PARTS; part++)
    g_ptr_array_unref (self->answers[part]);
  imp_round_page_unref (self->page);
  g_free (self);
}
