/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A command from the process's start to its exit code. */
#include "config.h"

#include "cli/imp-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "backlog/imp-backlog-gone.h"
#include "base/imp-error.h"
#include "base/imp-sandbox.h"
#include "cli/imp-cli-handover.h"
#include "cli/imp-cli-remedy.h"
#include "cli/imp-cli-request.h"
#include "cli/imp-cli-text.h"
#include "cli/imp-cli-waiting.h"

#define PATIENCE_MS 5000 /* with a window that is only asked whether it is there */

/* The terminal's width; COLUMNS goes before it, as with other programs. */
static int
get_width (void)
{
  struct winsize size = { 0 };
  const char *columns = g_getenv ("COLUMNS");
  int width = columns != NULL ? atoi (columns) : 0;

  if (width <= 0 && ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
    width = size.ws_col;
  return width > 0 ? width : IMP_CLI_WIDTH;
}

static void
fill_result (ImpCliResult *result, ImpCliExit code, const char *out, const char *message)
{
  GString *err = g_string_new (NULL);

  if (message != NULL)
    imp_cli_text_append_message (err, message);
  result->code = code;
  result->out = g_bytes_new (out, strlen (out));
  result->err = g_string_free (err, FALSE);
}

static void
fill_unopened (ImpCliResult *result, const GError *error, const char *path)
{
  GString *err = g_string_new (NULL);

  imp_cli_remedy_append_error (err, error, path);
  result->code = IMP_CLI_FAILED;
  result->out = g_bytes_new (NULL, 0);
  result->err = g_string_free (err, FALSE);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* Runs the main loop until finished_cb has been called with `result`. */
static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (result);
}

static ImpBacklog *
open_backlog (const char *path, gboolean only_looks, GError **error)
{
  const ImpClock clock = imp_clock_system ();
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  (only_looks ? imp_backlog_look_into_async : imp_backlog_open_async) (
      path, g_get_real_name (), &clock, NULL, finished_cb, &slot);
  result = wait_for (&slot);
  return imp_backlog_open_finish (result, error);
}

static void
close_backlog (ImpBacklog *backlog, ImpCliResult *outcome)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  imp_backlog_close_async (backlog, finished_cb, &slot);
  result = wait_for (&slot);
  if (imp_backlog_close_finish (backlog, result, &error))
    return;
  imp_cli_result_clear (outcome);
  fill_result (outcome, IMP_CLI_FAILED, "", error->message);
}

static void
run_here (const char *path,
          const char *const *argv,
          const char *folder,
          int width,
          gboolean only_looks,
          ImpCliResult *outcome)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpBacklog) backlog = open_backlog (path, only_looks, &error);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (ImpCliWaiting) waiting = NULL;
  GAsyncResult *slot = NULL;

  if (backlog == NULL)
    {
      fill_unopened (outcome, error, path);
      return;
    }
  waiting = imp_cli_waiting_new ();
  imp_cli_run_async (backlog, argv, folder, width, imp_cli_waiting_get_progress (waiting),
                     imp_cli_waiting_get_cancellable (waiting), finished_cb, &slot);
  result = wait_for (&slot);
  g_clear_pointer (&waiting, imp_cli_waiting_free);
  outcome->code = imp_cli_run_finish (result, &outcome->out, &outcome->err);
  close_backlog (backlog, outcome);
}

static void
run_closed (const char *path,
            const char *const *argv,
            const char *folder,
            int width,
            ImpCliResult *outcome)
{
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  imp_cli_run_closed_async (path, argv, folder, width, finished_cb, &slot);
  result = wait_for (&slot);
  outcome->code = imp_cli_run_finish (result, &outcome->out, &outcome->err);
}

static gboolean
works_closed (const ImpCliRequest *request)
{
  return request->command->works_closed != NULL
         && request->command->works_closed (&request->options);
}

/* A file one may not look at is there for all we know: opening it says why it cannot be. So it does
 * where a sandbox hides it, or it is gone. */
static gboolean
may_exist (const char *path)
{
  return g_access (path, F_OK) == 0 || (errno != ENOENT && errno != ENOTDIR)
         || imp_sandbox_hides (path) || imp_backlog_was_there (path);
}

/* Commands that only read do not make a backlog because of a slip in its name. */
static gboolean
is_there (const ImpCliRequest *request, const char *path, ImpCliResult *outcome)
{
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (request->command->makes_backlog || works_closed (request) || may_exist (path))
    return TRUE;
  name = g_filename_display_name (path);
  message = g_strdup_printf (_ ("Cannot open the backlog “%s”: there is none yet: check the name, "
                                "or make it with “improve import” or “improve sample”"),
                             name);
  fill_result (outcome, IMP_CLI_FAILED, "", message);
  return FALSE;
}

