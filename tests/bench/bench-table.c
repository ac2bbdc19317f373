/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measurements beside their floors, and the table they are printed in. */
#include "config.h"

#include "bench-table.h"

#include <time.h>

#include "bench-samples.h"

struct _BenchTable
{
  GArray *lines; /* of BenchLine */
};

BenchTable *
bench_table_new (void)
{
  BenchTable *self = g_new0 (BenchTable, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (BenchLine));
  return self;
}

void
bench_table_free (BenchTable *self)
{
  g_array_unref (self->lines);
  g_free (self);
}

static double
get_barred (const BenchLine *line)
{
  switch (line->bar.kind)
    {
    case BENCH_BAR_RATIO:
      return line->floor > 0 ? line->value / line->floor : 0;
    case BENCH_BAR_SURPLUS:
      return line->value - line->floor;
    case BENCH_BAR_VALUE:
    case BENCH_BAR_NONE:
    default:
      return line->value;
    }
}

static gboolean
is_over (const BenchLine *line)
{
  return line->bar.kind != BENCH_BAR_NONE && get_barred (line) > line->bar.limit;
}

static char *
print_bar (const BenchLine *line)
{
  switch (line->bar.kind)
    {
    case BENCH_BAR_RATIO:
      return g_strdup_printf ("%g ×", line->bar.limit);
    case BENCH_BAR_VALUE:
      return g_strdup_printf ("%g %s", line->bar.limit, line->unit);
    case BENCH_BAR_SURPLUS:
      return g_strdup_printf ("+ %g %s", line->bar.limit, line->unit);
    case BENCH_BAR_NONE:
    default:
      return g_strdup ("");
    }
}

static char *
print_number (double number)
{
  int decimals = number < 10 ? 3 : number < 1000 ? 1 : 0;

  return number > 0 ? g_strdup_printf ("%.*f", decimals, number) : g_strdup ("");
}

static char *
print_size (guint size)
{
  return size > 0 ? g_strdup_printf ("%u", size) : g_strdup ("");
}

/* Cells are padded by letters, not by bytes. */
static void
append_cell (GString *text, const char *cell, int width, gboolean right)
{
  int missing = width - (int) g_utf8_strlen (cell, -1);

  for (int i = 0; right && i < missing; i++)
    g_string_append_c (text, ' ');
  g_string_append (text, cell);
  for (int i = 0; !right && i < missing; i++)
    g_string_append_c (text, ' ');
  g_string_append (text, "  ");
}

static char *
print_line (const BenchLine *line)
{
  GString *text = g_string_new (NULL);
  g_autofree char *size = print_size (line->size), *bar = print_bar (line);
  g_autofree char *value = print_number (line->value), *floor = print_number (line->floor);
  g_autofree char *ratio = line->floor > 0 ? print_number (line->value / line->floor) : NULL;

  append_cell (text, line->name, 44, FALSE);
  append_cell (text, size, 8, TRUE);
  append_cell (text, value, 9, TRUE);
  append_cell (text, floor, 9, TRUE);
  append_cell (text, line->unit, 5, FALSE);
  append_cell (text, ratio != NULL ? ratio : "", 7, TRUE);
  append_cell (text, bar, 10, TRUE);
  g_string_append (text, line->bar.kind == BENCH_BAR_NONE ? "" : is_over (line) ? "over" : "ok");
  return g_string_free (text, FALSE);
}

void
bench_table_add (BenchTable *self, const BenchLine *line)
{
  g_autofree char *text = print_line (line);

  g_array_append_vals (self->lines, line, 1);
  g_printerr ("%s\n", text);
}

void
bench_table_print (BenchTable *self)
{
  g_print ("%-44s  %8s  %9s  %9s  %-5s  %7s  %10s\n", "what", "size", "value", "floor", "unit",
           "ratio", "bar");
  for (guint i = 0; i < self->lines->len; i++)
    {
      g_autofree char *text = print_line (&g_array_index (self->lines, BenchLine, i));

      g_print ("%s\n", g_strchomp (text));
    }
}

guint
bench_table_count_over (BenchTable *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n += is_over (&g_array_index (self->lines, BenchLine, i));
  return n;
}

static double
read_clock (BenchClock clock)
{
  struct timespec now;

  clock_gettime (clock == BENCH_CLOCK_CPU ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static gboolean
take_sample (const BenchMeasure *measure, BenchFunc func, GArray *samples, GError **error)
{
  double begin = read_clock (measure->clock), taken;

  if (!func (measure->data, error))
    return FALSE;
  taken = read_clock (measure->clock) - begin;
  g_array_append_val (samples, taken);
  return TRUE;
}

static gboolean
take_pair (const BenchMeasure *measure, GArray *values, GArray *floors, GError **error)
{
  return take_sample (measure, measure->value, values, error)
         && (measure->after_value == NULL || measure->after_value (measure->data, error))
         && (measure->floor == NULL || take_sample (measure, measure->floor, floors, error));
}

gboolean
bench_table_measure (BenchTable *self, const BenchMeasure *measure, GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) floors = g_array_new (FALSE, FALSE, sizeof (double));
  const double share = measure->share > 0 ? measure->share : 0.5;

  for (guint i = 0; i < measure->n; i++)
    if (!take_pair (measure, values, floors, error))
      return FALSE;
  bench_table_add (self,
                   &(BenchLine) { measure->name, measure->size, bench_get_quantile (values, share),
                                  bench_get_quantile (floors, share), "ms", measure->bar });
  return TRUE;
}
