/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading what a person chose safely, and writing a file whole or not at all. */
#include "config.h"

#include "base/imp-file.h"

#include "base/imp-error.h"
#include "base/imp-sandbox.h"
#include "base/imp-temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
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

static char *
display_name (const char *path)
{
  return g_filename_display_name (path);
}

/* realpath() with memory of GLib's; NULL where there is no such file. */
static char *
dup_resolved (const char *path)
{
  char *resolved = realpath (path, NULL);
  char *copy = g_strdup (resolved);

  free (resolved);
  return copy;
}

char *
imp_file_dup_real_path (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  g_autofree char *real_folder = NULL;
  char *resolved = dup_resolved (absolute);

  if (resolved != NULL)
    return resolved;
  real_folder = dup_resolved (folder);
  return real_folder != NULL ? g_build_filename (real_folder, name, NULL)
                             : g_steal_pointer (&absolute);
}

/* Reading */

static gboolean
fail_reading (GError **error, ImpError code, const char *path, const char *why)
{
  g_autofree char *name = display_name (path);

  g_set_error (error, IMP_ERROR, code, _ ("Cannot read “%s”: %s"), name, why);
  return FALSE;
}

static gboolean
fail_opening (GError **error, const char *path, int number)
{
  g_autofree char *why = NULL;

  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      if (imp_sandbox_hides (path))
        return fail_reading (error, IMP_ERROR_NOT_FOUND, path,
                             _ ("the sandbox does not let Improve see that folder. Choose the file "
                                "in the window, or begin with “flatpak run --filesystem=FOLDER”."));
      return fail_reading (error, IMP_ERROR_NOT_FOUND, path,
                           _ ("there is no such file. Check the name."));
    case ELOOP:
      return fail_reading (error, IMP_ERROR_INPUT, path,
                           _ ("it is a link. Choose the file that it leads to."));
    case EACCES:
      return fail_reading (
          error, IMP_ERROR_INPUT, path,
          _ ("you may not read it. Ask whoever it belongs to, or choose another file."));
    default:
      why = g_strdup_printf (_ ("%s. Choose another file."), g_strerror (number));
      return fail_reading (error, IMP_ERROR_INPUT, path, why);
    }
}

static gboolean
check_input (int fd, const char *path, goffset max_size, GError **error)
{
  struct stat info;

  if (fstat (fd, &info) != 0)
    return fail_opening (error, path, errno);
  if (S_ISDIR (info.st_mode))
    return fail_reading (error, IMP_ERROR_INPUT, path, _ ("it is a folder. Choose a file."));
  if (!S_ISREG (info.st_mode))
    return fail_reading (error, IMP_ERROR_INPUT, path,
                         _ ("it is not an ordinary file. Choose another one."));
  if (info.st_size > max_size)
    return fail_reading (error, IMP_ERROR_INPUT, path,
                         _ ("it is larger than 64 MiB. Split it, or export less at a time."));
  return TRUE;
}

/* Opens what is no link, now nor a moment ago. O_NOFOLLOW would say so in one step, but the document
 * portal, by which a sandbox reads what was chosen in a dialog, then says it of every file. Not
 * blocking, so that opening a pipe nobody writes to returns at once. */
static int
open_no_link (const char *path)
{
  struct stat named, opened;
  g_autofd int fd = -1;

  if (lstat (path, &named) != 0)
    return -1;
  if (!S_ISLNK (named.st_mode))
    fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  else
    errno = ELOOP;
  if (fd >= 0
      && (fstat (fd, &opened) != 0 || opened.st_dev != named.st_dev
          || opened.st_ino != named.st_ino))
    {
      errno = ELOOP;
      return -1;
    }
  return g_steal_fd (&fd);
}

static GInputStream *
open_ordinary (const char *path, goffset max_size, GError **error)
{
  g_autofd int fd = open_no_link (path);

  if (fd < 0)
    {
      fail_opening (error, path, errno);
      return NULL;
    }
  if (!check_input (fd, path, max_size, error))
    return NULL;
  return g_unix_input_stream_new (g_steal_fd (&fd), TRUE);
}

