/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An entry row for a time of the day. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An AdwEntryRow; takes what imp_round_words_parse_time() does. Text that is no time is marked.
 * Property "time" (int, for reading: minutes after midnight, or IMP_ROUND_ANY_TIME; notified as it
 * is typed). */
#define IMP_TYPE_TIME_ROW (imp_time_row_get_type ())
G_DECLARE_FINAL_TYPE (ImpTimeRow, imp_time_row, IMP, TIME_ROW, AdwEntryRow)

void imp_time_row_set_time (ImpTimeRow *self, int time);
int imp_time_row_get_time (ImpTimeRow *self);
gboolean imp_time_row_is_valid (ImpTimeRow *self); /* empty, or a time */

G_END_DECLS
