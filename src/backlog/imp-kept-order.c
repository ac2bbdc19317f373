/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The order that somebody is reading, where there is another one by now. */
#include "config.h"

#include "backlog/imp-kept-order.h"

#include "backlog/imp-strays.h"

#define IS_SHOWN (1u << 31) /* beside a place: there are not so many */

/* By number of the irritant: its position in the latest order, from 1; of the pinned, 0. */
typedef struct
{
  const ImpRanking *latest;
  guint32 *places;
  guint32 highest;
} Places;

static guint32
get_item (const GArray *items, guint position)
{
  return g_array_index (items, guint32, position);
}

static void
init_places (Places *self, const ImpRanking *latest)
{
  const GArray *items = latest->items;

  *self = (Places) { .latest = latest };
  for (guint i = 0; i < items->len; i++)
    self->highest = MAX (self->highest, get_item (items, i));
  self->places = g_new0 (guint32, (gsize) self->highest + 1);
  for (guint i = latest->n_pinned; i < items->len; i++)
    self->places[get_item (items, i)] = i + 1;
}

/* 0 where it is listed no more. */
static guint32
get_place (const Places *self, guint32 item)
{
  return item <= self->highest ? self->places[item] & ~IS_SHOWN : 0;
}

/* Whether those that are listed still are in the latest order as well. Marks them. */
static gboolean
mark_shown (Places *self, const GArray *shown)
{
  guint32 last = 0;
  gboolean same = TRUE;

  for (guint i = 0; i < shown->len; i++)
    {
      const guint32 item = get_item (shown, i), place = get_place (self, item);

      if (place == 0)
        continue;
      same &= place > last;
      last = place;
      self->places[item] |= IS_SHOWN;
    }
  return same;
}

static void
append (const Places *self, ImpRanking *kept, guint position)
{
  const guint32 item = get_item (self->latest->items, position);
  const guint32 rank = imp_ranking_get_rank (self->latest, position);

  g_array_append_val (kept->items, item);
  g_array_append_val (kept->ranks, rank);
}

/* Those from that position on that are new, until one that is not. */
static void
append_new (const Places *self, ImpRanking *kept, guint position)
{
  const GArray *items = self->latest->items;

  for (; position < items->len; position++)
    {
      if (self->places[get_item (items, position)] & IS_SHOWN)
        return;
      append (self, kept, position);
    }
}

static ImpRanking *
keep (const Places *self, const GArray *shown)
{
  ImpRanking *kept = g_new0 (ImpRanking, 1);
  const guint n = self->latest->items->len;

  kept->items = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  kept->ranks = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  kept->groups = self->latest->groups != NULL ? g_array_ref (self->latest->groups) : NULL;
  kept->n_ranked = self->latest->n_ranked;
  kept->n_asked = self->latest->n_asked;
  kept->mixed = self->latest->mixed;
  kept->n_pinned = self->latest->n_pinned;
  for (guint i = 0; i < kept->n_pinned; i++)
    append (self, kept, i);
  append_new (self, kept, kept->n_pinned);
  for (guint i = 0; i < shown->len; i++)
    {
      const guint32 place = get_place (self, get_item (shown, i));

      if (place == 0)
        continue;
      append (self, kept, place - 1);
      append_new (self, kept, place);
    }
  kept->strays = imp_strays_find (kept->ranks, kept->n_pinned);
  return kept;
}

ImpRanking *
imp_kept_order_new (const ImpRanking *latest, const GArray *shown)
{
  ImpRanking *kept = NULL;
  Places places;

  init_places (&places, latest);
  if (!mark_shown (&places, shown))
    kept = keep (&places, shown);
  g_free (places.places);
  return kept;
}
