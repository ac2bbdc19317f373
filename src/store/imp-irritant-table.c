/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading irritants: rows of a list, the page of one. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"
#include "store/imp-answers.h"
#include "store/imp-attachment-table.h"
#include "store/imp-context-table.h"
#include "store/imp-facts.h"
#include "store/imp-reporter.h"
#include "store/imp-irritant-table.h"
#include "store/imp-item.h"
#include "store/imp-merged.h"
#include "store/imp-store-private.h"

static const char SQL_SELECT_IRRITANT[] =
    "SELECT i.title, o.name, i.recorded, i.voices, i.state, i.reporters, i.irritation,"
    " i.customers_see_it, i.people, i.often, i.minutes, i.effort,"
    " (SELECT group_concat (name, ', ') FROM (SELECT DISTINCT s.name FROM report r"
    " JOIN site s ON s.n = r.site WHERE r.irritant = i.n ORDER BY s.name)),"
    " i.description, i.declined, i.declined_reason, p.name, i.merged,"
    " (SELECT title FROM irritant m WHERE m.n = i.merged), i.pin_reason, i.pin_until,"
    " (SELECT count(*) FROM report WHERE irritant = i.n AND date > ?2 AND date <= ?3),"
    " (SELECT count(*) FROM report WHERE irritant = i.n AND date > ?4 AND date <= ?2)"
    " FROM irritant i LEFT JOIN offering o ON o.n = i.offering"
    " LEFT JOIN person p ON p.n = i.recorded_by WHERE i.n = ?1";
static const char SQL_SELECT_REPORTS[] =
    "SELECT r.n, r.words, p.name, d.name, pd.name, s.name, r.date, p.n, r.people, r.often,"
    " r.minutes"
    " FROM report r"
    " LEFT JOIN person p ON p.n = r.person LEFT JOIN department d ON d.n = r.department"
    " LEFT JOIN department pd ON pd.n = p.department LEFT JOIN site s ON s.n = r.site"
    " WHERE r.irritant = ?1 ORDER BY r.date DESC, r.n DESC LIMIT 500";
static const char SQL_SELECT_FIXES[] =
    "SELECT f.n, f.title, o.name, f.state, f.planned, f.started, f.delivered, f.confirmed,"
    " p.made, p.first, coalesce (p.\"to\", pp.name) FROM removal r JOIN fix f ON f.n = r.fix"
    " LEFT JOIN person o ON o.n = f.owner LEFT JOIN promise p ON p.n ="
    " (SELECT n FROM promise WHERE fix = f.n ORDER BY kept IS NOT NULL,"
    " CASE WHEN kept IS NULL THEN due ELSE -due END LIMIT 1)"
    " LEFT JOIN person pp ON pp.n = p.person WHERE r.irritant = ?1 GROUP BY f.n"
    " ORDER BY f.n DESC";
static const char SQL_SELECT_TITLE[] = "SELECT title FROM irritant WHERE n = ?1";
static const char SQL_SELECT_HOLDER[] = "SELECT coalesce (merged, n) FROM irritant WHERE n = ?1";

/* voices: what colleagues answered; may be NULL. */
static gboolean
read_facts (ImpStore *store,
            ImpStatement *row,
            ImpItem irritant,
            ImpFacts *facts,
            ImpImpact *impact,
            ImpVoices voices[IMP_N_TOLD],
            GError **error)
{
  facts->reporters = MAX (1, (int) imp_statement_get_int (row, 5));
  facts->irritation =
      (ImpIrritation) imp_statement_get_choice (row, 6, 0, IMP_IRRITATION_UNBEARABLE);
  facts->customers_see_it = imp_statement_get_int (row, 7) != 0;
  imp_statement_get_answers (row, 8, IMP_N_QUESTIONS, facts->answer);
  if (!imp_answers_combine (store, irritant, facts, voices, error))
    return FALSE;
  imp_impact_compute (facts, &store->medians, impact);
  return TRUE;
}

/* The last day may be over; and one laptop may have taken off what another prolonged, then only one
 * of the two is there. */
static void
read_pin (ImpStore *store, ImpStatement *row, char **reason, ImpDate *until)
{
  *until = imp_statement_get_date (row, 20);
  if (imp_date_is_set (*until) && *until >= imp_store_get_today (store))
    *reason = imp_statement_dup_text (row, 19);
  if (*reason == NULL)
    *until = IMP_DATE_NONE;
}

