/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The words of a text, and how near one word is to another. */
#include "config.h"

#include "model/imp-word.h"

#include <string.h>

#include "base/imp-text.h"

#define MOST_BYTES   16384
#define MOST_LETTERS 64 /* the rest of a word is not looked at */

/* How much of a word another one stands for. */
#define INFLECTED 0.8
#define SLIPPED   0.7
#define BEGUN     0.6

/* From so many letters on a word is long enough to be recognised with one slip, and with two. */
#define ONE_SLIP_LETTERS  5
#define TWO_SLIPS_LETTERS 9

struct _ImpWordList
{
  gunichar *letters; /* of the whole text */
  GArray *words;     /* of ImpWord */
};

/* As SQLite's unicode61 divides texts into words, with marks as parts of them: what is an accent
 * is gone from what is folded, the others make another letter. */
gboolean
imp_word_has_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c);
  return g_unichar_isalnum (c) || g_unichar_ismark (c)
         || g_unichar_type (c) == G_UNICODE_PRIVATE_USE;
}

static ImpWord
make_word (const gunichar *letters, gsize n_letters)
{
  ImpWord word = { letters, (guint) MIN (n_letters, MOST_LETTERS), 0, 2166136261u };

  for (guint i = 0; i < word.n_letters; i++)
    {
      word.signs |= 1u << letters[i] % 32;
      word.sum = (word.sum ^ letters[i]) * 16777619u;
    }
  return word;
}

static gboolean
is_same (const ImpWord *a, const ImpWord *b)
{
  return a->sum == b->sum && a->n_letters == b->n_letters
         && memcmp (a->letters, b->letters, a->n_letters * sizeof *a->letters) == 0;
}

static void
add_once (GArray *words, ImpWord word)
{
  for (guint i = 0; i < words->len; i++)
    if (is_same (&g_array_index (words, ImpWord, i), &word))
      return;
  g_array_append_val (words, word);
}

/* Past the letters from p on, or past what is between words. */
static const gunichar *
skip (const gunichar *p, gboolean letters)
{
  while (*p != 0 && !imp_word_has_letter (*p) == !letters)
    p++;
  return p;
}

ImpWordList *
imp_word_list_new (const char *text, guint n_most)
{
  ImpWordList *self = g_new (ImpWordList, 1);
  g_autofree char *begin = text != NULL ? g_strndup (text, MOST_BYTES) : NULL;
  g_autofree char *folded = imp_text_fold (begin);
  const gunichar *end;

  self->letters = g_utf8_to_ucs4_fast (folded, -1, NULL);
  self->words = g_array_new (FALSE, FALSE, sizeof (ImpWord));
  for (const gunichar *p = skip (self->letters, FALSE); *p != 0 && self->words->len < n_most;
       p = skip (end, FALSE))
    {
      end = skip (p, TRUE);
      add_once (self->words, make_word (p, (gsize) (end - p)));
    }
  return self;
}

void
imp_word_list_free (ImpWordList *self)
{
  g_free (self->letters);
  g_array_unref (self->words);
  g_free (self);
}

guint
imp_word_list_count (const ImpWordList *self)
{
  return self->words->len;
}

const ImpWord *
imp_word_list_get (const ImpWordList *self, guint i)
{
  return &g_array_index (self->words, ImpWord, i);
}

static guint
count_shared (const ImpWord *a, const ImpWord *b)
{
  const guint n = MIN (a->n_letters, b->n_letters);
  guint i = 0;

  while (i < n && a->letters[i] == b->letters[i])
    i++;
  return i;
}

/* "scanner" and "scanning", "log" and "logs": the end differs, by three letters at most, and what
 * is shared is the shorter word or long enough to be a stem. */
static gboolean
is_inflected (guint shared, guint shorter, guint longer)
{
  if (shared == shorter)
    return shorter >= 3 && longer - shorter <= (shorter == 3 ? 1 : 3);
  return shared >= 5 && longer - shared <= 3;
}

/* Letters wrong, missing, too many, or two that changed places, each counting one: the distance of
 * F. J. Damerau. row: of a's first i letters; one before that, and two. */
static guint
count_slips (const ImpWord *a, const ImpWord *b)
{
  guint rows[3][MOST_LETTERS + 1];
  guint *row = rows[0], *before = rows[1], *twice = rows[2];

  for (guint j = 0; j <= b->n_letters; j++)
    row[j] = j;
  for (guint i = 1; i <= a->n_letters; i++)
    {
      guint *spare = twice;

      twice = before;
      before = row;
      row = spare;
      row[0] = i;
      for (guint j = 1; j <= b->n_letters; j++)
        {
          const guint wrong = before[j - 1] + (a->letters[i - 1] != b->letters[j - 1]);

          row[j] = MIN (wrong, MIN (before[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && a->letters[i - 1] == b->letters[j - 2]
              && a->letters[i - 2] == b->letters[j - 1])
            row[j] = MIN (row[j], twice[j - 2] + 1);
        }
    }
  return row[b->n_letters];
}

static guint
count_bits (guint32 bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;
  return n;
}

/* One slip changes two letters at most, so most words are told apart at once. */
static gboolean
is_slip (const ImpWord *a, const ImpWord *b)
{
  const guint shorter = MIN (a->n_letters, b->n_letters);
  const guint longer = MAX (a->n_letters, b->n_letters);
  const guint most = shorter >= TWO_SLIPS_LETTERS ? 2 : shorter >= ONE_SLIP_LETTERS ? 1 : 0;

  return most > 0 && longer - shorter <= most && count_bits (a->signs ^ b->signs) <= 2 * most
         && count_slips (a, b) <= most;
}

double
imp_word_compare (const ImpWord *a, const ImpWord *b)
{
  const guint shorter = MIN (a->n_letters, b->n_letters);
  const guint longer = MAX (a->n_letters, b->n_letters);
  guint shared;

  if (is_same (a, b))
    return 1;
  shared = count_shared (a, b);
  if (is_inflected (shared, shorter, longer))
    return INFLECTED;
  if (is_slip (a, b))
    return SLIPPED;
  return shared == shorter && shorter >= 4 ? BEGUN : 0;
}

guint
imp_word_get_stem (const ImpWord *self)
{
  if (self->n_letters <= 4)
    return self->n_letters;
  if (self->n_letters == 5)
    return 4;
  return MAX (5, self->n_letters - 3);
}

char *
imp_word_dup_beginning (const ImpWord *self, guint n_letters)
{
  return g_ucs4_to_utf8 (self->letters, (glong) MIN (n_letters, self->n_letters), NULL, NULL, NULL);
}
