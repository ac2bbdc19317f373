/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The walk over everything that lives. */
#pragma once

#include "store/imp-store.h"

G_BEGIN_DECLS

/* Calls `func` for each living item, by kind in the order of the table, then by UUID; values are
 * one for each field. Stops where it fails. May be watched. Needs no more memory for more items
 * than SQLite takes to sort the UUIDs of one kind, beyond a limit on the disk. */
typedef gboolean (*ImpWalkFunc) (ImpKind kind,
                                 const ImpUuid *uuid,
                                 const ImpNamedValue *values,
                                 gpointer data,
                                 GError **error);
gboolean imp_store_for_each_item (ImpStore *store, ImpWalkFunc func, gpointer data, GError **error);

G_END_DECLS
