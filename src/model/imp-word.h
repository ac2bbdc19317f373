/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The words of a text, and how near one word is to another. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A word as imp_text_fold() has it and as the full text of the store divides texts; its letters are
 * those of the list it is in. */
typedef struct
{
  const gunichar *letters;
  guint n_letters;
  guint32 signs; /* a bit for each letter that is in it; several letters share one */
  guint32 sum;   /* the same for the same word */
} ImpWord;

/* The words of a text, each once, in their order. Immutable, for any thread. */
typedef struct _ImpWordList ImpWordList;

/* At most so many words, of the first 16 KiB of the text. NULL has none. */
ImpWordList *imp_word_list_new (const char *text, guint n_most);
void imp_word_list_free (ImpWordList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpWordList, imp_word_list_free)

guint imp_word_list_count (const ImpWordList *self);
const ImpWord *imp_word_list_get (const ImpWordList *self, guint i);

gboolean imp_word_has_letter (gunichar c); /* else it stands between words */
/* 1 for the same word; less for another form of it, for its beginning, or for one that is a slip of
 * the hand away (docs/recording.md); 0 for another word. The order does not matter. */
double imp_word_compare (const ImpWord *a, const ImpWord *b);
/* How many of its first letters stand in nearly every other form of it. */
guint imp_word_get_stem (const ImpWord *self);
char *imp_word_dup_beginning (const ImpWord *self, guint n_letters);

G_END_DECLS
