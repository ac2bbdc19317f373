/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * JSON (RFC 8259) taken apart token by token. */
#include "config.h"

#include "exchange/imp-json-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

ImpJsonReader *
imp_json_reader_new (ImpSource *source)
{
  ImpJsonReader *self = g_new0 (ImpJsonReader, 1);

  self->source = source;
  self->text = g_string_new (NULL);
  return self;
}

void
imp_json_reader_free (ImpJsonReader *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

static gboolean
fail_here (ImpJsonReader *self, const char *what, GError **error)
{
  return imp_import_fail (error, self->source->line, "%s", what);
}

static gboolean
fail_end (ImpJsonReader *self, GError **error)
{
  return imp_source_check (self->source, error)
         && fail_here (
             self, _ ("the file ends too early: a part of it is missing. Export it again."), error);
}

/* Strings */

static gboolean
read_hex (ImpJsonReader *self, gunichar *unit, GError **error)
{
  *unit = 0;
  for (int i = 0; i < 4; i++)
    {
      int c = imp_source_next (self->source);

      if (c == IMP_SOURCE_END)
        return fail_end (self, error);
      if (!g_ascii_isxdigit (c))
        return fail_here (self, _ ("“\\u” wants four hexadecimal figures. Correct it."), error);
      *unit = *unit << 4 | (gunichar) g_ascii_xdigit_value ((char) c);
    }
  return TRUE;
}

static gboolean
fail_surrogate (ImpJsonReader *self, GError **error)
{
  return imp_source_check (self->source, error)
         && fail_here (self, _ ("a “\\u” character is only half there. Correct it."), error);
}

static gboolean
read_low_surrogate (ImpJsonReader *self, gunichar *unit, GError **error)
{
  gunichar low;

  if (imp_source_next (self->source) != '\\' || imp_source_next (self->source) != 'u')
    return fail_surrogate (self, error);
  if (!read_hex (self, &low, error))
    return FALSE;
  if (low < 0xdc00 || low > 0xdfff)
    return fail_surrogate (self, error);
  *unit = 0x10000 + ((*unit - 0xd800) << 10) + (low - 0xdc00);
  return TRUE;
}

static gboolean
read_unicode (ImpJsonReader *self, GError **error)
{
  gunichar unit;

  if (!read_hex (self, &unit, error))
    return FALSE;
  if (unit == 0)
    return fail_here (self, _ ("a text has no “\\u0000”. Take it out."), error);
  if (unit >= 0xdc00 && unit <= 0xdfff)
    return fail_surrogate (self, error);
  if (unit >= 0xd800 && unit <= 0xdbff && !read_low_surrogate (self, &unit, error))
    return FALSE;
  g_string_append_unichar (self->text, unit);
  return TRUE;
}

static gboolean
read_escape (ImpJsonReader *self, GError **error)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  int c = imp_source_next (self->source);
  const char *letter = c > 0 ? strchr (letters, c) : NULL;

  if (c == 'u')
    return read_unicode (self, error);
  if (c == IMP_SOURCE_END)
    return fail_end (self, error);
  if (letter == NULL)
    return fail_here (self, _ ("“\\” is followed by a letter that means nothing. Correct it."),
                      error);
  g_string_append_c (self->text, meanings[letter - letters]);
  return TRUE;
}

/* What is buffered up to a byte that means something; such a run has no end of a line. */
static void
append_run (ImpJsonReader *self)
{
  const guint8 *start = self->source->at;
  const guint8 *p = start;

  while (p < self->source->end && *p >= ' ' && *p != '"' && *p != '\\')
    p++;
  g_string_append_len (self->text, (const char *) start, p - start);
  self->source->at = p;
}

static gboolean
check_text (ImpJsonReader *self, GError **error)
{
  if (self->text->len > IMP_SOURCE_MAX_TEXT)
    return fail_here (self, _ ("a text is longer than 1 MiB. Shorten it."), error);
  return TRUE;
}

static gboolean
read_string (ImpJsonReader *self, GError **error)
{
  imp_source_next (self->source);
  for (;;)
    {
      int c;

      append_run (self);
      c = imp_source_next (self->source);
      if (c == '"')
        break;
      if (c == IMP_SOURCE_END)
        return fail_end (self, error);
      if (c == '\\')
        {
          if (!read_escape (self, error))
            return FALSE;
        }
      else if (c < ' ')
        return fail_here (
            self, _ ("a text is not closed on its line. Write a line break as “\\n”."), error);
      else
        g_string_append_c (self->text, (char) c);
      if (!check_text (self, error))
        return FALSE;
    }
  if (!g_utf8_validate_len (self->text->str, self->text->len, NULL))
    return fail_here (self, _ ("a text is not UTF-8. Save the file as UTF-8."), error);
  return check_text (self, error);
}

