/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading what to know before a round. */
#pragma once

#include "model/imp-briefing.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* IMP_ERROR_NOT_FOUND where the round is gone; NULL on failure. */
ImpBriefing *imp_store_read_briefing (ImpStore *store, ImpItem round, GError **error);

G_END_DECLS
