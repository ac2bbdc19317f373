/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The PDF: tagged, titled, in a language, with its fonts, written whole. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/imp-error.h"
#include "publish/imp-issue-pages.h"
#include "publish/imp-pdf.h"
#include "read-back.h"
#include "sample-issue.h"

static ImpPages *
create_pages (void)
{
  g_autoptr (ImpIssue) issue = sample_issue_new_long ();

  return imp_issue_pages_new (issue, &imp_paper_a4);
}

static void
test_info (void)
{
  g_autoptr (ImpPages) pages = create_pages ();
  g_autofree char *info = read_back (pages, "pdfinfo", NULL);

  assert_says (info,
               "Title:           Ghent scans a pallet in a second, Lyon signs in once a day\n");
  assert_says (info, "Author:          Corvane\n");
  assert_says (info, "Subject:         October 2026 · Issue 14\n");
  assert_says (info, "Tagged:          yes\n");
  assert_says (info, "Pages:           2\n");
  assert_says (info, "Page size:       595.28 x 841.89 pts (A4)\n");
}

static void
test_structure (void)
{
  g_autoptr (ImpPages) pages = create_pages ();
  g_autofree char *structure = read_back (pages, "pdfinfo", "-struct-text", NULL);

  g_assert_true (g_str_has_prefix (structure, "Document\n"));
  assert_says (structure, "  H1 (block)\n    \"Ghent scans a pallet in a second, Lyon signs in");
  assert_says (structure, "  H2 (block)\n    \"A pallet scans in one second\"");
  assert_says (structure, "86 hours a month");
  assert_says (structure, "So now You hear the beep");
  assert_says (structure, "  L (block)\n    LI (block)\n      Lbl (block)\n        \"20");
  assert_says_not (structure, "Page 2 of 2"); /* what is repeated is not read again */
}

static void
test_fonts (void)
{
  g_autoptr (ImpPages) pages = create_pages ();
  g_autofree char *fonts = read_back (pages, "pdffonts", NULL);
  g_auto (GStrv) lines = g_strsplit (fonts, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (char **line = lines + 2; **line != '\0'; line++)
    assert_says (*line, " yes yes ");
}

static GBytes *
create_pdf (const char *language)
{
  g_autoptr (ImpIssue) issue = sample_issue_new ();
  g_autoptr (ImpPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  g_free (issue->language);
  issue->language = g_strdup (language);
  pages = imp_issue_pages_new (issue, &imp_paper_a4);
  pdf = imp_pages_to_pdf (pages, NULL, NULL, &error);
  g_assert_no_error (error);
  return pdf;
}

static void
test_language (void)
{
  static const char *const languages[][2] = { { "de", "/Lang (de)" },
                                              { "pt_BR", "/Lang (pt-BR)" },
                                              { NULL, "/Lang (en)" },
                                              { ") /X (", "/Lang (en)" } };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GBytes) pdf = create_pdf (languages[i][0]);
      gsize size;
      const char *data = g_bytes_get_data (pdf, &size);

      g_assert_nonnull (memmem (data, size, languages[i][1], strlen (languages[i][1])));
      g_assert_nonnull (memmem (data, size, "/DisplayDocTitle true", 21));
    }
}

static void
test_write_replaces (void)
{
  g_autoptr (ImpPages) pages = create_pages ();
  char *folder = read_back_create_folder ();
  g_autofree char *path = g_build_filename (folder, "page.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_assert_true (g_file_set_contents (path, "old", 3, NULL));
  g_assert_true (imp_pages_write_pdf (pages, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-1.4"));
  g_assert_true (g_str_has_suffix (contents + size - 6, "%%EOF\n"));
  read_back_remove (folder);
}

static void
test_write_fails (void)
{
  g_autoptr (ImpPages) pages = create_pages ();
  g_autoptr (GError) error = NULL;

  g_assert_false (imp_pages_write_pdf (pages, "/nowhere/at/all/page.pdf", &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == IMP_ERROR);
  g_assert_true (g_str_has_prefix (error->message, "Cannot write"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publish/pdf/says-what-it-is", test_info);
  g_test_add_func ("/publish/pdf/is-tagged", test_structure);
  g_test_add_func ("/publish/pdf/embeds-its-fonts", test_fonts);
  g_test_add_func ("/publish/pdf/names-its-language", test_language);
  g_test_add_func ("/publish/pdf/replaces-a-file", test_write_replaces);
  g_test_add_func ("/publish/pdf/says-why-it-cannot-be-written", test_write_fails);
  return g_test_run ();
}