static void
remove_with_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* In the cache, as the sandbox would not keep a backlog in /tmp. */
static char *
make_scratch (GError **error)
{
  const char *cache = g_get_user_cache_dir ();
  g_autofree char *scratch = g_build_filename (cache, "improve-XXXXXX", NULL);

  if (g_mkdir_with_parents (cache, 0700) == 0 && g_mkdtemp (scratch) != NULL)
    return g_steal_pointer (&scratch);
  g_set_error (error, IMP_ERROR, IMP_ERROR_READ_ONLY,
               _ ("Cannot look at the file: nothing can be written in “%s” (%s): make room there"),
               cache, g_strerror (errno));
  return NULL;
}

/* A dry run leaves nothing behind, also no empty backlog where there was none. */
static void
run_on_scratch (const char *const *argv, const char *folder, int width, ImpCliResult *outcome)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *scratch = make_scratch (&error);
  g_autofree char *path = NULL;

  if (scratch == NULL)
    {
      fill_result (outcome, IMP_CLI_FAILED, "", error->message);
      return;
    }
  path = g_build_filename (scratch, "backlog.db", NULL);
  run_here (path, argv, folder, width, FALSE, outcome);
  remove_with_files (scratch);
}

/* The open window has no part in a folder that was opened to this command. */
static gboolean
is_for_this_one (const ImpCliOptions *options)
{
  gboolean opened = options->output != NULL && imp_sandbox_is_opened (options->output);

  for (guint i = 0; options->files != NULL && options->files[i] != NULL; i++)
    opened = opened || imp_sandbox_is_opened (options->files[i]);
  for (guint i = 0; options->photos != NULL && options->photos[i] != NULL; i++)
    opened = opened || imp_sandbox_is_opened (options->photos[i]);
  return opened;
}

static void
run_request (const ImpCliRequest *request, const char *const *argv, ImpCliResult *outcome)
{
  g_autofree char *folder = g_get_current_dir ();
  g_autofree char *path = request->options.backlog != NULL
                              ? g_canonicalize_filename (request->options.backlog, folder)
                              : imp_backlog_dup_default_path ();
  int width = get_width ();

  if (is_for_this_one (&request->options) && imp_cli_is_open_elsewhere (path))
    {
      fill_result (
          outcome, IMP_CLI_FAILED, "",
          _ ("Cannot use a folder that was opened to this command alone while the window is "
             "open: close the window and repeat"));
      return;
    }
  if (!is_there (request, path, outcome)
      || imp_cli_hand_over (path, argv, folder, width, G_MAXINT, outcome))
    return;
  if (works_closed (request))
    run_closed (path, argv, folder, width, outcome);
  else if (request->options.dry_run && !may_exist (path))
    run_on_scratch (argv, folder, width, outcome);
  else
    run_here (path, argv, folder, width, request->command->only_looks, outcome);
}

static gboolean
write_all (const char *data, gsize size, FILE *file)
{
  return (size == 0 || fwrite (data, 1, size, file) == size) && fflush (file) == 0;
}

/* A full disk behind the standard output is a failure too. */
static int
deliver (const ImpCliResult *outcome)
{
  g_autofree char *message = NULL;
  g_autoptr (GString) err = g_string_new (NULL);
  gsize size;
  const char *out = g_bytes_get_data (outcome->out, &size);

  if (!write_all (out, size, stdout))
    {
      message = g_strdup_printf (_ ("Cannot write the result: %s: make room and repeat"),
                                 g_strerror (errno));
      imp_cli_text_append_message (err, message);
    }
  write_all (outcome->err, strlen (outcome->err), stderr);
  write_all (err->str, err->len, stderr);
  return err->len > 0 ? IMP_CLI_FAILED : outcome->code;
}

gboolean
imp_cli_is_wanted (const char *const *argv)
{
  for (guint i = argv[0] != NULL ? 1 : 0; argv[i] != NULL; i++)
    {
      if (g_str_equal (argv[i], "--backlog") && argv[i + 1] != NULL)
        i++;
      else if (!g_str_has_prefix (argv[i], "--backlog=") && !g_str_equal (argv[i], "--record")
               && !g_str_has_prefix (argv[i], "--gapplication-"))
        return TRUE;
    }
  return FALSE;
}

int
imp_cli_main (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpCliRequest) request = imp_cli_request_new (argv, &error);
  g_auto (ImpCliResult) outcome = { 0 };

  if (request == NULL)
    fill_result (&outcome, IMP_CLI_USAGE, "", error->message);
  else if (request->command == NULL)
    fill_result (&outcome, IMP_CLI_DONE, request->text, NULL);
  else
    run_request (request, argv, &outcome);
  return deliver (&outcome);
}

gboolean
imp_cli_is_open_elsewhere (const char *backlog_path)
{
  static const char *const argv[] = { "improve", "--version", NULL };
  g_auto (ImpCliResult) ignored = { 0 };

  return imp_cli_hand_over (backlog_path, argv, "/", IMP_CLI_WIDTH, PATIENCE_MS, &ignored);
}
