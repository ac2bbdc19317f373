/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The words by which irritants are found. */
#include "config.h"

#include "store/imp-search-text.h"

#include "base/imp-text.h"
#include "store/imp-store-private.h"

static const char SQL_DELETE_TEXT[] = "DELETE FROM irritant_text WHERE rowid = ?1";
static const char SQL_SELECT_TEXT[] =
    "SELECT i.title, concat_ws (' ', i.description, (SELECT group_concat (words, ' ') FROM report"
    " WHERE irritant = i.n), (SELECT group_concat (title, ' ') FROM irritant WHERE merged = i.n)),"
    " concat_ws (' ', o.name, st.name, oc.name, (SELECT group_concat (tag, ' ') FROM tagging"
    " WHERE irritant = i.n), (SELECT group_concat (concat_ws (' ', p.name,"
    " d.name, pd.name, s.name), ' ') FROM report r LEFT JOIN person p ON p.n = r.person"
    " LEFT JOIN department d ON d.n = r.department LEFT JOIN department pd ON pd.n = p.department"
    " LEFT JOIN site s ON s.n = r.site WHERE r.irritant = i.n)),"
    " (SELECT group_concat (concat_ws (' ', f.title, f.did, f.now), ' ') FROM removal m"
    " JOIN fix f ON f.n = m.fix WHERE m.irritant = i.n)"
    " FROM irritant i LEFT JOIN offering o ON o.n = i.offering LEFT JOIN step st ON st.n = i.step"
    " LEFT JOIN outcome oc ON oc.n = i.outcome WHERE i.n = ?1";
static const char SQL_INSERT_TEXT[] =
    "INSERT INTO irritant_text (rowid, title, said, names, fixes) VALUES (?1, ?2, ?3, ?4, ?5)";

#define N_COLUMNS 4

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
  char *folded[N_COLUMNS];
  gboolean done;

  imp_statement_bind_int (select, 1, irritant);
  if (!imp_statement_next (select))
    return imp_statement_end (select, error);
  imp_statement_bind_int (insert, 1, irritant);
  for (int i = 0; i < N_COLUMNS; i++)
    {
      folded[i] = imp_text_fold (imp_statement_get_text (select, i));
      imp_statement_bind_text (insert, 2 + i, folded[i]);
    }
  done = imp_statement_run (insert, error);
  for (int i = 0; i < N_COLUMNS; i++)
    g_free (folded[i]);
  return done;
}
