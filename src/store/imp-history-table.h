/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading who changed what: edits, deletions, values that stand side by side. */
#pragma once

#include "model/imp-edit.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* The user actions that touched an item or what belongs to it (reports of an irritant, promises of
 * a fix, entries of an announcement …), the newest first: of ImpEdit, owned by the array. Those
 * after the first `n_passed`, and at most `n_most` of them. */
GPtrArray *
imp_edits_read (ImpStore *store, ImpItem item, guint n_passed, guint n_most, GError **error);

/* What was deleted since that Unix time in milliseconds and is still gone: of ImpBinned, the newest
 * first; of those in whose name the folded text stands (NULL: all) those after the first `n_passed`,
 * and at most `n_most` of them. */
GPtrArray *imp_bin_read (ImpStore *store,
                         gint64 since_ms,
                         const char *search,
                         guint n_passed,
                         guint n_most,
                         GError **error);
/* The changes that bring a deleted item back, with all that the same action deleted. */
ImpChanges *imp_bin_invert (ImpStore *store, ImpItem item, GError **error);

/* The fields that hold several different values: of ImpContest, by item; passed over and bounded as
 * above. */
GPtrArray *imp_contests_read (ImpStore *store, guint n_passed, guint n_most, GError **error);

G_END_DECLS
