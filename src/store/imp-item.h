/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Items: the number, identifier and kind of each, and whether it lives. */
#pragma once

#include "store/imp-store.h"

G_BEGIN_DECLS

/* The highest number that a kind can ever have: a commit says which it touched by one bit each. */
#define IMP_KIND_MAX 31

/* IMP_ERROR_NOT_FOUND where there is no such item, dead ones being there. */
gboolean imp_item_read_uuid (ImpStore *store, ImpItem item, ImpUuid *uuid, GError **error);
gboolean imp_item_read_kind (ImpStore *store, ImpItem item, ImpKind *kind, GError **error);
/* *item is 0 where nothing is known by that identifier. `kind` may be NULL. */
gboolean
imp_item_find (ImpStore *store, const ImpUuid *uuid, ImpItem *item, ImpKind *kind, GError **error);
gboolean
imp_item_insert (ImpStore *store, const ImpUuid *uuid, ImpKind kind, ImpItem *item, GError **error);

/* Of an item that was only referred to until now. */
gboolean imp_item_set_kind (ImpStore *store, ImpItem item, ImpKind kind, GError **error);

/* What people know the item by, dead or alive: its title, name or words. NULL where it has none. */
gboolean
imp_item_dup_label (ImpStore *store, ImpItem item, ImpKind kind, char **label, GError **error);

/* The same for the item that a field's value refers to; NULL where it refers to none. */
gboolean imp_item_dup_value_label (ImpStore *store,
                                   const ImpField *field,
                                   const ImpValue *value,
                                   char **label,
                                   GError **error);

/* Alive: born and not deleted, or written to by somebody who did not know of the deletion. */
gboolean imp_item_is_alive (ImpStore *store, ImpItem item, gboolean *alive, GError **error);
/* All rows there are now, as a version vector: what a page is `as_of`, and the value of the life of an
 * item that is deleted now. */
char *imp_store_print_vector (ImpStore *store, GError **error);

G_END_DECLS
