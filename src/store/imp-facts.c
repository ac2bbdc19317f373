/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The facts that the model reckons with, read from the projections. */
#include "config.h"

#include "store/imp-facts.h"

#include <math.h>
#include <string.h>

#include "store/imp-answers.h"
#include "store/imp-store-private.h"

G_STATIC_ASSERT (IMP_CONFIRMATION_VERDICT == 4);

static const char SQL_SELECT_IRRITANT_FACTS[] =
    "SELECT people, often, minutes, effort, irritation, customers_see_it, declined IS NOT NULL,"
    " merged IS NOT NULL, (SELECT id FROM item WHERE item.n = i.n), recorded"
    " FROM irritant i WHERE n = ?1";
static const char SQL_SELECT_REPORTERS[] =
    "SELECT coalesce(person, -department, 0) FROM report WHERE irritant = ?1";
/* Who reported several of them is one voice. */
static const char SQL_SELECT_FIX_VOICES[] =
    "SELECT count(DISTINCT coalesce(person, -department, 0)) FROM report"
    " WHERE irritant IN (SELECT irritant FROM removal WHERE fix = ?1)";
static const char SQL_SELECT_FIX_STATES[] =
    "SELECT f.state FROM removal r JOIN fix f ON f.n = r.fix WHERE r.irritant = ?1";
/* What was said last on one day, the same on every laptop: numbers of items are not. */
#define SAID_LAST                                                                                  \
  " (SELECT hlc FROM cell WHERE item = c.n AND field = 4) DESC,"                                   \
  " (SELECT id FROM item i WHERE i.n = c.n) DESC"

static const char SQL_SELECT_FIX_FACTS[] =
    "SELECT f.started IS NOT NULL, f.delivered IS NOT NULL, c.verdict, c.date FROM fix f"
    " LEFT JOIN (SELECT fix, verdict, date FROM confirmation c WHERE fix = ?1"
    " AND irritant IS NULL ORDER BY date DESC," SAID_LAST " LIMIT 1) c ON c.fix = f.n"
    " AND (f.delivered IS NULL OR c.date >= f.delivered) WHERE f.n = ?1";
static const char SQL_SELECT_FIX_IRRITANTS[] =
    "SELECT n, hours FROM irritant WHERE n IN (SELECT irritant FROM removal WHERE fix = ?1)"
    " ORDER BY hours DESC, (SELECT id FROM item WHERE item.n = irritant.n)";
/* The newest; of one day what was said of the very irritant goes before the fix as a whole. */
static const char SQL_SELECT_ASKED_AGAIN[] =
    "SELECT c.people, c.often, c.minutes, c.verdict, c.irritant IS NULL FROM confirmation c"
    " JOIN fix f ON f.n = c.fix WHERE c.fix = ?1 AND f.state >= 3 AND c.date >= f.delivered"
    " AND (c.irritant = ?2 OR c.irritant IS NULL)"
    " ORDER BY c.date DESC, c.irritant IS NULL," SAID_LAST " LIMIT 1";

void
imp_statement_get_answers (ImpStatement *statement, int column, int n, ImpAnswer *answers)
{
  for (int q = 0; q < n; q++)
    if (!imp_answer_parse ((ImpQuestion) q, imp_statement_get_text (statement, column + q),
                           &answers[q]))
      answers[q] = (ImpAnswer) { 0 };
}

/* Counted here: for DISTINCT SQLite would make a table each time. */
static gboolean
count_reporters (ImpStore *store, ImpItem irritant, int *n, GError **error)
{
  g_autoptr (GHashTable) reporters = g_hash_table_new (NULL, NULL);
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (imp_store_get_connection (store), SQL_SELECT_REPORTERS);

  imp_statement_bind_int (select, 1, irritant);
  while (imp_statement_next (select))
    g_hash_table_add (reporters, GSIZE_TO_POINTER ((gsize) imp_statement_get_int (select, 0)));
  *n = (int) g_hash_table_size (reporters);
  return imp_statement_end (select, error);
}

static gboolean
read_fix_states (ImpStore *store, ImpItem irritant, int n_in_state[], GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (imp_store_get_connection (store), SQL_SELECT_FIX_STATES);

  imp_statement_bind_int (select, 1, irritant);
  while (imp_statement_next (select))
    {
      gint64 state = imp_statement_get_int (select, 0);

      if (state >= IMP_FIX_STATE_PLANNED && state <= IMP_FIX_STATE_CONFIRMED)
        n_in_state[state]++;
    }
  return imp_statement_end (select, error);
}

gboolean
imp_facts_read (ImpStore *store,
                ImpItem irritant,
                ImpIrritantFacts *facts,
                gboolean *found,
                GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (imp_store_get_connection (store), SQL_SELECT_IRRITANT_FACTS);
  int n_in_state[IMP_FIX_STATE_CONFIRMED + 1] = { 0 };

  memset (facts, 0, sizeof *facts);
  facts->item = irritant;
  imp_statement_bind_int (select, 1, irritant);
  *found = imp_statement_next (select);
  if (!*found)
    return imp_statement_end (select, error);
  if (imp_statement_get_int (select, 7) != 0)
    {
      facts->state = IMP_STATE_MERGED;
      return TRUE;
    }
  if (!imp_statement_get_uuid (select, 8, &facts->uuid, error))
    return FALSE;
  imp_statement_get_answers (select, 0, IMP_N_QUESTIONS, facts->facts.answer);
  facts->facts.irritation =
      (ImpIrritation) imp_statement_get_choice (select, 4, 0, IMP_IRRITATION_UNBEARABLE);
  facts->facts.customers_see_it = imp_statement_get_int (select, 5) != 0;
  facts->recorded = imp_statement_get_date (select, 9);
  if (!count_reporters (store, irritant, &facts->voices, error))
    return FALSE;
  facts->facts.reporters = MAX (1, facts->voices);
  if (!imp_answers_combine (store, irritant, &facts->facts, NULL, error)
      || !read_fix_states (store, irritant, n_in_state, error))
    return FALSE;
  facts->state = imp_state_derive (n_in_state, imp_statement_get_int (select, 6) != 0);
  return TRUE;
}

