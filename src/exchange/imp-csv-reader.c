/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * CSV (RFC 4180 and what programs make of it) read row by row. */
#include "config.h"

#include "exchange/imp-csv-reader.h"

#include "exchange/imp-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _ImpCsvReader
{
  ImpSource *source;
  GCancellable *cancellable;
  GString *row;    /* as it stands in the file; then cut into cells, each ended by a NUL */
  GArray *cells;   /* of gsize: where each cell starts in row */
  char separator;  /* NUL until the first row is read */
  guint n_columns; /* of the first row */
  guint n_rows;
  guint line;
  char *fault;
};

ImpCsvReader *
imp_csv_reader_new (GInputStream *stream, GCancellable *cancellable)
{
  ImpCsvReader *self = g_new0 (ImpCsvReader, 1);

  self->source = imp_source_new (stream, cancellable);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->row = g_string_new (NULL);
  self->cells = g_array_new (FALSE, FALSE, sizeof (gsize));
  return self;
}

void
imp_csv_reader_free (ImpCsvReader *self)
{
  imp_source_free (self->source);
  g_clear_object (&self->cancellable);
  g_string_free (self->row, TRUE);
  g_array_unref (self->cells);
  g_free (self->fault);
  g_free (self);
}

/* Taking a row out of the file */

static gboolean
is_separator (ImpCsvReader *self, int c)
{
  return self->separator != '\0' ? c == self->separator : c == ',' || c == ';' || c == '\t';
}

/* What is buffered up to a byte that means something. */
static void
append_run (ImpCsvReader *self, gboolean quoted)
{
  const guint8 *start = self->source->at;
  const guint8 *p = start;

  while (p < self->source->end && *p != '"' && *p != '\n' && *p != '\r'
         && (quoted || !is_separator (self, *p)))
    p++;
  if (p == start)
    return;
  g_string_append_len (self->row, (const char *) start, p - start);
  self->source->after_cr = FALSE;
  self->source->at = p;
}

/* From after the opening quotation mark to after the closing one. */
static gboolean
read_quoted (ImpCsvReader *self, gsize start, GError **error)
{
  guint line = self->source->line;
  int c;

  for (;;)
    {
      append_run (self, TRUE);
      if (self->row->len - start > IMP_SOURCE_MAX_TEXT)
        return imp_import_fail (
            error, line,
            _ ("a text in quotation marks starts here and is longer than 1 MiB. "
               "Close the quotation mark, or shorten the text."));
      c = imp_source_next (self->source);
      if (c == IMP_SOURCE_END)
        return imp_source_check (self->source, error)
               && imp_import_fail (error, line,
                                   _ ("a quotation mark opens here and is never closed: the end of "
                                      "the file is missing. Export it again."));
      g_string_append_c (self->row, (char) c);
      if (c == '"' && imp_source_peek (self->source) != '"')
        return TRUE;
      if (c == '"')
        g_string_append_c (self->row, (char) imp_source_next (self->source));
    }
}

/* One cell as it stands in the file; *last: the row ends with it. */
static gboolean
read_cell (ImpCsvReader *self, gboolean *last, GError **error)
{
  gsize start = self->row->len;
  int c = imp_source_peek (self->source);

  if (c == '"')
    {
      g_string_append_c (self->row, (char) imp_source_next (self->source));
      if (!read_quoted (self, start, error))
        return FALSE;
    }
  for (;;)
    {
      append_run (self, FALSE);
      if (self->row->len - start > IMP_SOURCE_MAX_TEXT)
        return imp_import_fail (error, self->source->line,
                                _ ("a text is longer than 1 MiB. Shorten it."));
      c = imp_source_next (self->source);
      *last = c == '\n' || c == '\r' || c == IMP_SOURCE_END;
      if (c == '\r' && imp_source_peek (self->source) == '\n')
        imp_source_next (self->source);
      if (*last)
        return imp_source_check (self->source, error);
      g_string_append_c (self->row, (char) c);
      if (is_separator (self, c))
        return TRUE;
    }
}

/* Spreadsheets end a table with rows of separators. */
static gboolean
is_blank (ImpCsvReader *self)
{
  for (const char *p = self->row->str; *p != '\0'; p++)
    if (*p != ' ' && !is_separator (self, *p))
      return FALSE;
  return TRUE;
}

static gboolean
read_row (ImpCsvReader *self, GError **error)
{
  gboolean last = FALSE;

  g_string_truncate (self->row, 0);
  self->line = self->source->line;
  while (!last)
    {
      if (!read_cell (self, &last, error))
        return FALSE;
      if (self->row->len > 4 * IMP_SOURCE_MAX_TEXT)
        return imp_import_fail (error, self->line, _ ("a row is longer than 4 MiB. Shorten it."));
    }
  return TRUE;
}

/* Cutting it into cells */

static guint
count_outside_quotes (const char *row, char separator)
{
  gboolean quoted = FALSE;
  guint n = 0;

  for (const char *p = row; *p != '\0'; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      n += !quoted && *p == separator;
    }
  return n;
}

