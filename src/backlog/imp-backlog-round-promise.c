/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A promise on the spot, and who was told what became of a report. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "backlog/imp-backlog-rounds.h"
#include "base/imp-error.h"
#include "base/imp-text.h"
#include "store/imp-fix-table.h"
#include "store/imp-heard-table.h"
#include "store/imp-item.h"
#include "store/imp-told-table.h"

typedef struct
{
  ImpItem round, report;
  char *what, *owner;
  ImpDate date;
} PromiseArgs;

static void
promise_args_free (gpointer data)
{
  PromiseArgs *args = data;

  g_free (args->what);
  g_free (args->owner);
  g_free (args);
}

/* What was said on the spot, where it is not the title of the fix. */
static gboolean
is_worded (const PromiseArgs *args, const ImpOpenFix *open)
{
  g_autofree char *what = imp_text_fold (args->what), *title = imp_text_fold (open->title);

  return *what != '\0' && !g_str_equal (what, title);
}

/* open->fix: 0: it is planned now. */
static gboolean
find_fix (ImpStore *store,
          ImpChanges *changes,
          const PromiseArgs *args,
          ImpItem irritant,
          ImpOpenFix *open,
          GError **error)
{
  ImpItem owner;

  if (!imp_store_find_open_fix (store, irritant, open, error)
      || !imp_backlog_owner_in_db (store, changes, args->owner, &owner, error))
    return FALSE;
  if (open->fix != 0)
    {
      if (open->owner == 0)
        imp_changes_set_item (changes, open->fix, IMP_FIX_OWNER, owner);
      return TRUE;
    }
  open->fix = imp_backlog_add_fix (changes, args->what, owner, imp_store_get_today (store));
  open->title = g_strdup (args->what);
  imp_changes_add_removal (changes, open->fix, irritant);
  return TRUE;
}

/* To the person who said it, else to their department. */
static gboolean
add_promise (ImpStore *store,
             ImpChanges *changes,
             const PromiseArgs *args,
             const ImpHeardRow *row,
             ImpItem *promise,
             GError **error)
{
  g_auto (ImpOpenFix) open = { 0 };
  g_autofree char *department = NULL;

  if (!find_fix (store, changes, args, row->irritant, &open, error)
      || (row->person == 0 && row->department != 0
          && !imp_item_dup_label (store, row->department, IMP_KIND_DEPARTMENT, &department, error)))
    return FALSE;
  *promise = imp_backlog_add_promise (changes, open.fix, row->person, department,
                                      imp_store_get_today (store), args->date);
  if (is_worded (args, &open))
    imp_changes_set_text (changes, *promise, IMP_PROMISE_WHAT, args->what);
  imp_changes_set_item (changes, *promise, IMP_PROMISE_SITE, row->site);
  imp_changes_set_item (changes, *promise, IMP_PROMISE_ROUND, args->round);
  return TRUE;
}

static gboolean
read_report (ImpStore *store, const PromiseArgs *args, ImpHeardRow *row, GError **error)
{
  if (!imp_store_read_heard_row (store, args->report, row, error))
    return FALSE;
  if (row->irritant != 0)
    return TRUE;
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_INPUT,
                       _ ("choose something that gets in the way"));
  return FALSE;
}

static void
promise_in_db (GTask *task, ImpStore *store)
{
  const PromiseArgs *args = g_task_get_task_data (task);
  const char *failure = _ ("Cannot save the promise");
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpHeardRow) row = { 0 };
  GError *error = NULL;
  ImpItem promise;

  if (read_report (store, args, &row, &error)
      && add_promise (store, changes, args, &row, &promise, &error))
    imp_backlog_commit_in_db (task, store, changes, promise, _ ("Promise made"), failure);
  else
    imp_backlog_return_error (task, error, failure);
}

void
imp_backlog_promise_heard_async (ImpBacklog *self,
                                 ImpItem round,
                                 ImpItem report,
                                 const char *what,
                                 const char *owner,
                                 ImpDate date,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  const char *missing = NULL;
  PromiseArgs *args;

  if (!imp_date_is_set (date))
    missing = _ ("Cannot save the promise: choose a day");
  else if (imp_text_is_empty (what))
    missing = _ ("Cannot save the promise: say what will be done");
  if (missing != NULL)
    {
      g_task_report_new_error (self, callback, data, imp_backlog_promise_heard_async, IMP_ERROR,
                               IMP_ERROR_INPUT, "%s", missing);
      return;
    }
  args = g_new0 (PromiseArgs, 1);
  *args = (PromiseArgs) { round, report, imp_text_clean (what), g_strdup (owner), date };
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_promise_heard_async, args,
                                          promise_args_free, NULL, callback, data),
                    promise_in_db);
}

typedef struct
{
  ImpItem irritant, fix, person, department, round;
  gboolean told;
} TellArgs;

static gboolean
tell (ImpStore *store, ImpChanges *changes, const TellArgs *args, GError **error)
{
  g_autoptr (GArray) told =
      imp_store_read_told (store, args->irritant, args->fix, args->person, args->department, error);
  ImpItem item;

  if (told == NULL)
    return FALSE;
  for (guint i = 0; !args->told && i < told->len; i++)
    imp_changes_delete (changes, g_array_index (told, ImpItem, i));
  if (!args->told || told->len > 0)
    return TRUE;
  item = imp_changes_add (changes, IMP_KIND_TOLD);
  imp_changes_set_item (changes, item, IMP_TOLD_IRRITANT, args->irritant);
  imp_changes_set_item (changes, item, IMP_TOLD_FIX, args->fix);
  imp_changes_set_item (changes, item, IMP_TOLD_PERSON, args->person);
  imp_changes_set_item (changes, item, IMP_TOLD_DEPARTMENT,
                        args->person == 0 ? args->department : 0);
  imp_changes_set_date (changes, item, IMP_TOLD_DATE, imp_store_get_today (store));
  imp_changes_set_item (changes, item, IMP_TOLD_ROUND, args->round);
  return TRUE;
}

static void
tell_in_db (GTask *task, ImpStore *store)
{
  const TellArgs *args = g_task_get_task_data (task);
  const char *failure = _ ("Cannot note who was told");
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  GError *error = NULL;

  if (tell (store, changes, args, &error))
    imp_backlog_commit_in_db (task, store, changes, args->irritant,
                              args->told ? _ ("Colleague told") : _ ("Colleague not told"),
                              failure);
  else
    imp_backlog_return_error (task, error, failure);
}

void
imp_backlog_tell_async (ImpBacklog *self,
                        const ImpUntold *untold,
                        ImpItem round,
                        gboolean told,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  const TellArgs args = { untold->irritant,   untold->fix, untold->person,
                          untold->department, round,       told };

  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_tell_async,
                                          g_memdup2 (&args, sizeof args), g_free, NULL, callback,
                                          data),
                    tell_in_db);
}
