/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading what to know before a round. */
#include "config.h"

#include "store/imp-briefing-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/imp-organisation.h"
#include "store/imp-announcement-table.h"
#include "store/imp-explained.h"
#include "store/imp-irritant-table.h"
#include "store/imp-orders.h"
#include "store/imp-round-table.h"
#include "store/imp-store-private.h"
#include "store/imp-told-table.h"
#include "store/imp-unheard-table.h"

#define N_TO_ASK 2

static const char SQL_SELECT_SITE[] =
    "SELECT s.weeks, p.name FROM site s LEFT JOIN person p ON p.n = s.leader WHERE s.n = ?1";
/* With why and when all that the fix was to remove was declined. */
#define DECLINED " FROM removal m JOIN irritant i ON i.n = m.irritant WHERE m.fix = p.fix"
static const char SQL_SELECT_PROMISED[] =
    "SELECT p.n, p.fix, coalesce (p.what, f.title), coalesce (p.\"to\", w.name), p.first, p.due,"
    " p.kept, p.told, p.reason, (SELECT i.declined_reason" DECLINED " AND i.declined IS NOT NULL),"
    " (SELECT CASE WHEN count (*) = count (i.declined) THEN max (i.declined) END" DECLINED ")"
    " FROM promise p LEFT JOIN fix f ON f.n = p.fix LEFT JOIN person w ON w.n = p.person"
    " WHERE p.site = ?1 AND (p.kept IS NULL OR p.first >= ?2)";
static const char SQL_SELECT_REPORTED_AT[] = "SELECT irritant FROM report WHERE site = ?1";
static const char SQL_SELECT_HERE[] =
    "SELECT count(*), max (date), (SELECT words FROM report WHERE irritant = ?1 AND site = ?2"
    " AND words IS NOT NULL ORDER BY date DESC, n DESC LIMIT 1) FROM report WHERE irritant = ?1"
    " AND site = ?2";

static gboolean
read_site (ImpStore *store, ImpBriefing *briefing, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_SITE);

  imp_statement_bind_int (select, 1, briefing->round.site);
  if (imp_statement_next (select))
    {
      briefing->weeks = imp_statement_get_choice (select, 0, 0, IMP_ROUND_MOST_WEEKS);
      briefing->leader = imp_statement_dup_text (select, 1);
    }
  return imp_statement_end (select, error);
}

static gboolean
read_organisation (ImpStore *store, ImpBriefing *briefing, GError **error)
{
  g_auto (ImpOrganisation) organisation = { 0 };

  if (!imp_store_read_organisation (store, &organisation, error))
    return FALSE;
  briefing->organisation = g_steal_pointer (&organisation.name);
  return TRUE;
}

/* NULL where it was refused long ago, and everybody knows. */
static ImpPromised *
read_promised (ImpStatement *row, ImpDate since, ImpDate today)
{
  const ImpDate declined = imp_statement_get_date (row, 10);
  ImpPromised *promised = g_new0 (ImpPromised, 1);

  promised->promise = imp_statement_get_int (row, 0);
  promised->fix = imp_statement_get_int (row, 1);
  promised->what = g_strdup (imp_statement_is_null (row, 2) ? _ ("Untitled fix")
                                                            : imp_statement_get_text (row, 2));
  promised->to = imp_statement_dup_text (row, 3);
  promised->first = imp_statement_get_date (row, 4);
  promised->due = imp_statement_get_date (row, 5);
  promised->kept = imp_statement_get_date (row, 6);
  promised->told = imp_statement_get_int (row, 7) != 0;
  promised->state =
      imp_promised_find_state (promised->first, promised->kept, imp_date_is_set (declined), today);
  promised->reason = imp_statement_dup_text (row, promised->state == IMP_PROMISED_REFUSED ? 9 : 8);
  if (promised->state == IMP_PROMISED_REFUSED && declined < since && promised->first < since)
    g_clear_pointer (&promised, imp_promised_free);
  return promised;
}

static gboolean
is_owed (const ImpPromised *self)
{
  return self->state == IMP_PROMISED_MISSED || self->state == IMP_PROMISED_UNDER_WAY;
}

/* What is still owed first, by its day: a paper has room for a few, and it must not be an old one that
 * was kept. Of those that are settled the latest first. */
static gint
compare_promised (gconstpointer a, gconstpointer b)
{
  const ImpPromised *one = a, *other = b;

  if (is_owed (one) != is_owed (other))
    return is_owed (one) ? -1 : 1;
  if (one->first != other->first)
    return (one->first < other->first) == is_owed (one) ? -1 : 1;
  return one->promise < other->promise ? -1 : one->promise > other->promise;
}

/* Open, or fallen due since the round before last. */
static gboolean
read_all_promised (ImpStore *store, ImpBriefing *briefing, ImpDate since, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_PROMISED);
  const ImpDate today = imp_store_get_today (store);

  imp_statement_bind_int (select, 1, briefing->round.site);
  imp_statement_bind_int (select, 2, since);
  while (imp_statement_next (select))
    {
      ImpPromised *promised = read_promised (select, since, today);

      if (promised != NULL)
        g_ptr_array_add (briefing->promised, promised);
    }
  g_ptr_array_sort_values (briefing->promised, compare_promised);
  return imp_statement_end (select, error);
}

