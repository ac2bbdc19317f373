/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading the page of a round. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/imp-organisation.h"
#include "store/imp-announcement-table.h"
#include "store/imp-fix-table.h"
#include "store/imp-heard-table.h"
#include "store/imp-item.h"
#include "store/imp-round-table.h"
#include "store/imp-store-private.h"

/* The first of those that were not begun. */
static const char SQL_SELECT_NEXT_ROUND[] =
    "SELECT n, planned, time, place FROM round WHERE site = ?1 AND n <> ?2 AND started IS NULL"
    " AND ended IS NULL AND planned >= ?3 ORDER BY planned, time, n LIMIT 1";
static const char SQL_SELECT_WEEKS[] = "SELECT weeks FROM site WHERE n = ?1";

static gboolean
read_next (ImpStore *store, ImpRoundPage *page, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_NEXT_ROUND);
  ImpDate from = page->line.planned;

  if (page->line.started_ms != 0)
    from = MIN (from, imp_date_from_ms (page->line.started_ms));
  imp_statement_bind_int (select, 1, page->line.site);
  imp_statement_bind_int (select, 2, page->line.item);
  imp_statement_bind_int (select, 3, from);
  if (imp_statement_next (select))
    {
      page->next = imp_statement_get_int (select, 0);
      page->next_planned = imp_statement_get_date (select, 1);
      page->next_time = imp_round_get_time (select, 2);
      page->next_place = imp_statement_dup_text (select, 3);
    }
  return imp_statement_end (select, error);
}

static gboolean
read_weeks (ImpStore *store, ImpRoundPage *page, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_WEEKS);

  imp_statement_bind_int (select, 1, page->line.site);
  if (imp_statement_next (select))
    page->weeks = imp_statement_get_choice (select, 0, 0, IMP_ROUND_MOST_WEEKS);
  return imp_statement_end (select, error);
}

static char *
join_contact (const ImpOrganisation *organisation)
{
  const char *name = organisation->contact_name, *how = organisation->contact_how;

  if (name == NULL || how == NULL)
    return g_strdup (name != NULL ? name : how);
  /* Translators: whom to ask, and how: "Inês Duarte: 4410" */
  return g_strdup_printf (_ ("%s: %s"), name, how);
}

static gboolean
read_organisation (ImpStore *store, ImpRoundPage *page, GError **error)
{
  g_auto (ImpOrganisation) organisation = { 0 };

  if (!imp_store_read_organisation (store, &organisation, error))
    return FALSE;
  page->organisation = g_steal_pointer (&organisation.name);
  page->contact = join_contact (&organisation);
  return TRUE;
}

static gboolean
read_parts (ImpStore *store, ImpRoundPage *page, GError **error)
{
  ImpRoundBefore before[2];

  return imp_store_find_rounds_before (store, &page->line, before, error)
         && imp_store_read_meetings (store, page->line.item, page->meetings, error)
         && imp_store_read_heard (store, page->line.item, page->heard, error)
         && imp_store_read_round_promises (store, before[0].round, page->promised_last_time, error)
         && read_organisation (store, page, error) && read_next (store, page, error)
         && read_weeks (store, page, error);
}

ImpRoundPage *
imp_store_read_round_page (ImpStore *store, ImpItem round, GError **error)
{
  g_autoptr (ImpRoundPage) page = imp_round_page_new ();
  ImpRoundRow row;

  if (!imp_store_read_round (store, round, &row, error))
    return NULL;
  page->line = row.line;
  page->questions = imp_round_split_questions (row.questions);
  page->note = row.note;
  g_free (row.questions);
  page->as_of = imp_store_print_vector (store, error);
  return page->as_of != NULL && read_parts (store, page, error) ? g_steal_pointer (&page) : NULL;
}
