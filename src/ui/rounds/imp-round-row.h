/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A round as a row: where, when, and how it stands. */
#pragma once

#include <adwaita.h>

#include "model/imp-round.h"

G_BEGIN_DECLS

/* Activates "round.open" (x: the round), or "round.plan-at" (si: site and day) where it is due by a
 * rhythm and not planned: whoever holds the row has both. */
GtkWidget *imp_round_row_new (const ImpRoundLine *line, ImpDate today);

G_END_DECLS
