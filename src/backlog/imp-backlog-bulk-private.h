/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What one change of many irritants does to each of them. */
#pragma once

#include "backlog/imp-backlog-bulk.h"
#include "backlog/imp-backlog-private.h"
#include "store/imp-context-table.h"

G_BEGIN_DECLS

typedef struct
{
  ImpBulkKind kind;
  GArray *irritants; /* of ImpItem */
  char *text;
  int choice;
  ImpItem into;          /* 0: not said */
  ImpProgress *progress; /* may be NULL */
} ImpBulkArgs;

/* On the stack of the database thread. */
typedef struct
{
  const ImpBulkArgs *args;
  ImpStore *store;
  ImpChanges *changes;
  GCancellable *cancellable; /* may be NULL */
  ImpItem other;             /* that the irritants are to name: an offering, a fix, a whole */
  ImpItem part;              /* the last that was merged; 0: none */
  guint n_changed;
} ImpBulkRun;

/* Database thread. Changes one irritant and counts it, where it is not that way already. */
gboolean
imp_bulk_run_change (ImpBulkRun *self, ImpItem irritant, const ImpContext *context, GError **error);
/* Finds what the irritants are to name, before the first of them is changed. */
gboolean imp_bulk_run_find_other (ImpBulkRun *self, GError **error);
/* What was done, of how many and with what; NULL on failure. */
char *imp_bulk_run_name_action (const ImpBulkRun *self, GError **error);
const char *imp_bulk_run_get_failure (const ImpBulkRun *self);
gboolean imp_bulk_kind_needs_text (ImpBulkKind kind);

G_END_DECLS
