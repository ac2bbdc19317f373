/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The pieces that sentences about irritants and rounds are made of. */
#include "config.h"

#include "model/imp-phrase.h"

#include "base/imp-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HOURS_A_DAY 8

char *
imp_phrase_figure (double value)
{
  return fabs (value) >= 10 ? g_strdup_printf ("%'.0f", value) : imp_number_to_words (value);
}

gulong
imp_phrase_plural (double value)
{
  if (value == 1)
    return 1;
  return (gulong) CLAMP (ceil (value), 2, G_MAXINT);
}

static const char *
get_amount_format (ImpQuestion question, gulong n)
{
  switch (question)
    {
    case IMP_QUESTION_PEOPLE:
      return ngettext ("%s\u00a0person", "%s\u00a0people", n);
    case IMP_QUESTION_OFTEN:
      return ngettext ("%s\u00a0time a month", "%s\u00a0times a month", n);
    case IMP_QUESTION_MINUTES:
      return ngettext ("%s\u00a0minute", "%s\u00a0minutes", n);
    case IMP_QUESTION_EFFORT:
    case IMP_N_QUESTIONS:
    default:
      return ngettext ("%s\u00a0hour of work", "%s\u00a0hours of work", n);
    }
}

char *
imp_phrase_amount (ImpQuestion question, double value)
{
  g_autofree char *figure = imp_phrase_figure (value);

  return g_strdup_printf (get_amount_format (question, imp_phrase_plural (value)), figure);
}

double
imp_phrase_round (double value, gboolean up)
{
  static const double steps[] = { 1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9, 10 };
  const double unit = value > 0 ? pow (10, floor (log10 (value))) : 1;
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (steps) && steps[i] * unit < value * (1 - 1e-9))
    i++;
  if (!up && i > 0 && steps[i] * unit > value * (1 + 1e-9))
    i--;
  return steps[i] * unit;
}

char *
imp_phrase_amount_about (ImpQuestion question, double value)
{
  double said = imp_number_round (value);

  return imp_phrase_amount (question,
                            question == IMP_QUESTION_PEOPLE ? MAX (round (said), 1) : said);
}

/* Translators: small numbers in words, as in "three days" or "about eleven people". Where the
 * words would have to agree with what is counted, translate them as figures: "3". */
static const char *const count_words[] = {
  NULL,
  NC_ ("number", "one"),
  NC_ ("number", "two"),
  NC_ ("number", "three"),
  NC_ ("number", "four"),
  NC_ ("number", "five"),
  NC_ ("number", "six"),
  NC_ ("number", "seven"),
  NC_ ("number", "eight"),
  NC_ ("number", "nine"),
  NC_ ("number", "ten"),
  NC_ ("number", "eleven"),
  NC_ ("number", "twelve"),
};

static char *
count_in_words (gulong count)
{
  if (count >= 1 && count < G_N_ELEMENTS (count_words))
    return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "number", count_words[count]));
  return imp_phrase_figure ((double) count);
}

char *
imp_phrase_count (const char *format, gulong count)
{
  g_autofree char *words = count_in_words (count);

  return g_strdup_printf (format, words);
}

char *
imp_phrase_people (const ImpAnswer *answer, int reporters, gulong *n_people)
{
  double value = imp_answer_get_value (IMP_QUESTION_PEOPLE, answer);
  double said = answer->band > 0 ? imp_number_round (value) : value;
  gulong n = (gulong) MAX (round (said), 1);

  *n_people = n;
  if (reporters > value && reporters > 1)
    {
      *n_people = n = (gulong) reporters;
      return imp_phrase_count (ngettext ("at least %s\u00a0person", "at least %s\u00a0people", n),
                               n);
    }
  /* A small number that somebody counted is exact; a band never is, but for "1". */
  if (n == 1 || (answer->band == 0 && n < G_N_ELEMENTS (count_words)))
    return imp_phrase_count (ngettext ("%s\u00a0person", "%s\u00a0people", n), n);
  return imp_phrase_count (ngettext ("about %s\u00a0person", "about %s\u00a0people", n), n);
}

/* "once a day", "twice a day", "three times a day"; many is the format for n. */
static char *
say_times (gulong n, const char *once, const char *twice, const char *many)
{
  if (n == 1 || n == 2)
    return g_strdup (n == 1 ? once : twice);
  return imp_phrase_count (many, n);
}

static char *
say_times_a_day (gulong n)
{
  return say_times (n, _ ("once a day"), _ ("twice a day"),
                    ngettext ("%s\u00a0time a day", "%s\u00a0times a day", n));
}

static char *
say_times_a_week (gulong n)
{
  return say_times (n, _ ("once a week"), _ ("twice a week"),
                    ngettext ("%s\u00a0time a week", "%s\u00a0times a week", n));
}

static char *
say_times_a_month (gulong n)
{
  return say_times (n, _ ("once a month"), _ ("twice a month"),
                    ngettext ("%s\u00a0time a month", "%s\u00a0times a month", n));
}

