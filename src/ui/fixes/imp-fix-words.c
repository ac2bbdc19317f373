/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a card of the board says about its hours and its promise. */
#include "config.h"

#include "ui/fixes/imp-fix-words.h"

#include "model/imp-sentence.h"

#include <glib/gi18n.h>

#define DAYS_A_WEEK  7
#define DAYS_A_MONTH 30

ImpPromiseStand
imp_promise_stand (ImpDate first, ImpDate due, ImpDate kept, ImpDate today)
{
  if (!imp_date_is_set (first) && !imp_date_is_set (due))
    return IMP_STAND_NONE;
  if (imp_date_is_set (kept))
    return kept <= first ? IMP_STAND_KEPT : IMP_STAND_KEPT_LATE;
  return due < today ? IMP_STAND_LATE : IMP_STAND_DUE;
}

char *
imp_fix_words_span (int days)
{
  int weeks = (days + DAYS_A_WEEK / 2) / DAYS_A_WEEK;
  int months = (days + DAYS_A_MONTH / 2) / DAYS_A_MONTH;

  if (days < DAYS_A_WEEK)
    return g_strdup_printf (ngettext ("one day", "%d days", days), days);
  if (days < 2 * DAYS_A_MONTH)
    return g_strdup_printf (ngettext ("one week", "%d weeks", weeks), weeks);
  return g_strdup_printf (ngettext ("one month", "%d months", months), months);
}

static char *
say_promised (const char *to, ImpDate first, ImpDate due)
{
  g_autofree char *first_words = imp_date_to_words (first);
  g_autofree char *due_words = imp_date_to_words (due);

  if (to != NULL && first == due)
    /* Translators: a person or a team, and a day: "Promised to Dana for 27 November" */
    return g_strdup_printf (_ ("Promised to %s for %s"), to, first_words);
  if (to != NULL)
    return g_strdup_printf (_ ("Promised to %s for %s, moved to %s"), to, first_words, due_words);
  if (first == due)
    return g_strdup_printf (_ ("Promised for %s"), first_words);
  return g_strdup_printf (_ ("Promised for %s, moved to %s"), first_words, due_words);
}

static char *
say_late (ImpDate due, ImpDate today)
{
  g_autofree char *day = imp_date_to_words (due);
  g_autofree char *span = imp_fix_words_span (today - due);

  /* Translators: a day and a span of time: "Due 18 November, 3 days late" */
  return g_strdup_printf (_ ("Due %s, %s late"), day, span);
}

static char *
say_kept (ImpDate first, ImpDate kept)
{
  g_autofree char *day = imp_date_to_words (kept);
  g_autofree char *span = kept > first ? imp_fix_words_span (kept - first) : NULL;

  return span != NULL ? g_strdup_printf (_ ("Kept %s late"), span)
                      : g_strdup_printf (_ ("Kept, %s"), day);
}

static char *
say_without_promise (const ImpFixCard *card)
{
  g_autofree char *day = NULL;

  if (!imp_date_is_set (card->delivered))
    return g_strdup (_ ("No promise yet"));
  day = imp_date_to_words (card->delivered);
  return g_strdup_printf (_ ("Delivered %s"), day);
}

static char *
add_whom_to_ask (const ImpFixCard *card, char *line)
{
  g_autofree char *owned = line;

  if (card->state != IMP_FIX_STATE_DELIVERED || card->ask == NULL)
    return g_steal_pointer (&owned);
  /* Translators: "Kept, 12 November; ask Tom" */
  return g_strdup_printf (_ ("%s; ask %s"), owned, card->ask);
}

char *
imp_fix_words_promise (const ImpFixCard *card, ImpDate today)
{
  ImpDate first = card->promised_first;
  ImpDate due = card->promised_due;

  switch (imp_promise_stand (first, due, card->promise_kept, today))
    {
    case IMP_STAND_DUE:
      return say_promised (card->promised_to, first, due);
    case IMP_STAND_LATE:
      return say_late (due, today);
    case IMP_STAND_KEPT:
    case IMP_STAND_KEPT_LATE:
      return add_whom_to_ask (card, say_kept (first, card->promise_kept));
    case IMP_STAND_NONE:
    default:
      return add_whom_to_ask (card, say_without_promise (card));
    }
}

static char *
say_voices (guint n_voices)
{
  return g_strdup_printf (ngettext ("one voice", "%u voices", n_voices), n_voices);
}

char *
imp_fix_words_hours (const ImpFixCard *card)
{
  g_autofree char *hours = imp_impact_to_hours_words (card->hours);
  g_autofree char *voices = say_voices (card->n_voices);

  if (card->hours <= 0)
    return g_steal_pointer (&voices);
  if (card->state == IMP_FIX_STATE_CONFIRMED && card->asked_again)
    return g_strdup_printf (_ ("%s a month · asked again"), hours);
  if (card->state == IMP_FIX_STATE_CONFIRMED)
    return g_strdup_printf (_ ("about %s a month · our estimate"), hours);
  return g_strdup_printf (_ ("%s back a month · %s"), hours, voices);
}

static char *
say_to_come (ImpDate due, ImpDate today)
{
  g_autofree char *span = NULL;

  if (due == today)
    return g_strdup (_ ("today"));
  span = imp_fix_words_span (due - today);
  /* Translators: a span of time to come: "in 6 days" */
  return g_strdup_printf (_ ("in %s"), span);
}

char *
imp_promise_words_stand (const ImpPromiseLine *promise, ImpDate today)
{
  g_autofree char *span = NULL;

  switch (imp_promise_stand (promise->first, promise->due, promise->kept, today))
    {
    case IMP_STAND_KEPT:
    case IMP_STAND_KEPT_LATE:
      return say_kept (promise->first, promise->kept);
    case IMP_STAND_LATE:
      span = imp_fix_words_span (today - promise->due);
      return g_strdup_printf (_ ("%s late"), span);
    case IMP_STAND_DUE:
    case IMP_STAND_NONE:
    default:
      return say_to_come (promise->due, today);
    }
}

char *
imp_promise_words_terms (const ImpPromiseLine *promise)
{
  return say_promised (promise->to, promise->first, promise->due);
}
