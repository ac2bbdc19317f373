/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The records in the pages of a damaged SQLite file, page by page. */
#include "config.h"

#include "store/imp-pages.h"

#include <sqlite3.h>
#include <string.h>

#define HEADER_SIZE    100 /* of the file, on its first page */
#define USUAL_SIZE     4096
#define INDEX_INTERIOR 0x02
#define INDEX_LEAF     0x0a
#define TABLE_LEAF     0x0d

/* The file, and the page that is looked at. */
typedef struct
{
  const guint8 *bytes;
  gsize page_size;
  guint n_pages;
  const guint8 *page;
  guint8 kind; /* of the page */
  GByteArray *payload;
} Reader;

/* A run of bytes that is read from the front. */
typedef struct
{
  const guint8 *at, *end;
} Run;

static guint16
get_16 (const guint8 *bytes)
{
  return (guint16) (bytes[0] << 8 | bytes[1]);
}

static guint32
get_32 (const guint8 *bytes)
{
  return (guint32) get_16 (bytes) << 16 | get_16 (bytes + 2);
}

static gboolean
read_varint (Run *run, guint64 *value)
{
  *value = 0;
  for (int i = 0; i < 9 && run->at < run->end; i++)
    {
      guint8 byte = *run->at++;

      if (i == 8)
        {
          *value = *value << 8 | byte;
          return TRUE;
        }
      *value = *value << 7 | (byte & 0x7f);
      if (byte < 0x80)
        return TRUE;
    }
  return FALSE;
}

/* How many bytes of a payload stand on the page of its cell. */
static gsize
get_local_size (const Reader *self, gsize size)
{
  gsize usable = self->page_size;
  gsize most = self->kind == TABLE_LEAF ? usable - 35 : (usable - 12) * 64 / 255 - 23;
  gsize least = (usable - 12) * 32 / 255 - 23;
  gsize local = least + (size - least) % (usable - 4);

  if (size <= most)
    return size;
  return local <= most ? local : least;
}

/* The rest of a payload, from one overflow page to the next. */
static gboolean
follow_overflow (Reader *self, guint32 number, gsize size)
{
  while (size > 0)
    {
      gsize part = MIN (size, self->page_size - 4);
      const guint8 *page;

      if (number < 2 || number > self->n_pages)
        return FALSE;
      page = self->bytes + (gsize) (number - 1) * self->page_size;
      g_byte_array_append (self->payload, page + 4, (guint) part);
      size -= part;
      number = get_32 (page);
    }
  return TRUE;
}

/* The payload at the front of the run: of this size, as far as it is on this page. */
static gboolean
read_payload (Reader *self, const Run *run, guint64 size)
{
  gsize local;

  if (size == 0 || size > (guint64) self->n_pages * self->page_size || size > G_MAXINT32)
    return FALSE;
  local = get_local_size (self, (gsize) size);
  g_byte_array_set_size (self->payload, 0);
  if ((gsize) (run->end - run->at) < local + (local < size ? 4 : 0))
    return FALSE;
  g_byte_array_append (self->payload, run->at, (guint) local);
  return local == size || follow_overflow (self, get_32 (run->at + local), (gsize) size - local);
}

static gint64
get_integer (const guint8 *bytes, gsize size)
{
  gint64 value = (gint8) bytes[0];

  for (gsize i = 1; i < size; i++)
    value = (gint64) ((guint64) value << 8 | bytes[i]);
  return value;
}

/* By the serial type of the record format. */
static gsize
get_value_size (guint64 serial)
{
  static const guint8 sizes[] = { 0, 1, 2, 3, 4, 6, 8, 8, 0, 0 };

  return serial < G_N_ELEMENTS (sizes) ? sizes[serial] : (gsize) ((serial - 12) / 2);
}

