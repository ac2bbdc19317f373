/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading fixes, promises and confirmations. */
#include "config.h"

#include "store/imp-fix-table.h"

#include <glib/gi18n-lib.h>

#include "base/imp-error.h"
#include "store/imp-facts.h"
#include "store/imp-item.h"
#include "store/imp-store-private.h"

/* The promise that counts: open ones first, the first due of them; else the newest. */
#define CARD_COLUMNS                                                                               \
  "SELECT f.n, f.title, o.name, f.state, f.hours, f.spread, f.asked_again, f.voices, f.planned,"   \
  " f.started, f.delivered, f.confirmed, p.n, coalesce (p.\"to\", pp.name), p.first, p.due,"       \
  " p.kept, (SELECT w.name FROM removal r JOIN report t ON t.irritant = r.irritant"                \
  " JOIN person w ON w.n = t.person WHERE r.fix = f.n ORDER BY t.date DESC LIMIT 1),"              \
  " f.did, f.now, f.todo, f.thanks, f.effort, f.forecast FROM fix f LEFT JOIN person o ON o.n = "  \
  "f.owner"                                                                                        \
  " LEFT JOIN promise p ON p.n = (SELECT n FROM promise WHERE fix = f.n"                           \
  " ORDER BY kept IS NOT NULL, CASE WHEN kept IS NULL THEN due ELSE -due END LIMIT 1)"             \
  " LEFT JOIN person pp ON pp.n = p.person"
#define PROMISE_COLUMNS                                                                            \
  "SELECT p.n, coalesce (p.\"to\", w.name), coalesce (p.what, f.title), p.fix, f.title, o.name,"   \
  " p.made, p.first, p.due, p.kept, p.reason FROM promise p LEFT JOIN fix f ON f.n = p.fix"        \
  " LEFT JOIN person o ON o.n = f.owner LEFT JOIN person w ON w.n = p.person"

static const char SQL_SELECT_CARDS[] =
    CARD_COLUMNS " WHERE f.state = ?1 ORDER BY f.hours DESC, f.n LIMIT ?2";
static const char SQL_SELECT_CONFIRMED_CARDS[] = CARD_COLUMNS
    " WHERE +f.state = ?1 AND f.confirmed IS NOT NULL"
    " ORDER BY f.confirmed DESC, f.n DESC LIMIT ?2"; /* by its index: +, not by state */
static const char SQL_SELECT_CARD[] = CARD_COLUMNS " WHERE f.n = ?1";
static const char SQL_SELECT_PROMISES[] = PROMISE_COLUMNS
    " WHERE p.n IN (SELECT n FROM promise INDEXED BY promise_open WHERE kept IS NULL"
    " UNION ALL SELECT n FROM promise WHERE first >= ?1) ORDER BY p.due, p.n";
static const char SQL_SELECT_PROMISES_DUE[] =
    PROMISE_COLUMNS " WHERE p.kept IS NULL AND p.due <= ?1 AND coalesce (f.state, 0) < ?2"
                    " ORDER BY p.due, p.n LIMIT ?3";
static const char SQL_SELECT_FIX_PROMISES[] =
    PROMISE_COLUMNS " WHERE p.fix = ?1 ORDER BY p.made DESC, p.n DESC";
static const char SQL_SELECT_ROUND_PROMISES[] =
    PROMISE_COLUMNS " WHERE p.round = ?1 ORDER BY p.first, p.n";
static const char SQL_SELECT_OPEN_PROMISES[] =
    "SELECT n FROM promise WHERE fix = ?1 AND kept IS NULL";
static const char SQL_SELECT_REMOVALS[] =
    "SELECT n FROM removal WHERE fix = ?1 AND irritant = ?2 ORDER BY n";
static const char SQL_COUNT_IRRITANTS[] =
    "SELECT count (DISTINCT irritant) FROM removal WHERE fix = ?1";
static const char SQL_SELECT_REMOVER[] =
    "SELECT f.n FROM removal r JOIN fix f ON f.n = r.fix WHERE r.irritant = ?1 AND f.state >= ?2"
    " ORDER BY f.delivered DESC, f.n DESC LIMIT 1";
