/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rows of the journal out to other laptops and in from them. */
#pragma once

#include "model/imp-row.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* How far the rows of one laptop are known: an entry of a version vector. */
typedef struct
{
  ImpUuid replica;
  gint64 rseq;
} ImpSeen;

/* What this file has of every laptop, itself included: an array of ImpSeen, or NULL. */
GArray *imp_store_dup_vector (ImpStore *self, GError **error);
/* The rows (ImpRow, owned by the array) that somebody who has `have` lacks, at most about so
 * many, by laptop and number, each user action whole. */
GPtrArray *imp_store_read_rows (ImpStore *self, const GArray *have, guint n_most, GError **error);

/* What applying did. */
typedef struct
{
  guint n_applied;   /* rows taken */
  guint n_known;     /* that were here already */
  guint n_waiting;   /* that others must come before; they are not kept */
  guint n_contested; /* fields that now hold several values, this time or before */
  guint kinds;       /* 1 << ImpKind of what may look different */
  gint64 ahead_ms;   /* how far the farthest stamp lies ahead of this computer's clock */
} ImpApplied;

/* Takes rows of other laptops, in any order and as often as they come: in one transaction, without
 * gaps, whole actions only, after checking every value and the chain. The array is sorted. What is
 * not right fails the whole (IMP_ERROR_INPUT) and changes nothing; two different rows of the same
 * laptop and number (a copied file that went on writing) are IMP_ERROR_CONFLICT. */
gboolean
imp_store_apply_rows (ImpStore *self, GPtrArray *rows, ImpApplied *applied, GError **error);

G_END_DECLS
