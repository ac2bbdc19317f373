/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The pages of an issue: one layout for preview, printer and PDF. */
#pragma once

#include <cairo.h>

#include "model/imp-issue.h"
#include "publish/imp-paper.h"

G_BEGIN_DECLS

#define IMP_TYPE_PAGES (imp_pages_get_type ())
G_DECLARE_FINAL_TYPE (ImpPages, imp_pages, IMP, PAGES, GObject)

/* An issue laid out as a newsletter on sheets of paper. Immutable; keeps a reference of the issue.
 * Used on the thread that made it. Whatever the texts are, nothing overlaps, and nothing stands
 * nearer to the edge than 28 points. Needs no display. */
ImpPages *imp_pages_new (ImpIssue *issue, const ImpPaper *paper);

int imp_pages_get_n_pages (ImpPages *self); /* at least 1 */
const ImpPaper *imp_pages_get_paper (ImpPages *self);
ImpIssue *imp_pages_get_issue (ImpPages *self);

/* Draws page n (from 0) in points, the sheet's upper left corner at the origin. The ground is
 * left as it is. On a PDF the marks carry tags. */
void imp_pages_draw (ImpPages *self, int n, cairo_t *cr);

G_END_DECLS
