/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Irritants that were merged into another one: what belongs to them goes along. */
#pragma once

#include "model/imp-irritant.h"
#include "store/imp-store-private.h"

G_BEGIN_DECLS

/* What belongs to an irritant names it in its own cell for ever, so that it can be taken apart again.
 * Its row in the projection names the irritant that it counts with (imp_merged_find()), and in
 * merged_from whose it was: whoever reads the tables need not know. */

/* Whether there is anything to follow at all. */
gboolean imp_merged_exist (ImpStore *store, gboolean *exist, GError **error);
/* After the row of an irritant, or of what belongs to one, was written: sends all that its links
 * reach to where it counts, and adds whose derived columns that changes. `settled` is the set of
 * irritants for which that is done, while no other row is written: those of one knot are not gone
 * through again for each of them. */
gboolean imp_merged_settle (ImpStore *store,
                            ImpAffected *affected,
                            GHashTable *settled,
                            ImpKind kind,
                            ImpItem item,
                            GError **error);
/* The same for all of them. */
gboolean imp_merged_settle_all (ImpStore *store, ImpAffected *affected, GError **error);
/* The irritants that are merged into this one, of ImpItem; NULL on failure. */
GArray *imp_merged_read_parts (ImpStore *store, ImpItem irritant, GError **error);
/* The same as ImpPartLines, added to `lines`. */
gboolean
imp_merged_read_part_lines (ImpStore *store, ImpItem irritant, GPtrArray *lines, GError **error);

G_END_DECLS
