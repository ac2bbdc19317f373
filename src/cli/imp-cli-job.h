/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One command under way: what it works on, and what it has said. */
#pragma once

#include "backlog/imp-backlog.h"
#include "base/imp-progress.h"

G_BEGIN_DECLS

/* The promise to scripts; the man pages list it. */
typedef enum
{
  IMP_CLI_DONE = 0,
  IMP_CLI_FAILED = 1,
  IMP_CLI_USAGE = 2,
  IMP_CLI_PARTLY = 3, /* done, but some rows were not taken */
} ImpCliExit;

/* The options of all commands; each uses its own. Owned by its request. */
typedef struct
{
  char *backlog; /* as given; NULL: one's own */
  gboolean help;
  char **files;

  char *by, *department, *site, *offering; /* record */
  char *people, *often, *minutes, *known, *date;
  char **photos;

  char *as; /* import */
  char **map;
  gboolean dry_run;

  int limit; /* rank: below 0 is not given, 0 is all */
  char *order;
  gboolean all;
  gboolean json;
  char *paper;

  char *output; /* rank, announce */
  char *format;

  char *from; /* announce */
  char *to;

  char *round; /* export */
  gboolean with_people;

  gboolean list;         /* backup */
  gboolean deep;         /* check */
  gboolean from_damaged; /* restore */
} ImpCliOptions;

typedef struct _ImpCliCommand ImpCliCommand;

/* One command under way. Main thread. Owned by the call that started it: it ends, and is gone,
 * with imp_cli_job_finish() or imp_cli_job_fail(). */
typedef struct
{
  GTask *task;
  ImpBacklog *backlog; /* NULL for a command that works on a closed one, unless it is open here */
  char *path;          /* its file */
  const ImpCliOptions *options;
  char *folder;              /* where the caller stands, absolute */
  int width;                 /* cells of the caller's terminal in a line */
  GCancellable *cancellable; /* may be NULL */
  ImpProgress *progress;     /* of what takes long; may be NULL */
  GString *out;              /* results, of any bytes */
  GString *err;              /* messages */
} ImpCliJob;

/* A file argument, which is relative to the caller's folder. */
char *imp_cli_job_dup_path (ImpCliJob *self, const char *file);
/* Whether a file argument means the standard output. */
gboolean imp_cli_is_stdout (const char *file);
void imp_cli_job_print_bytes (ImpCliJob *self, GBytes *bytes);
/* A message of its own line: "improve: …". */
void imp_cli_job_complain (ImpCliJob *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void imp_cli_job_finish (ImpCliJob *self, ImpCliExit code);
/* Says the error, which it takes over, and ends with IMP_CLI_FAILED. */
void imp_cli_job_fail (ImpCliJob *self, GError *error);

/* Runs a command on an open backlog, in this process, for whoever called. argv, folder and width
 * are the caller's; progress may be NULL. Wrong usage, help, failures and being cancelled, which
 * changes nothing, are results too: finish never fails. */
void imp_cli_run_async (ImpBacklog *backlog,
                        const char *const *argv,
                        const char *folder,
                        int width,
                        ImpProgress *progress,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data);
/* The same for a command that works on a backlog that is closed, in the file `path`. */
void imp_cli_run_closed_async (const char *path,
                               const char *const *argv,
                               const char *folder,
                               int width,
                               GAsyncReadyCallback callback,
                               gpointer data);
ImpCliExit imp_cli_run_finish (GAsyncResult *result, GBytes **out, char **err);

G_END_DECLS
