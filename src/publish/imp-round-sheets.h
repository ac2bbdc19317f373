/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The pages about a round, laid out. */
#pragma once

#include "publish/imp-flow.h"
#include "publish/imp-pages.h"
#include "publish/imp-round-frame.h"

G_BEGIN_DECLS

/* Pages with one or more columns of sections, each divided on its own. */
#define IMP_TYPE_ROUND_SHEETS (imp_round_sheets_get_type ())
G_DECLARE_FINAL_TYPE (ImpRoundSheets, imp_round_sheets, IMP, ROUND_SHEETS, ImpPages)

/* Takes the frame. */
ImpRoundSheets *
imp_round_sheets_new (ImpRoundFrame *frame, const char *language, const ImpPaper *paper);
/* Where the sections of a column go. */
ImpFrame imp_round_sheets_get_room (const ImpRoundSheets *self);
/* The next column, in reading order. Takes its sheets. */
void imp_round_sheets_add_column (ImpRoundSheets *self, GPtrArray *sheets);

/* What takes the height that is left at the end of a column: lines to write on. */
typedef ImpBlock *(*ImpFiller) (gpointer data, double height);
/* At least so high, and never broken; on a page of its own where there is not that much. To be put
 * in its place by imp_round_sheets_fill(). */
ImpFlow *imp_fill_flow_new (double min_height);
void imp_round_sheets_fill (const ImpRoundSheets *self,
                            GPtrArray *sheets,
                            ImpFiller filler,
                            gpointer data);

G_END_DECLS
