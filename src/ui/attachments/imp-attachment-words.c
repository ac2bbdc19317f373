/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How a photo or file is said, and a picture made of its pixels. */
#include "config.h"

#include "ui/attachments/imp-attachment-words.h"

#include <glib/gi18n.h>

char *
imp_attachment_words_say (const ImpAttachment *attachment)
{
  if (!attachment->here)
    /* Translators: the name of a photo or file whose bytes have not come to this laptop. */
    return g_strdup_printf (_ ("%s, not here yet"), attachment->name);
  return g_strdup_printf (imp_attachment_is_picture (attachment) ? _ ("%s, picture")
                                                                 : _ ("%s, file"),
                          attachment->name);
}

char *
imp_attachment_words_about (const ImpAttachment *attachment)
{
  g_autofree char *size = g_format_size (attachment->size);

  if (!imp_attachment_is_picture (attachment))
    return g_steal_pointer (&size);
  /* Translators: width and height of a picture in pixels, and its size on the disk. */
  return g_strdup_printf (_ ("%'d × %'d · %s"), attachment->width, attachment->height, size);
}

GdkTexture *
imp_attachment_words_create_texture (const ImpPixels *pixels)
{
  return gdk_memory_texture_new (pixels->width, pixels->height,
                                 pixels->has_alpha ? GDK_MEMORY_R8G8B8A8 : GDK_MEMORY_R8G8B8,
                                 pixels->bytes, pixels->stride);
}
