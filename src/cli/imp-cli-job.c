/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Runs one command and gathers what it says. */
#include "config.h"

#include "cli/imp-cli-job.h"

#include <glib/gi18n-lib.h>

#include "cli/imp-cli-remedy.h"
#include "cli/imp-cli-request.h"
#include "cli/imp-cli-text.h"

#define MAX_WIDTH 1000 /* of a line, whatever the caller says */

/* The job with what only its start and end know. */
typedef struct
{
  ImpCliJob job;
  ImpCliRequest *request;
} OwnedJob;

static OwnedJob *
owned_job_new (GTask *task, ImpBacklog *backlog, const char *path, const char *folder, int width)
{
  OwnedJob *self = g_new0 (OwnedJob, 1);

  self->job.task = task;
  g_set_object (&self->job.backlog, backlog);
  self->job.path = g_strdup (path);
  self->job.folder = g_strdup (folder);
  self->job.width = CLAMP (width, 1, MAX_WIDTH);
  self->job.out = g_string_new (NULL);
  self->job.err = g_string_new (NULL);
  return self;
}

static void
owned_job_free (OwnedJob *self)
{
  g_clear_object (&self->job.backlog);
  g_clear_object (&self->job.cancellable);
  g_clear_pointer (&self->job.progress, imp_progress_unref);
  g_clear_pointer (&self->request, imp_cli_request_free);
  g_free (self->job.path);
  g_free (self->job.folder);
  g_string_free (self->job.out, TRUE);
  g_string_free (self->job.err, TRUE);
  g_free (self);
}

char *
imp_cli_job_dup_path (ImpCliJob *self, const char *file)
{
  return g_canonicalize_filename (file, self->folder);
}

gboolean
imp_cli_is_stdout (const char *file)
{
  return g_str_equal (file, "-");
}

void
imp_cli_job_print_bytes (ImpCliJob *self, GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_string_append_len (self->out, data, (gssize) size);
}

void
imp_cli_job_complain (ImpCliJob *self, const char *format, ...)
{
  va_list args;
  g_autofree char *message = NULL;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  imp_cli_text_append_message (self->err, message);
}

void
imp_cli_job_finish (ImpCliJob *self, ImpCliExit code)
{
  g_autoptr (GTask) task = self->task;

  g_task_return_int (task, code);
}

void
imp_cli_job_fail (ImpCliJob *self, GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    imp_cli_job_complain (self, "%s", _ ("Cancelled: nothing was changed"));
  else if (self->backlog != NULL)
    imp_cli_remedy_append_error (self->err, error, self->path);
  else
    imp_cli_job_complain (self, "%s", error->message);
  g_error_free (error);
  imp_cli_job_finish (self, IMP_CLI_FAILED);
}

/* Takes over `self`, which its task owns from here on. */
static void
start (OwnedJob *self, const char *const *argv)
{
  GTask *task = self->job.task;
  g_autoptr (GError) error = NULL;

  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, self, (GDestroyNotify) owned_job_free);
  self->request = imp_cli_request_new (argv, &error);
  if (self->request == NULL)
    {
      imp_cli_job_complain (&self->job, "%s", error->message);
      imp_cli_job_finish (&self->job, IMP_CLI_USAGE);
    }
  else if (self->request->command == NULL)
    {
      g_string_append (self->job.out, self->request->text);
      imp_cli_job_finish (&self->job, IMP_CLI_DONE);
    }
  else
    {
      self->job.options = &self->request->options;
      self->request->command->run (&self->job);
    }
}

void
imp_cli_run_async (ImpBacklog *backlog,
                   const char *const *argv,
                   const char *folder,
                   int width,
                   ImpProgress *progress,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer data)
{
  OwnedJob *self = owned_job_new (g_task_new (NULL, NULL, callback, data), backlog,
                                  imp_backlog_get_path (backlog), folder, width);

  g_set_object (&self->job.cancellable, cancellable);
  self->job.progress = progress != NULL ? imp_progress_ref (progress) : NULL;
  start (self, argv);
}

void
imp_cli_run_closed_async (const char *path,
                          const char *const *argv,
                          const char *folder,
                          int width,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  start (owned_job_new (g_task_new (NULL, NULL, callback, data), NULL, path, folder, width), argv);
}

ImpCliExit
imp_cli_run_finish (GAsyncResult *result, GBytes **out, char **err)
{
  GTask *task = G_TASK (result);
  OwnedJob *self = g_task_get_task_data (task);

  *out = g_bytes_new (self->job.out->str, self->job.out->len);
  *err = g_strdup (self->job.err->str);
  return g_task_propagate_int (task, NULL);
}
