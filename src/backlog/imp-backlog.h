/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The backlog as the window and the command line see it. */
#pragma once

#include <gio/gio.h>

#include "base/imp-date.h"
#include "model/imp-changes.h"

G_BEGIN_DECLS

/* One open backlog: the only door to the data. Lives on the main thread (asserted); the work
 * itself is done on the store's one database thread, in the order of calling, so that a read
 * started after a write sees it. Every _async function may be called at any time, takes copies of
 * its arguments, and calls back on the main thread; cancelling a read drops it, a write that has
 * begun is finished. What an action's _finish reported as done is on the disk.
 *
 * ImpBacklog::changed (guint kinds): after each commit, on the main thread, before the action's
 * own callback; kinds is a mask of 1 << ImpKind of what may look different.
 *
 * Property "trouble" (string, for reading): why the disk took no write the last time; NULL where
 * it did. Reading goes on meanwhile.
 *
 * Property "damage" (string, for reading): what was found to be wrong when the file was looked over
 * (imp_backlog_look_over_if_due()); NULL where nothing was.
 *
 * Property "notice" (string, for reading): what a person should know and is told once, such as a
 * clock that is far from right; NULL where there is nothing.
 *
 * ImpBacklog::failed (const char *message): a list could not be read; to be shown to the person.
 *
 * ImpBacklog::backed-up: the day's backup, or one that was asked for, is there. */
#define IMP_TYPE_BACKLOG (imp_backlog_get_type ())
G_DECLARE_FINAL_TYPE (ImpBacklog, imp_backlog, IMP, BACKLOG, GObject)

/* Opens the backlog in the file `path`, made with its folder where it is missing. `actor` is the
 * person at this computer, as the journal names them. */
void imp_backlog_open_async (const char *path,
                             const char *actor,
                             const ImpClock *clock,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
/* The same to look at it only: the file, and what stands beside it, stay as they are. */
void imp_backlog_look_into_async (const char *path,
                                  const char *actor,
                                  const ImpClock *clock,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);
ImpBacklog *imp_backlog_open_finish (GAsyncResult *result, GError **error);

/* For what somebody asked for that is not with the database all the time, also where others do it, as
 * with a page that is being saved: until the task has been answered imp_backlog_wait_async() waits
 * for it. Main thread. */
void imp_backlog_hold (ImpBacklog *self, GTask *task);
/* Answers when all that was asked for before has been done and answered, be it prepared on a thread
 * of its own: photos being made smaller, a file being read. */
void imp_backlog_wait_async (ImpBacklog *self, GAsyncReadyCallback callback, gpointer data);
gboolean imp_backlog_wait_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

/* Finishes what was begun and lets go of the file. Nothing may be called afterwards. */
void imp_backlog_close_async (ImpBacklog *self, GAsyncReadyCallback callback, gpointer data);
gboolean imp_backlog_close_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

char *imp_backlog_dup_default_path (void);           /* XDG_DATA_HOME/improve/backlog.db */
const char *imp_backlog_get_path (ImpBacklog *self); /* of the file itself, no link to it */
/* Why nothing can be written, for people; NULL where it can. */
const char *imp_backlog_get_read_only (ImpBacklog *self);
ImpDate imp_backlog_get_today (ImpBacklog *self);

/* Writes. One call is one user action: all or nothing, one undo. `label` names it for the undo
 * toast and the history, translated: "Irritant recorded". Takes over `changes`. */
void imp_backlog_apply_async (ImpBacklog *self,
                              ImpChanges *changes,
                              const char *label,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
/* Finishes every write of the backlog. *item, where not NULL, is the item that the action made
 * or was about. */
gboolean
imp_backlog_write_finish (ImpBacklog *self, GAsyncResult *result, ImpItem *item, GError **error);
/* The same; *step is the step that undo would take back, 0 where nothing had to be changed. */
gboolean imp_backlog_write_finish_step (ImpBacklog *self,
                                        GAsyncResult *result,
                                        ImpItem *item,
                                        gint64 *step,
                                        GError **error);

const char *imp_backlog_get_trouble (ImpBacklog *self);
/* Sees whether the disk takes writes again; the property says so. */
void imp_backlog_try_again (ImpBacklog *self);

const char *imp_backlog_get_notice (ImpBacklog *self);
void imp_backlog_dismiss_notice (ImpBacklog *self); /* it was taken note of */

const char *imp_backlog_get_damage (ImpBacklog *self);
/* Looks over the file and its hash chain once a week, and whenever it was not closed properly the
 * last time; the property says what is wrong. Nobody waits for it: a copy is made between other
 * work, and looked at on a thread of its own. Closing the backlog ends it. */
void imp_backlog_look_over_if_due (ImpBacklog *self);

/* Sets one field; a shorthand for imp_backlog_apply_async(). */
void imp_backlog_set_text_async (ImpBacklog *self,
                                 ImpItem item,
                                 guint8 field,
                                 const char *text,
                                 const char *label,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
void imp_backlog_delete_async (ImpBacklog *self,
                               ImpItem item,
                               const char *label,
                               GAsyncReadyCallback callback,
                               gpointer data);

/* Undo and redo of this session's actions, newest first; finished by imp_backlog_write_finish().
 * The labels name what would be undone or redone; NULL where there is nothing. They change with
 * ::changed; the step that is under way is in neither, and is back before a failure is answered. */
void imp_backlog_undo_async (ImpBacklog *self, GAsyncReadyCallback callback, gpointer data);
void imp_backlog_redo_async (ImpBacklog *self, GAsyncReadyCallback callback, gpointer data);
const char *imp_backlog_get_undo_label (ImpBacklog *self);
const char *imp_backlog_get_redo_label (ImpBacklog *self);
gint64 imp_backlog_get_undo_step (ImpBacklog *self); /* of the undo label; 0 where it is NULL */

/* What the sidebar, the headers and the empty pages need. Plain data. */
typedef struct
{
  guint n_irritants[8]; /* by ImpState */
  guint n_all_irritants;
  guint n_not_fixed;                 /* open, planned, being fixed */
  guint n_asked;                     /* of those: somebody was asked what they cost */
  double hours_not_fixed;            /* hours lost a month to what was asked about */
  guint n_fixes[5];                  /* by ImpFixState */
  guint promises_kept, promises_due; /* by their first date, this year */
  guint promises_late;               /* past their date now and not kept */
  guint n_announcements;
} ImpOverview;

void imp_backlog_overview_async (ImpBacklog *self, GAsyncReadyCallback callback, gpointer data);
gboolean imp_backlog_overview_finish (ImpBacklog *self,
                                      GAsyncResult *result,
                                      ImpOverview *overview,
                                      GError **error);

/* Whether nothing is in it: what was deleted or undone does not count. */
void imp_backlog_look_empty_async (ImpBacklog *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
gboolean imp_backlog_look_empty_finish (ImpBacklog *self,
                                        GAsyncResult *result,
                                        gboolean *empty,
                                        GError **error);

/* The names of all sites, departments, offerings or persons that contain `text`, at most
 * `limit`, those that begin with it first: for completion. A GStrv. */
void imp_backlog_names_async (ImpBacklog *self,
                              ImpKind kind,
                              const char *text,
                              guint limit,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
char **imp_backlog_names_finish (ImpBacklog *self, GAsyncResult *result, GError **error);

G_END_DECLS
