/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Use cases around fixes and promises. */
#include "config.h"

#include "backlog/imp-backlog-fixes.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"
#include "base/imp-text.h"
#include "store/imp-fix-table.h"
#include "store/imp-overview-table.h"

/* Arguments of all writes here: each uses what it needs. */
typedef struct
{
  ImpItem fix, promise;
  GArray *irritants; /* of ImpItem */
  char *title, *owner, *to, *did, *now, *todo, *person;
  ImpDate date;
  ImpVerdict verdict;
  GArray *asked; /* of ImpAskedAgain */
} FixArgs;

static void
fix_args_free (gpointer data)
{
  FixArgs *args = data;

  g_clear_pointer (&args->irritants, g_array_unref);
  g_clear_pointer (&args->asked, g_array_unref);
  g_free (args->title);
  g_free (args->owner);
  g_free (args->to);
  g_free (args->did);
  g_free (args->now);
  g_free (args->todo);
  g_free (args->person);
  g_free (args);
}

static void
push (ImpBacklog *self,
      FixArgs *args,
      ImpDatabaseFunc func,
      GAsyncReadyCallback callback,
      gpointer data)
{
  imp_backlog_push (
      self, imp_backlog_new_task (self, func, args, fix_args_free, NULL, callback, data), func);
}

/* A promise to a colleague we know is to that person, any other to the words themselves. */
static gboolean
add_promise (ImpStore *store,
             ImpChanges *changes,
             ImpItem fix,
             const char *to,
             ImpDate date,
             GError **error)
{
  g_autofree char *clean = imp_text_clean (to);
  ImpItem promise = imp_changes_add (changes, IMP_KIND_PROMISE);
  ImpItem person = 0;

  if (!imp_text_is_empty (clean)
      && !imp_store_find_name (store, IMP_KIND_PERSON, clean, &person, NULL, error))
    return FALSE;
  imp_changes_set_item (changes, promise, IMP_PROMISE_FIX, fix);
  imp_changes_set_item (changes, promise, IMP_PROMISE_PERSON, person);
  if (person == 0)
    imp_changes_set_text (changes, promise, IMP_PROMISE_TO, clean);
  imp_changes_set_date (changes, promise, IMP_PROMISE_MADE, imp_store_get_today (store));
  imp_changes_set_date (changes, promise, IMP_PROMISE_FIRST, date);
  imp_changes_set_date (changes, promise, IMP_PROMISE_DUE, date);
  return TRUE;
}

static gboolean
add_fix (ImpStore *store, ImpChanges *changes, const FixArgs *args, GError **error)
{
  ImpItem fix = imp_changes_add (changes, IMP_KIND_FIX); /* the first: -1 */
  ImpItem owner;

  if (!imp_backlog_owner_in_db (store, changes, args->owner, &owner, error))
    return FALSE;
  imp_changes_set_text (changes, fix, IMP_FIX_TITLE, args->title);
  imp_changes_set_item (changes, fix, IMP_FIX_OWNER, owner);
  imp_changes_set_date (changes, fix, IMP_FIX_PLANNED, imp_store_get_today (store));
  for (guint i = 0; i < args->irritants->len; i++)
    imp_changes_add_removal (changes, fix, g_array_index (args->irritants, ImpItem, i));
  return !imp_date_is_set (args->date)
         || add_promise (store, changes, fix, args->to, args->date, error);
}

static void
plan_in_db (GTask *task, ImpStore *store)
{
  const FixArgs *args = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  GError *error = NULL;

  if (add_fix (store, changes, args, &error))
    imp_backlog_commit_in_db (task, store, changes, -1, _ ("Fix planned"),
                              _ ("Cannot plan the fix"));
  else
    g_task_return_error (task, error);
}

void
imp_backlog_plan_fix_async (ImpBacklog *self,
                            const char *title,
                            const ImpItem *irritants,
                            guint n_irritants,
                            const char *owner,
                            ImpDate promised,
                            const char *promised_to,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  FixArgs *args = g_new0 (FixArgs, 1);

  args->title = g_strdup (title);
  args->irritants = g_array_new (FALSE, FALSE, sizeof (ImpItem));
  g_array_append_vals (args->irritants, irritants, n_irritants);
  args->owner = g_strdup (owner);
  args->date = promised;
  args->to = g_strdup (promised_to);
  push (self, args, plan_in_db, callback, data);
}

