/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the connection and its statements share. */
#pragma once

#include <sqlite3.h>

#include "store/imp-connection.h"

struct _ImpConnection
{
  sqlite3 *db;
  char *path;
  GThread *thread;
  GHashTable *statements; /* constant SQL (by address) → ImpStatement */
};

/* Sets *error to what the SQLite code means for people, and returns FALSE. */
gboolean imp_connection_fail (ImpConnection *self, int sqlite_code, GError **error);
void imp_statement_free (ImpStatement *self);
