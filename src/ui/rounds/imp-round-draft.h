/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is being entered on a round and was not added yet. */
#pragma once

#include "backlog/imp-draft-keeper.h"

G_BEGIN_DECLS

/* Where somebody is on one round. Several rounds may be under way: each has its own. */
typedef struct
{
  guint question;            /* from 0 */
  char *person, *department; /* who says it; both NULL: somebody */
  char *words;               /* never NULL once it is read */
} ImpRoundDraft;

void imp_round_draft_clear (ImpRoundDraft *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImpRoundDraft, imp_round_draft_clear)

/* *draft is cleared first. */
void imp_round_draft_read (ImpDraftKeeper *keeper, ImpItem round, ImpRoundDraft *draft);
/* Drafts of other rounds stay. now: does not wait for a pause in the typing. */
void imp_round_draft_write (ImpDraftKeeper *keeper,
                            ImpItem round,
                            const ImpRoundDraft *draft,
                            gboolean now);
void imp_round_draft_forget (ImpDraftKeeper *keeper, ImpItem round);

G_END_DECLS
