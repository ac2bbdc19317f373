/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Files in and out, and the check of the backlog itself. */
#pragma once

#include "backlog/imp-backlog.h"
#include "base/imp-progress.h"
#include "model/imp-schema.h"

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
  ImpProgress *progress;  /* told how far it is; may be NULL */
} ImpImportRequest;

/* What a column can become, from 0, which is nothing. General ones are for any list, the others for
 * the columns of a service desk. */
guint imp_import_get_n_fields (void);
const char *imp_import_field_get_name (guint field);  /* as in the map: "site" */
const char *imp_import_field_get_words (guint field); /* for people: "left out" */
gboolean imp_import_field_is_general (guint field);

/* A column of the list. Owned by the outcome. */
typedef struct
{
  char *name;    /* in one line, shortened */
  char *title;   /* as the file has it, for the map */
  char *becomes; /* for people: "site", "date (month first)", "left out" */
  char *sample;  /* the first value that says something; NULL if there is none */
  guint field;   /* what it becomes */
} ImpImportColumn;

/* What became of it. Plain data, owned by the caller. */
typedef struct
{
  guint n_rows;             /* read */
  guint n_earlier;          /* of them: earlier states of what later rows say, so nothing is lost */
  guint n_new[IMP_N_KINDS]; /* items made (or to be made), by ImpKind */
  guint
      n_known[IMP_N_KINDS]; /* items that were here already and were left as they are, by ImpKind */
  guint n_changed;          /* of those that were here: of which a round says something new */
  guint n_contested;        /* fields that hold several values since: Changes to Look At */
  guint n_photos;           /* whose bytes a round brings, also of what was here already */
  gboolean is_round;        /* it was a round that somebody passed on */
  ImpItem round;            /* that one, once it is here; else 0 */
  gboolean untitled;        /* no column says what an irritant is, so nothing could be taken */
  GPtrArray *columns;       /* of ImpImportColumn, for the preview; empty for JSON */
  GPtrArray
      *not_taken; /* of char *: "Line 12: the date “31-02-2016” does not exist", all of them */
} ImpImportOutcome;

void imp_import_outcome_free (ImpImportOutcome *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpImportOutcome, imp_import_outcome_free)

/* Cancelled, also while it is being written, it has changed nothing. */
void imp_backlog_import_async (ImpBacklog *self,
                               const ImpImportRequest *request,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
ImpImportOutcome *
imp_backlog_import_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* Writes the whole backlog as our JSON: the old file whole or the new one whole. progress may be
 * NULL. */
void imp_backlog_export_async (ImpBacklog *self,
                               const char *path,
                               ImpProgress *progress,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
gboolean imp_backlog_export_finish (ImpBacklog *self, GAsyncResult *result, GError **error);
/* The same into memory. */
void imp_backlog_export_bytes_async (ImpBacklog *self,
                                     ImpProgress *progress,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
GBytes *imp_backlog_export_bytes_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* The state of the file. Lines for people; problems is empty when all is well. */
typedef struct
{
  char *path;
  guint64 bytes;
  int schema;
  guint n_items, n_journal_rows;
  guint n_foreign_rows; /* of other laptops, or from before a restore; deep only */
  guint n_attachments;
  guint n_missing;     /* of them, that have not come to this laptop yet */
  GPtrArray *problems; /* of char * */
} ImpCheck;

void imp_check_free (ImpCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpCheck, imp_check_free)

void imp_backlog_check_async (ImpBacklog *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
/* The same to the last page: also the rows of other laptops, and that what the screens show follows
 * from the journal. Long; nothing else is done meanwhile. Nothing is changed. */
void imp_backlog_check_deep_async (ImpBacklog *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
ImpCheck *imp_backlog_check_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

G_END_DECLS
