/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What somebody searches for, and where it stands in a text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The words of a search. A word is found by its beginning, whatever its capitals and accents; one
 * with punctuation in it ("badge-reader") is several that stand side by side. Immutable, reference
 * counted, for any thread. */
typedef struct _ImpSearch ImpSearch;

ImpSearch *imp_search_new (const char *text); /* NULL where there is no word in it */
/* The same of words that are apart already: one that has blanks in it is several that stand side by
 * side. NULL-terminated. */
ImpSearch *imp_search_new_of_words (const char *const *words);
/* Punctuation alone has none: it is the beginning of a search at best. */
gboolean imp_search_has_words (const char *text);
ImpSearch *imp_search_ref (ImpSearch *self); /* NULL stays NULL */
void imp_search_unref (ImpSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpSearch, imp_search_unref)

/* A word as imp_text_fold() has it: letters, figures and blanks between its parts. */
guint imp_search_count_words (const ImpSearch *self);
const char *imp_search_get_word (const ImpSearch *self, guint i);

/* Part of a text, in bytes. */
typedef struct
{
  guint start, end;
} ImpSpan;

/* Which words stand in the text: 1 << i for each; those after the 64th are not told. Adds where
 * their letters are to `spans` (of ImpSpan, may be NULL), in order and apart. Looks at the first
 * 64 KiB. A text that is NULL has none. */
guint64 imp_search_find (const ImpSearch *self, const char *text, GArray *spans);
guint64 imp_search_get_all (const ImpSearch *self); /* the answer where every word is found */

G_END_DECLS
