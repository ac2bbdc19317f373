/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What could be rescued of a damaged backlog, in words. */
#include "config.h"

#include "model/imp-salvage.h"

#include <glib/gi18n-lib.h>

#include "base/imp-date.h"

#define MOST_GAPS 5 /* that are told one by one */

ImpSalvage *
imp_salvage_new (void)
{
  ImpSalvage *self = g_new0 (ImpSalvage, 1);

  self->gaps = g_array_new (FALSE, FALSE, sizeof (ImpSalvageGap));
  return self;
}

void
imp_salvage_free (ImpSalvage *self)
{
  g_array_unref (self->gaps);
  g_free (self);
}

void
imp_salvage_add_gap (ImpSalvage *self, guint64 n, gint64 from_ms, gint64 to_ms)
{
  const ImpSalvageGap gap = { n, from_ms, to_ms };
  ImpSalvageGap *last =
      self->gaps->len > 0 ? &g_array_index (self->gaps, ImpSalvageGap, self->gaps->len - 1) : NULL;

  self->n_missing += n;
  if (last != NULL && last->to_ms != 0 && last->to_ms == from_ms)
    *last = (ImpSalvageGap) { last->n + n, last->from_ms, to_ms };
  else
    g_array_append_val (self->gaps, gap);
}

char *
imp_salvage_dup_summary (const ImpSalvage *self)
{
  guint64 n_all = self->n_saved + self->n_missing;

  if (self->n_missing == 0)
    return g_strdup_printf (ngettext ("%'u change could be rescued: all of it.",
                                      "All %'u changes could be rescued.", (gulong) n_all),
                            (guint) n_all);
  return g_strdup_printf (ngettext ("%'u of about %'u change could be rescued.",
                                    "%'u of about %'u changes could be rescued.", (gulong) n_all),
                          (guint) self->n_saved, (guint) n_all);
}

static void
add_line (GString *text, char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  g_free (line);
}

static char *
describe_gap (const ImpSalvageGap *gap)
{
  g_autofree char *from = gap->from_ms != 0 ? imp_time_to_words (gap->from_ms) : NULL;
  g_autofree char *to = gap->to_ms != 0 ? imp_time_to_words (gap->to_ms) : NULL;
  guint n = (guint) gap->n;

  if (from == NULL && to == NULL)
    return g_strdup_printf (ngettext ("Missing: %'u change", "Missing: %'u changes", n), n);
  if (from == NULL)
    return g_strdup_printf (
        ngettext ("Missing: %'u change before %s", "Missing: %'u changes before %s", n), n, to);
  if (to == NULL)
    return g_strdup_printf (
        ngettext ("Missing: %'u change after %s", "Missing: %'u changes after %s", n), n, from);
  if (g_str_equal (from, to))
    return g_strdup_printf (
        ngettext ("Missing: %'u change around %s", "Missing: %'u changes around %s", n), n, from);
  return g_strdup_printf (ngettext ("Missing: %'u change between %s and %s",
                                    "Missing: %'u changes between %s and %s", n),
                          n, from, to);
}

static void
add_gaps (const ImpSalvage *self, GString *text)
{
  guint64 n_rest = 0;

  for (guint i = 0; i < self->gaps->len; i++)
    {
      const ImpSalvageGap *gap = &g_array_index (self->gaps, ImpSalvageGap, i);

      if (i < MOST_GAPS)
        add_line (text, describe_gap (gap));
      else
        n_rest += gap->n;
    }
  if (n_rest > 0)
    add_line (text, g_strdup_printf (ngettext ("Missing: %'u change elsewhere",
                                               "Missing: %'u changes elsewhere", (gulong) n_rest),
                                     (guint) n_rest));
}

char *
imp_salvage_dup_details (const ImpSalvage *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  add_gaps (self, text);
  if (self->n_unproved > 0)
    add_line (text,
              g_strdup_printf (ngettext ("%'u change looks right, but can no longer be checked",
                                         "%'u changes look right, but can no longer be checked",
                                         (gulong) self->n_unproved),
                               (guint) self->n_unproved));
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}
