/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Temporary files and folders that can be told from those of a process that was killed. */
#define _GNU_SOURCE /* locks of an opened file */
#include "config.h"

#include "base/imp-temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MARK      ".improve-"
#define N_RANDOM  6          /* letters of g_mkstemp() */
#define MAX_NAME  200        /* bytes of a name that stand in the temporary one */
#define HOLD_BYTE 0x3fff0000 /* far from where SQLite locks */

char *
imp_temporary_dup_template (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *temporary = g_strdup_printf (".%.*s" MARK "XXXXXX", MAX_NAME, name);

  return g_build_filename (folder, temporary, NULL);
}

char *
imp_temporary_parse_name (const char *name)
{
  const gsize tail = strlen (MARK) + N_RANDOM;
  gsize size = strlen (name);

  if (*name != '.' || size <= tail + 1 || !g_str_has_prefix (name + size - tail, MARK)
      || strchr (name + size - N_RANDOM, '-') != NULL)
    return NULL;
  return g_strndup (name + 1, size - tail - 1);
}

/* Of the opened file, not of the process: SQLite's locks on the same file come and go. */
static gboolean
lock_file (int fd)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = HOLD_BYTE, .l_len = 1 };

  return fcntl (fd, F_OFD_SETLK, &lock) == 0;
}

static gboolean
has_name (int fd)
{
  struct stat info;

  return fstat (fd, &info) == 0 && info.st_nlink > 0;
}

/* Whoever removes it holds it while doing so: either comes first. */
gboolean
imp_temporary_hold (int fd)
{
  while (!lock_file (fd) && (errno == EAGAIN || errno == EACCES) && has_name (fd))
    g_thread_yield ();
  return has_name (fd);
}

void
imp_temporary_remove_stale (const char *path)
{
  static const char *const endings[] = { "-wal", "-journal", "" };
  g_autofd int fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

  if (fd < 0 || !lock_file (fd))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
}

int
imp_temporary_make_folder (char *path)
{
  g_autofree char *template = g_strdup (path);
  g_autofd int fd = -1;

  do
    {
      g_clear_fd (&fd, NULL);
      strcpy (path, template);
      if (g_mkdtemp (path) == NULL)
        return -1;
      fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    }
  while (fd < 0 || (flock (fd, LOCK_EX) == 0 && !has_name (fd)));
  return g_steal_fd (&fd);
}

void
imp_temporary_remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

static void
remove_stale_folder (const char *path)
{
  g_autofd int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    imp_temporary_remove_folder (path);
}

void
imp_temporary_remove_stale_folders (const char *in, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (in, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (in, name, NULL);

      if (g_str_has_prefix (name, prefix) && strlen (name) == strlen (prefix) + N_RANDOM)
        remove_stale_folder (path);
    }
}
