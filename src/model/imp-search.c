/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What somebody searches for, and where it stands in a text. */
#include "config.h"

#include "model/imp-search.h"

#include <string.h>

#include "base/imp-text.h"
#include "model/imp-word.h"

#define MOST_BYTES 65536

struct _ImpSearch
{
  GPtrArray *words; /* of char *: "badge reader" */
  GPtrArray *parts; /* of GStrv: { "badge", "reader", NULL } */
};

/* A run of letters and figures. */
typedef struct
{
  guint start, end;           /* in the text */
  guint folded, folded_bytes; /* in what is folded */
} Token;

/* A text, folded token by token. */
typedef struct
{
  const char *text;
  GString *folded;
  GArray *tokens; /* of Token */
} Tokens;

/* Appends what stands for the character at p; FALSE where it divides words. An accent is part of
 * the letter before it and stands for nothing. */
static gboolean
fold_character (const char *p, GString *folded)
{
  const gunichar c = g_utf8_get_char (p);
  g_autofree char *plain = NULL;
  char character[8] = "";

  if (c < 0x80)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (folded, g_ascii_tolower (*p));
      return g_ascii_isalnum (*p);
    }
  if (g_unichar_isspace (c))
    return FALSE;
  g_unichar_to_utf8 (c, character);
  plain = imp_text_fold (character);
  if (*plain != '\0' && !imp_word_has_letter (g_utf8_get_char (plain)))
    return FALSE;
  g_string_append (folded, plain);
  return TRUE;
}

static void
tokens_end (Tokens *self, Token *token, guint end)
{
  token->end = end;
  token->folded_bytes = (guint) self->folded->len - token->folded;
  if (token->folded_bytes > 0)
    g_array_append_val (self->tokens, *token);
}

static void
tokens_init (Tokens *self, const char *text)
{
  const char *p;
  gboolean inside = FALSE;
  Token token = { 0 };

  *self = (Tokens) { text, g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (Token)) };
  for (p = text; *p != '\0' && p - text < MOST_BYTES; p = g_utf8_next_char (p))
    {
      const guint folded = (guint) self->folded->len;
      const gboolean part = fold_character (p, self->folded);

      if (part && !inside)
        token = (Token) { .start = (guint) (p - text), .folded = folded };
      else if (!part && inside)
        tokens_end (self, &token, (guint) (p - text));
      inside = part;
    }
  if (inside)
    tokens_end (self, &token, (guint) (p - text));
}

static void
tokens_clear (Tokens *self)
{
  g_string_free (self->folded, TRUE);
  g_array_unref (self->tokens);
}

static const Token *
tokens_get (const Tokens *self, guint i)
{
  return &g_array_index (self->tokens, Token, i);
}

/* What a word of the search has between its blanks. */
static GStrv
list_parts (const char *word)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  Tokens tokens;

  tokens_init (&tokens, word);
  for (guint i = 0; i < tokens.tokens->len; i++)
    {
      const Token *token = tokens_get (&tokens, i);

      g_ptr_array_add (parts, g_strndup (tokens.folded->str + token->folded, token->folded_bytes));
    }
  tokens_clear (&tokens);
  g_ptr_array_add (parts, NULL);
  return (GStrv) g_ptr_array_steal (parts, NULL);
}

static void
add_word (ImpSearch *self, const char *word)
{
  g_auto (GStrv) parts = list_parts (word);

  if (parts[0] == NULL)
    return;
  g_ptr_array_add (self->words, g_strjoinv (" ", parts));
  g_ptr_array_add (self->parts, g_steal_pointer (&parts));
}

ImpSearch *
imp_search_new_of_words (const char *const *words)
{
  g_autoptr (ImpSearch) self = g_atomic_rc_box_new0 (ImpSearch);

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *folded = imp_text_fold (words[i]);

      add_word (self, folded);
    }
  return self->words->len > 0 ? g_steal_pointer (&self) : NULL;
}

