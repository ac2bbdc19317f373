/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How like what is typed is to what was said before. */
#include "config.h"

#include "model/imp-likeness.h"

#include <math.h>

#define MOST_WORDS      48 /* of what is typed */
#define MOST_TEXT_WORDS 200

/* What one of both has and the other has not, in A. Tversky's ratio: much where it was typed and
 * is not there, little where it is there and was not (yet) typed. */
#define NOT_THERE 0.5
#define NOT_TYPED 0.1

#define LONG_LETTERS 5

#define SAME_SITE     0.1
#define SAME_OFFERING 0.2

struct _ImpLikeness
{
  ImpWordList *words;
  double weights[MOST_WORDS];
  double mean; /* of the weights */
};

ImpLikeness *
imp_likeness_new (const char *text)
{
  g_autoptr (ImpWordList) words = imp_word_list_new (text, MOST_WORDS);
  ImpLikeness *self;

  if (imp_word_list_count (words) == 0)
    return NULL;
  self = g_new0 (ImpLikeness, 1);
  for (guint i = 0; i < imp_word_list_count (words); i++)
    self->weights[i] = 1;
  self->words = g_steal_pointer (&words);
  self->mean = 1;
  return self;
}

void
imp_likeness_free (ImpLikeness *self)
{
  imp_word_list_free (self->words);
  g_free (self);
}

guint
imp_likeness_count_words (const ImpLikeness *self)
{
  return imp_word_list_count (self->words);
}

const ImpWord *
imp_likeness_get_word (const ImpLikeness *self, guint i)
{
  return imp_word_list_get (self->words, i);
}

double
imp_likeness_get_weight (const ImpLikeness *self, guint i)
{
  return self->weights[i];
}

/* The inverse document frequency of K. Spärck Jones, smoothed as in BM25 so that no word weighs
 * nothing. */
static double
weigh_known (guint n_having, guint n_all)
{
  return log1p ((MAX (n_all, n_having) - n_having + 0.5) / (n_having + 0.5));
}

/* In a small backlog "not" may be as rare as "scanner": frequent words are short ones (G. K. Zipf's
 * law of abbreviation), so short ones weigh less. */
static double
weigh_length (const ImpWord *word)
{
  return MIN (1, (double) word->n_letters / LONG_LETTERS);
}

/* A word that nobody used yet, or that is mistyped, tells neither for nor against: it weighs as
 * much as the known ones do on the average. */
void
imp_likeness_weigh (ImpLikeness *self, const guint *n_having, guint n_all)
{
  guint n_known = 0;
  double sum = 0;

  for (guint i = 0; i < imp_word_list_count (self->words); i++)
    if (n_having[i] > 0)
      {
        self->weights[i] =
            weigh_known (n_having[i], n_all) * weigh_length (imp_likeness_get_word (self, i));
        sum += self->weights[i];
        n_known++;
      }
  self->mean = n_known > 0 ? sum / n_known : 1;
  for (guint i = 0; i < imp_word_list_count (self->words); i++)
    if (n_having[i] == 0)
      self->weights[i] = self->mean;
}

/* The nearest word of the text; what it is near to is met. */
static double
find_nearest (const ImpWord *word, const ImpWordList *text, gboolean *met)
{
  double nearest = 0;

  for (guint i = 0; i < imp_word_list_count (text) && nearest < 1; i++)
    {
      const double near = imp_word_compare (word, imp_word_list_get (text, i));

      met[i] |= near > 0;
      nearest = MAX (nearest, near);
    }
  return nearest;
}

static guint
count_unmet (const gboolean *met, guint n)
{
  guint unmet = 0;

  for (guint i = 0; i < n; i++)
    unmet += !met[i];
  return unmet;
}

double
imp_likeness_compare (const ImpLikeness *self, const char *text)
{
  g_autoptr (ImpWordList) words = imp_word_list_new (text, MOST_TEXT_WORDS);
  gboolean met[MOST_TEXT_WORDS] = { FALSE };
  double shared = 0, missing = 0, more;

  for (guint i = 0; i < imp_word_list_count (self->words); i++)
    {
      const double near = find_nearest (imp_word_list_get (self->words, i), words, met);

      shared += near * self->weights[i];
      missing += (1 - near) * self->weights[i];
    }
  more = self->mean * count_unmet (met, imp_word_list_count (words));
  return shared > 0 ? shared / (shared + NOT_THERE * missing + NOT_TYPED * more) : 0;
}

double
imp_likeness_place (double likeness, gboolean same_site, gboolean same_offering)
{
  const double place = 1 + (same_site ? SAME_SITE : 0) + (same_offering ? SAME_OFFERING : 0);

  return MIN (1, likeness * place);
}
