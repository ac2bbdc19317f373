/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Finding what is known already of what somebody records. */
#pragma once

#include "model/imp-similar.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* The irritants that are most like the words, the likest first, whatever became of them; those at
 * this site and about this offering (names; NULL where it is not known) before others that are as
 * like. At most n_most; none where nothing is like it. An array of ImpSimilar; NULL on failure. */
GPtrArray *imp_store_find_similar (ImpStore *store,
                                   const char *words,
                                   const char *site,
                                   const char *offering,
                                   guint n_most,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
