/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading fixes, promises and confirmations. */
#pragma once

#include "model/imp-fix.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* ImpFixCard of one state, dearest first; confirmed ones newest first. Forecast hours are
 * shrunk. NULL on failure. */
GPtrArray *
imp_store_read_fix_cards (ImpStore *store, ImpFixState state, guint limit, GError **error);
/* ImpPromiseLine of what is open or fell due since, by date. */
GPtrArray *imp_store_read_promises (ImpStore *store, ImpDate since, GError **error);
/* Adds an ImpPromiseLine for the first that are open and fall due until then, about what is not
 * delivered; by date. */
gboolean imp_store_read_promises_due (ImpStore *store,
                                      ImpDate until,
                                      guint limit,
                                      GPtrArray *promises,
                                      GError **error);
/* Adds an ImpPromiseLine for each that was made on the round, by its first date. */
gboolean
imp_store_read_round_promises (ImpStore *store, ImpItem round, GPtrArray *promises, GError **error);
/* IMP_ERROR_NOT_FOUND where it is gone. */
ImpFixPage *imp_store_read_fix_page (ImpStore *store, ImpItem fix, GError **error);
/* The open promises about a fix: numbers of items. */
GArray *imp_store_read_open_promises (ImpStore *store, ImpItem fix, GError **error);
/* That this fix removes that irritant, as items: none where it does not; more than one where it was
 * said in several ways. */
GArray *imp_store_read_removals (ImpStore *store, ImpItem fix, ImpItem irritant, GError **error);
/* How many irritants the fix removes. */
gboolean
imp_store_count_irritants (ImpStore *store, ImpItem fix, guint *n_irritants, GError **error);
/* The fix that was delivered last of those that remove an irritant; 0 where none was. */
gboolean imp_store_find_remover (ImpStore *store, ImpItem irritant, ImpItem *fix, GError **error);
/* The last planned of the fixes that are to remove the irritant and are not delivered; 0: none. */
typedef struct
{
  ImpItem fix, owner;
  char *title; /* may be NULL */
} ImpOpenFix;

void imp_open_fix_clear (ImpOpenFix *self);
gboolean
imp_store_find_open_fix (ImpStore *store, ImpItem irritant, ImpOpenFix *open, GError **error);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImpOpenFix, imp_open_fix_clear)

G_END_DECLS
