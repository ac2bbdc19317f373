/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Saving what can be read of a damaged backlog. */
#include "config.h"

#include "store/imp-salvage-private.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"
#include "base/imp-file.h"
#include "store/imp-salvage-file.h"
#include "store/imp-salvage-rows.h"

#define LEAST_ROW_SIZE 60 /* bytes of the file */

static const char SQL_SELECT_REPLICAS[] = "SELECT n, id, applied FROM replica ORDER BY n";
static const char SQL_SELECT_DATASET[] = "SELECT v FROM meta WHERE k = 'dataset'";
static const char SQL_UPDATE_DATASET[] = "UPDATE meta SET v = ?1 WHERE k = 'dataset'";

static gboolean
read_laptops (ImpSalvaging *self, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (self->from.connection, SQL_SELECT_REPLICAS);

  while (imp_statement_next (select))
    {
      ImpSalvageLaptop laptop = { .rep = imp_statement_get_int (select, 0),
                                  .applied = imp_statement_get_int (select, 2) };

      if (!imp_statement_get_uuid (select, 1, &laptop.id, error))
        return FALSE;
      g_array_append_val (self->laptops, laptop);
    }
  return imp_statement_end (select, error);
}

/* It is the same backlog still, as far as others are concerned. */
static gboolean
keep_dataset (ImpSalvaging *self, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (self->from.connection, SQL_SELECT_DATASET);
  g_autoptr (ImpStatement) update =
      imp_connection_borrow (self->to->connection, SQL_UPDATE_DATASET);
  ImpUuid dataset;

  if (!imp_statement_next (select))
    return imp_statement_end (select, error);
  if (!imp_statement_get_uuid (select, 0, &dataset, error))
    return FALSE;
  imp_statement_bind_blob (update, 1, dataset.bytes, sizeof dataset.bytes);
  return imp_statement_run (update, error);
}

static gboolean
save_all (ImpSalvaging *self, GError **error)
{
  if (!read_laptops (self, error) || !keep_dataset (self, error))
    return FALSE;
  for (guint i = 0; i < self->laptops->len; i++)
    if (!imp_salvage_save_proven (self, &g_array_index (self->laptops, ImpSalvageLaptop, i), error))
      return FALSE;
  if (!imp_salvage_save_rests (self, error))
    return FALSE;
  if (self->salvage->n_saved > 0)
    return TRUE;
  g_set_error_literal (
      error, IMP_ERROR, IMP_ERROR_CORRUPT,
      _ ("there is nothing of a backlog in it. Check the name, or restore a backup"));
  return FALSE;
}

static gboolean
save (ImpSalvaging *self, const char *path, const ImpClock *clock, GError **error)
{
  gboolean done;

  self->to = imp_store_open (path, "", clock, error);
  if (self->to == NULL)
    return FALSE;
  self->laptops = g_array_new (FALSE, FALSE, sizeof (ImpSalvageLaptop));
  done = save_all (self, error);
  g_array_unref (self->laptops);
  imp_store_close (self->to);
  return done;
}

static gboolean
save_bytes (ImpSalvaging *self,
            GMappedFile *damaged,
            const char *folder,
            const char *path,
            const ImpClock *clock,
            GError **error)
{
  gsize size = g_mapped_file_get_length (damaged);
  g_autofree char *gathered = g_build_filename (folder, "gathered.db", NULL);
  gboolean done;

  self->most_rows = (gint64) (size / LEAST_ROW_SIZE);
  self->from.connection = imp_salvage_gather ((const guint8 *) g_mapped_file_get_contents (damaged),
                                              size, gathered, self->cancellable, error);
  if (self->from.connection == NULL)
    return FALSE;
  done = save (self, path, clock, error);
  imp_connection_close (self->from.connection);
  return done;
}

/* Says in plain words why there is nothing to be read: missing, a folder, a device. */
static gboolean
is_file (const char *damaged, GError **error)
{
  g_autoptr (GInputStream) stream = imp_file_open_large_input (damaged, error);

  return stream != NULL;
}

static ImpSalvage *
salvage_file (const char *damaged,
              const char *folder,
              const ImpClock *clock,
              GCancellable *cancellable,
              char **saved,
              GError **error)
{
  g_autoptr (GMappedFile) bytes = imp_salvage_map (damaged, folder, error);
  g_autoptr (ImpSalvage) salvage = imp_salvage_new ();
  g_autofree char *path = g_build_filename (folder, "saved.db", NULL);
  ImpSalvaging self = { .salvage = salvage, .cancellable = cancellable };

  if (bytes == NULL || !save_bytes (&self, bytes, folder, path, clock, error))
    {
      imp_error_prefix (error, _ ("Cannot rescue what is in “%s”"), damaged);
      return NULL;
    }
  *saved = g_steal_pointer (&path);
  return g_steal_pointer (&salvage);
}

ImpSalvage *
imp_salvage_file (const char *damaged,
                  const char *folder,
                  const ImpClock *clock,
                  GCancellable *cancellable,
                  char **saved,
                  GError **error)
{
  if (!is_file (damaged, error))
    return NULL;
  return salvage_file (damaged, folder, clock, cancellable, saved, error);
}
