/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Writes the sample issues as files, to be looked at: print-sample FOLDER. */
#include "config.h"

#include "publish/imp-pdf.h"
#include "sample-issue.h"

static gboolean
print (const char *folder, const char *name, ImpIssue *issue, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (ImpPages) pages = imp_pages_new (issue, &imp_paper_a4);
  g_autoptr (GBytes) pdf = imp_pages_to_pdf (pages, error);

  return pdf != NULL
         && g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                 (gssize) g_bytes_get_size (pdf), error);
}

int
main (int argc, char *argv[])
{
  g_autoptr (ImpIssue) sample = sample_issue_new ();
  g_autoptr (ImpIssue) sample_long = sample_issue_new_long ();
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    {
      g_printerr ("print-sample FOLDER\n");
      return 2;
    }
  if (!print (argv[1], "sample.pdf", sample, &error)
      || !print (argv[1], "sample-long.pdf", sample_long, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
