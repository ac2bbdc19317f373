/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading what wants something now. */
#pragma once

#include "model/imp-today.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* On the day of the store's clock. NULL on failure. */
ImpToday *imp_store_read_today (ImpStore *store, GError **error);

G_END_DECLS
