/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Looking over the file to the last page: also whether what the screens read follows from the
 * journal. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/imp-blob.h"
#include "store/imp-connection-private.h"
#include "store/imp-standings.h"
#include "store/imp-store-private.h"

static const char SQL_CHECK_ALL_PAGES[] = "PRAGMA integrity_check(20)";
static const char SQL_COUNT_STRANGERS[] =
    "SELECT count(*) FROM journal WHERE rep NOT IN (SELECT n FROM replica)";
static const char SQL_COUNT_FOREIGN[] = "SELECT count(*) FROM journal WHERE rep <> ?1";
static const char SQL_CREATE_WORDS[] =
    "CREATE VIRTUAL TABLE temp.word USING fts5vocab (main, irritant_text, instance)";
static const char SQL_DROP_WORDS[] = "DROP TABLE temp.word";

/* All that is derived, in an order that does not depend on when it was written. */
static const char *const projections[] = {
  "SELECT * FROM organisation ORDER BY n",
  "SELECT * FROM site ORDER BY n",
  "SELECT * FROM department ORDER BY n",
  "SELECT * FROM offering ORDER BY n",
  "SELECT * FROM person ORDER BY n",
  "SELECT * FROM irritant ORDER BY n",
  "SELECT * FROM report ORDER BY n",
  "SELECT * FROM fix ORDER BY n",
  "SELECT * FROM removal ORDER BY n",
  "SELECT * FROM promise ORDER BY n",
  "SELECT * FROM confirmation ORDER BY n",
  "SELECT * FROM announcement ORDER BY n",
  "SELECT * FROM entry ORDER BY n, announcement",
  "SELECT * FROM attachment ORDER BY n",
  "SELECT * FROM step ORDER BY n",
  "SELECT * FROM outcome ORDER BY n",
  "SELECT * FROM tagging ORDER BY n",
  "SELECT * FROM view ORDER BY n",
  "SELECT * FROM round ORDER BY n",
  "SELECT * FROM meeting ORDER BY n",
  "SELECT * FROM observation ORDER BY n",
  "SELECT * FROM told ORDER BY n",
  "SELECT * FROM tally ORDER BY question, value",
  "SELECT * FROM state_sum ORDER BY state",
  "SELECT * FROM temp.word",
};

#define N_PROJECTIONS G_N_ELEMENTS (projections)

static void
add_value (GChecksum *sum, sqlite3_stmt *row, int column)
{
  const int type = sqlite3_column_type (row, column);
  const gconstpointer bytes = sqlite3_column_blob (row, column);
  const int size = sqlite3_column_bytes (row, column);
  const double real = sqlite3_column_double (row, column);

  g_checksum_update (sum, (const guchar *) &type, sizeof type);
  g_checksum_update (sum, (const guchar *) &size, sizeof size);
  if (type == SQLITE_FLOAT) /* as bytes it is rounded */
    g_checksum_update (sum, (const guchar *) &real, sizeof real);
  else if (size > 0)
    g_checksum_update (sum, bytes, size);
}

static gboolean
digest_rows (ImpStore *self, const char *sql, GChecksum *sum, GError **error)
{
  sqlite3_stmt *row = NULL;
  int code = sqlite3_prepare_v2 (self->connection->db, sql, -1, &row, NULL);

  while (code == SQLITE_OK && (code = sqlite3_step (row)) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (row); i++)
        add_value (sum, row, i);
      code = SQLITE_OK;
    }
  sqlite3_finalize (row);
  return code == SQLITE_DONE || imp_connection_fail (self->connection, code, error);
}

static gboolean
digest (ImpStore *self, char *digests[N_PROJECTIONS], GError **error)
{
  for (guint i = 0; i < N_PROJECTIONS; i++)
    {
      g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

      if (!digest_rows (self, projections[i], sum, error))
        return FALSE;
      digests[i] = g_strdup (g_checksum_get_string (sum));
    }
  return TRUE;
}

