/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A backlog read from JSON. */
#pragma once

#include "model/imp-changes.h"

G_BEGIN_DECLS

/* Reads a whole file as docs/exchange.md describes it, one token at a time: memory grows only by
 * what it returns. Blocks: not for the main thread; the cancellable is asked at every item.
 *
 * today: moves all dates by the days from the file's "reference" to it; IMP_DATE_NONE leaves them.
 *
 * All or nothing: NULL with IMP_ERROR_INPUT (names the line), IMP_ERROR_NOT_OURS (JSON or not, it
 * is no backlog), IMP_ERROR_TOO_NEW or a cancellation. An item that is only referred to and does
 * not stand in the file has kind IMP_KIND_NONE in the result: whoever takes the changes checks
 * that the backlog has it. */
ImpChanges *imp_json_import_read (GInputStream *stream,
                                  ImpDate today,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
