/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Erasing a person: looking at what would go, doing it, and the older copies. */
#include "config.h"

#include "backlog/imp-backlog-people.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"
#include "store/imp-backup.h"
#include "store/imp-erasure.h"
#include "store/imp-forget.h"
#include "store/imp-leftovers.h"
#include "store/imp-mentions.h"
#include "store/imp-older-copies.h"
#include "store/imp-person-table.h"

/* The plan */

static guint
count_copies (ImpStore *store)
{
  ImpConnection *connection = imp_store_get_connection (store);
  g_autofree char *dataset = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  imp_backup_read_dataset (connection, &dataset, NULL);
  copies = imp_older_copies_list (imp_connection_get_path (connection), dataset, NULL);
  return copies->len;
}

static ImpErasurePlan *
read_plan (ImpStore *store, ImpItem person, GError **error)
{
  g_autoptr (ImpErasurePlan) plan = imp_erasure_plan_new ();

  plan->page = imp_store_read_person_page (store, person, error);
  if (plan->page == NULL)
    return NULL;
  plan->mentions = imp_mentions_read (store, person, imp_mention_get_instead (), error);
  if (plan->mentions == NULL || !imp_mentions_compile (store, &person, 1, &plan->names, error)
      || !imp_store_find_actor (store, plan->page->name, &plan->writes_history, error))
    return NULL;
  for (guint i = 0; i < plan->mentions->len; i++)
    plan->n_earlier += ((ImpMention *) plan->mentions->pdata[i])->sentence == NULL;
  plan->n_backups = count_copies (store);
  return g_steal_pointer (&plan);
}

static void
plan_in_db (GTask *task, ImpStore *store)
{
  const ImpItem *person = g_task_get_task_data (task);
  ImpConnection *connection = imp_store_get_connection (store);
  GError *error = NULL;
  ImpErasurePlan *plan;

  imp_connection_set_cancellable (connection, g_task_get_cancellable (task));
  plan = read_plan (store, *person, &error);
  imp_connection_set_cancellable (connection, NULL);
  imp_backlog_return_read (task, plan, (GDestroyNotify) imp_erasure_plan_unref, error,
                           _ ("Cannot see what would be erased"));
}

void
imp_backlog_plan_erasure_async (ImpBacklog *self,
                                ImpItem person,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_plan_erasure_async,
                                          g_memdup2 (&person, sizeof person), g_free, cancellable,
                                          callback, data),
                    plan_in_db);
}

ImpErasurePlan *
imp_backlog_plan_erasure_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  ImpErasurePlan *plan = g_task_propagate_pointer (G_TASK (result), error);

  if (plan != NULL && plan->names != NULL)
    plan->in_draft = imp_backlog_is_named_in_drafts (self, plan->names);
  return plan;
}

static void
count_copies_in_db (GTask *task, ImpStore *store)
{
  g_task_return_int (task, count_copies (store));
}

void
imp_backlog_count_copies_async (ImpBacklog *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_count_copies_async, NULL, NULL,
                                          cancellable, callback, data),
                    count_copies_in_db);
}

gboolean
imp_backlog_count_copies_finish (ImpBacklog *self,
                                 GAsyncResult *result,
                                 guint *n_copies,
                                 GError **error)
{
  gssize n = g_task_propagate_int (G_TASK (result), error);

  if (n >= 0)
    *n_copies = (guint) n;
  return n >= 0;
}

/* Erasing: in the database, then the older copies on a thread of their own. */

typedef struct
{
  ImpItem person;
  GPtrArray *mentions;
  gboolean older_copies;
  char *database, *second;
  char *dataset; /* of the new backup */
  gint64 now_ms;
  ImpProgress *progress;
  char *written;   /* the new backup */
  GPtrArray *left; /* of char * */
  char *trouble;
} EraseArgs;

static void
erase_args_free (gpointer data)
{
  EraseArgs *args = data;

  g_ptr_array_unref (args->mentions);
  g_free (args->database);
  g_free (args->second);
  g_free (args->dataset);
  g_clear_pointer (&args->progress, imp_progress_unref);
  g_free (args->written);
  g_ptr_array_unref (args->left);
  g_free (args->trouble);
  g_free (args);
}

void
imp_erased_free (ImpErased *self)
{
  g_strfreev (self->left);
  g_free (self->trouble);
  g_free (self);
}

/* The first trouble is the one to be told. Takes the error. */
static void
note_trouble (EraseArgs *args, GError *error, const char *left)
{
  if (args->trouble == NULL)
    args->trouble = g_strdup (error->message);
  if (left != NULL)
    g_ptr_array_add (args->left, g_strdup (left));
  g_error_free (error);
}

static gboolean
build_changes (ImpStore *store, const EraseArgs *args, ImpChanges *changes, GError **error)
{
  return imp_erasure_add_mentions (store, args->mentions, changes, error)
         && imp_erasure_add_person (store, args->person, changes, error);
}

