/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A photo or file on its way in: read, looked at, and brought to the form in which it is kept. */
#include "config.h"

#include "backlog/imp-attachable.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/imp-error.h"
#include "base/imp-file.h"

ImpAttachable *
imp_attachable_new_file (const char *path)
{
  ImpAttachable *self = g_new0 (ImpAttachable, 1);
  g_autofree char *name = g_filename_display_basename (path);

  self->path = g_strdup (path);
  self->name = imp_attachment_clean_name (name);
  return self;
}

ImpAttachable *
imp_attachable_new_bytes (GBytes *bytes, const char *name)
{
  ImpAttachable *self = g_new0 (ImpAttachable, 1);

  self->bytes = g_bytes_ref (bytes);
  self->name = imp_attachment_clean_name (name);
  return self;
}

void
imp_attachable_free (ImpAttachable *self)
{
  g_free (self->name);
  g_free (self->path);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

void
imp_prepared_free (ImpPrepared *self)
{
  g_free (self->name);
  g_free (self->type);
  g_free (self->sha256);
  g_bytes_unref (self->bytes);
  g_clear_pointer (&self->thumbnail, imp_pixels_free);
  g_free (self);
}

ImpPrepared *
imp_prepared_copy (const ImpPrepared *self)
{
  ImpPrepared *copy = g_new (ImpPrepared, 1);

  *copy = (ImpPrepared) {
    .name = g_strdup (self->name),
    .type = g_strdup (self->type),
    .sha256 = g_strdup (self->sha256),
    .bytes = g_bytes_ref (self->bytes),
    .width = self->width,
    .height = self->height,
  };
  return copy;
}

static void
add_row (const ImpPrepared *self, ImpChanges *changes, ImpItem irritant)
{
  ImpItem item = imp_changes_add (changes, IMP_KIND_ATTACHMENT);

  imp_changes_set_item (changes, item, IMP_ATTACHMENT_IRRITANT, irritant);
  imp_changes_set_text (changes, item, IMP_ATTACHMENT_NAME, self->name);
  imp_changes_set_text (changes, item, IMP_ATTACHMENT_TYPE, self->type);
  imp_changes_set_text (changes, item, IMP_ATTACHMENT_SHA256, self->sha256);
  imp_changes_set_integer (changes, item, IMP_ATTACHMENT_SIZE,
                           (gint64) g_bytes_get_size (self->bytes));
  if (self->width > 0)
    {
      imp_changes_set_integer (changes, item, IMP_ATTACHMENT_WIDTH, self->width);
      imp_changes_set_integer (changes, item, IMP_ATTACHMENT_HEIGHT, self->height);
    }
}

void
imp_prepared_attach (const ImpPrepared *self, ImpChanges *changes, ImpItem irritant)
{
  if (!self->expected)
    add_row (self, changes, irritant);
  g_ptr_array_add (changes->blobs, g_bytes_ref (self->bytes));
}

static GBytes *
read_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) input = imp_file_open_input (path, error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (input == NULL
      || g_output_stream_splice (memory, input,
                                 G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                     | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                 cancellable, error)
             < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static gboolean
has_ending (const char *name, const char *const *endings)
{
  const char *dot = strrchr (name, '.');

  for (guint i = 0; dot != NULL && endings[i] != NULL; i++)
    if (g_ascii_strcasecmp (dot, endings[i]) == 0)
      return TRUE;
  return FALSE;
}

/* What it is now: "IMG_1.HEIC" has become "IMG_1.jpg". */
static char *
name_picture (const char *name, const ImpPicture *picture)
{
  static const char *const jpeg[] = { ".jpg", ".jpeg", NULL };
  static const char *const png[] = { ".png", NULL };
  gboolean is_png = g_str_equal (picture->type, "image/png");
  const char *dot = strrchr (name, '.');
  g_autofree char *stem = NULL, *renamed = NULL;

  if (has_ending (name, is_png ? png : jpeg))
    return g_strdup (name);
  stem = dot != NULL && dot > name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);
  renamed = g_strconcat (stem, is_png ? ".png" : ".jpg", NULL);
  return imp_attachment_clean_name (renamed);
}

static ImpPrepared *
prepare_picture (const ImpAttachable *from,
                 GBytes *bytes,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (ImpPicture) picture = imp_picture_prepare (bytes, cancellable, error);
  ImpPrepared *prepared;

  if (picture == NULL)
    return NULL;
  prepared = g_new0 (ImpPrepared, 1);
  prepared->name = name_picture (from->name, picture);
  prepared->type = g_strdup (picture->type);
  prepared->bytes = g_bytes_ref (picture->bytes);
  prepared->width = picture->width;
  prepared->height = picture->height;
  return prepared;
}

static char *
guess_type (const char *name, GBytes *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  g_autofree char *content = g_content_type_guess (name, data, MIN (size, 4096), NULL);
  char *type = g_content_type_get_mime_type (content);

  return type != NULL ? type : g_strdup ("application/octet-stream");
}

static ImpPrepared *
refuse (const char *why, GError **error)
{
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_INPUT, why);
  return NULL;
}

/* Whoever sees its name expects to see it: better a word now than a tile that shows nothing. */
static gboolean
is_called_picture (const char *name)
{
  static const char *const pictures[] = { ".png",  ".jpg",  ".jpeg", ".gif",  ".webp", ".tif",
                                          ".tiff", ".heic", ".heif", ".avif", NULL };

  return has_ending (name, pictures);
}

static ImpPrepared *
prepare_file (const ImpAttachable *from, GBytes *bytes, GError **error)
{
  static const char *const drawings[] = { ".svg", ".svgz", NULL };
  ImpPrepared *prepared;

  if (g_bytes_get_size (bytes) == 0)
    return refuse (_ ("there is nothing in it. Save it once more where it comes from"), error);
  if (imp_picture_is_drawing (bytes) || has_ending (from->name, drawings))
    return refuse (_ ("drawings of this kind (SVG) can hold programs. Save it as PNG and add that"),
                   error);
  if (is_called_picture (from->name))
    return refuse (
        _ ("it is no picture that can be shown, whatever its name says. Save it as PNG or "
           "JPEG and add that"),
        error);
  if (g_bytes_get_size (bytes) > IMP_ATTACHMENT_MAX_BYTES)
    return refuse (_ ("it is larger than 16 MiB, and every backup would hold it. Keep it elsewhere "
                      "and say where in the description"),
                   error);
  prepared = g_new0 (ImpPrepared, 1);
  prepared->name = g_strdup (from->name);
  prepared->type = guess_type (from->name, bytes);
  prepared->bytes = g_bytes_ref (bytes);
  return prepared;
}

ImpPrepared *
imp_attachable_prepare (const ImpAttachable *from, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes =
      from->bytes != NULL ? g_bytes_ref (from->bytes) : read_file (from->path, cancellable, error);
  ImpPrepared *prepared;

  if (bytes == NULL)
    return NULL;
  prepared = imp_picture_find_type (bytes) != NULL
                 ? prepare_picture (from, bytes, cancellable, error)
                 : prepare_file (from, bytes, error);
  if (prepared == NULL)
    imp_error_prefix (error, _ ("Cannot add “%s”"), from->name);
  else
    prepared->sha256 = imp_attachment_hash (prepared->bytes);
  return prepared;
}
