/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One question of a round and what was heard for it so far. */
#pragma once

#include <adwaita.h>

#include "model/imp-round.h"

G_BEGIN_DECLS

/* The largest thing of the page. Lines activate "mode.open-line" (x: the report or observation). */
#define IMP_TYPE_ROUND_QUESTION (imp_round_question_get_type ())
G_DECLARE_FINAL_TYPE (ImpRoundQuestion, imp_round_question, IMP, ROUND_QUESTION, GtkBox)

/* position: from 0, of the page's questions. */
void imp_round_question_show (ImpRoundQuestion *self,
                              const ImpRoundPage *page,
                              guint position,
                              ImpDate today);

G_END_DECLS
