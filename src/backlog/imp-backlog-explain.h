/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Why an irritant stands where it stands, and what is worth asking. */
#pragma once

#include "backlog/imp-backlog.h"
#include "model/imp-explanation.h"

G_BEGIN_DECLS

/* Everything for "Why this rank?": among its neighbours by impact, of what is not yet fixed.
 * imp_explanation_say_…() say it, imp_explanation_to_text() is to be copied. As of now: it does not
 * follow the backlog. */
void imp_backlog_explain_async (ImpBacklog *self,
                                ImpItem irritant,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
/* IMP_ERROR_NOT_FOUND where it is not ranked. */
ImpExplanation *imp_backlog_explain_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* Up to n irritants about which it is worth most to ask, each with its one question, the first
 * first: to be stepped through. None where everything is measured. asked: of ImpAsked, what is not
 * to be asked again; may be NULL. */
void imp_backlog_find_to_ask_async (ImpBacklog *self,
                                    guint n,
                                    const GArray *asked,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
/* A GPtrArray of ImpToAsk. */
GPtrArray *imp_backlog_find_to_ask_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* How much the top ten is what it would be if everything were known: imp_top_ten_weigh(). */
void imp_backlog_weigh_top_ten_async (ImpBacklog *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
gboolean imp_backlog_weigh_top_ten_finish (ImpBacklog *self,
                                           GAsyncResult *result,
                                           double *share,
                                           GError **error);

G_END_DECLS
