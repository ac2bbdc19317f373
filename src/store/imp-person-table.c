/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading people. */
#include "config.h"

#include "store/imp-person-table.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"
#include "store/imp-item.h"
#include "store/imp-mentions.h"
#include "store/imp-store-private.h"

#define N_MOST 200

static const char SQL_SELECT_PERSON[] =
    "SELECT p.name, p.role, d.name, s.name, p.email, p.naming, p.in_it FROM person p"
    " LEFT JOIN department d ON d.n = p.department LEFT JOIN site s ON s.n = p.site WHERE p.n = ?1";
static const char SQL_SELECT_ANNOUNCED[] =
    "SELECT a.n, a.title, NULL, a.published, a.document, e.said, e.did, e.now, e.thanks, e.todo,"
    " e.title FROM announcement a LEFT JOIN entry e ON e.announcement = a.n ORDER BY a.n DESC";
static const char SQL_SELECT_ACTORS[] = "SELECT DISTINCT actor FROM journal";

/* Each gives: the item to open, its title, words, a day. */
static const char *const SQL_SELECT_LINES[IMP_N_PERSON_PARTS] = {
  [IMP_PERSON_REPORTED] =
      "SELECT r.irritant, i.title, r.words, r.date FROM report r"
      " JOIN irritant i ON i.n = r.irritant WHERE r.person = ?1 ORDER BY r.date DESC, r.n DESC",
  [IMP_PERSON_PROMISED] = "SELECT p.fix, coalesce (f.title, p.what), p.what, p.first FROM promise p"
                          " LEFT JOIN fix f ON f.n = p.fix WHERE p.person = ?1"
                          " ORDER BY p.made DESC, p.n DESC",
  [IMP_PERSON_FIXED] =
      "SELECT f.n, f.title, NULL, coalesce (f.delivered, f.started, f.planned) FROM fix f"
      " WHERE f.owner = ?1 ORDER BY f.n DESC",
  [IMP_PERSON_CONFIRMED] =
      "SELECT c.fix, f.title, c.words, c.date FROM confirmation c JOIN fix f ON f.n = c.fix"
      " WHERE c.person = ?1 ORDER BY c.date DESC, c.n DESC",
  [IMP_PERSON_REMARKED] =
      "SELECT o.round, s.name, o.words, o.date FROM observation o JOIN round v ON v.n = o.round"
      " LEFT JOIN site s ON s.n = v.site WHERE o.person = ?1 ORDER BY o.date DESC, o.n DESC",
};

static void
add_line (ImpPersonPage *page, ImpPersonPart part, ImpStatement *row)
{
  if (page->n[part]++ < N_MOST)
    imp_person_page_add (page, part,
                         (ImpPersonLine) {
                             .item = imp_statement_get_int (row, 0),
                             .title = imp_statement_dup_text (row, 1),
                             .words = imp_statement_dup_text (row, 2),
                             .date = imp_statement_get_date (row, 3),
                         });
}

static gboolean
read_lines (ImpStore *store, ImpPersonPage *page, ImpPersonPart part, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_connection_borrow (store->connection, SQL_SELECT_LINES[part]);

  imp_statement_bind_int (rows, 1, page->item);
  while (imp_statement_next (rows))
    add_line (page, part, rows);
  return imp_statement_end (rows, error);
}

static gboolean
is_named (ImpStatement *row, GRegex *names)
{
  for (int column = 4; column <= 10; column++)
    {
      const char *text = imp_statement_get_text (row, column);

      if (text != NULL && g_regex_match (names, text, 0, NULL))
        return TRUE;
    }
  return FALSE;
}

/* The entries of one announcement follow one another. */
static gboolean
read_announced (ImpStore *store, ImpPersonPage *page, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_connection_borrow (store->connection, SQL_SELECT_ANNOUNCED);
  g_autoptr (GRegex) names = NULL;
  ImpItem last = 0;

  if (!imp_mentions_compile (store, &page->item, 1, &names, error))
    return FALSE;
  while (names != NULL && imp_statement_next (rows))
    if (imp_statement_get_int (rows, 0) != last && is_named (rows, names))
      {
        last = imp_statement_get_int (rows, 0);
        add_line (page, IMP_PERSON_ANNOUNCED, rows);
      }
  return imp_statement_end (rows, error);
}

static void
fill (ImpPersonPage *page, ImpStatement *row)
{
  page->name = imp_statement_dup_text (row, 0);
  page->role = imp_statement_dup_text (row, 1);
  page->department = imp_statement_dup_text (row, 2);
  page->site = imp_statement_dup_text (row, 3);
  page->email = imp_statement_dup_text (row, 4);
  page->naming = (ImpNaming) imp_statement_get_choice (row, 5, 0, IMP_NAMING_ASK);
  page->in_it = imp_statement_get_int (row, 6) != 0;
}

ImpPersonPage *
imp_store_read_person_page (ImpStore *store, ImpItem person, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_PERSON);
  g_autoptr (ImpPersonPage) page = imp_person_page_new ();

  page->item = person;
  imp_statement_bind_int (select, 1, person);
  if (!imp_statement_next (select))
    {
      if (imp_statement_end (select, error))
        g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_FOUND,
                             _ ("they are not there any more"));
      return NULL;
    }
  fill (page, select);
  page->as_of = imp_store_print_vector (store, error);
  if (page->as_of == NULL)
    return NULL;
  for (int part = 0; part < IMP_PERSON_ANNOUNCED; part++)
    if (!read_lines (store, page, (ImpPersonPart) part, error))
      return NULL;
  return read_announced (store, page, error) ? g_steal_pointer (&page) : NULL;
}

gboolean
imp_store_find_actor (ImpStore *store, const char *name, gboolean *found, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_connection_borrow (store->connection, SQL_SELECT_ACTORS);
  g_autoptr (GRegex) regex = NULL;

  *found = FALSE;
  if (name != NULL)
    regex = imp_mention_compile ((const char *const[]) { name, NULL });
  while (regex != NULL && !*found && imp_statement_next (rows))
    *found = g_regex_match (regex, imp_statement_get_text (rows, 0), 0, NULL);
  return imp_statement_end (rows, error);
}
