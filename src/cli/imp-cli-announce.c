/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * improve announce: drafts "what we fixed" and writes it in one of its forms. */
#include "config.h"

#include "backlog/imp-backlog-announcements.h"
#include "cli/imp-cli-command.h"

#include <glib/gi18n-lib.h>

#include "publish/imp-document.h"

static void
add_options (GOptionContext *context, ImpCliOptions *options)
{
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options->from,
      N_ ("The first day of the period, as 2026-11-01"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options->to, N_ ("Its last day"), N_ ("DATE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
      N_ ("Write to FILE: .pdf, .html, .md or .txt (without it, or as “-”, here)"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options->format,
      N_ ("Write it as pdf, html, md or txt, whatever the name of the file (without both, txt)"),
      N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
check_date (const char *option, const char *text, GError **error)
{
  if (text == NULL)
    return imp_cli_refuse (error, _ ("%s is missing"), option);
  return imp_cli_check_day (text, error);
}

static gboolean
goes_to_file (const ImpCliOptions *options)
{
  return options->output != NULL && !imp_cli_is_stdout (options->output);
}

static gboolean
find_form (const ImpCliOptions *options, ImpForm *form)
{
  *form = IMP_FORM_TEXT;
  if (options->format != NULL)
    return imp_form_from_name (options->format, form);
  return !goes_to_file (options) || imp_form_from_path (options->output, form);
}

static gboolean
check (const ImpCliOptions *options, GError **error)
{
  ImpForm form;

  if (!check_date ("--from", options->from, error) || !check_date ("--to", options->to, error))
    return FALSE;
  if (imp_date_parse (options->from) > imp_date_parse (options->to))
    return imp_cli_refuse (error, _ ("The period ends before it begins"));
  if (find_form (options, &form))
    return TRUE;
  if (options->format != NULL)
    return imp_cli_refuse (error, _ ("There is no format “%s”"), options->format);
  return imp_cli_refuse (error, _ ("The name of the file ends in none of .pdf, .html, .md, .txt"));
}

/* What the thread makes of an issue. Owned by its task. */
typedef struct
{
  ImpIssue *issue;
  ImpForm form;
  char *path;    /* NULL: into bytes */
  GBytes *bytes; /* once they are there */
} Output;

static void
output_free (Output *self)
{
  imp_issue_unref (self->issue);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->path);
  g_free (self);
}

static gboolean
write_output (Output *self, GError **error)
{
  const ImpPaper *paper = imp_paper_from_locale ();

  if (self->path != NULL)
    return imp_issue_write_as (self->issue, paper, self->form, self->path, error);
  self->bytes = imp_issue_to_bytes (self->issue, paper, self->form, error);
  return self->bytes != NULL;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_output (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Output *output = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      imp_cli_job_fail (data, error);
      return;
    }
  if (output->bytes != NULL)
    imp_cli_job_print_bytes (data, output->bytes);
  imp_cli_job_finish (data, IMP_CLI_DONE);
}

static void
write_issue (ImpIssue *issue, ImpCliJob *job)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, written_cb, job);
  Output *output = g_new0 (Output, 1);

  output->issue = imp_issue_ref (issue);
  find_form (job->options, &output->form);
  if (goes_to_file (job->options))
    output->path = imp_cli_job_dup_path (job, job->options->output);
  g_task_set_task_data (task, output, (GDestroyNotify) output_free);
  g_task_run_in_thread (task, write_in_thread);
}

/* A page with nothing on it is what was asked for, but seldom what was meant. */
static void
warn_if_empty (const ImpIssue *issue, ImpCliJob *job)
{
  if (imp_issue_count_fixes (issue) + issue->told_count == 0)
    imp_cli_job_complain (job, _ ("No fix was delivered or confirmed in that period"));
}

/* What is printed here is kept nowhere, so it tells nothing in the eyes of a later one. */
static void
say_what_was_told (const ImpIssue *issue, ImpCliJob *job)
{
  if (issue->told_count > 0)
    imp_cli_job_complain (
        job,
        ngettext ("%'d fix of that period is left out: a published announcement has told it. What "
                  "is written here does not count as told",
                  "%'d fixes of that period are left out: published announcements have told them. "
                  "What is written here does not count as told",
                  (gulong) issue->told_count),
        issue->told_count);
}

static void
drafted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpCliJob *job = data;
  GError *error = NULL;
  g_autoptr (ImpIssue) issue = imp_backlog_issue_finish (IMP_BACKLOG (source), result, &error);

  if (issue == NULL)
    {
      imp_cli_job_fail (job, error);
      return;
    }
  warn_if_empty (issue, job);
  say_what_was_told (issue, job);
  write_issue (issue, job);
}

static void
run (ImpCliJob *job)
{
  imp_backlog_draft_issue_async (job->backlog, imp_date_parse (job->options->from),
                                 imp_date_parse (job->options->to), job->cancellable, drafted_cb,
                                 job);
}

const ImpCliCommand imp_cli_announce = {
  .name = "announce",
  .usage = "--from DATE --to DATE [-o FILE] [--format FORMAT]",
  .summary = N_ ("Write what was fixed in a period, for everybody to read"),
  .details =
      N_ ("This is a draft that the backlog does not keep: its fixes do not count as told, nor "
          "do those of drafts in the window, where they can be edited and published."),
  .add_options = add_options,
  .check = check,
  .run = run,
};
