/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the list does to its rows. */
#pragma once

#include "backlog/imp-irritant-list.h"

G_BEGIN_DECLS

ImpIrritantRow *imp_irritant_row_new (ImpItem item);
void imp_irritant_row_take_data (ImpIrritantRow *self, ImpIrritantData *data);
/* Of the search that its content was last asked for. FALSE where that is so already. */
gboolean imp_irritant_row_set_generation (ImpIrritantRow *self, guint generation);
void imp_irritant_row_set_place (ImpIrritantRow *self, const ImpPlace *place);

G_END_DECLS
