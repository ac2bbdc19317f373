/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Pictures: from whatever a camera or another program made to what is kept, and to pixels. */
#include "config.h"

#include "exchange/imp-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/imp-error.h"

#define MAX_PNG_BYTES (1024 * 1024) /* a larger one is a photo, and one tenth of it as JPEG */
#define HEAD_BYTES    4096
#define MAX_US        (10 * G_USEC_PER_SEC) /* to decode one */

void
imp_picture_free (ImpPicture *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}

void
imp_pixels_free (ImpPixels *self)
{
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* By how their files begin, never by their names. A piece is what is decoded at once, with no way
 * to stop: a few bytes of JPEG can paint all of it anew, and GIF is read anew with each piece. */
static const struct
{
  const char *type;
  const char *loader; /* in GdkPixbuf */
  gsize at;
  const char *magic;
  gsize size;
  gsize piece;
  const char *last_part, *end; /* what a whole one has, the latter after the former */
} kinds[] = {
  { "image/png", "png", 0, "\x89PNG\r\n\x1a\n", 8, 65536, "IDAT", "IEND" },
  { "image/jpeg", "jpeg", 0, "\xff\xd8\xff", 3, 1024, "\xff\xda", "\xff\xd9" },
  { "image/webp", "webp", 8, "WEBP", 4, 65536 },
  { "image/gif", "gif", 0, "GIF8", 4, 65536 },
  { "image/tiff", "tiff", 0, "II*\0", 4, 65536 },
  { "image/tiff", "tiff", 0, "MM\0*", 4, 65536 },
  { "image/heif", "heif/avif", 4, "ftypheic", 8, 65536 },
  { "image/heif", "heif/avif", 4, "ftypheix", 8, 65536 },
  { "image/heif", "heif/avif", 4, "ftypmif1", 8, 65536 },
  { "image/avif", "heif/avif", 4, "ftypavif", 8, 65536 },
};

static int
find_kind (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (size >= kinds[i].at + kinds[i].size
        && memcmp (data + kinds[i].at, kinds[i].magic, kinds[i].size) == 0)
      return (int) i;
  return -1;
}

const char *
imp_picture_find_type (GBytes *bytes)
{
  int kind = find_kind (bytes);

  return kind >= 0 ? kinds[kind].type : NULL;
}

gboolean
imp_picture_is_drawing (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *head = g_ascii_strdown (size > 0 ? data : "", (gssize) MIN (size, HEAD_BYTES));

  return strstr (head, "<svg") != NULL || strstr (head, "<!doctype svg") != NULL
         || strstr (head, "http://www.w3.org/2000/svg") != NULL;
}

/* Decoding */

typedef struct
{
  int kind;           /* in kinds; < 0: none */
  int side;           /* the largest that is wanted */
  gboolean too_large; /* by its header */
} Wanted;

/* Before the first pixel: a size of nothing makes the loader stop. */
static void
size_prepared_cb (GdkPixbufLoader *loader, int width, int height, gpointer data)
{
  Wanted *wanted = data;
  double scale = MIN (1.0, (double) wanted->side / MAX (MAX (width, height), 1));

  wanted->too_large = (gint64) width * height > IMP_PICTURE_MAX_PIXELS;
  if (wanted->too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (scale < 1.0)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * scale + 0.5)),
                                MAX (1, (int) (height * scale + 0.5)));
}

static GdkPixbuf *
refuse (const char *why, GError **error)
{
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_INPUT, why);
  return NULL;
}

/* The last place where a marker stands; NULL: nowhere. */
static const guint8 *
find_last (GBytes *bytes, const char *marker)
{
  gsize size, length = strlen (marker);
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize at = size; at >= length; at--)
    if (memcmp (data + at - length, marker, length) == 0)
      return data + at;
  return NULL;
}

/* Loaders take half a picture for a whole one, and leave the rest grey. */
static gboolean
is_whole (GBytes *bytes, int kind)
{
  const guint8 *last_part, *end;

  if (kinds[kind].last_part == NULL)
    return TRUE;
  last_part = find_last (bytes, kinds[kind].last_part);
  end = find_last (bytes, kinds[kind].end);
  return last_part != NULL && end != NULL && end > last_part;
}

static gboolean
refuse_damaged (const Wanted *wanted, GError **error)
{
  refuse (wanted->too_large ? _ ("it has more than 16 million pixels. Make it smaller and add that")
                            : _ ("the picture is damaged. Take it again"),
          error);
  return FALSE;
}

/* Of several; the others are never seen. */
static gboolean
has_first_frame (GdkPixbufLoader *loader)
{
  GdkPixbufAnimation *frames = gdk_pixbuf_loader_get_animation (loader);
  g_autoptr (GdkPixbufAnimationIter) first = NULL;

  if (frames == NULL || gdk_pixbuf_animation_is_static_image (frames))
    return FALSE;
  first = gdk_pixbuf_animation_get_iter (frames, NULL);
  return !gdk_pixbuf_animation_iter_on_currently_loading_frame (first);
}

