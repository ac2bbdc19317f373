/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The use cases of pins and tags. */
#include "config.h"

#include "backlog/imp-backlog-irritants.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "base/imp-error.h"
#include "base/imp-text.h"
#include "store/imp-context-table.h"

void
imp_backlog_add_tagging (ImpChanges *changes, ImpItem irritant, const char *tag)
{
  const ImpItem tagging = imp_changes_add (changes, IMP_KIND_TAGGING);

  imp_changes_set_item (changes, tagging, IMP_TAGGING_IRRITANT, irritant);
  imp_changes_set_text (changes, tagging, IMP_TAGGING_TAG, tag);
}

gboolean
imp_backlog_tag_in_db (ImpStore *store,
                       ImpChanges *changes,
                       ImpItem irritant,
                       const char *tag,
                       GError **error)
{
  g_autofree char *clean = imp_text_clean (tag);
  g_autoptr (GArray) taggings = imp_store_find_taggings (store, irritant, clean, error);

  if (taggings != NULL && taggings->len == 0 && !imp_text_is_empty (clean))
    imp_backlog_add_tagging (changes, irritant, clean);
  return taggings != NULL;
}

gboolean
imp_backlog_untag_in_db (ImpStore *store,
                         ImpChanges *changes,
                         ImpItem irritant,
                         const char *tag,
                         GError **error)
{
  g_autoptr (GArray) taggings = imp_store_find_taggings (store, irritant, tag, error);

  for (guint i = 0; taggings != NULL && i < taggings->len; i++)
    imp_changes_delete (changes, g_array_index (taggings, ImpItem, i));
  return taggings != NULL;
}

static void
return_input_error (ImpBacklog *self, GAsyncReadyCallback callback, gpointer data)
{
  g_task_report_new_error (self, callback, data, imp_backlog_pin_async, IMP_ERROR, IMP_ERROR_INPUT,
                           "%s", _ ("Cannot pin the irritant: say why, and until which day"));
}

void
imp_backlog_pin_async (ImpBacklog *self,
                       ImpItem irritant,
                       const char *reason,
                       ImpDate until,
                       const char *as_of,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  g_autofree char *clean = imp_text_clean (reason);
  ImpChanges *changes;

  if (reason != NULL
      && (imp_text_is_empty (clean) || !imp_date_is_set (until)
          || until < imp_backlog_get_today (self)))
    {
      return_input_error (self, callback, data);
      return;
    }
  changes = imp_changes_new ();
  imp_changes_set_date (changes, irritant, IMP_IRRITANT_PIN_UNTIL,
                        reason != NULL ? until : IMP_DATE_NONE);
  imp_changes_set_as_of (changes, as_of);
  imp_changes_set_text (changes, irritant, IMP_IRRITANT_PIN_REASON, clean);
  imp_changes_set_as_of (changes, as_of);
  imp_backlog_apply_async (self, changes,
                           reason != NULL ? _ ("Irritant pinned") : _ ("Irritant unpinned"), NULL,
                           callback, data);
}
