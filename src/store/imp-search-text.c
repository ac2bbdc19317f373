/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The words by which irritants are found. */
#include "config.h"

#include "store/imp-search-text.h"

#include "store/imp-store-private.h"

static const char SQL_DELETE_TEXT[] = "DELETE FROM irritant_text WHERE rowid = ?1";
static const char SQL_SELECT_TEXT[] =
    "SELECT i.title, (SELECT name FROM offering WHERE n = i.offering),"
    " concat_ws (' ', i.description, (SELECT group_concat (words, ' ') FROM report"
    " WHERE irritant = i.n)) FROM irritant i WHERE i.n = ?1";
static const char SQL_INSERT_TEXT[] =
    "INSERT INTO irritant_text (rowid, title, offering, said) VALUES (?1, ?2, ?3, ?4)";

gboolean
imp_search_text_forget (ImpStore *self, ImpItem irritant, GError **error)
{
  g_autoptr (ImpStatement) delete_text = imp_connection_borrow (self->connection, SQL_DELETE_TEXT);

  imp_statement_bind_int (delete_text, 1, irritant);
  return imp_statement_run (delete_text, error);
}

gboolean
imp_search_text_write (ImpStore *self, ImpItem irritant, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (self->connection, SQL_SELECT_TEXT);
  g_autoptr (ImpStatement) insert = imp_connection_borrow (self->connection, SQL_INSERT_TEXT);

  imp_statement_bind_int (select, 1, irritant);
  if (!imp_statement_next (select))
    return imp_statement_end (select, error);
  imp_statement_bind_int (insert, 1, irritant);
  for (int i = 0; i < 3; i++)
    imp_statement_bind_text (insert, 2 + i, imp_statement_get_text (select, i));
  return imp_statement_run (insert, error);
}
