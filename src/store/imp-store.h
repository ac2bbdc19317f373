/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The store on its thread: journal, clock, projections over one connection. */
#pragma once

#include "base/imp-progress.h"
#include "model/imp-impact.h"
#include "store/imp-connection.h"

G_BEGIN_DECLS

/* The open database with what must be known to write to it. Lives on the database thread, where
 * every function taking it must be called; made and freed there. */
typedef struct _ImpStore ImpStore;

ImpStore *
imp_store_open (const char *path, const char *actor, const ImpClock *clock, GError **error);
/* The same to look at it only: in a copy, so that the file stays as it is to the last byte. */
ImpStore *
imp_store_look_into (const char *path, const char *actor, const ImpClock *clock, GError **error);
void imp_store_close (ImpStore *self);
/* Any thread. Whether there is no file, or one without a byte; and whether a backlog was written
 * there once, for what stands beside it. */
gboolean imp_store_is_gone (const char *path);
gboolean imp_store_was_there (const char *path);
/* Any thread. Makes a new backlog where one is gone, as nothing else does. */
gboolean imp_store_begin_anew (const char *path, GError **error);

ImpConnection *imp_store_get_connection (ImpStore *self);
ImpDate imp_store_get_today (ImpStore *self);
/* What stands for "don't know", as of the last commit. */
const ImpMedians *imp_store_get_medians (ImpStore *self);
/* Counts commits: answers that carry an older number are outdated. */
guint64 imp_store_get_generation (ImpStore *self);

/* IMP_ERROR_READ_ONLY where the file or its folder cannot be written, IMP_ERROR_TOO_NEW where only
 * newer versions may. All that writes asks this first. */
gboolean imp_store_check_writable (ImpStore *self, GError **error);

/* For the next long works, a commit or the walk over everything: cancelled, they fail with
 * G_IO_ERROR_CANCELLED and have changed nothing; both may be NULL, and are kept by the caller until
 * it is called with NULL again. */
void imp_store_watch (ImpStore *self, GCancellable *cancellable, ImpProgress *progress);

/* What a commit did. */
typedef struct
{
  gint64 txn;      /* rseq of its first row; 0: nothing changed */
  guint kinds;     /* 1 << ImpKind of what may look different */
  guint n_blobs;   /* whose bytes were not here before; they alone are no step of undo */
  GArray *items;   /* of ImpItem: the numbers of the new items, in their order; may be NULL */
  GArray *known;   /* of gboolean: whether they were here already; may be NULL */
  gint64 clock_ms; /* the newest change before it, where this computer's clock stands far from that
                    * and nobody was told yet; else 0 */
} ImpCommit;

void imp_commit_clear (ImpCommit *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImpCommit, imp_commit_clear)

/* Writes the changes as one user action: journal, cells and projections in one transaction, on
 * the disk when it returns TRUE. Values that are there already are not written again, unless
 * the changes erase. `commit` must be cleared by the caller. */
gboolean
imp_store_commit (ImpStore *self, const ImpChanges *changes, ImpCommit *commit, GError **error);
/* The changes that would take a user action of this laptop, or of any, back: the earlier values of
 * what it wrote. IMP_ERROR_NOT_FOUND where that is erased, or where an irritant or a fix would be
 * left without a title: then nothing of it can be taken back, ever. */
ImpChanges *imp_store_invert (ImpStore *self, gint64 txn, GError **error);
ImpChanges *imp_store_invert_action (ImpStore *self, gint64 rep, gint64 txn, GError **error);
/* Whether commit would succeed and what it would make; nothing is written. */
gboolean
imp_store_try (ImpStore *self, const ImpChanges *changes, ImpCommit *commit, GError **error);

/* Writes what is there already, to see whether the disk takes it. */
gboolean imp_store_try_disk (ImpStore *self, GError **error);

/* Rebuilds all projections from the cells. */
gboolean imp_store_rebuild (ImpStore *self, GError **error);
/* Looks over the file: SQLite's own check, the hash chain, gaps, and that cells equal the journal. Adds a
 * line for people for each problem. */
gboolean
imp_store_check (ImpStore *self, GPtrArray *problems, GCancellable *cancellable, GError **error);
/* The same to the last page: also that the journal is of known laptops, and that the projections
 * are those that the cells give, for which they are rebuilt and put back. Counts the rows of other
 * laptops. */
gboolean imp_store_check_deep (ImpStore *self,
                               guint *n_foreign,
                               GPtrArray *problems,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
