/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The hash chain over user actions. */
#include "config.h"

#include "store/imp-chain.h"

#include <string.h>

void
imp_chain_begin (ImpChain *self, const guint8 previous[IMP_HASH_SIZE])
{
  self->sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_checksum_update (self->sum, previous, IMP_HASH_SIZE);
}

static void
add_number (ImpChain *self, gint64 number)
{
  gint64 bytes = GINT64_TO_LE (number);

  g_checksum_update (self->sum, (const guchar *) &bytes, sizeof bytes);
}

/* With its length in front, so that no two rows can run into one another. */
static void
add_text (ImpChain *self, const char *text)
{
  gsize size = text != NULL ? strlen (text) : 0;

  add_number (self, (gint64) size);
  if (size > 0)
    g_checksum_update (self->sum, (const guchar *) text, (gssize) size);
}

void
imp_chain_add (ImpChain *self, const ImpRow *row)
{
  const gint64 numbers[] = { GINT64_TO_LE (row->rseq), GINT64_TO_LE (row->hlc),
                             GINT64_TO_LE (row->txn) };

  g_checksum_update (self->sum, (const guchar *) numbers, sizeof numbers);
  add_text (self, row->actor);
  add_number (self, (gint64) ((guint64) row->wire << 32 | (guint64) row->entity << 16
                              | (guint64) row->field));
  g_checksum_update (self->sum, row->item.bytes, sizeof row->item.bytes);
  add_text (self, row->base);
  g_checksum_update (self->sum, row->vhash, IMP_VHASH_SIZE);
}

void
imp_chain_end (ImpChain *self, guint8 hash[IMP_HASH_SIZE])
{
  gsize size = IMP_HASH_SIZE;

  g_checksum_get_digest (self->sum, hash, &size);
  g_clear_pointer (&self->sum, g_checksum_free);
}
