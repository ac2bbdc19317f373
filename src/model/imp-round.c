/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A round with what it is for and what was heard on it, as data. */
#include "config.h"

#include "model/imp-round.h"

#include <glib/gi18n-lib.h>

#define DAYS_OF_WEEK 7

/* How many questions say at least what they ask: works, irritant, thanks; and else before thanks. */
#define N_WITH_THANKS 3
#define N_WITH_ELSE   4

void
imp_round_line_clear (ImpRoundLine *self)
{
  g_clear_pointer (&self->site_name, g_free);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->visitors, g_free);
}

void
imp_round_line_free (ImpRoundLine *self)
{
  imp_round_line_clear (self);
  g_free (self);
}

ImpRoundState
imp_round_line_get_state (const ImpRoundLine *self)
{
  if (self->ended_ms != 0)
    return IMP_ROUND_FINISHED;
  return self->started_ms != 0 ? IMP_ROUND_UNDER_WAY : IMP_ROUND_PLANNED_STATE;
}

gboolean
imp_round_line_is_late (const ImpRoundLine *self, ImpDate today)
{
  return imp_round_line_get_state (self) == IMP_ROUND_PLANNED_STATE
         && imp_date_is_set (self->planned) && self->planned < today;
}

char *
imp_round_say_place (const char *site, ImpDate day)
{
  g_autofree char *words = imp_date_is_set (day) ? imp_date_to_words_year (day) : NULL;
  const char *const parts[] = { site != NULL ? site : words, site != NULL ? words : NULL, NULL };

  return g_strjoinv (" · ", (char **) parts);
}

char *
imp_round_line_say_place (const ImpRoundLine *self)
{
  if (self->place == NULL)
    return g_strdup (self->site_name);
  return g_strdup_printf ("%s, %s", self->site_name, self->place);
}

ImpDate
imp_round_find_due (ImpDate last, int weeks, ImpDate today)
{
  if (weeks <= 0)
    return IMP_DATE_NONE;
  return imp_date_is_set (last) ? last + MIN (weeks, IMP_ROUND_MOST_WEEKS) * DAYS_OF_WEEK : today;
}

void
imp_meeting_line_free (ImpMeetingLine *self)
{
  g_free (self->name);
  g_free (self);
}

void
imp_heard_line_free (ImpHeardLine *self)
{
  g_free (self->words);
  g_free (self->title);
  g_free (self->who);
  g_free (self->group);
  g_free (self->refusal);
  g_free (self->promised);
  g_free (self->promised_by);
  g_free (self);
}

ImpRoundPage *
imp_round_page_new (void)
{
  ImpRoundPage *self = g_atomic_rc_box_new0 (ImpRoundPage);

  self->line.planned = self->next_planned = IMP_DATE_NONE;
  self->line.time = self->next_time = IMP_ROUND_ANY_TIME;
  self->meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_meeting_line_free);
  self->heard = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_heard_line_free);
  self->promised_last_time =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_promise_line_free);
  return self;
}

ImpRoundPage *
imp_round_page_ref (ImpRoundPage *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_page (gpointer data)
{
  ImpRoundPage *self = data;

  imp_round_line_clear (&self->line);
  g_strfreev (self->questions);
  g_free (self->note);
  g_ptr_array_unref (self->meetings);
  g_ptr_array_unref (self->heard);
  g_ptr_array_unref (self->promised_last_time);
  g_free (self->organisation);
  g_free (self->contact);
  g_free (self->next_place);
  g_free (self->as_of);
}

void
imp_round_page_unref (ImpRoundPage *self)
{
  g_atomic_rc_box_release_full (self, clear_page);
}

const ImpHeardLine *
imp_round_page_find_heard (const ImpRoundPage *self, ImpItem item)
{
  for (guint i = 0; i < self->heard->len; i++)
    {
      const ImpHeardLine *line = g_ptr_array_index (self->heard, i);

      if (line->item == item)
        return line;
    }
  return NULL;
}

char **
imp_round_dup_questions (void)
{
  const char *const questions[] = {
    _ ("What is working well?"),
    _ ("What gets in your way?"),
    _ ("Anything else while we are here?"),
    _ ("Who was especially helpful?"),
    NULL,
  };

  return g_strdupv ((char **) questions);
}

/* Blank lines between them are none. */
char **
imp_round_split_questions (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_auto (GStrv) questions = NULL;

  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      g_strv_builder_add (builder, *line);
  questions = g_strv_builder_end (builder);
  return *questions != NULL ? g_steal_pointer (&questions) : imp_round_dup_questions ();
}

ImpHeardKind
imp_round_question_kind (guint position, guint n_questions)
{
  if (position == 0 && n_questions > 1)
    return IMP_HEARD_WORKS;
  if (n_questions >= N_WITH_THANKS && position + 1 == n_questions)
    return IMP_HEARD_THANKS;
  if (n_questions >= N_WITH_ELSE && position + 2 == n_questions)
    return IMP_HEARD_ELSE;
  return IMP_HEARD_IRRITANT;
}
