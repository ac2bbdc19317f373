/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How a photo or file is said, and a picture made of its pixels. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog-attachments.h"

G_BEGIN_DECLS

char *imp_attachment_words_say (const ImpAttachment *attachment); /* "screen.png, picture" */
/* "1,024 × 768 · 240.1 kB" */
char *imp_attachment_words_about (const ImpAttachment *attachment);
GdkTexture *imp_attachment_words_create_texture (const ImpPixels *pixels);

G_END_DECLS