/* Once it is committed there is no way back: what fails then is trouble, but it is erased. */
static gboolean
commit_in_db (GTask *task, ImpStore *store, EraseArgs *args, GError **error)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpCommit) commit = { 0 };
  g_autoptr (GRegex) names = NULL;
  GError *local_error = NULL;
  GArray *actions;

  if (!imp_mentions_compile (store, &args->person, 1, &names, error)
      || !build_changes (store, args, changes, error))
    return FALSE;
  imp_store_watch (store, g_task_get_cancellable (task), args->progress);
  imp_store_erase (store, changes, &commit, &local_error);
  imp_store_watch (store, NULL, NULL);
  imp_backlog_note_in_db (task, local_error);
  if (commit.txn == 0)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (local_error != NULL)
    note_trouble (args, g_steal_pointer (&local_error), args->database);
  imp_progress_set (args->progress, 1);
  if (!imp_erasure_keep_list (store, &local_error))
    note_trouble (args, g_steal_pointer (&local_error), NULL);
  actions = imp_erasure_read_actions (store, changes, NULL);
  imp_backlog_tell_erased_in_db (task, store, &commit, actions, names);
  return TRUE;
}

static void
back_up_in_db (ImpStore *store, EraseArgs *args)
{
  g_autofree char *folder = imp_backup_dup_folder (args->database);
  ImpConnection *connection = imp_store_get_connection (store);
  GError *error = NULL;

  if (!imp_backup_read_dataset (connection, &args->dataset, &error)
      || !imp_backup_write (connection, folder, args->now_ms, IMP_BACKUP_AFTER_ERASURE,
                            &args->written, &error))
    note_trouble (args, error, folder);
}

static void
erase_in_db (GTask *task, ImpStore *store)
{
  EraseArgs *args = g_task_get_task_data (task);
  GError *error = NULL;

  if (!commit_in_db (task, store, args, &error))
    {
      imp_backlog_return_error (task, error, _ ("Cannot erase the colleague"));
      return;
    }
  if (args->older_copies)
    back_up_in_db (store, args);
  g_task_return_boolean (task, TRUE);
}

/* Those under way first: one that has got its name before that is found under it. */
static void
clean_first (EraseArgs *args)
{
  g_autofree char *folder = imp_backup_dup_folder (args->database);
  g_autoptr (GPtrArray) copies = NULL;

  imp_leftovers_stop_backups (folder, args->database, args->dataset);
  copies = imp_older_copies_list (args->database, args->dataset, args->written);
  imp_older_copies_delete (copies, args->left);
}

static void
clean_second (EraseArgs *args)
{
  g_autoptr (GPtrArray) copies = NULL;
  GError *error = NULL;

  if (!imp_backup_copy (args->written, args->database, args->second, &error))
    {
      note_trouble (args, error, args->second);
      return;
    }
  imp_leftovers_stop_backups (args->second, args->database, args->dataset);
  copies =
      imp_older_copies_list_second (args->second, args->database, args->dataset, args->written);
  if (copies != NULL)
    imp_older_copies_delete (copies, args->left);
}

static ImpErased *
report (EraseArgs *args)
{
  ImpErased *erased = g_new0 (ImpErased, 1);

  erased->trouble = g_steal_pointer (&args->trouble);
  if (erased->trouble == NULL && args->left->len > 0)
    erased->trouble = g_strdup (_ ("Not all older backups could be deleted"));
  g_ptr_array_add (args->left, NULL);
  erased->left = (char **) g_ptr_array_steal (args->left, NULL);
  return erased;
}

static void
clean_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  EraseArgs *args = data;

  imp_leftovers_remove (args->database);
  if (args->written != NULL)
    clean_first (args);
  if (args->written != NULL && args->second != NULL)
    clean_second (args);
  g_task_return_pointer (task, report (args), (GDestroyNotify) imp_erased_free);
}

static void
erased_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_run_in_thread (task, clean_in_thread);
  else
    g_task_return_error (task, error);
}

static GPtrArray *
copy_mentions (const GPtrArray *mentions)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_mention_free);

  for (guint i = 0; i < mentions->len; i++)
    {
      ImpMention *copy = g_memdup2 (mentions->pdata[i], sizeof *copy);

      copy->sentence = g_strdup (copy->sentence);
      copy->redacted = g_strdup (copy->redacted);
      copy->about = NULL;
      copy->marks = NULL;
      g_ptr_array_add (copies, copy);
    }
  return copies;
}

void
imp_backlog_erase_person_async (ImpBacklog *self,
                                ImpItem person,
                                const GPtrArray *mentions,
                                gboolean older_copies,
                                const char *second,
                                ImpProgress *progress,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  EraseArgs *args = g_new0 (EraseArgs, 1);
  GTask *task = imp_backlog_new_task (self, imp_backlog_erase_person_async, args, erase_args_free,
                                      NULL, callback, data);

  args->person = person;
  args->mentions = copy_mentions (mentions);
  args->older_copies = older_copies;
  args->database = g_strdup (self->path);
  args->second = g_strdup (second);
  args->now_ms = imp_clock_now_ms (&self->clock);
  args->progress = progress != NULL ? imp_progress_ref (progress) : imp_progress_new ();
  args->left = g_ptr_array_new_with_free_func (g_free);
  imp_backlog_hold (self, task);
  imp_backlog_push (
      self, imp_backlog_new_task (self, erase_in_db, args, NULL, cancellable, erased_cb, task),
      erase_in_db);
}

ImpErased *
imp_backlog_erase_person_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
