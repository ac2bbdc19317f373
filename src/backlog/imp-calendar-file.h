/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A calendar file that follows the rounds of a backlog. */
#pragma once

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* Keeps a file as imp_round_calendar_read_async() would write it: at once when it is set, half a
 * second after a change of rounds or sites, and when the day changes. It is written whole or left as
 * it was, on a thread of its own, and not at all where it says the same already. What fails is tried
 * again after each change and every five minutes. Nothing waits for it: where the backlog is to be
 * closed, imp_calendar_file_hurry() and wait as long as you like until it is not busy any more. Lives
 * on the main thread; holds the backlog until it is disposed of.
 *
 * ImpCalendarFile::changed: what the getters below say may be something else. */
#define IMP_TYPE_CALENDAR_FILE (imp_calendar_file_get_type ())
G_DECLARE_FINAL_TYPE (ImpCalendarFile, imp_calendar_file, IMP, CALENDAR_FILE, GObject)

/* path: NULL for none yet. */
ImpCalendarFile *imp_calendar_file_new (ImpBacklog *backlog, const char *path);

/* NULL: none any more; what was written stays as it is. */
void imp_calendar_file_set_path (ImpCalendarFile *self, const char *path);
const char *imp_calendar_file_get_path (ImpCalendarFile *self);
/* When what stands there was written (Unix time); 0: not known yet. */
gint64 imp_calendar_file_get_written_ms (ImpCalendarFile *self);
/* Why it does not follow now; NULL where it does. */
const char *imp_calendar_file_get_failure (ImpCalendarFile *self);

/* Tries now, whether anything has changed or not. */
void imp_calendar_file_try (ImpCalendarFile *self);
/* What has changed is written without waiting for more. */
void imp_calendar_file_hurry (ImpCalendarFile *self);
gboolean imp_calendar_file_is_busy (ImpCalendarFile *self);

G_END_DECLS
