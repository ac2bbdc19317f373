/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The hash chain over user actions, and the salted hash of each value. */
#pragma once

#include "model/imp-changes.h"

G_BEGIN_DECLS

#define IMP_SALT_SIZE  16
#define IMP_VHASH_SIZE 16
#define IMP_HASH_SIZE  32

/* What identifies a row in the chain, without its value: that may be erased and the chain still
 * verifies, because it covers only the value's salted hash. */
typedef struct
{
  gint64 rseq, hlc, txn;
  const char *actor;
  ImpUuid item;
  int wire, entity, field;
  const char *base; /* heads, with replicas by their UUIDs; may be NULL */
  const guint8 *vhash;
} ImpChainRow;

/* The chain of one user action being built or checked: hash = SHA-256 (previous hash, rows). */
typedef struct
{
  GChecksum *sum;
} ImpChain;

void imp_chain_begin (ImpChain *self, const guint8 previous[IMP_HASH_SIZE]);
void imp_chain_add (ImpChain *self, const ImpChainRow *row);
void imp_chain_end (ImpChain *self, guint8 hash[IMP_HASH_SIZE]);

/* vhash = the first 16 bytes of SHA-256 (salt, type, value), the same on every computer. `sum` is
 * reused. `reference`: the item that the value names, instead of its local number; else NULL. */
void imp_value_hash (GChecksum *sum,
                     const guint8 salt[IMP_SALT_SIZE],
                     const ImpValue *value,
                     const ImpUuid *reference,
                     guint8 vhash[IMP_VHASH_SIZE]);

G_END_DECLS
