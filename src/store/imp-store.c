/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Opening and closing the store. */
#include "config.h"

#include "store/imp-erasure.h"
#include "store/imp-learning.h"
#include "store/imp-leftovers.h"
#include "store/imp-store-private.h"
#include "store/imp-tally.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/imp-error.h"
#include "base/imp-file.h"
#include "base/imp-text.h"

static const char SQL_SELECT_META[] = "SELECT v FROM meta WHERE k = ?1";
static const char SQL_INSERT_META[] = "INSERT INTO meta (k, v) VALUES (?1, ?2)";

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

gboolean
imp_store_save_clock (ImpStore *self, GError **error)
{
  static const char SQL_REPLACE_CLOCK[] = "REPLACE INTO meta (k, v) VALUES ('clock', ?1)";
  g_autoptr (ImpStatement) replace = imp_connection_borrow (self->connection, SQL_REPLACE_CLOCK);

  imp_statement_bind_int (replace, 1, self->last_hlc);
  return imp_statement_run (replace, error);
}

/* What newer versions wrote into the file about older ones; docs/schema.md. */
static gboolean
load_limits (ImpStore *self, GError **error)
{
  static const char SQL_SELECT_MIN_READER[] =
      "SELECT coalesce (max (v), 0) FROM meta WHERE k = 'min_reader'";
  static const char SQL_SELECT_MIN_WRITER[] =
      "SELECT coalesce (max (v), 0) FROM meta WHERE k = 'min_writer'";
  gint64 min_reader = 0, min_writer = 0;

  if (!imp_connection_query_int (self->connection, SQL_SELECT_MIN_READER, &min_reader, error)
      || !imp_connection_query_int (self->connection, SQL_SELECT_MIN_WRITER, &min_writer, error))
    return FALSE;
  self->read_only = min_writer > IMP_WIRE_VERSION || imp_connection_is_read_only (self->connection);
  if (min_reader <= IMP_WIRE_VERSION)
    return TRUE;
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_TOO_NEW,
                       _ ("a newer version of Improve has changed it. Your data has not been "
                          "modified. Update Improve to open it"));
  return FALSE;
}

gboolean
imp_store_check_writable (ImpStore *self, GError **error)
{
  if (!self->read_only)
    return TRUE;
  if (imp_connection_is_read_only (self->connection))
    return imp_connection_refuse_writing (self->connection, error);
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_TOO_NEW,
                       _ ("a newer version of Improve has changed this backlog. It can be read; "
                          "update Improve to change it"));
  return FALSE;
}

void
imp_store_watch (ImpStore *self, GCancellable *cancellable, ImpProgress *progress)
{
  self->watch = (ImpWatch) { .cancellable = cancellable, .progress = progress };
}

void
imp_store_expect (ImpStore *self, guint64 n_steps)
{
  self->watch.n_done = 0;
  self->watch.n_all = MAX (n_steps, 1);
}

gboolean
imp_store_advance (ImpStore *self, guint n_steps, GError **error)
{
  ImpWatch *watch = &self->watch;

  watch->n_done += n_steps;
  if (watch->progress != NULL)
    imp_progress_set (watch->progress, (double) watch->n_done / (double) watch->n_all);
  return !g_cancellable_set_error_if_cancelled (watch->cancellable, error);
}

static gboolean
load (ImpStore *self, GError **error)
{
  return load_limits (self, error) && (self->read_only || ensure_meta (self, error))
         && imp_replica_load (self, error) && load_clock (self, error)
         && imp_tally_load_medians (self, error) && imp_learning_load (self, error)
         && imp_sums_load (&self->sums, self->connection, error);
}

/* A step of the schema could not make the projections itself (store/migrations). */
static gboolean
refresh (ImpStore *self, GError **error)
{
  static const char SQL_IS_STALE[] = "SELECT count(*) FROM meta WHERE k = 'stale'";
  static const char SQL_DELETE_STALE[] = "DELETE FROM meta WHERE k = 'stale'";
  gint64 stale = 0;

  if (!imp_connection_query_int (self->connection, SQL_IS_STALE, &stale, error))
    return FALSE;
  if (!stale || imp_connection_is_read_only (self->connection))
    return TRUE;
  if (!imp_connection_begin (self->connection, error))
    return FALSE;
  if (imp_projection_rebuild (self, error)
      && imp_connection_exec (self->connection, SQL_DELETE_STALE, error)
      && imp_connection_commit (self->connection, error))
    return TRUE;
  imp_connection_rollback (self->connection);
  return FALSE;
}

/* As it can travel: a name of the system may be empty, or in another encoding. */
static char *
make_actor (const char *actor)
{
  g_autofree char *valid = g_utf8_make_valid (actor, -1);
  char *clean = imp_text_clean (valid);

  if (!imp_text_is_empty (clean))
    return clean;
  g_free (clean);
  return g_strdup (_ ("Somebody"));
}

/* What does not even look like a backlog is damaged, where one was written there before; or it is
 * another file, which can only be told apart by people. */
