/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What an irritant's page says in words. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog-irritants.h"

G_BEGIN_DECLS

/* "2nd of 13 by impact · recorded 3 March · Handheld scanners, Leeds". place: where it stands in the
 * list; NULL where it is in none, then by impact. */
char *imp_irritant_words_about (const ImpIrritantPage *page, const char *place);
/* "Declined on 3 March: it goes with the old system." NULL where it was not. */
char *imp_irritant_words_declined (const ImpIrritantPage *page);
/* "Pinned until 3 March 2027: External audit"; NULL where it is not. */
char *imp_irritant_words_pinned (const ImpIrritantPage *page);
/* "Step: Packing · Holds back: Orders on time · Wastes: Waiting"; NULL where none is said. */
char *imp_irritant_words_context (const ImpIrritantPage *page);
/* Who reported it, each once on a line of its own, those of the newest reports first: "Dana
 * Whitfield, picking", "Somebody in goods in", "and 3 others". NULL for nobody. */
char *imp_irritant_words_told (const ImpIrritantPage *page);
/* "Marek Nowak · promised to Dana for 27 November" */
char *imp_irritant_words_fix (const ImpFixLine *fix);
/* The words of a report as an ImpQuote with who, where and when. */
GtkWidget *imp_irritant_words_create_quote (const ImpReportLine *report);

/* "Merged into “Scanner signs out”"; NULL where it stands for itself. */
char *imp_irritant_words_merged (const ImpIrritantPage *page);

G_END_DECLS
