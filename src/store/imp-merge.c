/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which value of a field holds when several people have written it. */
#include "config.h"

#include "store/imp-merge.h"

#include <string.h>

char *
imp_heads_print (const ImpHead *heads, guint n_heads)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_heads; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            heads[i].rep, heads[i].rseq);
  return g_string_free (text, FALSE);
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

static gboolean
contains (const GArray *heads, ImpHead head)
{
  for (guint i = 0; heads != NULL && i < heads->len; i++)
    {
      const ImpHead *other = &g_array_index (heads, ImpHead, i);

      if (other->rep == head.rep && other->rseq == head.rseq)
        return TRUE;
    }
  return FALSE;
}

void
imp_heads_apply (GArray *heads, const GArray *base, ImpHead row)
{
  for (guint i = heads->len; i > 0; i--)
    if (contains (base, g_array_index (heads, ImpHead, i - 1)))
      g_array_remove_index (heads, i - 1);
  if (!contains (heads, row))
    g_array_append_val (heads, row);
}

gboolean
imp_stamp_wins (gint64 hlc, int order, gint64 cell_hlc)
{
  return hlc > cell_hlc || (hlc == cell_hlc && order > 0);
}

gint64
imp_clock_stamp (gint64 now_ms, gint64 last_hlc, gint64 cell_hlc)
{
  gint64 stamp = now_ms << 16, seen = MAX (last_hlc, cell_hlc);

  return MAX (stamp, seen < G_MAXINT64 ? seen + 1 : seen);
}
