/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Finding a person's name in all that was written. */
#include "config.h"

#include "store/imp-mentions.h"

#include "store/imp-item.h"
#include "store/imp-store-private.h"

static const char SQL_SELECT_TEXTS[] =
    "SELECT c.item, i.kind, c.field, c.value FROM cell c JOIN item i ON i.n = c.item"
    " WHERE typeof (c.value) = 'text' AND c.field > 0 AND c.item <> ?1 ORDER BY c.item, c.field";

/* Answers and what newer versions wrote are texts too, but not people's. */
static gboolean
is_written (ImpKind kind, guint8 number)
{
  const ImpField *field = imp_kind_get_field (kind, number);

  return field != NULL && (field->type == IMP_FIELD_LINE || field->type == IMP_FIELD_PROSE);
}

static void
add_if_named (ImpStatement *rows, GRegex *name, const char *instead, GPtrArray *mentions)
{
  ImpKind kind = (ImpKind) imp_statement_get_choice (rows, 1, IMP_KIND_NONE, IMP_KIND_MAX);
  guint8 field = (guint8) imp_statement_get_int (rows, 2);
  const char *text = imp_statement_get_text (rows, 3);
  ImpMention *mention;

  if (!is_written (kind, field) || !g_regex_match (name, text, 0, NULL))
    return;
  mention = g_new0 (ImpMention, 1);
  mention->item = imp_statement_get_int (rows, 0);
  mention->kind = kind;
  mention->field = field;
  mention->text = g_strdup (text);
  mention->redacted = g_regex_replace_literal (name, text, -1, 0, instead, 0, NULL);
  g_ptr_array_add (mentions, mention);
}

GPtrArray *
imp_mentions_read (ImpStore *store, ImpItem person, const char *instead, GError **error)
{
  g_autoptr (GPtrArray) mentions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_mention_free);
  g_autoptr (ImpStatement) rows = imp_connection_borrow (store->connection, SQL_SELECT_TEXTS);
  g_autoptr (GRegex) regex = NULL;
  g_autofree char *name = NULL;

  if (!imp_item_dup_label (store, person, IMP_KIND_PERSON, &name, error))
    return NULL;
  regex = name != NULL ? imp_mention_compile (name) : NULL;
  imp_statement_bind_int (rows, 1, person);
  while (regex != NULL && imp_statement_next (rows))
    add_if_named (rows, regex, instead, mentions);
  return imp_statement_end (rows, error) ? g_steal_pointer (&mentions) : NULL;
}
