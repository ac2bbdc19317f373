/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Looking over the file from time to time, without being in anybody's way. */
#pragma once

#include "store/imp-store.h"

G_BEGIN_DECLS

/* A file that is looked over by way of a copy. Begun and advanced on the database thread, then
 * finished on any thread; freed before there is no more to copy, on the database thread. */
typedef struct _ImpLookOver ImpLookOver;

/* A week after the last time, or where the program that had the file did not close it. */
gboolean imp_look_over_is_due (ImpStore *store);
ImpLookOver *imp_look_over_begin (ImpStore *store, GError **error);
gboolean imp_look_over_advance (ImpLookOver *self, int n_pages, gboolean *more, GError **error);
/* Adds what imp_store_check() finds in the copy, which is deleted. FALSE where it could not be
 * looked at. */
gboolean imp_look_over_finish (ImpLookOver *self,
                               GPtrArray *problems,
                               GCancellable *cancellable,
                               GError **error);
void imp_look_over_free (ImpLookOver *self);
/* All was well: not again for a week. */
gboolean imp_look_over_note (ImpStore *store, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpLookOver, imp_look_over_free)

G_END_DECLS