static void
propagate_refusal (const char *path, GError *refusal, GError **error)
{
  if (!g_error_matches (refusal, IMP_ERROR, IMP_ERROR_NOT_OURS) || !imp_store_was_there (path))
    {
      g_propagate_error (error, refusal);
      return;
    }
  g_set_error (error, IMP_ERROR, IMP_ERROR_CORRUPT,
               _ ("Cannot open the backlog “%s”: it is damaged, or another file stands in its "
                  "place. Keep the file, and restore a backup"),
               path);
  g_error_free (refusal);
}

/* Looking writes nothing, and begins nothing. */
static gboolean
refuse_nothing (const char *path, const char *real_path, gboolean looking, GError **error)
{
  if (!imp_replica_refuse_gone (real_path, error))
    return FALSE;
  if (!looking || !imp_store_is_gone (real_path))
    return TRUE;
  g_set_error (error, IMP_ERROR, IMP_ERROR_NOT_OURS,
               _ ("Cannot open the backlog “%s”: it is missing or empty. Choose another one"),
               path);
  return FALSE;
}

static ImpConnection *
connection_open (const char *path, gboolean looking, GError **error)
{
  g_autofree char *real_path = imp_file_dup_real_path (path);
  ImpConnection *connection;
  GError *refusal = NULL;

  if (!refuse_nothing (path, real_path, looking, error))
    return NULL;
  connection =
      looking ? imp_connection_look_into (path, &refusal) : imp_connection_open (path, &refusal);
  if (connection == NULL)
    propagate_refusal (path, refusal, error);
  else if (!looking)
    imp_leftovers_remove (real_path);
  return connection;
}

static ImpStore *
store_open (const char *path,
            const char *actor,
            const ImpClock *clock,
            gboolean looking,
            GError **error)
{
  ImpStore *self = g_new0 (ImpStore, 1);

  self->connection = connection_open (path, looking, error);
  self->actor = make_actor (actor);
  self->clock = *clock;
  self->generation = 1;
  self->orders = imp_orders_new ();
  self->most_graded = IMP_STORE_MOST_GRADED;
  if (self->connection != NULL && load (self, error) && refresh (self, error)
      && imp_erasure_repeat (self, error))
    return self;
  if (self->connection != NULL)
    {
      imp_error_prefix (error, _ ("Cannot open the backlog “%s”"), path);
      imp_connection_close (self->connection);
    }
  imp_orders_free (self->orders);
  g_free (self->actor);
  g_free (self);
  return NULL;
}

ImpStore *
imp_store_open (const char *path, const char *actor, const ImpClock *clock, GError **error)
{
  return store_open (path, actor, clock, FALSE, error);
}

ImpStore *
imp_store_look_into (const char *path, const char *actor, const ImpClock *clock, GError **error)
{
  return store_open (path, actor, clock, TRUE, error);
}

gboolean
imp_store_begin_anew (const char *path, GError **error)
{
  g_autofree char *real_path = imp_file_dup_real_path (path);
  g_autofree char *identity = g_strconcat (real_path, ".replica", NULL);
  ImpConnection *connection;

  if (!imp_store_is_gone (real_path))
    {
      g_set_error (error, IMP_ERROR, IMP_ERROR_INPUT,
                   _ ("Cannot begin anew: “%s” is there again. Try to open it"), path);
      return FALSE;
    }
  g_unlink (real_path);
  g_unlink (identity);
  connection = imp_connection_open (path, error);
  if (connection == NULL)
    return FALSE;
  imp_connection_close (connection);
  return TRUE;
}

/* A slip in a name, or a command that failed, leaves no empty backlog behind. */
static gboolean
is_empty (ImpStore *self)
{
  static const char SQL_FIND_ROW[] = "SELECT EXISTS (SELECT 1 FROM journal)";
  gint64 found = 1;

  return imp_connection_query_int (self->connection, SQL_FIND_ROW, &found, NULL) && !found;
}

static void
end (ImpStore *self)
{
  g_autoptr (GError) error = NULL;

  if (self->read_only || self->replaced)
    return;
  if (is_empty (self))
    {
      imp_connection_drop_new (self->connection);
      imp_replica_drop_new (self);
    }
  else if (!imp_replica_note (self, &error))
    g_message ("%s", error->message);
}

void
imp_store_close (ImpStore *self)
{
  end (self);
  g_clear_pointer (&self->ranking.items, g_array_unref);
  g_clear_pointer (&self->ranking.groups, g_array_unref);
  imp_filter_cache_clear (&self->filter);
  imp_orders_free (self->orders);
  imp_connection_close (self->connection);
  g_free (self->actor);
  g_free (self);
}

gboolean
imp_store_try_disk (ImpStore *self, GError **error)
{
  if (!imp_store_check_writable (self, error) || !imp_connection_begin (self->connection, error))
    return FALSE;
  if (imp_store_save_clock (self, error) && imp_connection_commit (self->connection, error))
    return TRUE;
  imp_connection_rollback (self->connection);
  return FALSE;
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
