/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sections of the page about a rank. */
#pragma once

#include "model/imp-explanation.h"
#include "publish/imp-range-axis.h"
#include "publish/imp-slot.h"

G_BEGIN_DECLS

/* What its sections share. Owned by its pages. */
typedef struct
{
  const ImpExplanation *explanation;
  ImpType *type;
  ImpGrid grid;
  ImpRangeAxis axis; /* of impact, over the neighbours */
} ImpReasonLayout;

/* Of ImpBlock, from the top: each is never broken. */
GPtrArray *imp_reason_layout_create_sections (const ImpReasonLayout *self);

G_END_DECLS
