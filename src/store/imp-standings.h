/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where irritants stood, week by week. */
#pragma once

#include "model/imp-rank-history.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* Notes the first thousand by impact of what is not fixed, and of which something is known, unless
 * that was done this week (from Monday) already; drops what is older than two years, and what is of
 * irritants that are gone. A few milliseconds, once a week. Outside the journal, for this laptop
 * alone. Does nothing where nothing can be written. */
gboolean imp_standings_note (ImpStore *store, GError **error);
/* Appends ImpPastRank by day, and the rank of now as of today; nothing where none was noted. */
gboolean imp_standings_read (ImpStore *store,
                             ImpItem irritant,
                             guint rank_now,
                             GArray *past,
                             GError **error);
/* Adds a line for people where something is noted of what is no irritant. */
gboolean imp_standings_check (ImpStore *store, GPtrArray *problems, GError **error);

G_END_DECLS
