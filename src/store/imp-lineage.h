/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which writes of a field were made over which others. */
#pragma once

#include "store/imp-merge.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* Whether it is the earlier row, or its writer saw that one, or somebody did whom they saw. On the
 * database thread. */
gboolean
imp_lineage_find (ImpStore *store, ImpHead row, ImpHead earlier, gboolean *found, GError **error);

G_END_DECLS
