/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is shown of a text in which a search found something. */
#include "config.h"

#include "model/imp-match.h"

#include <string.h>

#define ELLIPSIS      "…"
#define LETTERS_AHEAD 24 /* at most, before the first of what was found */
#define MOST_LETTERS  160

ImpMarkedLine *
imp_marked_line_new (void)
{
  ImpMarkedLine *self = g_new0 (ImpMarkedLine, 1);

  self->text = g_strdup ("");
  self->spans = g_array_new (FALSE, FALSE, sizeof (ImpSpan));
  return self;
}

void
imp_marked_line_free (ImpMarkedLine *self)
{
  g_free (self->text);
  g_array_unref (self->spans);
  g_free (self);
}

static void
append (ImpMarkedLine *self, const char *text, gsize n)
{
  g_autofree char *before = self->text;
  g_autofree char *after = g_strndup (text, n);

  self->text = g_strconcat (before, after, NULL);
}

void
imp_marked_line_append (ImpMarkedLine *self, const char *text)
{
  append (self, text, strlen (text));
}

/* The text is a line: each break is a blank. */
static char *
dup_unbroken (const char *text)
{
  return g_strdelimit (g_strdup (text), "\n\r\t", ' ');
}

/* The beginning of a word, not many letters before `at`. */
static const char *
find_beginning (const char *text, const char *at)
{
  const char *earliest = at, *p;

  for (int i = 0; i < LETTERS_AHEAD && earliest > text; i++)
    earliest = g_utf8_prev_char (earliest);
  if (earliest == text)
    return text;
  for (p = earliest; p < at; p = g_utf8_next_char (p))
    if (*p == ' ')
      return p + 1;
  return at;
}

static const char *
find_ending (const char *beginning)
{
  const char *p = beginning;

  for (int i = 0; i < MOST_LETTERS && *p != '\0'; i++)
    p = g_utf8_next_char (p);
  while (g_unichar_ismark (g_utf8_get_char (p))) /* of the letter before */
    p = g_utf8_next_char (p);
  return p;
}

static void
move_spans (ImpMarkedLine *self, const GArray *spans, guint from, guint to)
{
  const guint at = (guint) strlen (self->text);

  for (guint i = 0; i < spans->len; i++)
    {
      ImpSpan span = g_array_index (spans, ImpSpan, i);

      if (span.start < from || span.start >= to)
        continue;
      span = (ImpSpan) { span.start - from + at, MIN (span.end, to) - from + at };
      g_array_append_val (self->spans, span);
    }
}

void
imp_marked_line_append_found (ImpMarkedLine *self, const ImpSearch *search, const char *text)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (ImpSpan));
  g_autofree char *line = dup_unbroken (text);
  const char *beginning = line, *ending;

  imp_search_find (search, line, spans);
  if (spans->len > 0)
    beginning = find_beginning (line, line + g_array_index (spans, ImpSpan, 0).start);
  ending = find_ending (beginning);
  if (beginning > line)
    imp_marked_line_append (self, ELLIPSIS " ");
  move_spans (self, spans, (guint) (beginning - line), (guint) (ending - line));
  append (self, beginning, (gsize) (ending - beginning));
  if (*ending != '\0')
    imp_marked_line_append (self, ELLIPSIS);
}

ImpMatch *
imp_match_new (void)
{
  ImpMatch *self = g_new0 (ImpMatch, 1);

  self->title = g_array_new (FALSE, FALSE, sizeof (ImpSpan));
  self->offering = g_array_new (FALSE, FALSE, sizeof (ImpSpan));
  self->sites = g_array_new (FALSE, FALSE, sizeof (ImpSpan));
  return self;
}

void
imp_match_free (ImpMatch *self)
{
  g_array_unref (self->title);
  g_array_unref (self->offering);
  g_array_unref (self->sites);
  g_clear_pointer (&self->line, imp_marked_line_free);
  g_free (self);
}

static gboolean
are_spans_equal (const GArray *a, const GArray *b)
{
  return a->len == b->len
         && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (ImpSpan)) == 0);
}

static gboolean
are_lines_equal (const ImpMarkedLine *a, const ImpMarkedLine *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_str_equal (a->text, b->text) && are_spans_equal (a->spans, b->spans);
}

gboolean
imp_match_equal (const ImpMatch *a, const ImpMatch *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return are_spans_equal (a->title, b->title) && are_spans_equal (a->offering, b->offering)
         && are_spans_equal (a->sites, b->sites) && are_lines_equal (a->line, b->line);
}
