/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Whom one met on a round, to be ticked. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-rounds.h"

G_BEGIN_DECLS

/* Each who was to be met, or was, with a tick that is written at once; invisible where there is
 * nobody. */
#define IMP_TYPE_MET_GROUP (imp_met_group_get_type ())
G_DECLARE_FINAL_TYPE (ImpMetGroup, imp_met_group, IMP, MET_GROUP, AdwPreferencesGroup)

/* Keeps references. The same colleagues as before are only ticked: the focus stays. */
void imp_met_group_show (ImpMetGroup *self, ImpBacklog *backlog, ImpRoundPage *page);

G_END_DECLS
