/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Use cases around people: what the backlog knows of somebody, and erasing them. */
#pragma once

#include "backlog/imp-backlog.h"
#include "base/imp-progress.h"
#include "model/imp-person.h"

G_BEGIN_DECLS

void imp_backlog_person_async (ImpBacklog *self,
                               ImpItem person,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
/* IMP_ERROR_NOT_FOUND where they are gone. */
ImpPersonPage *imp_backlog_person_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* Where somebody works: `field` is IMP_PERSON_SITE or _DEPARTMENT, `name` is looked up and made
 * where it is new; NULL for none. Over what the page showed that is `as_of` (NULL: over all there
 * is). A write. */
void imp_backlog_set_person_place_async (ImpBacklog *self,
                                         ImpItem person,
                                         guint8 field,
                                         const char *name,
                                         const char *as_of,
                                         GAsyncReadyCallback callback,
                                         gpointer data);

/* Whether they may be named in announcements: `naming` is a choice of IMP_PERSON_NAMING, 0 for not
 * known. A write, over what the page showed, as above. */
void imp_backlog_set_person_naming_async (ImpBacklog *self,
                                          ImpItem person,
                                          guint naming,
                                          const char *as_of,
                                          GAsyncReadyCallback callback,
                                          gpointer data);

/* What erasing somebody would take away, and what would stay. Goes through all that was ever
 * written. */
void imp_backlog_plan_erasure_async (ImpBacklog *self,
                                     ImpItem person,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
ImpErasurePlan *
imp_backlog_plan_erasure_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* How many older copies there are by now: ImpErasurePlan.n_backups anew. */
void imp_backlog_count_copies_async (ImpBacklog *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);
gboolean imp_backlog_count_copies_finish (ImpBacklog *self,
                                          GAsyncResult *result,
                                          guint *n_copies,
                                          GError **error);

/* Erases a person. Their name and all else that is known of them goes from the file, its history,
 * its log and its index; the sentences of `mentions` (of ImpMention, from the plan) lose the name.
 * Reports, fixes, promises and confirmations stay, as somebody's, and so do all counts. It cannot
 * be undone: actions that wrote any of it leave the undo list, and an older file that is restored
 * loses them again when it is opened. A draft that names them (imp_backlog_get_draft()) goes.
 *
 * Published announcements lose the name where their sentences are among the mentions, and nothing
 * else of them changes. What has left the program, on paper, by e-mail or exported, is out of its
 * reach.
 *
 * `older_copies`: once a new backup is made and checked, deletes all earlier ones and damaged files
 * that were kept, here and, where the new one arrived there, in the folder `second` (NULL: none).
 *
 * Can be cancelled as long as `progress` is below 1: then nothing was changed. */
void imp_backlog_erase_person_async (ImpBacklog *self,
                                     ImpItem person,
                                     const GPtrArray *mentions,
                                     gboolean older_copies,
                                     const char *second,
                                     ImpProgress *progress,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data);

/* What became of it. Plain data. */
typedef struct
{
  char **left;   /* files and folders that may still hold the name, although they should not */
  char *trouble; /* why, for people; NULL: all went well */
} ImpErased;

void imp_erased_free (ImpErased *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpErased, imp_erased_free)

/* NULL: nothing was erased. */
ImpErased *imp_backlog_erase_person_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

G_END_DECLS
