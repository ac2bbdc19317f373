/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The calendar file that follows the rounds: where it is, how fresh, and no more of it. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-calendar-file.h"

G_BEGIN_DECLS

#define IMP_TYPE_CALENDAR_DIALOG (imp_calendar_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ImpCalendarDialog, imp_calendar_dialog, IMP, CALENDAR_DIALOG, AdwDialog)

AdwDialog *imp_calendar_dialog_new (ImpCalendarFile *file);

G_END_DECLS
