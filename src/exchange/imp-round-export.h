/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A round written as JSON for another backlog. */
#pragma once

#include "exchange/imp-json-export.h"
#include "model/imp-row.h"

G_BEGIN_DECLS

/* Writes docs/exchange.md, "A round", to a stream, a row a line; then imp_json_export_add_bytes() and
 * _end(). */
ImpJsonExport *imp_round_export_new (GOutputStream *stream, const ImpUuid *round);
gboolean imp_round_export_add_row (ImpJsonExport *self,
                                   const ImpRow *row,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
