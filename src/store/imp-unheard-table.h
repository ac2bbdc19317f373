/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who is at a site, and which departments there were not heard for long. */
#pragma once

#include "model/imp-briefing.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* Fills in n_colleagues, n_departments and unheard: of colleagues who work at the site, or reported
 * something there and work at none that is known; without those of IT. */
gboolean
imp_store_read_unheard (ImpStore *store, ImpItem site, ImpBriefing *briefing, GError **error);

G_END_DECLS
