/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A disk for tests that fails when it is told to, and forgets what was not brought to it. */
#include "config.h"

#include "failing-vfs.h"

#include <sqlite3.h>
#include <string.h>

FailingVfs failing_vfs;
static sqlite3_vfs *real_vfs, shim_vfs;

#define SECTOR 512

/* Something that was done to a file since it was synced. */
typedef struct
{
  gsize at;
  GBytes *bytes; /* NULL: the file was cut off at `at` */
} Deed;

/* A file as the disk may forget it. */
typedef struct
{
  GByteArray *synced;
  GPtrArray *deeds; /* of Deed */
  gboolean is_main; /* the database itself, not its log */
  gboolean deleted; /* and the folder was not synced since */
} Platter;

static struct
{
  GHashTable *platters; /* path → Platter; NULL while nothing is remembered */
  guint calls_left;     /* 0: the power stays */
  char *folder;
  void (*lost_cb) (void);
} power;

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* stands right behind */
  Platter *platter;   /* may be NULL */
  gboolean is_main;
} File;

static void
deed_free (gpointer data)
{
  Deed *self = data;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static void
platter_free (gpointer data)
{
  Platter *self = data;

  g_byte_array_unref (self->synced);
  g_ptr_array_unref (self->deeds);
  g_free (self);
}

static void
add_deed (sqlite3_file *file, gsize at, GBytes *bytes)
{
  Platter *platter = ((File *) file)->platter;
  Deed deed = { at, bytes };

  if (platter != NULL)
    g_ptr_array_add (platter->deeds, g_memdup2 (&deed, sizeof deed));
  else
    g_clear_pointer (&bytes, g_bytes_unref);
}

static void
set_size (GByteArray *content, gsize size)
{
  guint had = content->len;

  g_byte_array_set_size (content, (guint) size);
  if (size > had)
    memset (content->data + had, 0, size - had);
}

/* Of the bytes only those of [from, to). */
static void
do_deed (GByteArray *content, const Deed *deed, gsize from, gsize to)
{
  gsize size;
  const guint8 *bytes = deed->bytes != NULL ? g_bytes_get_data (deed->bytes, &size) : NULL;

  if (bytes == NULL)
    set_size (content, deed->at);
  if (bytes == NULL || from >= MIN (to, size))
    return;
  set_size (content, MAX (content->len, deed->at + MIN (to, size)));
  memcpy (content->data + deed->at + from, bytes + from, MIN (to, size) - from);
}

static void
sync_platter (Platter *self)
{
  for (guint i = 0; i < self->deeds->len; i++)
    do_deed (self->synced, self->deeds->pdata[i], 0, G_MAXSIZE);
  g_ptr_array_set_size (self->deeds, 0);
}

/* What the disk holds when the power goes: any of the deeds since, whole, torn or not at all. */
static void
write_remains (const char *path, const Platter *platter)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *to = g_build_filename (power.folder, name, NULL);
  g_autoptr (GByteArray) content = g_byte_array_new ();

  if (platter->deleted && g_test_rand_bit ())
    return;
  failing_vfs.n_main_lost += platter->is_main ? platter->deeds->len : 0;
  g_byte_array_append (content, platter->synced->data, platter->synced->len);
  for (guint i = 0; i < platter->deeds->len; i++)
    {
      gsize from = (gsize) g_test_rand_int_range (0, 8) * SECTOR;

      if (g_test_rand_bit ())
        do_deed (content, platter->deeds->pdata[i], 0, G_MAXSIZE);
      else if (g_test_rand_bit ())
        do_deed (content, platter->deeds->pdata[i], from, from + SECTOR);
    }
  g_assert_true (
      g_file_set_contents (to, (const char *) content->data, (gssize) content->len, NULL));
}

static void
count_towards_loss (void)
{
  GHashTableIter iter;
  gpointer path, platter;

  if (power.calls_left == 0 || --power.calls_left > 0)
    return;
  g_hash_table_iter_init (&iter, power.platters);
  while (g_hash_table_iter_next (&iter, &path, &platter))
    write_remains (path, platter);
  power.lost_cb ();
}

