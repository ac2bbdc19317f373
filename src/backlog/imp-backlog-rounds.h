/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Use cases of rounds: planning, hearing, promising, leaving a sheet behind. */
#pragma once

#include "backlog/imp-backlog.h"
#include "model/imp-briefing.h"
#include "model/imp-round.h"

G_BEGIN_DECLS

/* A round as somebody plans or changes it. Texts may be NULL. Borrowed for the call. */
typedef struct
{
  ImpItem item;     /* 0: a new one */
  const char *site; /* a name; made where there is none of it */
  ImpDate planned;
  int time; /* minutes after midnight; IMP_ROUND_ANY_TIME */
  const char *place, *visitors, *note;
  const char *const *questions; /* NULL: those of the round before */
  /* Names of those to meet, and of departments in which to meet somebody; NULL: as they are. Who
   * was met stays. */
  const char *const *people, *const *departments;
  int weeks;         /* the site's rhythm; 0: none; -1: as it is */
  const char *as_of; /* of the page it was changed on; NULL */
} ImpRoundPlan;

/* write_finish gives the round. One step of undo. IMP_ERROR_INPUT without a site or a day. */
void imp_backlog_plan_round_async (ImpBacklog *self,
                                   const ImpRoundPlan *plan,
                                   GAsyncReadyCallback callback,
                                   gpointer data);

/* Rounds of which something is to do: under way, late, due by a rhythm and not planned, planned;
 * by day. An array of ImpRoundLine. */
void imp_backlog_rounds_ahead_async (ImpBacklog *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
/* Those that are finished, newest first; text: words that somebody said there or the name of the
 * site; NULL: all. At most `limit`. */
void imp_backlog_rounds_past_async (ImpBacklog *self,
                                    const char *text,
                                    guint limit,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
/* Of both. */
GPtrArray *imp_backlog_rounds_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

void imp_backlog_round_page_async (ImpBacklog *self,
                                   ImpItem round,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
ImpRoundPage *
imp_backlog_round_page_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

void imp_backlog_briefing_async (ImpBacklog *self,
                                 ImpItem round,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
ImpBriefing *imp_backlog_briefing_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* Begins it now, so that it is on this day; one that was begun goes on. Finishing it can be taken
 * back. */
void imp_backlog_begin_round_async (ImpBacklog *self,
                                    ImpItem round,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
void imp_backlog_finish_round_async (ImpBacklog *self,
                                     ImpItem round,
                                     GAsyncReadyCallback callback,
                                     gpointer data);

/* A line that was heard. Borrowed for the call. */
typedef struct
{
  ImpHeardKind kind;
  const char *words;               /* exact; must say something */
  const char *person, *department; /* names; NULL: somebody. Of thanks: who is thanked */
  ImpItem irritant;                /* of IMP_HEARD_ME_TOO */
  ImpAnswer answers[3];            /* of irritants: people, often, minutes; may be unknown */
  gboolean is_back;                /* me-too of one that was fixed: it is open again */
} ImpHeard;

/* One step of undo; who said it counts as met. write_finish gives the report or the observation. */
void imp_backlog_hear_async (ImpBacklog *self,
                             ImpItem round,
                             const ImpHeard *heard,
                             GAsyncReadyCallback callback,
                             gpointer data);
/* What a line is after all: from works to else, from irritant to works ...: the words, who said it
 * and when stay; what it was is deleted in the same step. */
void imp_backlog_hear_as_async (ImpBacklog *self,
                                ImpItem round,
                                ImpItem line,
                                ImpHeardKind kind,
                                GAsyncReadyCallback callback,
                                gpointer data);
/* Answers of a report, given later on the round. */
void imp_backlog_answer_heard_async (ImpBacklog *self,
                                     ImpItem report,
                                     const ImpAnswer answers[3],
                                     const char *as_of,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
/* Promises something about an irritant that was heard: on the fix that is to remove it, or on one
 * that is planned with it, in one step. what: the title of such a new fix; owner: may be NULL. */
void imp_backlog_promise_heard_async (ImpBacklog *self,
                                      ImpItem round,
                                      ImpItem report,
                                      const char *what,
                                      const char *owner,
                                      ImpDate date,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
void imp_backlog_meet_async (ImpBacklog *self,
                             ImpItem round,
                             const char *person,
                             const char *department,
                             gboolean met,
                             GAsyncReadyCallback callback,
                             gpointer data);
/* That somebody has heard about a fix (0: about the refusal of the irritant). round: 0 for none.
 * told FALSE takes it back. */
void imp_backlog_tell_async (ImpBacklog *self,
                             const ImpUntold *untold,
                             ImpItem round,
                             gboolean told,
                             GAsyncReadyCallback callback,
                             gpointer data);

/* Remarks of all rounds with these words, newest first; sort 0: of all sorts. An array of
 * ImpHeardLine whose `title` is the site and the day. */
void imp_backlog_observations_async (ImpBacklog *self,
                                     const char *text,
                                     ImpObservationSort sort,
                                     guint limit,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
GPtrArray *imp_backlog_observations_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

G_END_DECLS
