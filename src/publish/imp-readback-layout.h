/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sections of a read-back. */
#pragma once

#include "publish/imp-flow.h"
#include "publish/imp-readback.h"
#include "publish/imp-round-frame.h"

G_BEGIN_DECLS

/* What its sections share. On the stack of who lays it out. */
typedef struct
{
  const ImpReadback *readback;
  const ImpRoundFrame *frame;
  double disc; /* how wide the ring or disc of a number is */
} ImpReadbackLayout;

ImpReadbackLayout imp_readback_layout_begin (const ImpReadback *readback,
                                             const ImpRoundFrame *frame);
/* Of ImpFlow, but for the box at its end. */
GPtrArray *imp_readback_layout_create_flows (const ImpReadbackLayout *self, gboolean signature);

/* The rows of each section; of ImpBlock. */
GPtrArray *imp_readback_layout_create_remarks (const ImpReadbackLayout *self);
GPtrArray *imp_readback_layout_create_answers (const ImpReadbackLayout *self, ImpReadbackPart part);

/* The box to write in: how high it is at least, and one of that height. */
double imp_readback_layout_measure_box (const ImpReadbackLayout *self);
ImpBlock *imp_readback_layout_create_box (const ImpReadbackLayout *self, double height);

/* A row with their words and whose they are, without a number; and one of a paragraph. */
ImpBlock *imp_readback_layout_create_quote (const ImpReadbackLayout *self,
                                            const ImpHeardLine *line);
ImpBlock *imp_readback_layout_create_paragraph (const ImpReadbackLayout *self, const char *rich);

#define IMP_READBACK_BASE      11.0 /* from the top of a row to its first baseline */
#define IMP_READBACK_LINE      14.0
#define IMP_READBACK_MAX_LINES 24 /* of a text; longer ones end in an ellipsis */

G_END_DECLS
