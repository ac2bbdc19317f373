/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The file of a new backlog: whole before it has its name. */
#define _GNU_SOURCE /* renameat2 */

#include "config.h"

#include "store/imp-connection-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "base/imp-file.h"
#include "base/imp-temporary.h"

static gboolean
fail_errno (ImpConnection *self, int number, GError **error)
{
  return imp_connection_fail (self, number == ENOSPC ? SQLITE_FULL : SQLITE_CANTOPEN, error);
}

/* Another start may take it for stale before it is held. */
static int
make_temporary (const char *path, char **temporary)
{
  for (;;)
    {
      g_autofree char *name = imp_temporary_dup_template (path);
      g_autofd int fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);

      if (fd >= 0 && !imp_temporary_hold (fd))
        continue;
      *temporary = g_steal_pointer (&name);
      return g_steal_fd (&fd);
    }
}

static void
remove_temporary (const char *temporary)
{
  static const char *const endings[] = { "", "-wal", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (temporary, endings[i], NULL);

      g_unlink (path);
    }
}

/* SQLite begins with nothing. */
static gboolean
make_empty (ImpConnection *self, GError **error)
{
  int file = g_open (self->path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (file < 0)
    return errno == EEXIST || fail_errno (self, errno, error);
  close (file);
  self->created = TRUE;
  return TRUE;
}

/* Whoever was quicker has made it: theirs stays. */
static gboolean
give_name (ImpConnection *self, const char *temporary, GError **error)
{
  if (renameat2 (AT_FDCWD, temporary, AT_FDCWD, self->path, RENAME_NOREPLACE) == 0)
    {
      imp_file_sync_folder (self->path);
      self->created = TRUE;
      return TRUE;
    }
  if (errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP) /* the file system cannot do it */
    return make_empty (self, error);
  return errno == EEXIST || fail_errno (self, errno, error);
}

/* The log of a file that is gone would be taken for that of a new one, unless that is empty. */
gboolean
imp_connection_make_file (ImpConnection *self, GError **error)
{
  g_autofree char *temporary = NULL;
  g_autofd int hold = -1;
  gboolean made;

  if (imp_connection_has_rest (self))
    return make_empty (self, error);
  hold = make_temporary (self->path, &temporary);
  if (hold < 0)
    return fail_errno (self, errno, error);
  made = imp_connection_fill_new (temporary, error) && give_name (self, temporary, error);
  remove_temporary (temporary);
  return made;
}
