/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How a search found irritants: the texts that have its words. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/imp-irritant-table.h"
#include "store/imp-reporter.h"
#include "store/imp-store-private.h"

static const char SQL_SELECT_DESCRIPTION[] = "SELECT description FROM irritant WHERE n = ?1";
static const char SQL_SELECT_SAID[] =
    "SELECT r.words, p.name, d.name, pd.name FROM report r LEFT JOIN person p ON p.n = r.person"
    " LEFT JOIN department d ON d.n = r.department LEFT JOIN department pd ON pd.n = p.department"
    " WHERE r.irritant = ?1 ORDER BY r.date DESC, r.n DESC";
static const char SQL_SELECT_FIX_TEXTS[] =
    "SELECT f.title, f.did, f.now FROM removal m JOIN fix f ON f.n = m.fix WHERE m.irritant = ?1"
    " ORDER BY f.n DESC";

#define N_FIX_TEXTS 3

/* The search for the line of one irritant. */
typedef struct
{
  ImpStore *store;
  const ImpSearch *search;
  ImpItem irritant;
  guint64 missing; /* words that do not stand in the row itself */
  guint64 found;   /* of these, in the line */
  ImpMarkedLine *line;
} Look;

static guint
count_words (guint64 words)
{
  guint n = 0;

  for (; words != 0; words &= words - 1)
    n++;
  return n;
}

/* Whether a text with these words shows more than the line there is. */
static gboolean
is_better (const Look *self, guint64 words)
{
  return count_words (words & self->missing) > count_words (self->found);
}

/* An empty line in the place of the one there was. */
static ImpMarkedLine *
begin_line (Look *self, guint64 words)
{
  g_clear_pointer (&self->line, imp_marked_line_free);
  self->found = words & self->missing;
  self->line = imp_marked_line_new ();
  return self->line;
}

static void
look_at_description (Look *self, ImpStatement *row)
{
  const char *text = imp_statement_get_text (row, 0);
  guint64 words = imp_search_find (self->search, text, NULL);

  if (is_better (self, words))
    imp_marked_line_append_found (begin_line (self, words), self->search, text);
}

static void
look_at_report (Look *self, ImpStatement *row)
{
  const char *said = imp_statement_get_text (row, 0);
  g_autofree char *who =
      imp_reporter_dup_name (imp_statement_get_text (row, 1), imp_statement_get_text (row, 2),
                             imp_statement_get_text (row, 3));
  guint64 words =
      imp_search_find (self->search, said, NULL) | imp_search_find (self->search, who, NULL);
  ImpMarkedLine *line;

  if (!is_better (self, words))
    return;
  line = begin_line (self, words);
  if (said != NULL)
    {
      imp_marked_line_append (line, "“");
      imp_marked_line_append_found (line, self->search, said);
      imp_marked_line_append (line, "” · ");
    }
  imp_marked_line_append_found (line, self->search, who);
}

static void
look_at_fix (Look *self, ImpStatement *row)
{
  for (int i = 0; i < N_FIX_TEXTS; i++)
    {
      const char *text = imp_statement_get_text (row, i);
      guint64 words = imp_search_find (self->search, text, NULL);

      if (!is_better (self, words))
        continue;
      /* Translators: before the words of a fix in which a search was found. */
      imp_marked_line_append (begin_line (self, words), _ ("Fix: "));
      imp_marked_line_append_found (self->line, self->search, text);
    }
}

static gboolean
look_at_all (Look *self,
             const char *sql,
             void (*look_at) (Look *self, ImpStatement *row),
             GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (self->store->connection, sql);

  imp_statement_bind_int (select, 1, self->irritant);
  while (self->found != self->missing && imp_statement_next (select))
    look_at (self, select);
  return imp_statement_end (select, error);
}

static gboolean
match_irritant (ImpStore *store, const ImpSearch *search, ImpIrritantData *data, GError **error)
{
  g_autoptr (ImpMatch) match = imp_match_new ();
  Look look = { .store = store, .search = search, .irritant = data->item };
  guint64 shown = imp_search_find (search, data->title, match->title)
                  | imp_search_find (search, data->offering, match->offering)
                  | imp_search_find (search, data->sites, match->sites);
  gboolean done;

  look.missing = imp_search_get_all (search) & ~shown;
  done = look_at_all (&look, SQL_SELECT_DESCRIPTION, look_at_description, error)
         && look_at_all (&look, SQL_SELECT_SAID, look_at_report, error)
         && look_at_all (&look, SQL_SELECT_FIX_TEXTS, look_at_fix, error);
  match->line = look.line;
  if (done)
    data->match = g_steal_pointer (&match);
  return done;
}

gboolean
imp_store_match_irritants (ImpStore *store,
                           const ImpSearch *search,
                           GPtrArray *rows,
                           GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    if (!match_irritant (store, search, rows->pdata[i], error))
      return FALSE;
  return TRUE;
}
