/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the writers of JSON share. */
#pragma once

#include "exchange/imp-json-export.h"
#include "exchange/imp-json-text.h"

G_BEGIN_DECLS

struct _ImpJsonExport
{
  GOutputStream *stream;
  GString *text; /* not written yet */
  gboolean has_items, has_bytes;
};

/* head: all up to the “[” of the items; taken over. */
ImpJsonExport *imp_json_export_begin (GOutputStream *stream, GString *head);
/* Where the members of the next item go; borrowed until its end. */
GString *imp_json_export_begin_item (ImpJsonExport *self);
gboolean imp_json_export_end_item (ImpJsonExport *self, GCancellable *cancellable, GError **error);

G_END_DECLS
