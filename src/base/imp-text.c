/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Text as it is kept, and numbers as they are said. */
#include "config.h"

#include "base/imp-text.h"

#include <math.h>
#include <string.h>

static gboolean
is_line_break (gunichar c)
{
  return c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Controls, and what changes the direction of the text around it: embeddings, overrides and
 * isolates, which nothing here would close. Single marks of direction and joiners stay: Arabic,
 * Hebrew, Persian and emoji are spelt with them. */
static gboolean
is_dropped (gunichar c)
{
  gboolean turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  gboolean no_character = c == 0xfeff || (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);

  return turns || no_character || (g_unichar_iscntrl (c) && c != '\n' && c != '\t');
}

static char *
drop_controls (const char *valid)
{
  GString *kept = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (is_line_break (c))
        g_string_append_c (kept, '\n');
      else if (!is_dropped (c))
        g_string_append_unichar (kept, c);
    }
  return g_string_free (kept, FALSE);
}

static char *
strip_blanks (const char *valid)
{
  const char *end = valid + strlen (valid);

  while (*valid != '\0' && g_unichar_isspace (g_utf8_get_char (valid)))
    valid = g_utf8_next_char (valid);
  while (end > valid && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (valid, (gsize) (end - valid));
}

/* Most text is; nothing in it is dropped or composed. */
static gboolean
is_printable_ascii (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p != '\n' && *p != '\t' && !g_ascii_isprint (*p))
      return FALSE;
  return TRUE;
}

char *
imp_text_keep_valid (const char *text)
{
  GString *kept = g_string_new (NULL);
  const char *end;

  while (!g_utf8_validate (text, -1, &end))
    {
      g_string_append_len (kept, text, end - text);
      text = end + 1;
    }
  return g_string_free (g_string_append (kept, text), FALSE);
}

char *
imp_text_clean (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *normal = NULL;

  if (text == NULL)
    return NULL;
  if (is_printable_ascii (text))
    return strip_blanks (text);
  valid = g_utf8_make_valid (text, -1);
  kept = drop_controls (valid);
  normal = g_utf8_normalize (kept, -1, G_NORMALIZE_NFC);
  return strip_blanks (normal);
}

/* Accents and the signs of vowels that Hebrew and Arabic may leave out. Lower classes of combining
 * characters make another letter: a dakuten, a nukta, a virama. */
static gboolean
is_accent (gunichar c)
{
  return g_unichar_ismark (c) && g_unichar_combining_class (c) >= 10;
}

/* Appends the text without accents, blanks as one each. */
static void
append_plain (GString *plain, const char *decomposed)
{
  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        {
          if (!is_accent (c) && !is_dropped (c))
            g_string_append_unichar (plain, c);
        }
      else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
}

/* What most text comes to. */
static char *
fold_ascii (const char *text)
{
  char *folded = g_malloc (strlen (text) + 1), *end = folded;

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      *end++ = g_ascii_tolower (*p);
    else if (end > folded && end[-1] != ' ')
      *end++ = ' ';
  *end = '\0';
  return g_strchomp (folded);
}

char *
imp_text_fold (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *decomposed = NULL;
  g_autoptr (GString) plain = NULL;
  g_autofree char *folded = NULL;

  if (text == NULL || is_printable_ascii (text))
    return fold_ascii (text != NULL ? text : "");
  valid = g_utf8_make_valid (text, -1);
  decomposed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKD);
  plain = g_string_sized_new (strlen (decomposed));
  append_plain (plain, decomposed);
  folded = g_utf8_casefold (g_strchomp (plain->str), -1);
  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);
}

gboolean
imp_text_is_empty (const char *text)
{
  g_autofree char *clean = imp_text_clean (text);

  for (const char *p = clean; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && !g_unichar_iszerowidth (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* After a word, unless that takes away more than half. */
static const char *
find_cut (const char *line, guint n_chars)
{
  const char *end = g_utf8_offset_to_pointer (line, n_chars - 1);
  const char *blank = g_strrstr_len (line, end - line + 1, " ");

  return blank != NULL && g_utf8_strlen (line, blank - line) > n_chars / 2 ? blank : end;
}

char *
imp_text_begin (const char *text, guint n_chars)
{
  g_autofree char *line = imp_text_clean (text != NULL ? text : "");
  g_autofree char *start = NULL;

  g_return_val_if_fail (n_chars > 1, NULL);

  g_strdelimit (line, "\n\t", ' ');
  if (g_utf8_strlen (line, -1) <= n_chars)
    return g_steal_pointer (&line);
  start = g_strndup (line, find_cut (line, n_chars) - line);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

gboolean
imp_text_has_words (const char *folded, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  for (char **part = parts; *part != NULL; part++)
    if (strstr (folded, *part) == NULL)
      return FALSE;
  return TRUE;
}

static double
get_magnitude (double value)
{
  return floor (log10 (fabs (value)));
}

double
imp_number_round (double value)
{
  double scale;

  if (!isfinite (value) || fabs (value) < 1e-300)
    return 0;
  scale = pow (10, fabs (get_magnitude (value) - 1));
  /* Scales below one have no exact form: divide by their inverse instead. */
  return get_magnitude (value) >= 1 ? round (value / scale) * scale : round (value * scale) / scale;
}

static int
count_decimals (double rounded)
{
  int decimals = rounded == 0 ? 0 : (int) MAX (1 - get_magnitude (rounded), 0);
  double tenths = rounded * pow (10, decimals - 1);

  return decimals > 0 && fabs (tenths - round (tenths)) < 1e-6 ? decimals - 1 : decimals;
}

char *
imp_number_to_words (double value)
{
  double rounded = imp_number_round (value);

  return g_strdup_printf ("%'.*f", count_decimals (rounded), rounded);
}
