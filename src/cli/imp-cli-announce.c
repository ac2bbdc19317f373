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
      N_ ("Write to FILE: .pdf, .html, .md or .txt (without it, text for reading here)"),
      N_ ("FILE") },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
check_date (const char *option, const char *text, GError **error)
{
  if (text == NULL)
    return imp_cli_refuse (error, _ ("%s is missing"), option);
  if (imp_date_parse (text) == IMP_DATE_NONE)
    return imp_cli_refuse (error, _ ("There is no day “%s”: write it as 2026-11-21"), text);
  return TRUE;
}

static gboolean
check (const ImpCliOptions *options, GError **error)
{
  ImpForm form;

  if (!check_date ("--from", options->from, error) || !check_date ("--to", options->to, error))
    return FALSE;
  if (imp_date_parse (options->from) > imp_date_parse (options->to))
    return imp_cli_refuse (error, _ ("The period ends before it begins"));
  if (options->output != NULL && !imp_form_from_path (options->output, &form))
    return imp_cli_refuse (error,
                           _ ("The name of the file ends in none of .pdf, .html, .md, .txt"));
  return TRUE;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *path = g_object_get_data (G_OBJECT (task), "path");
  GError *error = NULL;

  if (imp_issue_write (data, imp_paper_from_locale (), path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    imp_cli_job_finish (data, IMP_CLI_DONE);
  else
    imp_cli_job_fail (data, error);
}

static void
write_file (ImpIssue *issue, ImpCliJob *job)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, written_cb, job);

  g_task_set_task_data (task, imp_issue_ref (issue), (GDestroyNotify) imp_issue_unref);
  g_object_set_data_full (G_OBJECT (task), "path", imp_cli_job_dup_path (job, job->options->output),
                          g_free);
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
print (const ImpIssue *issue, ImpCliJob *job)
{
  g_autofree char *text = imp_issue_to_text (issue);

  g_string_append (job->out, text);
  imp_cli_job_finish (job, IMP_CLI_DONE);
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
  if (job->options->output != NULL)
    write_file (issue, job);
  else
    print (issue, job);
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
  .usage = "--from DATE --to DATE [-o FILE]",
  .summary = N_ ("Write what was fixed in a period, for everybody to read"),
  .details =
      N_ ("This is a draft that the backlog does not keep: its fixes do not count as told, nor "
          "do those of drafts in the window, where they can be edited and published."),
  .add_options = add_options,
  .check = check,
  .run = run,
};
