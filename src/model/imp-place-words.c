/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where an irritant stands, and where an answer moved it, in words. */
#include "config.h"

#include "model/imp-place-words.h"

#include "base/imp-text.h"
#include "model/imp-phrase.h"

#include <glib/gi18n-lib.h>

char *
imp_place_to_words (guint rank)
{
  /* Translators: a place in a list: "1st", "2nd", "3rd" and "4th", as they stand in "From 7th to
   * 3rd". Languages that write all of them in one way translate all four alike. */
  static const char *const formats[] = { NC_ ("place", "%'uth"), NC_ ("place", "%'ust"),
                                         NC_ ("place", "%'und"), NC_ ("place", "%'urd") };
  const guint last = rank % 10, ten = rank / 10 % 10;
  const char *format = formats[ten != 1 && last < G_N_ELEMENTS (formats) ? last : 0];

  return g_strdup_printf (g_dpgettext2 (GETTEXT_PACKAGE, "place", format), rank);
}

char *
imp_place_say (guint rank, guint n_ranked, ImpMeasure measure)
{
  /* Translators: %1$s is "2nd", %2$'u how many are ranked. */
  static const char *const formats[IMP_N_MEASURES] = {
    N_ ("%1$s of %2$'u by age"),
    [IMP_MEASURE_IMPACT] = N_ ("%1$s of %2$'u by impact"),
    [IMP_MEASURE_PAYBACK] = N_ ("%1$s of %2$'u by payback"),
    [IMP_MEASURE_HOURS] = N_ ("%1$s of %2$'u by hours"),
    [IMP_MEASURE_VOICES] = N_ ("%1$s of %2$'u by voices"),
    [IMP_MEASURE_RICE] = N_ ("%1$s of %2$'u by RICE"),
    [IMP_MEASURE_ICE] = N_ ("%1$s of %2$'u by ICE"),
    [IMP_MEASURE_COST_OF_DELAY] = N_ ("%1$s of %2$'u by cost of delay"),
    [IMP_MEASURE_WSJF] = N_ ("%1$s of %2$'u by WSJF"),
  };
  g_autofree char *place = imp_place_to_words (rank);

  g_return_val_if_fail (measure < IMP_N_MEASURES, NULL);

  if (rank == 0)
    return g_strdup (_ ("not yet asked what it costs"));
  return g_strdup_printf (_ (formats[measure]), place, n_ranked);
}

char *
imp_place_say_move (guint from, guint to, const ImpImpact *impact)
{
  g_autofree char *hours = imp_number_to_words (impact->hours);
  g_autofree char *low = imp_number_to_words (impact->low);
  g_autofree char *high = imp_number_to_words (impact->high);
  const gulong n = imp_phrase_plural (imp_number_round (impact->hours));
  /* Translators: what an irritant costs now: hours, and between which they lie. */
  g_autofree char *now =
      g_strdup_printf (ngettext ("about %1$s\u00a0hour a month now, between %2$s and %3$s",
                                 "about %1$s\u00a0hours a month now, between %2$s and %3$s", n),
                       hours, low, high);
  g_autofree char *before = imp_place_to_words (from), *after = imp_place_to_words (to);

  if (to == 0)
    return imp_phrase_capitalise (g_strdup_printf (_ ("%s."), now));
  if (from == 0)
    /* Translators: "7th by impact; about 60 hours a month now, between 40 and 90." */
    return g_strdup_printf (_ ("%1$s by impact; %2$s."), after, now);
  if (from == to)
    /* Translators: "Still 7th; about 60 hours a month now, between 40 and 90." */
    return g_strdup_printf (_ ("Still %1$s; %2$s."), after, now);
  /* Translators: "From 7th to 3rd; about 60 hours a month now, between 40 and 90." */
  return g_strdup_printf (_ ("From %1$s to %2$s; %3$s."), before, after, now);
}
