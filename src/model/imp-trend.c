/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Whether something is reported more often than it was. */
#include "config.h"

#include "model/imp-trend.h"

#include <glib/gi18n-lib.h>

#define FEWEST        3 /* reports that say something */
#define FEWEST_MORE   2
#define TIMES_AS_MANY 1.5

static gboolean
is_more (guint n, guint than)
{
  return n >= than + FEWEST_MORE && n >= than * TIMES_AS_MANY;
}

ImpTrend
imp_trend_judge (guint n_lately, guint n_before)
{
  if (n_lately + n_before < FEWEST)
    return IMP_TREND_NONE;
  if (is_more (n_lately, n_before))
    return IMP_TREND_MORE;
  return is_more (n_before, n_lately) ? IMP_TREND_LESS : IMP_TREND_SAME;
}

const char *
imp_trend_get_label (ImpTrend trend)
{
  /* Translators: short, for a column: is it reported more often than it was? */
  static const char *const labels[] = { "", N_ ("↑ More often"), N_ ("↓ Less often"),
                                        N_ ("→ As often") };

  g_return_val_if_fail (trend < G_N_ELEMENTS (labels), "");
  return trend == IMP_TREND_NONE ? "" : _ (labels[trend]);
}

const char *
imp_trend_get_words (ImpTrend trend)
{
  static const char *const words[] = { "", N_ ("more often lately"), N_ ("less often lately"),
                                       N_ ("as often as before") };

  g_return_val_if_fail (trend < G_N_ELEMENTS (words), "");
  return trend == IMP_TREND_NONE ? "" : _ (words[trend]);
}
