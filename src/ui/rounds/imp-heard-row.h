/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A line that was heard, as a row. */
#pragma once

#include <adwaita.h>

#include "model/imp-round.h"

G_BEGIN_DECLS

/* The words, and quietly who said it and what is known of it. */
GtkWidget *imp_heard_row_new (const ImpHeardLine *line);
/* Activating the row activates an action with an item. */
void imp_heard_row_open (GtkWidget *row, const char *action, ImpItem item);

G_END_DECLS
