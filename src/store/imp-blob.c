/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The bytes of attachments, by their hash. */
#include "config.h"

#include "store/imp-blob.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"
#include "model/imp-attachment.h"
#include "store/imp-connection-private.h"
#include "store/imp-store-private.h"

#define KIND  "14" /* IMP_KIND_ATTACHMENT */
#define FIELD "4"  /* IMP_ATTACHMENT_SHA256 */

G_STATIC_ASSERT (IMP_KIND_ATTACHMENT == 14 && IMP_ATTACHMENT_SHA256 == 4);

static const char SQL_INSERT_BLOB[] =
    "INSERT INTO blob (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING RETURNING n";
static const char SQL_SELECT_BLOB[] = "SELECT bytes FROM blob WHERE sha256 = ?1";
static const char SQL_SELECT_ALL[] = "SELECT n, sha256 FROM blob ORDER BY sha256";
static const char SQL_SELECT_LIVING[] =
    "SELECT n, sha256 FROM blob WHERE sha256 IN (SELECT sha256 FROM attachment) ORDER BY sha256";
static const char SQL_SELECT_ONE[] = "SELECT n, sha256 FROM blob WHERE sha256 = ?1";
static const char SQL_DELETE_UNNAMED[] =
    "DELETE FROM blob WHERE sha256 NOT IN (SELECT value FROM journal WHERE entity = " KIND
    " AND field = " FIELD " AND value IS NOT NULL)";
static const char SQL_COUNT_ATTACHMENTS[] = "SELECT count(*) FROM attachment";
static const char SQL_COUNT_MISSING[] =
    "SELECT count(*) FROM attachment a WHERE NOT EXISTS (SELECT 1 FROM blob b"
    " WHERE b.sha256 = a.sha256)";

gboolean
imp_blob_insert (ImpStore *store, GBytes *bytes, gboolean *is_new, GError **error)
{
  g_autoptr (ImpStatement) insert = imp_connection_borrow (store->connection, SQL_INSERT_BLOB);
  g_autofree char *sha256 = imp_attachment_hash (bytes);
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  imp_statement_bind_text (insert, 1, sha256);
  imp_statement_bind_blob (insert, 2, size > 0 ? data : "", size);
  *is_new = imp_statement_next (insert);
  return imp_statement_end (insert, error);
}

gboolean
imp_blob_drop_unnamed (ImpStore *store, GError **error)
{
  return imp_connection_exec (store->connection, SQL_DELETE_UNNAMED, error);
}

static GBytes *
read_bytes (ImpStatement *row)
{
  gsize size;
  const guint8 *data = imp_statement_get_blob (row, 0, &size);

  return g_bytes_new (data, size);
}

GBytes *
imp_store_read_blob (ImpStore *store, const char *sha256, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_BLOB);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *actual = NULL;

  imp_statement_bind_text (select, 1, sha256);
  if (!imp_statement_next (select))
    {
      if (imp_statement_end (select, error))
        g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_FOUND,
                             _ ("it has not come to this laptop yet"));
      return NULL;
    }
  bytes = read_bytes (select);
  actual = imp_attachment_hash (bytes);
  if (g_strcmp0 (actual, sha256) == 0)
    return g_steal_pointer (&bytes);
  imp_connection_fail (store->connection, SQLITE_CORRUPT, error);
  return NULL;
}

/* Hands over a blob in pieces, however large it is. */
static gboolean
read_pieces (ImpStore *store,
             sqlite3_blob *blob,
             const char *sha256,
             ImpBlobFunc func,
             gpointer data,
             GError **error)
{
  g_autofree guint8 *piece = g_malloc (IMP_BLOB_PIECE);
  int size = sqlite3_blob_bytes (blob), at = 0;

  do
    {
      int n = MIN (size - at, (int) IMP_BLOB_PIECE);
      int code = n > 0 ? sqlite3_blob_read (blob, piece, n, at) : SQLITE_OK;

      if (code != SQLITE_OK)
        return imp_connection_fail (store->connection, code, error);
      if (!imp_store_advance (store, 1, error) || !func (sha256, piece, (gsize) n, data, error))
        return FALSE;
      at += n;
    }
  while (at < size);
  return TRUE;
}

