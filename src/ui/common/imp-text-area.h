/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A text view that is as high as its text, without a scroller around it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GtkTextView learns its height only after it has been laid out, and then too late for rows that
 * wrap. This one reckons height for width beforehand. For texts of a few paragraphs; wraps at
 * words, has no margins of its own, and Tab leaves it. */
#define IMP_TYPE_TEXT_AREA (imp_text_area_get_type ())
G_DECLARE_FINAL_TYPE (ImpTextArea, imp_text_area, IMP, TEXT_AREA, GtkTextView)

G_END_DECLS
