/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Irritants in order of what they cost, and which of them are about the same. */
#include "config.h"

#include "model/imp-rank.h"

#include <math.h>
#include <string.h>

#define N_AHEAD 2 /* in an explanation */
/* No logarithm is as low as -1e20; of more voices than there are people it is still lower. */
#define UNASKED     -1e30
#define UNASKED_TOP -1e20f
#define DAYS_MAX    65536 /* the year 2149 */

struct _ImpRank
{
  GArray *entries;     /* of ImpRankEntry, in order */
  GArray *groups;      /* of guint32: where they start */
  GArray *were_groups; /* before the last change; kept for its memory */
};

guint32
imp_rank_get_tie (const ImpUuid *uuid)
{
  guint32 tie;

  memcpy (&tie, uuid->bytes, sizeof tie);
  return GUINT32_FROM_BE (tie);
}

double
imp_rank_get_unasked_value (int voices, ImpDate recorded)
{
  const double day = (double) CLAMP (recorded, 0, DAYS_MAX - 1) / DAYS_MAX;

  return (float) (UNASKED / (1.0 + MAX (voices, 0) + day));
}

static float
get_log (double value)
{
  if (value > 0)
    return (float) log (value);
  return value < 0 ? (float) value : -G_MAXFLOAT;
}

ImpRankEntry
imp_rank_entry (guint32 item, guint32 tie, const ImpEstimate *estimate)
{
  return (ImpRankEntry) {
    .log = get_log (estimate->value),
    .spread = (float) estimate->spread,
    .tie = tie,
    .item = item,
  };
}

gboolean
imp_rank_entry_is_known (const ImpRankEntry *self)
{
  return self->log > UNASKED_TOP;
}

static inline int
compare (const ImpRankEntry *a, const ImpRankEntry *b)
{
  if (a->log != b->log)
    return a->log > b->log ? -1 : 1;
  if (a->tie != b->tie)
    return a->tie < b->tie ? -1 : 1;
  return (a->item > b->item) - (a->item < b->item);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return compare (a, b);
}

static inline const ImpRankEntry *
get_entry (const ImpRank *self, guint position)
{
  return &g_array_index (self->entries, ImpRankEntry, position);
}

static gboolean
is_in_order (const ImpRank *self)
{
  for (guint i = 1; i < self->entries->len; i++)
    if (compare (get_entry (self, i - 1), get_entry (self, i)) > 0)
      return FALSE;
  return TRUE;
}

/* Phi (difference / sqrt (s1² + s2²)) >= 75 %, without Phi and without a root. Of what nobody was
 * asked about nothing is ahead of anything. */
static inline gboolean
is_ahead_for_sure (const ImpRankEntry *a, const ImpRankEntry *b)
{
  double difference = (double) a->log - b->log;
  double variance = (double) a->spread * a->spread + (double) b->spread * b->spread;

  return difference > 0 && imp_rank_entry_is_known (a)
         && difference * difference >= IMP_Z_SURE * IMP_Z_SURE * variance;
}

static void
cut_groups (ImpRank *self)
{
  const ImpRankEntry *leader = NULL;

  g_array_set_size (self->groups, 0);
  for (guint32 i = 0; i < self->entries->len; i++)
    if (leader == NULL || is_ahead_for_sure (leader, get_entry (self, i)))
      {
        leader = get_entry (self, i);
        g_array_append_val (self->groups, i);
      }
}

/* Cuts anew; TRUE where that came out otherwise. */
static gboolean
regroup (ImpRank *self)
{
  GArray *before = self->groups;

  self->groups = self->were_groups;
  self->were_groups = before;
  cut_groups (self);
  return before->len != self->groups->len
         || (before->len > 0
             && memcmp (before->data, self->groups->data, before->len * sizeof (guint32)) != 0);
}

ImpRank *
imp_rank_new (GArray *entries)
{
  ImpRank *self = g_new (ImpRank, 1);

  g_return_val_if_fail (g_array_get_element_size (entries) == sizeof (ImpRankEntry), NULL);

  self->entries = entries;
  self->groups = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->were_groups = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (!is_in_order (self))
    g_array_sort (entries, compare_cb);
  cut_groups (self);
  return self;
}

void
imp_rank_free (ImpRank *self)
{
  g_array_unref (self->entries);
  g_array_unref (self->groups);
  g_array_unref (self->were_groups);
  g_free (self);
}

const ImpRankEntry *
imp_rank_get_entries (const ImpRank *self, guint *n_entries)
{
  *n_entries = self->entries->len;
  return (const ImpRankEntry *) (gpointer) self->entries->data;
}

guint
imp_rank_count_known (const ImpRank *self)
{
  guint low = 0, high = self->entries->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (imp_rank_entry_is_known (get_entry (self, middle)))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const guint32 *
imp_rank_get_groups (const ImpRank *self, guint *n_groups)
{
  *n_groups = self->groups->len;
  return (const guint32 *) (gpointer) self->groups->data;
}

void
imp_rank_get_group (const ImpRank *self, guint position, guint *first, guint *end)
{
  guint low = 0, high = self->groups->len;

  g_return_if_fail (position < self->entries->len);

  /* The last group that starts at the position or before it. */
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->groups, guint32, middle) <= position)
        low = middle;
      else
        high = middle;
    }
  *first = g_array_index (self->groups, guint32, low);
  *end =
      high < self->groups->len ? g_array_index (self->groups, guint32, high) : self->entries->len;
}

guint
imp_rank_find (const ImpRank *self, guint32 item)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (get_entry (self, i)->item == item)
      return i;
  return IMP_RANK_NONE;
}

/* Where the entry belongs: how many stand before it. */
static guint
find_place (const ImpRank *self, const ImpRankEntry *entry)
{
  guint low = 0, high = self->entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare (get_entry (self, middle), entry) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Those between the two places make room by one. */
static void
put (ImpRank *self, const ImpRankEntry *entry, guint from, guint to)
{
  ImpRankEntry *entries = (ImpRankEntry *) (gpointer) self->entries->data;

  if (from < to)
    memmove (&entries[from], &entries[from + 1], (to - from) * sizeof *entries);
  else
    memmove (&entries[to + 1], &entries[to], (from - to) * sizeof *entries);
  entries[to] = *entry;
}

ImpRankMove
imp_rank_change (ImpRank *self, const ImpRankEntry *entry)
{
  guint from = imp_rank_find (self, entry->item), to = find_place (self, entry);

  if (from == IMP_RANK_NONE)
    g_array_insert_val (self->entries, to, *entry);
  else
    {
      to -= from < to; /* its earlier entry stands before it, and goes */
      put (self, entry, from, to);
    }
  return (ImpRankMove) { from, to, regroup (self) };
}

ImpRankMove
imp_rank_remove (ImpRank *self, guint32 item)
{
  guint from = imp_rank_find (self, item);

  if (from == IMP_RANK_NONE)
    return (ImpRankMove) { IMP_RANK_NONE, IMP_RANK_NONE, FALSE };
  g_array_remove_index (self->entries, from);
  return (ImpRankMove) { from, IMP_RANK_NONE, regroup (self) };
}

void
imp_rank_get_neighbours (const ImpRank *self,
                         guint position,
                         guint length,
                         guint *first,
                         guint *end)
{
  const guint n = imp_rank_count_known (self);

  g_return_if_fail (position < n);

  *first = position - MIN (position, N_AHEAD);
  *end = MIN (n - *first, length) + *first;
  *first = *end - MIN (*end, length);
}
