/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Backlogs of a size, made once from a seed and kept. */
#pragma once

#include "model/imp-changes.h"

G_BEGIN_DECLS

/* Makes irritants of one believable organisation, always the same for the same seed. One owner. */
typedef struct _BenchMaker BenchMaker;

/* n: how many irritants are coming; sites, people and offerings are drawn for that many. */
BenchMaker *bench_maker_new (guint seed, guint n);
void bench_maker_free (BenchMaker *self);
/* The next `n` of them with their reports, fixes and promises; the first call brings the
 * organisation too. `items` are the numbers that the store gave to the items of the call before,
 * NULL at the first. */
ImpChanges *bench_maker_next (BenchMaker *self, guint n, const GArray *items);

/* A backlog file with all that stands beside it. */
void bench_backlog_remove (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchMaker, bench_maker_free)

/* The path of a backlog of that many irritants, written through ordinary commits and kept in
 * XDG_CACHE_HOME/improve-dev/bench; its name holds seed, size and schema. Says on the error
 * stream how long making it takes. */
char *bench_backlog_make (guint seed, guint n, GError **error);

G_END_DECLS
