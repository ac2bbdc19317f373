/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A row of a table: what it says, and what that means. */
#include "config.h"

#include "exchange/imp-table-row.h"

#include <glib/gi18n-lib.h>

#include "base/imp-text.h"
#include "model/imp-field-labels.h"

static const ImpTarget date_targets[] = { IMP_TARGET_DATE, IMP_TARGET_FIXED, IMP_TARGET_CLOSED };

/* One row being understood, on the stack of imp_table_facts_read(). */
typedef struct
{
  ImpTableFacts *facts;
  const ImpTableRow *row;
  const ImpTablePlan *plan;
  const ImpTableDates *dates;
  char **fault;
} Reading;

void
imp_table_row_free (ImpTableRow *self)
{
  for (int i = 0; i < IMP_N_TARGETS; i++)
    g_free (self->values[i]);
  g_free (self->id);
  g_free (self);
}

void
imp_table_facts_clear (ImpTableFacts *self)
{
  for (int i = 0; i < IMP_N_QUESTIONS; i++)
    g_clear_pointer (&self->answers[i], g_free);
}

/* Which figure is the day */

static void
find_orders (GPtrArray *rows, ImpDateOrder orders[IMP_N_TARGETS], ImpDateOrder *all)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const ImpTableRow *row = g_ptr_array_index (rows, i);

      for (gsize j = 0; j < G_N_ELEMENTS (date_targets); j++)
        if (row->values[date_targets[j]] != NULL)
          {
            imp_date_order_add (&orders[date_targets[j]], row->values[date_targets[j]]);
            imp_date_order_add (all, row->values[date_targets[j]]);
          }
    }
}

void
imp_table_dates_decide (ImpTableDates *self, GPtrArray *rows)
{
  ImpDateOrder orders[IMP_N_TARGETS] = { 0 };
  ImpDateOrder all = { 0 };

  find_orders (rows, orders, &all);
  for (gsize i = 0; i < G_N_ELEMENTS (date_targets); i++)
    {
      const ImpDateOrder *own = &orders[date_targets[i]];
      const ImpDateOrder *order = imp_date_order_is_open (own) ? &all : own;

      self->month_first[date_targets[i]] = order->n_month_first > order->n_day_first;
      self->is_open[date_targets[i]] = imp_date_order_is_open (order);
    }
}

/* What the row means */

static const char *
get (Reading *self, ImpTarget target)
{
  return self->row->values[target];
}

static gboolean
fail_value (Reading *self, const char *format, ImpTarget target)
{
  g_autofree char *shown = imp_cell_to_line (get (self, target), 60);

  *self->fault = g_strdup_printf (format, shown);
  return FALSE;
}

static gboolean
read_date (Reading *self, ImpTarget target, ImpDate *date)
{
  const char *text = get (self, target);

  *date =
      text != NULL ? imp_cell_parse_date (text, self->dates->month_first[target]) : IMP_DATE_NONE;
  return text == NULL || imp_date_is_set (*date)
         || fail_value (self, _ ("the date “%s” does not exist"), target);
}

static gboolean
read_dates (Reading *self)
{
  ImpDate closed;

  if (!read_date (self, IMP_TARGET_DATE, &self->facts->date)
      || !read_date (self, IMP_TARGET_FIXED, &self->facts->fixed)
      || !read_date (self, IMP_TARGET_CLOSED, &closed))
    return FALSE;
  if (!imp_date_is_set (self->facts->fixed))
    self->facts->fixed = closed;
  return TRUE;
}

static gboolean
read_answers (Reading *self)
{
  static const char *const people_of_level[] = { NULL, "21-100 guess", "2-5 guess", "1 guess" };
  const char *impact = get (self, IMP_TARGET_IMPACT);
  int level = impact != NULL ? imp_cell_parse_level (impact) : 0;

  if (impact != NULL && level == 0)
    return fail_value (self, _ ("“%s” is no impact that is known"), IMP_TARGET_IMPACT);
  self->facts->answers[IMP_QUESTION_PEOPLE] = g_strdup (people_of_level[level]);
  for (int i = 0; i < IMP_N_QUESTIONS; i++)
    {
      ImpTarget target = (ImpTarget) (IMP_TARGET_PEOPLE + i);

      if (get (self, target) == NULL)
        continue;
      g_free (self->facts->answers[i]);
      self->facts->answers[i] = imp_cell_parse_answer ((ImpQuestion) i, get (self, target));
      if (self->facts->answers[i] == NULL)
        return fail_value (self, _ ("“%s” is neither a number nor a band that is known"), target);
    }
  return TRUE;
}

