/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The use case of asking whether a fix has helped. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-fixes.h"
#include "backlog/imp-backlog-private.h"

typedef struct
{
  ImpItem fix;
  char *person;
  ImpVerdict verdict;
  GArray *asked; /* of ImpAskedAgain */
} ConfirmArgs;

static void
confirm_args_free (gpointer data)
{
  ConfirmArgs *args = data;

  g_free (args->person);
  g_array_unref (args->asked);
  g_free (args);
}

ImpItem
imp_backlog_add_verdict (ImpChanges *changes,
                         ImpItem fix,
                         ImpItem person,
                         ImpDate date,
                         ImpVerdict verdict)
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
add_confirmations (ImpStore *store, ImpChanges *changes, const ConfirmArgs *args, GError **error)
{
  ImpDate today = imp_store_get_today (store);
  ImpItem person;

  if (!imp_backlog_name_in_db (store, changes, IMP_KIND_PERSON, args->person, &person, error))
    return FALSE;
  imp_backlog_add_verdict (changes, args->fix, person, today, args->verdict);
  for (guint i = 0; i < args->asked->len; i++)
    {
      const ImpAskedAgain *asked = &g_array_index (args->asked, ImpAskedAgain, i);

      set_answers (changes,
                   imp_backlog_add_verdict (changes, args->fix, person, today, asked->verdict),
                   asked);
    }
  return TRUE;
}

static void
confirm_in_db (GTask *task, ImpStore *store)
{
  const ConfirmArgs *args = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  GError *error = NULL;

  if (add_confirmations (store, changes, args, &error))
    imp_backlog_commit_in_db (task, store, changes, args->fix,
                              args->verdict == IMP_VERDICT_STILL_THERE ? _ ("Verdict noted")
                                                                       : _ ("Fix confirmed"),
                              _ ("Cannot save the verdict"));
  else
    imp_backlog_return_error (task, error, _ ("Cannot save the verdict"));
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
  ConfirmArgs *args = g_new0 (ConfirmArgs, 1);

  args->fix = fix;
  args->person = g_strdup (person);
  args->verdict = verdict;
  args->asked = g_array_new (FALSE, FALSE, sizeof (ImpAskedAgain));
  g_array_append_vals (args->asked, asked, n_asked);
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_confirm_fix_async, args,
                                          confirm_args_free, NULL, callback, data),
                    confirm_in_db);
}