/* Numbers and words */

static const char *
skip_digits (const char *p)
{
  while (g_ascii_isdigit (*p))
    p++;
  return p;
}

/* number = [ "-" ] ( "0" / digit1-9 *digit ) [ "." 1*digit ] [ ( "e" / "E" ) [ sign ] 1*digit ] */
static gboolean
is_number (const char *text)
{
  const char *p = *text == '-' ? text + 1 : text;
  const char *start = p;

  p = skip_digits (p);
  if (p == start || (*start == '0' && p > start + 1))
    return FALSE;
  if (*p == '.')
    {
      start = ++p;
      p = skip_digits (p);
      if (p == start)
        return FALSE;
    }
  if (*p == 'e' || *p == 'E')
    {
      p += p[1] == '+' || p[1] == '-' ? 2 : 1;
      start = p;
      p = skip_digits (p);
      if (p == start)
        return FALSE;
    }
  return *p == '\0';
}

static void
read_bare (ImpJsonReader *self)
{
  int c = imp_source_peek (self->source);

  while (c != IMP_SOURCE_END && (g_ascii_isalnum (c) || strchr ("+-._", c) != NULL)
         && self->text->len < 400)
    {
      g_string_append_c (self->text, (char) imp_source_next (self->source));
      c = imp_source_peek (self->source);
    }
}

static gboolean
read_number (ImpJsonReader *self, GError **error)
{
  read_bare (self);
  self->number = g_ascii_strtod (self->text->str, NULL);
  if (is_number (self->text->str) && isfinite (self->number))
    return TRUE;
  return imp_import_fail (error, self->line, _ ("“%.40s” is not a number. Correct it."),
                          self->text->str);
}

static gboolean
read_word (ImpJsonReader *self, GError **error)
{
  read_bare (self);
  if (g_str_equal (self->text->str, "true"))
    self->token = IMP_JSON_TRUE;
  else if (g_str_equal (self->text->str, "false"))
    self->token = IMP_JSON_FALSE;
  else if (g_str_equal (self->text->str, "null"))
    self->token = IMP_JSON_NULL;
  else
    return imp_import_fail (error, self->line,
                            _ ("“%.40s” is neither a text in quotes nor a number. Correct it."),
                            self->text->str);
  return TRUE;
}

static int
skip_blanks (ImpSource *source)
{
  int c = imp_source_peek (source);

  while (c == ' ' || c == '\n' || c == '\r' || c == '\t')
    {
      imp_source_next (source);
      c = imp_source_peek (source);
    }
  return c;
}

gboolean
imp_json_reader_next (ImpJsonReader *self, GError **error)
{
  int c = skip_blanks (self->source);

  self->line = self->source->line;
  g_string_truncate (self->text, 0);
  self->token = IMP_JSON_END;
  if (c == IMP_SOURCE_END)
    return imp_source_check (self->source, error);
  if (c == '-' || g_ascii_isdigit (c))
    {
      self->token = IMP_JSON_NUMBER;
      return read_number (self, error);
    }
  if (g_ascii_isalpha (c))
    return read_word (self, error);
  if (strchr ("{}[]:,\"", c) == NULL)
    return fail_here (self, _ ("this is not JSON. Correct it, or export the file again."), error);
  self->token = (ImpJsonToken) c;
  if (c == '"')
    return read_string (self, error);
  imp_source_next (self->source);
  return TRUE;
}

gboolean
imp_json_reader_expect (ImpJsonReader *self, ImpJsonToken token, GError **error)
{
  if (!imp_json_reader_next (self, error))
    return FALSE;
  return self->token == token || imp_json_reader_fail (self, error);
}

gboolean
imp_json_reader_fail (ImpJsonReader *self, GError **error)
{
  if (self->token == IMP_JSON_END)
    return fail_end (self, error);
  return imp_import_fail (
      error, self->line,
      _ ("a comma, a colon or a bracket is missing or too many. Correct it, or export the file "
         "again."));
}
