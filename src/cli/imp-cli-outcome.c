/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Puts the outcome of an import into words. */
#include "config.h"

#include "cli/imp-cli-outcome.h"

#include <glib/gi18n-lib.h>

#include "cli/imp-cli-facts.h"
#include "cli/imp-cli-text.h"

/* What a round brings that is no new item. */
static void
add_round_facts (ImpCliTable *facts, const ImpImportOutcome *outcome)
{
  if (outcome->n_changed > 0)
    imp_cli_facts_add (
        facts, "", ngettext ("%'u of them with news", "%'u of them with news", outcome->n_changed),
        outcome->n_changed);
  if (outcome->n_contested > 0)
    imp_cli_facts_add (facts, _ ("Written differently here"),
                       ngettext ("%'u field, in Changes to Look At",
                                 "%'u fields, in Changes to Look At", outcome->n_contested),
                       outcome->n_contested);
}

/* NULL for the kinds that are only links and parts of others. */
static const char *
get_kind_format (ImpKind kind, guint n)
{
  switch (kind)
    {
    case IMP_KIND_SITE:
      return ngettext ("%'u site", "%'u sites", n);
    case IMP_KIND_DEPARTMENT:
      return ngettext ("%'u department", "%'u departments", n);
    case IMP_KIND_OFFERING:
      return ngettext ("%'u offering", "%'u offerings", n);
    case IMP_KIND_PERSON:
      return ngettext ("%'u person", "%'u people", n);
    case IMP_KIND_IRRITANT:
      return ngettext ("%'u irritant", "%'u irritants", n);
    case IMP_KIND_REPORT:
      return ngettext ("%'u report", "%'u reports", n);
    case IMP_KIND_FIX:
      return ngettext ("%'u fix", "%'u fixes", n);
    case IMP_KIND_PROMISE:
      return ngettext ("%'u promise", "%'u promises", n);
    case IMP_KIND_CONFIRMATION:
      return ngettext ("%'u confirmation", "%'u confirmations", n);
    case IMP_KIND_ANNOUNCEMENT:
      return ngettext ("%'u announcement", "%'u announcements", n);
    case IMP_KIND_ATTACHMENT:
      return ngettext ("%'u photo or file", "%'u photos and files", n);
    case IMP_KIND_STEP:
      return ngettext ("%'u step", "%'u steps", n);
    case IMP_KIND_OUTCOME:
      return ngettext ("%'u outcome", "%'u outcomes", n);
    case IMP_KIND_TAGGING:
      return ngettext ("%'u tag", "%'u tags", n);
    case IMP_KIND_VIEW:
      return ngettext ("%'u saved view", "%'u saved views", n);
    case IMP_KIND_ROUND:
      return ngettext ("%'u round", "%'u rounds", n);
    case IMP_KIND_OBSERVATION:
      return ngettext ("%'u remark", "%'u remarks", n);
    case IMP_KIND_NONE:
    case IMP_KIND_ORGANISATION:
    case IMP_KIND_REMOVAL:
    case IMP_KIND_ENTRY:
    case IMP_KIND_MEETING:
    case IMP_KIND_TOLD:
    case IMP_N_KINDS:
      break;
    }
  return NULL;
}

/* "446 irritants, 446 reports, 210 people". */
static char *
count_in_words (const guint *n_of_kind)
{
  /* What a person looks for first. */
  static const ImpKind order[] = {
    IMP_KIND_IRRITANT,    IMP_KIND_REPORT,       IMP_KIND_PERSON,     IMP_KIND_SITE,
    IMP_KIND_FIX,         IMP_KIND_CONFIRMATION, IMP_KIND_PROMISE,    IMP_KIND_ANNOUNCEMENT,
    IMP_KIND_OFFERING,    IMP_KIND_DEPARTMENT,   IMP_KIND_ATTACHMENT, IMP_KIND_STEP,
    IMP_KIND_OUTCOME,     IMP_KIND_TAGGING,      IMP_KIND_VIEW,       IMP_KIND_ROUND,
    IMP_KIND_OBSERVATION,
  };
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint n = n_of_kind[order[i]];

      if (n > 0 && words->len > 0)
        g_string_append (words, ", ");
      if (n > 0)
        g_string_append_printf (words, get_kind_format (order[i], n), n);
    }
  if (words->len == 0)
    g_string_append (words, _ ("nothing"));
  return g_string_free (words, FALSE);
}

static void
print_columns (const ImpImportOutcome *outcome, GString *out)
{
  if (outcome->columns->len == 0)
    return;
  g_string_append_printf (out, "%s\n", _ ("What each column becomes:"));
  for (guint i = 0; i < outcome->columns->len; i++)
    {
      const ImpImportColumn *column = g_ptr_array_index (outcome->columns, i);

      g_string_append_printf (out, "  %s → %s", column->name, column->becomes);
      if (column->sample != NULL)
        g_string_append_printf (out, " (%s)", column->sample);
      g_string_append_c (out, '\n');
    }
  g_string_append_c (out, '\n');
}

static void
print_counts (const ImpImportOutcome *outcome, gboolean dry_run, ImpCliJob *job)
{
  g_autoptr (ImpCliTable) facts = imp_cli_facts_new ();
  g_autofree char *taken = count_in_words (outcome->n_new);
  g_autofree char *known = count_in_words (outcome->n_known);

  imp_cli_facts_add (facts, _ ("Rows read"), "%'u", outcome->n_rows);
  if (outcome->n_earlier > 0)
    imp_cli_facts_add (facts, "",
                       ngettext ("%'u of them: earlier state of what a later row says",
                                 "%'u of them: earlier states of what later rows say",
                                 outcome->n_earlier),
                       outcome->n_earlier);
  imp_cli_facts_add (facts, dry_run ? _ ("Would be taken in") : _ ("Taken in"), "%s", taken);
  imp_cli_facts_add (facts, _ ("Here already"), "%s", known);
  add_round_facts (facts, outcome);
  if (!outcome->is_round)
    imp_cli_facts_add (facts, dry_run ? _ ("Would not be taken") : _ ("Not taken"),
                       ngettext ("%'u row", "%'u rows", outcome->not_taken->len),
                       outcome->not_taken->len);
  imp_cli_table_print (facts, job->width, job->out);
}

static void
report_not_taken (const ImpImportOutcome *outcome, gboolean dry_run, ImpCliJob *job)
{
  guint n = outcome->not_taken->len;

  if (n == 0)
    return;
  imp_cli_job_complain (
      job,
      dry_run ? ngettext ("%'u row would not be taken:", "%'u rows would not be taken:", n)
              : ngettext ("%'u row was not taken:", "%'u rows were not taken:", n),
      n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *why = imp_cli_text_clip (g_ptr_array_index (outcome->not_taken, i), 300);

      g_string_append_printf (job->err, "  %s\n", why);
    }
}

void
imp_cli_outcome_print_untitled (const ImpImportOutcome *outcome, ImpCliJob *job)
{
  imp_cli_job_complain (job, "%s",
                        _ ("Cannot import the file: no column says what the irritant is. Name one "
                           "with --map \"COLUMN=title\". The columns:"));
  for (guint i = 0; i < outcome->columns->len; i++)
    {
      const ImpImportColumn *column = g_ptr_array_index (outcome->columns, i);

      g_string_append_printf (job->err, "  %s\n", column->name);
    }
}

void
imp_cli_outcome_print (const ImpImportOutcome *outcome, gboolean dry_run, ImpCliJob *job)
{
  print_columns (outcome, job->out);
  print_counts (outcome, dry_run, job);
  report_not_taken (outcome, dry_run, job);
}
