/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading what a person chose safely, and saying why a file cannot be written. */
#include "config.h"

#include "base/imp-file.h"

#include "base/imp-error.h"
#include "base/imp-sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* O_NOFOLLOW would say so in one step, but the document portal, by which a sandbox reads what was
 * chosen in a dialog, then says it of every file. Not blocking, so that opening a pipe nobody writes
 * to returns at once. */
int
imp_file_open_no_link (const char *path)
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
  g_autofd int fd = imp_file_open_no_link (path);

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

static void
set_why (GError **error, const char *path, const GError *said)
{
  g_autofree char *name = display_name (path);

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i].io == said->code)
      {
        g_set_error (error, IMP_ERROR, reasons[i].code, _ ("Cannot write “%s”: %s"), name,
                     _ (reasons[i].why));
        return;
      }
  g_set_error (error, IMP_ERROR, IMP_ERROR_FAILED,
               _ ("Cannot write “%s”: %s. Try again, or choose another folder."), name,
               said->message);
}

void
imp_file_explain (GError **error, const char *path)
{
  g_autoptr (GError) said = NULL;

  if (error == NULL || *error == NULL || (*error)->domain != G_IO_ERROR
      || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  said = g_steal_pointer (error);
  set_why (error, path, said);
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

void
imp_file_sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofd int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd >= 0)
    fsync (fd);
}
