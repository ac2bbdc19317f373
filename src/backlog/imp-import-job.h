/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One import under way: what was asked for, and what was read of the file. */
#pragma once

#include "backlog/imp-backlog-files.h"
#include "model/imp-changes.h"
#include "model/imp-passed-round.h"

G_BEGIN_DECLS

/* Belongs to one thread at a time. After reading it holds either changes or a round. */
typedef struct
{
  char *path;
  GBytes *bytes;
  ImpFormat format;
  char **map;
  gboolean dry_run;
  ImpProgress *progress; /* may be NULL */
  ImpDate today;         /* none: dates stay as they are */
  ImpChanges *changes;
  ImpPassedRound *passed;
  ImpImportOutcome *outcome;
} ImpImportJob;

ImpImportJob *imp_import_job_new (const ImpImportRequest *request, ImpDate today);
void imp_import_job_free (gpointer job);
/* Reads the file. Blocks: not for the main thread. */
gboolean imp_import_job_read (ImpImportJob *self, GCancellable *cancellable, GError **error);

G_END_DECLS
