/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Writing down what is heard on a round, and what it is after all. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-record.h"
#include "backlog/imp-backlog-rounds-private.h"
#include "backlog/imp-backlog-rounds.h"
#include "base/imp-error.h"
#include "base/imp-text.h"
#include "store/imp-heard-table.h"
#include "store/imp-round-table.h"

typedef struct
{
  ImpItem round, line, irritant;
  ImpHeardKind kind;
  char *words, *person, *department;
  ImpAnswer answers[3];
  gboolean is_back;
} HearArgs;

static void
hear_args_free (gpointer data)
{
  HearArgs *args = data;

  g_free (args->words);
  g_free (args->person);
  g_free (args->department);
  g_free (args);
}

static void
push (ImpBacklog *self,
      HearArgs *args,
      ImpDatabaseFunc func,
      GAsyncReadyCallback callback,
      gpointer data)
{
  imp_backlog_push (
      self, imp_backlog_new_task (self, func, args, hear_args_free, NULL, callback, data), func);
}

static gboolean
is_report (ImpHeardKind kind)
{
  return kind == IMP_HEARD_IRRITANT || kind == IMP_HEARD_ME_TOO;
}

static ImpObservationSort
get_sort (ImpHeardKind kind)
{
  if (kind == IMP_HEARD_WORKS)
    return IMP_OBSERVATION_WORKS;
  return kind == IMP_HEARD_THANKS ? IMP_OBSERVATION_THANKS : IMP_OBSERVATION_ELSE;
}

static ImpItem
add_observation (ImpChanges *changes, ImpHeardKind kind, const char *words, const ImpSaidBy *by)
{
  const ImpItem observation = imp_changes_add (changes, IMP_KIND_OBSERVATION);

  imp_changes_set_item (changes, observation, IMP_OBSERVATION_ROUND, by->round);
  imp_changes_set_integer (changes, observation, IMP_OBSERVATION_SORT, get_sort (kind));
  imp_changes_set_text (changes, observation, IMP_OBSERVATION_WORDS, words);
  imp_changes_set_item (changes, observation, IMP_OBSERVATION_PERSON, by->person);
  imp_changes_set_item (changes, observation, IMP_OBSERVATION_DEPARTMENT, by->department);
  imp_changes_set_item (changes, observation, IMP_OBSERVATION_SITE, by->site);
  imp_changes_set_date (changes, observation, IMP_OBSERVATION_DATE, by->date);
  return observation;
}

static gboolean
add_said (ImpStore *store,
          ImpChanges *changes,
          const HearArgs *args,
          const ImpSaidBy *by,
          ImpItem *line,
          GError **error)
{
  ImpSaid said = { .by = *by,
                   .irritant = args->kind == IMP_HEARD_ME_TOO ? args->irritant : 0,
                   .words = args->words,
                   .answers = { args->answers[0], args->answers[1], args->answers[2] },
                   .back = args->is_back && args->kind == IMP_HEARD_ME_TOO };

  return imp_backlog_say_in_db (store, changes, &said, line, error);
}

/* Who is thanked need not be there. The remark comes last, for it is what is told of the step. */
static gboolean
add_heard (ImpStore *store,
           ImpChanges *changes,
           const HearArgs *args,
           const ImpSaidBy *by,
           ImpItem *line,
           GError **error)
{
  if (is_report (args->kind))
    return add_said (store, changes, args, by, line, error);
  if (args->kind != IMP_HEARD_THANKS
      && !imp_backlog_meet_in_db (store, changes, by->round, by->person, by->department, TRUE,
                                  error))
    return FALSE;
  *line = add_observation (changes, args->kind, args->words, by);
  return TRUE;
}

static gboolean
hear (ImpStore *store, ImpChanges *changes, const HearArgs *args, ImpItem *line, GError **error)
{
  g_auto (ImpRoundRow) row = { 0 };
  ImpSaidBy by = { .round = args->round, .date = imp_store_get_today (store) };

  if (!imp_store_read_round (store, args->round, &row, error))
    return FALSE;
  by.site = row.line.site;
  return imp_backlog_find_speaker_in_db (store, changes, args->person, 0, args->department, &by,
                                         error)
         && add_heard (store, changes, args, &by, line, error);
}

static const char *
get_label (const HearArgs *args)
{
  switch (args->kind)
    {
    case IMP_HEARD_WORKS:
      return _ ("Noted what works");
    case IMP_HEARD_IRRITANT:
      return _ ("Irritant recorded");
    case IMP_HEARD_ME_TOO:
      return args->is_back ? _ ("Noted that it is back") : _ ("Report added");
    case IMP_HEARD_THANKS:
      return _ ("Noted whom to thank");
    case IMP_HEARD_ELSE:
    default:
      return _ ("Remark written down");
    }
}

