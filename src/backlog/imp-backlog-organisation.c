/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Use cases around the one organisation a backlog belongs to. */
#include "config.h"

#include "backlog/imp-backlog-announcements.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "store/imp-announcement-table.h"

/* Of the one item, so that saying it on two laptops makes no second one. */
#define ORGANISATION_NAME "organisation"

static void
organisation_in_db (GTask *task, ImpStore *store)
{
  g_autoptr (ImpOrganisation) organisation = g_new0 (ImpOrganisation, 1);
  GError *error = NULL;

  if (imp_store_read_organisation (store, organisation, &error))
    g_task_return_pointer (task, g_steal_pointer (&organisation),
                           (GDestroyNotify) imp_organisation_free);
  else
    imp_backlog_return_error (task, error, _ ("Cannot show who the page is from"));
}

void
imp_backlog_organisation_async (ImpBacklog *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_organisation_async, NULL, NULL,
                                          cancellable, callback, data),
                    organisation_in_db);
}

ImpOrganisation *
imp_backlog_organisation_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static ImpItem
find_or_add (ImpChanges *changes, ImpItem known)
{
  ImpUuid uuid = imp_uuid_new_from_name (ORGANISATION_NAME);

  return known != 0 ? known : imp_changes_add_named (changes, IMP_KIND_ORGANISATION, &uuid);
}

static void
say (ImpChanges *changes, ImpItem item, guint8 field, const char *text, const char *as_of)
{
  imp_changes_set_text (changes, item, field, text);
  imp_changes_set_as_of (changes, as_of);
}

static void
set_organisation_in_db (GTask *task, ImpStore *store)
{
  const ImpOrganisation *said = g_task_get_task_data (task);
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_auto (ImpOrganisation) known = { 0 };
  GError *error = NULL;
  ImpItem item;

  if (!imp_store_read_organisation (store, &known, &error))
    {
      imp_backlog_return_error (task, error, _ ("Cannot save who the page is from"));
      return;
    }
  item = find_or_add (changes, known.item);
  say (changes, item, IMP_ORGANISATION_NAME, said->name, said->as_of);
  say (changes, item, IMP_ORGANISATION_CONTACT_NAME, said->contact_name, said->as_of);
  say (changes, item, IMP_ORGANISATION_CONTACT_HOW, said->contact_how, said->as_of);
  say (changes, item, IMP_ORGANISATION_CONTACT_EMAIL, said->contact_email, said->as_of);
  say (changes, item, IMP_ORGANISATION_SERIES, said->series, said->as_of);
  imp_backlog_commit_in_db (task, store, changes, item, _ ("Said who the page is from"),
                            _ ("Cannot save who the page is from"));
}

void
imp_backlog_set_organisation_async (ImpBacklog *self,
                                    const ImpOrganisation *organisation,
                                    GAsyncReadyCallback callback,
                                    gpointer data)
{
  ImpOrganisation *said = g_new0 (ImpOrganisation, 1);

  said->name = g_strdup (organisation->name);
  said->contact_name = g_strdup (organisation->contact_name);
  said->contact_how = g_strdup (organisation->contact_how);
  said->contact_email = g_strdup (organisation->contact_email);
  said->series = g_strdup (organisation->series);
  said->as_of = g_strdup (organisation->as_of);
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_set_organisation_async, said,
                                          (GDestroyNotify) imp_organisation_free, NULL, callback,
                                          data),
                    set_organisation_in_db);
}