void
imp_backlog_start_fix_async (ImpBacklog *self,
                             ImpItem fix,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_date (changes, fix, IMP_FIX_STARTED, imp_backlog_get_today (self));
  imp_backlog_apply_async (self, changes, _ ("Fix begun"), NULL, callback, data);
}

static void
set_text_if_given (ImpChanges *changes, ImpItem fix, guint8 field, const char *text)
{
  if (text != NULL)
    imp_changes_set_text (changes, fix, field, text);
}

static void
deliver_in_db (GTask *task, ImpStore *store)
{
  const FixArgs *args = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  ImpDate today = imp_store_get_today (store);
  GError *error = NULL;
  g_autoptr (GArray) promises = imp_store_read_open_promises (store, args->fix, &error);

  if (promises == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  imp_changes_set_date (changes, args->fix, IMP_FIX_DELIVERED, today);
  set_text_if_given (changes, args->fix, IMP_FIX_DID, args->did);
  set_text_if_given (changes, args->fix, IMP_FIX_NOW, args->now);
  set_text_if_given (changes, args->fix, IMP_FIX_TODO, args->todo);
  for (guint i = 0; i < promises->len; i++)
    imp_changes_set_date (changes, g_array_index (promises, ImpItem, i), IMP_PROMISE_KEPT, today);
  imp_backlog_commit_in_db (task, store, changes, args->fix, _ ("Fix delivered"),
                            _ ("Cannot save the delivery"));
}

void
imp_backlog_deliver_fix_async (ImpBacklog *self,
                               ImpItem fix,
                               const char *did,
                               const char *now,
                               const char *todo,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  FixArgs *args = g_new0 (FixArgs, 1);

  args->fix = fix;
  args->did = g_strdup (did);
  args->now = g_strdup (now);
  args->todo = g_strdup (todo);
  push (self, args, deliver_in_db, callback, data);
}

static ImpItem
add_verdict (ImpChanges *changes, ImpItem fix, ImpItem person, ImpDate date, ImpVerdict verdict)
{
  ImpItem confirmation = imp_changes_add (changes, IMP_KIND_CONFIRMATION);

  imp_changes_set_item (changes, confirmation, IMP_CONFIRMATION_FIX, fix);
  imp_changes_set_item (changes, confirmation, IMP_CONFIRMATION_PERSON, person);
  imp_changes_set_date (changes, confirmation, IMP_CONFIRMATION_DATE, date);
  imp_changes_set_integer (changes, confirmation, IMP_CONFIRMATION_VERDICT, verdict);
  return confirmation;
}

static void
set_answers (ImpChanges *changes, ImpItem confirmation, const ImpAskedAgain *asked)
{
  imp_changes_set_item (changes, confirmation, IMP_CONFIRMATION_IRRITANT, asked->irritant);
  for (int q = 0; q < 3; q++)
    {
      g_autofree char *text = imp_answer_print ((ImpQuestion) q, &asked->answers[q]);

      imp_changes_set_text (changes, confirmation, (guint8) (IMP_CONFIRMATION_PEOPLE + q), text);
    }
}

/* One verdict on the fix, and one on each irritant that was asked about. */
static gboolean
add_confirmations (ImpStore *store, ImpChanges *changes, const FixArgs *args, GError **error)
{
  ImpDate today = imp_store_get_today (store);
  ImpItem person;

  if (!imp_backlog_name_in_db (store, changes, IMP_KIND_PERSON, args->person, &person, error))
    return FALSE;
  add_verdict (changes, args->fix, person, today, args->verdict);
  for (guint i = 0; i < args->asked->len; i++)
    {
      const ImpAskedAgain *asked = &g_array_index (args->asked, ImpAskedAgain, i);

      set_answers (changes, add_verdict (changes, args->fix, person, today, asked->verdict), asked);
    }
  return TRUE;
}

static void
confirm_in_db (GTask *task, ImpStore *store)
{
  const FixArgs *args = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  GError *error = NULL;

  if (add_confirmations (store, changes, args, &error))
    imp_backlog_commit_in_db (task, store, changes, args->fix,
                              args->verdict == IMP_VERDICT_STILL_THERE ? _ ("Verdict noted")
                                                                       : _ ("Fix confirmed"),
                              _ ("Cannot save the verdict"));
  else
    g_task_return_error (task, error);
}

void
imp_backlog_confirm_fix_async (ImpBacklog *self,
                               ImpItem fix,
                               const char *person,
                               ImpVerdict verdict,
                               const ImpAskedAgain *asked,
                               guint n_asked,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  FixArgs *args = g_new0 (FixArgs, 1);

  args->fix = fix;
  args->person = g_strdup (person);
  args->verdict = verdict;
  args->asked = g_array_new (FALSE, FALSE, sizeof (ImpAskedAgain));
  g_array_append_vals (args->asked, asked, n_asked);
  push (self, args, confirm_in_db, callback, data);
}

static void
promise_in_db (GTask *task, ImpStore *store)
{
  const FixArgs *args = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  GError *error = NULL;

  if (add_promise (store, changes, args->fix, args->to, args->date, &error))
    imp_backlog_commit_in_db (task, store, changes, -1, _ ("Promise made"),
                              _ ("Cannot save the promise"));
  else
    g_task_return_error (task, error);
}

void
imp_backlog_promise_async (ImpBacklog *self,
                           ImpItem fix,
                           const char *to,
                           ImpDate date,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  FixArgs *args = g_new0 (FixArgs, 1);

  args->fix = fix;
  args->to = g_strdup (to);
  args->date = date;
  push (self, args, promise_in_db, callback, data);
}

void
imp_backlog_move_promise_async (ImpBacklog *self,
                                ImpItem promise,
                                ImpDate date,
                                const char *reason,
                                gboolean told,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_date (changes, promise, IMP_PROMISE_DUE, date);
  imp_changes_set_text (changes, promise, IMP_PROMISE_REASON, reason);
  imp_changes_set_integer (changes, promise, IMP_PROMISE_TOLD, told != 0);
  imp_backlog_apply_async (self, changes, _ ("New date given"), NULL, callback, data);
}

/* Reads */

typedef struct
{
  ImpFixState state;
  guint limit;
  ImpDate since;
  ImpItem fix;
} ReadArgs;

static void
read_fixes (ImpBacklog *self,
            ReadArgs args,
            ImpDatabaseFunc func,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, func, g_memdup2 (&args, sizeof args), g_free,
                                          cancellable, callback, data),
                    func);
}

