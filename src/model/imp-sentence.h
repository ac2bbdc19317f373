/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What an irritant costs, said aloud: the one sentence used everywhere, and its parts for lists. */
#pragma once

#include "model/imp-impact.h"

G_BEGIN_DECLS

/* "About 45 people lose 5 minutes to this twice a day: roughly 150 hours a month. It should take
 * us about three days, so it pays for itself in under a week." The one sentence used everywhere.
 * What is not known is said as not known. Plain text; *bold_start and *bold_end, where not NULL,
 * are the byte range of the hours. */
char *imp_impact_to_sentence (const ImpFacts *facts,
                              const ImpImpact *impact,
                              int *bold_start,
                              int *bold_end);
/* The same, and how sure its place is: "… It almost surely belongs in the top ten." top_ten: the
 * chance, as imp_top_ten_get_chance() gives it. */
char *imp_impact_to_ranked_sentence (const ImpFacts *facts,
                                     const ImpImpact *impact,
                                     double top_ten,
                                     int *bold_start,
                                     int *bold_end);
/* The range that holds with 80 %, in two figures: "70 to 320" for under a figure of hours; "between
 * 70 and 320 hours a month" to be said aloud. */
char *imp_impact_to_range (const ImpImpact *impact);
char *imp_impact_to_range_words (const ImpImpact *impact);
/* Effort divided by hours, in days of the calendar: "5 days", "2 months"; for the list's
 * column. The sentence rounds the same days. */
char *imp_impact_to_payback_words (const ImpImpact *impact);
char *imp_impact_to_hours_words (double hours);                  /* "150 h", no-break space */
const char *imp_irritation_get_words (ImpIrritation irritation); /* "annoying" */
char *imp_impact_to_care_words (const ImpFacts *facts); /* "annoying; customers do not see it" */

G_END_DECLS
