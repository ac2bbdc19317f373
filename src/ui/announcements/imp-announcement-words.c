/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How an announcement is spoken of in lists and headers. */
#include "config.h"

#include "ui/announcements/imp-announcement-words.h"

#include "base/imp-text.h"
#include "model/imp-sentence.h"

#include <glib/gi18n.h>

char *
imp_announcement_words_title (const ImpAnnouncement *announcement)
{
  g_autofree char *month = NULL;

  if (!imp_text_is_empty (announcement->title))
    return g_strdup (announcement->title);
  month = imp_date_to_month_words (announcement->to);
  /* Translators: an announcement without a title, by its month: "What we fixed, November 2026" */
  return g_strdup_printf (_ ("What we fixed, %s"), month);
}

char *
imp_announcement_words_period (const ImpAnnouncement *announcement)
{
  g_autofree char *from = imp_date_to_words (announcement->from);
  g_autofree char *to = imp_date_to_words_year (announcement->to);

  if (!imp_date_is_set (announcement->from) || !imp_date_is_set (announcement->to))
    return g_strdup (_ ("No period"));
  /* Translators: two days: "1 October to 31 October 2026" */
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

char *
imp_announcement_words_scope (const ImpAnnouncement *announcement)
{
  g_autofree char *period = imp_announcement_words_period (announcement);
  g_autofree char *told = NULL;

  if (announcement->told_count <= 0 || announcement->number != 0)
    return g_steal_pointer (&period);
  told = g_strdup_printf (ngettext ("without %'d fix that was told before",
                                    "without %'d fixes that were told before",
                                    (gulong) announcement->told_count),
                          announcement->told_count);
  return g_strdup_printf ("%s, %s", period, told);
}

char *
imp_announcement_words_facts (const ImpAnnouncement *announcement)
{
  g_autofree char *period = imp_announcement_words_period (announcement);
  g_autofree char *hours = imp_impact_to_hours_words (announcement->hours);
  g_autofree char *published = NULL;

  if (announcement->number == 0)
    return g_strdup (period);
  published = imp_date_to_words_year (announcement->published);
  if (announcement->hours <= 0)
    return g_strdup_printf (_ ("Issue %d · published %s"), announcement->number, published);
  return g_strdup_printf (_ ("Issue %d · published %s · %s a month given back"),
                          announcement->number, published, hours);
}

char *
imp_announcement_words_kept (gint64 seconds)
{
  int minutes = (int) (seconds / 60);

  if (seconds < 0)
    return g_strdup (_ ("Draft"));
  if (minutes == 0)
    return g_strdup (_ ("Draft, kept just now"));
  return g_strdup_printf (
      ngettext ("Draft, kept a minute ago", "Draft, kept %d minutes ago", minutes), minutes);
}

char *
imp_announcement_words_from (const ImpIssue *issue)
{
  gboolean named = !imp_text_is_empty (issue->organisation);

  if (imp_text_is_empty (issue->contact_name) && imp_text_is_empty (issue->contact_how)
      && imp_text_is_empty (issue->contact_email))
    return g_strdup (_ ("Nobody yet. Say whom colleagues can answer"));
  if (imp_text_is_empty (issue->contact_name))
    return g_strdup (named                                      ? issue->organisation
                     : imp_text_is_empty (issue->contact_email) ? issue->contact_how
                                                                : issue->contact_email);
  return named ? g_strdup_printf ("%s · %s", issue->organisation, issue->contact_name)
               : g_strdup (issue->contact_name);
}
