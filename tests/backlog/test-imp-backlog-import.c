/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Files come in and go out. */
#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "round-fixture.h"
#include "backlog/imp-irritant-list.h"
#include "base/imp-error.h"

static void
test_sample_imports_once (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpImportOutcome) first = backlog_fixture_import_sample (fixture);
  g_autoptr (ImpImportOutcome) second = backlog_fixture_import_sample (fixture);

  g_assert_cmpuint (first->n_new[IMP_KIND_IRRITANT], >=, 60);
  g_assert_cmpuint (first->n_known[IMP_KIND_IRRITANT], ==, 0);
  g_assert_cmpuint (second->n_new[IMP_KIND_IRRITANT], ==, 0);
  g_assert_cmpuint (second->n_known[IMP_KIND_IRRITANT], ==, first->n_new[IMP_KIND_IRRITANT]);
  backlog_fixture_undo (fixture); /* the second wrote nothing: this takes the first back */
  g_assert_null (imp_backlog_get_undo_label (fixture->backlog));
}

static char *
export_to (BacklogFixture *fixture, ImpBacklog *backlog, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };
  char *text = NULL;

  imp_backlog_export_async (backlog, path, NULL, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  imp_backlog_export_finish (backlog, result, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_round_trip_is_equal (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpImportOutcome) sample = backlog_fixture_import_sample (fixture);
  const ImpItem round = round_fixture_hear_all (fixture);
  g_autoptr (ImpImportOutcome) again = NULL;
  g_autofree char *first = export_to (fixture, fixture->backlog, "first.json");
  g_autofree char *path = g_build_filename (fixture->folder, "first.json", NULL);
  g_autofree char *second = NULL;
  ImpImportRequest request = { .format = IMP_FORMAT_BACKLOG, .path = path };
  ImpBacklog *other = backlog_fixture_open (fixture, "other.db");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  imp_backlog_import_async (other, &request, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  again = imp_backlog_import_finish (other, result, &error);
  g_assert_no_error (error);
  second = export_to (fixture, other, "second.json");
  g_assert_cmpstr (first, ==, second);
  g_assert_nonnull (strstr (first, "\"kind\": \"observation\""));
  g_assert_cmpint (round, >, 0);
  g_clear_object (&result);
  imp_close_backlog (other);
}

static void
test_dry_run_changes_nothing (BacklogFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "list.csv", NULL);
  ImpImportRequest request = { .format = IMP_FORMAT_CSV, .path = path, .dry_run = TRUE };
  g_autofree char *before = export_to (fixture, fixture->backlog, "before.json");
  g_autofree char *after = NULL;
  g_autoptr (ImpImportOutcome) outcome = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  g_assert_true (g_file_set_contents (path, "title,site\nPrinter jams,Lyon\n", -1, NULL));
  imp_backlog_import_async (fixture->backlog, &request, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  outcome = imp_backlog_import_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome->n_new[IMP_KIND_IRRITANT], ==, 1);
  after = export_to (fixture, fixture->backlog, "after.json");
  g_assert_cmpstr (before, ==, after);
}

static ImpImportOutcome *
import_table (BacklogFixture *fixture, ImpFormat format, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  ImpImportRequest request = { .format = format, .bytes = bytes };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpImportOutcome *outcome;
  ImpAwait await = { NULL };

  imp_backlog_import_async (fixture->backlog, &request, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  outcome = imp_backlog_import_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  return outcome;
}

static void
assert_names (BacklogFixture *fixture, ImpKind kind, const char *expected)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;
  ImpAwait await = { NULL };

  imp_backlog_names_async (fixture->backlog, kind, "", 10, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  names = imp_backlog_names_finish (fixture->backlog, result, &error);
  g_assert_no_error (error);
  joined = g_strjoinv (", ", names);
  g_assert_cmpstr (joined, ==, expected);
}

static void
record_at (BacklogFixture *fixture, const char *person, const char *site)
{
  ImpRecording recording = {
    .words = "Printer jams", .person = person, .site = site, .offering = "Wi-Fi"
  };
  ImpAwait await = { NULL };

  imp_backlog_record_async (fixture->backlog, &recording, NULL, imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
}

static const char TABLE[] = "title,person,site,department,offering\n"
                            "Door sticks,INÈS caron,ghent , Sales,WI-FI\n"
                            "Lift stops,Ines Caron,Ghent,sales,Lift\n";

/* What was recorded by name is what a table means by that name. */
static void
test_names_meet (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpImportOutcome) first = NULL;
  g_autoptr (ImpImportOutcome) second = NULL;

  record_at (fixture, "Inès Caron", "Ghent");
  first = import_table (fixture, IMP_FORMAT_CSV, TABLE);
  assert_names (fixture, IMP_KIND_PERSON, "Inès Caron");
  assert_names (fixture, IMP_KIND_SITE, "Ghent");
  assert_names (fixture, IMP_KIND_DEPARTMENT, "Sales");
  assert_names (fixture, IMP_KIND_OFFERING, "Lift, Wi-Fi");
  g_assert_cmpuint (first->n_new[IMP_KIND_SITE], ==, 0);
  g_assert_cmpuint (first->n_known[IMP_KIND_SITE], ==, 1);
  g_assert_cmpuint (first->n_new[IMP_KIND_OFFERING], ==, 1);
  second = import_table (fixture, IMP_FORMAT_CSV, TABLE);
  for (int kind = 0; kind < IMP_N_KINDS; kind++)
    g_assert_cmpuint (second->n_new[kind], ==, 0);
  backlog_fixture_undo (fixture); /* the second wrote nothing: this takes the first back */
  assert_names (fixture, IMP_KIND_SITE, "Ghent");
  assert_names (fixture, IMP_KIND_OFFERING, "Wi-Fi");
}

/* Two of the same name: the table may mean either, or a third. */
static void
test_persons_stay_apart (BacklogFixture *fixture, gconstpointer data)
{
  static const char two[] = "{\"format\": \"improve-backlog\", \"version\": 1, \"items\": ["
                            "{\"kind\": \"person\", \"id\": \"a\", \"name\": \"Ines Caron\"},"
                            "{\"kind\": \"person\", \"id\": \"b\", \"name\": \"Inès Caron\"}]}";
  g_autoptr (ImpImportOutcome) json = import_table (fixture, IMP_FORMAT_BACKLOG, two);
  g_autoptr (ImpImportOutcome) table = import_table (fixture, IMP_FORMAT_CSV, TABLE);

  g_assert_cmpuint (json->n_new[IMP_KIND_PERSON], ==, 2);
  g_assert_cmpuint (table->n_new[IMP_KIND_PERSON], ==, 1);
}

static ImpItem
find_first (BacklogFixture *fixture)
{
  g_autoptr (ImpQuery) query = imp_query_parse ("state:any");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  ImpAwait await = { NULL };

  imp_backlog_rank_async (fixture->backlog, query, IMP_ORDER_IMPACT, 1, NULL, imp_await_cb, &await);
  result = imp_await (&await);
  rows = imp_backlog_rank_finish (fixture->backlog, result, NULL, NULL);
  return imp_irritant_row_get_item (rows->pdata[0]);
}

static void
delete_item (BacklogFixture *fixture, ImpItem item)
{
  ImpAwait await = { NULL };

  imp_backlog_delete_async (fixture->backlog, item, "Delete", imp_await_cb, &await);
  backlog_fixture_finish (fixture, &await);
}

/* The next import brings nothing of it back, not even the fix that the row has got since. */
static void
test_deleted_stays_deleted (BacklogFixture *fixture, gconstpointer data)
{
  static const char open[] = "id,title,site,state,closed\n1,Door sticks,Ghent,open,\n";
  static const char closed[] =
      "id,title,site,state,closed\n1,Door sticks,Ghent,closed,2026-11-01\n";
  g_autoptr (ImpImportOutcome) first = import_table (fixture, IMP_FORMAT_CSV, open);
  g_autoptr (ImpImportOutcome) again = NULL;

  g_assert_cmpuint (first->n_new[IMP_KIND_IRRITANT], ==, 1);
  delete_item (fixture, find_first (fixture));
  again = import_table (fixture, IMP_FORMAT_CSV, closed);
  for (int kind = 0; kind < IMP_N_KINDS; kind++)
    g_assert_cmpuint (again->n_new[kind], ==, 0);
}

/* An import that was taken back can be made again, perhaps in another way. */
static void
test_undone_comes_again (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (ImpImportOutcome) first = import_table (fixture, IMP_FORMAT_CSV, TABLE);
  g_autoptr (ImpImportOutcome) again = NULL;

  backlog_fixture_undo (fixture);
  assert_names (fixture, IMP_KIND_SITE, "");
  again = import_table (fixture, IMP_FORMAT_CSV, TABLE);
  for (int kind = 0; kind < IMP_N_KINDS; kind++)
    g_assert_cmpuint (again->n_new[kind], ==, first->n_new[kind]);
  assert_names (fixture, IMP_KIND_SITE, "ghent");
}

static GBytes *
make_table (guint n_rows)
{
  GString *text = g_string_new ("title,site\n");

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "Printer %u jams,Site %u\n", i, i % 100);
  return g_string_free_to_bytes (text);
}

/* Cancelled on the database thread, when so many rows are written. */
static struct
{
  GCancellable *cancellable; /* NULL: nobody */
  guint n_rows;
} trap;

static void
row_written_cb (void *data, int what, const char *schema, const char *table, sqlite3_int64 row)
{
  if (trap.cancellable != NULL && --trap.n_rows == 0)
    g_cancellable_cancel (trap.cancellable);
}

static int
watch_rows (sqlite3 *db, char **error, const struct sqlite3_api_routines *routines)
{
  sqlite3_update_hook (db, row_written_cb, NULL);
  return SQLITE_OK;
}

/* Instead of the one of the fixture. */
static void
open_watched (BacklogFixture *fixture)
{
  void (*extension) (void) = (void (*) (void)) watch_rows;

  imp_close_backlog (fixture->backlog);
  g_assert_cmpint (sqlite3_auto_extension (extension), ==, SQLITE_OK);
  fixture->backlog = backlog_fixture_open (fixture, "watched.db");
  g_assert_cmpint (sqlite3_cancel_auto_extension (extension), ==, 1);
}

/* Cancelled in the midst of writing. */
static void
test_import_is_cancelled (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_table (300);
  g_autoptr (ImpProgress) progress = imp_progress_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ImpImportRequest request = { .format = IMP_FORMAT_CSV, .bytes = bytes, .progress = progress };
  g_autoptr (ImpImportOutcome) outcome = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  ImpAwait await = { NULL };

  open_watched (fixture);
  trap.cancellable = cancellable;
  trap.n_rows = 1000;
  imp_backlog_import_async (fixture->backlog, &request, cancellable, imp_await_cb, &await);
  result = imp_await (&await);
  trap.cancellable = NULL;
  outcome = imp_backlog_import_finish (fixture->backlog, result, &error);
  g_assert_null (outcome);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (imp_progress_get (progress), >, 0);
  g_assert_cmpfloat (imp_progress_get (progress), <, 0.9);
  assert_names (fixture, IMP_KIND_SITE, "");
  g_assert_null (imp_backlog_get_undo_label (fixture->backlog));
  record_at (fixture, NULL, "Ghent");
  assert_names (fixture, IMP_KIND_SITE, "Ghent");
}

static void
test_progress_goes_to_the_end (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_table (300);
  g_autoptr (ImpProgress) importing = imp_progress_new (), exporting = imp_progress_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "out.json", NULL);
  ImpImportRequest request = { .format = IMP_FORMAT_CSV, .bytes = bytes, .progress = importing };
  g_autoptr (ImpImportOutcome) outcome = NULL;
  g_autoptr (GAsyncResult) imported = NULL, exported = NULL;
  ImpAwait await = { NULL };

  imp_backlog_import_async (fixture->backlog, &request, NULL, imp_await_cb, &await);
  imported = imp_await (&await);
  outcome = imp_backlog_import_finish (fixture->backlog, imported, NULL);
  g_assert_nonnull (outcome);
  g_assert_cmpfloat (imp_progress_get (importing), >, 0.9);
  imp_backlog_export_async (fixture->backlog, path, exporting, NULL, imp_await_cb, &await);
  exported = imp_await (&await);
  g_assert_true (imp_backlog_export_finish (fixture->backlog, exported, NULL));
  g_assert_cmpfloat (imp_progress_get (exporting), ==, 1);
}

