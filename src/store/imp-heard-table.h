/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading what was heard on rounds. */
#pragma once

#include "model/imp-round.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* Adds an ImpHeardLine for each report and remark of the round, as they were written down. */
gboolean imp_store_read_heard (ImpStore *store, ImpItem round, GPtrArray *heard, GError **error);
/* One of them, as it was written. IMP_ERROR_NOT_FOUND where it is gone. */
typedef struct
{
  ImpHeardKind kind;
  char *words; /* may be NULL */
  ImpItem person, department, site;
  ImpItem irritant; /* 0: it is a remark */
  ImpDate date;
  ImpAnswer answers[3];
  gboolean alone; /* the irritant came with this report, and nothing was added to it since */
} ImpHeardRow;

void imp_heard_row_clear (ImpHeardRow *self);
gboolean imp_store_read_heard_row (ImpStore *store, ImpItem line, ImpHeardRow *row, GError **error);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImpHeardRow, imp_heard_row_clear)
/* ImpHeardLine of remarks of all rounds, newest first; `title` is the site and the day. With all
 * words of `text` (may be NULL); sort 0: of any. NULL on failure. */
GPtrArray *imp_store_read_observations (ImpStore *store,
                                        const char *text,
                                        ImpObservationSort sort,
                                        guint limit,
                                        GError **error);
/* `before` and all that was said on the round, to be searched. */
gboolean imp_store_dup_said (ImpStore *store,
                             ImpItem round,
                             const char *before,
                             char **said,
                             GError **error);

G_END_DECLS
