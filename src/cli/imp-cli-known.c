/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is like an irritant that was recorded from a command line. */
#include "config.h"

#include "cli/imp-cli-known.h"

#include "backlog/imp-backlog-similar.h"
#include "cli/imp-cli-text.h"

#include <glib/gi18n-lib.h>

#define MAX_KNOWN 3

/* One that is recorded, while what is like it is looked for. */
typedef struct
{
  ImpCliJob *job;
  ImpItem item;
} Recorded;

static void
print_known (ImpCliJob *job, const ImpSimilar *known)
{
  g_autofree char *title = imp_cli_text_clip (known->title, job->width);

  g_string_append (job->out, "  ");
  /* Translators: an irritant, its state, and how many colleagues reported it. */
  g_string_append_printf (
      job->out, ngettext ("%1$s (%2$s, %3$u voice)", "%1$s (%2$s, %3$u voices)", known->n_voices),
      title, imp_state_get_label (known->state), known->n_voices);
  g_string_append_c (job->out, '\n');
}

/* What was recorded just now is like itself. */
static void
print_all_known (ImpCliJob *job, GPtrArray *similar, ImpItem recorded)
{
  guint n_printed = 0;

  for (guint i = 0; i < similar->len && n_printed < MAX_KNOWN; i++)
    {
      const ImpSimilar *known = similar->pdata[i];

      if (known->item == recorded)
        continue;
      if (n_printed++ == 0)
        g_string_append_printf (job->out, "%s\n", _ ("Perhaps known already:"));
      print_known (job, known);
    }
  if (n_printed > 0)
    g_string_append_printf (job->out, "%s\n",
                            _ ("To look at them, search in the window; what is the same can be "
                               "merged there with Select Several."));
}

/* It is recorded, whether anything like it can be found or not. */
static void
similar_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Recorded *recorded = data;
  ImpCliJob *job = recorded->job;
  g_autoptr (GPtrArray) similar =
      imp_backlog_find_similar_finish (IMP_BACKLOG (source), result, NULL);

  if (similar != NULL)
    print_all_known (job, similar, recorded->item);
  g_free (recorded);
  imp_cli_job_finish (job, IMP_CLI_DONE);
}

void
imp_cli_known_finish (ImpCliJob *job, const char *words, ImpItem item)
{
  Recorded *recorded = g_new0 (Recorded, 1);

  recorded->job = job;
  recorded->item = item;
  imp_backlog_find_similar_async (job->backlog, words, job->options->site, job->options->offering,
                                  job->cancellable, similar_found_cb, recorded);
}
