/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How many people, how often, how many minutes, how long to fix: an answer and how we know. */
#include "config.h"

#include "model/imp-answer.h"

#include <math.h>
#include <string.h>

/* A band stands for the geometric middle of its bounds, sqrt (low x high); where the design gives
 * one figure, both bounds are that figure. Open bands reach as far as their figure asks. */
typedef struct
{
  const char *nick; /* the text form: docs/exchange.md */
  double low, high;
} Band;

static const Band bands[IMP_N_QUESTIONS][IMP_N_BANDS] = {
  [IMP_QUESTION_PEOPLE] = { { "1", 1, 1 },
                            { "2-5", 2, 5 },
                            { "6-20", 6, 20 },
                            { "21-100", 21, 100 },
                            { "101-500", 101, 500 },
                            { "500+", 500, 2000 } },
  [IMP_QUESTION_OFTEN] = { { "rarely", 0.25, 0.25 },
                           { "monthly", 1, 1 },
                           { "weekly", 4, 4 },
                           { "2-3/week", 10, 10 },
                           { "daily", 20, 20 },
                           { "3+/day", 60, 60 } },
  [IMP_QUESTION_MINUTES] = { { "<1", 0.25, 1 },
                             { "2-4", 2, 4 },
                             { "5-10", 5, 10 },
                             { "11-30", 11, 30 },
                             { "31-90", 31, 90 },
                             { "90+", 90, 360 } },
  [IMP_QUESTION_EFFORT] = { { "<2h", 1, 1 },
                            { "half-day", 4, 4 },
                            { "1-2days", 12, 12 },
                            { "week", 40, 40 },
                            { "month", 160, 160 },
                            { "longer", 480, 480 } },
};

static const char *const known_nicks[] = {
  [IMP_KNOWN_MEASURED] = "measured",
  [IMP_KNOWN_SEVERAL] = "several",
  [IMP_KNOWN_ONE] = "one",
  [IMP_KNOWN_GUESS] = "guess",
};

static ImpKnown
known_or_guess (ImpKnown known)
{
  return known >= IMP_KNOWN_MEASURED && known <= IMP_KNOWN_GUESS ? known : IMP_KNOWN_GUESS;
}

gboolean
imp_answer_is_known (const ImpAnswer *self)
{
  return self->band > 0 || self->number > 0;
}

ImpKnown
imp_answer_get_known (const ImpAnswer *self)
{
  return imp_answer_is_known (self) ? known_or_guess (self->known) : 0;
}

double
imp_answer_get_value (ImpQuestion question, const ImpAnswer *self)
{
  const Band *band;

  g_return_val_if_fail (question < IMP_N_QUESTIONS && self->band <= IMP_N_BANDS, 0);

  if (self->band <= 0)
    return MAX (self->number, 0);
  band = &bands[question][self->band - 1];
  return sqrt (band->low * band->high);
}

int
imp_answer_get_band (ImpQuestion question, const ImpAnswer *self)
{
  const Band *band = bands[question];

  if (self->band > 0 || !imp_answer_is_known (self))
    return self->band;
  /* Between two bands lies the geometric middle of the gap. */
  for (int i = 0; i < IMP_N_BANDS - 1; i++)
    if (self->number <= sqrt (band[i].high * band[i + 1].low))
      return i + 1;
  return IMP_N_BANDS;
}

double
imp_answer_get_spread (const ImpAnswer *self)
{
  static const double spreads[] = {
    [IMP_KNOWN_MEASURED] = IMP_SPREAD_MEASURED,
    [IMP_KNOWN_SEVERAL] = IMP_SPREAD_SEVERAL,
    [IMP_KNOWN_ONE] = IMP_SPREAD_ONE,
    [IMP_KNOWN_GUESS] = IMP_SPREAD_GUESS,
  };

  return imp_answer_is_known (self) ? spreads[known_or_guess (self->known)] : IMP_SPREAD_UNKNOWN;
}

static gboolean
parse_known (const char *text, ImpKnown *known)
{
  *known = IMP_KNOWN_GUESS;
  if (text == NULL)
    return TRUE;
  for (ImpKnown i = IMP_KNOWN_MEASURED; i <= IMP_KNOWN_GUESS; i++)
    if (g_str_equal (text, known_nicks[i]))
      {
        *known = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_number (const char *text, double *number)
{
  char *end;

  /* Plain decimal figures only: no sign, exponent, "inf" or hexadecimal. */
  if (!g_ascii_isdigit (*text) || text[strspn (text, "0123456789.")] != '\0')
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return *end == '\0' && *number >= IMP_ANSWER_MIN && *number <= IMP_ANSWER_MAX;
}

static gboolean
parse_amount (ImpQuestion question, const char *text, ImpAnswer *answer)
{
  for (int i = 0; i < IMP_N_BANDS; i++)
    if (g_str_equal (text, bands[question][i].nick))
      {
        answer->band = i + 1;
        return TRUE;
      }
  return parse_number (text, &answer->number);
}

gboolean
imp_answer_parse (ImpQuestion question, const char *text, ImpAnswer *answer)
{
  g_auto (GStrv) words = text != NULL ? g_strsplit (text, " ", 2) : NULL;
  ImpAnswer parsed = { 0 };

  g_return_val_if_fail (question < IMP_N_QUESTIONS, FALSE);

  if (text != NULL && *text != '\0'
      && (!parse_amount (question, words[0], &parsed) || !parse_known (words[1], &parsed.known)))
    return FALSE;
  *answer = parsed;
  return TRUE;
}

/* The shortest decimal figures that read back as the same number. */
static void
print_number (double number, char buffer[G_ASCII_DTOSTR_BUF_SIZE])
{
  g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.15g", number);
  if (g_ascii_strtod (buffer, NULL) != number)
    g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.17g", number);
}

char *
imp_answer_print (ImpQuestion question, const ImpAnswer *self)
{
  const char *known = known_nicks[known_or_guess (self->known)];
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (question < IMP_N_QUESTIONS && self->band <= IMP_N_BANDS, NULL);

  if (!imp_answer_is_known (self))
    return NULL;
  if (self->band > 0)
    return g_strdup_printf ("%s %s", bands[question][self->band - 1].nick, known);
  print_number (CLAMP (self->number, IMP_ANSWER_MIN, IMP_ANSWER_MAX), number);
  return g_strdup_printf ("%s %s", number, known);
}