/* What got its name only once it was on the disk. */
static GByteArray *
read_synced (const char *path)
{
  char *bytes = NULL;
  gsize size = 0;

  return g_file_get_contents (path, &bytes, &size, NULL)
             ? g_byte_array_new_take ((guint8 *) bytes, size)
             : g_byte_array_new ();
}

static Platter *
find_platter (const char *path, gboolean is_main)
{
  Platter *platter;

  if (power.platters == NULL || path == NULL)
    return NULL;
  platter = g_hash_table_lookup (power.platters, path);
  if (platter != NULL && !platter->deleted)
    return platter;
  platter = g_new (Platter, 1);
  *platter =
      (Platter) { read_synced (path), g_ptr_array_new_with_free_func (deed_free), is_main, FALSE };
  g_hash_table_insert (power.platters, g_strdup (path), platter);
  return platter;
}

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

  count_towards_loss ();
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

  failing_vfs.n_main_writes += ((File *) file)->is_main;
  failing_vfs.n_log_failed += code != SQLITE_OK && !((File *) file)->is_main;
  if (code == SQLITE_OK)
    add_deed (file, (gsize) at, g_bytes_new (data, (gsize) n));
  if (code != SQLITE_OK && n > 1) /* a disk that fills up in the middle has taken the first half */
    real (file)->pMethods->xWrite (real (file), data, n / 2, at);
  return code != SQLITE_OK ? code : real (file)->pMethods->xWrite (real (file), data, n, at);
}

static int
truncate_cb (sqlite3_file *file, sqlite3_int64 size)
{
  int code = count_call (FALSE, SQLITE_IOERR_TRUNCATE);

  if (code == SQLITE_OK)
    add_deed (file, (gsize) size, NULL);
  return code != SQLITE_OK ? code : real (file)->pMethods->xTruncate (real (file), size);
}

static int
sync_cb (sqlite3_file *file, int flags)
{
  int code = count_call (FALSE, SQLITE_IOERR_FSYNC);
  Platter *platter = ((File *) file)->platter;

  if (code == SQLITE_OK && platter != NULL)
    sync_platter (platter);
  return code;
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
  self->platter = NULL;
  self->is_main = (flags & SQLITE_OPEN_MAIN_DB) != 0;
  self->real = (sqlite3_file *) (self + 1);
  if (code == SQLITE_OK)
    code = real_vfs->xOpen (real_vfs, name, self->real, flags, out_flags);
  if (code == SQLITE_OK)
    {
      self->base.pMethods = &methods;
      self->platter = find_platter (name, self->is_main);
    }
  return code;
}

/* A name that is gone comes back with the power, unless the folder was synced. */
static void
forget_name (const char *name, gboolean sync_folder)
{
  Platter *platter = power.platters != NULL ? g_hash_table_lookup (power.platters, name) : NULL;

  if (platter != NULL && sync_folder)
    g_hash_table_remove (power.platters, name);
  else if (platter != NULL)
    platter->deleted = TRUE;
}

static int
delete_cb (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  int code = count_call (FALSE, SQLITE_IOERR_DELETE);

  if (code == SQLITE_OK)
    forget_name (name, sync_folder);
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

void
failing_vfs_remember (void)
{
  failing_vfs_forget ();
  power.platters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, platter_free);
}

void
failing_vfs_lose_power (guint after, const char *folder, void (*lost_cb) (void))
{
  power.calls_left = after;
  power.folder = g_strdup (folder);
  power.lost_cb = lost_cb;
}

void
failing_vfs_lose_power_now (void)
{
  power.calls_left = MIN (power.calls_left, 1);
  count_towards_loss ();
}

void
failing_vfs_forget (void)
{
  g_clear_pointer (&power.platters, g_hash_table_unref);
  g_clear_pointer (&power.folder, g_free);
  power.calls_left = 0;
}
