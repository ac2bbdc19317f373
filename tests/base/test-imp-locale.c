/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One language for words, dates and figures. */
#include "config.h"

#include "base/imp-locale.h"

static void
test_follows_the_words (void)
{
  static const struct
  {
    const char *own, *messages, *language, *expected;
  } cases[] = {
    { "en_GB.UTF-8", "en_GB.UTF-8", "en", "en_GB.UTF-8" },
    { "de_AT.UTF-8", "de_DE.UTF-8", "de", "de_AT.UTF-8" },
    { "de_DE.UTF-8", "de_DE.UTF-8", "en", "C" }, /* no translation yet */
    { "de_DE.UTF-8", "en_US.UTF-8", "en", "en_US.UTF-8" },
    { "pt_PT@euro", "C", "pt-BR", "pt_PT@euro" },
    { "end_XX", "C", "en", "C" },
    { "C.UTF-8", "C.UTF-8", "en", "C" },
    { NULL, NULL, "en", "C" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (imp_locale_choose (cases[i].own, cases[i].messages, cases[i].language), ==,
                     cases[i].expected);
}

static void
test_language_of_the_words (void)
{
  g_assert_cmpstr (imp_locale_get_language (), ==, "en");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/locale/follows-the-words", test_follows_the_words);
  g_test_add_func ("/base/locale/language-of-the-words", test_language_of_the_words);
  return g_test_run ();
}
