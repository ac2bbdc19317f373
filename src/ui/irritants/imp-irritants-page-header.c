/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the header of the page of irritants says. */
#include "config.h"

#include "ui/irritants/imp-irritants-page-private.h"

#include "base/imp-text.h"

#include <glib/gi18n.h>

/* Where only some were asked about, the hours are of those. Two panes leave the header the least
 * room, less than a phone leaves the list. */
static char *
dup_sum_of_some (ImpIrritantsPage *self, const char *hours)
{
  const guint n_open = self->overview.n_not_fixed, n_asked = self->overview.n_asked;

  if (n_asked == 0)
    return g_strdup_printf (ngettext ("%'u open", "%'u open", n_open), n_open);
  if (self->narrow)
    /* Translators: how many are open, about how many of them we asked, and the hours of those. */
    return g_strdup_printf (ngettext ("%1$'u open · %2$'u asked about: about %3$s h a month",
                                      "%1$'u open · %2$'u asked about: about %3$s h a month",
                                      n_asked),
                            n_open, n_asked, hours);
  if (self->compact)
    /* Translators: about how many we asked, of how many, and the hours. There is little room. */
    return g_strdup_printf (ngettext ("%1$'u of %2$'u asked: %3$s h a month",
                                      "%1$'u of %2$'u asked: %3$s h a month", n_asked),
                            n_asked, n_open, hours);
  return g_strdup_printf (
      ngettext ("%1$'u open · the %2$'u we asked about: about %3$s hours a month",
                "%1$'u open · the %2$'u we asked about: about %3$s hours a month", n_asked),
      n_open, n_asked, hours);
}

static char *
dup_sum (ImpIrritantsPage *self)
{
  const guint n_open = self->overview.n_not_fixed;
  g_autofree char *hours = imp_number_to_words (self->overview.hours_not_fixed);

  if (self->overview.n_asked < n_open)
    return dup_sum_of_some (self, hours);
  if (self->compact)
    return g_strdup_printf (
        ngettext ("%'u open · about %s h a month", "%'u open · about %s h a month", n_open), n_open,
        hours);
  return g_strdup_printf (
      ngettext ("%'u open · about %s hours a month", "%'u open · about %s hours a month", n_open),
      n_open, hours);
}

/* How much of what there is a query leaves: of what is open, unless others are among it. */
static char *
dup_part (ImpIrritantsPage *self, const ImpQuery *query)
{
  const gboolean open = (imp_query_get_states (query) & ~IMP_STATES_NOT_FIXED) == 0;
  guint n_found;

  g_object_get (self->list, "n-found", &n_found, NULL);
  /* Translators: how many of all irritants are listed: "4 of 39 open" */
  return open ? g_strdup_printf (_ ("%'u of %'u open"), n_found, self->overview.n_not_fixed)
              : g_strdup_printf (ngettext ("%'u of %'u irritant", "%'u of %'u irritants",
                                           self->overview.n_all_irritants),
                                 n_found, self->overview.n_all_irritants);
}

/* At phone width there is no room for it in the header. */
void
imp_irritants_page_update_header (ImpIrritantsPage *self)
{
  g_autoptr (ImpQuery) query = imp_irritants_list_dup_query (self->list);
  const gboolean whole =
      !imp_query_is_narrow (query) && imp_query_get_states (query) == IMP_STATES_NOT_FIXED;
  g_autofree char *text = whole ? dup_sum (self) : dup_part (self, query);

  g_object_set (self->header, "subtitle", self->narrow ? "" : text, NULL);
  imp_irritants_list_set_summary (self->list, self->narrow ? text : NULL);
}
