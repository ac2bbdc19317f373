/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What measuring and drawing a row share: its layouts, and where they stand. */
#pragma once

#include "ui/irritants/imp-irritant-row-view.h"
#include "ui/irritants/imp-row-text.h"

G_BEGIN_DECLS

#define IMP_ROW_PADDING            12
#define IMP_ROW_MARGIN_END         14
#define IMP_ROW_GAP                16
#define IMP_ROW_RANK_GAP           14
#define IMP_ROW_LINE_GAP           3
#define IMP_ROW_MARK_WIDTH         84
#define IMP_ROW_MARK_WIDTH_COMPACT 72
#define IMP_ROW_PAYBACK_WIDTH      76

struct _ImpIrritantRowView
{
  GtkWidget parent_instance;
  ImpRowLook *look;
  ImpIrritantRow *row;                   /* NULL while not bound */
  PangoLayout *layouts[IMP_ROW_N_TEXTS]; /* made when first wanted */
  guint font;                            /* of the layouts */
  int measured_width, measured_height;   /* of the last height for width; 0: not known */
  guint position, n_rows;                /* in the whole list */
};

/* What all layouts depend on: the same as long as their font is. */
guint imp_irritant_row_view_hash_font (ImpIrritantRowView *self);
/* Borrowed; made when first wanted. */
PangoLayout *imp_irritant_row_view_get_layout (ImpIrritantRowView *self, ImpRowText text);
int imp_irritant_row_view_get_text_width (ImpIrritantRowView *self, ImpRowText text);
int imp_irritant_row_view_get_text_height (ImpIrritantRowView *self, ImpRowText text);
int imp_irritant_row_view_get_caption_height (ImpIrritantRowView *self);
/* Pixels from the start edge of a row that is `width` wide. */
int imp_irritant_row_view_get_text_start (ImpIrritantRowView *self);
int imp_irritant_row_view_get_title_width (ImpIrritantRowView *self, int width);

void imp_irritant_row_view_draw (ImpIrritantRowView *self, GtkSnapshot *snapshot);

G_END_DECLS
