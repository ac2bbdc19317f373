/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading and writing rows of the journal as they travel. */
#pragma once

#include "model/imp-row.h"
#include "store/imp-merge.h"
#include "store/imp-store-private.h"

G_BEGIN_DECLS

/* The rows of one laptop after a number, in their order; a borrowed statement. */
ImpStatement *imp_journal_select (ImpStore *self, gint64 rep, gint64 after);
/* Those of one item, of all laptops; which one wrote a row stands in the column IMP_JOURNAL_REPLICA. */
ImpStatement *imp_journal_select_of_item (ImpStore *self, ImpItem item);
#define IMP_JOURNAL_REPLICA 14
/* The row the statement stands at; `replica` is the laptop's UUID. IMP_ERROR_CORRUPT where a
 * column has not the shape that rows have. */
ImpRow *
imp_journal_read (ImpStore *self, ImpStatement *rows, const ImpUuid *replica, GError **error);
/* A value of the journal as cells hold it: an item by its number here. Cleared by the caller. */
gboolean imp_journal_dup_value (ImpStore *self,
                                ImpStatement *rows,
                                int column,
                                ImpValue *value,
                                GError **error);
/* What the writer of a row saw, from its base: the newest of the values named there; none where
 * there was none, or where it has not arrived yet, or where it is erased. */
gboolean imp_journal_read_seen (ImpStore *self,
                                const char *base,
                                ImpValue *value,
                                gboolean *erased,
                                GError **error);
/* Writes the row under local numbers; `base` and `value` name laptops by theirs. */
gboolean imp_journal_insert (ImpStore *self,
                             const ImpRow *row,
                             gint64 rep,
                             ImpItem item,
                             const char *base,
                             const ImpValue *value,
                             GError **error);
/* Writes the hash of a user action to its last row, once that is known. */
gboolean
imp_journal_seal (ImpStore *self, ImpHead last, const guint8 hash[IMP_HASH_SIZE], GError **error);

G_END_DECLS