static ImpIrritantData *
read_data (ImpStore *store, ImpStatement *row, ImpItem item, GError **error)
{
  g_autoptr (ImpIrritantData) data = g_new0 (ImpIrritantData, 1);

  data->item = item;
  data->title = imp_statement_dup_text (row, 0);
  data->offering = imp_statement_dup_text (row, 1);
  data->sites = imp_statement_dup_text (row, 12);
  data->recorded = imp_statement_get_date (row, 2);
  data->voices = (guint) imp_statement_get_int (row, 3);
  read_pin (store, row, &data->pin_reason, &data->pin_until);
  data->trend = imp_trend_judge ((guint) imp_statement_get_int (row, 21),
                                 (guint) imp_statement_get_int (row, 22));
  data->state = (ImpState) imp_statement_get_choice (row, 4, IMP_STATE_OPEN, IMP_STATE_MERGED);
  return read_facts (store, row, item, &data->facts, &data->impact, NULL, error)
             ? g_steal_pointer (&data)
             : NULL;
}

static void
bind_days (ImpStatement *select, ImpDate today)
{
  imp_statement_bind_date (select, 2, today - IMP_TREND_DAYS);
  imp_statement_bind_date (select, 3, today);
  imp_statement_bind_date (select, 4, today - 2 * IMP_TREND_DAYS);
}

/* Adds it where it is there. */
static gboolean
add_data (ImpStore *store, ImpStatement *select, ImpItem item, GPtrArray *rows, GError **error)
{
  ImpIrritantData *data;

  imp_statement_bind_int (select, 1, item);
  bind_days (select, imp_store_get_today (store));
  if (!imp_statement_next (select))
    return imp_statement_end (select, error);
  data = read_data (store, select, item, error);
  if (data != NULL)
    g_ptr_array_add (rows, data);
  return data != NULL;
}

gboolean
imp_store_read_irritants (ImpStore *store,
                          const guint32 *items,
                          guint n_items,
                          GPtrArray *rows,
                          GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_IRRITANT);

  for (guint i = 0; i < n_items; i++)
    {
      if (!add_data (store, select, items[i], rows, error))
        return FALSE;
      imp_statement_reset (select);
    }
  return TRUE;
}

static gboolean
read_reports (ImpStore *store, ImpIrritantPage *page, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_REPORTS);

  imp_statement_bind_int (select, 1, page->item);
  while (imp_statement_next (select))
    {
      ImpReportLine *line = g_new0 (ImpReportLine, 1);

      line->item = imp_statement_get_int (select, 0);
      line->words = imp_statement_dup_text (select, 1);
      line->who = imp_reporter_dup_name (imp_statement_get_text (select, 2),
                                         imp_statement_get_text (select, 3),
                                         imp_statement_get_text (select, 4));
      line->person = imp_statement_get_int (select, 7);
      line->site = imp_statement_dup_text (select, 5);
      line->date = imp_statement_get_date (select, 6);
      imp_statement_get_answers (select, 8, IMP_N_TOLD, line->answers);
      g_ptr_array_add (page->reports, line);
    }
  return imp_statement_end (select, error);
}

static gboolean
read_fixes (ImpStore *store, ImpIrritantPage *page, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_FIXES);

  imp_statement_bind_int (select, 1, page->item);
  while (imp_statement_next (select))
    {
      ImpFixLine *line = g_new0 (ImpFixLine, 1);

      line->item = imp_statement_get_int (select, 0);
      line->title = imp_statement_dup_text (select, 1);
      line->owner = imp_statement_dup_text (select, 2);
      line->state = (ImpFixState) imp_statement_get_choice (select, 3, IMP_FIX_STATE_PLANNED,
                                                            IMP_FIX_STATE_CONFIRMED);
      line->planned = imp_statement_get_date (select, 4);
      line->started = imp_statement_get_date (select, 5);
      line->delivered = imp_statement_get_date (select, 6);
      line->confirmed = imp_statement_get_date (select, 7);
      line->promise_made = imp_statement_get_date (select, 8);
      line->promised = imp_statement_get_date (select, 9);
      line->promised_to = imp_statement_dup_text (select, 10);
      g_ptr_array_add (page->fixes, line);
    }
  return imp_statement_end (select, error);
}

