/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The ranked list as paper and files. */
#include "config.h"

#include "cli/imp-cli-list.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-list-document.h"
#include "base/imp-file-replace.h"
#include "cli/imp-cli-command.h"

static gboolean
goes_to_file (const ImpCliOptions *options)
{
  return options->output != NULL && !imp_cli_is_stdout (options->output);
}

/* As --format says, else as the file is named. */
static const char *
get_format (const ImpCliOptions *options)
{
  return options->json ? "json" : options->format;
}

gboolean
imp_cli_list_is_text (const ImpCliOptions *options)
{
  const char *format = get_format (options);

  if (format != NULL)
    return g_str_equal (format, "text") || g_str_equal (format, "txt");
  return !goes_to_file (options) || g_str_has_suffix (options->output, ".txt");
}

static gboolean
find_form (const ImpCliOptions *options, ImpListForm *form)
{
  const char *format = get_format (options);

  return format != NULL ? imp_list_form_from_name (format, form)
                        : imp_list_form_from_path (options->output, form);
}

gboolean
imp_cli_list_is_for_people (const ImpCliOptions *options)
{
  ImpListForm form;

  return imp_cli_list_is_text (options)
         || (find_form (options, &form) && form == IMP_LIST_FORM_PDF);
}

/* NULL for one that is not known. */
static const ImpPaper *
find_paper (const ImpCliOptions *options)
{
  if (options->paper == NULL)
    return imp_paper_from_locale ();
  if (g_ascii_strcasecmp (options->paper, "a4") == 0)
    return &imp_paper_a4;
  return g_ascii_strcasecmp (options->paper, "letter") == 0 ? &imp_paper_letter : NULL;
}

static gboolean
check_form (const ImpCliOptions *options, GError **error)
{
  ImpListForm form;

  if (find_form (options, &form))
    return TRUE;
  if (options->format != NULL)
    return imp_cli_refuse (error, _ ("There is no format “%s”: pdf, csv, json or text"),
                           options->format);
  return imp_cli_refuse (error, _ ("The name of the file ends in none of .pdf, .csv, .json, .txt"));
}

gboolean
imp_cli_list_check (const ImpCliOptions *options, GError **error)
{
  if (find_paper (options) == NULL)
    return imp_cli_refuse (error, _ ("There is no paper “%s”: a4 or letter"), options->paper);
  if (options->json && options->format != NULL && !g_str_equal (options->format, "json"))
    return imp_cli_refuse (error, _ ("--json and --format say different things"));
  return imp_cli_list_is_text (options) || check_form (options, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpCliJob *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = imp_list_document_write_finish (result, &error);

  if (bytes == NULL)
    {
      imp_cli_job_fail (job, error);
      return;
    }
  if (!goes_to_file (job->options))
    imp_cli_job_print_bytes (job, bytes);
  imp_cli_job_finish (job, IMP_CLI_DONE);
}

void
imp_cli_list_write (ImpCliJob *job, ImpRankedTable *table)
{
  const ImpCliOptions *options = job->options;
  g_autofree char *path =
      goes_to_file (options) ? imp_cli_job_dup_path (job, options->output) : NULL;
  ImpListForm form = IMP_LIST_FORM_JSON;

  find_form (options, &form);
  imp_list_document_write_async (job->backlog, table, form, find_paper (options), path,
                                 job->progress, job->cancellable, written_cb, job);
}

/* What was printed, for a file. Owned by its task. */
typedef struct
{
  char *path;
  GBytes *text;
} Text;

static void
text_free (gpointer data)
{
  Text *text = data;

  g_free (text->path);
  g_bytes_unref (text->text);
  g_free (text);
}

static void
write_text_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Text *text = data;
  GError *error = NULL;

  if (imp_file_replace_bytes (text->path, text->text, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
text_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    imp_cli_job_finish (data, IMP_CLI_DONE);
  else
    imp_cli_job_fail (data, error);
}

void
imp_cli_list_finish_text (ImpCliJob *job)
{
  g_autoptr (GTask) task = NULL;
  Text *text;

  if (!goes_to_file (job->options))
    {
      imp_cli_job_finish (job, IMP_CLI_DONE);
      return;
    }
  text = g_new (Text, 1);
  *text = (Text) { imp_cli_job_dup_path (job, job->options->output),
                   g_bytes_new (job->out->str, job->out->len) };
  g_string_truncate (job->out, 0);
  task = g_task_new (job->backlog, NULL, text_written_cb, job);
  g_task_set_task_data (task, text, text_free);
  imp_backlog_hold (job->backlog, task);
  g_task_run_in_thread (task, write_text_in_thread);
}
