/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where lines of print end. */
#include "config.h"

#include "publish/imp-wrap.h"

#include <string.h>

#define MAX_CARED 12  /* lines; of longer paragraphs the last line is not what is seen */
#define STEP      3.5 /* points */

static double
get_line_width (PangoLayout *layout, int n)
{
  PangoRectangle extents;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, n), NULL, &extents);
  return (double) extents.width / PANGO_SCALE;
}

static void
set_width (PangoLayout *layout, double width)
{
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
}

static gboolean
has_inner_blank (const char *text, gsize length)
{
  while (length > 0 && text[length - 1] == ' ')
    length--;
  return memchr (text, ' ', length) != NULL;
}

/* The last line has one word, or less than 30 % of the measure. */
static gboolean
ends_short (PangoLayout *layout, double width)
{
  int n = pango_layout_get_line_count (layout) - 1;
  const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, n);
  const char *text = pango_layout_get_text (layout) + line->start_index;

  return !has_inner_blank (text, (gsize) line->length) || get_line_width (layout, n) < 0.3 * width;
}

/* A word longer than the line has been cut. */
static gboolean
cuts_words (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  int n_attrs;
  const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (layout, &n_attrs);

  for (int i = 1; i < pango_layout_get_line_count (layout); i++)
    {
      int start = pango_layout_get_line_readonly (layout, i)->start_index;
      glong n = g_utf8_pointer_to_offset (text, text + start);

      if (n < n_attrs && !attrs[n].is_line_break)
        return TRUE;
    }
  return FALSE;
}

/* Whether at that width the text is whole, has no more lines, and no word is cut. */
static gboolean
try_width (PangoLayout *layout, double width, int n_lines)
{
  set_width (layout, width);
  return pango_layout_get_line_count (layout) <= n_lines && !pango_layout_is_ellipsized (layout)
         && !cuts_words (layout);
}

/* The narrowest width that keeps the number of lines: it makes them as even as they can be. */
static double
find_narrowest (PangoLayout *layout, double width)
{
  int n_lines = pango_layout_get_line_count (layout);
  double narrow = width / 2;
  double wide = width;

  while (wide - narrow > 1)
    {
      double middle = (wide + narrow) / 2;

      if (try_width (layout, middle, n_lines))
        wide = middle;
      else
        narrow = middle;
    }
  set_width (layout, wide);
  return wide;
}

/* Narrower, step by step; as it was if even the most even lines end too short. */
void
imp_wrap_paragraph (PangoLayout *layout, double width)
{
  int n_lines = pango_layout_get_line_count (layout);
  double narrowest, narrower;

  if (n_lines < 2 || n_lines > MAX_CARED || !ends_short (layout, width))
    return;
  narrowest = find_narrowest (layout, width);
  if (ends_short (layout, width))
    {
      set_width (layout, width);
      return;
    }
  for (narrower = width - STEP; narrower > narrowest; narrower -= STEP)
    {
      set_width (layout, narrower);
      if (!ends_short (layout, width))
        return;
    }
  set_width (layout, narrowest);
}

static void
even_out (PangoLayout *layout, double width)
{
  if (pango_layout_get_line_count (layout) > 1)
    find_narrowest (layout, width);
}

static gboolean
is_clause_end (gunichar c)
{
  return c == ',' || c == ';' || c == ':' || c == 0x60c || c == 0x61b || c == 0x3001 || c == 0xff0c
         || c == 0xff1a || c == 0xff1b;
}

/* How far from the line's start edge a byte stands. */
static double
get_x (PangoLayoutLine *line, double line_width, int index)
{
  int x;

  pango_layout_line_index_to_x (line, index, FALSE, &x);
  if (pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL)
    return line_width - (double) x / PANGO_SCALE;
  return (double) x / PANGO_SCALE;
}

/* Where to break a text in two after a clause, both halves within the width: the most even place,
 * as the byte of the blank; -1 if there is none. */
static int
find_clause_break (PangoLayout *layout, double width)
{
  const char *text = pango_layout_get_text (layout);
  PangoLayoutLine *line;
  double total, best;
  int found = -1;

  pango_layout_set_width (layout, -1);
  line = pango_layout_get_line_readonly (layout, 0);
  total = best = get_line_width (layout, 0);
  for (const char *p = strchr (text, ' '); p != NULL; p = strchr (p + 1, ' '))
    {
      double first = get_x (line, total, (int) (p - text));

      if (p > text && is_clause_end (g_utf8_get_char (g_utf8_prev_char (p)))
          && MAX (first, total - first) <= width && ABS (total - 2 * first) < best)
        {
          best = ABS (total - 2 * first);
          found = (int) (p - text);
        }
    }
  set_width (layout, width);
  return found;
}

void
imp_wrap_balanced (PangoLayout *layout, double width)
{
  g_autoptr (GString) text = NULL;
  int at = pango_layout_get_line_count (layout) == 2 ? find_clause_break (layout, width) : -1;

  if (at < 0)
    {
      even_out (layout, width);
      return;
    }
  text = g_string_new (pango_layout_get_text (layout));
  g_string_insert_c (text, at + 1, '\n');
  pango_layout_set_text (layout, text->str, (int) text->len);
}
