/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sections of a briefing. */
#pragma once

#include "model/imp-briefing.h"
#include "publish/imp-flow.h"
#include "publish/imp-range-axis.h"
#include "publish/imp-round-frame.h"

G_BEGIN_DECLS

/* At most so many are shown; the rest is counted. */
#define IMP_BRIEFING_MAX_PROMISED  4
#define IMP_BRIEFING_MAX_IRRITANTS 6
#define IMP_BRIEFING_MAX_UNTOLD    4
#define IMP_BRIEFING_MAX_UNHEARD   3
#define IMP_BRIEFING_MAX_MEETINGS  4

#define IMP_BRIEFING_BASE   11.0 /* from the top of a row to its first baseline */
#define IMP_BRIEFING_LINE   14.0
#define IMP_BRIEFING_DEPTH  4.7 /* from the last baseline of a row to its end */
#define IMP_BRIEFING_SQUARE 8.5

/* What its sections share. On the stack of who lays it out. */
typedef struct
{
  const ImpBriefing *briefing;
  const ImpRoundFrame *frame;
  double x, width;           /* of the main column */
  double side_x, side_width; /* of the one beside it */
  double label_width;        /* of how promises stand: the widest, and the gap */
  ImpRangeAxis axis;         /* of hours, over what is shown */
} ImpBriefingLayout;

ImpBriefingLayout imp_briefing_layout_begin (const ImpBriefing *briefing, ImpRoundFrame *frame);

/* Of ImpFlow: each column, the main one but for the notes at its end. */
GPtrArray *imp_briefing_layout_create_main (const ImpBriefingLayout *self);
GPtrArray *imp_briefing_layout_create_side (const ImpBriefingLayout *self);

/* Lines to write on: how high they are at least, and as many as there is height. */
double imp_briefing_layout_measure_notes (const ImpBriefingLayout *self);
ImpBlock *imp_briefing_layout_create_notes (const ImpBriefingLayout *self, double height);

/* For its parts. */

GPtrArray *imp_briefing_layout_create_rows (void);
/* Takes the rows; note: below the heading, "" for none; tag: of structure around the rows. */
void imp_briefing_layout_add_section (const ImpBriefingLayout *self,
                                      GPtrArray *flows,
                                      double x,
                                      double width,
                                      const char *heading,
                                      const char *note,
                                      GPtrArray *rows,
                                      const char *tag);
/* A row in grey; the last of a section that says how many more there are, if any. */
ImpBlock *imp_briefing_layout_create_note (const ImpBriefingLayout *self,
                                           double x,
                                           double width,
                                           const char *text);
void imp_briefing_layout_add_rest (const ImpBriefingLayout *self,
                                   GPtrArray *rows,
                                   double x,
                                   double width,
                                   guint n_all,
                                   guint n_shown);
/* People's text in a slot; returns its last baseline. */
double imp_briefing_layout_write (const ImpBriefingLayout *self,
                                  ImpBlock *block,
                                  const ImpSlot *slot,
                                  const char *text,
                                  double y);
/* The rows of what is open. */
GPtrArray *imp_briefing_layout_create_irritants (const ImpBriefingLayout *self);

G_END_DECLS
