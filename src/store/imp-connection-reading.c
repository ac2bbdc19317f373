/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A backlog that can only be read: on a medium, in a folder or of a file without the right to write. */
#include "config.h"

#include "store/imp-connection-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/imp-error.h"
#include "base/imp-temporary.h"
#include "store/imp-leftovers.h"
#include "store/imp-migration.h"

#define VERSION_OFFSET 60 /* of user_version in the header */

static const char *const parts[] = { "", "-wal", "-journal" };

/* Nothing locks for whoever only looks; somebody with the right to write may be at it. */
static gboolean
check_nobody_writes (ImpConnection *self, int file, GError **error)
{
  struct flock lock = { .l_type = F_RDLCK,
                        .l_whence = SEEK_SET,
                        .l_start = IMP_CONNECTION_LOCK_OFFSET,
                        .l_len = IMP_CONNECTION_LOCK_SIZE };

  return fcntl (file, F_GETLK, &lock) != 0 || lock.l_type == F_UNLCK
         || imp_connection_fail (self, SQLITE_BUSY, error);
}

static gboolean
has_older_schema (int file)
{
  guint32 version = 0;

  return pread (file, &version, sizeof version, VERSION_OFFSET) == sizeof version
         && GUINT32_FROM_BE (version) < (guint32) imp_migration_get_newest ();
}

static gboolean
has_part (ImpConnection *self, const char *suffix)
{
  g_autofree char *path = g_strconcat (self->path, suffix, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static char *
dup_copy_path (ImpConnection *self, const char *suffix)
{
  g_autofree char *name = g_strconcat ("backlog.db", suffix, NULL);

  return g_build_filename (self->copy, name, NULL);
}

static gboolean
copy_part (ImpConnection *self, const char *suffix, GError **error)
{
  g_autofree char *from = g_strconcat (self->path, suffix, NULL);
  g_autofree char *to = dup_copy_path (self, suffix);
  g_autoptr (GMappedFile) bytes = g_mapped_file_new (from, FALSE, error);

  return bytes != NULL
         && g_file_set_contents_full (to, g_mapped_file_get_contents (bytes),
                                      (gssize) g_mapped_file_get_length (bytes),
                                      G_FILE_SET_CONTENTS_NONE, 0600, error);
}

static void
make_folder (ImpConnection *self, GError **error)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), IMP_LEFTOVERS_READING "XXXXXX", NULL);

  imp_temporary_remove_stale_folders (g_get_tmp_dir (), IMP_LEFTOVERS_READING);
  self->copy_hold = imp_temporary_make_folder (path);
  if (self->copy_hold >= 0)
    self->copy = g_steal_pointer (&path);
  else
    g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
}

static gboolean
make_copy (ImpConnection *self, GError **error)
{
  g_autoptr (GError) said = NULL;

  make_folder (self, &said);
  for (guint i = 0; said == NULL && i < G_N_ELEMENTS (parts); i++)
    if (has_part (self, parts[i]))
      copy_part (self, parts[i], &said);
  if (said == NULL)
    return TRUE;
  g_set_error (error, IMP_ERROR, IMP_ERROR_READ_ONLY,
               _ ("it can only be read, and not be copied to look at it (%s). Make room in “%s”"),
               said->message, g_get_tmp_dir ());
  return FALSE;
}

gboolean
imp_connection_prepare_reading (ImpConnection *self, GError **error)
{
  int file = g_open (self->path, O_RDONLY | O_CLOEXEC, 0);
  struct stat info;
  gboolean good, older;

  if (file < 0 || fstat (file, &info) != 0 || info.st_size == 0)
    {
      g_clear_fd (&file, NULL);
      return imp_connection_fail (self, SQLITE_READONLY, error);
    }
  good = check_nobody_writes (self, file, error);
  older = has_older_schema (file);
  close (file);
  if (!good
      || (!self->looking && !older && !has_part (self, "-wal") && !has_part (self, "-journal")))
    return good;
  return make_copy (self, error);
}

char *
imp_connection_dup_address (ImpConnection *self)
{
  g_autofree char *uri = NULL;
  char *resolved, *address;

  if (self->copy != NULL)
    return dup_copy_path (self, "");
  resolved = realpath (self->path, NULL);
  address = g_strdup (resolved != NULL ? resolved : self->path);
  free (resolved);
  if (!self->read_only)
    return address;
  uri = g_filename_to_uri (address, NULL, NULL);
  g_free (address);
  return g_strconcat (uri, "?immutable=1", NULL);
}

void
imp_connection_remove_copy (ImpConnection *self)
{
  if (self->copy == NULL)
    return;
  imp_temporary_remove_folder (self->copy);
  g_clear_fd (&self->copy_hold, NULL);
  g_clear_pointer (&self->copy, g_free);
}
