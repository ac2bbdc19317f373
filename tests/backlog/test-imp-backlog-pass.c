/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A round goes into a file and out of it into another backlog. */
#include "config.h"

#include <string.h>

#include "backlog-fixture.h"
#include "backlog/imp-backlog-backups.h"
#include "backlog/imp-backlog-pass.h"
#include "base/imp-error.h"

#define HELLO "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
#define ROUND "6f1c1e5a-2f4a-4a51-9a63-00000000000d"

static const char made[] =
    "{\"format\": \"improve-backlog\", \"version\": 1, \"items\": [\n"
    "{\"kind\": \"site\", \"id\": \"s\", \"name\": \"Leeds\"},\n"
    "{\"kind\": \"person\", \"id\": \"p\", \"name\": \"Dana Quill\", \"site\": \"s\"},\n"
    "{\"kind\": \"irritant\", \"id\": \"i\", \"title\": \"Scanner signs out\"},\n"
    "{\"kind\": \"irritant\", \"id\": \"o\", \"title\": \"Of no round\"},\n"
    "{\"kind\": \"report\", \"id\": \"r\", \"irritant\": \"i\", \"person\": \"p\", \"site\": \"s\","
    " \"round\": \"" ROUND "\", \"words\": \"It throws me out.\"},\n"
    "{\"kind\": \"attachment\", \"id\": \"a\", \"irritant\": \"i\", \"name\": \"a.txt\","
    " \"hash\": \"" HELLO "\"},\n"
    "{\"kind\": \"round\", \"id\": \"" ROUND "\", \"site\": \"s\", \"planned\": \"2026-11-20\","
    " \"visitors\": \"Ottoline Finch\"},\n"
    "{\"kind\": \"observation\", \"id\": \"w\", \"round\": \"" ROUND "\", \"sort\": \"works\","
    " \"words\": \"Wifi is good.%s\"}\n"
    "], \"bytes\": [{\"hash\": \"" HELLO "\", \"base64\": \"aGVsbG8=\"}]}\n";

static ImpImportOutcome *
import (ImpBacklog *backlog, const ImpImportRequest *request)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  ImpImportOutcome *outcome;

  imp_backlog_import_async (backlog, request, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  outcome = imp_backlog_import_finish (backlog, result, &error);
  g_assert_no_error (error);
  return outcome;
}

static ImpImportOutcome *
import_bytes (ImpBacklog *backlog, GBytes *bytes, gboolean dry_run)
{
  return import (backlog, &(ImpImportRequest) { .bytes = bytes, .dry_run = dry_run });
}

static void
make (BacklogFixture *fixture, const char *more)
{
  g_autofree char *text = g_strdup_printf (made, more);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (ImpImportOutcome) outcome = import_bytes (fixture->backlog, bytes, FALSE);

  g_assert_cmpuint (outcome->n_new[IMP_KIND_ROUND], ==, 1);
  g_assert_false (outcome->is_round);
}

static ImpPassOutcome *
pass (ImpBacklog *backlog, const ImpPassRequest *request, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  ImpAwait await = { NULL };

  imp_backlog_pass_round_async (backlog, request, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  return imp_backlog_pass_round_finish (backlog, result, error);
}

static GBytes *
pass_bytes (ImpBacklog *backlog, gboolean with_people)
{
  const ImpPassRequest request = { .named = "Leeds 2026-11-20", .with_people = with_people };
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpPassOutcome) outcome = pass (backlog, &request, &error);

  g_assert_no_error (error);
  return g_bytes_ref (outcome->bytes);
}

static gboolean
says (GBytes *bytes, const char *text)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

static void
test_by_file (BacklogFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "round.json", NULL);
  const ImpPassRequest request = { .named = ROUND, .path = path, .with_people = TRUE };
  const ImpImportRequest taking = { .format = imp_format_from_path (path), .path = path };
  ImpBacklog *other = backlog_fixture_open (fixture, "other.db");
  g_autoptr (ImpImportOutcome) first = NULL, second = NULL;
  g_autoptr (ImpPassOutcome) passed = NULL;
  g_autoptr (GError) error = NULL;

  make (fixture, "");
  passed = pass (fixture->backlog, &request, &error);
  g_assert_no_error (error);
  g_assert_null (passed->bytes);
  g_assert_cmpuint (passed->naming->len, ==, 0);
  first = import (other, &taking);
  g_assert_true (first->is_round);
  g_assert_cmpint (first->round, !=, 0);
  g_assert_cmpuint (first->n_new[IMP_KIND_IRRITANT], ==, 1);
  g_assert_cmpuint (first->n_new[IMP_KIND_PERSON], ==, 1);
  g_assert_cmpuint (first->n_photos, ==, 1);
  g_assert_null (imp_backlog_get_undo_label (other));
  second = import (other, &taking);
  g_assert_cmpuint (second->n_new[IMP_KIND_IRRITANT], ==, 0);
  g_assert_cmpuint (second->n_known[IMP_KIND_IRRITANT], ==, 1);
  g_assert_cmpuint (second->n_changed, ==, 0);
  imp_close_backlog (other);
}

