/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Opening and closing the store, and who this laptop is. */
#include "config.h"

#include "store/imp-store-private.h"

#include <glib/gi18n-lib.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/imp-error.h"

static const char SQL_SELECT_META[] = "SELECT v FROM meta WHERE k = ?1";
static const char SQL_INSERT_META[] = "INSERT INTO meta (k, v) VALUES (?1, ?2)";
static const char SQL_SELECT_REPLICA[] = "SELECT n, applied, head FROM replica WHERE id = ?1";
static const char SQL_INSERT_REPLICA[] =
    "INSERT INTO replica (id, applied, pushed, head) VALUES (?1, 0, 0, zeroblob(32))";

static char *
get_identity_path (ImpStore *self)
{
  return g_strconcat (imp_connection_get_path (self->connection), ".replica", NULL);
}

/* "UUID newest-row": a database that is behind this is a restored copy and gets a new identity. */
static gboolean
read_identity (ImpStore *self, ImpUuid *replica, gint64 *rseq)
{
  g_autofree char *path = get_identity_path (self);
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;
  words = g_strsplit_set (g_strchomp (text), " \n", 2);
  if (words[0] == NULL || !imp_uuid_parse (words[0], replica))
    return FALSE;
  *rseq = words[1] != NULL ? g_ascii_strtoll (words[1], NULL, 10) : 0;
  return TRUE;
}

gboolean
imp_replica_note (ImpStore *self, GError **error)
{
  g_autofree char *path = get_identity_path (self);
  g_autofree char *text = NULL;
  g_autoptr (GError) local_error = NULL;
  char uuid[IMP_UUID_STRING_LEN];

  imp_uuid_print (&self->replica, uuid);
  text = g_strdup_printf ("%s %" G_GINT64_FORMAT "\n", uuid, self->rseq);
  if (g_file_set_contents_full (path, text, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &local_error))
    return TRUE;
  g_set_error (error, IMP_ERROR,
               g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOSPC)
                   ? IMP_ERROR_FULL
                   : IMP_ERROR_READ_ONLY,
               _ ("%s. Make room or change the rights of the folder"), local_error->message);
  return FALSE;
}

static gboolean
find_replica (ImpStore *self, gboolean *found, GError **error)
{
  g_autoptr (ImpStatement) statement = imp_connection_borrow (self->connection, SQL_SELECT_REPLICA);
  const guint8 *head;
  gsize size;

  imp_statement_bind_blob (statement, 1, self->replica.bytes, sizeof self->replica.bytes);
  *found = imp_statement_next (statement);
  if (*found)
    {
      self->rep = imp_statement_get_int (statement, 0);
      self->rseq = imp_statement_get_int (statement, 1);
      head = imp_statement_get_blob (statement, 2, &size);
      memcpy (self->head, head, MIN (size, sizeof self->head));
    }
  return imp_statement_end (statement, error);
}

static gboolean
add_replica (ImpStore *self, GError **error)
{
  g_autoptr (ImpStatement) statement = imp_connection_borrow (self->connection, SQL_INSERT_REPLICA);
  gboolean found;

  self->replica = imp_uuid_new_random ();
  imp_statement_bind_blob (statement, 1, self->replica.bytes, sizeof self->replica.bytes);
  return imp_statement_run (statement, error) && find_replica (self, &found, error);
}

gboolean
imp_replica_load (ImpStore *self, GError **error)
{
  gboolean known, found = FALSE;
  gint64 noted = 0;

  known = read_identity (self, &self->replica, &noted);
  if (known && !find_replica (self, &found, error))
    return FALSE;
  if (found && self->rseq >= noted)
    return TRUE;
  return add_replica (self, error) && imp_replica_note (self, error);
}

static gboolean
ensure_meta (ImpStore *self, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (self->connection, SQL_SELECT_META);
  g_autoptr (ImpStatement) insert = imp_connection_borrow (self->connection, SQL_INSERT_META);
  ImpUuid dataset = imp_uuid_new_random ();

  imp_statement_bind_text (select, 1, "dataset");
  if (imp_statement_next (select))
    return TRUE;
  if (!imp_statement_end (select, error))
    return FALSE;
  imp_statement_bind_text (insert, 1, "dataset");
  imp_statement_bind_blob (insert, 2, dataset.bytes, sizeof dataset.bytes);
  return imp_statement_run (insert, error);
}

/* A write of an earlier session may carry a later stamp than this computer's clock shows. */
static gboolean
load_clock (ImpStore *self, GError **error)
{
  static const char SQL_SELECT_CLOCK[] = "SELECT coalesce(max(v), 0) FROM meta WHERE k = 'clock'";

  return imp_connection_query_int (self->connection, SQL_SELECT_CLOCK, &self->last_hlc, error);
}

static gboolean
load (ImpStore *self, GError **error)
{
  return ensure_meta (self, error) && imp_replica_load (self, error) && load_clock (self, error)
         && imp_derive_load_medians (self, error);
}

ImpStore *
imp_store_open (const char *path, const char *actor, const ImpClock *clock, GError **error)
{
  ImpStore *self = g_new0 (ImpStore, 1);

  self->connection = imp_connection_open (path, error);
  self->actor = g_strdup (actor);
  self->clock = *clock;
  self->generation = 1;
  if (self->connection != NULL && load (self, error))
    return self;
  if (self->connection != NULL)
    {
      imp_error_prefix (error, _ ("Cannot open the backlog “%s”"), path);
      imp_connection_close (self->connection);
    }
  g_free (self->actor);
  g_free (self);
  return NULL;
}

void
imp_store_close (ImpStore *self)
{
  g_autoptr (GError) error = NULL;

  if (!imp_replica_note (self, &error))
    g_message ("%s", error->message);
  g_clear_pointer (&self->ranking.items, g_array_unref);
  imp_connection_close (self->connection);
  g_free (self->actor);
  g_free (self);
}

ImpConnection *
imp_store_get_connection (ImpStore *self)
{
  return self->connection;
}

ImpDate
imp_store_get_today (ImpStore *self)
{
  return imp_clock_today (&self->clock);
}

const ImpMedians *
imp_store_get_medians (ImpStore *self)
{
  return &self->medians;
}

guint64
imp_store_get_generation (ImpStore *self)
{
  return self->generation;
}

void
imp_commit_clear (ImpCommit *self)
{
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->known, g_array_unref);
}
