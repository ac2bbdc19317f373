/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the writer of a field sees of it. */
#pragma once

#include "store/imp-store-private.h"

G_BEGIN_DECLS

/* The cell before, of which the writer may not have seen all. Begins as zeros, on the database
 * thread; good until something is written. */
typedef struct
{
  gboolean contested; /* it holds several values: writing the one that is shown settles it */
  ImpValue value;
  gint64 hlc;   /* what is written now has a later stamp */
  char *base;   /* those of its heads that the writer sees, as text; NULL for none */
  char *unseen; /* and those that came since; NULL for none */
} ImpSight;

/* All that stands there. */
gboolean
imp_sight_read (ImpSight *self, ImpStore *store, ImpItem item, guint8 field, GError **error);
/* No more than these heads (text) and what was written on this laptop. */
void imp_sight_narrow (ImpSight *self, ImpStore *store, const char *told);
/* Only the version that held when the file had these rows (a version vector, text), or what was
 * written on this laptop since. */
gboolean imp_sight_narrow_to_page (ImpSight *self,
                                   ImpStore *store,
                                   ImpItem item,
                                   guint8 field,
                                   const char *as_of,
                                   GError **error);
/* Only this row (a head, text) that is taken back, and what was written over it on this laptop. */
gboolean
imp_sight_narrow_to_undone (ImpSight *self, ImpStore *store, const char *undone, GError **error);
void imp_sight_clear (ImpSight *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImpSight, imp_sight_clear)

G_END_DECLS
