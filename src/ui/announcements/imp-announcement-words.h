/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How an announcement is spoken of in lists and headers. */
#pragma once

#include "backlog/imp-backlog-announcements.h"

G_BEGIN_DECLS

char *imp_announcement_words_title (const ImpAnnouncement *announcement);  /* never empty */
char *imp_announcement_words_period (const ImpAnnouncement *announcement); /* "1 to 30 November" */
/* "1 October to 31 October 2026, without 12 fixes that were told before" */
char *imp_announcement_words_scope (const ImpAnnouncement *announcement);
/* "Draft · 1 to 30 November", "Issue 14 · published 6 November 2026 · about 210 h a month" */
char *imp_announcement_words_facts (const ImpAnnouncement *announcement);
/* "Draft, kept a minute ago"; seconds since it was kept, or -1 where nothing was written yet. */
char *imp_announcement_words_kept (gint64 seconds);
/* "Corvane · Dana Whitfield"; where no contact is named, what to do about it. */
char *imp_announcement_words_from (const ImpIssue *issue);

G_END_DECLS
