/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Cells made from the rows of the journal. */
#pragma once

#include "store/imp-merge.h"
#include "store/imp-store-private.h"

G_BEGIN_DECLS

/* Puts what one row wrote into its cell; `heads` (text) only where several stand side by side. */
gboolean imp_cell_replace (ImpStore *self,
                           ImpItem item,
                           int field,
                           const ImpValue *value,
                           gint64 hlc,
                           ImpHead row,
                           const char *heads,
                           GError **error);
/* Writes all cells of an item anew from its rows, by the rules of store/imp-merge.h; needed where
 * rows come from other laptops: who writes here replaces what store/imp-sight.h says they saw. */
gboolean imp_cell_merge_item (ImpStore *self, ImpItem item, GError **error);

G_END_DECLS