static gboolean
read_irritation (Reading *self)
{
  static const ImpIrritation of_level[] = { 0, IMP_IRRITATION_STRONG, IMP_IRRITATION_ANNOYING,
                                            IMP_IRRITATION_MILD };
  const ImpField *field = imp_kind_get_field (IMP_KIND_IRRITANT, IMP_IRRITANT_IRRITATION);
  const char *urgency = get (self, IMP_TARGET_URGENCY);
  const char *word = get (self, IMP_TARGET_IRRITATION);
  g_autofree char *nick = word != NULL ? g_ascii_strdown (word, -1) : NULL;

  self->facts->irritation = urgency != NULL ? of_level[imp_cell_parse_level (urgency)] : 0;
  if (urgency != NULL && self->facts->irritation == 0)
    return fail_value (self, _ ("“%s” is no urgency that is known"), IMP_TARGET_URGENCY);
  if (nick != NULL)
    self->facts->irritation = imp_field_choice_from_nick (field, nick);
  return nick == NULL || self->facts->irritation != 0
         || fail_value (self, _ ("“%s” is none of mild, annoying, strong, unbearable"),
                        IMP_TARGET_IRRITATION);
}

/* As in our files, or as it is called on the screen. */
static int
find_choice (const ImpField *field, const char *text)
{
  g_autofree char *folded = imp_text_fold (text);
  int choice = imp_field_choice_from_nick (field, folded);

  for (int i = 1; choice == 0 && field->nicks[i - 1] != NULL; i++)
    {
      g_autofree char *label = imp_text_fold (imp_field_get_choice_label (field, i));

      if (g_str_equal (label, folded))
        choice = i;
    }
  return choice;
}

static gboolean
fail_choice (Reading *self, ImpTarget target, const ImpField *field)
{
  g_autofree char *shown = imp_cell_to_line (get (self, target), 60);
  g_autofree char *known = g_strjoinv (", ", (char **) field->nicks);

  /* Translators: what stands in a cell, and what may stand there */
  *self->fault = g_strdup_printf (_ ("“%s” is none of %s"), shown, known);
  return FALSE;
}

static gboolean
read_choice (Reading *self, ImpTarget target, guint8 number, int *choice)
{
  const ImpField *field = imp_kind_get_field (IMP_KIND_IRRITANT, number);

  if (get (self, target) == NULL)
    return TRUE;
  *choice = find_choice (field, get (self, target));
  return *choice != 0 || fail_choice (self, target, field);
}

/* Where no column tells the state, a date of the fix does. */
static gboolean
read_state (Reading *self)
{
  const char *state = get (self, IMP_TARGET_STATE);

  if (state != NULL)
    self->facts->state = imp_cell_parse_state (state);
  else if (self->plan->used[IMP_TARGET_STATE] == 0 && imp_date_is_set (self->facts->fixed))
    self->facts->state = IMP_CELL_FIXED;
  if (self->facts->state == IMP_CELL_OPEN)
    return TRUE;
  if (!imp_date_is_set (self->facts->fixed))
    self->facts->fixed = self->facts->date;
  return imp_date_is_set (self->facts->fixed)
         || fail_value (self, _ ("it is “%s”, but nothing says since when"), IMP_TARGET_STATE);
}

static gboolean
read_row (Reading *self)
{
  if (self->plan->preset != IMP_TABLE_SERVICENOW && get (self, IMP_TARGET_TITLE) == NULL
      && get (self, IMP_TARGET_WORDS) == NULL && get (self, IMP_TARGET_DESCRIPTION) == NULL)
    {
      *self->fault = g_strdup (_ ("it does not say what the irritant is"));
      return FALSE;
    }
  return read_dates (self) && read_answers (self) && read_irritation (self)
         && read_choice (self, IMP_TARGET_CHANGE, IMP_IRRITANT_CHANGE, &self->facts->change)
         && read_choice (self, IMP_TARGET_WASTE, IMP_IRRITANT_WASTE, &self->facts->waste)
         && read_state (self);
}

gboolean
imp_table_facts_read (ImpTableFacts *self,
                      const ImpTableRow *row,
                      const ImpTablePlan *plan,
                      const ImpTableDates *dates,
                      char **fault)
{
  Reading reading = { self, row, plan, dates, fault };

  *self = (ImpTableFacts) { 0 };
  return read_row (&reading);
}
