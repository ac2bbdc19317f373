/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The bytes of attachments, by their hash. */
#pragma once

#include "store/imp-store.h"

G_BEGIN_DECLS

/* Each once, however many attachments hold the same, in a table of its own: rows of the journal
 * stay small and may arrive before the bytes do. All take the hash as 64 figures. */

/* Inside a transaction. *is_new: they were not here. */
gboolean imp_blob_insert (ImpStore *store, GBytes *bytes, gboolean *is_new, GError **error);
/* Those that no row of the journal names any more, after the naming was erased. */
gboolean imp_blob_drop_unnamed (ImpStore *store, GError **error);
/* Adds a line for people where bytes are not what their hash says. */
gboolean imp_blob_check (ImpStore *store, GPtrArray *problems, GError **error);

/* IMP_ERROR_NOT_FOUND where they are not here (yet), IMP_ERROR_CORRUPT where they are not what they
 * were. */
GBytes *imp_store_read_blob (ImpStore *store, const char *sha256, GError **error);

/* A piece of what hash names; all of one come after each other. */
typedef gboolean (*ImpBlobFunc) (const char *sha256,
                                 gconstpointer piece,
                                 gsize size,
                                 gpointer data,
                                 GError **error);

#define IMP_BLOB_PIECE ((gsize) 48 * 1024)

/* Of all living attachments, by hash, a piece at a time, so that memory does not grow with them. */
gboolean imp_store_for_each_blob (ImpStore *store, ImpBlobFunc func, gpointer data, GError **error);

/* The same of those with these hashes (a set of char *), as far as they are here. */
gboolean imp_store_for_each_blob_of (ImpStore *store,
                                     GHashTable *hashes,
                                     ImpBlobFunc func,
                                     gpointer data,
                                     GError **error);

/* How many attachments live, and of how many the bytes are not here. */
gboolean
imp_store_count_attachments (ImpStore *store, guint *n_all, guint *n_missing, GError **error);

G_END_DECLS
