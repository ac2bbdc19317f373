/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who changed something and when, as the dialogs about changes say it. */
#include "config.h"

#include "ui/changes/imp-change-words.h"

#include "backlog/imp-backlog-history.h"
#include "model/imp-field-labels.h"

#include <glib/gi18n.h>

static ImpDate
get_day (GDateTime *time)
{
  return imp_date_new (g_date_time_get_year (time), g_date_time_get_month (time),
                       g_date_time_get_day_of_month (time));
}

/* Unset beyond what a calendar has: a damaged clock somewhere. */
static ImpDate
get_day_of (gint64 time_ms)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (time_ms / 1000);

  return time != NULL ? get_day (time) : IMP_DATE_NONE;
}

char *
imp_change_words_day (gint64 time_ms, ImpDate today)
{
  ImpDate day = get_day_of (time_ms);

  if (!imp_date_is_set (day))
    return g_strdup (_ ("Unknown Day"));
  if (day == today)
    return g_strdup (_ ("Today"));
  return day == today - 1 ? g_strdup (_ ("Yesterday")) : imp_date_to_words_year (day);
}

char *
imp_change_words_time (gint64 time_ms)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (time_ms / 1000);

  /* Translators: a time of day, as g_date_time_format() has it: "14:05" */
  return time != NULL ? g_date_time_format (time, _ ("%H:%M"))
                      : g_strdup (_ ("at an unknown time"));
}

char *
imp_change_words_when (gint64 time_ms)
{
  ImpDate date = get_day_of (time_ms);
  g_autofree char *hour = imp_change_words_time (time_ms);
  g_autofree char *day = NULL;

  if (!imp_date_is_set (date))
    return g_steal_pointer (&hour);
  day = imp_date_to_words_year (date);
  /* Translators: a day and a time: "21 November 2026, 14:05" */
  return g_strdup_printf (_ ("%s, %s"), day, hour);
}

char *
imp_change_words_who_and_when (const char *actor, gint64 time_ms)
{
  g_autofree char *when = imp_change_words_when (time_ms);

  return g_strdup_printf ("%s · %s", actor != NULL ? actor : _ ("Somebody"), when);
}

char *
imp_change_words_field (ImpKind kind, guint8 field, gboolean belongs)
{
  const char *label = imp_field_get_label (kind, field);

  return belongs ? g_strdup_printf ("%s · %s", imp_kind_get_label (kind), label) : g_strdup (label);
}

static gulong
count_days_left (const ImpBinned *binned, ImpDate today)
{
  ImpDate day = get_day_of (binned->deleted_ms);

  if (!imp_date_is_set (day))
    day = today;
  return (gulong) CLAMP (day + IMP_BIN_DAYS - today, 0, IMP_BIN_DAYS);
}

char *
imp_change_words_binned (const ImpBinned *binned, ImpDate today)
{
  gulong left = count_days_left (binned, today);
  g_autofree char *when = imp_change_words_when (binned->deleted_ms);
  g_autofree char *days =
      left > 0 ? g_strdup_printf (ngettext ("%lu day left", "%lu days left", left), left)
               : g_strdup (_ ("last day"));

  /* Translators: "Irritant · deleted by Inès Caron on 3 November 2026, 14:05 · 72 days left" */
  return g_strdup_printf (_ ("%s · deleted by %s on %s · %s"), imp_kind_get_label (binned->kind),
                          binned->actor != NULL ? binned->actor : _ ("somebody"), when, days);
}
