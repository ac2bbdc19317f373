/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The words of a row of the ranked list. */
#include "config.h"

#include "ui/irritants/imp-row-text.h"

#include "base/imp-text.h"
#include "model/imp-sentence.h"
#include "model/imp-state.h"

#include <glib/gi18n.h>

#define CAPTION_SCALE 0.82
#define SEPARATOR     " · "

static void
append_part (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, SEPARATOR);
  g_string_append (line, part);
}

static char *
dup_quiet (ImpIrritantRow *row, gboolean compact)
{
  guint n_voices = imp_irritant_row_get_voices (row);
  GString *line = g_string_new (NULL);

  g_string_append_printf (line, ngettext ("%u voice", "%u voices", n_voices), n_voices);
  append_part (line, imp_irritant_row_get_sites (row));
  if (!compact)
    append_part (line, imp_irritant_row_get_offering (row));
  if (!compact && imp_irritant_row_get_customers_see_it (row))
    append_part (line, _ ("customers see it"));
  return g_string_free_and_steal (line);
}

static char *
dup_payback (ImpIrritantRow *row, gboolean compact)
{
  char *words = imp_impact_to_payback_words (imp_irritant_row_get_impact (row));
  char *line;

  if (!compact)
    return words;
  line = g_strdup_printf (_ ("Pays back in %s"), words);
  g_free (words);
  return line;
}

char *
imp_row_text_dup (ImpIrritantRow *row, ImpRowText text, gboolean compact)
{
  switch (text)
    {
    case IMP_ROW_TEXT_RANK:
      return g_strdup_printf ("%u", imp_irritant_row_get_rank (row));
    case IMP_ROW_TEXT_TITLE:
      return g_strdup (imp_irritant_row_get_title (row));
    case IMP_ROW_TEXT_QUIET:
      return dup_quiet (row, compact);
    case IMP_ROW_TEXT_HOURS:
      return imp_impact_to_hours_words (imp_irritant_row_get_impact (row)->hours);
    case IMP_ROW_TEXT_PAYBACK:
      return dup_payback (row, compact);
    case IMP_ROW_TEXT_STATE:
      return g_strdup (imp_state_get_label (imp_irritant_row_get_state (row)));
    case IMP_ROW_N_TEXTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

char *
imp_row_text_dup_all (ImpIrritantRow *row)
{
  const ImpImpact *impact = imp_irritant_row_get_impact (row);
  g_autofree char *hours = imp_number_to_words (impact->hours);
  g_autofree char *low = imp_number_to_words (impact->low);
  g_autofree char *high = imp_number_to_words (impact->high);
  g_autofree char *payback = imp_impact_to_payback_words (impact);
  g_autofree char *quiet = dup_quiet (row, FALSE);

  /* Translators: rank, title, hours, lowest and highest hours, days, state, voices and places */
  return g_strdup_printf (_ ("%u: %s. %s hours a month, between %s and %s hours. "
                             "Pays back in %s. %s. %s"),
                          imp_irritant_row_get_rank (row), imp_irritant_row_get_title (row), hours,
                          low, high, payback,
                          imp_state_get_label (imp_irritant_row_get_state (row)), quiet);
}

static gboolean
is_caption (ImpRowText text, gboolean compact)
{
  return text == IMP_ROW_TEXT_QUIET || text == IMP_ROW_TEXT_STATE
         || (compact && text == IMP_ROW_TEXT_PAYBACK);
}

static gboolean
is_bold (ImpRowText text, ImpState state)
{
  return text == IMP_ROW_TEXT_HOURS
         || (text == IMP_ROW_TEXT_STATE && state == IMP_STATE_BEING_FIXED);
}

PangoAttrList *
imp_row_text_create_attributes (ImpRowText text, gboolean compact, ImpState state)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (is_caption (text, compact))
    pango_attr_list_insert (attributes, pango_attr_scale_new (CAPTION_SCALE));
  if (is_bold (text, state))
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (text == IMP_ROW_TEXT_RANK || text == IMP_ROW_TEXT_HOURS)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  return attributes;
}
