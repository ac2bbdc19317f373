/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measures Improve with backlogs of several sizes, each figure beside its floor. */
#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

#include "bench-backlog.h"
#include "bench-briefing.h"
#include "bench-files.h"
#include "bench-order.h"
#include "bench-rank.h"
#include "bench-similar.h"
#include "bench-start.h"
#include "bench-store.h"
#include "bench-today.h"
#include "support/imp-await.h"

typedef struct
{
  gint seed;
  char **sizes; /* NULL: the usual ones */
  gboolean no_window, no_files, instructions;
} Options;

static gboolean
measure_size (BenchTable *table,
              BenchWindows *windows,
              const Options *options,
              guint size,
              const char *folder,
              GError **error)
{
  g_autofree char *path = bench_backlog_make ((guint) options->seed, size, error);

  return path != NULL && bench_rank_measure (table, (guint) options->seed, size, error)
         && bench_order_measure (table, path, size, error)
         && bench_store_measure (table, path, size, folder, error)
         && bench_briefing_measure (table, path, size, error)
         && bench_today_measure (table, path, size, error)
         && bench_similar_measure (table, path, (guint) options->seed, size, error)
         && (options->no_window || bench_windows_measure (windows, table, path, size, error))
         && (options->no_files || size > 100000
             || bench_files_measure (table, path, (guint) options->seed, size, folder, error));
}

static gboolean
measure (BenchTable *table, const Options *options, const char *folder, GError **error)
{
  static const char *const usual[] = { "1000", "100000", "1000000", NULL };
  const char *const *sizes = options->sizes != NULL ? (const char *const *) options->sizes : usual;
  BenchWindows windows = { .count_instructions = options->instructions };

  if (!options->no_window && !bench_windows_begin (&windows, folder, error))
    return FALSE;

  for (guint i = 0; sizes[i] != NULL; i++)
    {
      guint64 size;

      if (!g_ascii_string_to_unsigned (sizes[i], 10, 1, 10000000, &size, error)
          || !measure_size (table, &windows, options, (guint) size, folder, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
parse_options (Options *options, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "size", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->sizes,
      "Measure with so many irritants (may be given again; usually 1000, 100000, 1000000)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &options->seed, "Make other irritants", "NUMBER" },
    { "no-files", 0, 0, G_OPTION_ARG_NONE, &options->no_files, "Leave out import and export",
      NULL },
    { "no-window", 0, 0, G_OPTION_ARG_NONE, &options->no_window, "Leave out the window", NULL },
    { "instructions", 0, 0, G_OPTION_ARG_NONE, &options->instructions,
      "Count the instructions of a start too (takes minutes)", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context, "Prints a table of figures beside their floors.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (*argc > 1)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION,
                 "There is no argument “%s”; --help lists what there is", (*argv)[1]);
  return *argc == 1;
}

/* The same program again, on a display of its own. Without a graphics card GTK would draw through
 * software GL, whose compiler and buffers count as ours: draw with Cairo, unless told otherwise. */
static gboolean
enter_display (char **argv, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) command = NULL;

  g_setenv ("IMPROVE_BENCH_DISPLAY", "1", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", BENCH_SCHEMA_DIR, TRUE);
  g_strv_builder_add (builder, BENCH_X11);
  g_strv_builder_addv (builder, (const char **) argv);
  command = g_strv_builder_end (builder);
  execv (command[0], command);
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", BENCH_X11,
               g_strerror (errno));
  return FALSE;
}

int
main (int argc, char **argv)
{
  g_autoptr (BenchTable) table = bench_table_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_auto (GStrv) given = g_strdupv (argv);
  Options options = { .seed = 1 };
  gboolean done;

  setlocale (LC_ALL, "");
  done = parse_options (&options, &argc, &argv, &error)
         && (options.no_window || g_getenv ("IMPROVE_BENCH_DISPLAY") != NULL
             || enter_display (given, &error))
         && (folder = g_dir_make_tmp ("improve-bench-XXXXXX", &error)) != NULL
         && measure (table, &options, folder, &error);
  if (folder != NULL)
    imp_remove_folder (folder);
  g_strfreev (options.sizes);
  bench_table_print (table);
  if (!done)
    g_printerr ("Cannot measure: %s\n", error->message);
  return done ? 0 : 1;
}
