/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Makes and fills the rows of the ranked list. */
#pragma once

#include <gtk/gtk.h>

#include "ui/irritants/imp-row-look.h"

G_BEGIN_DECLS

/* For a list of ImpIrritantRow: each an ImpIrritantRowView, said in one sentence to a screen
 * reader. Keeps the look. */
GtkListItemFactory *imp_irritant_rows_create_factory (ImpRowLook *look);

G_END_DECLS
