/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which value of a field holds when several people have written it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One write of a field: the row of the journal that made it. */
typedef struct
{
  gint64 rep, rseq;
} ImpHead;

/* "1:17,2:4" and back. An empty or NULL text is no head. Malformed text gives FALSE. */
char *imp_heads_print (const ImpHead *heads, guint n_heads);
gboolean imp_heads_parse (const char *text, GArray *heads);

/* The heads of a cell after one more row: those that its writer had not seen, and the row itself.
 * More than one head means that people wrote without knowing of each other; no text is lost.
 * `heads` (of ImpHead) is changed in place; `base` is what the writer saw. */
void imp_heads_apply (GArray *heads, const GArray *base, ImpHead row);

/* Whether the row's value is the one shown: the highest (hlc, replica) wins. `order` compares the
 * row's replica with the cell's, like memcmp() of their UUIDs. */
gboolean imp_stamp_wins (gint64 hlc, int order, gint64 cell_hlc);

/* hlc = max (now, last + 1, stamp of the cell it replaces + 1), in unix ms << 16 | counter, so that
 * nobody's edit loses to a value they were looking at. */
gint64 imp_clock_stamp (gint64 now_ms, gint64 last_hlc, gint64 cell_hlc);

G_END_DECLS
