/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What rank an irritant had before. */
#pragma once

#include "base/imp-date.h"

G_BEGIN_DECLS

/* Its rank by impact on a day. Copied by value. */
typedef struct
{
  ImpDate day;
  guint rank; /* from 1 */
} ImpPastRank;

/* past: of ImpPastRank by day, the last one as of now; not changed. "Rank 9 in June 2026, 4 in
 * September 2026, 2 now."; from when on it is noted where there is only one day; "" for none. The
 * caller frees. */
char *imp_rank_history_say (const GArray *past);
/* The highest and the lowest of its ranks, to be drawn between. */
void imp_rank_history_get_ends (const GArray *past, guint *best, guint *worst);

G_END_DECLS
