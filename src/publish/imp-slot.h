/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A place for text on a page. */
#pragma once

#include "publish/imp-mark.h"

G_BEGIN_DECLS

/* Where text stands and how it is set. Copied by value. */
typedef struct
{
  ImpStyle style;
  const char *tag; /* of structure in PDF; NULL inside another one */
  double x, width;
  ImpAlign align;
  ImpWrap wrap;
  int max_lines; /* 0: as many as it takes */
} ImpSlot;

PangoLayout *imp_slot_set (const ImpSlot *self, ImpType *type, const char *rich);
/* Puts text on the baseline y; returns the baseline of its last line. */
double imp_slot_put (const ImpSlot *self,
                     const ImpType *type,
                     ImpBlock *block,
                     PangoLayout *layout,
                     double y);
/* Both. */
double
imp_slot_write (const ImpSlot *self, ImpType *type, ImpBlock *block, const char *rich, double y);

G_END_DECLS
