/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Looking over the file from time to time, without being in anybody's way. */
#include "config.h"

#include "store/imp-look-over.h"

#include "base/imp-error.h"
#include "base/imp-file-replace.h"
#include "store/imp-backup.h"
#include "store/imp-connection-private.h"
#include "store/imp-copy.h"
#include "store/imp-store-private.h"

#define WEEK_MS (7 * 24 * 60 * 60 * G_GINT64_CONSTANT (1000))

static const char SQL_SELECT_LOOKED[] = "SELECT coalesce (max (v), 0) FROM meta WHERE k = 'looked'";
static const char SQL_REPLACE_LOOKED[] = "REPLACE INTO meta (k, v) VALUES ('looked', ?1)";

struct _ImpLookOver
{
  ImpFileReplace *file; /* never gets its name: it goes when this goes */
  ImpCopy *copy;        /* NULL once it is whole */
};

gboolean
imp_look_over_is_due (ImpStore *store)
{
  gint64 looked = 0, now_ms = imp_clock_now_ms (&store->clock);

  if (store->read_only
      || !imp_connection_query_int (store->connection, SQL_SELECT_LOOKED, &looked, NULL))
    return FALSE;
  return store->connection->unclean || ABS (now_ms - looked) > WEEK_MS;
}

ImpLookOver *
imp_look_over_begin (ImpStore *store, GError **error)
{
  g_autoptr (ImpLookOver) self = g_new0 (ImpLookOver, 1);
  g_autofree char *path = g_strconcat (imp_connection_get_path (store->connection), ".look", NULL);

  self->file = imp_file_replace_begin (path, error);
  if (self->file == NULL)
    return NULL;
  imp_file_replace_keep_private (self->file);
  self->copy =
      imp_copy_begin (store->connection, imp_file_replace_get_temporary (self->file), error);
  return self->copy != NULL ? g_steal_pointer (&self) : NULL;
}

gboolean
imp_look_over_advance (ImpLookOver *self, int n_pages, gboolean *more, GError **error)
{
  return imp_copy_step (self->copy, n_pages, more, error)
         && (*more || imp_copy_end (g_steal_pointer (&self->copy), error));
}

/* A copy that does not open is as damaged as it can be. */
static gboolean
note_damage (GError *damage, GPtrArray *problems, GError **error)
{
  if (!g_error_matches (damage, IMP_ERROR, IMP_ERROR_CORRUPT))
    {
      g_propagate_error (error, damage);
      return FALSE;
    }
  g_ptr_array_add (problems, g_strdup (damage->message));
  g_error_free (damage);
  return TRUE;
}

gboolean
imp_look_over_finish (ImpLookOver *self,
                      GPtrArray *problems,
                      GCancellable *cancellable,
                      GError **error)
{
  const char *copy = imp_file_replace_get_temporary (self->file);
  GError *damage = NULL;
  ImpStore store = { .connection = imp_connection_open (copy, &damage) };

  if (store.connection != NULL)
    {
      imp_store_check (&store, problems, cancellable, &damage);
      imp_connection_close (store.connection);
    }
  imp_backup_drop_rest (copy);
  return damage == NULL || note_damage (damage, problems, error);
}

void
imp_look_over_free (ImpLookOver *self)
{
  if (self->copy != NULL)
    imp_copy_end (self->copy, NULL);
  g_clear_pointer (&self->file, imp_file_replace_free);
  g_free (self);
}

gboolean
imp_look_over_note (ImpStore *store, GError **error)
{
  g_autoptr (ImpStatement) replace = imp_connection_borrow (store->connection, SQL_REPLACE_LOOKED);

  store->connection->unclean = FALSE;
  imp_statement_bind_int (replace, 1, imp_clock_now_ms (&store->clock));
  return imp_statement_run (replace, error);
}
