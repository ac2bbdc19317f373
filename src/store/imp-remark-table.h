/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading what an announcement can tell of what works, and thanks. */
#pragma once

#include "model/imp-remark.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* ImpRemarks of these days, newest first, `limit` at most. NULL on failure. */
GPtrArray *
imp_store_read_remarks (ImpStore *store, ImpDate from, ImpDate to, guint limit, GError **error);
/* One of them. IMP_ERROR_NOT_FOUND where it is gone. */
ImpRemark *imp_store_read_remark (ImpStore *store, ImpItem observation, GError **error);

G_END_DECLS
