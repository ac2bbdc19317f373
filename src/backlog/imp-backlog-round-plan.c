/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Planning a round, beginning and finishing it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-rounds-private.h"
#include "backlog/imp-backlog-rounds.h"
#include "base/imp-error.h"
#include "base/imp-text.h"
#include "store/imp-round-table.h"

/* Arguments of all writes here: each uses what it needs. */
typedef struct
{
  ImpItem round; /* 0: a new one */
  char *site, *place, *visitors, *note, *as_of;
  char *questions; /* one a line; NULL: not said */
  char **people, **departments;
  ImpDate planned;
  int time, weeks;
  gint64 now_ms;
} RoundArgs;

static void
round_args_free (gpointer data)
{
  RoundArgs *args = data;

  g_free (args->site);
  g_free (args->place);
  g_free (args->visitors);
  g_free (args->note);
  g_free (args->as_of);
  g_free (args->questions);
  g_strfreev (args->people);
  g_strfreev (args->departments);
  g_free (args);
}

static void
push (ImpBacklog *self,
      RoundArgs *args,
      ImpDatabaseFunc func,
      GAsyncReadyCallback callback,
      gpointer data)
{
  imp_backlog_push (
      self, imp_backlog_new_task (self, func, args, round_args_free, NULL, callback, data), func);
}

static void
say (ImpChanges *changes, ImpItem round, guint8 field, const char *text, const char *as_of)
{
  g_autofree char *clean = imp_text_clean (text);

  imp_changes_set_text (changes, round, field, clean);
  imp_changes_set_as_of (changes, as_of);
}

/* Those that everybody is asked are not kept, so that each reads them in their own language. */
static gboolean
set_questions (ImpStore *store,
               ImpChanges *changes,
               ImpItem round,
               ImpItem site,
               const RoundArgs *args,
               GError **error)
{
  g_auto (GStrv) usual = imp_round_dup_questions ();
  g_autofree char *text = g_strjoinv ("\n", usual), *last = NULL;

  if (args->questions != NULL)
    say (changes, round, IMP_ROUND_QUESTIONS,
         g_str_equal (args->questions, text) ? NULL : args->questions, args->as_of);
  else if (round < 0 && site > 0)
    {
      if (!imp_store_dup_last_questions (store, site, &last, error))
        return FALSE;
      imp_changes_set_text (changes, round, IMP_ROUND_QUESTIONS, last);
    }
  return TRUE;
}

static void
set_site (ImpChanges *changes, ImpItem round, ImpItem site, const RoundArgs *args)
{
  imp_changes_set_item (changes, round, IMP_ROUND_SITE, site);
  imp_changes_set_as_of (changes, args->as_of);
  if (args->weeks > 0)
    imp_changes_set_integer (changes, site, IMP_SITE_WEEKS,
                             MIN (args->weeks, IMP_ROUND_MOST_WEEKS));
  else if (args->weeks == 0)
    imp_changes_unset (changes, site, IMP_SITE_WEEKS);
}

static void
set_when (ImpChanges *changes, ImpItem round, const RoundArgs *args)
{
  imp_changes_set_date (changes, round, IMP_ROUND_PLANNED, args->planned);
  imp_changes_set_as_of (changes, args->as_of);
  if (args->time >= 0 && args->time <= IMP_ROUND_LAST_TIME)
    imp_changes_set_integer (changes, round, IMP_ROUND_TIME, args->time);
  else
    imp_changes_unset (changes, round, IMP_ROUND_TIME);
  imp_changes_set_as_of (changes, args->as_of);
}

static gboolean
fill_plan (ImpStore *store,
           ImpChanges *changes,
           ImpItem round,
           const RoundArgs *args,
           GError **error)
{
  ImpItem site;

  if (!imp_backlog_name_in_db (store, changes, IMP_KIND_SITE, args->site, &site, error))
    return FALSE;
  set_site (changes, round, site, args);
  set_when (changes, round, args);
  say (changes, round, IMP_ROUND_PLACE, args->place, args->as_of);
  say (changes, round, IMP_ROUND_VISITORS, args->visitors, args->as_of);
  say (changes, round, IMP_ROUND_NOTE, args->note, args->as_of);
  return set_questions (store, changes, round, site, args, error)
         && imp_backlog_plan_meetings_in_db (store, changes, round, args->people, args->departments,
                                             error);
}

