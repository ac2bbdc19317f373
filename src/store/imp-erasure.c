/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What erasing a person changes. */
#include "config.h"

#include "store/imp-erasure.h"

#include <glib/gi18n-lib.h>

#include "base/imp-compare.h"
#include "base/imp-error.h"
#include "model/imp-mention.h"
#include "store/imp-item.h"
#include "store/imp-store-private.h"

static const char SQL_SELECT_VALUE[] = "SELECT value FROM cell WHERE item = ?1 AND field = ?2";
static const char SQL_SELECT_FORGOTTEN_ACTIONS[] =
    "SELECT DISTINCT txn FROM journal WHERE item = ?1 AND rep = ?2 AND salt IS NULL";

gboolean
imp_erasure_add_person (ImpStore *store, ImpItem person, ImpChanges *changes, GError **error)
{
  guint n_fields;
  const ImpField *fields = imp_kind_get_fields (IMP_KIND_PERSON, &n_fields);
  ImpKind kind = IMP_KIND_NONE;

  if (!imp_item_read_kind (store, person, &kind, error))
    return FALSE;
  if (kind != IMP_KIND_PERSON)
    {
      g_set_error_literal (error, IMP_ERROR, IMP_ERROR_INPUT,
                           _ ("it is no person. Choose somebody else"));
      return FALSE;
    }
  changes->erases = TRUE;
  for (guint i = 0; i < n_fields; i++)
    {
      imp_changes_forget (changes, person, fields[i].number);
      imp_changes_unset (changes, person, fields[i].number);
    }
  imp_changes_delete (changes, person);
  return TRUE;
}

static gboolean
refuse_changed (GError **error)
{
  g_set_error_literal (error, IMP_ERROR, IMP_ERROR_INPUT,
                       _ ("some of the words were changed meanwhile. Look at them once more"));
  return FALSE;
}

/* Written again, it takes the place of all the values that stand side by side in it. */
static gboolean
redact_field (ImpStore *store,
              const GPtrArray *mentions,
              const ImpMention *mention,
              ImpChanges *changes,
              GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_VALUE);
  g_autofree char *redacted = NULL;
  const char *text;

  imp_statement_bind_int (select, 1, mention->item);
  imp_statement_bind_int (select, 2, mention->field);
  if (!imp_statement_fetch (select, error))
    return FALSE;
  text = imp_statement_get_text (select, 0);
  if (text != NULL)
    redacted = imp_mention_redact (text, mentions, mention->item, mention->field);
  if (redacted == NULL && (text != NULL || mention->sentence != NULL))
    return refuse_changed (error);
  imp_changes_forget (changes, mention->item, mention->field);
  imp_changes_set_text (changes, mention->item, mention->field, redacted);
  return TRUE;
}

/* Any write brings back what is in the bin. */
static gboolean
keep_in_bin (ImpStore *store, ImpItem item, ImpChanges *changes, GError **error)
{
  gboolean alive = FALSE;

  if (!imp_item_is_alive (store, item, &alive, error))
    return FALSE;
  if (!alive)
    imp_changes_delete (changes, item);
  return TRUE;
}

static gboolean
is_first_of_field (const GPtrArray *mentions, guint i)
{
  const ImpMention *mention = mentions->pdata[i], *before;

  for (guint j = 0; j < i; j++)
    {
      before = mentions->pdata[j];
      if (before->item == mention->item && before->field == mention->field)
        return FALSE;
    }
  return TRUE;
}

gboolean
imp_erasure_add_mentions (ImpStore *store,
                          const GPtrArray *mentions,
                          ImpChanges *changes,
                          GError **error)
{
  changes->erases = TRUE;
  for (guint i = 0; i < mentions->len; i++)
    {
      const ImpMention *mention = mentions->pdata[i];

      if (is_first_of_field (mentions, i)
          && !(redact_field (store, mentions, mention, changes, error)
               && keep_in_bin (store, mention->item, changes, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_actions (ImpStore *store, ImpItem item, GArray *actions, GError **error)
{
  g_autoptr (ImpStatement) rows =
      imp_connection_borrow (store->connection, SQL_SELECT_FORGOTTEN_ACTIONS);

  imp_statement_bind_int (rows, 1, item);
  imp_statement_bind_int (rows, 2, store->rep);
  while (imp_statement_next (rows))
    g_array_append_val (actions, ((gint64) { imp_statement_get_int (rows, 0) }));
  return imp_statement_end (rows, error);
}

GArray *
imp_erasure_read_actions (ImpStore *store, const ImpChanges *changes, GError **error)
{
  g_autoptr (GArray) actions = g_array_new (FALSE, FALSE, sizeof (gint64));
  ImpItem last = 0;

  for (guint i = 0; i < changes->changes->len; i++)
    {
      ImpItem item = g_array_index (changes->changes, ImpChange, i).item;

      if (item != last && !add_actions (store, item, actions, error))
        return NULL;
      last = item;
    }
  g_array_sort (actions, imp_compare_int64);
  return g_steal_pointer (&actions);
}
