/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The command line as it is understood, and what is refused as wrong usage. */
#include "config.h"

#include <string.h>

#include "cli/imp-cli-request.h"
#include "cli/imp-cli.h"

#define MAX_WORDS 16

/* The words of one line, split at blanks, after the program's name. */
static ImpCliRequest *
read_line (const char *line, GError **error)
{
  g_autofree char *whole = g_strconcat ("improve ", line, NULL);
  g_auto (GStrv) words = g_strsplit (g_strchomp (whole), " ", MAX_WORDS);

  return imp_cli_request_new ((const char *const *) words, error);
}

static ImpCliRequest *
read_good (const char *line)
{
  g_autoptr (GError) error = NULL;
  ImpCliRequest *request = read_line (line, &error);

  g_assert_no_error (error);
  return request;
}

static void
assert_refused (const char *line, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpCliRequest) request = read_line (line, &error);

  g_assert_null (request);
  g_assert_cmpint (error->domain, ==, G_OPTION_ERROR);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_import (void)
{
  g_autoptr (ImpCliRequest) request =
      read_good ("import a.csv --as servicenow --map x=title --dry-run --map a=b=site");

  g_assert_true (request->command == &imp_cli_import);
  g_assert_cmpstr (request->options.files[0], ==, "a.csv");
  g_assert_cmpstr (request->options.as, ==, "servicenow");
  g_assert_cmpstr (request->options.map[0], ==, "x=title");
  g_assert_cmpstr (request->options.map[1], ==, "a=b=site");
  g_assert_true (request->options.dry_run);
}

static void
test_record (void)
{
  g_autoptr (ImpCliRequest) request =
      read_good ("record It jams --by Dana --people 500+ --often 3+/day --minutes <1 --site Leeds");

  g_assert_true (request->command == &imp_cli_record);
  g_assert_cmpstr (request->options.files[0], ==, "It");
  g_assert_cmpstr (request->options.files[1], ==, "jams");
  g_assert_cmpstr (request->options.by, ==, "Dana");
  g_assert_cmpstr (request->options.site, ==, "Leeds");
  g_assert_cmpstr (request->options.minutes, ==, "<1");
}

static void
test_refuses_record (void)
{
  assert_refused ("record",
                  "The words are missing: say what gets in the way: see “improve help record”");
  assert_refused ("record it --people many",
                  "“many” is no answer to --people: see “improve help record”");
  assert_refused ("record it --known x", "“x” is no answer to --known: see “improve help record”");
}

static void
test_rank (void)
{
  g_autoptr (ImpCliRequest) plain = read_good ("rank");
  g_autoptr (ImpCliRequest) full = read_good ("rank -n 5 --order age --all --json");

  g_assert_cmpint (plain->options.limit, ==, -1);
  g_assert_null (plain->options.order);
  g_assert_cmpint (full->options.limit, ==, 5);
  g_assert_cmpstr (full->options.order, ==, "age");
  g_assert_true (full->options.all);
  g_assert_true (full->options.json);
}

static void
test_backlog_anywhere (void)
{
  static const char *const lines[] = {
    "--backlog b.db rank",
    "rank --backlog b.db",
    "--backlog=b.db rank",
    "--backlog a.db rank --backlog b.db",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (ImpCliRequest) request = read_good (lines[i]);

      g_assert_cmpstr (request->options.backlog, ==, "b.db");
    }
}

static void
test_refuses (void)
{
  assert_refused ("", "The command is missing: see “improve help”");
  assert_refused ("frobnicate", "There is no command “frobnicate”: see “improve help”");
  assert_refused ("help frobnicate", "There is no command “frobnicate”: see “improve help”");
  assert_refused ("--frobnicate", "Unknown option --frobnicate: see “improve help”");
  assert_refused ("rank --frob", "Unknown option --frob: see “improve help rank”");
  assert_refused ("rank has:five",
                  "“has:” does not know “five”, only photo: see “improve help rank”");
  assert_refused ("rank --order=price", "There is no order “price”: see “improve help rank”");
  assert_refused ("rank -n -2", "The limit is below 0: see “improve help rank”");
  assert_refused ("rank --backlog=", "The name of the backlog is empty: see “improve help rank”");
}

static void
test_refuses_import (void)
{
  assert_refused ("import", "The name of the file is missing: see “improve help import”");
  assert_refused ("import a b", "“b” is too much: see “improve help import”");
  assert_refused ("import a.csv", "Say what the file is with --as servicenow or --as csv: "
                                  "see “improve help import”");
  assert_refused ("import a --as xls", "There is no format “xls”: see “improve help import”");
  assert_refused ("import a.json --map x=title",
                  "--map is for files with columns only: see “improve help import”");
  assert_refused ("import a --as csv --map title",
                  "“title” is not of the form COLUMN=FIELD: see “improve help import”");
  assert_refused ("export a.txt",
                  "The name of the file does not end in .json: see “improve help export”");
}

