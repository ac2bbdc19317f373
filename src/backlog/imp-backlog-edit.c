/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The use case of editing an irritant's words. */
#include "config.h"

#include "backlog/imp-backlog-irritants.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"
#include "base/imp-text.h"

typedef struct
{
  ImpItem irritant;
  char *title, *description, *offering;
  char *as_of; /* of the page that was edited */
} EditArgs;

static void
edit_args_free (gpointer data)
{
  EditArgs *args = data;

  g_free (args->title);
  g_free (args->description);
  g_free (args->offering);
  g_free (args->as_of);
  g_free (args);
}

static void
edit_in_db (GTask *task, ImpStore *store)
{
  const EditArgs *args = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  GError *error = NULL;
  ImpItem offering;

  if (!imp_backlog_name_in_db (store, changes, IMP_KIND_OFFERING, args->offering, &offering,
                               &error))
    {
      imp_backlog_return_error (task, error, _ ("Cannot save the irritant"));
      return;
    }
  imp_changes_set_text (changes, args->irritant, IMP_IRRITANT_TITLE, args->title);
  imp_changes_set_as_of (changes, args->as_of);
  imp_changes_set_text (changes, args->irritant, IMP_IRRITANT_DESCRIPTION, args->description);
  imp_changes_set_as_of (changes, args->as_of);
  imp_changes_set_item (changes, args->irritant, IMP_IRRITANT_OFFERING, offering);
  imp_changes_set_as_of (changes, args->as_of);
  imp_backlog_commit_in_db (task, store, changes, args->irritant, _ ("Irritant edited"),
                            _ ("Cannot save the irritant"));
}

void
imp_backlog_edit_irritant_async (ImpBacklog *self,
                                 ImpItem irritant,
                                 const char *title,
                                 const char *description,
                                 const char *offering,
                                 const char *as_of,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  EditArgs *args = g_new0 (EditArgs, 1);
  GTask *task = imp_backlog_new_task (self, imp_backlog_edit_irritant_async, args, edit_args_free,
                                      NULL, callback, data);

  args->irritant = irritant;
  args->title = imp_text_clean (title);
  args->description = imp_text_clean (description);
  args->offering = imp_text_clean (offering);
  args->as_of = g_strdup (as_of);
  if (!imp_text_is_empty (args->title))
    imp_backlog_push (self, task, edit_in_db);
  else
    {
      g_task_return_new_error (task, IMP_ERROR, IMP_ERROR_INPUT,
                               _ ("Cannot save the irritant: it needs a title"));
      g_object_unref (task);
    }
}
