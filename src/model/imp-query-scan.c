/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The text of a query, piece by piece. */
#include "config.h"

#include "model/imp-query-scan.h"

#include <string.h>

gboolean
imp_query_is_quote (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0xff02;
}

const char *
imp_query_find_end (const char *text, gboolean colon)
{
  const char *p = text;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || imp_query_is_quote (c) || (colon && c == ':'))
        break;
    }
  return p;
}

/* The text from an opening mark on; two of the same inside are one of the name. Moves behind the
 * closing one, or to the end where there is none. */
static char *
read_quoted (const char **text)
{
  const char *p = g_utf8_next_char (*text);
  g_autoptr (GString) inside = g_string_new (NULL);

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (imp_query_is_quote (c) && g_utf8_get_char (g_utf8_next_char (p)) == c)
        p = g_utf8_next_char (p);
      else if (imp_query_is_quote (c))
        {
          p = g_utf8_next_char (p);
          break;
        }
      g_string_append_unichar (inside, c);
    }
  *text = p;
  return g_string_free_and_steal (g_steal_pointer (&inside));
}

static char *
read_plain (const char **text)
{
  const char *end = imp_query_find_end (*text, FALSE);
  char *plain = g_strndup (*text, (gsize) (end - *text));

  *text = end;
  return plain;
}

/* Moves behind the colon. */
static void
read_key (const char **text, ImpQueryToken *token)
{
  const char *start = *text + (**text == '-'), *end = imp_query_find_end (start, TRUE);
  g_autofree char *word = g_strndup (start, (gsize) (end - start));

  token->key = IMP_N_QUERY_KEYS;
  token->negated = FALSE;
  if (*end != ':' || !imp_query_key_find (word, &token->key))
    return;
  token->negated = **text == '-';
  *text = end + 1;
}

gboolean
imp_query_scan (const char **text, ImpQueryToken *token)
{
  const char *p = *text;

  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  *text = p;
  if (*p == '\0')
    return FALSE;
  token->start = p;
  read_key (text, token);
  token->quoted = imp_query_is_quote (g_utf8_get_char (*text));
  token->value = token->quoted ? read_quoted (text) : read_plain (text);
  token->end = *text;
  return TRUE;
}

/* Takes the value. */
static void
set_typing (ImpQueryTyping *typing, const char *text, ImpQueryToken *token)
{
  const char *colon = g_utf8_strchr (token->start, token->end - token->start, ':');

  *typing = (ImpQueryTyping) { .start = (guint) (token->start - text),
                               .key = token->key,
                               .negated = token->negated,
                               .typed = g_steal_pointer (&token->value) };
  typing->value = typing->start;
  if (token->key != IMP_N_QUERY_KEYS)
    typing->value = (guint) (colon + 1 - text);
  else if (*typing->typed == '-')
    {
      typing->negated = TRUE;
      memmove (typing->typed, typing->typed + 1, strlen (typing->typed));
    }
}

gboolean
imp_query_read_typing (const char *text, ImpQueryTyping *typing)
{
  const char *p = text;
  ImpQueryToken token = { 0 }, last = { 0 };

  while (imp_query_scan (&p, &token))
    {
      g_free (last.value);
      last = token;
    }
  if (last.value == NULL || *last.end != '\0' || (last.quoted && last.key == IMP_N_QUERY_KEYS))
    {
      g_free (last.value);
      return FALSE;
    }
  set_typing (typing, text, &last);
  return TRUE;
}

static gboolean
is_finished (const ImpQueryToken *token, const char *cursor)
{
  return token->key != IMP_N_QUERY_KEYS && *token->value != '\0'
         && (cursor <= token->start || cursor > token->end)
         && g_unichar_isspace (g_utf8_get_char (token->end));
}

/* With the blank behind it, so that no two are left. */
static const char *
skip_blank (const char *end)
{
  return g_unichar_isspace (g_utf8_get_char (end)) ? g_utf8_next_char (end) : end;
}

ImpQuery *
imp_query_take_filters (const char *text, gboolean all, guint *cursor, char **rest)
{
  g_autoptr (GString) left = g_string_new (NULL), taken = g_string_new (NULL);
  const char *p = text, *kept = text, *at = text + *cursor;
  ImpQueryToken token;

  while (imp_query_scan (&p, &token))
    {
      if ((all && token.key != IMP_N_QUERY_KEYS) || is_finished (&token, at))
        {
          const char *end = skip_blank (token.end);

          g_string_append_printf (taken, "%.*s ", (int) (token.end - token.start), token.start);
          g_string_append_len (left, kept, token.start - kept);
          *cursor -= at > token.start ? (guint) (MIN (at, end) - token.start) : 0;
          kept = end;
        }
      g_free (token.value);
    }
  g_string_append (left, kept);
  *rest = g_string_free_and_steal (g_steal_pointer (&left));
  return imp_query_parse (taken->str);
}
