/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What follows from a median alone: of thousands of irritants at once. */
#include "config.h"

#include "model/imp-measure.h"
#include "store/imp-store-private.h"

static const char SQL_SELECT_KNOWN[] =
    "SELECT people_value, often_value, minutes_value, effort_value, reporters, irritation,"
    " customers_see_it, state, hours FROM irritant WHERE n = ?1";
/* How unsure it is stays. */
static const char SQL_UPDATE_RECKONED[] =
    "UPDATE irritant SET hours = ?2, impact = ?3, payback = ?4, rice = ?5, ice = ?6,"
    " cost_of_delay = ?7, wsjf = ?8 WHERE n = ?1";

/* FALSE where that says too little: scores go by how we know the three answers, which does not stand
 * in the row. Where one of them is not known, it does not matter of the others. */
static gboolean
read_known (ImpStatement *row, ImpFacts *facts)
{
  gboolean enough = FALSE;

  *facts = (ImpFacts) { .reporters = (int) imp_statement_get_int (row, 4) };
  facts->irritation =
      (ImpIrritation) imp_statement_get_choice (row, 5, 0, IMP_IRRITATION_UNBEARABLE);
  facts->customers_see_it = imp_statement_get_int (row, 6) != 0;
  for (int q = 0; q < IMP_N_QUESTIONS; q++)
    {
      facts->answer[q] =
          (ImpAnswer) { .number = imp_statement_get_real (row, q), .known = IMP_KNOWN_GUESS };
      enough |= q <= IMP_QUESTION_MINUTES && !imp_answer_is_known (&facts->answer[q]);
    }
  return enough;
}

void
imp_derive_bind_scores (ImpStatement *update,
                        int index,
                        const ImpFacts *facts,
                        const ImpImpact *impact)
{
  static const ImpMeasure scores[] = { IMP_MEASURE_RICE, IMP_MEASURE_ICE, IMP_MEASURE_COST_OF_DELAY,
                                       IMP_MEASURE_WSJF };

  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    imp_statement_bind_real (update, index + (int) i,
                             imp_measure_reckon (scores[i], facts, impact).value);
}

static gboolean
write_reckoned (ImpStore *self,
                ImpItem irritant,
                const ImpFacts *facts,
                const ImpImpact *impact,
                GError **error)
{
  g_autoptr (ImpStatement) update = imp_connection_borrow (self->connection, SQL_UPDATE_RECKONED);

  imp_statement_bind_int (update, 1, irritant);
  imp_statement_bind_real (update, 2, impact->hours);
  imp_statement_bind_real (update, 3, impact->impact);
  imp_statement_bind_real (update, 4, impact->payback);
  imp_derive_bind_scores (update, 5, facts, impact);
  return imp_statement_run (update, error);
}

gboolean
imp_derive_unsure (ImpStore *self, ImpItem irritant, gboolean *found, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (self->connection, SQL_SELECT_KNOWN);
  ImpImpact impact;
  ImpFacts facts;
  int state;

  imp_statement_bind_int (select, 1, irritant);
  *found = imp_statement_next (select) && read_known (select, &facts);
  if (!*found)
    return imp_statement_end (select, error);
  imp_impact_compute (&facts, &self->medians, &impact);
  state = (int) imp_statement_get_int (select, 7);
  imp_sums_add (&self->sums, state, imp_statement_get_real (select, 8), -1);
  imp_sums_add (&self->sums, state, impact.hours, 1);
  imp_orders_note (self->orders, irritant);
  return write_reckoned (self, irritant, &facts, &impact, error);
}
