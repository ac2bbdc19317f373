/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measures, breaks and cuts text for a terminal. */
#include "config.h"

#include "cli/imp-cli-text.h"

#include <string.h>

#define MAX_MESSAGE 600

static int
get_cells (gunichar letter)
{
  if (g_unichar_iszerowidth (letter))
    return 0;
  return g_unichar_iswide (letter) ? 2 : 1;
}

int
imp_cli_text_get_width (const char *text)
{
  int cells = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    cells += get_cells (g_utf8_get_char (p));
  return cells;
}

/* Valid and on one line: line breaks and other control characters become blanks. */
static char *
dup_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      g_string_append_unichar (line, g_unichar_iscntrl (letter) ? ' ' : letter);
    }
  return g_string_free (line, FALSE);
}

/* The end of as much of the text as fits into `width` cells, at least one letter. */
static const char *
find_fit (const char *text, int width)
{
  const char *end = text;

  while (*end != '\0' && (width -= get_cells (g_utf8_get_char (end))) >= 0)
    end = g_utf8_next_char (end);
  return end == text && *text != '\0' ? g_utf8_next_char (text) : end;
}

/* Where the line that begins at text ends: at the last blank that fits, else where it is full. */
static const char *
find_break (const char *text, int width)
{
  const char *end = find_fit (text, width);
  const char *blank = end;

  if (*end == '\0')
    return end;
  while (blank > text && *blank != ' ')
    blank--;
  return blank > text ? blank : end;
}

static char *
dup_ellipsized (const char *text, int width)
{
  const char *end = find_fit (text, MAX (width - 1, 1));
  g_autofree char *start = g_strndup (text, end - text);

  return g_strconcat (g_strchomp (start), "…", NULL);
}

char **
imp_cli_text_wrap (const char *text, int width, guint max_lines)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *line = dup_line (text);
  const char *start = g_strstrip (line);
  const char *rest = start;

  for (guint n = 1; n < max_lines && imp_cli_text_get_width (rest) > width; n++)
    {
      const char *end = find_break (rest, width);

      g_strv_builder_take (lines, g_strchomp (g_strndup (rest, end - rest)));
      rest = end + strspn (end, " ");
    }
  if (imp_cli_text_get_width (rest) > width)
    g_strv_builder_take (lines, dup_ellipsized (rest, width));
  else if (rest == start || *rest != '\0')
    g_strv_builder_add (lines, rest);
  return g_strv_builder_end (lines);
}

char *
imp_cli_text_clip (const char *text, int max_letters)
{
  g_autofree char *line = dup_line (text);

  return g_utf8_strlen (line, -1) > max_letters ? dup_ellipsized (line, max_letters)
                                                : g_steal_pointer (&line);
}

void
imp_cli_text_append_message (GString *string, const char *message)
{
  g_autofree char *line = imp_cli_text_clip (message, MAX_MESSAGE);

  g_string_append_printf (string, "improve: %s\n", line);
}
