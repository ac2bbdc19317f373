/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Entries of a rank that are called by their numbers, and how a rank looks. */
#pragma once

#include "model/imp-rank.h"

static inline ImpRankEntry
make_entry (guint32 item, double value, double spread)
{
  g_autofree char *name = g_strdup_printf ("irritant %u", item);
  ImpUuid uuid = imp_uuid_new_from_name (name);

  return imp_rank_entry (item, imp_rank_get_tie (&uuid), &(ImpEstimate) { value, spread });
}

static inline ImpRank *
rank_entries (const ImpRankEntry *entries, guint n_entries)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (ImpRankEntry));

  g_array_append_vals (array, entries, n_entries);
  return imp_rank_new (array);
}

/* "2 5 | 1": a bar between groups. */
static inline char *
show_rank (const ImpRank *rank)
{
  GString *text = g_string_new (NULL);
  guint n;
  const ImpRankEntry *entries = imp_rank_get_entries (rank, &n);

  for (guint i = 0; i < n; i++)
    {
      guint first, end;

      imp_rank_get_group (rank, i, &first, &end);
      g_string_append_printf (text, "%s%u",
                              i == 0       ? ""
                              : i == first ? " | "
                                           : " ",
                              entries[i].item);
      g_assert_cmpuint (end, >, i);
    }
  return g_string_free_and_steal (text);
}

static inline void
assert_shows (const ImpRank *rank, const char *expected)
{
  g_autofree char *shown = show_rank (rank);

  g_assert_cmpstr (shown, ==, expected);
}
