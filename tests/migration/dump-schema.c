/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Prints a small backlog of the newest schema as SQL, to be kept for later versions
 * (docs/schema.md). */
#include "config.h"

#include <sqlite3.h>
#include <stdio.h>

#include "store/store-fixture.h"
#include "store/imp-connection-private.h"

static const char HEADER[] = "-- SPDX-FileCopyrightText: 2026 The Improve authors\n"
                             "-- SPDX-License-Identifier: GPL-3.0-or-later\n"
                             "-- A backlog as a released version wrote it: never changed.\n";
/* The shadow tables of the search index are SQLite's own; its words are put in again. */
static const char SQL_SELECT_TABLES[] =
    "SELECT name, sql, type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' FROM sqlite_schema"
    " WHERE sql IS NOT NULL AND name NOT LIKE 'irritant@_text@_%' ESCAPE '@' ORDER BY rowid";
static const char SQL_FILL_INDEX[] =
    "INSERT INTO irritant_text (rowid, title, said, names, fixes)"
    " SELECT i.n, lower (i.title), lower (concat_ws (' ', i.description,"
    " (SELECT group_concat (words, ' ') FROM report WHERE irritant = i.n))),"
    " lower (concat_ws (' ', o.name, st.name, oc.name, (SELECT group_concat (tag, ' ') FROM tagging"
    " WHERE irritant = i.n), (SELECT group_concat (concat_ws (' ', p.name, d.name, pd.name,"
    " s.name), ' ') FROM report r LEFT JOIN person p ON p.n = r.person"
    " LEFT JOIN department d ON d.n = r.department LEFT JOIN department pd ON pd.n = p.department"
    " LEFT JOIN site s ON s.n = r.site WHERE r.irritant = i.n))),"
    " lower ((SELECT group_concat (concat_ws (' ', f.title, f.did, f.now), ' ') FROM removal m"
    " JOIN fix f ON f.n = m.fix WHERE m.irritant = i.n))"
    " FROM irritant i LEFT JOIN offering o ON o.n = i.offering LEFT JOIN step st ON st.n = i.step"
    " LEFT JOIN outcome oc ON oc.n = i.outcome;";

static void
set_value (ImpChanges *changes, ImpItem item, const ImpField *field, const ImpItem *items)
{
  if (field->type == IMP_FIELD_ITEM)
    imp_changes_set_item (changes, item, field->number, items[field->refers]);
  else if (field->type == IMP_FIELD_NUMBER)
    imp_changes_set_real (changes, item, field->number, 2.5);
  else if (field->type == IMP_FIELD_DATE)
    imp_changes_set_date (changes, item, field->number, STORE_FIXTURE_TODAY - 7);
  else if (field->type == IMP_FIELD_ANSWER)
    imp_changes_set_text (changes, item, field->number, "12 measured");
  else if (field->type == IMP_FIELD_LINE || field->type == IMP_FIELD_PROSE)
    imp_changes_set_text (changes, item, field->number, field->name);
  else
    imp_changes_set_integer (changes, item, field->number, 1);
}

/* One item of each kind with a value in each field. */
static void
fill (StoreFixture *fixture)
{
  ImpChanges *changes = imp_changes_new ();
  ImpItem items[IMP_N_KINDS] = { 0 };

  for (int kind = 1; kind < IMP_N_KINDS; kind++)
    if (kind != IMP_KIND_REMOVAL)
      items[kind] = imp_changes_add (changes, (ImpKind) kind);
  imp_changes_add_removal (changes, items[IMP_KIND_FIX], items[IMP_KIND_IRRITANT]);
  for (int kind = 1; kind < IMP_N_KINDS; kind++)
    {
      guint n_fields;
      const ImpField *fields = imp_kind_get_fields ((ImpKind) kind, &n_fields);

      for (guint i = 0; i < n_fields && kind != IMP_KIND_REMOVAL; i++)
        set_value (changes, items[kind], &fields[i], items);
    }
  store_fixture_commit (fixture, changes, NULL);
  store_fixture_delete (fixture, store_fixture_record (fixture, "Deleted", NULL, NULL));
  store_fixture_record (fixture, "Printer jams", "10 measured", NULL);
}

static void
print_rows (sqlite3 *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  sqlite3_stmt *rows = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &rows, NULL), ==, SQLITE_OK);
  while (sqlite3_step (rows) == SQLITE_ROW)
    {
      printf ("INSERT INTO \"%s\" VALUES (", table);
      for (int i = 0; i < sqlite3_column_count (rows); i++)
        {
          char *quoted = NULL;
          sqlite3_stmt *quote = NULL;

          g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT quote (?1)", -1, &quote, NULL), ==,
                           SQLITE_OK);
          sqlite3_bind_value (quote, 1, sqlite3_column_value (rows, i));
          g_assert_cmpint (sqlite3_step (quote), ==, SQLITE_ROW);
          quoted = g_strdup ((const char *) sqlite3_column_text (quote, 0));
          sqlite3_finalize (quote);
          printf ("%s%s", i > 0 ? ", " : "", quoted);
          g_free (quoted);
        }
      printf (");\n");
    }
  sqlite3_finalize (rows);
}

static void
print_database (sqlite3 *db)
{
  sqlite3_stmt *tables = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, SQL_SELECT_TABLES, -1, &tables, NULL), ==, SQLITE_OK);
  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      printf ("%s;\n", sqlite3_column_text (tables, 1));
      if (sqlite3_column_int (tables, 2))
        print_rows (db, (const char *) sqlite3_column_text (tables, 0));
    }
  sqlite3_finalize (tables);
}

int
main (void)
{
  StoreFixture fixture = { 0 };

  store_fixture_set_up (&fixture, NULL);
  fill (&fixture);
  printf ("%s", HEADER);
  print_database (imp_store_get_connection (fixture.store)->db);
  printf ("%s\nPRAGMA application_id = %d;\nPRAGMA user_version = %d;\n", SQL_FILL_INDEX,
          IMP_APPLICATION_ID, (int) store_fixture_query (&fixture, "PRAGMA user_version"));
  store_fixture_tear_down (&fixture, NULL);
  return 0;
}
