/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is decided about an irritant, and its page. */
#include "config.h"

#include "backlog/imp-backlog-irritants.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "backlog/imp-history.h"
#include "base/imp-error.h"
#include "base/imp-text.h"
#include "store/imp-irritant-table.h"

void
imp_backlog_answer_async (ImpBacklog *self,
                          ImpItem irritant,
                          ImpQuestion question,
                          const ImpAnswer *answer,
                          const char *as_of,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autofree char *text = imp_answer_print (question, answer);
  ImpChanges *changes = imp_changes_new ();

  imp_changes_set_text (changes, irritant, (guint8) (IMP_IRRITANT_PEOPLE + question), text);
  imp_changes_set_as_of (changes, as_of);
  imp_backlog_apply_async (self, changes, _ ("Answer changed"), NULL, callback, data);
}

void
imp_backlog_set_care_async (ImpBacklog *self,
                            ImpItem irritant,
                            ImpIrritation irritation,
                            gboolean customers_see_it,
                            const char *as_of,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  ImpChanges *changes = imp_changes_new ();

  if (irritation != 0)
    imp_changes_set_integer (changes, irritant, IMP_IRRITANT_IRRITATION, irritation);
  else
    imp_changes_unset (changes, irritant, IMP_IRRITANT_IRRITATION);
  imp_changes_set_as_of (changes, as_of);
  imp_changes_set_integer (changes, irritant, IMP_IRRITANT_CUSTOMERS_SEE_IT, customers_see_it != 0);
  imp_changes_set_as_of (changes, as_of);
  imp_backlog_apply_async (self, changes, _ ("Care changed"), NULL, callback, data);
}

void
imp_backlog_decline_async (ImpBacklog *self,
                           ImpItem irritant,
                           const char *reason,
                           const char *as_of,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  ImpDate declined = reason != NULL ? imp_backlog_get_today (self) : IMP_DATE_NONE;
  ImpChanges *changes;

  if (reason != NULL && imp_text_is_empty (reason))
    {
      g_task_report_new_error (self, callback, data, imp_backlog_decline_async, IMP_ERROR,
                               IMP_ERROR_INPUT, "%s", _ ("Cannot decline the irritant: say why"));
      return;
    }
  changes = imp_changes_new ();
  imp_changes_set_date (changes, irritant, IMP_IRRITANT_DECLINED, declined);
  imp_changes_set_as_of (changes, as_of);
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_DECLINED_REASON, reason);
  imp_changes_set_as_of (changes, as_of);
  imp_backlog_apply_async (self, changes,
                           reason != NULL ? _ ("Irritant declined") : _ ("Irritant taken up again"),
                           NULL, callback, data);
}

static void
page_in_db (GTask *task, ImpStore *store)
{
  const ImpItem *irritant = g_task_get_task_data (task);
  GError *error = NULL;
  ImpIrritantPage *page = imp_store_read_irritant_page (store, *irritant, &error);

  if (page != NULL)
    imp_history_fill (page);
  imp_backlog_return_read (task, page, (GDestroyNotify) imp_irritant_page_unref, error,
                           _ ("Cannot show the irritant"));
}

void
imp_backlog_irritant_page_async (ImpBacklog *self,
                                 ImpItem irritant,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  imp_backlog_push (self,
                    imp_backlog_new_task (self, imp_backlog_irritant_page_async,
                                          g_memdup2 (&irritant, sizeof irritant), g_free,
                                          cancellable, callback, data),
                    page_in_db);
}

ImpIrritantPage *
imp_backlog_irritant_page_finish (ImpBacklog *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
imp_backlog_estimate (ImpBacklog *self, const ImpFacts *facts, ImpImpact *impact)
{
  imp_impact_compute (facts, &self->medians, impact);
}
