/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading attachments, without their bytes. */
#pragma once

#include "model/imp-attachment.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* Adds an ImpAttachment for each of an irritant, in the order of adding, at most 500. */
gboolean imp_store_read_attachments (ImpStore *store,
                                     ImpItem irritant,
                                     GPtrArray *attachments,
                                     GError **error);
/* IMP_ERROR_NOT_FOUND where it is gone. */
ImpAttachment *imp_store_read_attachment (ImpStore *store, ImpItem attachment, GError **error);

G_END_DECLS
