/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The file of a backlog before SQLite touches it. */
#define _GNU_SOURCE /* F_OFD_SETLK */

#include "config.h"

#include "store/imp-connection-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/imp-error.h"
#include "base/imp-sandbox.h"

#define HEADER_SIZE 100

/* Write-ahead logs need shared memory or real locks; network file systems have neither. */
gboolean
imp_connection_is_on_network (ImpConnection *self)
{
  static const guint32 types[] = { 0x6969 /* NFS */, 0xFF534D42 /* CIFS */, 0xFE534D42 /* SMB2 */,
                                   0x517B /* SMB */, 0x65735546 /* FUSE */ };
  g_autofree char *folder = g_path_get_dirname (self->path);
  struct statfs info;

  if (statfs (folder, &info) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if ((guint32) info.f_type == types[i])
      return TRUE;
  return FALSE;
}

static gboolean
has_beside (ImpConnection *self, const char *suffix)
{
  g_autofree char *path = g_strconcat (self->path, suffix, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

gboolean
imp_connection_has_log (ImpConnection *self)
{
  return has_beside (self, "-wal");
}

gboolean
imp_connection_has_rest (ImpConnection *self)
{
  return imp_connection_has_log (self) || has_beside (self, "-journal");
}

static gboolean
check_place (ImpConnection *self, GError **error)
{
  if (imp_sandbox_is_lent (self->path))
    g_set_error_literal (error, IMP_ERROR, IMP_ERROR_INPUT,
                         _ ("a file from a dialog is only lent to Improve, and a backlog would be "
                            "damaged there. Export it as JSON where it was made, and import that"));
  else if (imp_sandbox_hides (self->path))
    g_set_error (error, IMP_ERROR, IMP_ERROR_INPUT,
                 _ ("the sandbox would lose it there. Choose a folder in “%s”, or begin with "
                    "“flatpak run --filesystem=FOLDER”"),
                 g_get_user_data_dir ());
  else
    return TRUE;
  return FALSE;
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, IMP_ERROR, errno == ENOSPC ? IMP_ERROR_FULL : IMP_ERROR_READ_ONLY,
               _ ("the folder “%s” cannot be made (%s). Choose another one"), folder,
               g_strerror (errno));
  return FALSE;
}

/* A new file has no header yet; one of ours may have its name still in the log only. */
static gboolean
is_ours (const guint8 *header, gssize n)
{
  guint32 id;

  if (n < HEADER_SIZE)
    return n == 0;
  memcpy (&id, header + 68, sizeof id);
  id = GUINT32_FROM_BE (id);
  return memcmp (header, "SQLite format 3", 16) == 0 && (id == IMP_APPLICATION_ID || id == 0);
}

/* SQLite takes half a page at the end for a whole one. With a log it may be one: whoever was
 * killed while writing the page has it there. */
static gboolean
is_cut_off (ImpConnection *self, const guint8 *header, goffset size)
{
  goffset page_size = (goffset) header[16] << 8 | header[17];

  page_size = page_size > 1 ? page_size : 65536;
  return size % page_size != 0 && !imp_connection_has_rest (self);
}

static gboolean
check_file (ImpConnection *self, int file, GError **error)
{
  guint8 header[HEADER_SIZE];
  struct stat info;

  if (fstat (file, &info) != 0 || !S_ISREG (info.st_mode)
      || !is_ours (header, read (file, header, sizeof header)))
    return imp_connection_fail (self, SQLITE_NOTADB, error);
  return info.st_size == 0 || !is_cut_off (self, header, info.st_size)
         || imp_connection_fail (self, SQLITE_CORRUPT, error);
}

/* Writing takes the folder as well: the log stands beside the file. */
static gboolean
can_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0
         && faccessat (AT_FDCWD, folder, W_OK, AT_EACCESS) == 0;
}

/* O_NONBLOCK: a pipe would wait for a writer. */
static int
open_to_look (const char *path)
{
  return g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
}

gboolean
imp_connection_prepare_file (ImpConnection *self, GError **error)
{
  gboolean good;
  int file;

  if (!check_place (self, error) || (!self->looking && !make_folder (self->path, error)))
    return FALSE;
  file = open_to_look (self->path);
  if (file < 0 && errno == ENOENT && !self->looking)
    {
      if (!imp_connection_make_file (self, error))
        return FALSE;
      file = open_to_look (self->path);
    }
  if (file < 0)
    return imp_connection_fail (self, SQLITE_CANTOPEN, error);
  good = check_file (self, file, error);
  self->unclean = imp_connection_has_rest (self);
  close (file);
  self->read_only = self->looking || !can_write (self->path);
  return good;
}

static gboolean
is_in_place (const char *path, int file)
{
  struct stat opened, named;

  return fstat (file, &opened) == 0 && stat (path, &named) == 0 && opened.st_dev == named.st_dev
         && opened.st_ino == named.st_ino;
}

/* The lock SQLite takes, but of this one opening: other files this program closes do not end it. */
gboolean
imp_connection_lock_file (const char *path, int *file, GError **error)
{
  struct flock lock = { .l_type = F_WRLCK,
                        .l_whence = SEEK_SET,
                        .l_start = IMP_CONNECTION_LOCK_OFFSET,
                        .l_len = IMP_CONNECTION_LOCK_SIZE };

  *file = g_open (path, O_RDWR | O_CLOEXEC | O_NONBLOCK, 0);
  if (*file < 0)
    {
      lock.l_type = F_RDLCK; /* keeps writers out all the same */
      *file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
    }
  if (*file < 0)
    return TRUE;
  if ((fcntl (*file, F_OFD_SETLK, &lock) == 0 || (errno != EAGAIN && errno != EACCES))
      && is_in_place (path, *file))
    return TRUE;
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_BUSY,
                       _ ("another program has the backlog open. Close it and try again"));
  return FALSE;
}

gboolean
imp_connection_write_beside (ImpConnection *self,
                             const char *ending,
                             const char *text,
                             GError **error)
{
  const GFileSetContentsFlags flags = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;
  g_autofree char *path = g_strconcat (self->path, ending, NULL);
  g_autoptr (GError) cause = NULL;

  return g_file_set_contents_full (path, text, -1, flags, 0600, &cause)
         || imp_connection_fail_file (cause, error);
}
