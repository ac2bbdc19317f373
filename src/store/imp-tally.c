/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How often each answer was given, and the medians of that. */
#include "config.h"

#include "store/imp-tally.h"

#include "store/imp-store-private.h"

#include <string.h>

static const char SQL_UPDATE_TALLY[] =
    "INSERT INTO tally (question, value, n) VALUES (?1, ?2, ?3)"
    " ON CONFLICT (question, value) DO UPDATE SET n = n + excluded.n";
static const char SQL_DELETE_EMPTY_TALLY[] = "DELETE FROM tally WHERE n <= 0";
static const char SQL_SELECT_TALLY[] =
    "SELECT value, n FROM tally WHERE question = ?1 AND n > 0 ORDER BY value";

/* A row that is written anew is counted out and in again. */
static void
note (ImpTallyChange *self, int question, double value, int by)
{
  for (guint i = 0; i < self->n; i++)
    if (self->of[i].question == question && self->of[i].value == value)
      {
        self->of[i].by += by;
        return;
      }
  if (self->n == G_N_ELEMENTS (self->of))
    self->many = TRUE;
  else
    self->of[self->n++] = (ImpTallied) { value, question, by };
}

static gboolean
is_change (const ImpTallyChange *self)
{
  for (guint i = 0; i < self->n; i++)
    if (self->of[i].by != 0)
      return TRUE;
  return self->many;
}

gboolean
imp_tally_count (ImpStore *self, int question, double value, int by, GError **error)
{
  g_autoptr (ImpStatement) update = imp_connection_borrow (self->connection, SQL_UPDATE_TALLY);

  if (value <= 0)
    return TRUE;
  note (&self->tally_change, question, value, by);
  imp_statement_bind_int (update, 1, question);
  imp_statement_bind_real (update, 2, value);
  imp_statement_bind_int (update, 3, by);
  return imp_statement_run (update, error);
}

static gboolean
load_median (ImpStore *self, int question, double *median, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (self->connection, SQL_SELECT_TALLY);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 total = 0, seen = 0;

  imp_statement_bind_int (select, 1, question);
  while (imp_statement_next (select))
    {
      double value = imp_statement_get_real (select, 0);
      gint64 n = imp_statement_get_choice (select, 1, 0, G_MAXINT32);

      g_array_append_val (values, value);
      g_array_append_val (counts, n);
      total += n;
    }
  for (guint i = 0; i < values->len && seen * 2 < total; i++)
    {
      seen += g_array_index (counts, gint64, i);
      *median = g_array_index (values, double, i);
    }
  return imp_statement_end (select, error);
}

gboolean
imp_tally_load_medians (ImpStore *self, GError **error)
{
  self->medians = imp_medians_default ();
  for (int q = 0; q < IMP_N_QUESTIONS; q++)
    if (!load_median (self, q, &self->medians.value[q], error))
      return FALSE;
  return TRUE;
}

gboolean
imp_tally_follow (ImpStore *self, gboolean moved[IMP_N_QUESTIONS], gboolean *any, GError **error)
{
  const ImpMedians before = self->medians;
  gboolean changed;

  *any = FALSE;
  memset (moved, 0, IMP_N_QUESTIONS * sizeof *moved);
  changed = is_change (&self->tally_change);
  self->tally_change = (ImpTallyChange) { 0 };
  if (!changed)
    return TRUE;
  if (!imp_connection_exec (self->connection, SQL_DELETE_EMPTY_TALLY, error)
      || !imp_tally_load_medians (self, error))
    return FALSE;
  for (int q = 0; q < IMP_N_QUESTIONS; q++)
    {
      moved[q] = before.value[q] != self->medians.value[q];
      *any |= moved[q];
    }
  return TRUE;
}
