/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Use cases around people: their page, and where they work. */
#include "config.h"

#include "backlog/imp-backlog-people.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "store/imp-person-table.h"

typedef struct
{
  ImpItem person;
  guint8 field;
  char *name;
  char *as_of; /* of the page that showed it */
} Args;

static void
args_free (gpointer data)
{
  Args *args = data;

  g_free (args->name);
  g_free (args->as_of);
  g_free (args);
}

static void
person_in_db (GTask *task, ImpStore *store)
{
  const Args *args = g_task_get_task_data (task);
  GError *error = NULL;
  ImpPersonPage *page = imp_store_read_person_page (store, args->person, &error);

  imp_backlog_return_read (task, page, (GDestroyNotify) imp_person_page_unref, error,
                           _ ("Cannot show what is known of them"));
}

void
imp_backlog_person_async (ImpBacklog *self,
                          ImpItem person,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  Args *args = g_new0 (Args, 1);

  args->person = person;
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_person_async, args, args_free,
                                          cancellable, callback, data),
                    person_in_db);
}

ImpPersonPage *
imp_backlog_person_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
place_in_db (GTask *task, ImpStore *store)
{
  const Args *args = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  ImpKind kind = imp_kind_get_field (IMP_KIND_PERSON, args->field)->refers;
  const char *failure = _ ("Cannot save where they work");
  GError *error = NULL;
  ImpItem place;

  if (!imp_backlog_name_in_db (store, changes, kind, args->name, &place, &error))
    {
      imp_backlog_return_error (task, error, failure);
      return;
    }
  imp_changes_set_item (changes, args->person, args->field, place);
  imp_changes_set_as_of (changes, args->as_of);
  imp_backlog_commit_in_db (task, store, changes, args->person, _ ("Colleague changed"), failure);
}

void
imp_backlog_set_person_place_async (ImpBacklog *self,
                                    ImpItem person,
                                    guint8 field,
                                    const char *name,
                                    const char *as_of,
                                    GAsyncReadyCallback callback,
                                    gpointer data)
{
  Args *args = g_new0 (Args, 1);

  *args = (Args) { person, field, g_strdup (name), g_strdup (as_of) };
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_set_person_place_async, args, args_free,
                                          NULL, callback, data),
                    place_in_db);
}

void
imp_backlog_set_person_naming_async (ImpBacklog *self,
                                     ImpItem person,
                                     guint naming,
                                     const char *as_of,
                                     GAsyncReadyCallback callback,
                                     gpointer data)
{
  ImpChanges *changes = imp_changes_new ();

  if (naming != 0)
    imp_changes_set_integer (changes, person, IMP_PERSON_NAMING, naming);
  else
    imp_changes_unset (changes, person, IMP_PERSON_NAMING);
  imp_changes_set_as_of (changes, as_of);
  imp_backlog_apply_async (self, changes, _ ("Colleague changed"), NULL, callback, data);
}
