/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who was told what became of a report, and who was not yet. */
#pragma once

#include "model/imp-briefing.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* What says that they, or somebody in the department (person 0), have heard about the fix, or (0)
 * the refusal of the irritant: an array of ImpItem. NULL on failure. */
GArray *imp_store_read_told (ImpStore *store,
                             ImpItem irritant,
                             ImpItem fix,
                             ImpItem person,
                             ImpItem department,
                             GError **error);

G_END_DECLS
