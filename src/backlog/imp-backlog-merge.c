/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Use cases of duplicates: two irritants become one, and two again. */
#include "config.h"

#include "backlog/imp-backlog-irritants.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"
#include "base/imp-text.h"
#include "store/imp-irritant-table.h"

#define TITLE_CHARS 40 /* both have to stand in a toast */

typedef struct
{
  ImpItem irritant, into;
} MergeArgs;

/* What `into` counts with is meant; an irritant is not merged into itself, nor into a part of it. One
 * that was deleted meanwhile would come back by being written to. */
static gboolean
find_target (ImpStore *store, const MergeArgs *args, ImpItem *target, GError **error)
{
  ImpItem holder;

  if (!imp_store_find_holder (store, args->irritant, &holder, error)
      || !imp_store_find_holder (store, args->into, target, error))
    return FALSE;
  if (*target != args->irritant)
    return TRUE;
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_INPUT,
                       _ ("these two are one already. Choose another irritant"));
  return FALSE;
}

static char *
dup_short_title (ImpStore *store, ImpItem irritant, GError **error)
{
  g_autofree char *title = imp_store_dup_irritant_title (store, irritant, error);

  if (title == NULL)
    return NULL;
  return !imp_text_is_empty (title) ? imp_text_begin (title, TITLE_CHARS)
                                    : g_strdup (_ ("Irritant without a title"));
}

char *
imp_backlog_name_merge_in_db (ImpStore *store,
                              guint n_parts,
                              ImpItem part,
                              ImpItem whole,
                              GError **error)
{
  g_autofree char *into = dup_short_title (store, whole, error), *merged = NULL;

  if (into == NULL)
    return NULL;
  if (n_parts != 1)
    return g_strdup_printf (ngettext ("%1$'u irritant merged into “%2$s”",
                                      "%1$'u irritants merged into “%2$s”", n_parts),
                            n_parts, into);
  merged = dup_short_title (store, part, error);
  /* Translators: two titles: the irritant that was merged, and the one that it counts with now. */
  return merged != NULL ? g_strdup_printf (_ ("“%1$s” merged into “%2$s”"), merged, into) : NULL;
}

static void
merge_in_db (GTask *task, ImpStore *store)
{
  const MergeArgs *args = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  GError *error = NULL;
  g_autofree char *label = NULL;
  ImpItem target = 0;

  if (find_target (store, args, &target, &error))
    label = imp_backlog_name_merge_in_db (store, 1, args->irritant, target, &error);
  if (label == NULL)
    {
      imp_backlog_return_error (task, error, _ ("Cannot merge the irritants"));
      return;
    }
  imp_changes_set_item (changes, args->irritant, IMP_IRRITANT_MERGED_INTO, target);
  imp_backlog_commit_in_db (task, store, changes, target, label, _ ("Cannot merge the irritants"));
}

void
imp_backlog_merge_async (ImpBacklog *self,
                         ImpItem irritant,
                         ImpItem into,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  MergeArgs *args = g_new (MergeArgs, 1);

  *args = (MergeArgs) { irritant, into };
  imp_backlog_push (
      self,
      imp_backlog_new_task (self, imp_backlog_merge_async, args, g_free, NULL, callback, data),
      merge_in_db);
}

static void
unmerge_in_db (GTask *task, ImpStore *store)
{
  ImpItem irritant = *(const ImpItem *) g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  GError *error = NULL;
  ImpItem holder;

  if (!imp_store_find_holder (store, irritant, &holder, &error))
    {
      imp_backlog_return_error (task, error, _ ("Cannot take the irritants apart"));
      return;
    }
  imp_changes_unset (changes, irritant, IMP_IRRITANT_MERGED_INTO);
  imp_backlog_commit_in_db (task, store, changes, irritant, _ ("Irritants taken apart"),
                            _ ("Cannot take the irritants apart"));
}

void
imp_backlog_unmerge_async (ImpBacklog *self,
                           ImpItem irritant,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_unmerge_async,
                                          g_memdup2 (&irritant, sizeof irritant), g_free, NULL,
                                          callback, data),
                    unmerge_in_db);
}
