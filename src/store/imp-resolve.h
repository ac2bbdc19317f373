/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The new items of changes: which are here already, and what number each gets. */
#pragma once

#include "store/imp-store.h"

G_BEGIN_DECLS

/* How one of the new items stands in this backlog. */
typedef struct
{
  ImpItem item; /* 0 for what is not wanted here and never was */
  ImpKind kind;
  gboolean fresh; /* no cell of it exists */
  gboolean known; /* alive already, or not wanted here: changes to it are dropped */
  gboolean idle;  /* known, but not alive: comes (back) only where something new refers to it */
  guint64 fields; /* 1 << field of what the action has written */
} ImpResolved;

/* Finds or inserts each of changes->items, inside the caller's transaction. The answer stands by
 * their position; NULL on failure. */
ImpResolved *imp_resolve_items (ImpStore *store, const ImpChanges *changes, GError **error);
/* The number in this backlog of an item that may be a new one of the changes (below 0). */
ImpItem imp_resolve_item (const ImpResolved *resolved, ImpItem item);

G_END_DECLS
