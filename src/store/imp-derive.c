/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Derived columns: what the model makes of the facts, kept beside them for the indexes. */
#include "config.h"

#include <string.h>

#include "base/imp-compare.h"
#include "model/imp-rank.h"
#include "store/imp-facts.h"
#include "store/imp-learning.h"
#include "store/imp-search-text.h"
#include "store/imp-store-private.h"
#include "store/imp-tally.h"

static const char SQL_SELECT_DERIVED[] =
    "SELECT people_value, often_value, minutes_value, effort_value, state, hours FROM irritant"
    " WHERE n = ?1";
static const char SQL_UPDATE_IRRITANT[] =
    "UPDATE irritant SET people_value = ?2, often_value = ?3, minutes_value = ?4,"
    " effort_value = ?5, hours = ?6, impact = ?7, payback = ?8, state = ?9, voices = ?10,"
    " reporters = ?11, unsure = ?12, spread = ?13, payback_spread = ?14, tie = ?15, rice = ?16,"
    " ice = ?17, cost_of_delay = ?18, wsjf = ?19 WHERE n = ?1";
/* Those for which a median stands that moved: ?1 … ?4 by question. None stands for all answers. */
#define UNSURE                                                                                     \
  " i.unsure = 1 AND coalesce (i.people_value, i.often_value, i.minutes_value) IS NOT NULL"        \
  " AND ((?1 AND i.people_value IS NULL) OR (?2 AND i.often_value IS NULL)"                        \
  " OR (?3 AND i.minutes_value IS NULL) OR (?4 AND i.effort_value IS NULL))"

static const char SQL_SELECT_UNSURE[] = "SELECT i.n FROM irritant i WHERE" UNSURE;
static const char SQL_SELECT_UNSURE_FIXES[] =
    "SELECT r.fix FROM removal r JOIN irritant i ON i.n = r.irritant WHERE" UNSURE;
static const char SQL_UPDATE_FIX_STATE[] = "UPDATE fix SET state = ?2, confirmed = ?3 WHERE n = ?1";
static const char SQL_UPDATE_FIX_HOURS[] =
    "UPDATE fix SET hours = ?2, spread = ?3, asked_again = ?4, voices = ?5, forecast = ?6"
    " WHERE n = ?1";
static const char SQL_SELECT_ALL[] = "SELECT n FROM irritant";
static const char SQL_SELECT_ALL_FIXES[] = "SELECT n FROM fix";
static const char SQL_HOLD_TEXTS[] =
    "INSERT INTO irritant_text (irritant_text, rank) VALUES ('hashsize', ?1)";

#define MANY_TEXTS   2000
#define HELD_OF_MANY (4 << 20)
#define HELD_USUALLY (1 << 20) /* bytes; as FTS5 does by itself */

typedef gboolean (*ItemFunc) (ImpStore *self, ImpItem item, GError **error);

static GArray *
sort_items (GHashTable *set)
{
  GArray *items = g_array_sized_new (FALSE, FALSE, sizeof (ImpItem), g_hash_table_size (set));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      ImpItem item = (ImpItem) GPOINTER_TO_SIZE (key);

      g_array_append_val (items, item);
    }
  g_array_sort (items, imp_compare_int64);
  return items;
}

/* By ascending number: the tables are written front to back, and the full text, which must write
 * out what it holds whenever a number is smaller than the one before, does so rarely. */
static gboolean
for_each (ImpStore *self, GHashTable *set, ItemFunc func, GError **error)
{
  g_autoptr (GArray) items = sort_items (set);

  for (guint i = 0; i < items->len; i++)
    if (!imp_store_advance (self, IMP_DERIVE_STEPS, error)
        || !func (self, g_array_index (items, ImpItem, i), error))
      return FALSE;
  return TRUE;
}

/* moved: of medians, by question; NULL where the query does not ask for them. */
static gboolean
for_each_row (ImpStore *self, const char *sql, const gboolean *moved, ItemFunc func, GError **error)
{
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
  g_autoptr (ImpStatement) select = imp_connection_borrow (self->connection, sql);

  for (int q = 0; moved != NULL && q < IMP_N_QUESTIONS; q++)
    imp_statement_bind_int (select, 1 + q, moved[q]);
  while (imp_statement_next (select))
    g_hash_table_add (set, GSIZE_TO_POINTER ((gsize) imp_statement_get_int (select, 0)));
  return imp_statement_end (select, error) && for_each (self, set, func, error);
}

/* What stands in the row of an irritant now; 0 for nothing. */
typedef struct
{
  double values[IMP_N_QUESTIONS];
  int state;
  double hours;
} Derived;

static gboolean
read_derived (ImpStore *self, ImpItem irritant, Derived *derived, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (self->connection, SQL_SELECT_DERIVED);

  memset (derived, 0, sizeof *derived);
  imp_statement_bind_int (select, 1, irritant);
  if (imp_statement_next (select))
    {
      for (int q = 0; q < IMP_N_QUESTIONS; q++)
        derived->values[q] = imp_statement_get_real (select, q);
      derived->state = (int) imp_statement_get_int (select, IMP_N_QUESTIONS);
      derived->hours = imp_statement_get_real (select, IMP_N_QUESTIONS + 1);
    }
  return imp_statement_end (select, error);
}

