/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Names of attachments: whatever comes, what is shown and written is a name and nothing else. */
#include "config.h"

#include <string.h>

#include "model/imp-attachment.h"

static void
test_names (void)
{
  static const char *const cases[][2] = {
    { "screen.png", "screen.png" },
    { "../../etc/passwd", "passwd" },
    { "C:\\Users\\dana\\form.pdf", "form.pdf" },
    { "a/b\\c.txt", "c.txt" },
    { "/", "Attachment" },
    { "..", "Attachment" },
    { "", "Attachment" },
    { NULL, "Attachment" },
    { " \t\n", "Attachment" },
    { ".hidden.sh", "hidden.sh" },
    { "two\nlines.png", "two lines.png" },
    { "photo\u202Egnp.exe", "photognp.exe" }, /* read from right to left: photoexe.png */
    { "bad \xff name.png", "bad � name.png" },
    { "<b>bold</b>.png", "b>.png" },
    { "bell\a.png", "bell.png" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = imp_attachment_clean_name (cases[i][0]);
      g_autofree char *again = imp_attachment_clean_name (name);

      g_assert_cmpstr (name, ==, cases[i][1]);
      g_assert_cmpstr (again, ==, name);
    }
}

static void
test_long_name (void)
{
  g_autofree char *stem = g_strnfill (300, 'x');
  g_autofree char *plain = g_strconcat (stem, ".jpeg", NULL);
  g_autofree char *short_plain = imp_attachment_clean_name (plain);
  g_autofree char *no_ending = imp_attachment_clean_name (stem);
  g_autoptr (GString) wide = g_string_new (NULL);
  g_autofree char *short_wide = NULL;

  g_assert_cmpuint (strlen (short_plain), ==, 200);
  g_assert_true (g_str_has_suffix (short_plain, "x….jpeg"));
  g_assert_cmpuint (strlen (no_ending), ==, 200);
  for (guint i = 0; i < 100; i++)
    g_string_append (wide, "写真");
  short_wide = imp_attachment_clean_name (wide->str);
  g_assert_cmpuint (strlen (short_wide), <=, 200);
  g_assert_true (g_utf8_validate (short_wide, -1, NULL));
}

static void
test_hash (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autofree char *hash = imp_attachment_hash (bytes);

  g_assert_cmpstr (hash, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/attachment/names", test_names);
  g_test_add_func ("/model/attachment/long-name", test_long_name);
  g_test_add_func ("/model/attachment/hash", test_hash);
  return g_test_run ();
}
