/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Pinned irritants stand first in a list. */
#pragma once

#include "store/imp-irritant-table.h"

G_BEGIN_DECLS

/* Moves those of a ranking that are pinned today and not fixed to its beginning, in their order,
 * and counts them in n_pinned. Each keeps its rank. Arrays that others may hold are replaced. */
gboolean imp_pins_raise (ImpStore *store, ImpRanking *ranking, GError **error);

G_END_DECLS
