/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What happened to an irritant, in words, from what is recorded. */
#include "config.h"

#include "backlog/imp-history.h"

#include <glib/gi18n-lib.h>

/* Takes over `text`. */
static void
add (ImpIrritantPage *page, ImpDate date, char *text)
{
  ImpHistoryLine *line;

  if (!imp_date_is_set (date))
    {
      g_free (text);
      return;
    }
  line = g_new (ImpHistoryLine, 1);
  *line = (ImpHistoryLine) { date, text };
  g_ptr_array_add (page->history, line);
}

/* The first report is the recording itself; the reports come newest first. */
static void
add_reports (ImpIrritantPage *page)
{
  for (guint i = 0; i + 1 < page->reports->len; i++)
    {
      const ImpReportLine *report = page->reports->pdata[i];

      /* Translators: %s is who: "Dana Whitfield, picking". */
      add (page, report->date, g_strdup_printf (_ ("Also reported by %s"), report->who));
    }
}

static void
add_promise (ImpIrritantPage *page, const ImpFixLine *fix)
{
  g_autofree char *date = imp_date_to_words (fix->promised);

  if (!imp_date_is_set (fix->promised))
    return;
  add (page, fix->promise_made,
       fix->promised_to != NULL
           ? g_strdup_printf (_ ("Promised to %s for %s"), fix->promised_to, date)
           : g_strdup_printf (_ ("Promised for %s"), date));
}

static void
add_fix (ImpIrritantPage *page, const ImpFixLine *fix)
{
  add (page, fix->planned,
       fix->owner != NULL ? g_strdup_printf (_ ("Fix planned, %s"), fix->owner)
                          : g_strdup (_ ("Fix planned")));
  add_promise (page, fix);
  add (page, fix->started, g_strdup (_ ("Fix begun")));
  add (page, fix->delivered, g_strdup (_ ("Fix delivered")));
  add (page, fix->confirmed, g_strdup (_ ("Confirmed: it is gone")));
}

static void
add_refusal (ImpIrritantPage *page)
{
  add (page, page->declined,
       page->declined_reason != NULL ? g_strdup_printf (_ ("Declined: %s"), page->declined_reason)
                                     : g_strdup (_ ("Declined")));
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const ImpHistoryLine *left = *(ImpHistoryLine *const *) a;
  const ImpHistoryLine *right = *(ImpHistoryLine *const *) b;

  return (left->date < right->date) - (left->date > right->date);
}

/* In the order of happening first, so that a day's events stay in order when they are turned. */
void
imp_history_fill (ImpIrritantPage *page)
{
  add_refusal (page);
  for (guint i = page->fixes->len; i > 0; i--)
    add_fix (page, page->fixes->pdata[i - 1]);
  add_reports (page);
  add (page, page->recorded,
       page->recorded_by != NULL ? g_strdup_printf (_ ("Recorded by %s"), page->recorded_by)
                                 : g_strdup (_ ("Recorded")));
  g_ptr_array_sort (page->history, compare_newest_first);
}
