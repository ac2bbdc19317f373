/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Text with strong runs. */
#include "config.h"

#include "publish/imp-rich.h"

#include <string.h>

#include "base/imp-text.h"

#define STRONG_BEGIN '\001'
#define STRONG_END   '\002'

static gboolean
is_no_break (gunichar c)
{
  return c == 0xa0 || c == 0x202f;
}

char *
imp_rich_clean (const char *text)
{
  g_autofree char *clean = imp_text_clean (text);
  GString *line = g_string_new (NULL);

  /* Blanks of any width become one; those that do not break stay. */
  for (const char *p = clean; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) || is_no_break (g_utf8_get_char (p)))
      g_string_append_unichar (line, g_utf8_get_char (p));
    else if (line->len > 0 && line->str[line->len - 1] != ' ')
      g_string_append_c (line, ' ');
  return g_string_free_and_steal (line);
}

char *
imp_rich_strong (const char *clean)
{
  if (*clean == '\0')
    return g_strdup ("");
  return g_strdup_printf ("%c%s%c", STRONG_BEGIN, clean, STRONG_END);
}

char *
imp_rich_next_run (const char **rich, gboolean *strong)
{
  const char *start = *rich;
  gsize length;

  *strong = *start == STRONG_BEGIN;
  if (*start == STRONG_BEGIN || *start == STRONG_END)
    start++;
  if (*start == STRONG_BEGIN)
    {
      *strong = TRUE;
      start++;
    }
  length = strcspn (start, *strong ? "\002" : "\001");
  *rich = start + length;
  return length > 0 ? g_strndup (start, length) : NULL;
}

char *
imp_rich_to_plain (const char *rich)
{
  GString *plain = g_string_new (NULL);
  g_autofree char *run = NULL;
  gboolean strong;

  while ((run = imp_rich_next_run (&rich, &strong)) != NULL)
    {
      g_string_append (plain, run);
      g_clear_pointer (&run, g_free);
    }
  return g_string_free_and_steal (plain);
}
