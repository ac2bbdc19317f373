/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Saves what comes of rounds: their papers, and days for a calendar. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-round-document.h"

G_BEGIN_DECLS

/* Asks under which name, writes it also where the widget goes meanwhile, and tells in its window
 * what became of it. The form is this one, unless the name says another. */
void imp_round_output_save (GtkWidget *widget,
                            ImpBacklog *backlog,
                            const ImpRoundDocument *document,
                            ImpRoundForm form);
/* The same with the day of a round; NULL: with the days of all rounds that are ahead. */
void
imp_round_output_save_calendar (GtkWidget *widget, ImpBacklog *backlog, const ImpRoundLine *round);

G_END_DECLS