gboolean
imp_derive_forget (ImpStore *self, ImpItem irritant, GError **error)
{
  Derived derived;

  if (!read_derived (self, irritant, &derived, error))
    return FALSE;
  imp_orders_note (self->orders, irritant);
  imp_sums_add (&self->sums, derived.state, derived.hours, -1);
  for (int q = 0; q < IMP_N_QUESTIONS; q++)
    if (!imp_tally_count (self, q, derived.values[q], -1, error))
      return FALSE;
  return TRUE;
}

static void
bind_values (ImpStatement *update, const ImpIrritantFacts *facts)
{
  for (int q = 0; q < IMP_N_QUESTIONS; q++)
    {
      double value = imp_answer_get_value ((ImpQuestion) q, &facts->facts.answer[q]);

      if (value > 0)
        imp_statement_bind_real (update, 2 + q, value);
      else
        imp_statement_bind_null (update, 2 + q);
    }
}

static gboolean
is_unsure (const ImpIrritantFacts *facts)
{
  gboolean unsure = FALSE;

  for (int q = 0; q < IMP_N_QUESTIONS; q++)
    unsure |= imp_answer_get_value ((ImpQuestion) q, &facts->facts.answer[q]) <= 0;
  return unsure && facts->state != IMP_STATE_MERGED;
}

/* What it is ranked by: of what somebody was asked about. */
static void
bind_costs (ImpStatement *update, const ImpIrritantFacts *facts, const ImpImpact *impact)
{
  imp_statement_bind_real (update, 6, impact->hours);
  imp_statement_bind_real (update, 7, impact->impact);
  imp_statement_bind_real (update, 8, impact->payback);
  imp_derive_bind_scores (update, 16, &facts->facts, impact);
}

/* The median of all others says nothing about it: it costs nobody knows what, and stands behind what
 * is known. The other measures have none. */
static void
bind_unasked (ImpStatement *update, const ImpIrritantFacts *facts)
{
  const double value = imp_rank_get_unasked_value (facts->voices, facts->recorded);

  imp_statement_bind_real (update, 7, value);
  imp_statement_bind_real (update, 8, value);
}

/* What is merged into another one has nothing of its own. */
static void
bind_rank (ImpStatement *update, const ImpIrritantFacts *facts, const ImpImpact *impact)
{
  if (imp_facts_are_asked (&facts->facts))
    bind_costs (update, facts, impact);
  else
    bind_unasked (update, facts);
  imp_statement_bind_real (update, 13, impact->spread);
  imp_statement_bind_real (update, 14, impact->payback_spread);
  imp_statement_bind_int (update, 15, imp_rank_get_tie (&facts->uuid));
}

static void
add_up (ImpStore *self,
        const ImpIrritantFacts *facts,
        const ImpImpact *impact,
        const Derived *before)
{
  const gboolean asked = imp_facts_are_asked (&facts->facts);

  imp_sums_add (&self->sums, before->state, before->hours, -1);
  imp_sums_add (&self->sums, facts->state, asked ? impact->hours : 0, 1);
}

static gboolean
write_irritant (ImpStore *self,
                const ImpIrritantFacts *facts,
                const Derived *before,
                GError **error)
{
  g_autoptr (ImpStatement) update = imp_connection_borrow (self->connection, SQL_UPDATE_IRRITANT);
  ImpImpact impact = { 0 };

  if (facts->state != IMP_STATE_MERGED)
    imp_impact_compute (&facts->facts, &self->medians, &impact);
  imp_orders_note (self->orders, facts->item);
  add_up (self, facts, &impact, before);
  imp_statement_bind_int (update, 1, facts->item);
  bind_values (update, facts);
  imp_statement_bind_int (update, 9, facts->state);
  imp_statement_bind_int (update, 10, facts->voices);
  imp_statement_bind_int (update, 11, facts->facts.reporters);
  imp_statement_bind_int (update, 12, is_unsure (facts));
  if (facts->state != IMP_STATE_MERGED)
    bind_rank (update, facts, &impact);
  return imp_statement_run (update, error);
}

