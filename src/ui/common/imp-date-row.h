/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An entry row for a day, typed or chosen in a calendar. */
#pragma once

#include <adwaita.h>

#include "base/imp-date.h"

G_BEGIN_DECLS

/* An AdwEntryRow. Takes "27 November", "27 Nov 2026", "2026-11-27" and what the locale writes;
 * without a year the day is one of the next twelve months. Text that is no day is marked on the
 * row. Property "date" (int, an ImpDate; notified as it is typed). */
#define IMP_TYPE_DATE_ROW (imp_date_row_get_type ())
G_DECLARE_FINAL_TYPE (ImpDateRow, imp_date_row, IMP, DATE_ROW, AdwEntryRow)

/* The day from which a year is guessed and at which the calendar opens. */
void imp_date_row_set_today (ImpDateRow *self, ImpDate today);
/* An earlier day is marked and counts as no day. */
void imp_date_row_set_earliest (ImpDateRow *self, ImpDate earliest);
void imp_date_row_set_date (ImpDateRow *self, ImpDate date);
ImpDate imp_date_row_get_date (ImpDateRow *self);  /* IMP_DATE_NONE: empty, or no day */
gboolean imp_date_row_is_valid (ImpDateRow *self); /* empty, or a day */

/* What a person typed as a day. */
ImpDate imp_date_row_parse (const char *text, ImpDate today);

G_END_DECLS
