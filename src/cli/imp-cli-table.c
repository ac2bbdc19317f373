/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Sets a table in a terminal's cells. */
#include "config.h"

#include "cli/imp-cli-table.h"

#include "cli/imp-cli-text.h"

#include <string.h>

#define GAP         2  /* cells between two columns */
#define LEAST_WIDTH 16 /* of the last column: on a narrower terminal the line is longer than it */

struct _ImpCliTable
{
  const ImpCliColumn *columns;
  guint n_columns;
  guint max_lines;
  GPtrArray *rows; /* of char **, n_columns each */
};

ImpCliTable *
imp_cli_table_new (const ImpCliColumn *columns, guint n_columns, guint max_lines)
{
  ImpCliTable *self = g_new0 (ImpCliTable, 1);

  self->columns = columns;
  self->n_columns = n_columns;
  self->max_lines = max_lines;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

void
imp_cli_table_free (ImpCliTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
imp_cli_table_take_row (ImpCliTable *self, char **texts)
{
  g_assert (g_strv_length (texts) == self->n_columns);
  g_ptr_array_add (self->rows, texts);
}

static int
measure_column (const ImpCliTable *self, guint column)
{
  const char *heading = self->columns[column].heading;
  int width = heading != NULL ? imp_cli_text_get_width (heading) : 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      char **texts = g_ptr_array_index (self->rows, i);

      width = MAX (width, imp_cli_text_get_width (texts[column]));
    }
  return width;
}

/* The widths of all columns on a terminal of `width` cells. */
static int *
measure (const ImpCliTable *self, int width)
{
  int *widths = g_new (int, self->n_columns);
  guint last = self->n_columns - 1;

  for (guint column = 0; column < last; column++)
    {
      widths[column] = measure_column (self, column);
      width -= widths[column] + GAP;
    }
  widths[last] = MAX (width, LEAST_WIDTH);
  return widths;
}

static void
append_blanks (GString *out, int n)
{
  g_string_append_printf (out, "%*s", MAX (n, 0), "");
}

static void
append_cell (const ImpCliColumn *column, const char *text, int width, GString *out)
{
  int blanks = width - imp_cli_text_get_width (text);

  if (column->right)
    append_blanks (out, blanks);
  g_string_append (out, text);
  append_blanks (out, (column->right ? 0 : blanks) + GAP);
}

/* The last column's text, its further lines under the first one. */
static void
append_last (const ImpCliTable *self, const char *text, const int *widths, GString *out)
{
  guint last = self->n_columns - 1;
  g_auto (GStrv) lines = imp_cli_text_wrap (text, widths[last], self->max_lines);
  int indent = 0;

  for (guint column = 0; column < last; column++)
    indent += widths[column] + GAP;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      append_blanks (out, i > 0 ? indent : 0);
      g_string_append_printf (out, "%s\n", lines[i]);
    }
}

static void
append_row (const ImpCliTable *self, const char *const *texts, const int *widths, GString *out)
{
  for (guint column = 0; column < self->n_columns - 1; column++)
    append_cell (&self->columns[column], texts[column], widths[column], out);
  append_last (self, texts[self->n_columns - 1], widths, out);
}

static void
append_headings (const ImpCliTable *self, const int *widths, GString *out)
{
  g_autofree const char **headings = g_new0 (const char *, self->n_columns);

  for (guint column = 0; column < self->n_columns; column++)
    headings[column] = self->columns[column].heading;
  append_row (self, headings, widths, out);
}

void
imp_cli_table_print (const ImpCliTable *self, int width, GString *out)
{
  g_autofree int *widths = measure (self, width);

  if (self->columns[0].heading != NULL)
    append_headings (self, widths, out);
  for (guint i = 0; i < self->rows->len; i++)
    append_row (self, g_ptr_array_index (self->rows, i), widths, out);
}
