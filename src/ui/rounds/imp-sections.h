/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Lists one under the other, each cut after its first rows. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A box of titled lists. A long one shows its first rows, and a button brings the rest. Which ones
 * were brought stays when they are filled anew. Main thread. */
#define IMP_TYPE_SECTIONS (imp_sections_get_type ())
G_DECLARE_FINAL_TYPE (ImpSections, imp_sections, IMP, SECTIONS, GtkBox)

/* item is of the array, borrowed; the row is taken over. */
typedef GtkWidget *(*ImpSectionRowFunc) (gconstpointer item, guint position);

/* Fills the list with this title, which is made where there is none yet; with no items it goes.
 * Keeps the items. title: translated, and the same each time. */
void imp_sections_show (ImpSections *self,
                        const char *title,
                        GPtrArray *items,
                        ImpSectionRowFunc create_row);

G_END_DECLS
