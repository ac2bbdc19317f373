/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The fixed words of an issue: its period, its sum in words, hours, head and foot. */
#include "config.h"

#include "publish/imp-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/imp-text.h"
#include "publish/imp-rich.h"

char *
imp_words_number (double hours)
{
  /* Less than a hundredth of an hour a month is nothing to tell. */
  return isfinite (hours) && hours >= 0.01 ? imp_number_to_words (hours) : g_strdup ("");
}

/* The number that chooses the plural form; parts of an hour take the form of several. */
static gulong
count_for_plural (double hours)
{
  double rounded = CLAMP (imp_number_round (hours), 0, 1e9);

  return rounded == floor (rounded) ? (gulong) rounded : MAX (2, (gulong) ceil (rounded));
}

const char *
imp_words_unit (double hours)
{
  /* Translators: stands in two lines beside a large number */
  return ngettext ("hour\na month", "hours\na month", count_for_plural (hours));
}

char *
imp_words_hours (double hours, gboolean estimated)
{
  g_autofree char *number = imp_words_number (hours);
  gulong n = count_for_plural (hours);

  if (*number == '\0')
    return g_strdup ("");
  if (estimated)
    return g_strdup_printf (
        ngettext ("about %s\u00a0hour a month", "about %s\u00a0hours a month", n), number);
  return g_strdup_printf (ngettext ("%s\u00a0hour a month", "%s\u00a0hours a month", n), number);
}

static gboolean
has_period (const ImpIssue *issue)
{
  return imp_date_is_set (issue->from) && imp_date_is_set (issue->to);
}

static gboolean
is_whole_months (const ImpIssue *issue)
{
  return issue->from == imp_date_month_start (issue->from)
         && issue->to == imp_date_month_end (issue->to);
}

static gboolean
is_same_month (const ImpIssue *issue)
{
  return imp_date_month_start (issue->from) == imp_date_month_start (issue->to);
}

static gboolean
is_same_year (const ImpIssue *issue)
{
  int from, to, month, day;

  imp_date_split (issue->from, &from, &month, &day);
  imp_date_split (issue->to, &to, &month, &day);
  return from == to;
}

static char *
format_month (ImpDate date)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  imp_date_split (date, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 12, 0, 0);
  return g_date_time_format (time, "%OB");
}

/* First day, or first month of whole months; with its year where the last one has another. */
static char *
format_start (const ImpIssue *issue, gboolean with_year)
{
  if (is_whole_months (issue))
    return with_year ? imp_date_to_month_words (issue->from) : format_month (issue->from);
  return with_year ? imp_date_to_words_year (issue->from) : imp_date_to_words (issue->from);
}

static char *
format_end (const ImpIssue *issue, gboolean with_year)
{
  if (is_whole_months (issue))
    return with_year ? imp_date_to_month_words (issue->to) : format_month (issue->to);
  return with_year ? imp_date_to_words_year (issue->to) : imp_date_to_words (issue->to);
}

char *
imp_words_period (const ImpIssue *issue)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (!has_period (issue))
    return g_strdup ("");
  if (is_whole_months (issue) && is_same_month (issue))
    return imp_date_to_month_words (issue->from);
  start = format_start (issue, !is_same_year (issue));
  end = format_end (issue, TRUE);
  /* Translators: first and last day, or first and last month, of the time told about */
  return g_strdup_printf (_ ("%1$s to %2$s"), start, end);
}

/* The period inside the sentence of the sum. */
static char *
format_period_phrase (const ImpIssue *issue)
{
  gboolean with_year;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (!has_period (issue))
    return g_strdup ("");
  with_year = !is_same_year (issue);
  start = format_start (issue, with_year);
  if (is_whole_months (issue) && is_same_month (issue))
    /* Translators: a month by its name: "Nine fixes in October" */
    return g_strdup_printf (C_ ("period", "in %s"), start);
  end = format_end (issue, with_year);
  /* Translators: days or months: "Nine fixes from 5 October to 2 November" */
  return g_strdup_printf (_ ("from %1$s to %2$s"), start, end);
}

static char *
spell_number (int n)
{
  static const char *const words[] = {
    NC_ ("start of a sentence", "One"),    NC_ ("start of a sentence", "Two"),
    NC_ ("start of a sentence", "Three"),  NC_ ("start of a sentence", "Four"),
    NC_ ("start of a sentence", "Five"),   NC_ ("start of a sentence", "Six"),
    NC_ ("start of a sentence", "Seven"),  NC_ ("start of a sentence", "Eight"),
    NC_ ("start of a sentence", "Nine"),   NC_ ("start of a sentence", "Ten"),
    NC_ ("start of a sentence", "Eleven"), NC_ ("start of a sentence", "Twelve"),
  };

  if (n < 1 || n > (int) G_N_ELEMENTS (words))
    return g_strdup_printf ("%'d", n);
  return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "start of a sentence", words[n - 1]));
}

