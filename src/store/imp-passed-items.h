/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The items of a file, and which of those here they are. */
#pragma once

#include "model/imp-passed-round.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

typedef struct
{
  ImpUuid uuid;
  ImpKind kind;
  ImpItem item;            /* before the file: 0 where it was not here, or only referred to */
  gboolean was_alive;      /* then */
  gboolean is_gone;        /* erased here for good: nothing of it is taken */
  gboolean is_new_written; /* something of it is */
  const char *name;        /* by which it may be another one here; NULL for a kind that has none */
  gint64 named_at;         /* private: the stamp of that */
} ImpPassedItem;

/* Stands on the stack of who takes a file in; searched by order, so that no file can make it slow.
 * Borrows from the rows. */
typedef struct
{
  GTree *items;     /* ImpUuid → ImpPassedItem */
  GTree *stand_ins; /* private: ImpUuid of the file → that of the item here that is meant */
} ImpPassedItems;

void imp_passed_items_init (ImpPassedItems *self);
void imp_passed_items_clear (ImpPassedItems *self);

/* Finds the items of the rows, and what is here by their identifiers. IMP_ERROR_INPUT where one is of
 * two kinds. */
gboolean imp_passed_items_find (ImpPassedItems *self,
                                ImpStore *store,
                                const GPtrArray *rows,
                                GError **error);
ImpPassedItem *imp_passed_items_get (const ImpPassedItems *self, const ImpUuid *uuid);

/* An earlier file had it for that one. */
void imp_passed_items_learn (ImpPassedItems *self, const ImpUuid *uuid, const ImpUuid *here);
/* What is not here, and has the name of exactly one of its kind that is, is that one. Of people,
 * also the file must have only one of the name. */
gboolean imp_passed_items_find_names (ImpPassedItems *self, ImpStore *store, GError **error);
/* Which one is meant by it here; NULL: itself. */
const ImpUuid *imp_passed_items_find_stand_in (const ImpPassedItems *self, const ImpUuid *uuid);

G_END_DECLS
