/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One irritant: what is said, what it costs, what is done about it. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-irritants.h"
#include "model/imp-measure.h"

G_BEGIN_DECLS

/* Beside the list or pushed over it. Loads by itself and follows the backlog; an answer that comes
 * after another irritant was chosen is dropped. Actions irritant.* are those of imp-irritant-
 * pane-actions.c.
 *
 * ImpIrritantPane::left (gint64 item, gboolean focused): it is not in the backlog any more, so the
 * page was left; focused: with the focus in it. */
#define IMP_TYPE_IRRITANT_PANE (imp_irritant_pane_get_type ())
G_DECLARE_FINAL_TYPE (ImpIrritantPane, imp_irritant_pane, IMP, IRRITANT_PANE, AdwNavigationPage)

void imp_irritant_pane_set_backlog (ImpIrritantPane *self, ImpBacklog *backlog);
void imp_irritant_pane_set_irritant (ImpIrritantPane *self, ImpItem irritant); /* 0: none */
/* A button that goes back to where it was opened (irritants.back), in the place of that to the list. */
void imp_irritant_pane_offer_way_back (ImpIrritantPane *self, gboolean offered);
/* Where an irritant stands in the list beside it: "2nd of 39 by payback", and the
 * measure; NULL: in none. */
void imp_irritant_pane_set_place (ImpIrritantPane *self,
                                  ImpItem irritant,
                                  const char *place,
                                  ImpMeasure measure);

G_END_DECLS
