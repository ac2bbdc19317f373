/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The rules by which what several people wrote becomes one backlog: pure, over rows, no I/O. */
#include "config.h"

#include "store/imp-merge.h"

#include <string.h>

#include "base/imp-date.h"

#define MOST_PAUSE_MS (300 * IMP_DAY_MS)
#define MOST_MS       (G_MAXINT64 >> 16) /* what a stamp can hold, whatever a clock may say */

char *
imp_heads_print (const ImpHead *heads, guint n_heads)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_heads; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            heads[i].rep, heads[i].rseq);
  return g_string_free (text, FALSE);
}

gboolean
imp_heads_find (const GArray *heads, ImpHead head, guint *at)
{
  for (guint i = 0; i < heads->len; i++)
    if (g_array_index (heads, ImpHead, i).rep == head.rep
        && g_array_index (heads, ImpHead, i).rseq == head.rseq)
      {
        *at = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_number (const char **text, gint64 *number)
{
  gsize n = strspn (*text, "0123456789");
  g_autofree char *digits = g_strndup (*text, n);

  *text += n;
  return g_ascii_string_to_signed (digits, 10, 0, G_MAXINT64, number, NULL);
}

gboolean
imp_heads_parse (const char *text, GArray *heads)
{
  g_array_set_size (heads, 0);
  if (text == NULL || *text == '\0')
    return TRUE;
  for (;; text++)
    {
      ImpHead head;

      if (!parse_number (&text, &head.rep) || *text++ != ':' || !parse_number (&text, &head.rseq))
        return FALSE;
      g_array_append_val (heads, head);
      if (*text != ',')
        return *text == '\0';
    }
}

gboolean
imp_write_is_newer (const ImpWrite *a, const ImpWrite *b)
{
  int order = memcmp (a->replica->bytes, b->replica->bytes, sizeof a->replica->bytes);

  if (a->hlc != b->hlc)
    return a->hlc > b->hlc;
  return order != 0 ? order > 0 : a->row.rseq > b->row.rseq;
}

static guint
hash_head (gconstpointer data)
{
  const ImpHead *head = data;

  return (guint) (head->rseq * 31 + head->rep);
}

static gboolean
equal_heads (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (ImpHead)) == 0;
}

/* The rows that some writer of the same cell saw, by their address. */
static GHashTable *
find_seen (const ImpWrite *writes, guint n_writes)
{
  GHashTable *seen = g_hash_table_new (hash_head, equal_heads);

  for (guint i = 0; i < n_writes; i++)
    for (guint k = 0; writes[i].base != NULL && k < writes[i].base->len; k++)
      g_hash_table_add (seen, &g_array_index (writes[i].base, ImpHead, k));
  return seen;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const ImpWrite *const *left = a, *const *right = b;

  if (equal_heads (&(*left)->row, &(*right)->row))
    return 0;
  return imp_write_is_newer (*left, *right) ? -1 : 1;
}

/* The writes in force, newest first. A ring of rows that claim to have seen one another can only
 * come from a forger: then the newest of all is taken. */
static GPtrArray *
find_unseen (const ImpWrite *writes, guint n_writes)
{
  g_autoptr (GHashTable) seen = find_seen (writes, n_writes);
  GPtrArray *unseen = g_ptr_array_new ();
  const ImpWrite *newest = writes;

  for (guint i = 0; i < n_writes; i++)
    {
      if (!g_hash_table_contains (seen, &writes[i].row))
        g_ptr_array_add (unseen, (gpointer) &writes[i]);
      if (imp_write_is_newer (&writes[i], newest))
        newest = &writes[i];
    }
  if (unseen->len == 0)
    g_ptr_array_add (unseen, (gpointer) newest);
  g_ptr_array_sort (unseen, compare_newest_first);
  return unseen;
}

/* A row that arrives twice is one head. */
guint
imp_merge_writes (const ImpWrite *writes, guint n_writes, GArray *heads)
{
  g_autoptr (GPtrArray) unseen = find_unseen (writes, n_writes);
  const ImpWrite *first = g_ptr_array_index (unseen, 0);

  g_array_set_size (heads, 0);
  for (guint i = 0; i < unseen->len; i++)
    {
      const ImpWrite *write = g_ptr_array_index (unseen, i);

      if (i == 0 || !equal_heads (&write->row, &g_array_index (heads, ImpHead, heads->len - 1)))
        g_array_append_val (heads, write->row);
    }
  return (guint) (first - writes);
}

static ImpHead *
find_replica (const GArray *vector, gint64 rep)
{
  for (guint i = 0; i < vector->len; i++)
    if (g_array_index (vector, ImpHead, i).rep == rep)
      return &g_array_index (vector, ImpHead, i);
  return NULL;
}

gboolean
imp_vector_covers (const GArray *vector, ImpHead row)
{
  const ImpHead *seen = find_replica (vector, row.rep);

  return seen != NULL && seen->rseq >= row.rseq;
}

void
imp_vector_join (GArray *vector, const ImpHead *seen, guint n_seen)
{
  for (guint i = 0; i < n_seen; i++)
    {
      ImpHead *known = find_replica (vector, seen[i].rep);

      if (known == NULL)
        g_array_append_val (vector, seen[i]);
      else
        known->rseq = MAX (known->rseq, seen[i].rseq);
    }
}

gboolean
imp_life_survives (const GArray *heads, const GArray *seen_by_deleters)
{
  for (guint i = 0; i < heads->len; i++)
    if (!imp_vector_covers (seen_by_deleters, g_array_index (heads, ImpHead, i)))
      return TRUE;
  return FALSE;
}

typedef struct
{
  gint64 item;
  ImpMergedLink link;
} MergedStep;

static gboolean
is_older (const ImpMergedLink *a, const ImpMergedLink *b)
{
  const ImpWrite left = { { 0, a->rseq }, a->hlc, &a->replica, NULL };
  const ImpWrite right = { { 0, b->rseq }, b->hlc, &b->replica, NULL };

  return imp_write_is_newer (&right, &left);
}

/* The item of the ring, from `begin` on, whose link is the oldest. */
static gint64
break_ring (const GArray *path, guint begin)
{
  const MergedStep *oldest = &g_array_index (path, MergedStep, begin);

  for (guint i = begin + 1; i < path->len; i++)
    {
      const MergedStep *step = &g_array_index (path, MergedStep, i);

      if (is_older (&step->link, &oldest->link))
        oldest = step;
    }
  return oldest->item;
}

gint64
imp_merged_find (gint64 item, ImpMergedFunc find_link, gpointer data)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (MergedStep));
  MergedStep step = { .item = item };

  while (find_link (step.item, &step.link, data))
    {
      g_array_append_val (path, step);
      step.item = step.link.into;
      for (guint i = 0; i < path->len; i++)
        if (g_array_index (path, MergedStep, i).item == step.item)
          return break_ring (path, i);
    }
  return step.item;
}

gint64
imp_clock_stamp (gint64 now_ms, gint64 last_hlc, gint64 cell_hlc)
{
  gint64 stamp = CLAMP (now_ms, 0, MOST_MS) << 16, seen = MAX (last_hlc, cell_hlc);

  return MAX (stamp, seen < G_MAXINT64 ? seen + 1 : seen);
}

gint64
imp_clock_adopt (gint64 now_ms, gint64 last_hlc, gint64 seen_hlc)
{
  return seen_hlc >> 16 <= now_ms + IMP_CLOCK_FAR_MS ? MAX (last_hlc, seen_hlc) : last_hlc;
}

ImpClockLook
imp_clock_look (gint64 now_ms, gint64 last_hlc)
{
  gint64 last_ms = last_hlc >> 16;

  if (last_hlc <= 0)
    return IMP_CLOCK_PLAUSIBLE;
  if (last_ms > now_ms + IMP_CLOCK_FAR_MS)
    return IMP_CLOCK_BEHIND;
  return now_ms > last_ms + MOST_PAUSE_MS ? IMP_CLOCK_AHEAD : IMP_CLOCK_PLAUSIBLE;
}
