/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading the rows that are left of one laptop. */
#pragma once

#include "model/imp-row.h"
#include "store/imp-store-private.h"

G_BEGIN_DECLS

/* The rows of one laptop as they are read, by user action. Lives on the stack. */
typedef struct
{
  gint64 rseq, hlc; /* of the row read last */
  ImpRow *next;     /* the one after it; NULL at the end */

  /* private */
  ImpStore *from;
  const ImpUuid *laptop;
  ImpStatement *rows;
  GChecksum *value_sum; /* what every value is checked with */
  GCancellable *cancellable;
} ImpSalvageReader;

/* A row that is not what was written is as good as missing; anything else is an error. */
gboolean imp_salvage_is_damage (const GError *error);

/* Rows of the laptop, `rep` in `from`, after number `after`. Both are borrowed. To be ended also
 * where it failed. */
gboolean imp_salvage_reader_begin (ImpSalvageReader *self,
                                   ImpStore *from,
                                   const ImpUuid *laptop,
                                   gint64 rep,
                                   gint64 after,
                                   GCancellable *cancellable,
                                   GError **error);
/* The next rows of one user action that follow each other; none at the end. `whole`: nothing is
 * missing before the action or in it. */
gboolean
imp_salvage_reader_next (ImpSalvageReader *self, GPtrArray *rows, gboolean *whole, GError **error);
void imp_salvage_reader_end (ImpSalvageReader *self);

G_END_DECLS
