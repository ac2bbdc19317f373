/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Use cases around fixes and promises. */
#pragma once

#include "backlog/imp-backlog.h"
#include "model/imp-impact.h"
#include "model/imp-state.h"

G_BEGIN_DECLS

/* Plans a fix for one or more irritants. owner, promised_to: names, may be NULL. promised: the
 * first date, or IMP_DATE_NONE for no promise yet. write_finish gives the fix. */
void imp_backlog_plan_fix_async (ImpBacklog *self,
                                 const char *title,
                                 const ImpItem *irritants,
                                 guint n_irritants,
                                 const char *owner,
                                 ImpDate promised,
                                 const char *promised_to,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
void imp_backlog_start_fix_async (ImpBacklog *self,
                                  ImpItem fix,
                                  GAsyncReadyCallback callback,
                                  gpointer data);
/* Delivered today; open promises about it are kept today. Texts may be NULL: left as they are. */
void imp_backlog_deliver_fix_async (ImpBacklog *self,
                                    ImpItem fix,
                                    const char *did,
                                    const char *now,
                                    const char *todo,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
/* A colleague's verdict, with the three questions asked again (people, often, minutes; unknown
 * where not asked; "gone" needs none and counts as 0 hours). */
void imp_backlog_confirm_fix_async (ImpBacklog *self,
                                    ImpItem fix,
                                    const char *person,
                                    ImpVerdict verdict,
                                    const ImpAnswer answers[3],
                                    GAsyncReadyCallback callback,
                                    gpointer data);
/* Gives a date to somebody (a name of a person, else any words: "finance"). */
void imp_backlog_promise_async (ImpBacklog *self,
                                ImpItem fix,
                                const char *to,
                                ImpDate date,
                                GAsyncReadyCallback callback,
                                gpointer data);
/* Moves the date; the first date is kept for ever. told: the person heard before the old date. */
void imp_backlog_move_promise_async (ImpBacklog *self,
                                     ImpItem promise,
                                     ImpDate date,
                                     const char *reason,
                                     gboolean told,
                                     GAsyncReadyCallback callback,
                                     gpointer data);

typedef struct
{
  ImpItem item;
  char *to;   /* may be NULL */
  char *what; /* the fix's title where nothing else was said */
  ImpItem fix;
  char *fix_title;
  char *owner; /* may be NULL */
  ImpDate made, first, due, kept;
  char *reason; /* of the last move; may be NULL */
} ImpPromiseLine;

/* A fix on the board. Immutable, reference counted (a boxed GObject property is not needed). */
typedef struct
{
  ImpItem item;
  char *title;
  char *owner; /* may be NULL */
  ImpFixState state;
  double hours; /* a month: forecast (shrunk), or given back as asked again */
  gboolean asked_again;
  guint n_voices;
  ImpDate planned, started, delivered, confirmed;
  ImpItem promise; /* the one that counts: open and due first, else the newest; 0: none */
  char *promised_to;
  ImpDate promised_first, promised_due, promise_kept;
  char *ask; /* a reporter to ask whether it is gone: "Tom"; may be NULL */
} ImpFixCard;

/* The cards of one state, at most `limit`, dearest first; confirmed ones newest first. A GPtrArray
 * of ImpFixCard. */
void imp_backlog_fix_cards_async (ImpBacklog *self,
                                  ImpFixState state,
                                  guint limit,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);
GPtrArray *imp_backlog_fix_cards_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* All promises that are open or fell due since `since`, by date. A GPtrArray of ImpPromiseLine. */
void imp_backlog_promises_async (ImpBacklog *self,
                                 ImpDate since,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
GPtrArray *imp_backlog_promises_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

typedef struct
{
  char *person; /* may be NULL */
  ImpDate date;
  ImpVerdict verdict;
} ImpConfirmationLine;

/* Everything on a fix's page. Reference counted, immutable. */
typedef struct
{
  ImpFixCard *card;
  char *did, *now, *todo, *thanks; /* may be NULL */
  ImpAnswer effort;
  GPtrArray *irritants;     /* of ImpFixIrritant */
  GPtrArray *promises;      /* of ImpPromiseLine, newest first */
  GPtrArray *confirmations; /* of ImpConfirmationLine, newest first */
  char **reporters;         /* names of those who can confirm it */
  ImpFacts before;          /* of its dearest irritant: what asking again compares with */
} ImpFixPage;

typedef struct
{
  ImpItem item;
  char *title;
  double hours;
} ImpFixIrritant;

void imp_fix_page_unref (ImpFixPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpFixPage, imp_fix_page_unref)

void imp_backlog_fix_page_async (ImpBacklog *self,
                                 ImpItem fix,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
ImpFixPage *imp_backlog_fix_page_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

G_END_DECLS
