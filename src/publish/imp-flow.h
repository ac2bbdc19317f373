/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Dividing what is told over pages. */
#pragma once

#include "publish/imp-mark.h"

G_BEGIN_DECLS

/* A source of blocks: an item, a list, the end of the newsletter. Each knows where it may be
 * broken; the pages only say how much room there is. */
typedef struct _ImpFlow ImpFlow;

struct _ImpFlow
{
  /* The next block, at most `room` high with the smallest pads, or NULL: try a fresh page. On a
   * fresh page there is always one, and nothing runs off the page. The caller owns it. */
  ImpBlock *(*take) (ImpFlow *self, double room, gboolean fresh);
  gboolean (*is_done) (const ImpFlow *self);
  void (*rewind) (ImpFlow *self); /* to its start */
  void (*free) (ImpFlow *self);
  gboolean is_big; /* a big item */
};

/* One page: blocks from y downwards, its pads as high as the page has room. Owned by its pages. */
typedef struct
{
  GPtrArray *blocks; /* of ImpBlock */
  double y;
  double pad;
} ImpSheet;

/* What is not part of the flow. */
typedef struct
{
  double first_y, next_y; /* where the flow starts on page one and on the others */
  double bottom;          /* where it ends */
  double more_height;     /* of the line that says what follows on other pages */
} ImpFrame;

/* Divides the flows over pages by the rules of the newsletter: no big item broken unless it is
 * higher than a page, the last page with at least two big items or none. Of ImpSheet, at least one. */
GPtrArray *imp_flow_divide (GPtrArray *flows, const ImpFrame *frame);

void imp_flow_free (ImpFlow *self);
void imp_sheet_free (ImpSheet *self);
int imp_sheet_count_fixes (const ImpSheet *self);

G_END_DECLS
