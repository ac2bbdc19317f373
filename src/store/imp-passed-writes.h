/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which writes of a file are here already, and as which rows. */
#pragma once

#include "store/imp-journal.h"

G_BEGIN_DECLS

/* A row of the journal here. */
typedef struct
{
  ImpUuid replica;
  gint64 rseq;
  ImpUuid reference; /* the item that it names; all zero for none */
} ImpPlace;

/* A write is known by its item, field and stamp, and by its salt, which stays the same wherever the
 * row is written down anew, also where the value names another item there. Stands on the stack of
 * who takes a file in; searched by order, so that no file can make it slow. */
typedef struct
{
  GTree *writes;  /* private */
  GTree *origins; /* private: rows of the file, by laptop and number → ImpPlace */
  GTree *seen;    /* private: those that a write which is here has seen */
} ImpPassedWrites;

void imp_passed_writes_init (ImpPassedWrites *self);
void imp_passed_writes_clear (ImpPassedWrites *self);

/* Notes all that was written of an item here. */
gboolean
imp_passed_writes_load (ImpPassedWrites *self, ImpStore *store, ImpItem item, GError **error);
/* Where the write of a row of the file stands here; NULL: nowhere yet. It is noted as that. */
const ImpPlace *imp_passed_writes_find (ImpPassedWrites *self, const ImpRow *row);
/* From now on it stands there. */
void imp_passed_writes_add (ImpPassedWrites *self, const ImpRow *row, const ImpPlace *place);

/* Whoever wrote this row, which is here, or which one that is here has seen, had seen its base: that
 * is past, and would stand beside it as if they had not. */
void imp_passed_writes_see (ImpPassedWrites *self, const ImpRow *row);
gboolean imp_passed_writes_is_past (const ImpPassedWrites *self, const ImpRow *row);

/* The base of a row as it is called here; heads that mean nothing here are left out. NULL for
 * none. */
gboolean imp_passed_writes_turn_base (ImpPassedWrites *self,
                                      ImpStore *store,
                                      const char *base,
                                      char **turned,
                                      GError **error);

G_END_DECLS
