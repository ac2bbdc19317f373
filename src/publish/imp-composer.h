/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The parts of a newsletter: what stands where in each. */
#pragma once

#include "model/imp-issue.h"
#include "publish/imp-flow.h"
#include "publish/imp-paper.h"
#include "publish/imp-slot.h"
#include "publish/imp-words.h"

G_BEGIN_DECLS

/* Measures of the newsletter, in points. Text is placed by its baseline. */
#define IMP_LINE       14.0 /* from one line to the next */
#define IMP_RULE       0.75
#define IMP_HEAD_DEPTH 22.0 /* from a section's rule to its heading's baseline */
#define IMP_HEAD_LINE  14.6 /* from a section's heading to its first line */

/* What all parts of one newsletter share. Owned by its pages, which the flows do not outlive. */
typedef struct
{
  const ImpIssue *issue;
  ImpType *type;
  ImpGrid grid;
  double label_width; /* of the column of labels: the widest in this language, and the gap */
  PangoLayout *labels[IMP_N_PARTS];
} ImpComposer;

void imp_composer_init (ImpComposer *self, const ImpIssue *issue, const ImpPaper *paper);
void imp_composer_clear (ImpComposer *self);

ImpSlot imp_composer_get_label_slot (const ImpComposer *self, ImpPartKind kind);
PangoLayout *imp_composer_set (const ImpComposer *self, const ImpSlot *slot, const char *rich);
/* Puts text on the baseline y; returns the baseline of its last line. */
double imp_composer_put (const ImpComposer *self,
                         ImpBlock *block,
                         const ImpSlot *slot,
                         PangoLayout *layout,
                         double y);
double imp_composer_write (const ImpComposer *self,
                           ImpBlock *block,
                           const ImpSlot *slot,
                           const char *rich,
                           double y);

/* The flows of a newsletter, in their order. */
ImpFlow *imp_item_flow_new (const ImpComposer *composer, const ImpIssueFix *fix);
/* Lines from the title's baseline on; crowded: place and duty are too long for it. */
ImpBlock *imp_item_rail_new (const ImpComposer *composer,
                             const ImpIssueFix *fix,
                             int *n_lines,
                             gboolean *crowded);
ImpFlow *imp_small_flow_new (const ImpComposer *composer);
ImpFlow *imp_works_flow_new (const ImpComposer *composer);
ImpFlow *imp_pair_flow_new (const ImpComposer *composer);
ImpFlow *imp_end_flow_new (const ImpComposer *composer);

/* What stands on each page outside the flow; page counts from 1. */
ImpBlock *imp_composer_create_head (const ImpComposer *self);
ImpBlock *imp_composer_create_running_head (const ImpComposer *self);
ImpBlock *imp_composer_create_imprint (const ImpComposer *self, int n_pages);
ImpBlock *imp_composer_create_number (const ImpComposer *self, int page, int n_pages);
ImpBlock *imp_composer_create_more (const ImpComposer *self, int n_fixes, int n_pages);

G_END_DECLS
