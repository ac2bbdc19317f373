/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The rules by which what several people wrote becomes one backlog: pure, over rows, no I/O. */
#pragma once

#include "base/imp-uuid.h"

G_BEGIN_DECLS

/* One write of a field: the row of the journal that made it. */
typedef struct
{
  gint64 rep, rseq;
} ImpHead;

/* "1:17,2:4" and back. An empty or NULL text is no head. Malformed text gives FALSE. */
char *imp_heads_print (const ImpHead *heads, guint n_heads);
gboolean imp_heads_parse (const char *text, GArray *heads);
gboolean imp_heads_find (const GArray *heads, ImpHead head, guint *at);

/* What the merge needs to know of a row. Borrows `replica` and `base`. */
typedef struct
{
  ImpHead row;
  gint64 hlc;
  const ImpUuid *replica; /* whose row it is: decides between equal stamps */
  const GArray *base;     /* of ImpHead: what its writer saw; NULL or empty: nothing */
} ImpWrite;

/* The current value of a cell is a function of the *set* of its rows, so it does not matter in
 * which order they arrive, nor how often. `heads` (of ImpHead) receives the writes that no other
 * writer had seen, newest first; the first of them is the value that holds. It is the newest of
 * all, because nobody writes with a stamp below one they saw; only a damaged stamp is later. More than one head: people wrote without knowing of each
 * other. Gives the position in `writes` of the value that holds; n_writes must not be 0. */
guint imp_merge_writes (const ImpWrite *writes, guint n_writes, GArray *heads);

/* Which of two writes holds: the highest (hlc, replica). */
gboolean imp_write_is_newer (const ImpWrite *a, const ImpWrite *b);

/* A version vector holds for each laptop the newest row seen: (rep, rseq) once for each rep. */
gboolean imp_vector_covers (const GArray *vector, ImpHead row);
/* What either has seen. */
void imp_vector_join (GArray *vector, const ImpHead *seen, guint n_seen);

/* An item lives as long as one of its writes (`heads` of all its cells but deletions, of ImpHead)
 * is not covered by what those who deleted it had seen. */
gboolean imp_life_survives (const GArray *heads, const GArray *seen_by_deleters);

/* Of an item that was merged into another one: into which, and the write that said so. */
typedef struct
{
  gint64 into;
  gint64 hlc;
  ImpUuid replica;
  gint64 rseq;
} ImpMergedLink;

/* FALSE where the item stands for itself: it, or what it was merged into, does not live. */
typedef gboolean (*ImpMergedFunc) (gint64 item, ImpMergedLink *link, gpointer data);

/* With which item this one counts: where its links end. Two laptops that merge each into the other
 * make a ring; there the oldest link does not count, so that everybody has the same one left. */
gint64 imp_merged_find (gint64 item, ImpMergedFunc find_link, gpointer data);

/* hlc = max (now, last + 1, stamp of the cell it replaces + 1), in unix ms << 16 | counter, so that
 * nobody's edit loses to a value they were looking at. */
gint64 imp_clock_stamp (gint64 now_ms, gint64 last_hlc, gint64 cell_hlc);
/* The last stamp to count on from, after one was seen or given: a stamp more than a day ahead of
 * this computer's clock is accepted where it stands and not adopted, or one wrong clock would
 * carry every laptop into its future. */
gint64 imp_clock_adopt (gint64 now_ms, gint64 last_hlc, gint64 seen_hlc);

/* What this computer's clock says beside the newest stamp: 0 for none yet. */
typedef enum
{
  IMP_CLOCK_PLAUSIBLE,
  IMP_CLOCK_BEHIND, /* more than a day: it was set back, or was ahead before */
  IMP_CLOCK_AHEAD,  /* more than 300 days: it was set forward, or nobody wrote for so long */
} ImpClockLook;

ImpClockLook imp_clock_look (gint64 now_ms, gint64 last_hlc);

G_END_DECLS