ImpSearch *
imp_search_new (const char *text)
{
  g_autofree char *folded = imp_text_fold (text);
  g_auto (GStrv) words = g_strsplit_set (folded, " \"", -1);

  return imp_search_new_of_words ((const char *const *) words);
}

gboolean
imp_search_has_words (const char *text)
{
  g_autoptr (ImpSearch) search = imp_search_new (text);

  return search != NULL;
}

ImpSearch *
imp_search_ref (ImpSearch *self)
{
  return self != NULL ? g_atomic_rc_box_acquire (self) : NULL;
}

static void
imp_search_clear (ImpSearch *self)
{
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->parts);
}

void
imp_search_unref (ImpSearch *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) imp_search_clear);
}

guint
imp_search_count_words (const ImpSearch *self)
{
  return self->words->len;
}

const char *
imp_search_get_word (const ImpSearch *self, guint i)
{
  return g_ptr_array_index (self->words, i);
}

guint64
imp_search_get_all (const ImpSearch *self)
{
  return self->words->len < 64 ? (G_GUINT64_CONSTANT (1) << self->words->len) - 1 : G_MAXUINT64;
}

static gboolean
begins_with (const Tokens *tokens, guint i, const char *part, gboolean whole)
{
  const Token *token = tokens_get (tokens, i);
  const gsize n = strlen (part);

  return (whole ? token->folded_bytes == n : token->folded_bytes >= n)
         && memcmp (tokens->folded->str + token->folded, part, n) == 0;
}

/* Whether the parts stand from the i-th token on; the last one may be the beginning of a word. */
static gboolean
stands_at (const Tokens *tokens, guint i, const GStrv parts)
{
  const guint n = g_strv_length (parts);

  if (n > tokens->tokens->len - i)
    return FALSE;
  for (guint j = 0; j < n; j++)
    if (!begins_with (tokens, i + j, parts[j], j + 1 < n))
      return FALSE;
  return TRUE;
}

/* Where the letters end that `part` found of a token, with their accents. A character that stands
 * for several letters, as a ligature does, is marked whole. */
static guint
find_end (const Tokens *tokens, const Token *token, const char *part)
{
  const gsize n = strlen (part);
  const char *p = tokens->text + token->start;
  g_autoptr (GString) folded = g_string_new (NULL);

  for (; p < tokens->text + token->end; p = g_utf8_next_char (p))
    {
      const gsize before = folded->len;

      fold_character (p, folded);
      if (before >= n && folded->len > before)
        break;
    }
  return (guint) (p - tokens->text);
}

/* Spans come by ascending start. */
static void
add_span (GArray *spans, ImpSpan span)
{
  ImpSpan *last = spans->len > 0 ? &g_array_index (spans, ImpSpan, spans->len - 1) : NULL;

  if (last != NULL && span.start < last->end)
    last->end = MAX (last->end, span.end);
  else
    g_array_append_val (spans, span);
}

static guint64
find_at (const ImpSearch *self, const Tokens *tokens, guint i, GArray *spans)
{
  guint64 found = 0;

  for (guint w = 0; w < self->parts->len; w++)
    {
      const GStrv parts = g_ptr_array_index (self->parts, w);
      const guint n = g_strv_length (parts);

      if (!stands_at (tokens, i, parts))
        continue;
      found |= w < 64 ? G_GUINT64_CONSTANT (1) << w : 0;
      if (spans != NULL)
        add_span (spans,
                  (ImpSpan) { tokens_get (tokens, i)->start,
                              find_end (tokens, tokens_get (tokens, i + n - 1), parts[n - 1]) });
    }
  return found;
}

guint64
imp_search_find (const ImpSearch *self, const char *text, GArray *spans)
{
  guint64 found = 0;
  Tokens tokens;

  if (text == NULL)
    return 0;
  tokens_init (&tokens, text);
  for (guint i = 0; i < tokens.tokens->len; i++)
    found |= find_at (self, &tokens, i, spans);
  tokens_clear (&tokens);
  return found;
}
