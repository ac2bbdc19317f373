/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Use cases around announcements: draft from the record, edit, publish. */
#pragma once

#include "backlog/imp-backlog.h"
#include "model/imp-announcement.h"
#include "model/imp-issue.h"
#include "model/imp-organisation.h"

G_BEGIN_DECLS

/* Drafts an announcement of the fixes delivered or confirmed in the period that no other, published
 * or drafted, has told yet: the dearest become big items, then small ones, the rest is summed up;
 * promises become Coming next, refusals Not now. All that it tells, summed up too, is linked to it. write_finish gives the announcement. */
void imp_backlog_draft_async (ImpBacklog *self,
                              ImpDate from,
                              ImpDate to,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
/* The same without keeping it: the issue only, for the command line. As nothing counts as told by
 * it, what is only drafted does not either. Finished by
 * imp_backlog_issue_finish(). */
void imp_backlog_draft_issue_async (ImpBacklog *self,
                                    ImpDate from,
                                    ImpDate to,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
/* Freezes the announcement as published today with the next number. */
void imp_backlog_publish_async (ImpBacklog *self,
                                ImpItem announcement,
                                GAsyncReadyCallback callback,
                                gpointer data);

/* All announcements without their entries, drafts first, then newest first. */
void imp_backlog_announcements_async (ImpBacklog *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
GPtrArray *
imp_backlog_announcements_finish (ImpBacklog *self, GAsyncResult *result, GError **error);
void imp_backlog_announcement_async (ImpBacklog *self,
                                     ImpItem announcement,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
ImpAnnouncement *
imp_backlog_announcement_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* The issue as it prints now; of a published one, as it was published. */
void imp_backlog_issue_async (ImpBacklog *self,
                              ImpItem announcement,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
ImpIssue *imp_backlog_issue_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* Who the pages are from; all strings NULL where nobody has said it yet. */
void imp_backlog_organisation_async (ImpBacklog *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
ImpOrganisation *
imp_backlog_organisation_finish (ImpBacklog *self, GAsyncResult *result, GError **error);
/* Says it: the name, the series and the contact; item and language are left as they are. Published
 * issues keep what they say. */
void imp_backlog_set_organisation_async (ImpBacklog *self,
                                         const ImpOrganisation *organisation,
                                         GAsyncReadyCallback callback,
                                         gpointer data);

G_END_DECLS
