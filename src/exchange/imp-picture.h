/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Pictures: from whatever a camera or another program made to what is kept, and to pixels. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define IMP_PICTURE_MAX_PIXELS ((gint64) 16 * 1000 * 1000) /* of what comes in */
#define IMP_PICTURE_MAX_SIDE   2048                        /* of what is kept */

/* All of this blocks and may be called on any thread but the main one. Which kinds of picture can be
 * read is for the computer to say, but only of a list; none of them can hold a program. */

/* The media type of a picture by its first bytes, constant; NULL: it is none that is known. */
const char *imp_picture_find_type (GBytes *bytes);
/* A drawing that is text (SVG): it may load other files and run programs, so it is not taken. */
gboolean imp_picture_is_drawing (GBytes *bytes);

/* A picture as it is kept: upright, at most IMP_PICTURE_MAX_SIDE on each side, and nothing but the
 * pixels, so not where or when it was taken. */
typedef struct
{
  GBytes *bytes;
  const char *type; /* "image/jpeg" or "image/png"; constant */
  int width, height;
} ImpPicture;

void imp_picture_free (ImpPicture *self);

/* Of an animation the first frame. IMP_ERROR_INPUT where it is too large by its header, damaged, of
 * a kind that this computer cannot read, or takes longer than ten seconds: the reason and a remedy,
 * without an action in front. Can be cancelled meanwhile. */
ImpPicture *imp_picture_prepare (GBytes *bytes, GCancellable *cancellable, GError **error);

/* 8 bits each of red, green, blue and, where it has them, alpha. Immutable. */
typedef struct
{
  GBytes *bytes;
  int width, height;
  gsize stride;
  gboolean has_alpha;
} ImpPixels;

void imp_pixels_free (ImpPixels *self);

/* At most `side` pixels each way, never larger than it is. The same errors. */
ImpPixels *imp_picture_decode (GBytes *bytes, int side, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpPicture, imp_picture_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpPixels, imp_pixels_free)

G_END_DECLS
