/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Earlier values that nobody may find any more. */
#include "config.h"

#include "store/imp-forget.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"
#include "store/imp-blob.h"
#include "store/imp-store-private.h"

#define FORGET G_STRINGIFY (IMP_FIELD_FORGET)

static const char SQL_SELECT_FORGETS[] = "SELECT 1 FROM cell WHERE item = ?1 AND field = " FORGET;
static const char SQL_SELECT_FIELDS[] =
    "SELECT value FROM journal WHERE item = ?1 AND field = " FORGET;
/* While a field holds several values somebody has still to choose among them. */
static const char SQL_UPDATE_FORGOTTEN[] =
    "UPDATE journal SET value = NULL, salt = NULL WHERE item = ?1 AND field = ?2"
    " AND salt IS NOT NULL AND NOT EXISTS (SELECT 1 FROM cell c WHERE c.item = ?1"
    " AND c.field = ?2 AND (c.heads IS NOT NULL"
    " OR (c.rep = journal.rep AND c.rseq = journal.rseq)))";
/* Words that are deleted from the index stay in it until it is put together anew. */
static const char SQL_OPTIMIZE_TEXT[] =
    "INSERT INTO irritant_text (irritant_text) VALUES ('optimize')";

static gboolean
forgets (ImpStore *store, ImpItem item, gboolean *does, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_FORGETS);

  imp_statement_bind_int (select, 1, item);
  *does = imp_statement_next (select);
  return imp_statement_end (select, error);
}

/* Of all rows: two laptops may have said so of different fields. */
gboolean
imp_forget_read_fields (ImpStore *store, ImpItem item, gint64 *fields, GError **error)
{
  g_autoptr (ImpStatement) select = NULL;
  gboolean does;

  *fields = 0;
  if (!forgets (store, item, &does, error))
    return FALSE;
  if (!does)
    return TRUE;
  select = imp_connection_borrow (store->connection, SQL_SELECT_FIELDS);
  imp_statement_bind_int (select, 1, item);
  while (imp_statement_next (select))
    *fields |= imp_statement_get_int (select, 0);
  return imp_statement_end (select, error);
}

static gboolean
forget_field (ImpStore *store, ImpItem item, int field, GError **error)
{
  g_autoptr (ImpStatement) update = imp_connection_borrow (store->connection, SQL_UPDATE_FORGOTTEN);

  imp_statement_bind_int (update, 1, item);
  imp_statement_bind_int (update, 2, field);
  return imp_statement_run (update, error);
}

gboolean
imp_forget_item (ImpStore *store, ImpItem item, GError **error)
{
  gint64 fields;

  if (!imp_forget_read_fields (store, item, &fields, error))
    return FALSE;
  for (int field = 1; field < IMP_FIELD_FORGET; field++)
    if (fields >> field & 1 && !forget_field (store, item, field, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_anew (ImpStore *self, GError **error)
{
  ImpConnection *connection = self->connection;

  if (imp_blob_drop_unnamed (self, error)
      && imp_connection_exec (connection, SQL_OPTIMIZE_TEXT, error)
      && imp_connection_exec (connection, "VACUUM", error)
      && imp_connection_exec (connection, "PRAGMA wal_checkpoint (TRUNCATE)", error))
    return TRUE;
  imp_error_prefix (error, "%s",
                    _ ("It is erased from the backlog, but the file may still hold traces of it. "
                       "Make room on the disk and erase once more"));
  return FALSE;
}

gboolean
imp_store_erase (ImpStore *self, const ImpChanges *changes, ImpCommit *commit, GError **error)
{
  return imp_connection_exec (self->connection, "PRAGMA secure_delete = ON", error)
         && imp_store_commit (self, changes, commit, error) && write_anew (self, error)
         && imp_connection_exec (self->connection, "PRAGMA secure_delete = OFF", error);
}