static void
test_refuses_announce (void)
{
  assert_refused ("announce", "--from is missing: see “improve help announce”");
  assert_refused ("announce --from 2026-11-01", "--to is missing: see “improve help announce”");
  assert_refused ("announce --from 2026-02-30 --to 2026-03-01",
                  "There is no day “2026-02-30”: write it as 2026-11-21: "
                  "see “improve help announce”");
  assert_refused ("announce --from 2026-11-02 --to 2026-11-01",
                  "The period ends before it begins: see “improve help announce”");
  assert_refused ("announce --from 2026-11-01 --to 2026-11-02 -o a.doc",
                  "The name of the file ends in none of .pdf, .html, .md, .txt: "
                  "see “improve help announce”");
}

/* 100 kB, bytes of no text, nothing at all: refused, not crashed on. */
static void
test_hostile (void)
{
  g_autofree char *large = g_strnfill (100 * 1024, 'a');
  g_autofree char *option = g_strconcat ("--", large, NULL);
  const char *const words[] = { large, option, "\xff\xfe", "", "%s%n", "-\xff", "--backlog" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    for (int after_command = 0; after_command < 2; after_command++)
      {
        const char *argv[] = { "improve", after_command ? "check" : words[i],
                               after_command ? words[i] : NULL, NULL };
        g_autoptr (GError) error = NULL;
        g_autoptr (ImpCliRequest) request = imp_cli_request_new (argv, &error);

        g_assert_null (request);
        g_assert_cmpint (error->domain, ==, G_OPTION_ERROR);
        g_assert_true (g_utf8_validate (error->message, -1, NULL));
        g_assert_cmpuint (strlen (error->message), <, 1000);
      }
}

static void
test_no_words (void)
{
  const char *const argv[] = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpCliRequest) request = imp_cli_request_new (argv, &error);

  g_assert_null (request);
  g_assert_cmpint (error->domain, ==, G_OPTION_ERROR);
}

static void
test_file_names_are_bytes (void)
{
  const char *const argv[] = { "improve", "import", "--as=csv", "\xff.csv", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpCliRequest) request = imp_cli_request_new (argv, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (request->options.files[0], ==, "\xff.csv");
}

static void
assert_says (const char *line, const char *part)
{
  g_autoptr (ImpCliRequest) request = read_good (line);

  g_assert_null (request->command);
  g_assert_nonnull (strstr (request->text, part));
}

static void
test_help (void)
{
  assert_says ("--help", "improve COMMAND");
  assert_says ("-h", "improve COMMAND");
  assert_says ("help", "announce  Write what was fixed");
  assert_says ("help rank", "improve rank [--limit N]");
  assert_says ("rank --help", "-n, --limit=N");
  assert_says ("import -h", "--backlog=FILE");
  assert_says ("--version", "improve " PACKAGE_VERSION "\n");
}

static void
test_is_wanted (void)
{
  static const struct
  {
    const char *line;
    gboolean wanted;
  } cases[] = {
    { "improve", FALSE },
    { "improve --backlog b.db", FALSE },
    { "improve --backlog=b.db --record", FALSE },
    { "improve --gapplication-service", FALSE },
    { "improve --backlog b.db rank", TRUE },
    { "improve --help", TRUE },
    { "improve --unknown", TRUE },
    { "improve --backlog", TRUE },
    { "improve help", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = g_strsplit (cases[i].line, " ", MAX_WORDS);

      g_assert_cmpint (imp_cli_is_wanted ((const char *const *) words), ==, cases[i].wanted);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/request/record", test_record);
  g_test_add_func ("/cli/request/refuses-record", test_refuses_record);
  g_test_add_func ("/cli/request/import", test_import);
  g_test_add_func ("/cli/request/rank", test_rank);
  g_test_add_func ("/cli/request/backlog-anywhere", test_backlog_anywhere);
  g_test_add_func ("/cli/request/refuses", test_refuses);
  g_test_add_func ("/cli/request/refuses-import", test_refuses_import);
  g_test_add_func ("/cli/request/refuses-announce", test_refuses_announce);
  g_test_add_func ("/cli/request/hostile-words", test_hostile);
  g_test_add_func ("/cli/request/no-words", test_no_words);
  g_test_add_func ("/cli/request/file-names-are-bytes", test_file_names_are_bytes);
  g_test_add_func ("/cli/request/help", test_help);
  g_test_add_func ("/cli/request/window-or-command", test_is_wanted);
  return g_test_run ();
}