static const char SQL_SELECT_FIX_IRRITANTS[] =
    "SELECT n, title, hours FROM irritant WHERE n IN (SELECT irritant FROM removal WHERE fix = ?1)"
    " ORDER BY hours DESC";
static const char SQL_SELECT_CONFIRMATIONS[] =
    "SELECT w.name, c.date, c.verdict FROM confirmation c LEFT JOIN person w ON w.n = c.person"
    " WHERE c.fix = ?1 AND c.irritant IS NULL ORDER BY c.date DESC, c.n DESC";
static const char SQL_SELECT_OPEN_FIX[] =
    "SELECT f.n, f.owner, f.title FROM removal r JOIN fix f ON f.n = r.fix WHERE r.irritant = ?1"
    " AND f.state < ?2 ORDER BY f.n DESC LIMIT 1";
static const char SQL_SELECT_REPORTERS[] =
    "SELECT DISTINCT w.name FROM removal r JOIN report t ON t.irritant = r.irritant"
    " JOIN person w ON w.n = t.person WHERE r.fix = ?1 ORDER BY t.date DESC LIMIT 50";

/* What is left of the hours as a forecast: corrected and shrunk until it was asked again. */
static double
forecast (ImpStatement *row, double mean, double deviation)
{
  double hours = imp_statement_get_real (row, 4);

  if (imp_statement_get_int (row, 6) != 0 || hours <= 0)
    return hours;
  return imp_impact_shrink (imp_statement_get_real (row, 23), imp_statement_get_real (row, 5), mean,
                            deviation);
}

/* The title is what a fix is known by: one that came without is called so. */
static char *
dup_title (ImpStatement *row, int column)
{
  return g_strdup (imp_statement_is_null (row, column) ? _ ("Untitled fix")
                                                       : imp_statement_get_text (row, column));
}

static ImpFixCard *
read_card (ImpStatement *row, double mean, double deviation)
{
  ImpFixCard *card = g_new0 (ImpFixCard, 1);

  card->item = imp_statement_get_int (row, 0);
  card->title = dup_title (row, 1);
  card->owner = imp_statement_dup_text (row, 2);
  card->state = (ImpFixState) imp_statement_get_choice (row, 3, IMP_FIX_STATE_PLANNED,
                                                        IMP_FIX_STATE_CONFIRMED);
  card->hours = forecast (row, mean, deviation);
  card->asked_again = imp_statement_get_int (row, 6) != 0;
  card->n_voices = (guint) imp_statement_get_int (row, 7);
  card->planned = imp_statement_get_date (row, 8);
  card->started = imp_statement_get_date (row, 9);
  card->delivered = imp_statement_get_date (row, 10);
  card->confirmed = imp_statement_get_date (row, 11);
  card->promise = imp_statement_get_int (row, 12);
  card->promised_to = imp_statement_dup_text (row, 13);
  card->promised_first = imp_statement_get_date (row, 14);
  card->promised_due = imp_statement_get_date (row, 15);
  card->promise_kept = imp_statement_get_date (row, 16);
  card->ask = imp_statement_dup_text (row, 17);
  return card;
}

GPtrArray *
imp_store_read_fix_cards (ImpStore *store, ImpFixState state, guint limit, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (
      store->connection,
      state == IMP_FIX_STATE_CONFIRMED ? SQL_SELECT_CONFIRMED_CARDS : SQL_SELECT_CARDS);
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_fix_card_free);
  double mean, deviation;

  imp_sums_get_spread (&store->sums, &mean, &deviation);
  imp_statement_bind_int (select, 1, state);
  imp_statement_bind_int (select, 2, limit);
  while (imp_statement_next (select))
    g_ptr_array_add (cards, read_card (select, mean, deviation));
  return imp_statement_end (select, error) ? g_steal_pointer (&cards) : NULL;
}

