/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Taking in a round that somebody passed on. */
#pragma once

#include "model/imp-passed-round.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* What it did, or would do. */
typedef struct
{
  ImpItem round;                                  /* 0 where it is not here */
  guint n_new[IMP_N_KINDS], n_known[IMP_N_KINDS]; /* items, by ImpKind */
  guint n_changed;   /* of those that were here: of which it says something new */
  guint n_contested; /* fields that hold several values since */
  guint n_blobs;     /* whose bytes were not here before */
  guint n_written;   /* rows */
  guint kinds;       /* 1 << ImpKind of what may look different */
  gint64 ahead_ms;   /* how far the farthest stamp lies ahead of this computer's clock */
} ImpTaken;

/* Writes down what is new of it, in one transaction, as the rows of a laptop of their own, with the
 * stamps and names that they have: what was written here without knowing of it stands beside it, and
 * what its writers had seen of here is replaced. What is here already is not written again, what is
 * erased here stays erased, and what goes by the name of something here is that. Its rows are turned
 * into what is written.
 *
 * IMP_ERROR_INPUT where a row is not what was written, or none of a round: then nothing is changed.
 * keep FALSE: only says what it would do. */
gboolean imp_store_take_round (ImpStore *store,
                               ImpPassedRound *passed,
                               gboolean keep,
                               ImpTaken *taken,
                               GError **error);

G_END_DECLS
