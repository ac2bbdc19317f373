/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Small pictures for tests, made by hand. */
#pragma once

#include <gio/gio.h>

/* Red on the left, blue on the right. As "png" or "jpeg". */
GBytes *sample_picture (const char *as, int width, int height);
/* The same as JPEG that a camera held on its side made: with where it was, and "SECRET". */
GBytes *sample_photo (int width, int height);
/* A PNG whose header claims that many pixels, with nothing behind it. */
GBytes *sample_claim (guint32 width, guint32 height);
/* A GIF of that side with so many frames, each of one pixel. */
GBytes *sample_animation (guint16 side, guint n_frames);
/* A JPEG of 16 million pixels that paints all of them so many times. */
GBytes *sample_scans (guint n_scans);
