/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The irritants: the ranked list and, beside it or pushed, the one that is looked at. */
#pragma once

#include "ui/common/imp-backlog-page.h"

G_BEGIN_DECLS

#define IMP_CONTESTS_COUNTED 500 /* of more it is said that they are more */

/* Construct property "backlog"; "compact" and "narrow" follow the window. With nothing in the
 * backlog it says what to do first. Knows by item, not by position, which irritant is looked at,
 * so that it stays while the order changes. */
#define IMP_TYPE_IRRITANTS_PAGE (imp_irritants_page_get_type ())
G_DECLARE_FINAL_TYPE (ImpIrritantsPage, imp_irritants_page, IMP, IRRITANTS_PAGE, ImpBacklogPage)

void imp_irritants_page_set_overview (ImpIrritantsPage *self, const ImpOverview *overview);
/* How many fields several people wrote without knowing of each other: a banner says so. */
void imp_irritants_page_set_contests (ImpIrritantsPage *self, guint n_contests);
/* Adds the picture or file that was copied to the irritant that is shown, if one is. */
void imp_irritants_page_paste (ImpIrritantsPage *self);
/* Starts with what was asked for the last time, and keeps it for the next one. */
void imp_irritants_page_remember (ImpIrritantsPage *self, GSettings *settings);
void imp_irritants_page_start_search (ImpIrritantsPage *self);
/* Selects it in the list, without the search if need be, and shows its page. */
void imp_irritants_page_show_irritant (ImpIrritantsPage *self, ImpItem irritant);
/* That is looked at; 0: none, or the list lies over it. */
ImpItem imp_irritants_page_get_irritant (ImpIrritantsPage *self);
/* It was opened elsewhere: Back leads there (win.go-back) and not to the list, until another one is
 * chosen there (win.forget-origin). */
void imp_irritants_page_set_visited (ImpIrritantsPage *self, gboolean visited);

G_END_DECLS
