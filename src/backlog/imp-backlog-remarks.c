/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What colleagues said works, in an announcement. */
#include "config.h"

#include "backlog/imp-backlog-remarks.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"
#include "store/imp-announcement-table.h"
#include "store/imp-remark-table.h"

#define MOST_OFFERED 200

typedef struct
{
  ImpItem announcement;
  GArray *remarks; /* of ImpItem; NULL: all are asked for */
} Args;

static void
args_free (gpointer data)
{
  Args *args = data;

  g_clear_pointer (&args->remarks, g_array_unref);
  g_free (args);
}

static void
push (ImpBacklog *self,
      const Args *args,
      ImpDatabaseFunc func,
      GCancellable *cancellable,
      GAsyncReadyCallback callback,
      gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, func, g_memdup2 (args, sizeof *args), args_free,
                                          cancellable, callback, data),
                    func);
}

static gboolean
tells (const ImpAnnouncement *announcement, const ImpRemark *remark)
{
  g_autofree char *words = imp_remark_say_words (remark);

  for (guint i = 0; i < announcement->entries->len; i++)
    {
      const ImpEntry *entry = announcement->entries->pdata[i];

      if (entry->section == IMP_SECTION_WORKS && g_strcmp0 (entry->title, words) == 0)
        return TRUE;
    }
  return FALSE;
}

/* One without a period tells of all days. */
static GPtrArray *
read_remarks (ImpStore *store, const ImpAnnouncement *announcement, GError **error)
{
  const ImpDate from = imp_date_is_set (announcement->from) ? announcement->from : 0;
  const ImpDate to =
      imp_date_is_set (announcement->to) ? announcement->to : imp_store_get_today (store);
  const guint n_told = announcement->entries->len; /* at most: of each entry one */
  GPtrArray *remarks = imp_store_read_remarks (store, from, to, MOST_OFFERED + n_told, error);

  if (remarks == NULL)
    return NULL;
  for (guint i = remarks->len; i > 0; i--)
    if (tells (announcement, remarks->pdata[i - 1]))
      g_ptr_array_remove_index (remarks, i - 1);
  g_ptr_array_set_size (remarks, MIN ((int) remarks->len, MOST_OFFERED));
  return remarks;
}

static void
remarks_in_db (GTask *task, ImpStore *store)
{
  const Args *args = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (ImpAnnouncement) announcement =
      imp_store_read_announcement (store, args->announcement, &error);
  GPtrArray *remarks = announcement != NULL ? read_remarks (store, announcement, &error) : NULL;

  imp_backlog_return_array (task, remarks, error, _ ("Cannot show what works"));
}

void
imp_backlog_remarks_async (ImpBacklog *self,
                           ImpItem announcement,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  const Args args = { announcement, NULL };

  push (self, &args, remarks_in_db, cancellable, callback, data);
}

GPtrArray *
imp_backlog_remarks_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static double
find_last_position (const ImpAnnouncement *announcement)
{
  double last = 0;

  for (guint i = 0; i < announcement->entries->len; i++)
    {
      const ImpEntry *entry = announcement->entries->pdata[i];

      if (entry->section == IMP_SECTION_WORKS)
        last = MAX (last, entry->position);
    }
  return last;
}

static void
add_entry (ImpChanges *changes, ImpItem announcement, const ImpRemark *remark, double position)
{
  g_autofree char *words = imp_remark_say_words (remark);
  g_autofree char *who = imp_remark_say_who (remark);
  const ImpItem entry = imp_changes_add (changes, IMP_KIND_ENTRY);

  imp_changes_set_item (changes, entry, IMP_ENTRY_ANNOUNCEMENT, announcement);
  imp_changes_set_integer (changes, entry, IMP_ENTRY_SECTION, IMP_SECTION_WORKS);
  imp_changes_set_real (changes, entry, IMP_ENTRY_POSITION, position);
  imp_changes_set_text (changes, entry, IMP_ENTRY_TITLE, words);
  imp_changes_set_text (changes, entry, IMP_ENTRY_PLACE, who);
}

/* FALSE with *error unset where it is gone. */
static gboolean
add_remark (ImpStore *store,
            ImpChanges *changes,
            ImpItem announcement,
            ImpItem item,
            double position,
            GError **error)
{
  GError *local = NULL;
  ImpRemark *remark = imp_store_read_remark (store, item, &local);

  if (remark != NULL)
    {
      add_entry (changes, announcement, remark, position);
      imp_remark_free (remark);
      return TRUE;
    }
  if (g_error_matches (local, IMP_ERROR, IMP_ERROR_NOT_FOUND))
    g_clear_error (&local);
  if (local != NULL)
    g_propagate_error (error, local);
  return FALSE;
}

static gboolean
add_all (ImpStore *store, ImpChanges *changes, const Args *args, guint *n_added, GError **error)
{
  g_autoptr (ImpAnnouncement) announcement =
      imp_store_read_announcement (store, args->announcement, error);
  const double last = announcement != NULL ? find_last_position (announcement) : 0;
  GError *local = NULL;

  if (announcement == NULL)
    return FALSE;
  for (guint i = 0; i < args->remarks->len && local == NULL; i++)
    if (add_remark (store, changes, args->announcement, g_array_index (args->remarks, ImpItem, i),
                    last + *n_added + 1, &local))
      (*n_added)++;
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static void
put_in_db (GTask *task, ImpStore *store)
{
  const Args *args = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_autofree char *label = NULL;
  GError *error = NULL;
  guint n_added = 0;

  if (add_all (store, changes, args, &n_added, &error) && n_added == 0)
    g_set_error_literal (&error, IMP_ERROR, IMP_ERROR_NOT_FOUND,
                         _ ("what you chose is not there any more"));
  if (error != NULL)
    {
      imp_backlog_return_error (task, error, _ ("Cannot put in what works"));
      return;
    }
  label = g_strdup_printf (ngettext ("%'u remark put in", "%'u remarks put in", n_added), n_added);
  imp_backlog_commit_in_db (task, store, changes, args->announcement, label,
                            _ ("Cannot put in what works"));
}

void
imp_backlog_put_in_remarks_async (ImpBacklog *self,
                                  ImpItem announcement,
                                  const ImpItem *remarks,
                                  guint n_remarks,
                                  GAsyncReadyCallback callback,
                                  gpointer data)
{
  Args args = { announcement, g_array_sized_new (FALSE, FALSE, sizeof (ImpItem), n_remarks) };

  g_array_append_vals (args.remarks, remarks, n_remarks);
  push (self, &args, put_in_db, NULL, callback, data);
}