static void
hear_in_db (GTask *task, ImpStore *store)
{
  const HearArgs *args = g_task_get_task_data (task);
  const char *failure = _ ("Cannot write down what was said");
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  GError *error = NULL;
  ImpItem line;

  if (hear (store, changes, args, &line, &error))
    imp_backlog_commit_in_db (task, store, changes, line, get_label (args), failure);
  else
    imp_backlog_return_error (task, error, failure);
}

/* NULL where nothing is. */
static const char *
find_missing (const ImpHeard *heard)
{
  if (heard->kind == IMP_HEARD_ME_TOO && heard->irritant == 0)
    return _ ("Cannot write down what was said: choose the irritant that it is about");
  if (heard->kind != IMP_HEARD_ME_TOO && imp_text_is_empty (heard->words))
    return _ ("Cannot write down what was said: there are no words yet");
  return NULL;
}

static HearArgs *
copy_heard (ImpItem round, const ImpHeard *heard)
{
  HearArgs *args = g_new0 (HearArgs, 1);

  args->round = round;
  args->kind = heard->kind;
  args->irritant = heard->irritant;
  args->words = imp_text_clean (heard->words);
  args->person = g_strdup (heard->person);
  args->department = g_strdup (heard->department);
  for (int q = 0; q < 3; q++)
    args->answers[q] = heard->answers[q];
  args->is_back = heard->is_back;
  return args;
}

void
imp_backlog_hear_async (ImpBacklog *self,
                        ImpItem round,
                        const ImpHeard *heard,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  const char *missing = find_missing (heard);

  if (missing == NULL)
    push (self, copy_heard (round, heard), hear_in_db, callback, data);
  else
    g_task_report_new_error (self, callback, data, imp_backlog_hear_async, IMP_ERROR,
                             IMP_ERROR_INPUT, "%s", missing);
}

/* A remark stays the one that it is. */
static gboolean
turn (ImpStore *store,
      ImpChanges *changes,
      const HearArgs *args,
      const ImpHeardRow *row,
      ImpItem *line,
      GError **error)
{
  const ImpSaidBy by = { row->person, row->department, row->site, args->round, row->date };
  ImpSaid said = { .by = by, .words = row->words };

  if (row->irritant == 0 && !is_report (args->kind))
    {
      imp_changes_set_integer (changes, *line, IMP_OBSERVATION_SORT, get_sort (args->kind));
      return TRUE;
    }
  imp_changes_delete (changes, *line);
  if (row->alone)
    imp_changes_delete (changes, row->irritant);
  for (int q = 0; q < 3; q++)
    said.answers[q] = row->answers[q];
  if (is_report (args->kind))
    return imp_backlog_say_in_db (store, changes, &said, line, error);
  *line = add_observation (changes, args->kind, row->words, &by);
  return TRUE;
}

static void
hear_as_in_db (GTask *task, ImpStore *store)
{
  const HearArgs *args = g_task_get_task_data (task);
  const char *failure = _ ("Cannot change what it is");
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpHeardRow) row = { 0 };
  ImpItem line = args->line;
  GError *error = NULL;

  if (!imp_store_read_heard_row (store, line, &row, &error)
      || (row.kind != args->kind && !turn (store, changes, args, &row, &line, &error)))
    imp_backlog_return_error (task, error, failure);
  else
    imp_backlog_commit_in_db (task, store, changes, line, get_label (args), failure);
}

void
imp_backlog_hear_as_async (ImpBacklog *self,
                           ImpItem round,
                           ImpItem line,
                           ImpHeardKind kind,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  HearArgs *args;

  if (kind == IMP_HEARD_ME_TOO)
    {
      g_task_report_new_error (
          self, callback, data, imp_backlog_hear_as_async, IMP_ERROR, IMP_ERROR_INPUT, "%s",
          _ ("Cannot change what it is: merge the irritant with the one that it is"));
      return;
    }
  args = g_new0 (HearArgs, 1);
  args->round = round;
  args->line = line;
  args->kind = kind;
  push (self, args, hear_as_in_db, callback, data);
}

void
imp_backlog_answer_heard_async (ImpBacklog *self,
                                ImpItem report,
                                const ImpAnswer answers[3],
                                const char *as_of,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  ImpChanges *changes = imp_changes_new ();

  for (int q = 0; q < 3; q++)
    {
      g_autofree char *text = imp_answer_print ((ImpQuestion) q, &answers[q]);

      imp_changes_set_text (changes, report, (guint8) (IMP_REPORT_PEOPLE + q), text);
      imp_changes_set_as_of (changes, as_of);
    }
  imp_backlog_apply_async (self, changes, _ ("Answers written down"), NULL, callback, data);
}
