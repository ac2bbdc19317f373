/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Pages of any document: one layout for preview, printer and PDF. */
#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "publish/imp-paper.h"

G_BEGIN_DECLS

/* What a document says about itself. language is a BCP 47 tag; NULL: that of the locale. */
typedef struct
{
  const char *title, *subject, *author, *language;
} ImpPagesInfo;

/* A document laid out on sheets of paper; each kind of document is a class of its own. Immutable
 * once made. Used by one thread at a time. Whatever the texts are, nothing overlaps, and nothing
 * stands nearer to the edge than 28 points. Needs no display. */
#define IMP_TYPE_PAGES (imp_pages_get_type ())
G_DECLARE_DERIVABLE_TYPE (ImpPages, imp_pages, IMP, PAGES, GObject)

struct _ImpPagesClass
{
  GObjectClass parent_class;

  /* Draws page n; cr is saved and restored around it. */
  void (*draw) (ImpPages *self, int n, cairo_t *cr);
};

int imp_pages_get_n_pages (ImpPages *self); /* at least 1 */
const ImpPaper *imp_pages_get_paper (ImpPages *self);
gboolean imp_pages_is_landscape (ImpPages *self);
/* Of a sheet as it is read, in points. */
void imp_pages_get_size (ImpPages *self, double *width, double *height);
ImpPagesInfo imp_pages_get_info (ImpPages *self); /* borrowed; no text is NULL but the language */

/* Draws page n (from 0) in points, the sheet's upper left corner at the origin. The ground is
 * left as it is. On a PDF the marks carry tags. */
void imp_pages_draw (ImpPages *self, int n, cairo_t *cr);

/* For the classes, while they lay out. */
void imp_pages_set_paper (ImpPages *self, const ImpPaper *paper, gboolean landscape);
void imp_pages_set_n_pages (ImpPages *self, int n_pages);
void imp_pages_set_info (ImpPages *self, const ImpPagesInfo *info); /* copied */

G_END_DECLS
