/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The sheet that is taken along to a round. */
#pragma once

#include "model/imp-briefing.h"
#include "publish/imp-pages.h"

G_BEGIN_DECLS

/* What was promised at the site and where it stands, what is open there, the one question worth
 * asking, whom to tell, meet and hear, and lines for notes to the foot. One page, two where it
 * needs. It names people and says so. Laid out within milliseconds, on any thread.
 * language: NULL for that of the locale. */
ImpPages *
imp_briefing_pages_new (ImpBriefing *briefing, const char *language, const ImpPaper *paper);

/* All of it as plain text, for who cannot see the pages. The caller frees. */
char *imp_briefing_to_text (const ImpBriefing *briefing);

G_END_DECLS
