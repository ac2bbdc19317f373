/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A combo row for a choice of an irritant. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Every choice of a field of irritants, after that nothing is said; `chosen` is selected, and what
 * is selected is the value of the field. */
void imp_choice_row_offer (AdwComboRow *row, guint8 field, int chosen);

G_END_DECLS
