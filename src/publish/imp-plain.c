/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Plain text: an issue for the body of an e-mail, and other documents. */
#include "config.h"

#include "publish/imp-document.h"

#include <string.h>

#include "publish/imp-outline.h"
#include "publish/imp-rich.h"

#define MEASURE 72 /* columns */
#define NBSP    "\u00a0"

static int
count_columns (const char *text, gsize length)
{
  int n = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        n += g_unichar_iswide (c) ? 2 : 1;
    }
  return n;
}

static void
append_indent (GString *out, int indent)
{
  for (int i = 0; i < indent; i++)
    g_string_append_c (out, ' ');
}

/* Words as they come, at most MEASURE columns a line, following lines indented. A word that is
 * longer than a line stays whole: addresses are copied from here. */
static void
append_wrapped (GString *out, const char *paragraph, int column, int indent)
{
  gboolean first = TRUE;
  g_auto (GStrv) words = g_strsplit (paragraph, " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      int width = count_columns (*word, strlen (*word));

      if (!first && column + 1 + width > MEASURE)
        {
          g_string_append_c (out, '\n');
          append_indent (out, indent);
          column = indent;
        }
      else if (!first)
        {
          g_string_append_c (out, ' ');
          column++;
        }
      g_string_append (out, *word);
      column += width;
      first = FALSE;
    }
}

/* Breaks first, so that what belongs together stays together; then blanks become plain ones. */
static void
append_rich (GString *out, const char *rich, int column, int indent)
{
  g_autofree char *plain = imp_rich_to_plain (rich);
  g_autoptr (GString) text = g_string_new (NULL);

  g_strdelimit (plain, "\n", ' ');
  append_wrapped (text, plain, column, indent);
  g_string_replace (text, NBSP, " ", 0);
  g_string_append (out, text->str);
  g_string_append_c (out, '\n');
}

/* The columns of the last line. */
static int
measure_last_line (const GString *out)
{
  const char *end = out->str + out->len - 1;
  const char *start = end;

  while (start > out->str && start[-1] != '\n')
    start--;
  return count_columns (start, (gsize) (end - start));
}

static void
append_heading (GString *out, int level, const char *rich)
{
  g_string_append (out, level == 1 ? "\n" : "\n\n");
  append_rich (out, rich, 0, 0);
  for (int n = measure_last_line (out); n > 0; n--)
    g_string_append_c (out, level == 1 ? '=' : '-');
  g_string_append_c (out, '\n');
}

static void
append_paragraph (GString *out, const char *rich)
{
  g_string_append (out, out->len > 0 ? "\n" : "");
  append_rich (out, rich, 0, 0);
}

static void
append_entry (GString *out, const char *rich, gboolean first)
{
  g_string_append (out, first ? "\n- " : "- ");
  append_rich (out, rich, 2, 2);
}

static void
append_part (GString *out, const char *label, const char *rich, gboolean first)
{
  g_string_append_printf (out, first ? "\n%s: " : "%s: ", label);
  append_rich (out, rich, count_columns (label, strlen (label)) + 2, 2);
}

const ImpOutline imp_plain_outline = { append_heading, append_paragraph, append_part,
                                       append_entry };

char *
imp_issue_to_text (const ImpIssue *issue)
{
  return imp_outline_write (&imp_plain_outline, issue);
}