static ImpPageValue
get_value (guint64 serial, const guint8 *bytes)
{
  ImpPageValue value = { .type = SQLITE_INTEGER, .bytes = bytes, .size = get_value_size (serial) };
  guint64 bits;

  if (serial == 0)
    value.type = SQLITE_NULL;
  else if (serial == 8 || serial == 9)
    value.integer = (gint64) serial - 8;
  else if (serial >= 12)
    value.type = serial % 2 == 0 ? SQLITE_BLOB : SQLITE_TEXT;
  else
    value.integer = get_integer (bytes, value.size);
  if (serial == 7)
    {
      value.type = SQLITE_FLOAT;
      bits = (guint64) value.integer;
      memcpy (&value.real, &bits, sizeof value.real);
    }
  return value;
}

static gboolean
parse_record (const GByteArray *payload, ImpPageRecord *record)
{
  Run head = { payload->data, payload->data + payload->len };
  const guint8 *end = head.end, *body;
  guint64 head_size, serial;

  record->n_values = 0;
  if (!read_varint (&head, &head_size) || head_size < 1 || head_size > payload->len)
    return FALSE;
  body = head.end = payload->data + head_size;
  while (head.at < head.end)
    {
      if (record->n_values == IMP_PAGES_MOST_COLUMNS || !read_varint (&head, &serial)
          || serial == 10 || serial == 11 || get_value_size (serial) > (gsize) (end - body))
        return FALSE;
      record->values[record->n_values++] = get_value (serial, body);
      body += get_value_size (serial);
    }
  return body == end && record->n_values > 0;
}

/* A cell of a page, from its place to the end of the page. */
static gboolean
read_cell (Reader *self, Run cell, ImpPageRecord *record)
{
  guint64 size, rowid = 0;

  if (self->kind == INDEX_INTERIOR)
    cell.at += MIN (4, cell.end - cell.at);
  record->in_table = self->kind == TABLE_LEAF;
  if (!read_varint (&cell, &size) || (record->in_table && !read_varint (&cell, &rowid)))
    return FALSE;
  record->rowid = (gint64) rowid;
  return read_payload (self, &cell, size) && parse_record (self->payload, record);
}

static gboolean
read_page (Reader *self, guint number, ImpPageFunc func, gpointer data)
{
  const guint8 *page = self->bytes + (gsize) number * self->page_size;
  const guint8 *head = page + (number == 0 ? HEADER_SIZE : 0), *places;
  guint n_cells;

  self->kind = head[0];
  if (self->kind != INDEX_INTERIOR && self->kind != INDEX_LEAF && self->kind != TABLE_LEAF)
    return TRUE;
  places = head + (self->kind == INDEX_INTERIOR ? 12 : 8);
  n_cells = MIN (get_16 (head + 3), (guint) (page + self->page_size - places) / 2);
  for (guint i = 0; i < n_cells; i++)
    {
      gsize place = get_16 (places + (gsize) i * 2);
      ImpPageRecord record;

      if (place < self->page_size
          && read_cell (self, (Run) { page + place, page + self->page_size }, &record)
          && !func (&record, data))
        return FALSE;
    }
  return TRUE;
}

/* Of the header, if it can be one. */
static gsize
get_page_size (const guint8 *bytes, gsize size)
{
  gsize said = size >= HEADER_SIZE ? get_16 (bytes + 16) : 0;

  said = said == 1 ? 65536 : said;
  return said >= 512 && (said & (said - 1)) == 0 && size % said == 0 ? said : USUAL_SIZE;
}

gboolean
imp_pages_for_each (const guint8 *bytes, gsize size, ImpPageFunc func, gpointer data)
{
  Reader self = { .bytes = bytes, .page_size = get_page_size (bytes, size) };
  gboolean go_on = TRUE;

  self.n_pages = (guint) MIN (size / self.page_size, G_MAXINT32);
  self.payload = g_byte_array_new ();
  for (guint i = 0; i < self.n_pages && go_on; i++)
    go_on = read_page (&self, i, func, data);
  g_byte_array_unref (self.payload);
  return go_on;
}
