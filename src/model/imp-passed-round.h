/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A round on its way from one backlog to another. */
#pragma once

#include "model/imp-row.h"

G_BEGIN_DECLS

/* As many rows as a file of a round can have. */
#define IMP_PASSED_MOST_ROWS 100000

/* Rows of the journal with gaps: all of some items, without deletions and what is erased for good.
 * Of a row that is erased it holds who wrote it where and when, so that what was written after it is
 * known to be. Owns all; free of any thread and of the store. */
typedef struct
{
  ImpUuid round;
  GPtrArray *rows;    /* of ImpRow */
  GPtrArray *blobs;   /* of GBytes: what its attachments hold, once it is read from a file */
  GHashTable *hashes; /* set of char *: of what they hold, on its way out */
} ImpPassedRound;

ImpPassedRound *imp_passed_round_new (void);
void imp_passed_round_free (ImpPassedRound *self);

/* Whether items of that kind belong to rounds: announcements, for one, never come with them. */
gboolean imp_passed_has_kind (ImpKind kind);
/* Whether the field is there to say who somebody is; left out with the people. */
gboolean imp_passed_names_people (ImpKind kind, int field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpPassedRound, imp_passed_round_free)

G_END_DECLS