gboolean
imp_fix_facts_read (ImpStore *store,
                    ImpItem fix,
                    ImpFixFacts *facts,
                    gboolean *found,
                    GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (imp_store_get_connection (store), SQL_SELECT_FIX_FACTS);
  ImpVerdict verdict;

  imp_statement_bind_int (select, 1, fix);
  *found = imp_statement_next (select);
  if (*found)
    {
      verdict = (ImpVerdict) imp_statement_get_choice (select, 2, 0, IMP_VERDICT_STILL_THERE);
      facts->state = imp_fix_state_derive (imp_statement_get_int (select, 0) != 0,
                                           imp_statement_get_int (select, 1) != 0, verdict);
      facts->confirmed = facts->state == IMP_FIX_STATE_CONFIRMED
                             ? imp_statement_get_date (select, 3)
                             : IMP_DATE_NONE;
    }
  return imp_statement_end (select, error);
}

/* Hours still lost to an irritant: its own answers, with those that were given anew. */
static double
reckon_after (ImpStore *store, const ImpFacts *before, const ImpAnswer answers[3])
{
  ImpFacts after = *before;
  ImpImpact impact;

  imp_facts_ask_again (&after, answers);
  imp_impact_compute (&after, imp_store_get_medians (store), &impact);
  return impact.hours;
}

/* What asking again said of one irritant: its own row, or of the fix as a whole. */
typedef struct
{
  ImpAnswer answers[3];
  ImpVerdict verdict;
  gboolean whole; /* of the fix as a whole: its numbers are those of the dearest irritant */
} Again;

/* Whether it was asked; then with what is left: "gone" without a number is nothing, "better"
 * without one says too little to reckon with. */
static gboolean
find_rest (ImpStore *store,
           const ImpIrritantFacts *irritant,
           const Again *again,
           gboolean dearest,
           double *rest)
{
  gboolean numbered = imp_answer_is_known (&again->answers[0])
                      || imp_answer_is_known (&again->answers[1])
                      || imp_answer_is_known (&again->answers[2]);

  *rest = 0;
  if (numbered && (dearest || !again->whole))
    *rest = reckon_after (store, &irritant->facts, again->answers);
  else if (again->verdict != IMP_VERDICT_GONE)
    return FALSE;
  return TRUE;
}

static gboolean
read_again (ImpStore *store,
            ImpItem fix,
            ImpItem irritant,
            Again *again,
            gboolean *found,
            GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (imp_store_get_connection (store), SQL_SELECT_ASKED_AGAIN);

  imp_statement_bind_int (select, 1, fix);
  imp_statement_bind_int (select, 2, irritant);
  *found = imp_statement_next (select);
  if (*found)
    {
      imp_statement_get_answers (select, 0, 3, again->answers);
      again->verdict =
          (ImpVerdict) imp_statement_get_choice (select, 3, 0, IMP_VERDICT_STILL_THERE);
      again->whole = imp_statement_get_int (select, 4) != 0;
    }
  return imp_statement_end (select, error);
}

/* Adds what one irritant costs, or gives back where it was asked again. */
static gboolean
add_irritant (ImpStore *store,
              ImpItem fix,
              ImpItem irritant,
              double before,
              ImpFixHours *hours,
              GError **error)
{
  ImpIrritantFacts facts;
  gboolean found, asked;
  double rest = 0;
  Again again;

  if (!imp_facts_read (store, irritant, &facts, &found, error)
      || !read_again (store, fix, irritant, &again, &asked, error))
    return FALSE;
  if (hours->dearest == 0)
    {
      ImpImpact impact;

      imp_impact_compute (&facts.facts, imp_store_get_medians (store), &impact);
      hours->dearest = irritant;
      hours->spread = impact.spread;
      hours->asked_again = TRUE;
    }
  asked = asked && find_rest (store, &facts, &again, hours->dearest == irritant, &rest);
  hours->asked_again = hours->asked_again && asked;
  hours->hours += MAX (0, before - rest);
  hours->forecast += asked ? MAX (0, before - rest)
                           : before * exp (imp_learned_get_bias (&store->learned, &facts.facts));
  return TRUE;
}

static gboolean
count_voices (ImpStore *store, ImpItem fix, int *voices, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (imp_store_get_connection (store), SQL_SELECT_FIX_VOICES);

  imp_statement_bind_int (select, 1, fix);
  if (imp_statement_next (select))
    *voices = (int) imp_statement_get_int (select, 0);
  return imp_statement_end (select, error);
}

/* Each irritant for itself, the dearest first. */
gboolean
imp_fix_hours_read (ImpStore *store, ImpItem fix, ImpFixHours *hours, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (imp_store_get_connection (store), SQL_SELECT_FIX_IRRITANTS);

  memset (hours, 0, sizeof *hours);
  imp_statement_bind_int (select, 1, fix);
  while (imp_statement_next (select))
    if (!add_irritant (store, fix, imp_statement_get_int (select, 0),
                       imp_statement_get_real (select, 1), hours, error))
      return FALSE;
  return imp_statement_end (select, error) && count_voices (store, fix, &hours->voices, error);
}
