/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Passes a round on: into one file for a colleague's backlog. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog.h"
#include "model/imp-round.h"

G_BEGIN_DECLS

/* Asks whether colleagues go along with their names, and for the file; writes it also where the
 * widget goes meanwhile. Tells in its window what became of it, and which sentences name somebody
 * though names were left out. */
void imp_round_passing_ask (GtkWidget *widget, ImpBacklog *backlog, const ImpRoundLine *line);

G_END_DECLS
