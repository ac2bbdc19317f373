/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where a line is written down on a round: who, words, photo, add. */
#pragma once

#include "model/imp-round.h"
#include "ui/rounds/imp-round-draft.h"
#include "ui/rounds/imp-said-by.h"

G_BEGIN_DECLS

/* At the thumb, below everything else. What is in it is a draft from the first letter on.
 *
 * ImpRoundEntry::add: the words are to be kept as they are now. ImpRoundEntry::photo: a photo is to
 * be added to them. ImpRoundEntry::changed: of the words or of who says them. */
#define IMP_TYPE_ROUND_ENTRY (imp_round_entry_get_type ())
G_DECLARE_FINAL_TYPE (ImpRoundEntry, imp_round_entry, IMP, ROUND_ENTRY, GtkBox)

void imp_round_entry_set_backlog (ImpRoundEntry *self, ImpBacklog *backlog);
void imp_round_entry_set_meetings (ImpRoundEntry *self, GPtrArray *meetings);
/* Which question is answered: thanks are about somebody, only what is in the way has photos. */
void imp_round_entry_set_kind (ImpRoundEntry *self, ImpHeardKind kind);
/* All but the question. */
void imp_round_entry_show_draft (ImpRoundEntry *self, const ImpRoundDraft *draft);
void imp_round_entry_fill_draft (ImpRoundEntry *self, ImpRoundDraft *draft);

const char *imp_round_entry_get_words (ImpRoundEntry *self);
ImpSaidBy *imp_round_entry_get_said_by (ImpRoundEntry *self);
void imp_round_entry_set_words (ImpRoundEntry *self, const char *words);
void imp_round_entry_take_focus (ImpRoundEntry *self);

G_END_DECLS
