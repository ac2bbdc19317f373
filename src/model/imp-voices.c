/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What several colleagues answered to one question, as one answer. */
#include "config.h"

#include "model/imp-voices.h"

#include "model/imp-phrase.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  ImpAnswer answer;
  double value, spread;
} Voice;

static int
compare_voices (gconstpointer a, gconstpointer b)
{
  const Voice *x = a, *y = b;

  if (x->value != y->value)
    return x->value < y->value ? -1 : 1;
  /* Of the same value a band before a number, so that it does not matter who came first. */
  return (x->answer.band < y->answer.band) - (x->answer.band > y->answer.band);
}

static gboolean
is_any_measured (const ImpAnswer *answers, gsize n_answers)
{
  for (gsize i = 0; i < n_answers; i++)
    if (imp_answer_is_known (&answers[i]) && answers[i].known == IMP_KNOWN_MEASURED)
      return TRUE;
  return FALSE;
}

/* Those that count, from the least. */
static GArray *
list_voices (ImpQuestion question,
             const ImpAnswer *answers,
             gsize n_answers,
             const ImpLearned *learned)
{
  GArray *voices = g_array_new (FALSE, FALSE, sizeof (Voice));
  gboolean measured = is_any_measured (answers, n_answers);

  for (gsize i = 0; i < n_answers; i++)
    {
      const ImpAnswer *answer = &answers[i];
      Voice voice = { *answer, imp_answer_get_value (question, answer),
                      learned != NULL ? imp_learned_get_spread (learned, answer)
                                      : imp_answer_get_spread (answer) };

      if (voice.value > 0 && (!measured || answer->known == IMP_KNOWN_MEASURED))
        g_array_append_val (voices, voice);
    }
  g_array_sort (voices, compare_voices);
  return voices;
}

static ImpAnswer
find_middle (const GArray *voices)
{
  const Voice *low = &g_array_index (voices, Voice, (voices->len - 1) / 2);
  const Voice *high = &g_array_index (voices, Voice, voices->len / 2);
  ImpAnswer middle = low->answer;

  if (low->value != high->value)
    middle = (ImpAnswer) { .number = sqrt (low->value * high->value), .known = low->answer.known };
  if (voices->len > 1 && middle.known != IMP_KNOWN_MEASURED)
    middle.known = IMP_KNOWN_SEVERAL;
  return middle;
}

static double
compute_spread (const GArray *voices)
{
  double n = voices->len, logs = 0, squares = 0, own = 0, between;
  gboolean measured = g_array_index (voices, Voice, 0).answer.known == IMP_KNOWN_MEASURED;

  for (guint i = 0; i < voices->len; i++)
    {
      const Voice *voice = &g_array_index (voices, Voice, i);

      logs += log (voice->value);
      squares += pow (log (voice->value), 2);
      own += voice->spread * voice->spread / n;
    }
  if (voices->len == 1)
    return sqrt (own);
  between = (squares - logs * logs / n) / (n - 1);
  return CLAMP (sqrt (MAX (between, own) / n), measured ? IMP_SPREAD_MEASURED : IMP_SPREAD_SEVERAL,
                IMP_SPREAD_UNKNOWN);
}

void
imp_voices_init (ImpVoices *self,
                 ImpQuestion question,
                 const ImpAnswer *answers,
                 gsize n_answers,
                 const ImpLearned *learned)
{
  g_autoptr (GArray) voices = list_voices (question, answers, n_answers, learned);

  g_return_if_fail (question < IMP_N_QUESTIONS);

  *self = (ImpVoices) { .spread = IMP_SPREAD_UNKNOWN, .n_answers = voices->len };
  if (voices->len == 0)
    return;
  self->answer = find_middle (voices);
  self->spread = compute_spread (voices);
  self->lowest = g_array_index (voices, Voice, 0).value;
  self->highest = g_array_index (voices, Voice, voices->len - 1).value;
}

static gboolean
is_better_known (const ImpAnswer *a, const ImpAnswer *b)
{
  return imp_answer_is_known (a)
         && (!imp_answer_is_known (b) || imp_answer_get_known (a) < imp_answer_get_known (b));
}

gboolean
imp_voices_enter (const ImpVoices *self, ImpQuestion question, ImpFacts *facts)
{
  g_return_val_if_fail (question < IMP_N_QUESTIONS, FALSE);

  if (!is_better_known (&self->answer, &facts->answer[question]))
    return FALSE;
  facts->answer[question] = self->answer;
  facts->spread[question] = self->spread;
  return TRUE;
}

char *
imp_voices_to_words (const ImpVoices *self, ImpQuestion question)
{
  guint n = self->n_answers;
  g_autofree char *low = NULL, *high = NULL;

  g_return_val_if_fail (question < IMP_N_QUESTIONS, NULL);

  if (n < 2)
    return NULL;
  low = imp_phrase_amount_about (question, self->lowest);
  high = imp_phrase_amount_about (question, self->highest);
  if (g_str_equal (low, high))
    /* Translators: several colleagues' answers to one question; %2$s is "5 minutes". */
    return g_strdup_printf (ngettext ("%1$u answer: %2$s", "%1$u answers, all of them %2$s", n), n,
                            low);
  return g_strdup_printf (ngettext ("The middle of %1$u answer, from %2$s to %3$s",
                                    "The middle of %1$u answers, from %2$s to %3$s", n),
                          n, low, high);
}
