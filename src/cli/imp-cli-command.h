/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The commands of the command line, each of them one row of a table. */
#pragma once

#include "cli/imp-cli-job.h"

G_BEGIN_DECLS

/* One command. Static. A new one is a file with such a row, its name in the list of
 * imp-cli-commands.c, and a man page. */
struct _ImpCliCommand
{
  const char *name;
  const char *usage;      /* what follows the name */
  const char *summary;    /* one line, marked for translation */
  const char *details;    /* a paragraph for its help, marked for translation; may be NULL */
  guint n_files;          /* arguments that are no options */
  guint n_more_files;     /* that may be left out */
  gboolean makes_backlog; /* where there is none yet */
  gboolean only_looks;    /* the file stays as it is, to the last byte */

  /* Adds its own options; may be NULL. */
  void (*add_options) (GOptionContext *context, ImpCliOptions *options);
  /* Finds what no option by itself shows to be wrong; may be NULL. Sets a GOptionError. */
  gboolean (*check) (const ImpCliOptions *options, GError **error);
  /* Whether the backlog need not, or must not, be opened for it; may be NULL: it must. */
  gboolean (*works_closed) (const ImpCliOptions *options);
  /* Starts the work, which ends in imp_cli_job_finish() or imp_cli_job_fail(). */
  void (*run) (ImpCliJob *job);
};

extern const ImpCliCommand imp_cli_record;
extern const ImpCliCommand imp_cli_import;
extern const ImpCliCommand imp_cli_rank;
extern const ImpCliCommand imp_cli_rounds;
extern const ImpCliCommand imp_cli_announce;
extern const ImpCliCommand imp_cli_export;
extern const ImpCliCommand imp_cli_sample;
extern const ImpCliCommand imp_cli_check;
extern const ImpCliCommand imp_cli_backup;
extern const ImpCliCommand imp_cli_restore;

/* All of them in the order of the help, NULL-terminated. */
const ImpCliCommand *const *imp_cli_commands (void);
const ImpCliCommand *imp_cli_find_command (const char *name); /* NULL if there is none */

/* For check(): always returns FALSE. */
gboolean imp_cli_refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* The same for what is no day. */
gboolean imp_cli_check_day (const char *text, GError **error);

G_END_DECLS
