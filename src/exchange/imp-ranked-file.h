/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A ranked list for other programs. */
#pragma once

#include "model/imp-ranked-table.h"

G_BEGIN_DECLS

/* One array, one object a line, numbers not rounded. The member names are a promise: improve-rank(1)
 * lists them. */
char *imp_ranked_table_to_json (const ImpRankedTable *self);
/* The same members as columns, in the same order (RFC 4180, UTF-8): numbers with a point and no
 * thousands, days as 2026-11-21. What people wrote is data: a text that a spreadsheet would take
 * for a formula gets an apostrophe before it. */
char *imp_ranked_table_to_csv (const ImpRankedTable *self);

G_END_DECLS
