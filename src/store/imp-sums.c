/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What all irritants come to, by state: kept, because adding up a million takes too long. */
#include "config.h"

#include "store/imp-sums.h"

#include <math.h>
#include <string.h>

#define MILLION   1e6
#define UNASKED   100 /* in the table: beside the number of their state */
#define HOURS_MAX 1e8 /* more than any business has; a hundred thousand of them fit in the sum */

static const char SQL_SELECT_SUMS[] = "SELECT state, n, hours, logs, squares FROM state_sum";
static const char SQL_REPLACE_SUM[] =
    "REPLACE INTO state_sum (state, n, hours, logs, squares) VALUES (?1, ?2, ?3, ?4, ?5)";
static const char SQL_DELETE_SUM[] = "DELETE FROM state_sum WHERE state = ?1";

void
imp_sums_add (ImpSums *self, int state, double hours, int sign)
{
  double counted = CLAMP (hours, 0, HOURS_MAX), log_hours = counted > 0 ? log (counted) : 0;
  ImpSum *sum;

  if (state < IMP_STATE_OPEN || state >= IMP_N_STATES)
    return;
  sum = counted > 0 ? &self->asked[state] : &self->unasked[state];
  sum->n += sign;
  sum->hours += sign * llround (counted * MILLION);
  sum->logs += sign * llround (log_hours * MILLION);
  sum->squares += sign * llround (log_hours * log_hours * MILLION);
}

double
imp_sums_get_hours (const ImpSums *self, ImpState state)
{
  return (double) self->asked[state].hours / MILLION;
}

void
imp_sums_get_spread (const ImpSums *self, double *mean, double *deviation)
{
  double n = 0, logs = 0, squares = 0;

  for (int i = 0; i < IMP_N_STATES; i++)
    {
      n += (double) self->asked[i].n;
      logs += (double) self->asked[i].logs / MILLION;
      squares += (double) self->asked[i].squares / MILLION;
    }
  *mean = n > 0 ? logs / n : 0;
  *deviation = n > 1 ? sqrt (MAX (0, squares / n - *mean * *mean)) : 0;
}

/* A damaged file may hold what no sum can be: one more would run over. */
static gint64
get_number (ImpStatement *row, int column)
{
  return CLAMP (imp_statement_get_int (row, column), G_MININT64 / 2, G_MAXINT64 / 2);
}

/* NULL where there is no such state. */
static ImpSum *
find_sum (ImpSums *self, gint64 number)
{
  const gint64 state = number % UNASKED;

  if (number <= 0 || number >= 2 * UNASKED || state == 0 || state >= IMP_N_STATES)
    return NULL;
  return number < UNASKED ? &self->asked[state] : &self->unasked[state];
}

gboolean
imp_sums_load (ImpSums *self, ImpConnection *connection, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (connection, SQL_SELECT_SUMS);

  memset (self, 0, sizeof *self);
  while (imp_statement_next (select))
    {
      ImpSum *sum = find_sum (self, imp_statement_get_int (select, 0));

      if (sum != NULL)
        *sum = (ImpSum) { get_number (select, 1), get_number (select, 2), get_number (select, 3),
                          get_number (select, 4) };
    }
  return imp_statement_end (select, error);
}

static gboolean
save_sum (const ImpSum *sum,
          const ImpSum *stored,
          int number,
          ImpConnection *connection,
          GError **error)
{
  g_autoptr (ImpStatement) write = NULL;

  if (memcmp (sum, stored, sizeof *sum) == 0)
    return TRUE;
  write = imp_connection_borrow (connection, sum->n > 0 ? SQL_REPLACE_SUM : SQL_DELETE_SUM);
  imp_statement_bind_int (write, 1, number);
  if (sum->n > 0)
    {
      imp_statement_bind_int (write, 2, sum->n);
      imp_statement_bind_int (write, 3, sum->hours);
      imp_statement_bind_int (write, 4, sum->logs);
      imp_statement_bind_int (write, 5, sum->squares);
    }
  return imp_statement_run (write, error);
}

gboolean
imp_sums_save (const ImpSums *self, ImpConnection *connection, GError **error)
{
  ImpSums stored;

  if (!imp_sums_load (&stored, connection, error))
    return FALSE;
  for (int i = 0; i < IMP_N_STATES; i++)
    if (!save_sum (&self->asked[i], &stored.asked[i], i, connection, error)
        || !save_sum (&self->unasked[i], &stored.unasked[i], UNASKED + i, connection, error))
      return FALSE;
  return TRUE;
}
