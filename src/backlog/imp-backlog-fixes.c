/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is done about fixes and promises: planned, delivered, promised. */
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
  char *title, *owner, *to, *did, *now, *todo;
  char *as_of; /* of the page that was delivered */
  ImpDate date;
} FixArgs;

static void
fix_args_free (gpointer data)
{
  FixArgs *args = data;

  g_clear_pointer (&args->irritants, g_array_unref);
  g_free (args->title);
  g_free (args->owner);
  g_free (args->to);
  g_free (args->did);
  g_free (args->now);
  g_free (args->todo);
  g_free (args->as_of);
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

ImpItem
imp_backlog_add_promise (ImpChanges *changes,
                         ImpItem fix,
                         ImpItem person,
                         const char *to,
                         ImpDate made,
                         ImpDate date)
{
  const ImpItem promise = imp_changes_add (changes, IMP_KIND_PROMISE);

  imp_changes_set_item (changes, promise, IMP_PROMISE_FIX, fix);
  imp_changes_set_item (changes, promise, IMP_PROMISE_PERSON, person);
  if (to != NULL)
    imp_changes_set_text (changes, promise, IMP_PROMISE_TO, to);
  imp_changes_set_date (changes, promise, IMP_PROMISE_MADE, made);
  imp_changes_set_date (changes, promise, IMP_PROMISE_FIRST, date);
  imp_changes_set_date (changes, promise, IMP_PROMISE_DUE, date);
  return promise;
}

ImpItem
imp_backlog_add_fix (ImpChanges *changes, const char *title, ImpItem owner, ImpDate planned)
{
  const ImpItem fix = imp_changes_add (changes, IMP_KIND_FIX);

  imp_changes_set_text (changes, fix, IMP_FIX_TITLE, title);
  imp_changes_set_item (changes, fix, IMP_FIX_OWNER, owner);
  imp_changes_set_date (changes, fix, IMP_FIX_PLANNED, planned);
  return fix;
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
  ImpItem person = 0;

  if (!imp_text_is_empty (clean)
      && !imp_store_find_name (store, IMP_KIND_PERSON, clean, &person, NULL, error))
    return FALSE;
  imp_backlog_add_promise (changes, fix, person, person == 0 ? clean : NULL,
                           imp_store_get_today (store), date);
  return TRUE;
}

static gboolean
add_fix (ImpStore *store, ImpChanges *changes, const FixArgs *args, ImpItem *fix, GError **error)
{
  ImpItem owner;

  if (!imp_backlog_owner_in_db (store, changes, args->owner, &owner, error))
    return FALSE;
  *fix = imp_backlog_add_fix (changes, args->title, owner, imp_store_get_today (store));
  for (guint i = 0; i < args->irritants->len; i++)
    imp_changes_add_removal (changes, *fix, g_array_index (args->irritants, ImpItem, i));
  return !imp_date_is_set (args->date)
         || add_promise (store, changes, *fix, args->to, args->date, error);
}

static void
plan_in_db (GTask *task, ImpStore *store)
{
  const FixArgs *args = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  GError *error = NULL;
  ImpItem fix;

  if (add_fix (store, changes, args, &fix, &error))
    imp_backlog_commit_in_db (task, store, changes, fix, _ ("Fix planned"),
                              _ ("Cannot plan the fix"));
  else
    imp_backlog_return_error (task, error, _ ("Cannot plan the fix"));
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
set_text_if_given (ImpChanges *changes, const FixArgs *args, guint8 field, const char *text)
{
  if (text == NULL)
    return;
  imp_changes_set_text (changes, args->fix, field, text);
  imp_changes_set_as_of (changes, args->as_of);
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
      imp_backlog_return_error (task, error, _ ("Cannot save the delivery"));
      return;
    }
  imp_changes_set_date (changes, args->fix, IMP_FIX_DELIVERED, today);
  set_text_if_given (changes, args, IMP_FIX_DID, args->did);
  set_text_if_given (changes, args, IMP_FIX_NOW, args->now);
  set_text_if_given (changes, args, IMP_FIX_TODO, args->todo);
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
                               const char *as_of,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  FixArgs *args = g_new0 (FixArgs, 1);

  args->fix = fix;
  args->did = g_strdup (did);
  args->now = g_strdup (now);
  args->todo = g_strdup (todo);
  args->as_of = g_strdup (as_of);
  push (self, args, deliver_in_db, callback, data);
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
    imp_backlog_return_error (task, error, _ ("Cannot save the promise"));
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
                                const char *as_of,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_date (changes, promise, IMP_PROMISE_DUE, date);
  imp_changes_set_as_of (changes, as_of);
  imp_changes_set_text (changes, promise, IMP_PROMISE_REASON, reason);
  imp_changes_set_as_of (changes, as_of);
  imp_changes_set_integer (changes, promise, IMP_PROMISE_TOLD, told != 0);
  imp_changes_set_as_of (changes, as_of);
  imp_backlog_apply_async (self, changes, _ ("New date given"), NULL, callback, data);
}
