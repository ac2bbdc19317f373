/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sheet that upright pages are set on: where its columns, its head and its foot are. */
#pragma once

#include "publish/imp-paper.h"

G_BEGIN_DECLS

/* Points. Text is placed by its baseline. */
#define IMP_GAP              12.0 /* between columns */
#define IMP_SHEET_MARGIN     48.0
#define IMP_SHEET_HEAVY_Y    36.0 /* the heavy rule above the masthead */
#define IMP_SHEET_HEAVY_LINE 3.0
#define IMP_SHEET_MASTHEAD_Y 54.7
#define IMP_SHEET_RUNNING_Y  46.1  /* the head of the pages after the first one */
#define IMP_SHEET_NEXT_Y     57.25 /* where those pages begin */
#define IMP_SHEET_FOOT_UP    33.1  /* from the sheet's lower edge to the baseline */
#define IMP_GRID_PAD_MIN     8.0
#define IMP_GRID_PAD_MAX     16.0

/* x from the start edge, which is the right one of a page that reads from right to left. */
typedef struct
{
  double width, height; /* of the sheet */
  double x, text_width; /* of what is printed on */
  double main_x, main_width;
  double rail_width;
  double half_x, half_width;
  gboolean rtl;
} ImpGrid;

/* Twelve columns: the rail has three of them, the main column nine, halves six each. */
ImpGrid imp_grid_create (const ImpPaper *paper, gboolean rtl);
/* From the start of one of the twelve columns to that of the next. */
double imp_grid_get_step (const ImpGrid *self);

G_END_DECLS
