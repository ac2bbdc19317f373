/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What wants something now, in words. */
#include "config.h"

#include "model/imp-today-words.h"

#include "base/imp-text.h"
#include "model/imp-briefing-words.h"
#include "model/imp-phrase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAYS_OF_WEEK 7
#define MOST_NAMES   3

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

/* By weight: a word that was given, what may not be gone, who does not know, where to go. Of these
 * the one at `position` that has something to say, from 0; NULL. */
static char *
say_nth (const ImpToday *self, guint position)
{
  char *(*const say[]) (const ImpToday *) = { say_promises, say_fixes, say_untold, say_rounds };

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
  return imp_phrase_count (ngettext ("%s colleague", "%s colleagues", self->n_untold),
                           self->n_untold);
}

/* Promises, fixes and rounds */

char *
imp_today_say_terms (const ImpPromiseLine *promise)
{
  g_autofree char *day = imp_date_to_words (promise->due);
  /* Translators: to whom something was promised, and by when: "To Dana Whitfield for 27 November" */
  g_autofree char *terms = promise->to != NULL
                               ? g_strdup_printf (_ ("To %1$s for %2$s"), promise->to, day)
                               : g_strdup_printf (_ ("For %s"), day);

  if (imp_text_is_empty (promise->owner))
    return g_steal_pointer (&terms);
  return g_strdup_printf ("%s · %s", terms, promise->owner);
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

/* As colleagues call each other: the first word of a name. */
static char *
shorten_name (const char *name)
{
  const char *end = strchr (name, ' ');

  return end != NULL && end > name ? g_strndup (name, (gsize) (end - name)) : g_strdup (name);
}

static char *
say_whom_to_ask (const ImpToConfirm *self)
{
  g_autofree char *one = shorten_name (self->reporters[0]);
  g_autofree char *other = self->reporters[1] != NULL ? shorten_name (self->reporters[1]) : NULL;

  if (other == NULL)
    return g_strdup_printf (_ ("ask %s"), one);
  if (g_str_equal (one, other))
    return g_strdup_printf (_ ("ask %1$s or %2$s"), self->reporters[0], self->reporters[1]);
  /* Translators: names of colleagues: "ask Tom or Priya" */
  return g_strdup_printf (_ ("ask %1$s or %2$s"), one, other);
}

char *
imp_to_confirm_say (const ImpToConfirm *self)
{
  g_autofree char *day = imp_date_to_words (self->delivered);
  g_autofree char *delivered = imp_date_is_set (self->delivered)
                                   ? g_strdup_printf (_ ("Delivered %s"), day)
                                   : g_strdup (_ ("Delivered"));
  g_autofree char *whom = NULL;

  if (self->reporters == NULL || self->reporters[0] == NULL)
    return g_steal_pointer (&delivered);
  whom = say_whom_to_ask (self);
  return g_strdup_printf ("%s · %s", delivered, whom);
}

char *
imp_today_round_say_last (const ImpTodayRound *self)
{
  g_autofree char *day = imp_date_to_words (self->last);
  g_autofree char *last = g_strdup_printf (_ ("Last visit %s"), day);

  if (!imp_date_is_set (self->last))
    return NULL;
  if (self->n_promised == 0)
    return g_steal_pointer (&last);
  /* Translators: "Last visit 12 November · promised then: 2, kept: 1" */
  return g_strdup_printf (_ ("%1$s · promised then: %2$u, kept: %3$u"), last, self->n_promised,
                          self->n_kept);
}

/* News */

static const ImpUntold *
get_untold (const ImpNews *self, guint position)
{
  return g_ptr_array_index (self->untold, position);
}

char *
imp_news_say_title (const ImpNews *self)
{
  const ImpUntold *first = get_untold (self, 0);

  return self->fix != 0 ? g_strdup (first->what)
                        : g_strdup_printf (_ ("We cannot: %s"), first->what);
}

/* The whole name where another one here begins with the same. */
static char *
call (const ImpNews *self, guint position)
{
  const ImpUntold *untold = get_untold (self, position);
  g_autofree char *call = shorten_name (untold->who);

  if (untold->person == 0)
    return g_strdup (untold->who);
  for (guint i = 0; i < self->untold->len; i++)
    {
      g_autofree char *other = shorten_name (get_untold (self, i)->who);

      if (i != position && g_str_equal (call, other))
        return g_strdup (untold->who);
    }
  return g_steal_pointer (&call);
}

static char *
list_names (const ImpNews *self)
{
  const guint n = self->untold->len;
  const guint named = n > MOST_NAMES + 1 ? MOST_NAMES : n;
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < named; i++)
    {
      g_autofree char *name = call (self, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  if (named < n)
    /* Translators: after some names: how many others. */
    g_string_append_printf (names, ngettext (", %u more", ", %u more", n - named), n - named);
  return g_string_free_and_steal (names);
}

char *
imp_news_say_reporters (const ImpNews *self)
{
  g_autofree char *names = list_names (self);

  /* Translators: how many, and their names: "2 reporters: Sam, Somebody in returns" */
  return g_strdup_printf (
      ngettext ("%1$u reporter: %2$s", "%1$u reporters: %2$s", self->untold->len),
      self->untold->len, names);
}

char *
imp_news_say_tell (const ImpNews *self)
{
  g_autofree char *name = call (self, 0);

  if (self->untold->len > 1 || get_untold (self, 0)->person == 0)
    return g_strdup (_ ("Tell Them"));
  /* Translators: a button; the first name of a colleague. */
  return g_strdup_printf (_ ("Tell %s"), name);
}

char *
imp_news_say_words (const ImpNews *self)
{
  const ImpUntold *first = get_untold (self, 0);

  if (self->fix == 0)
    return imp_untold_say_what (first);
  if (imp_text_is_empty (first->why))
    return g_strdup_printf (_ ("%s."), first->what);
  /* Translators: the title of a fix, and what is different now. */
  return g_strdup_printf (_ ("%1$s. %2$s"), first->what, first->why);
}