static char *
say_times_a_year (gulong n)
{
  if (n == 0)
    return g_strdup (_ ("less than once a year"));
  return say_times (n, _ ("about once a year"), _ ("about twice a year"),
                    ngettext ("about %s\u00a0time a year", "about %s\u00a0times a year", n));
}

/* A rate that people would count by this unit: once or a whole number of times. */
static gboolean
is_whole (double value)
{
  return value >= 1 && fabs (value - round (value)) < 0.001;
}

char *
imp_phrase_often (const ImpAnswer *answer)
{
  double a_month = imp_answer_get_value (IMP_QUESTION_OFTEN, answer);

  if (answer->band == 4)
    return g_strdup (_ ("two or three times a week"));
  if (is_whole (a_month / 20) || a_month > 100)
    return say_times_a_day ((gulong) round (a_month / 20));
  if (is_whole (a_month / 4) && a_month < 20)
    return say_times_a_week ((gulong) round (a_month / 4));
  if (is_whole (a_month) || a_month > 5)
    return say_times_a_month ((gulong) round (a_month));
  return say_times_a_year ((gulong) round (a_month * 12));
}

char *
imp_phrase_minutes (const ImpAnswer *answer)
{
  double minutes = imp_answer_get_value (IMP_QUESTION_MINUTES, answer);
  double said = answer->band > 1 ? round (minutes) : minutes;
  const char *format;
  g_autofree char *figure = NULL;

  if (minutes < 1)
    {
      said = MAX (round (minutes * 60), 1);
      format = ngettext ("%s\u00a0second", "%s\u00a0seconds", imp_phrase_plural (said));
    }
  else if (minutes < 120 && minutes != 60)
    format = ngettext ("%s\u00a0minute", "%s\u00a0minutes", imp_phrase_plural (said));
  else
    {
      said = imp_number_round (minutes / 60);
      format = ngettext ("%s\u00a0hour", "%s\u00a0hours", imp_phrase_plural (said));
    }
  figure = imp_phrase_figure (said);
  return g_strdup_printf (format, figure);
}

typedef enum
{
  DAY,
  WEEK,
  MONTH,
  YEAR
} Unit;

static const double calendar[] = { 1, 7, 365.25 / 12, 365.25 };
static const double work[] = { 1, 5, 20, 240 };

/* The unit people would use, and how many of it: the largest that is met within a tenth, or that
 * gives about two or more. */
static gulong
choose_unit (double days, const double lengths[], Unit *unit)
{
  for (Unit i = YEAR; i > DAY; i--)
    {
      double n = days / lengths[i];

      if (n >= 1.75 || fabs (n - 1) <= 0.1)
        {
          *unit = i;
          return (gulong) round (n);
        }
    }
  *unit = DAY;
  return (gulong) MAX (round (days), 1);
}

static const char *
get_span_format (Unit unit, gulong n)
{
  switch (unit)
    {
    case YEAR:
      return ngettext ("%s\u00a0year", "%s\u00a0years", n);
    case MONTH:
      return ngettext ("%s\u00a0month", "%s\u00a0months", n);
    case WEEK:
      return ngettext ("%s\u00a0week", "%s\u00a0weeks", n);
    case DAY:
    default:
      return ngettext ("%s\u00a0day", "%s\u00a0days", n);
    }
}

static char *
say_span (double days, const double lengths[])
{
  static const char *const one[] = { N_ ("a day"), N_ ("a week"), N_ ("a month"), N_ ("a year") };
  Unit unit;
  gulong n = choose_unit (days, lengths, &unit);

  return n == 1 ? g_strdup (_ (one[unit])) : imp_phrase_count (get_span_format (unit, n), n);
}

char *
imp_phrase_days (double days)
{
  return say_span (days, calendar);
}

char *
imp_phrase_days_short (double days)
{
  Unit unit;
  gulong n = choose_unit (days, calendar, &unit);
  g_autofree char *figure = imp_phrase_figure ((double) n);

  return g_strdup_printf (get_span_format (unit, n), figure);
}

static char *
say_short_work (double hours)
{
  gulong n = (gulong) MAX (round (hours * 60), 1);

  if (n > 25 && n < 35)
    return g_strdup (_ ("half an hour"));
  if (n < 50)
    return imp_phrase_count (ngettext ("%s\u00a0minute", "%s\u00a0minutes", n), n);
  n = (gulong) round (hours);
  if (n <= 1)
    return g_strdup (_ ("an hour"));
  return imp_phrase_count (ngettext ("%s\u00a0hour", "%s\u00a0hours", n), n);
}

char *
imp_phrase_work (double hours)
{
  double days = hours / HOURS_A_DAY;

  if (hours < 3.5)
    return say_short_work (hours);
  if (hours < 6)
    return g_strdup (_ ("half a day"));
  if (days > 1.25 && days < 1.75)
    return g_strdup (_ ("a day and a half"));
  return say_span (days, work);
}

char *
imp_phrase_capitalise (char *text)
{
  g_autofree char *owned = text;
  g_autofree char *first = NULL;

  if (*text == '\0')
    return g_steal_pointer (&owned);
  first = g_utf8_strup (text, g_utf8_next_char (text) - text);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}
