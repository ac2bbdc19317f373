/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What all rows of one list share: width class, rank column, axis of the ranges. */
#pragma once

#include <glib-object.h>

#include "model/imp-measure.h"

/* Columns at the end of a row, in sp: as wide as the text is large. */
#define IMP_ROW_MARK_WIDTH    84
#define IMP_ROW_PAYBACK_WIDTH 76

G_BEGIN_DECLS

/* Owned by the list's page, read by its rows. The axis of hours is logarithmic and one for the
 * whole list; it grows with the rows that have been seen and spans at most 1 to 200. What a search
 * found does not move it: rows that are found have one of their own, which begins as that one.
 * ImpRowLook::changed (gboolean resize): rows draw again, or are measured again. */
#define IMP_TYPE_ROW_LOOK (imp_row_look_get_type ())
G_DECLARE_FINAL_TYPE (ImpRowLook, imp_row_look, IMP, ROW_LOOK, GObject)

ImpRowLook *imp_row_look_new (void);
void imp_row_look_set_compact (ImpRowLook *self, gboolean compact);
gboolean imp_row_look_get_compact (ImpRowLook *self); /* three lines instead of two columns */
/* imp_columns_arrange() of the columns, where they are not compact; measure: what the list is ordered
 * by. */
void imp_row_look_set_columns (ImpRowLook *self, guint columns, ImpMeasure measure);
guint imp_row_look_get_columns (ImpRowLook *self);
ImpMeasure imp_row_look_get_measure (ImpRowLook *self);
void imp_row_look_set_n_ranked (ImpRowLook *self, guint n_ranked);
guint imp_row_look_get_n_digits (ImpRowLook *self); /* of the last rank */
/* The height of a line, of small text or not, for a font; 0: not known yet. */
void imp_row_look_set_line_height (ImpRowLook *self, gboolean caption, guint font, int height);
int imp_row_look_get_line_height (ImpRowLook *self, gboolean caption, guint font);
void imp_row_look_include (ImpRowLook *self, const ImpImpact *impact, gboolean found);
/* Where on the axis: 0 … 1; what lies outside stands at the end. */
double imp_row_look_place (ImpRowLook *self, double hours, gboolean found);

G_END_DECLS
