/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Answers in words: the labels of their bands, and the row that shows one. */
#include "config.h"

#include "model/imp-answer.h"
#include "model/imp-phrase.h"

#include <glib/gi18n-lib.h>

static const char *const band_labels[IMP_N_QUESTIONS][IMP_N_BANDS] = {
  [IMP_QUESTION_PEOPLE] = { N_ ("1"), N_ ("2–5"), N_ ("6–20"), N_ ("21–100"), N_ ("101–500"),
                            N_ ("500+") },
  [IMP_QUESTION_OFTEN] = { N_ ("Rarely"), N_ ("Monthly"), N_ ("Weekly"), N_ ("2–3 a week"),
                           N_ ("Daily"), N_ ("3+ a day") },
  [IMP_QUESTION_MINUTES] = { N_ ("Under 1"), N_ ("2–4"), N_ ("5–10"), N_ ("11–30"), N_ ("31–90"),
                             N_ ("90+") },
  [IMP_QUESTION_EFFORT] = { N_ ("Under 2 h"), N_ ("Half a day"), N_ ("1–2 days"), N_ ("A week"),
                            N_ ("A month"), N_ ("Longer") },
};

const char *
imp_band_get_label (ImpQuestion question, int band)
{
  g_return_val_if_fail (question < IMP_N_QUESTIONS && band >= 0 && band <= IMP_N_BANDS, "");

  return band == 0 ? _ ("Don’t know") : _ (band_labels[question][band - 1]);
}

const char *
imp_question_get_label (ImpQuestion question)
{
  static const char *const labels[] = {
    [IMP_QUESTION_PEOPLE] = N_ ("How many people?"),
    [IMP_QUESTION_OFTEN] = N_ ("How often does it happen to each?"),
    [IMP_QUESTION_MINUTES] = N_ ("How many minutes each time?"),
    [IMP_QUESTION_EFFORT] = N_ ("How long to fix it?"),
  };

  g_return_val_if_fail (question < IMP_N_QUESTIONS, "");
  return _ (labels[question]);
}

const char *
imp_question_get_spoken (ImpQuestion question)
{
  static const char *const spoken[] = {
    [IMP_QUESTION_PEOPLE] = N_ ("How many people does this happen to?"),
    [IMP_QUESTION_OFTEN] = N_ ("How often does it happen to each of them?"),
    [IMP_QUESTION_MINUTES] = N_ ("How many minutes does it cost them each time?"),
    [IMP_QUESTION_EFFORT] = N_ ("How long would it take us to fix it?"),
  };

  g_return_val_if_fail (question < IMP_N_QUESTIONS, "");
  return _ (spoken[question]);
}

const char *
imp_known_get_label (ImpKnown known)
{
  static const char *const labels[] = {
    [IMP_KNOWN_MEASURED] = N_ ("Measured"),
    [IMP_KNOWN_SEVERAL] = N_ ("Several people"),
    [IMP_KNOWN_ONE] = N_ ("One person"),
    [IMP_KNOWN_GUESS] = N_ ("A guess"),
  };

  g_return_val_if_fail (known >= IMP_KNOWN_MEASURED && known <= IMP_KNOWN_GUESS, "");
  return _ (labels[known]);
}

static char *
say_unknown (ImpQuestion question)
{
  static const char *const words[] = {
    [IMP_QUESTION_PEOPLE] = N_ ("How many people is not known yet"),
    [IMP_QUESTION_OFTEN] = N_ ("How often is not known yet"),
    [IMP_QUESTION_MINUTES] = N_ ("Minutes each time are not known yet"),
    [IMP_QUESTION_EFFORT] = N_ ("Time to fix is not known yet"),
  };

  return g_strdup (_ (words[question]));
}

char *
imp_answer_to_phrase (ImpQuestion question, const ImpAnswer *self)
{
  g_autofree char *piece = NULL;
  gulong n_people;

  switch (question)
    {
    case IMP_QUESTION_PEOPLE:
      return imp_phrase_people (self, 0, &n_people);
    case IMP_QUESTION_OFTEN:
      return imp_phrase_often (self);
    case IMP_QUESTION_MINUTES:
      piece = imp_phrase_minutes (self);
      /* Translators: %s is "5 minutes" or "30 seconds". */
      return g_strdup_printf (_ ("%s each time"), piece);
    case IMP_QUESTION_EFFORT:
    case IMP_N_QUESTIONS:
    default:
      piece = imp_phrase_work (imp_answer_get_value (question, self));
      /* Translators: %s is "three days". */
      return g_strdup_printf (_ ("%s to fix"), piece);
    }
}

char *
imp_answer_to_words (ImpQuestion question, const ImpAnswer *self)
{
  g_return_val_if_fail (question < IMP_N_QUESTIONS, NULL);

  if (!imp_answer_is_known (self))
    return say_unknown (question);
  return imp_phrase_capitalise (imp_answer_to_phrase (question, self));
}

const char *
imp_known_get_words (ImpKnown known)
{
  static const char *const words[] = {
    [IMP_KNOWN_MEASURED] = N_ ("measured"),
    [IMP_KNOWN_SEVERAL] = N_ ("several people told us"),
    [IMP_KNOWN_ONE] = N_ ("one person told us"),
    [IMP_KNOWN_GUESS] = N_ ("a guess"),
  };

  return _ (
      words[known >= IMP_KNOWN_MEASURED && known <= IMP_KNOWN_GUESS ? known : IMP_KNOWN_GUESS]);
}

/* What the words leave out: the band of a number, or the number that is reckoned with. */
static char *
say_amount (ImpQuestion question, const ImpAnswer *self)
{
  double value = imp_answer_get_value (question, self);
  g_autofree char *figure = NULL;

  if (question == IMP_QUESTION_PEOPLE || question == IMP_QUESTION_MINUTES)
    return g_strdup (imp_band_get_label (question, imp_answer_get_band (question, self)));
  if (question == IMP_QUESTION_EFFORT)
    return imp_phrase_amount (question, value);
  figure = imp_phrase_figure (value);
  /* Translators: how often it happens to each: "40 a month". */
  return g_strdup_printf (_ ("%s\u00a0a\u00a0month"), figure);
}

char *
imp_answer_to_source_words (ImpQuestion question, const ImpAnswer *self)
{
  g_autofree char *amount = NULL;

  g_return_val_if_fail (question < IMP_N_QUESTIONS, NULL);

  if (!imp_answer_is_known (self))
    return g_strdup (_ ("reckoned as the middle of all the others"));
  amount = say_amount (question, self);
  /* Translators: the answer and how we know: "21–100 · measured". */
  return g_strdup_printf (_ ("%1$s · %2$s"), amount, imp_known_get_words (self->known));
}