GInputStream *
imp_file_open_input (const char *path, GError **error)
{
  return open_ordinary (path, IMP_FILE_MAX_INPUT, error);
}

GInputStream *
imp_file_open_large_input (const char *path, GError **error)
{
  return open_ordinary (path, G_MAXINT64, error);
}

/* Writing */

static const struct
{
  int io;
  ImpError code;
  const char *why;
} reasons[] = {
  { G_IO_ERROR_NO_SPACE, IMP_ERROR_FULL, N_ ("there is no room left. Make room, and try again.") },
  { G_IO_ERROR_PERMISSION_DENIED, IMP_ERROR_READ_ONLY,
    N_ ("you may not write there. Choose another folder, or ask whoever looks after it.") },
  { G_IO_ERROR_READ_ONLY, IMP_ERROR_READ_ONLY,
    N_ ("it can only be read there. Choose another folder.") },
  { G_IO_ERROR_NOT_FOUND, IMP_ERROR_NOT_FOUND,
    N_ ("there is no such folder. Choose another one.") },
  { G_IO_ERROR_NOT_DIRECTORY, IMP_ERROR_NOT_FOUND,
    N_ ("there is no such folder. Choose another one.") },
  { G_IO_ERROR_NOT_REGULAR_FILE, IMP_ERROR_READ_ONLY,
    N_ ("it is not an ordinary file. Choose another name.") },
};

static gboolean
fail_writing (GError **error, const char *path, int io, const char *message)
{
  g_autofree char *name = display_name (path);

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i].io == io)
      {
        g_set_error (error, IMP_ERROR, reasons[i].code, _ ("Cannot write “%s”: %s"), name,
                     _ (reasons[i].why));
        return FALSE;
      }
  g_set_error (error, IMP_ERROR, IMP_ERROR_FAILED,
               _ ("Cannot write “%s”: %s. Try again, or choose another folder."), name, message);
  return FALSE;
}

static gboolean
fail_writing_errno (GError **error, const char *path, int number)
{
  int io = number == EDQUOT ? G_IO_ERROR_NO_SPACE : (int) g_io_error_from_errno (number);

  return fail_writing (error, path, io, g_strerror (number));
}

void
imp_file_explain (GError **error, const char *path)
{
  g_autoptr (GError) said = NULL;

  if (error == NULL || *error == NULL || (*error)->domain != G_IO_ERROR
      || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  said = g_steal_pointer (error);
  fail_writing (error, path, said->code, said->message);
}

gboolean
imp_file_check_place (const char *path, GError **error)
{
  g_autofree char *name = NULL;

  if (!imp_sandbox_hides (path))
    return TRUE;
  name = display_name (path);
  g_set_error (error, IMP_ERROR, IMP_ERROR_READ_ONLY,
               _ ("Cannot write “%s”: the sandbox would lose it there. Choose a folder in “%s”, or "
                  "begin with “flatpak run --filesystem=FOLDER”."),
               name, g_get_user_data_dir ());
  return FALSE;
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
    return errno == ENOENT || fail_writing_errno (error, self->path, errno);
  if (!S_ISREG (info.st_mode))
    return fail_writing (error, self->path, G_IO_ERROR_NOT_REGULAR_FILE, NULL);
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
          return fail_writing_errno (error, self->path, errno);
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

void
imp_file_sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofd int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd >= 0)
    fsync (fd);
}

static gboolean
bring_to_disk (ImpFileReplace *self, GError **error)
{
  /* A writer by name may have put another file there. */
  g_autofd int fd = open_no_link (self->temporary);

  if (fd < 0 || fchmod (fd, self->mode) != 0 || fsync (fd) != 0)
    return fail_writing_errno (error, self->path, errno);
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
    return fail_writing_errno (error, self->path, errno);
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
