/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where somebody's name stands in what people wrote, as data. */
#include "config.h"

#include "model/imp-mention.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHORTEST_PART 3

void
imp_mention_free (ImpMention *self)
{
  g_free (self->sentence);
  g_free (self->redacted);
  g_clear_pointer (&self->marks, g_array_unref);
  g_free (self->about);
  g_free (self);
}

const char *
imp_mention_get_instead (void)
{
  /* Translators: in the place of a name that was erased, within a sentence: "… told by [name
   * removed] …". Without quotation marks or backslashes: it also stands within coded text. */
  return _ ("[name removed]");
}

/* Names as a pattern */

static void
append_escaped (GString *pattern, const char *text, gssize size)
{
  g_autofree char *escaped = g_regex_escape_string (text, (int) size);

  g_string_append (pattern, escaped);
}

/* A letter with an accent, in whichever way it is written, or without it. */
static void
append_letter (GString *pattern, const char *letter, gsize size)
{
  g_autofree char *decomposed = g_utf8_normalize (letter, (gssize) size, G_NORMALIZE_NFD);
  gssize base = g_utf8_next_char (decomposed) - decomposed;

  if (strlen (decomposed) == (gsize) base)
    {
      append_escaped (pattern, letter, (gssize) size);
      return;
    }
  g_string_append (pattern, "(?:");
  append_escaped (pattern, letter, (gssize) size);
  g_string_append_c (pattern, '|');
  append_escaped (pattern, decomposed, base);
  g_string_append (pattern, "\\p{M}*)");
}

static void
append_name (GString *pattern, const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);

  if (pattern->len > 0)
    g_string_append_c (pattern, '|');
  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        append_letter (pattern, p, (gsize) (g_utf8_next_char (p) - p));
      else if (p == composed || !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (p))))
        g_string_append (pattern, "\\s+");
    }
}

static gboolean
has_capitals (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isupper (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* "van" is a name only for who writes all of theirs in small letters. */
static gboolean
is_part (const char *part, gboolean capitals)
{
  return g_utf8_strlen (part, -1) >= SHORTEST_PART
         && !(capitals && g_unichar_islower (g_utf8_get_char (part)));
}

static void
append_parts (GString *pattern, const char *name)
{
  g_auto (GStrv) parts = g_strsplit_set (name, " \t\n", -1);
  gboolean capitals = has_capitals (name);

  for (guint i = 0; strchr (name, '@') == NULL && parts[i] != NULL; i++)
    if (is_part (parts[i], capitals))
      append_name (pattern, parts[i]);
}

/* The longest first, so that "Dana Whitfield" is one mention and not two. */
GRegex *
imp_mention_compile (const char *const *names)
{
  g_autoptr (GString) pattern = g_string_new (NULL);
  g_autofree char *whole = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (g_utf8_strlen (names[i], -1) >= SHORTEST_PART)
      append_name (pattern, names[i]);
  for (guint i = 0; names[i] != NULL; i++)
    if (g_utf8_strlen (names[i], -1) >= SHORTEST_PART)
      append_parts (pattern, names[i]);
  whole = g_strdup_printf ("(?<![\\p{L}\\p{N}\\p{M}])(?:%s)(?![\\p{L}\\p{N}\\p{M}])", pattern->str);
  return pattern->len > 0 ? g_regex_new (whole, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL)
                          : NULL;
}

/* Sentences */

/* What is kept of a published page has its texts between quotation marks. */
static gboolean
is_document (ImpKind kind, guint8 field)
{
  return kind == IMP_KIND_ANNOUNCEMENT && field == IMP_ANNOUNCEMENT_DOCUMENT;
}

static const char *
skip_blanks (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static const char *
find_end (const char *text, gboolean document)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (*text == '\n' || (document && *text == '"'))
        return text;
      if (strchr (".!?", *text) != NULL && (text[1] == ' ' || text[1] == '\n'))
        return text + 1;
    }
  return text;
}

/* One small word ("will", "mark") may well be no name. */
static gboolean
is_certain (const char *match, gsize size)
{
  return !g_unichar_islower (g_utf8_get_char (match)) || memchr (match, ' ', size) != NULL
         || memchr (match, '@', size) != NULL;
}

/* Of the names that overlap the sentence from `start` to `end`. */
static GArray *
find_marks (GRegex *names, const char *text, gsize start, gsize end, gboolean *certain)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (ImpMentionMark));
  g_autoptr (GMatchInfo) info = NULL;
  int from, to;

  *certain = FALSE;
  g_regex_match_full (names, text, (gssize) end, (int) start, 0, &info, NULL);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      g_match_info_fetch_pos (info, 0, &from, &to);
      g_array_append_val (marks, ((ImpMentionMark) { (gsize) from - start, (gsize) to - start }));
      *certain |= is_certain (text + from, (gsize) (to - from));
    }
  return marks->len > 0 ? g_steal_pointer (&marks) : NULL;
}

static char *
replace_marks (const char *sentence, const GArray *marks, const char *instead)
{
  GString *redacted = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      ImpMentionMark mark = g_array_index (marks, ImpMentionMark, i);

      g_string_append_len (redacted, sentence + done, (gssize) (mark.start - done));
      g_string_append (redacted, instead);
      done = mark.end;
    }
  return g_string_free_and_steal (g_string_append (redacted, sentence + done));
}

void
imp_mention_find (GRegex *names,
                  const char *instead,
                  ImpItem item,
                  ImpKind kind,
                  guint8 field,
                  const char *text,
                  GPtrArray *mentions)
{
  gboolean document = is_document (kind, field), certain;
  const char *end;

  for (const char *start = skip_blanks (text); *start != '\0'; start = skip_blanks (end))
    {
      gsize from = (gsize) (start - text);
      g_autoptr (GArray) marks = NULL;
      ImpMention *mention;

      end = find_end (start, document);
      marks = find_marks (names, text, from, (gsize) (end - text), &certain);
      if (marks != NULL)
        {
          mention = g_new0 (ImpMention, 1);
          *mention = (ImpMention) { item, kind, field, from, .certain = certain };
          mention->sentence = g_strndup (start, (gsize) (end - start));
          mention->redacted = replace_marks (mention->sentence, marks, instead);
          mention->marks = g_steal_pointer (&marks);
          g_ptr_array_add (mentions, mention);
        }
      if (document && *end == '"')
        end++;
    }
}

/* From the last to the first, so that the places of those before stay what they are. */
static gboolean
redact_one (GString *text, const ImpMention *mention)
{
  gsize size = strlen (mention->sentence);

  if (mention->start + size > text->len
      || memcmp (text->str + mention->start, mention->sentence, size) != 0)
    return FALSE;
  g_string_erase (text, (gssize) mention->start, (gssize) size);
  g_string_insert (text, (gssize) mention->start, mention->redacted);
  return TRUE;
}

char *
imp_mention_redact (const char *text, const GPtrArray *mentions, ImpItem item, guint8 field)
{
  g_autoptr (GString) redacted = g_string_new (text);

  for (guint i = mentions->len; i > 0; i--)
    {
      const ImpMention *mention = mentions->pdata[i - 1];

      if (mention->item == item && mention->field == field && mention->sentence != NULL
          && !redact_one (redacted, mention))
        return NULL;
    }
  return g_string_free_and_steal (g_steal_pointer (&redacted));
}
