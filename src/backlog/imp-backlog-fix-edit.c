/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Use cases of changing a planned fix: who does it, and what it removes. */
#include "config.h"

#include "backlog/imp-backlog-fixes.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"
#include "base/imp-text.h"
#include "store/imp-fix-table.h"

/* Arguments of all writes here: each uses what it needs. */
typedef struct
{
  ImpItem fix, irritant;
  char *owner;
  char *as_of; /* of the page that showed who it was */
} FixEdit;

static void
fix_edit_free (gpointer data)
{
  FixEdit *edit = data;

  g_free (edit->owner);
  g_free (edit->as_of);
  g_free (edit);
}

static void
push (ImpBacklog *self,
      FixEdit edit,
      ImpDatabaseFunc func,
      GAsyncReadyCallback callback,
      gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, func, g_memdup2 (&edit, sizeof edit), fix_edit_free,
                                          NULL, callback, data),
                    func);
}

gboolean
imp_backlog_owner_in_db (ImpStore *store,
                         ImpChanges *changes,
                         const char *name,
                         ImpItem *owner,
                         GError **error)
{
  if (!imp_backlog_name_in_db (store, changes, IMP_KIND_PERSON, name, owner, error))
    return FALSE;
  if (*owner < 0)
    imp_changes_set_integer (changes, *owner, IMP_PERSON_IN_IT, 1);
  return TRUE;
}

static void
set_owner_in_db (GTask *task, ImpStore *store)
{
  const FixEdit *edit = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  GError *error = NULL;
  ImpItem owner;

  if (!imp_backlog_owner_in_db (store, changes, edit->owner, &owner, &error))
    {
      imp_backlog_return_error (task, error, _ ("Cannot save who does it"));
      return;
    }
  imp_changes_set_item (changes, edit->fix, IMP_FIX_OWNER, owner);
  imp_changes_set_as_of (changes, edit->as_of);
  imp_backlog_commit_in_db (task, store, changes, edit->fix,
                            owner != 0 ? _ ("Fix given to somebody") : _ ("Fix given to nobody"),
                            _ ("Cannot save who does the fix"));
}

void
imp_backlog_set_owner_async (ImpBacklog *self,
                             ImpItem fix,
                             const char *owner,
                             const char *as_of,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  FixEdit edit = { .fix = fix,
                   .owner = owner != NULL ? imp_text_clean (owner) : NULL,
                   .as_of = g_strdup (as_of) };

  push (self, edit, set_owner_in_db, callback, data);
}

void
imp_backlog_add_irritants_async (ImpBacklog *self,
                                 ImpItem fix,
                                 const ImpItem *irritants,
                                 guint n_irritants,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  ImpChanges *changes = imp_changes_new ();

  for (guint i = 0; i < n_irritants; i++)
    imp_changes_add_removal (changes, fix, irritants[i]);
  imp_backlog_apply_async (
      self, changes,
      ngettext ("Irritant added to the fix", "Irritants added to the fix", n_irritants), NULL,
      callback, data);
}

/* What says that the fix removes the irritant, all of it; NULL where it cannot be taken out. */
static GArray *
read_removals (ImpStore *store, const FixEdit *edit, GError **error)
{
  g_autoptr (GArray) removals = imp_store_read_removals (store, edit->fix, edit->irritant, error);
  guint n_irritants = 0;

  if (removals == NULL || !imp_store_count_irritants (store, edit->fix, &n_irritants, error))
    return NULL;
  if (removals->len > 0 && n_irritants > 1)
    return g_steal_pointer (&removals);
  if (removals->len == 0)
    g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_FOUND,
                         _ ("the fix does not remove it any more"));
  else
    g_set_error_literal (error, IMP_ERROR, IMP_ERROR_INPUT,
                         _ ("the fix removes no other. Add another "
                            "one first, or delete the fix"));
  return NULL;
}

static void
remove_irritant_in_db (GTask *task, ImpStore *store)
{
  const FixEdit *edit = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  GError *error = NULL;
  g_autoptr (GArray) removals = read_removals (store, edit, &error);

  if (removals == NULL)
    {
      imp_backlog_return_error (task, error, _ ("Cannot take the irritant out"));
      return;
    }
  for (guint i = 0; i < removals->len; i++)
    imp_changes_delete (changes, g_array_index (removals, ImpItem, i));
  imp_backlog_commit_in_db (task, store, changes, edit->fix, _ ("Irritant taken out of the fix"),
                            _ ("Cannot take the irritant out"));
}

void
imp_backlog_remove_irritant_async (ImpBacklog *self,
                                   ImpItem fix,
                                   ImpItem irritant,
                                   GAsyncReadyCallback callback,
                                   gpointer data)
{
  push (self, (FixEdit) { .fix = fix, .irritant = irritant }, remove_irritant_in_db, callback,
        data);
}
