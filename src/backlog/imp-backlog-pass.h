/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Passing a round on: into a file that imp_backlog_import_async() takes in elsewhere. */
#pragma once

#include "backlog/imp-backlog.h"
#include "base/imp-progress.h"

G_BEGIN_DECLS

/* Which round goes where. Copied by the call. */
typedef struct
{
  ImpItem round;     /* 0: the one that is named */
  const char *named; /* its UUID, or its site and day: "Leeds 2026-11-20" */
  const char *path;  /* NULL: into bytes */
  gboolean with_people;
  ImpProgress *progress; /* told how far it is; may be NULL */
} ImpPassRequest;

/* What was written. Plain data, owned by the caller. */
typedef struct
{
  GBytes *bytes;     /* NULL where it went into a file */
  GPtrArray *naming; /* of char *: where people are left out, the sentences of others that name
                      * somebody all the same; for the person to look at before it is sent */
} ImpPassOutcome;

void imp_pass_outcome_free (ImpPassOutcome *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpPassOutcome, imp_pass_outcome_free)

/* The old file whole or the new one whole. IMP_ERROR_NOT_FOUND where there is no such round,
 * IMP_ERROR_INPUT where several are meant. */
void imp_backlog_pass_round_async (ImpBacklog *self,
                                   const ImpPassRequest *request,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
ImpPassOutcome *
imp_backlog_pass_round_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

G_END_DECLS
