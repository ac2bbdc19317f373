/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Why an irritant stands where it stands, as one text to be copied. */
#include "config.h"

#include "model/imp-explanation-words.h"

#include "base/imp-text.h"
#include "model/imp-place-words.h"
#include "model/imp-sentence.h"

#include <glib/gi18n-lib.h>

static void
append_standing (GString *text, const ImpStanding *standing, gboolean own)
{
  ImpEstimate estimate = imp_impact_get_impact (&standing->impact);
  g_autofree char *impact = imp_number_to_words (estimate.value);
  g_autofree char *low = imp_number_to_words (imp_estimate_get_low (&estimate));
  g_autofree char *high = imp_number_to_words (imp_estimate_get_high (&estimate));

  /* Translators: a line of the neighbours: rank, title, impact and its range. The second one is
   * for the irritant that it is about. */
  g_string_append_printf (text,
                          own ? _ ("%1$u. %2$s (this one): %3$s, %4$s to %5$s\n")
                              : _ ("%1$u. %2$s: %3$s, %4$s to %5$s\n"),
                          standing->rank, standing->title, impact, low, high);
}

static void
append_standings (GString *text, const ImpExplanation *self)
{
  for (guint i = 0; i < self->standings->len; i++)
    {
      const ImpStanding *standing = g_ptr_array_index (self->standings, i);

      if (imp_explanation_count_left_out (self, i) > 0)
        g_string_append (text, "…\n");
      if (standing->leads && i > 0)
        g_string_append (text, "– – –\n");
      append_standing (text, standing, i == self->own);
    }
}

/* Takes `said`. */
static void
append_section (GString *text, const char *heading, char *said)
{
  g_autofree char *owned = said;

  g_string_append_printf (text, "\n%s\n%s\n", heading, owned);
}

static void
append_head (GString *text, const ImpExplanation *self)
{
  const ImpStanding *own = imp_explanation_get_own (self);
  g_autofree char *place = imp_place_say (own->rank, self->n_ranked, IMP_MEASURE_IMPACT);
  g_autofree char *sentence =
      imp_impact_to_ranked_sentence (&own->facts, &own->impact, self->top_ten, NULL, NULL);

  g_string_append_printf (text, "%s\n%s\n\n%s\n", own->title, place, sentence);
}

static void
append_number (GString *text, const ImpExplanation *self)
{
  g_autofree char *care = imp_explanation_say_care (self);

  append_section (text, _ ("How the Number Comes About"), imp_explanation_say_reckoning (self));
  g_string_append_printf (text, "%s\n", care);
  append_section (text, _ ("Where It Stands"),
                  g_strdup (_ ("Impact is hours a month times care, with the range that holds four "
                               "chances in five. Below a dashed line: less than the first of the "
                               "group above, with at least three chances in four.")));
  append_standings (text, self);
}

char *
imp_explanation_to_text (const ImpExplanation *self)
{
  GString *text = g_string_new (NULL);

  append_head (text, self);
  if (imp_explanation_is_ranked (self))
    append_number (text, self);
  append_section (text, _ ("In Words"), imp_explanation_say_comparison (self));
  append_section (text, _ ("What Would Make Us Surer"), imp_explanation_say_change (self));
  if (self->past->len > 0)
    append_section (text, _ ("Its Rank So Far"), imp_rank_history_say (self->past));
  return g_string_free_and_steal (text);
}