/* Of what is fixed or declined nobody asks for the chances, so they are not drawn. */
static const ImpRank *
get_rank (ImpStore *store, ImpState state, const ImpTopTen **top_ten, GError **error)
{
  if ((IMP_STATES_NOT_FIXED & 1u << state) == 0)
    return imp_orders_get (store, IMP_MEASURE_IMPACT, IMP_STATES_NOT_FIXED, error);
  return imp_orders_get_drawn (store, IMP_MEASURE_IMPACT, IMP_STATES_NOT_FIXED, top_ten, error);
}

/* Where it stands by impact among what is not yet fixed, if it is and somebody was asked about it. */
static gboolean
read_rank (ImpStore *store, ImpIrritantPage *page, GError **error)
{
  const ImpTopTen *top_ten = NULL;
  const ImpRank *rank = get_rank (store, page->state, &top_ten, error);
  const ImpRankEntry *entries;
  guint position, first, n_entries;

  if (rank == NULL)
    return FALSE;
  entries = imp_rank_get_entries (rank, &n_entries);
  page->n_ranked = imp_rank_count_known (rank);
  position = imp_rank_find (rank, (guint32) page->item);
  page->top_ten = -1;
  if (position >= page->n_ranked || top_ten == NULL)
    return TRUE;
  page->rank = position + 1;
  imp_rank_get_group (rank, position, &first, &page->group_last);
  page->group_first = first + 1;
  page->top_ten = imp_top_ten_get_chance (top_ten, &entries[position]);
  return TRUE;
}

static gboolean
fill_page (ImpStore *store, ImpStatement *row, ImpIrritantPage *page, GError **error)
{
  page->title = imp_statement_dup_text (row, 0);
  page->offering = imp_statement_dup_text (row, 1);
  page->recorded = imp_statement_get_date (row, 2);
  page->n_voices = (guint) imp_statement_get_int (row, 3);
  page->state = (ImpState) imp_statement_get_choice (row, 4, IMP_STATE_OPEN, IMP_STATE_MERGED);
  page->sites = imp_statement_dup_text (row, 12);
  page->description = imp_statement_dup_text (row, 13);
  page->declined = imp_statement_get_date (row, 14);
  page->declined_reason = imp_statement_dup_text (row, 15);
  page->recorded_by = imp_statement_dup_text (row, 16);
  read_pin (store, row, &page->pin_reason, &page->pin_until);
  page->merged_into = imp_statement_get_int (row, 17);
  page->merged_into_title = imp_statement_dup_text (row, 18);
  return read_facts (store, row, page->item, &page->facts, &page->impact, page->told, error);
}

ImpIrritantPage *
imp_store_read_irritant_page (ImpStore *store, ImpItem irritant, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_IRRITANT);
  g_autoptr (ImpIrritantPage) page = imp_irritant_page_new ();

  page->item = irritant;
  imp_statement_bind_int (select, 1, irritant);
  if (!imp_statement_next (select))
    {
      if (imp_statement_end (select, error))
        g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_FOUND, _ ("it is not there any more"));
      return NULL;
    }
  page->as_of = imp_store_print_vector (store, error);
  if (page->as_of == NULL || !fill_page (store, select, page, error)
      || !read_reports (store, page, error) || !read_fixes (store, page, error)
      || !imp_merged_read_part_lines (store, irritant, page->parts, error)
      || !imp_store_read_attachments (store, irritant, page->attachments, error)
      || !imp_store_read_context (store, page, error) || !read_rank (store, page, error))
    return NULL;
  return g_steal_pointer (&page);
}

char *
imp_store_dup_irritant_title (ImpStore *store, ImpItem irritant, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_TITLE);
  g_autofree char *title = NULL;

  imp_statement_bind_int (select, 1, irritant);
  if (imp_statement_next (select))
    title = imp_statement_dup_text (select, 0);
  if (!imp_statement_end (select, error))
    return NULL;
  return title != NULL ? g_steal_pointer (&title) : g_strdup ("");
}

gboolean
imp_store_find_holder (ImpStore *store, ImpItem irritant, ImpItem *holder, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_HOLDER);

  imp_statement_bind_int (select, 1, irritant);
  if (!imp_statement_fetch (select, error))
    return FALSE;
  *holder = imp_statement_get_int (select, 0);
  return TRUE;
}
