/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who changed something and when, as the dialogs about changes say it. */
#pragma once

#include <gtk/gtk.h>

#include "model/imp-edit.h"

G_BEGIN_DECLS

/* "21 November 2026, 14:05", in the time zone here. */
char *imp_change_words_when (gint64 time_ms);
/* "Today", "Yesterday", "19 November 2026". */
char *imp_change_words_day (gint64 time_ms, ImpDate today);
/* "14:05". */
char *imp_change_words_time (gint64 time_ms);
/* "Inès Caron · 21 November 2026, 14:05"; the actor may be NULL. */
char *imp_change_words_who_and_when (const char *actor, gint64 time_ms);
/* The name of a field as it stands over its values: "Title"; of something that belongs to the item
 * that is looked at: "Report · In their words". */
char *imp_change_words_field (ImpKind kind, guint8 field, gboolean belongs);
/* "Irritant · deleted by Inès Caron on 3 November 2026, 14:05 · 72 days left". */
char *imp_change_words_binned (const ImpBinned *binned, ImpDate today);

G_END_DECLS
