/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the use cases share: tasks for the database thread, and what happens after a commit. */
#pragma once

#include "backlog/imp-backlog.h"
#include "backlog/imp-draft-keeper.h"
#include "store/imp-database.h"

G_BEGIN_DECLS

struct _ImpBacklog
{
  GObject parent_instance;

  ImpDatabase *database; /* NULL once closed */
  char *path;
  char *read_only; /* why nothing can be written; NULL where it can */
  ImpClock clock;
  ImpMedians medians; /* as of the last commit */
  GPtrArray *undo;    /* of ImpStep, the newest last */
  GPtrArray *redo;
  GQueue waiting_steps; /* of GTask: what undo or redo take depends on how the one before goes */
  gboolean stepping;    /* one is under way, and in neither array */
  guint n_works;        /* held, see imp_backlog_hold() */
  GQueue waiting;       /* of GTask: for the last of those */
  char *trouble;        /* why nothing can be written now; NULL: it can */
  char *notice;         /* what was not taken note of yet; may be NULL */
  char *damage;         /* what was wrong when the file was looked over; NULL: nothing */
  ImpDraftKeeper *drafts[IMP_N_DRAFTS]; /* NULL before it is open */
};

/* A task for the database thread: `args` (freed with args_free) become its data. */
GTask *imp_backlog_new_task (ImpBacklog *self,
                             gpointer tag,
                             gpointer args,
                             GDestroyNotify args_free,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);
/* Takes over the task. Where the backlog is closed already it fails. */
void imp_backlog_push (ImpBacklog *self, GTask *task, ImpDatabaseFunc func);
/* The same for what must not make anybody wait; imp_database_push_slices(). */
void imp_backlog_push_slices (ImpBacklog *self, GTask *task, ImpDatabaseSlice func);

/* All on the database thread. An error begins with `failure`: "Cannot save the fix". Takes it over. */
void imp_backlog_return_error (GTask *task, GError *error, const char *failure);
/* Hands what was read to the task, or the error where it is NULL. Takes both over. */
void imp_backlog_return_array (GTask *task, GPtrArray *array, GError *error, const char *failure);
void imp_backlog_return_read (GTask *task,
                              gpointer read,
                              GDestroyNotify read_free,
                              GError *error,
                              const char *failure);

/* What stands beside the database, read on its thread; NULL where there is none. */
void imp_drafts_read (const char *database, char *texts[IMP_N_DRAFTS]);
/* Main thread. Takes over the texts. */
void imp_backlog_take_drafts (ImpBacklog *self, char *texts[IMP_N_DRAFTS]);
void imp_backlog_save_drafts (ImpBacklog *self);
void imp_backlog_free_drafts (ImpBacklog *self);
/* For erasing somebody; imp_mention_compile(). */
gboolean imp_backlog_is_named_in_drafts (ImpBacklog *self, GRegex *names);
void imp_backlog_drop_drafts (ImpBacklog *self, GRegex *names);

/* Emits ImpBacklog::failed: "Cannot rank the irritants: the disk …". Main thread. */
void imp_backlog_report (ImpBacklog *self, const char *action, const GError *error);

/* Where a committed action goes. */
typedef enum
{
  IMP_STEP_NEW,
  IMP_STEP_UNDO,
  IMP_STEP_REDO,
  IMP_STEP_NONE, /* nobody's here: came from another laptop */
} ImpStepMode;

/* On the database thread: commits, tells the main thread, and returns into the task: the item
 * `about` (a negative number stands for a new item), or an error that begins with
 * `failure` ("Cannot save the fix"). */
void imp_backlog_commit_in_db (GTask *task,
                               ImpStore *store,
                               ImpChanges *changes,
                               ImpItem about,
                               const char *label,
                               const char *failure);
/* The same for steps of undo and redo. */
gboolean imp_backlog_commit_step_in_db (GTask *task,
                                        ImpStore *store,
                                        const ImpChanges *changes,
                                        const char *label,
                                        ImpStepMode mode,
                                        ImpCommit *commit,
                                        GError **error);

