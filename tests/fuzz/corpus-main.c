/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A fuzz target as an ordinary test: every file of its corpus once, none over a second. */
#include "config.h"

#include <glib.h>
#include <time.h>

#include "fuzz-target.h"

#define LONGEST_S 1.0

/* Of the processor, so that a busy machine does not matter. */
static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void
test_file (gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  double start;
  gsize size;

  g_file_get_contents (data, &bytes, &size, &error);
  g_assert_no_error (error);
  start = get_seconds ();
  LLVMFuzzerTestOneInput ((const uint8_t *) bytes, size);
  g_assert_cmpfloat (get_seconds () - start, <, LONGEST_S);
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  LLVMFuzzerTestOneInput (NULL, 0); /* what a target makes once is no file's time */
  folder = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *base = g_path_get_basename (argv[1]);
      g_autofree char *path = g_strdup_printf ("/fuzz/%s/%s", base, name);

      g_test_add_data_func_full (path, g_build_filename (argv[1], name, NULL), test_file, g_free);
    }
  return g_test_run ();
}
