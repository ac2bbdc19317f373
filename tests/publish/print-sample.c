/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Writes the sample issues as files, to be looked at: print-sample FOLDER. */
#include "config.h"

#include "publish/imp-briefing-pages.h"
#include "publish/imp-document.h"
#include "publish/imp-list-pages.h"
#include "publish/imp-pdf.h"
#include "publish/imp-readback-pages.h"
#include "publish/imp-reason-pages.h"
#include "sample-issue.h"
#include "sample-round.h"
#include "sample-table.h"

static gboolean
print (const char *folder, const char *name, ImpIssue *issue, GError **error)
{
  static const struct
  {
    const char *end;
    ImpForm form;
  } ends[] = { { ".pdf", IMP_FORM_PDF },
               { ".html", IMP_FORM_HTML },
               { ".md", IMP_FORM_MARKDOWN },
               { ".txt", IMP_FORM_TEXT } };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (name, ends[i].end, NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (!imp_issue_write_as (issue, &imp_paper_a4, ends[i].form, path, error))
        return FALSE;
    }
  return TRUE;
}

/* Takes the table. */
static gboolean
print_table (const char *folder,
             const char *name,
             ImpRankedTable *table,
             const ImpPaper *paper,
             GError **error)
{
  g_autoptr (ImpRankedTable) owned = table;
  g_autoptr (ImpPages) pages = imp_list_pages_new (owned, paper, NULL, NULL, error);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return pages != NULL && imp_pages_write_pdf (pages, path, error);
}

static gboolean
print_reason (const char *folder, GError **error)
{
  g_autoptr (ImpExplanation) explanation = sample_explanation_new (3, 26);
  g_autoptr (ImpPages) pages = imp_reason_pages_new (explanation, "en", &imp_paper_a4);
  g_autofree char *path = g_build_filename (folder, "reason.pdf", NULL);

  return imp_pages_write_pdf (pages, path, error);
}

/* Takes the page. */
static gboolean
print_round (const char *folder,
             const char *name,
             ImpRoundPage *page,
             const char *language,
             const ImpPaper *paper,
             GError **error)
{
  g_autoptr (ImpRoundPage) owned = page;
  g_autoptr (ImpPages) pages =
      imp_readback_pages_new (owned, language, paper == &imp_paper_letter, paper);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return imp_pages_write_pdf (pages, path, error);
}

/* Takes the briefing. */
static gboolean
print_briefing (const char *folder,
                const char *name,
                ImpBriefing *briefing,
                const char *language,
                const ImpPaper *paper,
                GError **error)
{
  g_autoptr (ImpBriefing) owned = briefing;
  g_autoptr (ImpPages) pages = imp_briefing_pages_new (owned, language, paper);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return imp_pages_write_pdf (pages, path, error);
}

static gboolean
print_briefings (const char *folder, GError **error)
{
  return print_briefing (folder, "briefing.pdf", sample_briefing_new (), "en", &imp_paper_a4, error)
         && print_briefing (folder, "briefing-letter.pdf", sample_briefing_new (), "en",
                            &imp_paper_letter, error)
         && print_briefing (folder, "briefing-empty.pdf", sample_briefing_new_empty (), "en",
                            &imp_paper_a4, error)
         && print_briefing (folder, "briefing-many.pdf", sample_briefing_new_with (12), "en",
                            &imp_paper_a4, error)
         && print_briefing (folder, "briefing-rtl.pdf", sample_briefing_new (), "ar", &imp_paper_a4,
                            error);
}

static gboolean
print_rounds (const char *folder, GError **error)
{
  return print_round (folder, "round.pdf", sample_round_new (), "en", &imp_paper_a4, error)
         && print_round (folder, "round-letter.pdf", sample_round_new (), "en", &imp_paper_letter,
                         error)
         && print_round (folder, "round-empty.pdf", sample_round_new_empty (), "en", &imp_paper_a4,
                         error)
         && print_round (folder, "round-many.pdf", sample_round_new_with (40), "en", &imp_paper_a4,
                         error)
         && print_round (folder, "round-rtl.pdf", sample_round_new_rtl (), "ar", &imp_paper_a4,
                         error);
}

static gboolean
print_tables (const char *folder, GError **error)
{
  return print_table (folder, "list.pdf", sample_table_new (), &imp_paper_a4, error)
         && print_table (folder, "list-letter.pdf", sample_table_new (), &imp_paper_letter, error)
         && print_table (folder, "list-payback.pdf", sample_table_new_by (IMP_MEASURE_PAYBACK),
                         &imp_paper_a4, error)
         && print_table (folder, "list-wsjf.pdf", sample_table_new_by (IMP_MEASURE_WSJF),
                         &imp_paper_a4, error)
         && print_table (folder, "list-age.pdf", sample_table_new_by (0), &imp_paper_a4, error)
         && print_table (folder, "list-long.pdf", sample_table_new_with (60), &imp_paper_a4, error)
         && print_table (folder, "list-rtl.pdf", sample_table_new_rtl (), &imp_paper_a4, error);
}

int
main (int argc, char *argv[])
{
  g_autoptr (ImpIssue) sample = sample_issue_new ();
  g_autoptr (ImpIssue) sample_long = sample_issue_new_long ();
  g_autoptr (ImpIssue) sample_rtl = sample_issue_new_rtl ();
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    {
      g_printerr ("print-sample FOLDER\n");
      return 2;
    }
  if (!print (argv[1], "sample", sample, &error)
      || !print (argv[1], "sample-long", sample_long, &error)
      || !print (argv[1], "sample-rtl", sample_rtl, &error) || !print_tables (argv[1], &error)
      || !print_reason (argv[1], &error) || !print_rounds (argv[1], &error)
      || !print_briefings (argv[1], &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
