/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The bytes of attachments as they are read from JSON, piece by piece. */
#pragma once

#include "exchange/imp-json-members.h"

G_BEGIN_DECLS

/* Private to this layer. Keeps what comes in a file of its own, which nobody else can see and which
 * goes with it, so that memory does not grow; what it gives in the end are views of that file. */
typedef struct _ImpJsonBytes ImpJsonBytes;

/* Takes only what is wanted, by its hash. */
ImpJsonBytes *imp_json_bytes_new (void);
void imp_json_bytes_want (ImpJsonBytes *self, const char *hash);
void imp_json_bytes_free (ImpJsonBytes *self);
/* One piece: members "hash" and "base64". Those of one hash come after each other. */
gboolean
imp_json_bytes_take (ImpJsonBytes *self, const GArray *members, guint line, GError **error);
/* After the last one: adds them all, of GBytes. */
gboolean imp_json_bytes_end (ImpJsonBytes *self, GPtrArray *blobs, guint line, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpJsonBytes, imp_json_bytes_free)

G_END_DECLS
