/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Ordinary files that cannot be written when a test says so. */
#undef _FORTIFY_SOURCE /* it has its own of these functions */
#define _GNU_SOURCE

#include "config.h"

#include "support/failing-files.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static FailingFiles armed;
static gint n_calls, n_failed;

void
failing_files_arm (const FailingFiles *failing)
{
  armed = failing != NULL ? *failing : (FailingFiles) { 0 };
  g_atomic_int_set (&n_calls, 0);
  g_atomic_int_set (&n_failed, 0);
}

guint
failing_files_count_calls (void)
{
  return (guint) g_atomic_int_get (&n_calls);
}

guint
failing_files_count_failed (void)
{
  return (guint) g_atomic_int_get (&n_failed);
}

static gboolean
fails (void)
{
  guint call = (guint) g_atomic_int_add (&n_calls, 1) + 1;

  if (armed.first == 0 || call < armed.first || (call > armed.first && !armed.for_ever))
    return FALSE;
  g_atomic_int_inc (&n_failed);
  errno = armed.code;
  return TRUE;
}

/* Not what the test itself says. */
static gboolean
is_file (int fd)
{
  struct stat info;

  return fd > STDERR_FILENO && fstat (fd, &info) == 0 && S_ISREG (info.st_mode);
}

#define NEXT(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

ssize_t
write (int fd, const void *bytes, size_t size)
{
  ssize_t written;

  if (!is_file (fd) || !fails ())
    return NEXT (write) (fd, bytes, size);
  written = NEXT (write) (fd, bytes, size / 2);
  errno = armed.code;
  return written < 0 ? written : -1;
}

int
fsync (int fd)
{
  return is_file (fd) && fails () ? -1 : NEXT (fsync) (fd);
}

int
fchmod (int fd, mode_t mode)
{
  return is_file (fd) && fails () ? -1 : NEXT (fchmod) (fd, mode);
}

int
rename (const char *from, const char *to)
{
  if (armed.naming != NULL)
    armed.naming (to);
  return fails () ? -1 : NEXT (rename) (from, to);
}

/* Under this name whatever the size of an offset. */
int
open64 (const char *path, int flags, ...)
{
  mode_t mode = 0;
  va_list rest;

  va_start (rest, flags);
  if (flags & O_CREAT)
    mode = va_arg (rest, mode_t);
  va_end (rest);
  return (flags & O_CREAT) && fails () ? -1 : NEXT (open64) (path, flags, mode);
}
