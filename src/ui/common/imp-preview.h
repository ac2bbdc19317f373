/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Pages as they will print, in a scroller, and which page this is. */
#pragma once

#include <gtk/gtk.h>

#include "publish/imp-pages.h"

G_BEGIN_DECLS

/* Stays where it was scrolled to when other pages take the place of some. */
#define IMP_TYPE_PREVIEW (imp_preview_get_type ())
G_DECLARE_FINAL_TYPE (ImpPreview, imp_preview, IMP, PREVIEW, GtkBox)

/* text: what they say, for who cannot see them. */
void imp_preview_set_pages (ImpPreview *self, ImpPages *pages, const char *text);

G_END_DECLS
