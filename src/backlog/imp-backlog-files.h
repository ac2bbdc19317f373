/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Files in and out, and the check of the backlog itself. */
#pragma once

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

typedef enum
{
  IMP_FORMAT_BACKLOG,    /* our own JSON */
  IMP_FORMAT_CSV,        /* any list with a header */
  IMP_FORMAT_SERVICENOW, /* an export of a service desk, several rows for one incident */
} ImpFormat;

/* By the ending alone, in any case: a backlog is FILE.json, all else is some list. */
ImpFormat imp_format_from_path (const char *path);

/* A file to take in. Copied by the call. */
typedef struct
{
  const char *path;
  ImpFormat format;
  const char *const *map; /* "column=field", overrides what is recognised; may be NULL */
  gboolean dry_run;       /* read and report, change nothing */
  gboolean move_to_today; /* the sample: its reference day becomes today */
  GBytes *bytes;          /* instead of path */
} ImpImportRequest;

/* What became of it. Plain data, owned by the caller. */
typedef struct
{
  guint n_rows;       /* read */
  guint n_earlier;    /* of them: earlier states of what later rows say, so nothing is lost */
  guint n_new[14];    /* items made (or to be made), by ImpKind */
  guint n_known[14];  /* items that were here already and were left as they are, by ImpKind */
  GPtrArray *columns; /* of char *: "location → site", for the preview; empty for JSON */
  GPtrArray
      *not_taken; /* of char *: "Line 12: the date “31-02-2016” does not exist", all of them */
} ImpImportOutcome;

void imp_import_outcome_free (ImpImportOutcome *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpImportOutcome, imp_import_outcome_free)

void imp_backlog_import_async (ImpBacklog *self,
                               const ImpImportRequest *request,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
ImpImportOutcome *
imp_backlog_import_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* Writes the whole backlog as our JSON: the old file whole or the new one whole. */
void imp_backlog_export_async (ImpBacklog *self,
                               const char *path,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
gboolean imp_backlog_export_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* The state of the file. Lines for people; problems is empty when all is well. */
typedef struct
{
  char *path;
  guint64 bytes;
  int schema;
  guint n_items, n_journal_rows;
  GPtrArray *problems; /* of char * */
} ImpCheck;

void imp_check_free (ImpCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpCheck, imp_check_free)

void imp_backlog_check_async (ImpBacklog *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
ImpCheck *imp_backlog_check_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

G_END_DECLS
