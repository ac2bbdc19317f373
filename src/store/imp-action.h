/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Writing a user action: rows of the journal and the cells they change. */
#pragma once

#include "store/imp-chain.h"
#include "store/imp-merge.h"
#include "store/imp-store-private.h"

G_BEGIN_DECLS

#define IMP_ACTION_UUIDS 1024

/* A user action while it is being written, inside one transaction. */
typedef struct
{
  ImpStore *store;
  gint64 txn; /* rseq of its first row; 0 while there is none */
  gint64 now_ms;
  gboolean writes_same; /* also what stands there already: of forgotten fields only new rows last */
  ImpChain chain;
  GChecksum *value_sum;
  guint8 salts[4096]; /* random bytes not yet used */
  gsize n_salts;
  struct
  {
    ImpItem item; /* 0: nothing here */
    ImpUuid uuid;
  } uuids[IMP_ACTION_UUIDS]; /* the last ones looked up, each at its number modulo the size */
} ImpAction;

void imp_action_begin (ImpAction *self, ImpStore *store);
/* What is known need not be looked up: which UUID an item of this backlog has. */
void imp_action_note (ImpAction *self, ImpItem item, const ImpUuid *uuid);
/* Writes one value, unless it is there already (and writes_same is not set). `value` holds local item numbers for item
 * fields; `is_new` says that the field cannot have been written before. */
gboolean imp_action_write (ImpAction *self,
                           ImpKind kind,
                           ImpItem item,
                           guint8 field,
                           const ImpValue *value,
                           gboolean is_new,
                           GError **error);
/* The same where its writer had seen no more than the change says: other versions stay, side by side
 * with it. `value` is that of the change, resolved. */
gboolean imp_action_write_change (ImpAction *self,
                                  ImpKind kind,
                                  ImpItem item,
                                  const ImpChange *change,
                                  const ImpValue *value,
                                  GError **error);
/* Closes the chain; the caller commits. */
gboolean imp_action_end (ImpAction *self, GError **error);
void imp_action_clear (ImpAction *self);

G_END_DECLS
