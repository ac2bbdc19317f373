/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Keeps what somebody is writing and has not saved yet, whatever happens to the program. */
#pragma once

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* The places in which something is written down. Each backlog keeps one draft of each. */
typedef enum
{
  IMP_DRAFT_RECORD, /* the record dialog */
  IMP_DRAFT_ROUND,  /* what is being entered on a round */
  IMP_N_DRAFTS
} ImpDraft;

/* A text that is kept in a file of its own beside the backlog ("backlog.db.record-draft"), which
 * nobody else may read. What the text means is for whoever writes it to know. Owned by its
 * backlog, main thread; the disk is written on threads of their own, one write at a time, so that
 * the file holds one text whole, the newest within moments. Closing the window waits for it.
 *
 * Property "trouble" (string, for reading): why the newest text could not be kept; NULL where it
 * could. */
#define IMP_TYPE_DRAFT_KEEPER (imp_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (ImpDraftKeeper, imp_draft_keeper, IMP, DRAFT_KEEPER, GObject)

/* Borrowed. It knows its text as soon as the backlog is open. */
ImpDraftKeeper *imp_backlog_get_draft (ImpBacklog *self, ImpDraft draft);

const char *imp_draft_keeper_get_text (ImpDraftKeeper *self); /* NULL: there is none */
/* For each change, also each letter that is typed: written after a short pause, and every other
 * second while there is none. NULL: recorded, or discarded; the file goes at once. */
void imp_draft_keeper_set_text (ImpDraftKeeper *self, const char *text);
/* Does not wait for the pause: for a choice, and for leaving. */
void imp_draft_keeper_save (ImpDraftKeeper *self);
const char *imp_draft_keeper_get_trouble (ImpDraftKeeper *self);

G_END_DECLS
