/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Writing a file whole or not at all. */
#include "config.h"

#include "base/imp-file-replace.h"

#include "base/imp-file.h"
#include "base/imp-temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_SIZE (64 * 1024)

struct _ImpFileReplace
{
  char *path;
  char *temporary; /* NULL once it has been renamed */
  int fd;          /* of the temporary file; owned by stream */
  int hold;        /* imp_temporary_hold(), to the end */
  GOutputStream *stream;
  mode_t mode; /* what the file has in the end */
};

static gboolean
fail_io (ImpFileReplace *self, int code, const char *why, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, code, why);
  imp_file_explain (error, self->path);
  return FALSE;
}

static gboolean
fail (ImpFileReplace *self, int number, GError **error)
{
  int code = number == EDQUOT ? G_IO_ERROR_NO_SPACE : (int) g_io_error_from_errno (number);

  return fail_io (self, code, g_strerror (number), error);
}

/* The mask can only be read by setting it. For that moment it is the strictest one. */
static mode_t
get_umask (void)
{
  static gsize mask_plus_one = 0;

  if (g_once_init_enter (&mask_plus_one))
    {
      mode_t mask = umask (077);

      umask (mask);
      g_once_init_leave (&mask_plus_one, (gsize) mask + 1);
    }
  return (mode_t) (mask_plus_one - 1);
}

/* Never in the place of a device or a pipe, which a rename would remove. */
static gboolean
find_mode (ImpFileReplace *self, GError **error)
{
  struct stat info;

  self->mode = 0666 & ~get_umask ();
  if (stat (self->path, &info) != 0)
    return errno == ENOENT || fail (self, errno, error);
  if (!S_ISREG (info.st_mode))
    return fail_io (self, G_IO_ERROR_NOT_REGULAR_FILE, "", error);
  self->mode = info.st_mode & 0777;
  return TRUE;
}

static gboolean
open_temporary (ImpFileReplace *self, GError **error)
{
  g_autoptr (GOutputStream) stream = NULL;

  do
    {
      g_clear_fd (&self->fd, NULL);
      g_free (self->temporary);
      self->temporary = imp_temporary_dup_template (self->path);
      self->fd = g_mkstemp_full (self->temporary, O_RDWR | O_CLOEXEC, 0600);
      if (self->fd < 0)
        {
          g_clear_pointer (&self->temporary, g_free);
          return fail (self, errno, error);
        }
    }
  while (!imp_temporary_hold (self->fd));
  self->hold = fcntl (self->fd, F_DUPFD_CLOEXEC, 0);
  stream = g_unix_output_stream_new (self->fd, TRUE);
  self->stream = g_buffered_output_stream_new_sized (stream, BUFFER_SIZE);
  return TRUE;
}

ImpFileReplace *
imp_file_replace_begin (const char *path, GError **error)
{
  g_autoptr (ImpFileReplace) self = g_new0 (ImpFileReplace, 1);

  self->path = g_strdup (path);
  self->fd = self->hold = -1;
  if (!imp_file_check_place (path, error) || !find_mode (self, error)
      || !open_temporary (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

GOutputStream *
imp_file_replace_get_stream (ImpFileReplace *self)
{
  return self->stream;
}

gboolean
imp_file_replace_fill (ImpFileReplace *self, const char *from, GError **error)
{
  g_autoptr (GInputStream) input = imp_file_open_large_input (from, error);

  if (input == NULL)
    return FALSE;
  if (g_output_stream_splice (self->stream, input, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE, NULL, error)
          >= 0
      && g_output_stream_flush (self->stream, NULL, error))
    return TRUE;
  imp_file_explain (error, self->path);
  return FALSE;
}

const char *
imp_file_replace_get_temporary (ImpFileReplace *self)
{
  return self->temporary;
}

void
imp_file_replace_keep_private (ImpFileReplace *self)
{
  self->mode = 0600;
}

static gboolean
bring_to_disk (ImpFileReplace *self, GError **error)
{
  /* A writer by name may have put another file there. */
  g_autofd int fd = imp_file_open_no_link (self->temporary);

  if (fd < 0 || fchmod (fd, self->mode) != 0 || fsync (fd) != 0)
    return fail (self, errno, error);
  return TRUE;
}

gboolean
imp_file_replace_commit (ImpFileReplace *self, GError **error)
{
  g_return_val_if_fail (self->temporary != NULL, FALSE);

  if (!g_output_stream_close (self->stream, NULL, error))
    {
      imp_file_explain (error, self->path);
      return FALSE;
    }
  if (!bring_to_disk (self, error))
    return FALSE;
  if (rename (self->temporary, self->path) != 0)
    return fail (self, errno, error);
  g_clear_pointer (&self->temporary, g_free);
  imp_file_sync_folder (self->path);
  return TRUE;
}

void
imp_file_replace_free (ImpFileReplace *self)
{
  g_clear_object (&self->stream);
  if (self->temporary != NULL)
    unlink (self->temporary);
  g_clear_fd (&self->hold, NULL);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}

gboolean
imp_file_replace_bytes (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (ImpFileReplace) self = imp_file_replace_begin (path, error);
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  if (self == NULL)
    return FALSE;
  if (!g_output_stream_write_all (self->stream, data, size, NULL, NULL, error))
    {
      imp_file_explain (error, path);
      return FALSE;
    }
  return imp_file_replace_commit (self, error);
}