static void
return_array (GTask *task, GPtrArray *array, GError *error)
{
  if (array != NULL)
    g_task_return_pointer (task, array, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
cards_in_db (GTask *task, ImpStore *store)
{
  const ReadArgs *args = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *cards = imp_store_read_fix_cards (store, args->state, args->limit, &error);

  return_array (task, cards, error);
}

void
imp_backlog_fix_cards_async (ImpBacklog *self,
                             ImpFixState state,
                             guint limit,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  read_fixes (self, (ReadArgs) { .state = state, .limit = limit }, cards_in_db, cancellable,
              callback, data);
}

GPtrArray *
imp_backlog_fix_cards_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
promises_in_db (GTask *task, ImpStore *store)
{
  const ReadArgs *args = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *promises = imp_store_read_promises (store, args->since, &error);

  return_array (task, promises, error);
}

void
imp_backlog_promises_async (ImpBacklog *self,
                            ImpDate since,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  read_fixes (self, (ReadArgs) { .since = since }, promises_in_db, cancellable, callback, data);
}

GPtrArray *
imp_backlog_promises_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
fix_page_in_db (GTask *task, ImpStore *store)
{
  const ReadArgs *args = g_task_get_task_data (task);
  GError *error = NULL;
  ImpFixPage *page = imp_store_read_fix_page (store, args->fix, &error);

  if (page != NULL)
    g_task_return_pointer (task, page, (GDestroyNotify) imp_fix_page_unref);
  else
    g_task_return_error (task, error);
}

void
imp_backlog_fix_page_async (ImpBacklog *self,
                            ImpItem fix,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  read_fixes (self, (ReadArgs) { .fix = fix }, fix_page_in_db, cancellable, callback, data);
}

ImpFixPage *
imp_backlog_fix_page_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
