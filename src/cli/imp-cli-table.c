/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Sets a table in a terminal's cells. */
#include "config.h"

#include "cli/imp-cli-table.h"

#include "cli/imp-cli-text.h"

#include <string.h>

#define GAP         2  /* cells between two columns */
#define LEAST_WIDTH 20 /* of the last column */

/* Where the columns stand on a terminal, in cells. */
typedef struct
{
  int *widths;
  int indent;     /* of the last column */
  gboolean below; /* the last column has no room beside the others */
} Layout;

typedef struct
{
  char **texts;   /* n_columns */
  gboolean whole; /* the last one is not broken */
  gboolean apart; /* an empty line stands before it */
} Row;

struct _ImpCliTable
{
  const ImpCliColumn *columns;
  guint n_columns;
  guint max_lines;
  GPtrArray *rows; /* of Row */
  gboolean apart;  /* the next one */
};

static void
row_free (Row *self)
{
  g_strfreev (self->texts);
  g_free (self);
}

ImpCliTable *
imp_cli_table_new (const ImpCliColumn *columns, guint n_columns, guint max_lines)
{
  ImpCliTable *self = g_new0 (ImpCliTable, 1);

  self->columns = columns;
  self->n_columns = n_columns;
  self->max_lines = max_lines;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  return self;
}

void
imp_cli_table_free (ImpCliTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void
take_row (ImpCliTable *self, char **texts, gboolean whole)
{
  Row *row = g_new (Row, 1);

  g_assert (g_strv_length (texts) == self->n_columns);
  *row = (Row) { texts, whole, self->apart };
  self->apart = FALSE;
  g_ptr_array_add (self->rows, row);
}

void
imp_cli_table_take_row (ImpCliTable *self, char **texts)
{
  take_row (self, texts, FALSE);
}

void
imp_cli_table_take_whole_row (ImpCliTable *self, char **texts)
{
  take_row (self, texts, TRUE);
}

void
imp_cli_table_add_gap (ImpCliTable *self)
{
  self->apart = TRUE;
}

static int
measure_column (const ImpCliTable *self, guint column)
{
  const char *heading = self->columns[column].heading;
  int width = heading != NULL ? imp_cli_text_get_width (heading) : 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      width = MAX (width, imp_cli_text_get_width (row->texts[column]));
    }
  return width;
}

static void
lay_out (const ImpCliTable *self, int width, Layout *layout)
{
  guint last = self->n_columns - 1;

  layout->widths = g_new (int, self->n_columns);
  layout->indent = 0;
  for (guint column = 0; column < last; column++)
    {
      layout->widths[column] = measure_column (self, column);
      layout->indent += layout->widths[column] + GAP;
    }
  layout->below = width - layout->indent < LEAST_WIDTH && last > 1;
  if (layout->below)
    layout->indent = layout->widths[0] + GAP;
  layout->widths[last] = MAX (width - layout->indent, LEAST_WIDTH);
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
append_last (const ImpCliTable *self, const Row *row, const Layout *layout, GString *out)
{
  guint last = self->n_columns - 1;
  int width = row->whole ? G_MAXINT : layout->widths[last];
  g_auto (GStrv) lines = imp_cli_text_wrap (row->texts[last], width, self->max_lines);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      append_blanks (out, i > 0 || layout->below ? layout->indent : 0);
      g_string_append_printf (out, "%s\n", lines[i]);
    }
}

/* What stands before a line break needs no blanks. */
static void
strip_end (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
}

static void
append_row (const ImpCliTable *self, const Row *row, const Layout *layout, GString *out)
{
  guint last = self->n_columns - 1;

  if (row->apart)
    g_string_append_c (out, '\n');
  for (guint column = 0; column < last; column++)
    append_cell (&self->columns[column], row->texts[column], layout->widths[column], out);
  if (layout->below)
    {
      strip_end (out);
      g_string_append_c (out, '\n');
    }
  append_last (self, row, layout, out);
}

static void
append_headings (const ImpCliTable *self, const Layout *layout, GString *out)
{
  g_autofree const char **headings = g_new0 (const char *, self->n_columns);

  for (guint column = 0; column < self->n_columns; column++)
    headings[column] = self->columns[column].heading;
  append_row (self, &(Row) { (char **) headings, FALSE, FALSE }, layout, out);
}

void
imp_cli_table_print (const ImpCliTable *self, int width, GString *out)
{
  g_autofree int *widths = NULL;
  Layout layout;

  lay_out (self, width, &layout);
  widths = layout.widths;
  if (self->columns[0].heading != NULL)
    append_headings (self, &layout, out);
  for (guint i = 0; i < self->rows->len; i++)
    append_row (self, g_ptr_array_index (self->rows, i), &layout, out);
}
