/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What rank an irritant had before. */
#include "config.h"

#include "model/imp-rank-history.h"

#include <glib/gi18n-lib.h>

#define MOST_SAID 6 /* of what is long ago only that it was */

static const ImpPastRank *
get (const GArray *past, guint n)
{
  return &g_array_index (past, ImpPastRank, n);
}

/* The last that is known of a month, where it is not what was said of the one before. */
static gboolean
is_worth_saying (const GArray *past, guint n, guint said)
{
  return imp_date_month_start (get (past, n)->day) != imp_date_month_start (get (past, n + 1)->day)
         && get (past, n)->rank != said;
}

/* Their indexes, without the last one. */
static GArray *
choose (const GArray *past)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  guint said = 0;

  for (guint i = 0; i + 1 < past->len; i++)
    if (is_worth_saying (past, i, said))
      {
        said = get (past, i)->rank;
        g_array_append_val (chosen, i);
      }
  if (chosen->len > MOST_SAID)
    g_array_remove_range (chosen, 0, chosen->len - MOST_SAID);
  return chosen;
}

static void
append_past (GString *text, const ImpPastRank *past)
{
  g_autofree char *month = imp_date_to_month_words (past->day);

  if (text->len == 0)
    /* Translators: "Rank 9 in June 2026, 4 in September 2026, 2 now." */
    g_string_append_printf (text, _ ("Rank %1$u in %2$s"), past->rank, month);
  else
    g_string_append_printf (text, _ (", %1$u in %2$s"), past->rank, month);
}

/* last: what was said before it, which may still hold. */
static void
append_now (GString *text, const ImpPastRank *last, const ImpPastRank *now)
{
  g_autofree char *month = imp_date_to_month_words (last->day);

  if (last->rank != now->rank)
    {
      append_past (text, last);
      g_string_append_printf (text, _ (", %u now."), now->rank);
    }
  else if (text->len == 0)
    g_string_append_printf (text, _ ("Rank %1$u since %2$s."), now->rank, month);
  else
    g_string_append_printf (text, _ (", %1$u since %2$s."), now->rank, month);
}

/* Within one month there is nothing between its first day and now. */
static char *
say_since (const GArray *past)
{
  const ImpPastRank *first = get (past, 0), *now = get (past, past->len - 1);
  g_autofree char *day = imp_date_to_words (first->day);

  if (first->rank == now->rank)
    return g_strdup_printf (_ ("Rank %1$u since %2$s."), now->rank, day);
  return g_strdup_printf (_ ("Rank %1$u on %2$s, %3$u now."), first->rank, day, now->rank);
}

char *
imp_rank_history_say (const GArray *past)
{
  g_autoptr (GArray) chosen = choose (past);
  GString *text;
  g_autofree char *day = past->len > 0 ? imp_date_to_words (get (past, 0)->day) : NULL;

  if (past->len == 0)
    return g_strdup ("");
  if (past->len == 1)
    return g_strdup_printf (_ ("Improve has noted its rank since %s."), day);
  if (chosen->len == 0)
    return say_since (past);
  text = g_string_new (NULL);
  for (guint i = 0; i + 1 < chosen->len; i++)
    append_past (text, get (past, g_array_index (chosen, guint, i)));
  append_now (text, get (past, g_array_index (chosen, guint, chosen->len - 1)),
              get (past, past->len - 1));
  return g_string_free_and_steal (text);
}

void
imp_rank_history_get_ends (const GArray *past, guint *best, guint *worst)
{
  *best = G_MAXUINT;
  *worst = 0;
  for (guint i = 0; i < past->len; i++)
    {
      *best = MIN (*best, get (past, i)->rank);
      *worst = MAX (*worst, get (past, i)->rank);
    }
}
