/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Earlier values that nobody may find any more. */
#include "config.h"

#include "store/imp-forget.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/imp-error.h"
#include "store/imp-blob.h"
#include "store/imp-item.h"
#include "store/imp-store-private.h"

#define FORGET G_STRINGIFY (IMP_FIELD_FORGET)

static const char SQL_SELECT_LAST[] = "SELECT value FROM cell WHERE item = ?1 AND field = " FORGET;
static const char SQL_SELECT_ANY[] = "SELECT EXISTS (SELECT 1 FROM cell WHERE field = " FORGET ")";
static const char SQL_SELECT_FIELDS[] =
    "SELECT value, hlc FROM journal WHERE item = ?1 AND field = " FORGET;
/* What was written after it was said is no earlier value.
 * Among the values that a field holds side by side somebody has still to choose. */
static const char SQL_UPDATE_FORGOTTEN[] =
    "UPDATE journal SET value = NULL, salt = NULL WHERE item = ?1 AND field = ?2"
    " AND salt IS NOT NULL AND hlc < ?3 AND NOT EXISTS (SELECT 1 FROM cell c WHERE c.item = ?1"
    " AND c.field = ?2 AND ((c.rep = journal.rep AND c.rseq = journal.rseq)"
    " OR instr (',' || c.heads || ',', ',' || journal.rep || ':' || journal.rseq || ',') > 0))";
/* Words that are deleted from the index stay in it until it is put together anew. */
static const char SQL_OPTIMIZE_TEXT[] =
    "INSERT INTO irritant_text (irritant_text) VALUES ('optimize')";

/* 0 where nothing was; what was said last is never 0. */
gboolean
imp_forget_read_last (ImpStore *store, ImpItem item, gint64 *value, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_LAST);

  imp_statement_bind_int (select, 1, item);
  *value = imp_statement_next (select) ? imp_statement_get_int (select, 0) : 0;
  return imp_statement_end (select, error);
}

/* When each field was last said to be forgotten; 0: never. */
typedef gint64 Stamps[IMP_FIELD_FORGET];

/* Of all rows: two laptops may have said so of different fields. */
static gboolean
read_stamps (ImpStore *store, ImpItem item, Stamps stamps, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_FIELDS);

  imp_statement_bind_int (select, 1, item);
  while (imp_statement_next (select))
    for (int field = 1; field < IMP_FIELD_FORGET; field++)
      if (imp_statement_get_int (select, 0) >> field & 1)
        stamps[field] = MAX (stamps[field], imp_statement_get_int (select, 1));
  return imp_statement_end (select, error);
}

static gboolean
find_stamps (ImpStore *store, ImpItem item, gboolean *any, Stamps stamps, GError **error)
{
  gint64 last;

  memset (stamps, 0, sizeof (Stamps));
  if (!imp_forget_read_last (store, item, &last, error))
    return FALSE;
  *any = last != 0;
  return !*any || read_stamps (store, item, stamps, error);
}

gboolean
imp_forget_read_fields (ImpStore *store, ImpItem item, gint64 *fields, GError **error)
{
  gboolean any;
  Stamps stamps;

  *fields = 0;
  if (!find_stamps (store, item, &any, stamps, error))
    return FALSE;
  for (int field = 1; field < IMP_FIELD_FORGET; field++)
    if (stamps[field] != 0)
      *fields |= G_GINT64_CONSTANT (1) << field;
  return TRUE;
}

static gboolean
is_whole (ImpKind kind, const Stamps stamps)
{
  guint n_fields;
  const ImpField *fields = imp_kind_get_fields (kind, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (stamps[fields[i].number] == 0)
      return FALSE;
  return n_fields > 0;
}

/* Most items forget nothing, which is quickly seen. */
gboolean
imp_forget_is_whole (ImpStore *store, ImpItem item, gboolean *whole, GError **error)
{
  ImpKind kind = IMP_KIND_NONE;
  gboolean any;
  Stamps stamps;

  *whole = FALSE;
  if (!find_stamps (store, item, &any, stamps, error)
      || (any && !imp_item_read_kind (store, item, &kind, error)))
    return FALSE;
  *whole = any && is_whole (kind, stamps);
  return TRUE;
}

static gboolean
forget_field (ImpStore *store, ImpItem item, int field, gint64 before, GError **error)
{
  g_autoptr (ImpStatement) update = imp_connection_borrow (store->connection, SQL_UPDATE_FORGOTTEN);

  imp_statement_bind_int (update, 1, item);
  imp_statement_bind_int (update, 2, field);
  imp_statement_bind_int (update, 3, before);
  return imp_statement_run (update, error);
}

static gboolean
forget_item (ImpStore *store, ImpItem item, GError **error)
{
  ImpKind kind = IMP_KIND_NONE;
  gboolean any, whole;
  Stamps stamps;

  if (!find_stamps (store, item, &any, stamps, error)
      || (any && !imp_item_read_kind (store, item, &kind, error)))
    return FALSE;
  whole = any && is_whole (kind, stamps);
  for (int field = 1; any && field < IMP_FIELD_FORGET; field++)
    if (stamps[field] != 0
        && !forget_field (store, item, field, whole ? G_MAXINT64 : stamps[field], error))
      return FALSE;
  return TRUE;
}

/* In most backlogs nothing ever is. */
gboolean
imp_forget_touched (ImpTouched *touched, GError **error)
{
  gint64 any = 0;

  return imp_connection_query_int (touched->store->connection, SQL_SELECT_ANY, &any, error)
         && (any == 0 || imp_touched_for_each (touched, forget_item, error));
}

static gboolean
write_anew (ImpStore *self, GError **error)
{
  ImpConnection *connection = self->connection;

  if (imp_blob_drop_unnamed (self, error)
      && imp_connection_exec (connection, SQL_OPTIMIZE_TEXT, error)
      && imp_connection_exec (connection, "VACUUM", error)
      && imp_connection_empty_log (connection, error))
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
