/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The one database thread: it opens the store, does the jobs in their order, and closes it. */
#pragma once

#include "store/imp-store.h"

G_BEGIN_DECLS

/* Owns the thread on which the store lives. Called from the main thread. A job is a GTask with
 * its arguments as task data; `func` runs on the database thread and returns into the task there,
 * which calls back where the task was made. A task cancelled before its turn is not begun. */
typedef struct _ImpDatabase ImpDatabase;

typedef void (*ImpDatabaseFunc) (GTask *task, ImpStore *store);
/* A piece of a long work, of some milliseconds. FALSE once it has returned into the task. */
typedef gboolean (*ImpDatabaseSlice) (GTask *task, ImpStore *store);

/* imp_store_open() or imp_store_look_into(). */
typedef ImpStore *(*ImpDatabaseOpen) (const char *path,
                                      const char *actor,
                                      const ImpClock *clock,
                                      GError **error);

/* Returns at once; opening is the first job. `task` returns TRUE or the error of opening, after
 * which the other jobs fail with the same error. */
ImpDatabase *imp_database_new (const char *path,
                               const char *actor,
                               const ImpClock *clock,
                               ImpDatabaseOpen open_store,
                               GTask *task);
/* Takes over `task`. */
void imp_database_push (ImpDatabase *self, GTask *task, ImpDatabaseFunc func);
/* The same for what must not make anybody wait: piece by piece, whenever there is no job to do. The
 * task must have a cancellable, and `func` ask it at each piece: closing the database cancels it,
 * and calls `func` until it has returned. */
void imp_database_push_slices (ImpDatabase *self, GTask *task, ImpDatabaseSlice func);
/* Finishes all jobs, closes the store, then returns TRUE into `task` (taken over, may be NULL) and
 * frees itself. */
void imp_database_close (ImpDatabase *self, GTask *task);

G_END_DECLS