static gboolean
count_answers (ImpStore *self, const ImpIrritantFacts *facts, const Derived *before, GError **error)
{
  for (int q = 0; q < IMP_N_QUESTIONS; q++)
    {
      double value = imp_answer_get_value ((ImpQuestion) q, &facts->facts.answer[q]);

      if (value != before->values[q]
          && (!imp_tally_count (self, q, before->values[q], -1, error)
              || !imp_tally_count (self, q, value, 1, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
derive_irritant (ImpStore *self, ImpItem irritant, GError **error)
{
  ImpIrritantFacts facts;
  Derived before;
  gboolean found;

  return imp_facts_read (self, irritant, &facts, &found, error)
         && (!found
             || (read_derived (self, irritant, &before, error)
                 && count_answers (self, &facts, &before, error)
                 && write_irritant (self, &facts, &before, error)));
}

/* For many texts it holds more of them before it writes them out: else they are written out, read
 * and put together again and again. */
static gboolean
hold_texts (ImpStore *self, gboolean many, GError **error)
{
  g_autoptr (ImpStatement) insert = imp_connection_borrow (self->connection, SQL_HOLD_TEXTS);

  imp_statement_bind_int (insert, 1, many ? HELD_OF_MANY : HELD_USUALLY);
  return imp_statement_run (insert, error);
}

static gboolean
write_all_texts (ImpStore *self, GHashTable *texts, GError **error)
{
  const gboolean many = g_hash_table_size (texts) > MANY_TEXTS;

  return (!many || hold_texts (self, TRUE, error))
         && for_each (self, texts, imp_search_text_write, error)
         && (!many || hold_texts (self, FALSE, error));
}

/* Last and by themselves: SQLite has the full text write out what it holds before any statement
 * that changes more than one row. */
static gboolean
write_texts (ImpStore *self, ImpAffected *affected, GError **error)
{
  g_autoptr (GArray) items = NULL;
  GHashTableIter iter;
  gpointer irritant;

  g_hash_table_iter_init (&iter, affected->irritants);
  while (g_hash_table_iter_next (&iter, &irritant, NULL))
    g_hash_table_add (affected->texts, irritant);
  items = sort_items (affected->texts);
  for (guint i = 0; i < items->len; i++)
    {
      ImpItem item = g_array_index (items, ImpItem, i);

      if (!g_hash_table_contains (affected->fresh, GSIZE_TO_POINTER ((gsize) item))
          && !imp_search_text_forget (self, item, error))
        return FALSE;
    }
  return write_all_texts (self, affected->texts, error);
}

static gboolean
derive_fix_state (ImpStore *self, ImpItem fix, GError **error)
{
  g_autoptr (ImpStatement) update = imp_connection_borrow (self->connection, SQL_UPDATE_FIX_STATE);
  ImpFixFacts facts;
  gboolean found;

  if (!imp_fix_facts_read (self, fix, &facts, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  imp_statement_bind_int (update, 1, fix);
  imp_statement_bind_int (update, 2, facts.state);
  imp_statement_bind_date (update, 3, facts.confirmed);
  return imp_statement_run (update, error);
}

static gboolean
derive_fix_hours (ImpStore *self, ImpItem fix, GError **error)
{
  g_autoptr (ImpStatement) update = imp_connection_borrow (self->connection, SQL_UPDATE_FIX_HOURS);
  ImpFixHours hours;

  if (!imp_fix_hours_read (self, fix, &hours, error))
    return FALSE;
  imp_statement_bind_int (update, 1, fix);
  imp_statement_bind_real (update, 2, hours.hours);
  imp_statement_bind_real (update, 3, hours.spread);
  imp_statement_bind_int (update, 4, hours.asked_again);
  imp_statement_bind_int (update, 5, hours.voices);
  imp_statement_bind_real (update, 6, hours.forecast);
  return imp_statement_run (update, error);
}

static gboolean
derive_unsure (ImpStore *self, ImpItem irritant, GError **error)
{
  gboolean found;

  return imp_derive_unsure (self, irritant, &found, error)
         && (found || derive_irritant (self, irritant, error));
}

/* What nobody knows is worth the median of what is known: it moves with every answer. */
static gboolean
follow_medians (ImpStore *self, GError **error)
{
  gboolean moved[IMP_N_QUESTIONS], any;

  if (!imp_tally_follow (self, moved, &any, error))
    return FALSE;
  return !any
         || (for_each_row (self, SQL_SELECT_UNSURE, moved, derive_unsure, error)
             && for_each_row (self, SQL_SELECT_UNSURE_FIXES, moved, derive_fix_hours, error));
}

/* What was asked again says how sure the answers of all others are. */
static gboolean
follow_learning (ImpStore *self, const ImpAffected *affected, GError **error)
{
  gboolean moved = FALSE;

  if (g_hash_table_size (affected->fixes) > 0 && !imp_learning_follow (self, &moved, error))
    return FALSE;
  return !moved
         || (for_each_row (self, SQL_SELECT_ALL, NULL, derive_irritant, error)
             && for_each_row (self, SQL_SELECT_ALL_FIXES, NULL, derive_fix_hours, error));
}

gboolean
imp_derive_update (ImpStore *self, ImpAffected *affected, GError **error)
{
  return for_each (self, affected->fixes, derive_fix_state, error)
         && follow_learning (self, affected, error)
         && for_each (self, affected->irritants, derive_irritant, error)
         && follow_medians (self, error)
         && for_each (self, affected->fixes, derive_fix_hours, error)
         && imp_sums_save (&self->sums, self->connection, error)
         && write_texts (self, affected, error);
}
