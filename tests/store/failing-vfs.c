/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A disk for tests that fails when it is told to. */
#include "config.h"

#include "failing-vfs.h"

#include <sqlite3.h>

FailingVfs failing_vfs;
static sqlite3_vfs *real_vfs, shim_vfs;

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* stands right behind */
} File;

static sqlite3_file *
real (sqlite3_file *file)
{
  return ((File *) file)->real;
}

/* The code with which this call is to fail, or SQLITE_OK. */
static int
count_call (gboolean needs_room, int code)
{
  gboolean full = failing_vfs.code == SQLITE_FULL, hit;

  if (full && !needs_room)
    return SQLITE_OK;
  failing_vfs.n_calls++;
  hit = failing_vfs.first != 0
        && (failing_vfs.for_ever ? failing_vfs.n_calls >= failing_vfs.first
                                 : failing_vfs.n_calls == failing_vfs.first);
  failing_vfs.n_failed += hit;
  return !hit ? SQLITE_OK : full ? SQLITE_FULL : code;
}

static int
close_cb (sqlite3_file *file)
{
  return real (file)->pMethods != NULL ? real (file)->pMethods->xClose (real (file)) : SQLITE_OK;
}

static int
read_cb (sqlite3_file *file, void *data, int n, sqlite3_int64 at)
{
  int code = count_call (FALSE, SQLITE_IOERR_READ);

  return code != SQLITE_OK ? code : real (file)->pMethods->xRead (real (file), data, n, at);
}

static int
write_cb (sqlite3_file *file, const void *data, int n, sqlite3_int64 at)
{
  int code = count_call (TRUE, SQLITE_IOERR_WRITE);

  if (code != SQLITE_OK && n > 1) /* a disk that fills up in the middle has taken the first half */
    real (file)->pMethods->xWrite (real (file), data, n / 2, at);
  return code != SQLITE_OK ? code : real (file)->pMethods->xWrite (real (file), data, n, at);
}

static int
truncate_cb (sqlite3_file *file, sqlite3_int64 size)
{
  int code = count_call (FALSE, SQLITE_IOERR_TRUNCATE);

  return code != SQLITE_OK ? code : real (file)->pMethods->xTruncate (real (file), size);
}

static int
sync_cb (sqlite3_file *file, int flags)
{
  return count_call (FALSE, SQLITE_IOERR_FSYNC);
}

static int
file_size_cb (sqlite3_file *file, sqlite3_int64 *size)
{
  return real (file)->pMethods->xFileSize (real (file), size);
}

static int
lock_cb (sqlite3_file *file, int level)
{
  return real (file)->pMethods->xLock (real (file), level);
}

static int
unlock_cb (sqlite3_file *file, int level)
{
  return real (file)->pMethods->xUnlock (real (file), level);
}

static int
check_reserved_lock_cb (sqlite3_file *file, int *result)
{
  return real (file)->pMethods->xCheckReservedLock (real (file), result);
}

static int
file_control_cb (sqlite3_file *file, int operation, void *argument)
{
  return real (file)->pMethods->xFileControl (real (file), operation, argument);
}

static int
sector_size_cb (sqlite3_file *file)
{
  return real (file)->pMethods->xSectorSize (real (file));
}

static int
characteristics_cb (sqlite3_file *file)
{
  return real (file)->pMethods->xDeviceCharacteristics (real (file));
}

/* Version 1: without shared memory, which an exclusive connection does not need. */
static const sqlite3_io_methods methods = {
  1,
  close_cb,
  read_cb,
  write_cb,
  truncate_cb,
  sync_cb,
  file_size_cb,
  lock_cb,
  unlock_cb,
  check_reserved_lock_cb,
  file_control_cb,
  sector_size_cb,
  characteristics_cb,
};

static int
open_cb (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  File *self = (File *) file;
  int code = count_call ((flags & SQLITE_OPEN_CREATE) != 0, SQLITE_CANTOPEN);

  self->base.pMethods = NULL;
  self->real = (sqlite3_file *) (self + 1);
  if (code == SQLITE_OK)
    code = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (code == SQLITE_OK)
    self->base.pMethods = &methods;
  return code;
}

static int
delete_cb (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  int code = count_call (FALSE, SQLITE_IOERR_DELETE);

  return code != SQLITE_OK ? code : real_vfs->xDelete (real_vfs, name, FALSE);
}

void
failing_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  shim_vfs = *real_vfs;
  shim_vfs.zName = "failing";
  shim_vfs.szOsFile = (int) sizeof (File) + real_vfs->szOsFile;
  shim_vfs.xOpen = open_cb;
  shim_vfs.xDelete = delete_cb;
  g_assert_cmpint (sqlite3_vfs_register (&shim_vfs, TRUE), ==, SQLITE_OK);
}

void
failing_vfs_arm (guint first, gboolean for_ever, int code)
{
  failing_vfs = (FailingVfs) { .first = first, .for_ever = for_ever, .code = code };
}
