/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What was heard on a round, sorted by what becomes of it. */
#pragma once

#include "model/imp-round.h"

G_BEGIN_DECLS

typedef enum
{
  IMP_READBACK_WILL,   /* promised on this round */
  IMP_READBACK_CANNOT, /* declined */
  IMP_READBACK_TAKEN,  /* neither: taken along */
  IMP_N_READBACK_PARTS
} ImpReadbackPart;

/* What becomes of one remark, or of several. Owned by its read-back. */
typedef struct
{
  const ImpHeardLine *line; /* the first of them; borrowed of the page */
  GArray *numbers;          /* of guint: the remarks, from 1 */
} ImpReadbackAnswer;

/* Every remark has a number, its place among them and 1, and stands in exactly one answer. All lines
 * are borrowed of the page, which is kept. Immutable; owned by who made it. */
typedef struct
{
  ImpRoundPage *page;
  GPtrArray *remarks;                       /* of ImpHeardLine */
  GPtrArray *works, *thanks;                /* of ImpHeardLine; they need no answer */
  GPtrArray *answers[IMP_N_READBACK_PARTS]; /* of ImpReadbackAnswer */
} ImpReadback;

ImpReadback *imp_readback_new (ImpRoundPage *page);
void imp_readback_free (ImpReadback *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpReadback, imp_readback_free)

G_END_DECLS
