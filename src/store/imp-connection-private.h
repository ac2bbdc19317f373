/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the connection and its statements share. */
#pragma once

#include <sqlite3.h>

#include "store/imp-connection.h"

#define IMP_APPLICATION_ID 0x494D5056 /* "IMPV" */

#define IMP_CONNECTION_LOCK_OFFSET 0x40000000 /* where SQLite's locks lie, and how long they are */
#define IMP_CONNECTION_LOCK_SIZE   512

struct _ImpConnection
{
  sqlite3 *db;
  char *path;
  GThread *thread;
  GHashTable *statements; /* constant SQL (by address) → ImpStatement */
  gboolean created;       /* the file was not there before */
  gboolean dropped;       /* it is deleted when it is closed */
  gboolean unclean;       /* whoever had it last did not close it */
  gboolean read_only;     /* file or folder cannot be written */
  gboolean looking;       /* nothing may be written to it, whoever may */
  char *copy;             /* then the folder of a private copy, where one is needed; else NULL */
  int copy_hold;          /* imp_temporary_make_folder() */
};

/* Sets *error to what the SQLite code means for people, and returns FALSE. */
gboolean imp_connection_fail (ImpConnection *self, int sqlite_code, GError **error);
/* The same for what the connection did last. */
gboolean imp_connection_fail_last (ImpConnection *self, GError **error);
/* The same for an ordinary file beside the database; `cause` is of G_FILE_ERROR. */
gboolean imp_connection_fail_file (const GError *cause, GError **error);

/* Before SQLite touches it: makes folder and file where they are missing, for nobody else to
 * read; refuses what is not a backlog. */
gboolean imp_connection_prepare_file (ImpConnection *self, GError **error);
/* Makes a backlog with nothing in it under a temporary name, brings it to the disk, and only then
 * gives it its own: a file that is there is whole, whenever this program is killed. Never in the
 * place of another one; that one stays. */
gboolean imp_connection_make_file (ImpConnection *self, GError **error);
/* Makes the tables in an empty file; nothing stays in its log. */
gboolean imp_connection_fill_new (const char *path, GError **error);
gboolean imp_connection_has_log (ImpConnection *self);
gboolean imp_connection_has_rest (ImpConnection *self); /* a log or a journal */
/* A file that can only be read: another program must not be writing to it. What waits in its log,
 * or an older schema, is looked at in a copy; the file itself never changes. */
gboolean imp_connection_prepare_reading (ImpConnection *self, GError **error);
void imp_connection_remove_copy (ImpConnection *self);
/* The address SQLite opens: of the file, of its copy, or of one that nobody changes. */
char *imp_connection_dup_address (ImpConnection *self);
gboolean imp_connection_is_on_network (ImpConnection *self);

/* What must hold before a file is looked into, and before it is written. */
gboolean imp_connection_set_defences (ImpConnection *self, GError **error);
gboolean imp_connection_set_pragmas (ImpConnection *self, GError **error);

void imp_statement_free (ImpStatement *self);
