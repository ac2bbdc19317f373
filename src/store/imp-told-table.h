/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who was told what became of a report, and who was not yet. */
#pragma once

#include "model/imp-today.h"
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
/* Adds an ImpUntold for each who reported at the site what was fixed or declined since, was not told
 * and was asked or promised nothing about it; longest waiting first, at most IMP_BRIEFING_MOST. */
gboolean imp_store_read_untold (ImpStore *store,
                                ImpItem site,
                                ImpDate since,
                                GPtrArray *untold,
                                guint *n_untold,
                                GError **error);
/* The same of all sites, as news of ImpToday; at most IMP_TODAY_MOST of them, counted as
 * far as ImpToday says. */
gboolean imp_store_read_news (ImpStore *store, ImpDate since, ImpToday *today, GError **error);

G_END_DECLS
