/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One change of many irritants. */
#pragma once

#include "backlog/imp-backlog.h"
#include "base/imp-progress.h"

G_BEGIN_DECLS

typedef enum
{
  IMP_BULK_ADD_TAG,
  IMP_BULK_REMOVE_TAG,
  IMP_BULK_SET_OFFERING,
  IMP_BULK_SET_STEP,
  IMP_BULK_SET_OUTCOME,
  IMP_BULK_SET_WASTE,  /* an ImpWaste */
  IMP_BULK_SET_CHANGE, /* an ImpChangeType */
  IMP_BULK_PLAN,       /* one fix for all that are not fixed */
  IMP_BULK_DECLINE,    /* those that nobody has taken up */
  IMP_BULK_MERGE,      /* into `into`, or else into the first */
  IMP_BULK_DELETE,
  IMP_N_BULKS
} ImpBulkKind;

/* Copied by the call below. */
typedef struct
{
  ImpBulkKind kind;
  const char *text;      /* the tag, the name (NULL: none), the title of the fix, the reason */
  int choice;            /* 0: not said */
  ImpProgress *progress; /* may be NULL */
  ImpItem into;          /* what the others become part of; 0: not said */
} ImpBulk;

/* One action with one undo, named by what was done and to how many: “5 irritants tagged “round””.
 * What is gone by now and what is that way already is left as it is; where `into` is gone nothing is
 * merged, which is IMP_ERROR_NOT_FOUND. Cancelled, nothing is changed.
 * Finished by imp_backlog_write_finish_step(), whose step is 0 where nothing had to be changed.
 * IMP_ERROR_INPUT where a text is missing that it needs. */
void imp_backlog_bulk_async (ImpBacklog *self,
                             const ImpItem *irritants,
                             guint n_irritants,
                             const ImpBulk *bulk,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);

G_END_DECLS
