/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Use cases around announcements. */
#include "config.h"

#include "backlog/imp-backlog-announcements.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "backlog/imp-draft.h"
#include "base/imp-error.h"
#include "exchange/imp-issue-json.h"
#include "store/imp-announcement-table.h"

typedef struct
{
  ImpItem announcement;
  ImpDate from, to;
} Args;

static void
push (ImpBacklog *self,
      Args args,
      ImpDatabaseFunc func,
      GCancellable *cancellable,
      GAsyncReadyCallback callback,
      gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, func, g_memdup2 (&args, sizeof args), g_free,
                                          cancellable, callback, data),
                    func);
}

static void
draft_in_db (GTask *task, ImpStore *store)
{
  const Args *args = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_autoptr (ImpAnnouncement) draft = NULL;
  GError *error = NULL;

  draft = imp_draft_new_in_db (store, args->from, args->to, IMP_TOLD_DRAFTED, &error);
  if (draft == NULL)
    imp_backlog_return_error (task, error, _ ("Cannot draft the announcement"));
  else
    imp_backlog_commit_in_db (task, store, changes, imp_draft_add_to_changes (draft, changes),
                              _ ("Announcement drafted"), _ ("Cannot draft the announcement"));
}

/* A period the wrong way round is the caller's to hear of. */
static gboolean
refuse_period (ImpBacklog *self,
               ImpDate from,
               ImpDate to,
               GAsyncReadyCallback callback,
               gpointer data)
{
  if (imp_date_is_set (from) && imp_date_is_set (to) && from <= to)
    return FALSE;
  g_task_report_new_error (self, callback, data, refuse_period, IMP_ERROR, IMP_ERROR_INPUT,
                           _ ("Cannot draft the announcement: its first day must not come after "
                              "its last. Choose the period again"));
  return TRUE;
}

void
imp_backlog_draft_async (ImpBacklog *self,
                         ImpDate from,
                         ImpDate to,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  if (!refuse_period (self, from, to, callback, data))
    push (self, (Args) { 0, from, to }, draft_in_db, cancellable, callback, data);
}

static void
draft_issue_in_db (GTask *task, ImpStore *store)
{
  const Args *args = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (ImpAnnouncement) draft =
      imp_draft_new_in_db (store, args->from, args->to, IMP_TOLD_PUBLISHED, &error);
  ImpIssue *issue = draft != NULL ? imp_draft_to_issue_in_db (store, draft, &error) : NULL;

  imp_backlog_return_read (task, issue, (GDestroyNotify) imp_issue_unref, error,
                           _ ("Cannot draft the announcement"));
}

void
imp_backlog_draft_issue_async (ImpBacklog *self,
                               ImpDate from,
                               ImpDate to,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  if (!refuse_period (self, from, to, callback, data))
    push (self, (Args) { 0, from, to }, draft_issue_in_db, cancellable, callback, data);
}

/* A published one says for ever what it said; one that came from a file without its pages is laid
 * out from its entries. */
static ImpIssue *
read_issue (ImpStore *store, const ImpAnnouncement *announcement, GError **error)
{
  if (imp_announcement_is_published (announcement) && announcement->document != NULL)
    return imp_issue_from_json (announcement->document, error);
  return imp_draft_to_issue_in_db (store, announcement, error);
}

static void
issue_in_db (GTask *task, ImpStore *store)
{
  const Args *args = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (ImpAnnouncement) announcement =
      imp_store_read_announcement (store, args->announcement, &error);
  ImpIssue *issue = announcement != NULL ? read_issue (store, announcement, &error) : NULL;

  imp_backlog_return_read (task, issue, (GDestroyNotify) imp_issue_unref, error,
                           _ ("Cannot show the announcement"));
}

void
imp_backlog_issue_async (ImpBacklog *self,
                         ImpItem announcement,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  push (self, (Args) { .announcement = announcement }, issue_in_db, cancellable, callback, data);
}

ImpIssue *
imp_backlog_issue_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The pages as they are now, with today's date and the next number. */
static char *
freeze (ImpStore *store, ImpAnnouncement *announcement, GError **error)
{
  g_autoptr (ImpIssue) issue = NULL;

  announcement->published = imp_store_get_today (store);
  if (!imp_store_read_last_number (store, &announcement->number, error))
    return NULL;
  announcement->number++;
  issue = imp_draft_to_issue_in_db (store, announcement, error);
  return issue != NULL && imp_draft_name_origins_in_db (store, announcement, issue, error)
             ? imp_issue_to_json (issue)
             : NULL;
}

static ImpAnnouncement *
read_draft (ImpStore *store, ImpItem item, GError **error)
{
  g_autoptr (ImpAnnouncement) announcement = imp_store_read_announcement (store, item, error);

  if (announcement == NULL || !imp_announcement_is_published (announcement))
    return g_steal_pointer (&announcement);
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_INPUT,
                       _ ("it is published already. Draft another one"));
  return NULL;
}

static void
publish_in_db (GTask *task, ImpStore *store)
{
  const Args *args = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  GError *error = NULL;
  g_autoptr (ImpAnnouncement) announcement = read_draft (store, args->announcement, &error);
  g_autofree char *document = announcement != NULL ? freeze (store, announcement, &error) : NULL;

  if (document == NULL)
    {
      imp_backlog_return_error (task, error, _ ("Cannot publish the announcement"));
      return;
    }
  imp_changes_set_date (changes, args->announcement, IMP_ANNOUNCEMENT_PUBLISHED,
                        announcement->published);
  imp_changes_set_integer (changes, args->announcement, IMP_ANNOUNCEMENT_NUMBER,
                           announcement->number);
  imp_changes_set_text (changes, args->announcement, IMP_ANNOUNCEMENT_DOCUMENT, document);
  imp_backlog_commit_in_db (task, store, changes, args->announcement, _ ("Announcement published"),
                            _ ("Cannot publish the announcement"));
}

void
imp_backlog_publish_async (ImpBacklog *self,
                           ImpItem announcement,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  push (self, (Args) { .announcement = announcement }, publish_in_db, NULL, callback, data);
}

static void
announcements_in_db (GTask *task, ImpStore *store)
{
  GError *error = NULL;
  GPtrArray *all = imp_store_read_announcements (store, &error);

  imp_backlog_return_array (task, all, error, _ ("Cannot show the announcements"));
}

void
imp_backlog_announcements_async (ImpBacklog *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  push (self, (Args) { 0 }, announcements_in_db, cancellable, callback, data);
}

GPtrArray *
imp_backlog_announcements_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
announcement_in_db (GTask *task, ImpStore *store)
{
  const Args *args = g_task_get_task_data (task);
  GError *error = NULL;
  ImpAnnouncement *announcement = imp_store_read_announcement (store, args->announcement, &error);

  imp_backlog_return_read (task, announcement, (GDestroyNotify) imp_announcement_unref, error,
                           _ ("Cannot show the announcement"));
}

void
imp_backlog_announcement_async (ImpBacklog *self,
                                ImpItem announcement,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  push (self, (Args) { .announcement = announcement }, announcement_in_db, cancellable, callback,
        data);
}

ImpAnnouncement *
imp_backlog_announcement_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
