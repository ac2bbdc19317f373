/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * improve check: says where the backlog is and whether it is sound. */
#include "config.h"

#include "backlog/imp-backlog-files.h"
#include "cli/imp-cli-command.h"
#include "cli/imp-cli-facts.h"
#include "cli/imp-cli-remedy.h"

#include <glib/gi18n-lib.h>

static void
print_facts (const ImpCheck *check, ImpCliJob *job)
{
  g_autoptr (ImpCliTable) facts = imp_cli_facts_new ();
  g_autofree char *path = g_filename_display_name (check->path);
  g_autofree char *size = g_format_size (check->bytes);

  imp_cli_facts_add_path (facts, _ ("Backlog"), path);
  imp_cli_facts_add (facts, _ ("Size"), "%s", size);
  imp_cli_facts_add (facts, _ ("Version"), _ ("Improve %s, schema %d"), PACKAGE_VERSION,
                     check->schema);
  imp_cli_facts_add (facts, _ ("Items"), "%'u", check->n_items);
  imp_cli_facts_add (facts, _ ("Attachments"), "%'u", check->n_attachments);
  if (check->n_missing > 0)
    imp_cli_facts_add (facts, _ ("Not here yet"), "%'u", check->n_missing);
  imp_cli_facts_add (facts, _ ("Journal rows"), "%'u", check->n_journal_rows);
  if (job->options->deep)
    imp_cli_facts_add (facts, _ ("Received or restored"), "%'u", check->n_foreign_rows);
  if (check->problems->len == 0)
    imp_cli_facts_add (facts, _ ("Problems"), "%s", _ ("none"));
  for (guint i = 0; i < check->problems->len; i++)
    imp_cli_facts_add (facts, i == 0 ? _ ("Problems") : "", "%s",
                       (char *) g_ptr_array_index (check->problems, i));
  imp_cli_table_print (facts, job->width, job->out);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ImpCliJob *job = data;
  GError *error = NULL;
  g_autoptr (ImpCheck) check = imp_backlog_check_finish (IMP_BACKLOG (source), result, &error);

  if (check == NULL)
    {
      imp_cli_job_fail (job, error);
      return;
    }
  print_facts (check, job);
  if (check->problems->len > 0)
    {
      g_autofree char *remedy = imp_cli_remedy_dup (job->path);

      imp_cli_job_complain (job, _ ("The backlog is damaged: %s"), remedy);
    }
  imp_cli_job_finish (job, check->problems->len > 0 ? IMP_CLI_FAILED : IMP_CLI_DONE);
}

static void
run (ImpCliJob *job)
{
  if (job->options->deep)
    imp_backlog_check_deep_async (job->backlog, job->cancellable, checked_cb, job);
  else
    imp_backlog_check_async (job->backlog, job->cancellable, checked_cb, job);
}

static void
add_options (GOptionContext *context, ImpCliOptions *options)
{
  const GOptionEntry entries[] = {
    { "deep", 0, 0, G_OPTION_ARG_NONE, &options->deep,
      N_ ("Look at every page, and reckon all that is shown anew; takes longer"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

const ImpCliCommand imp_cli_check = {
  .name = "check",
  .usage = "[--deep] [--backlog FILE]",
  .summary = N_ ("Say where the backlog is, how large, and whether it is sound"),
  .only_looks = TRUE,
  .add_options = add_options,
  .run = run,
};
