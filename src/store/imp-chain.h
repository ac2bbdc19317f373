/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The hash chain over user actions. */
#pragma once

#include "model/imp-row.h"

G_BEGIN_DECLS

/* The chain of one user action being built or checked: hash = SHA-256 (previous hash, rows). */
typedef struct
{
  GChecksum *sum;
} ImpChain;

void imp_chain_begin (ImpChain *self, const guint8 previous[IMP_HASH_SIZE]);
/* The row without its value: that may be erased and the chain still verifies, because it covers
 * only the value's salted hash. */
void imp_chain_add (ImpChain *self, const ImpRow *row);
void imp_chain_end (ImpChain *self, guint8 hash[IMP_HASH_SIZE]);

G_END_DECLS
