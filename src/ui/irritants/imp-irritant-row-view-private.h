/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What measuring and drawing a row share: its layouts, and where they stand. */
#pragma once

#include "ui/irritants/imp-columns.h"
#include "ui/irritants/imp-irritant-row-view.h"
#include "ui/irritants/imp-row-text.h"

G_BEGIN_DECLS

#define IMP_ROW_PADDING      12
#define IMP_ROW_MARGIN_END   14
#define IMP_ROW_GAP          16
#define IMP_ROW_RANK_GAP     14
#define IMP_ROW_LINE_GAP     3
#define IMP_ROW_MARK_COMPACT 72 /* sp */

/* Where the lines of a row begin, in pixels from its top. */
typedef struct
{
  int hours;
  int quiet, end;     /* the second line: of the text, and of the columns at the end */
  int payback, state; /* the third one; where the row is compact */
  int found;
  int height; /* of the row with all of them */
} ImpRowLines;

struct _ImpIrritantRowView
{
  GtkWidget parent_instance;
  ImpRowLook *look;
  ImpIrritantRow *row;                   /* NULL while not bound */
  PangoLayout *layouts[IMP_ROW_N_TEXTS]; /* made when first wanted */
  int text_widths[IMP_ROW_N_TEXTS];      /* of those in one line; 0: not known */
  guint font;                            /* of the layouts */
  gboolean stacked;                      /* compact, and too narrow for two columns */
  int measured_width;                    /* what the lines are for; 0: they are not known */
  ImpRowLines lines;
  gboolean choosing, chosen, drop;
  guint position, n_rows; /* in the whole list */
};

/* What all layouts depend on: the same as long as their font is. */
guint imp_irritant_row_view_hash_font (ImpIrritantRowView *self);
/* After what they say or how they look has changed; whoever calls has the row laid out again. */
void imp_irritant_row_view_forget_texts (ImpIrritantRowView *self);
/* Borrowed; made when first wanted. */
PangoLayout *imp_irritant_row_view_get_layout (ImpIrritantRowView *self, ImpRowText text);
/* In one line with room for all of it. */
int imp_irritant_row_view_get_text_width (ImpIrritantRowView *self, ImpRowText text);
/* Of a text of one line. */
int imp_irritant_row_view_get_line_height (ImpIrritantRowView *self, ImpRowText text);
/* Lays the text out in this width. */
PangoLayout *imp_irritant_row_view_fit (ImpIrritantRowView *self, ImpRowText text, int width);
int imp_irritant_row_view_get_column (ImpIrritantRowView *self, int sp);
/* Pixels from the start edge of a row that is `width` wide. */
int imp_irritant_row_view_get_text_start (ImpIrritantRowView *self);
int imp_irritant_row_view_get_title_width (ImpIrritantRowView *self, int width);
/* Of a row that is `width` wide inside its borders. */
const ImpRowLines *imp_irritant_row_view_get_lines (ImpIrritantRowView *self, int width);

/* The columns of a row that is not compact, from the start edge to the end. */
guint imp_irritant_row_view_arrange (ImpIrritantRowView *self, ImpColumnPair pairs[IMP_N_COLUMNS]);
int imp_irritant_row_view_get_pair_width (ImpIrritantRowView *self, const ImpColumnPair *pair);

void imp_irritant_row_view_draw (ImpIrritantRowView *self, GtkSnapshot *snapshot);

G_END_DECLS