static void
test_without_people (BacklogFixture *fixture, gconstpointer data)
{
  ImpBacklog *other = backlog_fixture_open (fixture, "other.db");
  g_autoptr (GBytes) without = NULL, with = NULL;
  g_autoptr (ImpImportOutcome) first = NULL, later = NULL;

  make (fixture, "");
  without = pass_bytes (fixture->backlog, FALSE);
  with = pass_bytes (fixture->backlog, TRUE);
  g_assert_true (says (with, "Dana Quill") && says (with, "Ottoline"));
  g_assert_false (says (without, "Dana") || says (without, "Quill"));
  g_assert_false (says (without, "Ottoline") || says (without, "\"by\""));
  first = import_bytes (other, without, FALSE);
  g_assert_cmpuint (first->n_new[IMP_KIND_PERSON], ==, 0);
  g_assert_cmpuint (first->n_new[IMP_KIND_REPORT], ==, 1);
  later = import_bytes (other, with, FALSE);
  g_assert_cmpuint (later->n_new[IMP_KIND_PERSON], ==, 1);
  g_assert_cmpuint (later->n_known[IMP_KIND_REPORT], ==, 1);
  g_assert_cmpuint (later->n_contested, ==, 0);
  imp_close_backlog (other);
}

static void
test_names_left (BacklogFixture *fixture, gconstpointer data)
{
  const ImpPassRequest request = { .named = ROUND };
  g_autoptr (ImpPassOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  make (fixture, " Dana says so.");
  outcome = pass (fixture->backlog, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome->naming->len, ==, 1);
  g_assert_cmpstr (outcome->naming->pdata[0], ==, "Dana says so.");
}

static void
test_dry_run (BacklogFixture *fixture, gconstpointer data)
{
  ImpBacklog *other = backlog_fixture_open (fixture, "other.db");
  g_autoptr (ImpImportOutcome) dry = NULL, wet = NULL;
  g_autoptr (GBytes) bytes = NULL;

  make (fixture, "");
  bytes = pass_bytes (fixture->backlog, TRUE);
  dry = import_bytes (other, bytes, TRUE);
  wet = import_bytes (other, bytes, FALSE);
  g_assert_cmpint (dry->round, ==, 0);
  g_assert_cmpmem (dry->n_new, sizeof dry->n_new, wet->n_new, sizeof wet->n_new);
  g_assert_cmpuint (wet->n_new[IMP_KIND_ROUND], ==, 1);
  imp_close_backlog (other);
}

/* It is no step of undo, so what was there can be restored. */
static void
test_backup_first (BacklogFixture *fixture, gconstpointer data)
{
  ImpBacklog *other = backlog_fixture_open (fixture, "other.db");
  g_autofree char *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autoptr (ImpImportOutcome) first = NULL, second = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n = 0;

  make (fixture, "");
  bytes = pass_bytes (fixture->backlog, TRUE);
  first = import_bytes (other, bytes, FALSE);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS)); /* it was empty */
  second = import_bytes (other, bytes, FALSE);
  dir = g_dir_open (folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    n += g_str_has_prefix (name, "other");
  g_assert_cmpuint (n, ==, 1);
  imp_close_backlog (other);
}

static void
test_refused (BacklogFixture *fixture, gconstpointer data)
{
  const ImpPassRequest nowhere = { .named = "York 2026-11-20" };
  ImpBacklog *other = backlog_fixture_open (fixture, "other.db");
  g_autoptr (GBytes) bytes = NULL, damaged = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  ImpAwait await = { NULL };
  char *words;
  gsize size;

  g_assert_null (pass (fixture->backlog, &nowhere, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "Cannot pass the round on: "));
  g_clear_error (&error);

  make (fixture, "");
  bytes = pass_bytes (fixture->backlog, TRUE);
  text = g_strndup (g_bytes_get_data (bytes, &size), g_bytes_get_size (bytes));
  words = strstr (text, "throws");
  *words = 'T';
  damaged = g_bytes_new (text, size);
  imp_backlog_import_async (other, &(ImpImportRequest) { .bytes = damaged }, NULL, imp_await_cb,
                            &await);
  result = imp_await (&await);
  g_assert_null (imp_backlog_import_finish (other, result, &error));
  g_assert_error (error, IMP_ERROR, IMP_ERROR_INPUT);
  g_assert_true (g_str_has_prefix (error->message, "Cannot import"));
  g_clear_object (&result);
  imp_close_backlog (other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("pass/by-file", test_by_file);
  BACKLOG_FIXTURE_ADD ("pass/without-people", test_without_people);
  BACKLOG_FIXTURE_ADD ("pass/names-left-in-words", test_names_left);
  BACKLOG_FIXTURE_ADD ("pass/dry-run", test_dry_run);
  BACKLOG_FIXTURE_ADD ("pass/backup-first", test_backup_first);
  BACKLOG_FIXTURE_ADD ("pass/refused", test_refused);
  return g_test_run ();
}
