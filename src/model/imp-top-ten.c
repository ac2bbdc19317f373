/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The chance that an irritant belongs in the top ten. */
#include "config.h"

#include "model/imp-top-ten.h"

#include "model/imp-normal.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define N_DRAWS 2000
#define SEED    G_GUINT64_CONSTANT (0x496d70726f766521)
/* Only draws above a floor can matter. It is set so low that thirty are expected above it: the
 * chance of fewer than ten is below one in a hundred thousand. */
#define EXPECTED_ABOVE 30.0
#define FLOOR_STEP     0.25 /* of the logarithm: coarse, so that small changes leave it alone */
#define FLOOR_STEPS    256  /* from -64 to 64 */
#define Z_NEVER        6.0  /* one in a thousand million */

struct _ImpTopTen
{
  GHashTable *wins; /* item to how often it was among the ten */
};

/* The ten highest of one draw, from the highest. */
typedef struct
{
  guint n;
  float values[IMP_TOP_TEN];
  guint32 items[IMP_TOP_TEN];
} Draw;

/* One stream of numbers for each irritant. Steele, Lea and Flood, Fast Splittable Pseudorandom
 * Number Generators, OOPSLA 2014. */
static guint64
split_mix (guint64 *state)
{
  guint64 z = *state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* Above 0, below 1. */
static double
throw_dice (guint64 *state)
{
  return ((double) (split_mix (state) >> 12) + 0.5) * 0x1p-52;
}

static double
get_chance_above (const ImpRankEntry *entry, double floor)
{
  double distance = floor - entry->log;

  if (distance > Z_NEVER * entry->spread)
    return 0;
  return distance <= 0 && entry->spread <= 0 ? 1
                                             : imp_normal_get_chance (-distance / entry->spread);
}

static gboolean
is_low_enough (const ImpRankEntry *entries, guint n_entries, double floor)
{
  double expected = 0;

  for (guint i = 0; i < n_entries && expected < EXPECTED_ABOVE; i++)
    if (imp_rank_entry_is_known (&entries[i]))
      expected += get_chance_above (&entries[i], floor);
  return expected >= EXPECTED_ABOVE;
}

/* The highest step that is low enough; below everything where none is. */
static double
find_floor (const ImpRankEntry *entries, guint n_entries)
{
  int low = -FLOOR_STEPS - 1, high = FLOOR_STEPS + 1;

  while (high - low > 1)
    {
      int middle = (low + high) / 2;

      if (is_low_enough (entries, n_entries, middle * FLOOR_STEP))
        low = middle;
      else
        high = middle;
    }
  return low < -FLOOR_STEPS ? -INFINITY : low * FLOOR_STEP;
}

/* Of equals the first stays ahead. */
static void
enter (Draw *draw, double value, guint32 item)
{
  guint place = draw->n;

  while (place > 0 && draw->values[place - 1] < (float) value)
    place--;
  if (place >= IMP_TOP_TEN)
    return;
  draw->n = MIN (draw->n + 1, IMP_TOP_TEN);
  for (guint i = draw->n - 1; i > place; i--)
    {
      draw->values[i] = draw->values[i - 1];
      draw->items[i] = draw->items[i - 1];
    }
  draw->values[place] = (float) value;
  draw->items[place] = item;
}

/* The draws in which this one comes above the floor, each with how far: the gap to the next such
 * draw is geometric, the value the upper end of a normal distribution. The same as drawing each
 * time and leaving out what lies below, for a fraction of the time. */
static void
take_part (const ImpRankEntry *entry, double floor, Draw *draws)
{
  double chance = get_chance_above (entry, floor), below;
  guint64 state = SEED ^ ((guint64) entry->tie << 32 | entry->tie);

  if (chance <= 0)
    return;
  below = log1p (-chance); /* minus infinity where it is always above: then no draw is left out */
  for (double i = 0; i < N_DRAWS; i++)
    {
      double gap = log (throw_dice (&state)) / below;

      i += trunc (MIN (gap, N_DRAWS));
      if (i < N_DRAWS)
        enter (&draws[(guint) i],
               entry->log + entry->spread * imp_normal_get_exceeded (chance * throw_dice (&state)),
               entry->item);
    }
}

static void
count_wins (GHashTable *wins, const Draw *draw)
{
  for (guint i = 0; i < draw->n; i++)
    {
      gpointer item = GUINT_TO_POINTER (draw->items[i]);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (wins, item));

      g_hash_table_insert (wins, item, GUINT_TO_POINTER (n + 1));
    }
}

ImpTopTen *
imp_top_ten_draw (const ImpRankEntry *entries, guint n_entries)
{
  ImpTopTen *self = g_new (ImpTopTen, 1);
  g_autofree Draw *draws = g_new0 (Draw, N_DRAWS);
  double floor = find_floor (entries, n_entries);

  for (guint i = 0; i < n_entries; i++)
    if (imp_rank_entry_is_known (&entries[i]))
      take_part (&entries[i], floor, draws);
  self->wins = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < N_DRAWS; i++)
    count_wins (self->wins, &draws[i]);
  return self;
}

void
imp_top_ten_free (ImpTopTen *self)
{
  g_hash_table_unref (self->wins);
  g_free (self);
}

double
imp_top_ten_get_chance (const ImpTopTen *self, const ImpRankEntry *entry)
{
  gpointer wins = g_hash_table_lookup (self->wins, GUINT_TO_POINTER (entry->item));

  return imp_rank_entry_is_known (entry) ? GPOINTER_TO_UINT (wins) / (double) N_DRAWS : -1;
}

double
imp_top_ten_weigh (const ImpTopTen *self, const ImpRankEntry *entries, guint n_entries)
{
  double sum = 0;
  guint n_known = 0;

  for (guint i = 0; i < n_entries && n_known <= IMP_TOP_TEN; i++)
    if (imp_rank_entry_is_known (&entries[i]) && n_known++ < IMP_TOP_TEN)
      sum += imp_top_ten_get_chance (self, &entries[i]);
  return n_known > IMP_TOP_TEN ? sum / IMP_TOP_TEN : -1;
}

const char *
imp_top_ten_to_words (double chance)
{
  if (chance < 0)
    return NULL;
  if (chance >= 0.9)
    return _ ("It almost surely belongs in the top ten.");
  if (chance >= 0.7)
    return _ ("It probably belongs in the top ten.");
  if (chance >= 0.3)
    return _ ("It could be in the top ten.");
  return _ ("It is probably not in the top ten.");
}
