/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One irritant that is known already, and the button that says so. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-similar.h"

G_BEGIN_DECLS

/* Title, voices, sites and state (of a refusal the reason), hours, and "Me Too", or "It Is Back" of
 * one that was fixed. Property "narrow" (boolean): without sites, hours and icon.
 *
 * ImpKnownRow::pressed */
#define IMP_TYPE_KNOWN_ROW (imp_known_row_get_type ())
G_DECLARE_FINAL_TYPE (ImpKnownRow, imp_known_row, IMP, KNOWN_ROW, AdwActionRow)

/* heard: who said it on the round that one is on, "Tom Firth"; NULL: nobody did, or there is none.
 * Both are only looked at. */
ImpKnownRow *imp_known_row_new (const ImpSimilar *similar, const char *heard);
ImpItem imp_known_row_get_item (ImpKnownRow *self);
gboolean imp_known_row_is_back (ImpKnownRow *self); /* what its button says */

G_END_DECLS
