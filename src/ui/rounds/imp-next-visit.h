/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The next visit to a site: when it is, or the day that is typed for it. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-rounds.h"

G_BEGIN_DECLS

/* The visit that is planned, or rows for one where none is.
 *
 * ImpNextVisit::changed: something else was typed. */
#define IMP_TYPE_NEXT_VISIT (imp_next_visit_get_type ())
G_DECLARE_FINAL_TYPE (ImpNextVisit, imp_next_visit, IMP, NEXT_VISIT, AdwBin)

/* What was typed stays. Keeps a reference. */
void imp_next_visit_show (ImpNextVisit *self, ImpRoundPage *page);
/* The day by the rhythm of the site, the same time and place; after it was shown. */
void imp_next_visit_propose (ImpNextVisit *self, ImpDate today);
gboolean imp_next_visit_is_valid (ImpNextVisit *self);
/* Whether a day was typed that is not planned yet, nor just being planned. */
gboolean imp_next_visit_is_typed (ImpNextVisit *self);
/* Finished with imp_backlog_write_finish(); after a failure say so to imp_next_visit_give_up(). */
void imp_next_visit_plan_async (ImpNextVisit *self,
                                ImpBacklog *backlog,
                                GAsyncReadyCallback callback,
                                gpointer data);
void imp_next_visit_give_up (ImpNextVisit *self);

G_END_DECLS