/* Rebuilt inside a transaction that never ends well, so that nothing is changed. */
static gboolean
digest_rebuilt (ImpStore *self, char *digests[N_PROJECTIONS], GError **error)
{
  const ImpStore before = *self;
  gboolean done = imp_connection_begin (self->connection, error)
                  && imp_projection_rebuild (self, error) && digest (self, digests, error);

  imp_connection_rollback (self->connection);
  *self = before;
  return done;
}

static gboolean
compare_projections (ImpStore *self, GPtrArray *problems, GError **error)
{
  char *now[N_PROJECTIONS] = { NULL }, *rebuilt[N_PROJECTIONS] = { NULL };
  gboolean done = digest (self, now, error) && digest_rebuilt (self, rebuilt, error);
  guint n_different = 0;

  for (guint i = 0; i < N_PROJECTIONS; i++)
    {
      n_different += done && !g_str_equal (now[i], rebuilt[i]);
      g_free (now[i]);
      g_free (rebuilt[i]);
    }
  if (n_different > 0)
    g_ptr_array_add (problems,
                     g_strdup_printf (ngettext ("%u table that the screens read does not follow "
                                                "from the journal. Restore a backup",
                                                "%u tables that the screens read do not follow "
                                                "from the journal. Restore a backup",
                                                n_different),
                                      n_different));
  return done;
}

static gboolean
check_projections (ImpStore *self, GPtrArray *problems, GError **error)
{
  gboolean done;

  if (!imp_connection_exec (self->connection, SQL_CREATE_WORDS, error))
    return FALSE;
  done = compare_projections (self, problems, error);
  return imp_connection_exec (self->connection, SQL_DROP_WORDS, done ? error : NULL) && done;
}

static gboolean
check_all_pages (ImpStore *self, GPtrArray *problems, GError **error)
{
  g_autoptr (ImpStatement) check = imp_connection_borrow (self->connection, SQL_CHECK_ALL_PAGES);

  while (imp_statement_next (check))
    if (g_strcmp0 (imp_statement_get_text (check, 0), "ok") != 0)
      g_ptr_array_add (problems, g_strdup_printf (_ ("The file is damaged: %s"),
                                                  imp_statement_get_text (check, 0)));
  return imp_statement_end (check, error);
}

static gboolean
check_laptops (ImpStore *self, guint *n_foreign, GPtrArray *problems, GError **error)
{
  g_autoptr (ImpStatement) foreign = imp_connection_borrow (self->connection, SQL_COUNT_FOREIGN);
  gint64 n_strangers = 0;

  imp_statement_bind_int (foreign, 1, self->rep);
  if (!imp_connection_query_int (self->connection, SQL_COUNT_STRANGERS, &n_strangers, error)
      || !imp_statement_fetch (foreign, error))
    return FALSE;
  *n_foreign = (guint) imp_statement_get_int (foreign, 0);
  if (n_strangers > 0)
    g_ptr_array_add (problems,
                     g_strdup_printf (ngettext ("%u row of the journal is of no known laptop. "
                                                "Restore a backup",
                                                "%u rows of the journal are of no known laptop. "
                                                "Restore a backup",
                                                (gulong) n_strangers),
                                      (guint) n_strangers));
  return TRUE;
}

gboolean
imp_store_check_deep (ImpStore *self,
                      guint *n_foreign,
                      GPtrArray *problems,
                      GCancellable *cancellable,
                      GError **error)
{
  gboolean done = imp_store_check (self, problems, cancellable, error);

  imp_connection_set_cancellable (self->connection, cancellable);
  done = done && check_all_pages (self, problems, error)
         && check_laptops (self, n_foreign, problems, error)
         && check_projections (self, problems, error) && imp_blob_check (self, problems, error)
         && imp_standings_check (self, problems, error);
  imp_connection_set_cancellable (self->connection, NULL);
  return done;
}
