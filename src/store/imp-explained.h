/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Why an irritant stands where it stands, and what is worth asking. */
#pragma once

#include "model/imp-explanation.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* By impact among what is not yet fixed. IMP_ERROR_NOT_FOUND where the irritant is not. */
ImpExplanation *imp_store_explain (ImpStore *store, ImpItem irritant, GError **error);
/* The chance of an irritant to be in the top ten by impact of what is not yet fixed; -1 where it is
 * not ranked there, or nothing is known of it. */
gboolean imp_store_read_top_ten (ImpStore *store, ImpItem irritant, double *chance, GError **error);
/* ImpToAsk: up to n irritants about which it is worth most to ask, the first first; none of which
 * all answers are measured, and nothing of what was `asked` (of ImpAsked; may be NULL). NULL on
 * failure. */
GPtrArray *imp_store_read_to_ask (ImpStore *store, guint n, const GArray *asked, GError **error);
/* The same among some irritants: 1 for each number of an item that is one of them. */
GPtrArray *
imp_store_read_to_ask_among (ImpStore *store, guint n, const GByteArray *among, GError **error);
/* imp_top_ten_weigh() of what is not yet fixed, by impact. */
gboolean imp_store_weigh_top_ten (ImpStore *store, double *share, GError **error);

G_END_DECLS