static void
plan_in_db (GTask *task, ImpStore *store)
{
  const RoundArgs *args = g_task_get_task_data (task);
  const char *failure = _ ("Cannot plan the round");
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpRoundRow) row = { 0 };
  ImpItem round = args->round;
  GError *error = NULL;

  if (round == 0)
    round = imp_changes_add (changes, IMP_KIND_ROUND);
  if ((round > 0 && !imp_store_read_round (store, round, &row, &error))
      || !fill_plan (store, changes, round, args, &error))
    imp_backlog_return_error (task, error, failure);
  else
    imp_backlog_commit_in_db (task, store, changes, round,
                              args->round == 0 ? _ ("Round planned") : _ ("Round changed"),
                              failure);
}

static RoundArgs *
copy_plan (const ImpRoundPlan *plan)
{
  RoundArgs *args = g_new0 (RoundArgs, 1);

  args->round = plan->item;
  args->site = g_strdup (plan->site);
  args->planned = plan->planned;
  args->time = plan->time;
  args->place = g_strdup (plan->place);
  args->visitors = g_strdup (plan->visitors);
  args->note = g_strdup (plan->note);
  if (plan->questions != NULL)
    args->questions = g_strjoinv ("\n", (char **) plan->questions);
  args->people = g_strdupv ((char **) plan->people);
  args->departments = g_strdupv ((char **) plan->departments);
  args->weeks = plan->weeks;
  args->as_of = g_strdup (plan->as_of);
  return args;
}

void
imp_backlog_plan_round_async (ImpBacklog *self,
                              const ImpRoundPlan *plan,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  const char *missing = NULL;

  if (imp_text_is_empty (plan->site))
    missing = _ ("Cannot plan the round: say at which site it is");
  else if (!imp_date_is_set (plan->planned))
    missing = _ ("Cannot plan the round: choose a day");
  if (missing == NULL)
    push (self, copy_plan (plan), plan_in_db, callback, data);
  else
    g_task_report_new_error (self, callback, data, imp_backlog_plan_round_async, IMP_ERROR,
                             IMP_ERROR_INPUT, "%s", missing);
}

static void
begin_in_db (GTask *task, ImpStore *store)
{
  const RoundArgs *args = g_task_get_task_data (task);
  const char *failure = _ ("Cannot begin the round");
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpRoundRow) row = { 0 };
  GError *error = NULL;

  if (!imp_store_read_round (store, args->round, &row, &error))
    {
      imp_backlog_return_error (task, error, failure);
      return;
    }
  if (row.line.started_ms == 0)
    {
      imp_changes_set_integer (changes, args->round, IMP_ROUND_STARTED, args->now_ms);
      imp_changes_set_date (changes, args->round, IMP_ROUND_PLANNED, imp_store_get_today (store));
    }
  if (row.line.ended_ms != 0)
    imp_changes_unset (changes, args->round, IMP_ROUND_ENDED);
  imp_backlog_commit_in_db (task, store, changes, args->round,
                            row.line.ended_ms != 0 ? _ ("Round taken up again") : _ ("Round begun"),
                            failure);
}

static void
push_now (ImpBacklog *self,
          ImpItem round,
          ImpDatabaseFunc func,
          GAsyncReadyCallback callback,
          gpointer data)
{
  RoundArgs *args = g_new0 (RoundArgs, 1);

  args->round = round;
  args->now_ms = imp_clock_now_ms (&self->clock);
  push (self, args, func, callback, data);
}

void
imp_backlog_begin_round_async (ImpBacklog *self,
                               ImpItem round,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  push_now (self, round, begin_in_db, callback, data);
}

static void
finish_in_db (GTask *task, ImpStore *store)
{
  const RoundArgs *args = g_task_get_task_data (task);
  const char *failure = _ ("Cannot finish the round");
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpRoundRow) row = { 0 };
  GError *error = NULL;

  if (!imp_store_read_round (store, args->round, &row, &error))
    {
      imp_backlog_return_error (task, error, failure);
      return;
    }
  if (row.line.started_ms == 0)
    imp_changes_set_integer (changes, args->round, IMP_ROUND_STARTED, args->now_ms);
  if (row.line.ended_ms == 0)
    imp_changes_set_integer (changes, args->round, IMP_ROUND_ENDED, args->now_ms);
  imp_backlog_commit_in_db (task, store, changes, args->round, _ ("Round finished"), failure);
}

void
imp_backlog_finish_round_async (ImpBacklog *self,
                                ImpItem round,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  push_now (self, round, finish_in_db, callback, data);
}
