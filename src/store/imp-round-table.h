/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading rounds: lists, the page of one, whom they meet. */
#pragma once

#include "model/imp-round.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* All give NULL or FALSE on failure. ImpRoundLine: under way, planned, and due by the rhythm of a
 * site where none is planned. */
GPtrArray *imp_store_read_rounds_ahead (ImpStore *store, GError **error);
/* ImpRoundLine: finished, newest first; with all words of `text` (may be NULL) in what was said
 * there and the name of the site. */
GPtrArray *
imp_store_read_rounds_past (ImpStore *store, const char *text, guint limit, GError **error);
/* IMP_ERROR_NOT_FOUND where it is gone. */
ImpRoundPage *imp_store_read_round_page (ImpStore *store, ImpItem round, GError **error);

/* A round by itself; questions and note may be NULL. IMP_ERROR_NOT_FOUND where it is gone. */
typedef struct
{
  ImpRoundLine line;
  char *questions, *note;
} ImpRoundRow;

gboolean imp_store_read_round (ImpStore *store, ImpItem round, ImpRoundRow *row, GError **error);
void imp_round_row_clear (ImpRoundRow *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImpRoundRow, imp_round_row_clear)

/* The last two rounds at its site that were finished before it; 0 and IMP_DATE_NONE: none. */
typedef struct
{
  ImpItem round;
  ImpDate day;
} ImpRoundBefore;

gboolean imp_store_find_rounds_before (ImpStore *store,
                                       const ImpRoundLine *line,
                                       ImpRoundBefore before[2],
                                       GError **error);
/* The questions of the round that was planned last at a site; NULL: none, or none of its own. */
gboolean
imp_store_dup_last_questions (ImpStore *store, ImpItem site, char **questions, GError **error);
/* The meeting of the round with a person, or with somebody in a department (person 0); 0: none. */
gboolean imp_store_find_meeting (ImpStore *store,
                                 ImpItem round,
                                 ImpItem person,
                                 ImpItem department,
                                 ImpItem *meeting,
                                 GError **error);
/* The meeting with somebody in this person's department, or in `department`, who was not met yet; 0:
 * none. */
gboolean imp_store_find_unmet_somebody (ImpStore *store,
                                        ImpItem round,
                                        ImpItem person,
                                        ImpItem department,
                                        ImpItem *meeting,
                                        GError **error);
/* ImpMeetingLine, by name. */
gboolean
imp_store_read_meetings (ImpStore *store, ImpItem round, GPtrArray *meetings, GError **error);

/* Of a row: minutes after midnight, or IMP_ROUND_ANY_TIME. */
int imp_round_get_time (ImpStatement *row, int column);

G_END_DECLS