/* The same for what was taken in from others. */
void imp_backlog_tell_taken_in_db (GTask *task, ImpStore *store, guint kinds);

/* On the database thread: this computer's clock is far from the newest change; another laptop's is
 * that far ahead. */
void imp_backlog_tell_clock_in_db (GTask *task, gint64 newest_ms);
void imp_backlog_tell_ahead_in_db (GTask *task, gint64 ahead_ms);

/* The same for what was erased: `erased` (of gint64, sorted; taken over) are the actions that
 * cannot be taken back any more; drafts in which one of `names` (may be NULL) stands go. */
void imp_backlog_tell_erased_in_db (GTask *task,
                                    ImpStore *store,
                                    const ImpCommit *commit,
                                    GArray *erased,
                                    GRegex *names);

void imp_step_free (gpointer step);
/* On the database thread: tells the main thread how a write went; NULL: well. */
void imp_backlog_note_in_db (GTask *task, const GError *error);
/* Calls back on the main thread before the task's own callback, which comes at the default
 * priority. Takes over `data`. */
void imp_backlog_call_main (GTask *task, GSourceFunc func, gpointer data, GDestroyNotify data_free);
void imp_backlog_emit_changed (ImpBacklog *self, guint kinds);
void imp_backlog_emit_backed_up (ImpBacklog *self);
/* What the changes are about: the first new item, else the first that is changed; boxed for the
 * task once it has its number. */
ImpItem imp_backlog_find_subject (const ImpChanges *changes);

/* What a write answers; step is 0 where nothing had to be changed. */
typedef struct
{
  ImpItem item;
  gint64 step;
} ImpWritten;

ImpWritten *imp_backlog_box_written (const ImpCommit *commit, ImpItem item);

/* The item of that name, added to the changes where it is new; 0 for no name. */
gboolean imp_backlog_name_in_db (ImpStore *store,
                                 ImpChanges *changes,
                                 ImpKind kind,
                                 const char *name,
                                 ImpItem *item,
                                 GError **error);
/* What somebody (0: not known) said of a fix on that day, as a whole; the new confirmation. */
ImpItem imp_backlog_add_verdict (ImpChanges *changes,
                                 ImpItem fix,
                                 ImpItem person,
                                 ImpDate date,
                                 ImpVerdict verdict);
/* A fix that is planned on that day; owner: 0 for nobody yet. */
ImpItem
imp_backlog_add_fix (ImpChanges *changes, const char *title, ImpItem owner, ImpDate planned);
/* A promise about a fix, to a person or, in words, to anybody else (NULL: nobody is named). */
ImpItem imp_backlog_add_promise (ImpChanges *changes,
                                 ImpItem fix,
                                 ImpItem person,
                                 const char *to,
                                 ImpDate made,
                                 ImpDate date);
/* What was done when so many irritants became part of a whole, by name; part: the only one of them. */
char *imp_backlog_name_merge_in_db (ImpStore *store,
                                    guint n_parts,
                                    ImpItem part,
                                    ImpItem whole,
                                    GError **error);
/* Gives an irritant a tag, whatever it has; the text is clean. */
void imp_backlog_add_tagging (ImpChanges *changes, ImpItem irritant, const char *tag);
/* Gives an irritant a tag that it does not have yet, or takes it away; tags are compared as names
 * are. */
gboolean imp_backlog_tag_in_db (ImpStore *store,
                                ImpChanges *changes,
                                ImpItem irritant,
                                const char *tag,
                                GError **error);
gboolean imp_backlog_untag_in_db (ImpStore *store,
                                  ImpChanges *changes,
                                  ImpItem irritant,
                                  const char *tag,
                                  GError **error);
/* The same for who does a fix: somebody new is of IT. */
gboolean imp_backlog_owner_in_db (ImpStore *store,
                                  ImpChanges *changes,
                                  const char *name,
                                  ImpItem *owner,
                                  GError **error);

G_END_DECLS
