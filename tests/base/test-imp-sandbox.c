/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Paths outside a sandbox; those inside are tests/sandbox's, where there is one. */
#include "config.h"

#include "base/imp-sandbox.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "support/imp-await.h"

static void
test_hides_nothing_outside (void)
{
  g_assert_false (imp_sandbox_is_on ());
  g_assert_false (imp_sandbox_hides ("/tmp/a"));
  g_assert_false (imp_sandbox_hides ("/no/such/folder/a"));
}

static void
test_knows_what_is_lent (void)
{
  const char *runtime = g_get_user_runtime_dir ();
  g_autofree char *lent = g_build_filename (runtime, "doc", "1f2e", NULL);
  g_autofree char *link = g_build_filename (runtime, "link", NULL);
  g_autofree char *by_link = g_build_filename (link, "a.pdf", NULL);

  g_assert_true (imp_sandbox_is_lent ("/run/flatpak/doc/1f2e/a.pdf"));
  g_assert_true (imp_sandbox_is_lent ("//run/flatpak/none/../doc/1f2e"));
  g_assert_false (imp_sandbox_is_lent ("/run/flatpak/doc/../a.pdf"));
  g_assert_false (imp_sandbox_is_lent ("/run/flatpak/documents/a.pdf"));
  g_assert_cmpint (g_mkdir_with_parents (lent, 0700), ==, 0);
  g_assert_true (imp_sandbox_is_lent (lent));
  g_assert_false (imp_sandbox_is_lent (by_link));
  g_assert_cmpint (symlink (lent, link), ==, 0);
  g_assert_true (imp_sandbox_is_lent (by_link));
}

int
main (int argc, char *argv[])
{
  g_autofree char *runtime = g_dir_make_tmp ("improve-sandbox-XXXXXX", NULL);
  int failed;

  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/sandbox/hides-nothing-outside", test_hides_nothing_outside);
  g_test_add_func ("/base/sandbox/knows-what-is-lent", test_knows_what_is_lent);
  failed = g_test_run ();
  imp_remove_folder (runtime);
  return failed;
}