static char *
format_sum (int n, const char *period, const char *hours)
{
  g_autofree char *number = spell_number (n);

  /* Translators: number of fixes, "in October", "about 210 hours a month" */
  if (*hours != '\0' && *period != '\0')
    return g_strdup_printf (ngettext ("%1$s fix %2$s gives you back %3$s.",
                                      "%1$s fixes %2$s give you back %3$s.", (gulong) n),
                            number, period, hours);
  if (*hours != '\0')
    return g_strdup_printf (
        ngettext ("%1$s fix gives you back %2$s.", "%1$s fixes give you back %2$s.", (gulong) n),
        number, hours);
  if (*period != '\0')
    return g_strdup_printf (ngettext ("%1$s fix %2$s.", "%1$s fixes %2$s.", (gulong) n), number,
                            period);
  return g_strdup_printf (ngettext ("%s fix.", "%s fixes.", (gulong) n), number);
}

char *
imp_words_sum (const ImpIssue *issue)
{
  gboolean estimated;
  double sum = imp_issue_sum_hours (issue, &estimated);
  /* Rows that add up to 213 are "about 210", even if each was asked again. */
  gboolean about = estimated || fabs (imp_number_round (sum) - sum) > 1e-6;
  g_autofree char *hours = imp_words_hours (sum, about);
  g_autofree char *strong = imp_rich_strong (hours);
  g_autofree char *period = format_period_phrase (issue);

  if (imp_issue_count_fixes (issue) == 0)
    return g_strdup (_ ("Nothing fixed this time."));
  return format_sum (imp_issue_count_fixes (issue), period, strong);
}

char *
imp_words_rest (const ImpIssue *issue)
{
  g_autofree char *hours = imp_words_hours (issue->rest_hours, issue->rest_estimated);
  gulong n = (gulong) MAX (issue->rest_count, 0);

  if (n == 0)
    return g_strdup ("");
  if (*hours == '\0')
    return g_strdup_printf (ngettext ("And %'d more.", "And %'d more.", n), issue->rest_count);
  return g_strdup_printf (ngettext ("And %1$'d more, %2$s.", "And %1$'d more, together %2$s.", n),
                          issue->rest_count, hours);
}

char *
imp_words_series (const ImpIssue *issue)
{
  char *series = imp_rich_clean (issue->series);

  if (*series != '\0')
    return series;
  g_free (series);
  return g_strdup (_ ("What we fixed"));
}

char *
imp_words_title (const ImpIssue *issue)
{
  return imp_text_is_empty (issue->title) ? imp_words_series (issue)
                                          : imp_rich_clean (issue->title);
}

char *
imp_words_edition (const ImpIssue *issue, const char *separator)
{
  g_autofree char *period = imp_words_period (issue);
  g_autofree char *number = g_strdup_printf (_ ("Issue %d"), issue->number);

  if (issue->number <= 0)
    return g_steal_pointer (&period);
  return g_strconcat (period, *period != '\0' ? separator : "", number, NULL);
}

static void
append_sentence (GString *line,
                 const char *separator,
                 const char *format,
                 ImpDate date,
                 gboolean brief)
{
  g_autofree char *day =
      brief ? imp_date_to_short_words_year (date) : imp_date_to_words_year (date);

  if (imp_date_is_set (date))
    {
      g_string_append_printf (line, format, day);
      g_string_append (line, separator);
    }
}

char *
imp_words_imprint (const ImpIssue *issue, const char *separator, gboolean brief)
{
  GString *line = g_string_new (NULL);

  append_sentence (line, separator, _ ("Published %s"), issue->published, brief);
  append_sentence (line, separator, _ ("Next issue %s"), issue->next, brief);
  g_string_append (line, _ ("Hours a month, before less after, from the same three questions."));
  return g_string_free_and_steal (line);
}

char *
imp_words_page (int page, int n_pages)
{
  return g_strdup_printf (_ ("Page %1$d of %2$d"), page, n_pages);
}

char *
imp_words_more (int n_fixes, int n_pages)
{
  if (n_pages <= 2)
    return g_strdup_printf (
        ngettext ("%'d more fix on page 2", "%'d more fixes on page 2", (gulong) n_fixes), n_fixes);
  return g_strdup_printf (ngettext ("%'d more fix on the next pages",
                                    "%'d more fixes on the next pages", (gulong) n_fixes),
                          n_fixes);
}

char *
imp_words_continued (const char *title)
{
  return g_strdup_printf (_ ("%s, continued"), title);
}
