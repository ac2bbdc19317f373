/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What wants something now, in words. */
#include "config.h"

#include "model/imp-today-words.h"

#include "model/imp-phrase.h"

#include <glib/gi18n-lib.h>

#define DAYS_OF_WEEK 7

/* The sentences on top */

/* Takes the clause. */
static char *
finish_sentence (char *clause)
{
  g_autofree char *owned = imp_phrase_capitalise (clause);

  return g_strdup_printf (_ ("%s."), owned);
}

static char *
say_late (guint n)
{
  return imp_phrase_count (ngettext ("%s promise is late", "%s promises are late", n), n);
}

static const char *
get_due_format (ImpDate in, gulong n)
{
  if (in == 0)
    return ngettext ("%s promise falls due today", "%s promises fall due today", n);
  if (in == 1)
    return ngettext ("%s promise falls due tomorrow", "%s promises fall due by tomorrow", n);
  /* Translators: a number in words, and "Friday" or "28 November"; several of them fall due by then. */
  return ngettext ("%1$s promise falls due on %2$s", "%1$s promises fall due by %2$s", n);
}

static const char *
get_due_too_format (ImpDate in, gulong n)
{
  if (in == 0)
    /* Translators: follows "One promise is late, ": how many others fall due. */
    return ngettext ("%s falls due today", "%s fall due today", n);
  if (in == 1)
    /* Translators: follows "One promise is late, ": how many others fall due. */
    return ngettext ("%s falls due tomorrow", "%s fall due by tomorrow", n);
  /* Translators: follows "One promise is late, ": how many others fall due, and "Friday" or
   * "28 November". */
  return ngettext ("%1$s falls due on %2$s", "%1$s fall due by %2$s", n);
}

/* In the next days the name of the day says it. */
static char *
name_day (ImpDate day, ImpDate today)
{
  return day < today + DAYS_OF_WEEK ? imp_date_to_weekday (day) : imp_date_to_words (day);
}

static char *
say_due (const ImpToday *self, gboolean too)
{
  const ImpDate in = self->last_due - self->day;
  g_autofree char *day = name_day (self->last_due, self->day);
  g_autofree char *n = imp_phrase_count ("%s", self->n_due);

  return g_strdup_printf (
      too ? get_due_too_format (in, self->n_due) : get_due_format (in, self->n_due), n, day);
}

static char *
say_promises (const ImpToday *self)
{
  g_autofree char *late = self->n_late > 0 ? say_late (self->n_late) : NULL;
  g_autofree char *due = self->n_due > 0 ? say_due (self, late != NULL) : NULL;

  if (late == NULL)
    return g_steal_pointer (&due);
  if (due == NULL)
    return g_steal_pointer (&late);
  /* Translators: "One promise is late", "one falls due on Friday" */
  return g_strdup_printf (_ ("%1$s, %2$s"), late, due);
}

static char *
say_fixes (const ImpToday *self)
{
  if (self->n_to_confirm == 0)
    return NULL;
  return imp_phrase_count (ngettext ("%s fix waits to be confirmed",
                                     "%s fixes wait to be confirmed", self->n_to_confirm),
                           self->n_to_confirm);
}

static char *
say_untold (const ImpToday *self)
{
  if (self->n_untold == 0)
    return NULL;
  if (self->more_news)
    return imp_phrase_count (
        ngettext ("more than %s colleague does not know yet what became of their irritant",
                  "more than %s colleagues do not know yet what became of their irritant",
                  self->n_untold),
        self->n_untold);
  return imp_phrase_count (ngettext ("%s colleague does not know yet what became of their irritant",
                                     "%s colleagues do not know yet what became of their irritant",
                                     self->n_untold),
                           self->n_untold);
}

static char *
say_rounds (const ImpToday *self)
{
  if (self->n_under_way > 0)
    return imp_phrase_count (
        ngettext ("%s round is under way", "%s rounds are under way", self->n_under_way),
        self->n_under_way);
  if (self->n_due_rounds == 0)
    return NULL;
  return imp_phrase_count (ngettext ("%s round is due", "%s rounds are due", self->n_due_rounds),
                           self->n_due_rounds);
}

/* By weight: a word that was given, where to go, what may not be gone, who does not know. Of these
 * the one at `position` that has something to say, from 0; NULL. */
static char *
say_nth (const ImpToday *self, guint position)
{
  char *(*const say[]) (const ImpToday *) = { say_promises, say_rounds, say_fixes, say_untold };

  for (guint i = 0; i < G_N_ELEMENTS (say); i++)
    {
      g_autofree char *clause = say[i](self);

      if (clause != NULL && position-- == 0)
        return g_steal_pointer (&clause);
    }
  return NULL;
}

char *
imp_today_say_first (const ImpToday *self)
{
  char *clause = say_nth (self, 0);

  return clause != NULL ? imp_phrase_capitalise (clause) : g_strdup (_ ("Nothing is due today"));
}

static char *
say_next_round (const ImpToday *self)
{
  const ImpTodayRound *next = self->rounds->len > 0 ? self->rounds->pdata[0] : NULL;
  g_autofree char *day = next != NULL ? imp_date_to_weekday_words (next->line.planned) : NULL;

  if (next == NULL)
    return g_strdup (_ ("Nothing else is due."));
  /* Translators: a day and a site: "The next round is on Thursday 10 December: Leeds." */
  return g_strdup_printf (_ ("The next round is on %1$s: %2$s."), day, next->line.site_name);
}

char *
imp_today_say_next (const ImpToday *self)
{
  char *clause = say_nth (self, 1);

  if (clause != NULL)
    return finish_sentence (clause);
  if (self->n_under_way + self->n_due_rounds > 0)
    return g_strdup (_ ("Nothing else is due."));
  return say_next_round (self);
}

char *
imp_today_say_day (ImpDate day, ImpDate today)
{
  if (day == today)
    return g_strdup (_ ("Today"));
  if (day == today + 1)
    return g_strdup (_ ("Tomorrow"));
  return name_day (day, today);
}

/* Beside the headings */

char *
imp_today_say_to_confirm (const ImpToday *self)
{
  return imp_phrase_count (
      ngettext ("%s fix to confirm", "%s fixes to confirm", self->n_to_confirm),
      self->n_to_confirm);
}

char *
imp_today_say_colleagues (const ImpToday *self)
{
  if (self->more_news)
    return imp_phrase_count (
        ngettext ("more than %s colleague", "more than %s colleagues", self->n_untold),
        self->n_untold);
  return imp_phrase_count (ngettext ("%s colleague", "%s colleagues", self->n_untold),
                           self->n_untold);
}

char *
imp_today_say_rest (guint n)
{
  return g_strdup_printf (
      ngettext ("%u more, once these are told", "%u more, once these are told", n), n);
}
