/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Whether something is reported more often than it was. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define IMP_TREND_DAYS 90

typedef enum
{
  IMP_TREND_NONE, /* too few reports to say */
  IMP_TREND_MORE,
  IMP_TREND_LESS,
  IMP_TREND_SAME,
} ImpTrend;

/* Reports of the last IMP_TREND_DAYS days against those of as many days before. From three reports
 * on it says something; more or less is half as much again, and two at least. */
ImpTrend imp_trend_judge (guint n_lately, guint n_before);
const char *imp_trend_get_label (ImpTrend trend); /* "↑ More often"; "" for none */
const char *imp_trend_get_words (ImpTrend trend); /* "more often lately"; "" for none */

G_END_DECLS