/* 1 for each number of an irritant that was reported at the site. */
static GByteArray *
read_reported (ImpStore *store, ImpItem site, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_REPORTED_AT);
  g_autoptr (GByteArray) here = g_byte_array_new ();

  imp_statement_bind_int (select, 1, site);
  while (imp_statement_next (select))
    {
      const gint64 item = imp_statement_get_int (select, 0);
      const guint length = here->len;

      if (item < 1 || item > IMP_ORDERS_HIGHEST_ITEM)
        continue;
      if (item >= length)
        {
          g_byte_array_set_size (here, MAX ((guint) item + 1, 2 * length));
          memset (here->data + length, 0, here->len - length);
        }
      here->data[item] = 1;
    }
  return imp_statement_end (select, error) ? g_steal_pointer (&here) : NULL;
}

/* The first irritants of the order that are of the site, and how many are: of each its rank. */
typedef struct
{
  GArray *items; /* of guint32 */
  GArray *ranks; /* the same */
  guint n;
} Chosen;

static void
choose (const ImpRank *rank, const GByteArray *here, Chosen *chosen)
{
  guint n_entries;
  const ImpRankEntry *entries = imp_rank_get_entries (rank, &n_entries);

  for (guint i = 0; i < n_entries; i++)
    if (entries[i].item < here->len && here->data[entries[i].item] != 0
        && chosen->n++ < IMP_BRIEFING_MOST)
      {
        const guint32 place = imp_rank_entry_is_known (&entries[i]) ? i + 1 : 0;

        g_array_append_val (chosen->items, entries[i].item);
        g_array_append_val (chosen->ranks, place);
      }
}

static gboolean
read_here (ImpStore *store, ImpItem site, ImpBriefingIrritant *irritant, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_HERE);

  imp_statement_bind_int (select, 1, irritant->item);
  imp_statement_bind_int (select, 2, site);
  if (!imp_statement_fetch (select, error))
    return FALSE;
  irritant->n_reports = (guint) imp_statement_get_int (select, 0);
  irritant->last = imp_statement_get_date (select, 1);
  irritant->words = imp_statement_dup_text (select, 2);
  return TRUE;
}

static ImpBriefingIrritant *
make_irritant (ImpIrritantData *data)
{
  ImpBriefingIrritant *irritant = g_new0 (ImpBriefingIrritant, 1);

  irritant->item = data->item;
  irritant->title = g_steal_pointer (&data->title);
  irritant->state = data->state;
  irritant->facts = data->facts;
  irritant->impact = data->impact;
  return irritant;
}

static gboolean
read_chosen (ImpStore *store, ImpBriefing *briefing, const Chosen *chosen, GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_irritant_data_free);

  if (!imp_store_read_irritants (store, (const guint32 *) (gpointer) chosen->items->data,
                                 chosen->items->len, rows, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      ImpBriefingIrritant *irritant = make_irritant (rows->pdata[i]);

      g_ptr_array_add (briefing->irritants, irritant);
      irritant->rank = g_array_index (chosen->ranks, guint32, i);
      if (!read_here (store, briefing->round.site, irritant, error))
        return FALSE;
    }
  briefing->n_irritants = chosen->n;
  return TRUE;
}

static gboolean
read_irritants (ImpStore *store, ImpBriefing *briefing, GError **error)
{
  g_autoptr (GByteArray) here = read_reported (store, briefing->round.site, error);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
  Chosen chosen = { items, ranks, 0 };
  GPtrArray *to_ask;
  const ImpRank *rank;

  if (here == NULL
      || (rank = imp_orders_get (store, IMP_MEASURE_IMPACT, IMP_STATES_NOT_FIXED, error)) == NULL)
    return FALSE;
  choose (rank, here, &chosen);
  if (!read_chosen (store, briefing, &chosen, error)
      || (to_ask = imp_store_read_to_ask_among (store, N_TO_ASK, here, error)) == NULL)
    return FALSE;
  g_ptr_array_unref (briefing->to_ask);
  briefing->to_ask = to_ask;
  return TRUE;
}

/* Of one round before, all that was promised there is since then. */
static gboolean
read_past (ImpStore *store, ImpBriefing *briefing, GError **error)
{
  ImpRoundBefore before[2];

  if (!imp_store_find_rounds_before (store, &briefing->round, before, error))
    return FALSE;
  briefing->last = before[0].day;
  return read_all_promised (store, briefing, before[1].day, error);
}

ImpBriefing *
imp_store_read_briefing (ImpStore *store, ImpItem round, GError **error)
{
  g_autoptr (ImpBriefing) briefing = imp_briefing_new ();
  const ImpDate news = imp_store_get_today (store) - IMP_BRIEFING_NEWS_DAYS;
  ImpRoundRow row;

  if (!imp_store_read_round (store, round, &row, error))
    return NULL;
  briefing->round = row.line;
  briefing->questions = imp_round_split_questions (row.questions);
  briefing->note = row.note;
  g_free (row.questions);
  return read_site (store, briefing, error) && read_organisation (store, briefing, error)
                 && read_past (store, briefing, error) && read_irritants (store, briefing, error)
                 && imp_store_read_untold (store, briefing->round.site, news, briefing->untold,
                                           &briefing->n_untold, error)
                 && imp_store_read_unheard (store, briefing->round.site, briefing, error)
                 && imp_store_read_meetings (store, round, briefing->meetings, error)
             ? g_steal_pointer (&briefing)
             : NULL;
}