static gboolean
read_promises (ImpStatement *select, GPtrArray *promises, GError **error)
{
  while (imp_statement_next (select))
    {
      ImpPromiseLine *line = g_new0 (ImpPromiseLine, 1);

      line->item = imp_statement_get_int (select, 0);
      line->to = imp_statement_dup_text (select, 1);
      line->what = dup_title (select, 2);
      line->fix = imp_statement_get_int (select, 3);
      line->fix_title = dup_title (select, 4);
      line->owner = imp_statement_dup_text (select, 5);
      line->made = imp_statement_get_date (select, 6);
      line->first = imp_statement_get_date (select, 7);
      line->due = imp_statement_get_date (select, 8);
      line->kept = imp_statement_get_date (select, 9);
      line->reason = imp_statement_dup_text (select, 10);
      g_ptr_array_add (promises, line);
    }
  return imp_statement_end (select, error);
}

GPtrArray *
imp_store_read_promises (ImpStore *store, ImpDate since, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_PROMISES);
  g_autoptr (GPtrArray) promises =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_promise_line_free);

  imp_statement_bind_int (select, 1, since);
  return read_promises (select, promises, error) ? g_steal_pointer (&promises) : NULL;
}

gboolean
imp_store_read_promises_due (ImpStore *store,
                             ImpDate until,
                             guint limit,
                             GPtrArray *promises,
                             GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_PROMISES_DUE);

  imp_statement_bind_int (select, 1, until);
  imp_statement_bind_int (select, 2, IMP_FIX_STATE_DELIVERED);
  imp_statement_bind_int (select, 3, limit);
  return read_promises (select, promises, error);
}

gboolean
imp_store_read_round_promises (ImpStore *store, ImpItem round, GPtrArray *promises, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_ROUND_PROMISES);

  imp_statement_bind_int (select, 1, round);
  return read_promises (select, promises, error);
}

/* Of a query for one number a row. */
static GArray *
read_items (ImpStatement *select, GError **error)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (ImpItem));

  while (imp_statement_next (select))
    {
      ImpItem item = imp_statement_get_int (select, 0);

      g_array_append_val (items, item);
    }
  return imp_statement_end (select, error) ? g_steal_pointer (&items) : NULL;
}

GArray *
imp_store_read_open_promises (ImpStore *store, ImpItem fix, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_OPEN_PROMISES);

  imp_statement_bind_int (select, 1, fix);
  return read_items (select, error);
}

GArray *
imp_store_read_removals (ImpStore *store, ImpItem fix, ImpItem irritant, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_REMOVALS);

  imp_statement_bind_int (select, 1, fix);
  imp_statement_bind_int (select, 2, irritant);
  return read_items (select, error);
}

gboolean
imp_store_count_irritants (ImpStore *store, ImpItem fix, guint *n_irritants, GError **error)
{
  g_autoptr (ImpStatement) count = imp_connection_borrow (store->connection, SQL_COUNT_IRRITANTS);

  imp_statement_bind_int (count, 1, fix);
  if (imp_statement_next (count))
    *n_irritants = (guint) imp_statement_get_int (count, 0);
  return imp_statement_end (count, error);
}

static gboolean
read_irritants (ImpStore *store, ImpFixPage *page, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_FIX_IRRITANTS);

  imp_statement_bind_int (select, 1, page->card->item);
  while (imp_statement_next (select))
    {
      ImpFixIrritant *irritant = g_new0 (ImpFixIrritant, 1);

      irritant->item = imp_statement_get_int (select, 0);
      irritant->title = imp_statement_dup_text (select, 1);
      irritant->hours = imp_statement_get_real (select, 2);
      g_ptr_array_add (page->irritants, irritant);
    }
  return imp_statement_end (select, error);
}