static void
test_format_from_path (BacklogFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (imp_format_from_path ("/a/backlog.json"), ==, IMP_FORMAT_BACKLOG);
  g_assert_cmpint (imp_format_from_path ("/a/BACKLOG.JSON"), ==, IMP_FORMAT_BACKLOG);
  g_assert_cmpint (imp_format_from_path ("/a/list.csv"), ==, IMP_FORMAT_CSV);
  g_assert_cmpint (imp_format_from_path ("/a/json"), ==, IMP_FORMAT_CSV);
}

/* Also while the file is still being read, and what is here backed up. */
static void
test_import_is_waited_for (BacklogFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) text = g_string_new ("title\n");
  g_autoptr (GAsyncResult) waited = NULL, imported = NULL;
  ImpImportRequest request = { .format = IMP_FORMAT_CSV };
  ImpAwait importing = { NULL }, waiting = { NULL };

  backlog_fixture_record (fixture, "The printer jams", 10);
  for (int i = 0; i < 100; i++)
    g_string_append_printf (text, "Wish %d\n", i);
  request.bytes = bytes = g_bytes_new (text->str, text->len);
  imp_backlog_import_async (fixture->backlog, &request, NULL, imp_await_cb, &importing);
  imp_backlog_wait_async (fixture->backlog, imp_await_cb, &waiting);
  waited = imp_await (&waiting);
  imported = g_steal_pointer (&importing.result);
  g_assert_nonnull (imported);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BACKLOG_FIXTURE_ADD ("import/format-from-path", test_format_from_path);
  BACKLOG_FIXTURE_ADD ("import/sample-once", test_sample_imports_once);
  BACKLOG_FIXTURE_ADD ("import/dry-run-changes-nothing", test_dry_run_changes_nothing);
  BACKLOG_FIXTURE_ADD ("import/names-meet", test_names_meet);
  BACKLOG_FIXTURE_ADD ("import/persons-stay-apart", test_persons_stay_apart);
  BACKLOG_FIXTURE_ADD ("import/deleted-stays-deleted", test_deleted_stays_deleted);
  BACKLOG_FIXTURE_ADD ("import/undone-comes-again", test_undone_comes_again);
  BACKLOG_FIXTURE_ADD ("import/is-cancelled", test_import_is_cancelled);
  BACKLOG_FIXTURE_ADD ("import/is-waited-for", test_import_is_waited_for);
  BACKLOG_FIXTURE_ADD ("import/progress", test_progress_goes_to_the_end);
  BACKLOG_FIXTURE_ADD ("export/round-trip-is-equal", test_round_trip_is_equal);
  return g_test_run ();
}
