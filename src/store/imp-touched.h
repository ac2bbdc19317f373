/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The items whose cells are being written, so that what is read from them follows. */
#pragma once

#include "store/imp-store-private.h"

G_BEGIN_DECLS

/* Of one transaction. Stands on the stack of who writes. */
typedef struct
{
  ImpStore *store;
  GArray *items;     /* private */
  GHashTable *kinds; /* private: ImpItem → its ImpKind, with a mark where it is touched */
  ImpAffected affected;
  guint bits;            /* 1 << ImpKind of what was touched */
  gboolean lives_change; /* some item is deleted or restored: being fresh is not being alive */
} ImpTouched;

void imp_touched_init (ImpTouched *self, ImpStore *store);
void imp_touched_clear (ImpTouched *self);

/* The kind of an item, looked up once. */
gboolean imp_touched_find_kind (ImpTouched *self, ImpItem item, ImpKind *kind, GError **error);
/* Before the first cell of the item is written; again, it does nothing. fresh: it was born in this
 * transaction. */
gboolean
imp_touched_add (ImpTouched *self, ImpItem item, ImpKind kind, gboolean fresh, GError **error);
typedef gboolean (*ImpItemFunc) (ImpStore *store, ImpItem item, GError **error);
gboolean imp_touched_for_each (ImpTouched *self, ImpItemFunc func, GError **error);
/* After the last cell: projections and all that is derived from them. */
gboolean imp_touched_project (ImpTouched *self, GError **error);

G_END_DECLS