static gboolean
read_one (ImpStore *store, ImpStatement *row, ImpBlobFunc func, gpointer data, GError **error)
{
  sqlite3_blob *blob = NULL;
  int code = sqlite3_blob_open (store->connection->db, "main", "blob", "bytes",
                                imp_statement_get_int (row, 0), 0, &blob);
  gboolean done = code == SQLITE_OK ? read_pieces (store, blob, imp_statement_get_text (row, 1),
                                                   func, data, error)
                                    : imp_connection_fail (store->connection, code, error);

  sqlite3_blob_close (blob);
  return done;
}

static gboolean
for_each (ImpStore *store, const char *sql, ImpBlobFunc func, gpointer data, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, sql);

  while (imp_statement_next (select))
    if (!read_one (store, select, func, data, error))
      return FALSE;
  return imp_statement_end (select, error);
}

gboolean
imp_store_for_each_blob (ImpStore *store, ImpBlobFunc func, gpointer data, GError **error)
{
  return for_each (store, SQL_SELECT_LIVING, func, data, error);
}

static gboolean
read_blob_of (ImpStore *store, const char *sha256, ImpBlobFunc func, gpointer data, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_ONE);

  imp_statement_bind_text (select, 1, sha256);
  if (imp_statement_next (select) && !read_one (store, select, func, data, error))
    return FALSE;
  return imp_statement_end (select, error);
}

gboolean
imp_store_for_each_blob_of (ImpStore *store,
                            GHashTable *hashes,
                            ImpBlobFunc func,
                            gpointer data,
                            GError **error)
{
  g_autoptr (GList) sorted = g_list_sort (g_hash_table_get_keys (hashes), (GCompareFunc) g_strcmp0);

  for (const GList *at = sorted; at != NULL; at = at->next)
    if (!read_blob_of (store, at->data, func, data, error))
      return FALSE;
  return TRUE;
}

/* The blobs being gone through: what is hashed, and how many were not what they should be. */
typedef struct
{
  char *sha256;
  GChecksum *sum;
  guint n_changed;
} Check;

static void
end_blob (Check *self)
{
  if (self->sha256 != NULL)
    self->n_changed += !g_str_equal (self->sha256, g_checksum_get_string (self->sum));
  g_clear_pointer (&self->sha256, g_free);
  g_checksum_reset (self->sum);
}

static gboolean
check_piece (const char *sha256, gconstpointer piece, gsize size, gpointer data, GError **error)
{
  Check *self = data;

  if (g_strcmp0 (self->sha256, sha256) != 0)
    {
      end_blob (self);
      self->sha256 = g_strdup (sha256);
    }
  g_checksum_update (self->sum, piece, (gssize) size);
  return TRUE;
}

gboolean
imp_blob_check (ImpStore *store, GPtrArray *problems, GError **error)
{
  Check check = { .sum = g_checksum_new (G_CHECKSUM_SHA256) };
  gboolean done = for_each (store, SQL_SELECT_ALL, check_piece, &check, error);

  end_blob (&check);
  g_checksum_free (check.sum);
  if (done && check.n_changed > 0)
    g_ptr_array_add (problems,
                     g_strdup_printf (ngettext ("%u photo or file is not what was added. Restore a "
                                                "backup",
                                                "%u photos or files are not what was added. "
                                                "Restore a backup",
                                                check.n_changed),
                                      check.n_changed));
  return done;
}

gboolean
imp_store_count_attachments (ImpStore *store, guint *n_all, guint *n_missing, GError **error)
{
  gint64 all = 0, missing = 0;

  if (!imp_connection_query_int (store->connection, SQL_COUNT_ATTACHMENTS, &all, error)
      || !imp_connection_query_int (store->connection, SQL_COUNT_MISSING, &missing, error))
    return FALSE;
  *n_all = (guint) all;
  *n_missing = (guint) missing;
  return TRUE;
}