static gboolean
write_pieces (GdkPixbufLoader *loader,
              GBytes *bytes,
              const Wanted *wanted,
              GCancellable *cancellable,
              GError **error)
{
  gint64 deadline = g_get_monotonic_time () + MAX_US;
  gsize size, piece = kinds[wanted->kind].piece;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize at = 0; at < size && !has_first_frame (loader); at += piece)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (g_get_monotonic_time () > deadline)
        {
          refuse (_ ("it takes too long to read. Save it as PNG and add that"), error);
          return FALSE;
        }
      if (!gdk_pixbuf_loader_write (loader, data + at, MIN (piece, size - at), NULL))
        return refuse_damaged (wanted, error);
    }
  return TRUE;
}

/* Closed whatever happened, or it complains; also of the frames that were left out. */
static gboolean
feed (GdkPixbufLoader *loader,
      GBytes *bytes,
      const Wanted *wanted,
      GCancellable *cancellable,
      GError **error)
{
  gboolean written = write_pieces (loader, bytes, wanted, cancellable, error);
  gboolean enough = written && has_first_frame (loader);
  gboolean closed = gdk_pixbuf_loader_close (loader, NULL);

  if (!written)
    return FALSE;
  return ((closed || enough) && is_whole (bytes, wanted->kind)) || refuse_damaged (wanted, error);
}

/* Upright, as the camera says it was held. */
static GdkPixbuf *
decode (GBytes *bytes, int side, GCancellable *cancellable, GError **error)
{
  Wanted wanted = { .side = side, .kind = find_kind (bytes) };
  g_autoptr (GdkPixbufLoader) loader =
      wanted.kind >= 0 ? gdk_pixbuf_loader_new_with_type (kinds[wanted.kind].loader, NULL) : NULL;
  GdkPixbuf *pixbuf;

  if (loader == NULL)
    return refuse (_ ("this computer cannot read pictures of this kind. Save it as PNG or JPEG "
                      "and add that"),
                   error);
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &wanted);
  if (!feed (loader, bytes, &wanted, cancellable, error))
    return NULL;
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    {
      refuse_damaged (&wanted, error);
      return NULL;
    }
  return gdk_pixbuf_apply_embedded_orientation (pixbuf);
}

/* Keeping */

static GBytes *
encode (GdkPixbuf *pixbuf, gboolean as_png, GError **error)
{
  char *buffer = NULL;
  gsize size = 0;
  gboolean done = as_png ? gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "png", error, NULL)
                         : gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "jpeg", error,
                                                      "quality", "88", NULL);

  return done ? g_bytes_new_take (buffer, size) : NULL;
}

/* Where every pixel is opaque there is nothing to see through. */
static gboolean
is_opaque (GdkPixbuf *pixbuf)
{
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);
  int width = gdk_pixbuf_get_width (pixbuf), stride = gdk_pixbuf_get_rowstride (pixbuf);

  if (!gdk_pixbuf_get_has_alpha (pixbuf))
    return TRUE;
  for (int y = 0; y < gdk_pixbuf_get_height (pixbuf); y++)
    for (int x = 0; x < width; x++)
      if (pixels[(gsize) y * (gsize) stride + (gsize) x * 4 + 3] != 0xff)
        return FALSE;
  return TRUE;
}

/* A photo as JPEG; a picture of a screen as PNG, which keeps its letters sharp. */
static GBytes *
encode_best (GdkPixbuf *pixbuf, gboolean is_photo, gboolean *as_png, GError **error)
{
  gboolean opaque = is_opaque (pixbuf);
  g_autoptr (GBytes) bytes = NULL;

  *as_png = !is_photo || !opaque;
  bytes = encode (pixbuf, *as_png, error);
  if (bytes == NULL || !*as_png || !opaque || g_bytes_get_size (bytes) <= MAX_PNG_BYTES)
    return g_steal_pointer (&bytes);
  *as_png = FALSE;
  return encode (pixbuf, FALSE, error);
}

ImpPicture *
imp_picture_prepare (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = decode (bytes, IMP_PICTURE_MAX_SIDE, cancellable, error);
  const char *type = imp_picture_find_type (bytes);
  g_autoptr (GBytes) kept = NULL;
  ImpPicture *picture;
  gboolean as_png;

  if (pixbuf == NULL)
    return NULL;
  kept = encode_best (pixbuf, g_str_equal (type, "image/jpeg") || g_str_equal (type, "image/heif"),
                      &as_png, error);
  if (kept == NULL)
    return NULL;
  picture = g_new0 (ImpPicture, 1);
  picture->bytes = g_steal_pointer (&kept);
  picture->type = as_png ? "image/png" : "image/jpeg";
  picture->width = gdk_pixbuf_get_width (pixbuf);
  picture->height = gdk_pixbuf_get_height (pixbuf);
  return picture;
}

ImpPixels *
imp_picture_decode (GBytes *bytes, int side, GCancellable *cancellable, GError **error)
{
  g_autoptr (GdkPixbuf) pixbuf = decode (bytes, side, cancellable, error);
  ImpPixels *pixels;

  if (pixbuf == NULL)
    return NULL;
  pixels = g_new0 (ImpPixels, 1);
  pixels->bytes = gdk_pixbuf_read_pixel_bytes (pixbuf);
  pixels->width = gdk_pixbuf_get_width (pixbuf);
  pixels->height = gdk_pixbuf_get_height (pixbuf);
  pixels->stride = (gsize) gdk_pixbuf_get_rowstride (pixbuf);
  pixels->has_alpha = gdk_pixbuf_get_has_alpha (pixbuf);
  return pixels;
}