static char
find_separator (const char *row)
{
  static const char candidates[] = ",;\t";
  char best = ',';
  guint most = 0;

  for (const char *candidate = candidates; *candidate != '\0'; candidate++)
    {
      guint n = count_outside_quotes (row, *candidate);

      if (n > most)
        {
          most = n;
          best = *candidate;
        }
    }
  return best;
}

/* A tab before a character that a spreadsheet would reckon with was only put there against that. */
static gboolean
is_guard (const char *text)
{
  return text[0] == '\t' && text[1] != '\0' && strchr ("=+-@\t", text[1]) != NULL;
}

/* Takes the quotation marks off the cell at *in, in place; *in ends at what follows it. FALSE if
 * that is something else than a separator or the end. */
static gboolean
unquote (ImpCsvReader *self, char **in, char **out)
{
  char *from = *in + 1;
  char *to = *out;

  from += is_guard (from);
  while (*from != '\0' && (*from != '"' || from[1] == '"'))
    {
      from += *from == '"';
      *to++ = *from++;
    }
  *in = *from == '"' ? from + 1 : from;
  *out = to;
  return **in == '\0' || **in == self->separator;
}

static void
copy_plain (ImpCsvReader *self, char **in, char **out)
{
  while (**in != '\0' && **in != self->separator)
    *(*out)++ = *(*in)++;
}

/* Cuts the row in place: what is written never overtakes what is read. */
static gboolean
cut_row (ImpCsvReader *self)
{
  char *in = self->row->str;
  char *out = in;

  g_array_set_size (self->cells, 0);
  for (;;)
    {
      gsize start = (gsize) (out - self->row->str);
      gboolean more;

      g_array_append_val (self->cells, start);
      if (*in != '"')
        copy_plain (self, &in, &out);
      else if (!unquote (self, &in, &out))
        return FALSE;
      more = *in == self->separator && self->cells->len <= IMP_CSV_MAX_COLUMNS;
      in++;
      *out++ = '\0';
      if (!more)
        return TRUE;
    }
}

static ImpCsvResult
fail_row (ImpCsvReader *self, char *fault)
{
  g_free (self->fault);
  self->fault = fault;
  return IMP_CSV_BAD_ROW;
}

static gboolean
check_row (ImpCsvReader *self, GError **error)
{
  if (!g_utf8_validate_len (self->row->str, self->row->len, NULL))
    return imp_import_fail (error, self->line,
                            _ ("this is not UTF-8. Save the file as “CSV UTF-8”."));
  if (++self->n_rows > IMP_SOURCE_MAX_ITEMS + 1)
    return imp_import_fail (
        error, self->line, _ ("more than 100,000 rows. Split the file, or export less at a time."));
  return TRUE;
}

static ImpCsvResult
take_first_row (ImpCsvReader *self, GError **error)
{
  self->separator = find_separator (self->row->str);
  if (!cut_row (self))
    {
      imp_import_fail (error, self->line,
                       _ ("the names of the columns cannot be read. Export the file again."));
      return IMP_CSV_ERROR;
    }
  self->n_columns = self->cells->len;
  if (self->n_columns <= IMP_CSV_MAX_COLUMNS)
    return IMP_CSV_ROW;
  imp_import_fail (error, self->line, _ ("more than 1,000 columns. Export fewer."));
  return IMP_CSV_ERROR;
}

static ImpCsvResult
take_row (ImpCsvReader *self)
{
  if (!cut_row (self))
    return fail_row (self, g_strdup (_ ("a quotation mark stands in the middle of a text")));
  if (self->cells->len != self->n_columns)
    return fail_row (self, g_strdup_printf (_ ("it has %u columns instead of %u"), self->cells->len,
                                            self->n_columns));
  return IMP_CSV_ROW;
}

ImpCsvResult
imp_csv_reader_next (ImpCsvReader *self, GError **error)
{
  do
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return IMP_CSV_ERROR;
      if (imp_source_peek (self->source) == IMP_SOURCE_END)
        return imp_source_check (self->source, error) ? IMP_CSV_END : IMP_CSV_ERROR;
      if (!read_row (self, error))
        return IMP_CSV_ERROR;
    }
  while (is_blank (self));
  if (!check_row (self, error))
    return IMP_CSV_ERROR;
  return self->separator == '\0' ? take_first_row (self, error) : take_row (self);
}

guint
imp_csv_reader_get_line (ImpCsvReader *self)
{
  return self->line;
}

guint
imp_csv_reader_get_n_cells (ImpCsvReader *self)
{
  return self->cells->len;
}

const char *
imp_csv_reader_get_cell (ImpCsvReader *self, guint column)
{
  g_return_val_if_fail (column < self->cells->len, "");

  return self->row->str + g_array_index (self->cells, gsize, column);
}

const char *
imp_csv_reader_get_fault (ImpCsvReader *self)
{
  return self->fault;
}
