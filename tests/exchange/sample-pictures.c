/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Small pictures for tests, made by hand. */
#include "config.h"

#include "exchange/sample-pictures.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

GBytes *
sample_picture (const char *as, int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GdkPixbuf) left = gdk_pixbuf_new_subpixbuf (pixbuf, 0, 0, width / 2, height);
  g_autoptr (GError) error = NULL;
  char *buffer;
  gsize size;

  gdk_pixbuf_fill (pixbuf, 0x0000ffff);
  gdk_pixbuf_fill (left, 0xff0000ff);
  gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, as, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (buffer, size);
}

/* Exif in TIFF: orientation 6, a place, and a text. Lengths count from the first "I"; what
 * is left is 0. */
static const guint8 exif[0x5e + 2] = {
  0xff, 0xe1, 0x00, 0x5e, 'E', 'x', 'i', 'f', 0,   0,       /* segment of 94 bytes */
  'I',  'I',  '*',  0,    8,   0,   0,   0,                 /* the first table is at 8 */
  3,    0,                                                  /* of 3 */
  0x0e, 0x01, 2,    0,    7,   0,   0,   0,   50,  0, 0, 0, /* description: text at 50 */
  0x12, 0x01, 3,    0,    1,   0,   0,   0,   6,   0, 0, 0, /* orientation: 6 */
  0x25, 0x88, 4,    0,    1,   0,   0,   0,   57,  0, 0, 0, /* place: table at 57 */
  0,    0,    0,    0,                                      /* no other table */
  'S',  'E',  'C',  'R',  'E', 'T', 0,                      /* 50 */
  1,    0,                                                  /* 57 */
  0x01, 0x00, 2,    0,    2,   0,   0,   0,   'N', 0, 0, 0, /* latitude: north */
};

/* Right after the first marker. */
GBytes *
sample_photo (int width, int height)
{
  g_autoptr (GBytes) plain = sample_picture ("jpeg", width, height);
  GByteArray *photo = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (plain, &size);

  g_byte_array_append (photo, data, 2);
  g_byte_array_append (photo, exif, sizeof exif);
  g_byte_array_append (photo, data + 2, (guint) size - 2);
  return g_byte_array_free_to_bytes (photo);
}

static guint32
crc (const guint8 *data, gsize size)
{
  guint32 sum = 0xffffffff;

  for (gsize i = 0; i < size; i++)
    {
      sum ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
    }
  return ~sum;
}

static void
append_int (GByteArray *bytes, guint32 value)
{
  guint32 big = GUINT32_TO_BE (value);

  g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
}

static void
append_chunk (GByteArray *png, const char *name, const guint8 *data, guint size)
{
  guint start = png->len + 4;

  append_int (png, size);
  g_byte_array_append (png, (const guint8 *) name, 4);
  g_byte_array_append (png, data, size);
  append_int (png, crc (png->data + start, png->len - start));
}

GBytes *
sample_claim (guint32 width, guint32 height)
{
  static const guint8 begin[] = "\x89PNG\r\n\x1a\n";
  static const guint8 rest[] = { 8, 2, 0, 0, 0 }; /* 8 bits of red, green, blue */
  g_autoptr (GByteArray) header = g_byte_array_new ();
  GByteArray *png = g_byte_array_new ();

  append_int (header, width);
  append_int (header, height);
  g_byte_array_append (header, rest, sizeof rest);
  g_byte_array_append (png, begin, sizeof begin - 1);
  append_chunk (png, "IHDR", header->data, header->len);
  append_chunk (png, "IDAT", (const guint8 *) "\x78\x9c\x03\x00\x00\x00\x00\x01", 8);
  append_chunk (png, "IEND", (const guint8 *) "", 0);
  return g_byte_array_free_to_bytes (png);
}
