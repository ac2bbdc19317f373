/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A backlog written as JSON, item by item. */
#pragma once

#include <gio/gio.h>

#include "model/imp-changes.h"

G_BEGIN_DECLS

/* Writes docs/exchange.md to a stream, an item a line, its members in the table's order. The same
 * items in the same order give the same bytes: add them by kind, then by UUID. Needs no more
 * memory for more items. One owner, any one thread but the main one. Errors are those of the
 * stream. */
typedef struct _ImpJsonExport ImpJsonExport;

/* The stream is kept until the end; reference: the day on which the backlog is as it is. */
ImpJsonExport *imp_json_export_new (GOutputStream *stream, ImpDate reference);
void imp_json_export_free (ImpJsonExport *self);

/* values: one for each field of the kind, in the table's order; none is left out, and so is an item
 * that is gone. */
gboolean imp_json_export_add_item (ImpJsonExport *self,
                                   ImpKind kind,
                                   const ImpUuid *uuid,
                                   const ImpNamedValue *values,
                                   GCancellable *cancellable,
                                   GError **error);
/* After all items: a piece of the bytes that an attachment has under that hash (64 figures); those
 * of one hash after each other, each but the last of a multiple of three bytes. */
gboolean imp_json_export_add_bytes (ImpJsonExport *self,
                                    const char *hash,
                                    gconstpointer piece,
                                    gsize size,
                                    GCancellable *cancellable,
                                    GError **error);
/* Writes the end. The stream is flushed, not closed. */
gboolean imp_json_export_end (ImpJsonExport *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpJsonExport, imp_json_export_free)

G_END_DECLS
