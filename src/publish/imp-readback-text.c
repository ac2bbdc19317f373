/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A read-back as plain text, to be pasted. */
#include "config.h"

#include "publish/imp-readback-text.h"

#include <glib/gi18n-lib.h>

#include "publish/imp-outline.h"
#include "publish/imp-readback-words.h"
#include "publish/imp-rich.h"

#define DOT " · "

typedef struct
{
  const ImpOutline *form;
  const ImpReadback *readback;
  GString *out;
} Writer;

static void
write_head (const Writer *self)
{
  g_autofree char *organisation = imp_rich_clean (self->readback->page->organisation);
  g_autofree char *day = imp_readback_words_day (self->readback);
  g_autofree char *line =
      g_strdup_printf ("%s%s%s%s%s", imp_readback_words_series (), *organisation != '\0' ? DOT : "",
                       organisation, DOT, day);
  g_autofree char *title = imp_readback_words_title (self->readback);
  g_autofree char *lead = imp_readback_words_lead (self->readback);

  self->form->paragraph (self->out, line);
  self->form->heading (self->out, 1, title);
  self->form->paragraph (self->out, lead);
}

static void
write_remarks (const Writer *self)
{
  const GPtrArray *remarks = self->readback->remarks;

  if (remarks->len > 0)
    self->form->heading (self->out, 2, imp_readback_words_heard_heading ());
  for (guint i = 0; i < remarks->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *quote = imp_readback_words_works (remarks->pdata[i]);

      self->form->part (self->out, number, quote, i == 0);
    }
}

/* "Your list works with no signal. Priya Nair, 4 December" */
static char *
say_promise (const ImpReadback *readback, const ImpHeardLine *line)
{
  g_autofree char *what = imp_readback_words_promise (line);
  g_autofree char *who = imp_readback_words_owner (line);
  g_autofree char *when = imp_readback_words_due (readback, line);

  if (*who == '\0')
    /* Translators: what we will do, and by when. */
    return g_strdup_printf (_ ("%1$s: %2$s"), what, when);
  /* Translators: what we will do, who does it, and by when. */
  return g_strdup_printf (_ ("%1$s: %2$s, %3$s"), what, who, when);
}

static char *
say_answer (const ImpReadback *readback, ImpReadbackPart part, const ImpHeardLine *line)
{
  if (part == IMP_READBACK_WILL)
    return say_promise (readback, line);
  return part == IMP_READBACK_CANNOT ? imp_readback_words_refusal (line)
                                     : g_strdup (imp_readback_words_later ());
}

static void
write_answers (const Writer *self, ImpReadbackPart part)
{
  const GPtrArray *answers = self->readback->answers[part];

  if (answers->len > 0)
    self->form->heading (self->out, 2, imp_readback_words_heading (part));
  for (guint i = 0; i < answers->len; i++)
    {
      const ImpReadbackAnswer *answer = answers->pdata[i];
      g_autofree char *numbers = imp_readback_words_numbers (answer);
      g_autofree char *text = say_answer (self->readback, part, answer->line);

      self->form->part (self->out, numbers, text, i == 0);
    }
}

static void
write_lines (const Writer *self,
             const char *heading,
             const GPtrArray *lines,
             char *(*say) (const ImpHeardLine *line))
{
  if (lines->len > 0)
    self->form->heading (self->out, 2, heading);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *text = say (lines->pdata[i]);

      self->form->entry (self->out, text, i == 0);
    }
}

static void
write_next (const Writer *self)
{
  g_autofree char *next = imp_readback_words_next (self->readback);
  g_autofree char *contact = imp_readback_words_contact (self->readback);

  self->form->heading (self->out, 2, imp_readback_words_next_heading ());
  self->form->paragraph (self->out, next);
  if (*contact != '\0')
    self->form->paragraph (self->out, contact);
}

char *
imp_readback_to_text (ImpRoundPage *page)
{
  g_autoptr (ImpReadback) readback = imp_readback_new (page);
  const Writer writer = { &imp_plain_outline, readback, g_string_new (NULL) };

  write_head (&writer);
  write_remarks (&writer);
  for (int part = 0; part < IMP_N_READBACK_PARTS; part++)
    write_answers (&writer, (ImpReadbackPart) part);
  write_lines (&writer, imp_readback_words_works_heading (), readback->works,
               imp_readback_words_works);
  write_lines (&writer, imp_readback_words_thanks_heading (), readback->thanks,
               imp_readback_words_thanks);
  write_next (&writer);
  return g_string_free_and_steal (writer.out);
}
