/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which rows stand out of their order. */
#include "config.h"

#include "backlog/imp-strays.h"

#define NONE G_MAXUINT32

/* Ascending runs while they are found: by length less 1, the position with the lowest last rank. */
typedef struct
{
  const guint32 *ranks;
  guint32 *ends, *before; /* before: by position, the one that its run has before it, or NONE */
  guint n_ends;
} Runs;

/* How long a run there is that ends below the rank; mostly the longest. */
static guint
find_length (const Runs *self, guint32 rank)
{
  guint low = 0, high = self->n_ends;

  if (high == 0 || self->ranks[self->ends[high - 1]] < rank)
    return high;
  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (self->ranks[self->ends[middle]] < rank)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
extend (Runs *self, guint32 position)
{
  const guint length = find_length (self, self->ranks[position]);

  self->before[position] = length > 0 ? self->ends[length - 1] : NONE;
  self->ends[length] = position;
  self->n_ends = MAX (self->n_ends, length + 1);
}

/* Those that are not of the longest run, from the last one on. */
static GArray *
list_rest (const Runs *self, guint first, guint n)
{
  GArray *rest = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 settled = self->n_ends > 0 ? self->ends[self->n_ends - 1] : NONE;

  for (guint32 i = n; i > first; i--)
    {
      const guint32 position = i - 1;

      if (position == settled)
        settled = self->before[position];
      else
        g_array_append_val (rest, position);
    }
  return rest;
}

static void
reverse (GArray *array)
{
  for (guint i = 0; i < array->len / 2; i++)
    {
      guint32 *a = &g_array_index (array, guint32, i);
      guint32 *b = &g_array_index (array, guint32, array->len - 1 - i);
      const guint32 kept = *a;

      *a = *b;
      *b = kept;
    }
}

GArray *
imp_strays_find (const GArray *ranks, guint first)
{
  g_autofree guint32 *ends = g_new (guint32, ranks->len);
  g_autofree guint32 *before = g_new (guint32, ranks->len);
  Runs runs = { (const guint32 *) (gpointer) ranks->data, ends, before, 0 };
  GArray *strays;

  for (guint32 i = first; i < ranks->len; i++)
    extend (&runs, i);
  strays = list_rest (&runs, first, ranks->len);
  reverse (strays);
  return strays;
}
