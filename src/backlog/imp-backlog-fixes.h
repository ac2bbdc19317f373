/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Use cases around fixes and promises. */
#pragma once

#include "backlog/imp-backlog.h"
#include "model/imp-fix.h"

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
/* owner: a name; NULL for nobody yet. Over what the page showed that is `as_of` (NULL: over all). */
void imp_backlog_set_owner_async (ImpBacklog *self,
                                  ImpItem fix,
                                  const char *owner,
                                  const char *as_of,
                                  GAsyncReadyCallback callback,
                                  gpointer data);
/* The fix removes these irritants too. */
void imp_backlog_add_irritants_async (ImpBacklog *self,
                                      ImpItem fix,
                                      const ImpItem *irritants,
                                      guint n_irritants,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
/* The fix does not remove this irritant; IMP_ERROR_INPUT for its last one. */
void imp_backlog_remove_irritant_async (ImpBacklog *self,
                                        ImpItem fix,
                                        ImpItem irritant,
                                        GAsyncReadyCallback callback,
                                        gpointer data);
/* Delivered today; open promises about it are kept today. Texts may be NULL: left as they are; the
 * others are written over what the page showed that is `as_of` (NULL: over all there is). */
void imp_backlog_deliver_fix_async (ImpBacklog *self,
                                    ImpItem fix,
                                    const char *did,
                                    const char *now,
                                    const char *todo,
                                    const char *as_of,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
/* A colleague's verdict on the fix, with the three questions asked again for each of its irritants;
 * "gone" needs none and counts as 0 hours. An irritant not asked about stays an estimate. */
void imp_backlog_confirm_fix_async (ImpBacklog *self,
                                    ImpItem fix,
                                    const char *person,
                                    ImpVerdict verdict,
                                    const ImpAskedAgain *asked,
                                    guint n_asked,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
/* Gives a date to somebody (a name of a person, else any words: "finance"). */
void imp_backlog_promise_async (ImpBacklog *self,
                                ImpItem fix,
                                const char *to,
                                ImpDate date,
                                GAsyncReadyCallback callback,
                                gpointer data);
/* Moves the date; the first date is kept for ever. told: the person heard before the old date. Over
 * what the page of the fix showed that is `as_of` (NULL: over all there is). */
void imp_backlog_move_promise_async (ImpBacklog *self,
                                     ImpItem promise,
                                     ImpDate date,
                                     const char *reason,
                                     gboolean told,
                                     const char *as_of,
                                     GAsyncReadyCallback callback,
                                     gpointer data);

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

void imp_backlog_fix_page_async (ImpBacklog *self,
                                 ImpItem fix,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
ImpFixPage *imp_backlog_fix_page_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

G_END_DECLS
