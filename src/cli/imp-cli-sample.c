/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * improve sample: fills an empty backlog with that of a made-up organisation. */
#include "config.h"

#include "backlog/imp-backlog-files.h"
#include "cli/imp-cli-command.h"
#include "cli/imp-cli-outcome.h"

#include <glib/gi18n-lib.h>

#define SAMPLE_RESOURCE "/org/example/Improve/sample-backlog.json"

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpCliJob *job = data;
  GError *error = NULL;
  g_autoptr (ImpImportOutcome) outcome =
      imp_backlog_import_finish (IMP_BACKLOG (source), result, &error);

  if (outcome == NULL)
    {
      imp_cli_job_fail (job, error);
      return;
    }
  imp_cli_outcome_print (outcome, FALSE, job);
  imp_cli_job_finish (job, IMP_CLI_DONE);
}

static void
fill (ImpCliJob *job)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data (SAMPLE_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  ImpImportRequest request = { .format = IMP_FORMAT_BACKLOG,
                               .move_to_today = TRUE,
                               .bytes = bytes };

  if (bytes == NULL)
    imp_cli_job_fail (job, error);
  else
    imp_backlog_import_async (job->backlog, &request, job->cancellable, imported_cb, job);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpCliJob *job = data;
  GError *error = NULL;
  gboolean empty = FALSE;

  if (!imp_backlog_look_empty_finish (IMP_BACKLOG (source), result, &empty, &error))
    imp_cli_job_fail (job, error);
  else if (empty)
    fill (job);
  else
    {
      imp_cli_job_complain (job, _ ("The backlog is not empty, so it was left as it is"));
      imp_cli_job_finish (job, IMP_CLI_DONE);
    }
}

static void
run (ImpCliJob *job)
{
  imp_backlog_look_empty_async (job->backlog, job->cancellable, looked_cb, job);
}

const ImpCliCommand imp_cli_sample = {
  .name = "sample",
  .usage = "[--backlog FILE]",
  .summary = N_ ("Fill an empty backlog with a sample, to try things out"),
  .details = N_ ("The sample is the last half year of a made-up organisation, up to today. A "
                 "backlog that holds anything already is left as it is."),
  .makes_backlog = TRUE,
  .run = run,
};
