/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A row of the journal as it travels between laptops. */
#pragma once

#include "model/imp-changes.h"

G_BEGIN_DECLS

#define IMP_SALT_SIZE  16
#define IMP_VHASH_SIZE 16
#define IMP_HASH_SIZE  32

/* Everything in it means the same on every laptop: items and laptops go by their UUIDs. Owns what
 * it holds; free of any thread and of the store. */
typedef struct
{
  ImpUuid replica;
  gint64 rseq, hlc, txn;
  char *actor;
  int wire, entity, field;
  ImpUuid item;
  ImpValue value;    /* none where it refers, and where it was erased */
  ImpUuid reference; /* the item that the value names; all zero for none */
  char *base;        /* "UUID:17,UUID:4"; NULL: first write */
  gboolean erased;   /* value and salt are gone for good */
  guint8 salt[IMP_SALT_SIZE], vhash[IMP_VHASH_SIZE];
  gboolean is_last; /* of its user action; then hash covers the action and all before it */
  guint8 hash[IMP_HASH_SIZE];
} ImpRow;

void imp_row_free (ImpRow *self);
gboolean imp_row_refers (const ImpRow *self);
/* Whether value and salt are what vhash says; an erased value cannot be checked and is right. */
gboolean imp_row_value_is_genuine (const ImpRow *self, GChecksum *sum);
/* By laptop and number: the order in which they are applied. For g_ptr_array_sort(). */
int imp_row_compare (gconstpointer a, gconstpointer b);

/* vhash = the first 16 bytes of SHA-256 (salt, type, value), the same on every computer. `sum` is
 * reused. `reference`: the item that the value names, instead of its local number; else NULL. */
void imp_value_hash (GChecksum *sum,
                     const guint8 salt[IMP_SALT_SIZE],
                     const ImpValue *value,
                     const ImpUuid *reference,
                     guint8 vhash[IMP_VHASH_SIZE]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpRow, imp_row_free)

G_END_DECLS
