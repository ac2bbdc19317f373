/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Small pictures for tests, made by hand. */
#include "config.h"

#include "exchange/sample-pictures.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>

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

GBytes *
sample_animation (guint16 side, guint n_frames)
{
  const guint8 low = side & 0xff, high = (guint8) (side >> 8);
  const guint8 head[] = { 'G',  'I', 'F', '8', '9', 'a', low,  high, low, high,
                          0x80, 0,   0,   0,   0,   0,   0xff, 0xff, 0xff };
  static const guint8 frame[] = { 0x21, 0xf9, 4, 0, 1, 0, 0, 0, ',',  0, 0, 0,
                                  0,    1,    0, 1, 0, 0, 2, 2, 0x44, 1, 0 };
  GByteArray *gif = g_byte_array_new ();

  g_byte_array_append (gif, head, sizeof head);
  for (guint i = 0; i < n_frames; i++)
    g_byte_array_append (gif, frame, sizeof frame);
  g_byte_array_append (gif, (const guint8 *) ";", 1);
  return g_byte_array_free_to_bytes (gif);
}

static void
append_zeros (GByteArray *bytes, guint n)
{
  g_byte_array_set_size (bytes, bytes->len + n);
  memset (bytes->data + bytes->len - n, 0, n);
}

/* 500 x 500 blocks; a 0 is a block whose mean is that of the one before, or, with 14 zeros after
 * it, 16384 blocks without detail. */
GBytes *
sample_scans (guint n_scans)
{
  static const guint8 quality[] = { 0xff, 0xd8, 0xff, 0xdb, 0, 67, 0 };
  static const guint8 size[] = { 0xff,      0xc2,        0, 11, 8,    4000 >> 8, 4000 & 0xff,
                                 4000 >> 8, 4000 & 0xff, 1, 1,  0x11, 0 };
  static const guint8 means[] = { 0xff, 0xc4, 0, 20, 0x00, 1 },
                      details[] = { 0xff, 0xc4, 0, 20, 0x10, 1 };
  static const guint8 first[] = { 0xff, 0xda, 0, 8, 1, 1, 0, 0, 0, 0 };
  static const guint8 scan[] = { 0xff, 0xda, 0, 8, 1, 1, 0, 1, 63, 0 };
  GByteArray *jpeg = g_byte_array_new ();

  g_byte_array_append (jpeg, quality, sizeof quality);
  for (guint i = 0; i < 64; i++)
    g_byte_array_append (jpeg, (const guint8 *) "\1", 1);
  g_byte_array_append (jpeg, size, sizeof size);
  g_byte_array_append (jpeg, means, sizeof means);
  append_zeros (jpeg, 16);
  g_byte_array_append (jpeg, details, sizeof details);
  append_zeros (jpeg, 15);
  g_byte_array_append (jpeg, (const guint8 *) "\xe0", 1);
  g_byte_array_append (jpeg, first, sizeof first);
  append_zeros (jpeg, 250000 / 8);
  for (guint i = 0; i < n_scans; i++)
    {
      g_byte_array_append (jpeg, scan, sizeof scan);
      append_zeros (jpeg, 30);
    }
  g_byte_array_append (jpeg, (const guint8 *) "\xff\xd9", 2);
  return g_byte_array_free_to_bytes (jpeg);
}
