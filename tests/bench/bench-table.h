/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Measurements beside their floors, and the table they are printed in. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  BENCH_BAR_NONE,
  BENCH_BAR_RATIO,   /* value / floor */
  BENCH_BAR_VALUE,   /* the value itself */
  BENCH_BAR_SURPLUS, /* value - floor */
} BenchBarKind;

/* What is aimed for: at most `limit`. */
typedef struct
{
  BenchBarKind kind;
  double limit;
} BenchBar;

/* One line. size: of the backlog in irritants, 0 where it does not matter. floor: what cannot be
 * avoided, measured in the same run in the same unit; 0 where there is none. */
typedef struct
{
  const char *name; /* static */
  guint size;
  double value, floor;
  const char *unit; /* static */
  BenchBar bar;
} BenchLine;

/* Collects lines, says each as it comes on the error stream. */
typedef struct _BenchTable BenchTable;

BenchTable *bench_table_new (void);
void bench_table_free (BenchTable *self);
void bench_table_add (BenchTable *self, const BenchLine *line);
/* On the output stream, in columns. */
void bench_table_print (BenchTable *self);
guint bench_table_count_over (BenchTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchTable, bench_table_free)

/* Which time counts: of the processor, which other programs hardly change; or of the wall, for
 * what waits for a disk. */
typedef enum
{
  BENCH_CLOCK_CPU,
  BENCH_CLOCK_WALL,
} BenchClock;

typedef gboolean (*BenchFunc) (gpointer data, GError **error);

/* Does `value` and `floor` (may be NULL) in turns, n times each, and takes the medians, or what
 * `share` of them stay below, in milliseconds. */
typedef struct
{
  const char *name;
  guint size, n;
  BenchFunc value, floor;
  BenchFunc after_value; /* not measured; may be NULL */
  gpointer data;
  BenchClock clock;
  BenchBar bar;
  double share; /* 0: the median */
} BenchMeasure;

gboolean bench_table_measure (BenchTable *self, const BenchMeasure *measure, GError **error);

G_END_DECLS