static gboolean
read_confirmations (ImpStore *store, ImpFixPage *page, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_CONFIRMATIONS);

  imp_statement_bind_int (select, 1, page->card->item);
  while (imp_statement_next (select))
    {
      ImpConfirmationLine *line = g_new0 (ImpConfirmationLine, 1);

      line->person = imp_statement_dup_text (select, 0);
      line->date = imp_statement_get_date (select, 1);
      line->verdict = (ImpVerdict) imp_statement_get_choice (select, 2, 0, IMP_VERDICT_STILL_THERE);
      g_ptr_array_add (page->confirmations, line);
    }
  return imp_statement_end (select, error);
}

static gboolean
read_reporters (ImpStore *store, ImpFixPage *page, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_REPORTERS);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  imp_statement_bind_int (select, 1, page->card->item);
  while (imp_statement_next (select))
    if (!imp_statement_is_null (select, 0))
      g_strv_builder_add (names, imp_statement_get_text (select, 0));
  page->reporters = g_strv_builder_end (names);
  return imp_statement_end (select, error);
}

static gboolean
read_before (ImpStore *store, GPtrArray *irritants, GError **error)
{
  for (guint i = 0; i < irritants->len; i++)
    {
      ImpFixIrritant *irritant = irritants->pdata[i];
      ImpIrritantFacts facts;
      gboolean found;

      if (!imp_facts_read (store, irritant->item, &facts, &found, error))
        return FALSE;
      irritant->before = facts.facts;
    }
  return TRUE;
}

static gboolean
read_parts (ImpStore *store, ImpFixPage *page, GError **error)
{
  g_autoptr (ImpStatement) promises =
      imp_connection_borrow (store->connection, SQL_SELECT_FIX_PROMISES);

  imp_statement_bind_int (promises, 1, page->card->item);
  return read_promises (promises, page->promises, error) && read_irritants (store, page, error)
         && read_confirmations (store, page, error) && read_reporters (store, page, error)
         && read_before (store, page->irritants, error);
}

ImpFixPage *
imp_store_read_fix_page (ImpStore *store, ImpItem fix, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_CARD);
  g_autoptr (ImpFixPage) page = imp_fix_page_new ();
  double mean, deviation;

  imp_sums_get_spread (&store->sums, &mean, &deviation);
  imp_statement_bind_int (select, 1, fix);
  if (!imp_statement_next (select))
    {
      if (imp_statement_end (select, error))
        g_set_error_literal (error, IMP_ERROR, IMP_ERROR_NOT_FOUND, _ ("it is not there any more"));
      return NULL;
    }
  page->card = read_card (select, mean, deviation);
  page->did = imp_statement_dup_text (select, 18);
  page->now = imp_statement_dup_text (select, 19);
  page->todo = imp_statement_dup_text (select, 20);
  page->thanks = imp_statement_dup_text (select, 21);
  if (!imp_answer_parse (IMP_QUESTION_EFFORT, imp_statement_get_text (select, 22), &page->effort))
    page->effort = (ImpAnswer) { 0 };
  page->as_of = imp_store_print_vector (store, error);
  return page->as_of != NULL && read_parts (store, page, error) ? g_steal_pointer (&page) : NULL;
}

gboolean
imp_store_find_remover (ImpStore *store, ImpItem irritant, ImpItem *fix, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_REMOVER);

  imp_statement_bind_int (select, 1, irritant);
  imp_statement_bind_int (select, 2, IMP_FIX_STATE_DELIVERED);
  *fix = imp_statement_next (select) ? imp_statement_get_int (select, 0) : 0;
  return imp_statement_end (select, error);
}

void
imp_open_fix_clear (ImpOpenFix *self)
{
  g_clear_pointer (&self->title, g_free);
}

gboolean
imp_store_find_open_fix (ImpStore *store, ImpItem irritant, ImpOpenFix *open, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_OPEN_FIX);

  *open = (ImpOpenFix) { 0 };
  imp_statement_bind_int (select, 1, irritant);
  imp_statement_bind_int (select, 2, IMP_FIX_STATE_DELIVERED);
  if (imp_statement_next (select))
    *open = (ImpOpenFix) { imp_statement_get_int (select, 0), imp_statement_get_int (select, 1),
                           imp_statement_dup_text (select, 2) };
  return imp_statement_end (select, error);
}
