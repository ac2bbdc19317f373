/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The words of a row of the ranked list. */
#include "config.h"

#include "ui/irritants/imp-row-text.h"

#include "base/imp-text.h"
#include "model/imp-place-words.h"
#include "model/imp-sentence.h"
#include "model/imp-state.h"

#include <glib/gi18n.h>

#define CAPTION_SCALE 0.82
#define SEPARATOR     " · "

/* A text with what is marked in it: bytes. */
typedef struct
{
  GString *text;
  PangoAttrList *marks; /* may be NULL */
} Line;

/* Letters that the search found: bold and underlined, in shape as well as in weight. */
static void
mark (PangoAttrList *marks, const GArray *spans, guint at)
{
  for (guint i = 0; marks != NULL && i < spans->len; i++)
    {
      const ImpSpan *span = &g_array_index (spans, ImpSpan, i);
      PangoAttribute *attributes[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                                       pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

      for (guint a = 0; a < G_N_ELEMENTS (attributes); a++)
        {
          attributes[a]->start_index = at + span->start;
          attributes[a]->end_index = at + span->end;
          pango_attr_list_insert (marks, attributes[a]);
        }
    }
}

/* spans: NULL for none. */
static void
append_part (Line *line, const char *part, const GArray *spans)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->text->len > 0)
    g_string_append (line->text, SEPARATOR);
  if (spans != NULL)
    mark (line->marks, spans, (guint) line->text->len);
  g_string_append (line->text, part);
}

/* In the box of the pinned the heading says that it is pinned. */
static void
append_pin (ImpIrritantRow *row, Line *line)
{
  const char *reason = imp_irritant_row_get_pin_reason (row);
  g_autofree char *until = NULL, *words = NULL;

  if (reason == NULL)
    return;
  until = imp_date_to_words (imp_irritant_row_get_pin_until (row));
  /* Translators: the last day on which an irritant is pinned, and why */
  words = g_strdup_printf (imp_irritant_row_get_place (row)->pinned ? _ ("Until %s: %s")
                                                                    : _ ("Pinned until %s: %s"),
                           until, reason);
  append_part (line, words, NULL);
}

/* Where it would stand, of a row that was left where somebody reads it. What has no rank any more
 * says so in place of its hours. */
static void
append_new_rank (ImpIrritantRow *row, Line *line)
{
  const ImpPlace *place = imp_irritant_row_get_place (row);
  g_autofree char *rank = imp_place_to_words (place->rank);
  g_autofree char *words = NULL;

  if (!place->stray || place->rank == 0)
    return;
  /* Translators: %s is "21st". */
  words = g_strdup_printf (_ ("now %s"), rank);
  append_part (line, words, NULL);
}

static void
append_voices (ImpIrritantRow *row, Line *line)
{
  const guint n_voices = imp_irritant_row_get_voices (row);
  g_autofree char *voices =
      g_strdup_printf (ngettext ("%u voice", "%u voices", n_voices), n_voices);

  append_part (line, voices, NULL);
}

/* What the search found is said, however narrow the row. */
static void
fill_quiet (ImpIrritantRow *row, gboolean compact, Line *line)
{
  const ImpMatch *match = imp_irritant_row_get_match (row);

  append_pin (row, line);
  append_new_rank (row, line);
  append_voices (row, line);
  append_part (line, imp_irritant_row_get_sites (row), match != NULL ? match->sites : NULL);
  if (!compact || (match != NULL && match->offering->len > 0))
    append_part (line, imp_irritant_row_get_offering (row), match != NULL ? match->offering : NULL);
  if (!compact && imp_irritant_row_get_customers_see_it (row))
    append_part (line, _ ("customers see it"), NULL);
}

static char *
dup_quiet (ImpIrritantRow *row, gboolean compact)
{
  Line line = { .text = g_string_new (NULL) };

  fill_quiet (row, compact, &line);
  return g_string_free_and_steal (line.text);
}

static void
mark_quiet (ImpIrritantRow *row, gboolean compact, PangoAttrList *marks)
{
  Line line = { g_string_new (NULL), marks };

  fill_quiet (row, compact, &line);
  g_string_free (line.text, TRUE);
}

gboolean
imp_row_text_is_found (ImpIrritantRow *row)
{
  const ImpMatch *match = imp_irritant_row_get_match (row);

  return match != NULL && match->line != NULL;
}

gboolean
imp_row_text_is_asked (ImpIrritantRow *row)
{
  return imp_facts_are_asked (imp_irritant_row_get_facts (row));
}

/* Below the heading that says so, it need not be said again. */
static char *
dup_hours (ImpIrritantRow *row)
{
  const ImpPlace *place = imp_irritant_row_get_place (row);

  if (imp_row_text_is_asked (row))
    return imp_impact_to_hours_words (imp_irritant_row_get_impact (row)->hours);
  return g_strdup (place->unasked && !place->pinned && !place->stray ? "" : _ ("not yet asked"));
}

static char *
dup_rank (ImpIrritantRow *row)
{
  const guint rank = imp_irritant_row_get_rank (row);

  return rank > 0 ? g_strdup_printf ("%u", rank) : g_strdup ("");
}

/* Where it stands by that: among those that nobody was asked about the newer one is first. */
static char *
dup_recorded (ImpIrritantRow *row)
{
  g_autofree char *date = imp_date_to_short_words (imp_irritant_row_get_recorded (row));

  if (!imp_irritant_row_get_place (row)->unasked || *date == '\0')
    return g_strdup ("");
  return g_strdup_printf (_ ("recorded %s"), date);
}

/* From nothing that anybody said nothing is reckoned. */
static char *
dup_payback (ImpIrritantRow *row, gboolean compact)
{
  char *words;
  char *line;

  if (!imp_row_text_is_asked (row))
    return compact ? dup_recorded (row) : g_strdup ("");
  words = imp_impact_to_payback_words (imp_irritant_row_get_impact (row));
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
      return dup_rank (row);
    case IMP_ROW_TEXT_TITLE:
      return g_strdup (imp_irritant_row_get_title (row));
    case IMP_ROW_TEXT_QUIET:
      return dup_quiet (row, compact);
    case IMP_ROW_TEXT_FOUND:
      return imp_row_text_is_found (row) ? g_strdup (imp_irritant_row_get_match (row)->line->text)
                                         : NULL;
    case IMP_ROW_TEXT_HOURS:
      return dup_hours (row);
    case IMP_ROW_TEXT_PAYBACK:
      return dup_payback (row, compact);
    case IMP_ROW_TEXT_STATE:
      return g_strdup (imp_state_get_label (imp_irritant_row_get_state (row)));
    case IMP_ROW_TEXT_VOICES:
      return g_strdup_printf ("%u", imp_irritant_row_get_voices (row));
    case IMP_ROW_TEXT_TREND:
      return g_strdup (imp_trend_get_label (imp_irritant_row_get_trend (row)));
    case IMP_ROW_TEXT_CARE:
      return g_strdup_printf ("×%.3g", imp_irritant_row_get_impact (row)->care);
    case IMP_ROW_TEXT_RECORDED:
      return imp_date_to_short_words (imp_irritant_row_get_recorded (row));
    case IMP_ROW_TEXT_SCORE:
    case IMP_ROW_N_TEXTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
dup_sentence_unasked (ImpIrritantRow *row)
{
  g_autofree char *quiet = dup_quiet (row, FALSE);

  if (imp_irritant_row_get_rank (row) == 0)
    /* Translators: title, state, voices and places */
    return g_strdup_printf (_ ("%s. Not yet asked what it costs. %s. %s"),
                            imp_irritant_row_get_title (row),
                            imp_state_get_label (imp_irritant_row_get_state (row)), quiet);
  /* Translators: rank, title, state, voices and places */
  return g_strdup_printf (_ ("%u: %s. Not yet asked what it costs. %s. %s"),
                          imp_irritant_row_get_rank (row), imp_irritant_row_get_title (row),
                          imp_state_get_label (imp_irritant_row_get_state (row)), quiet);
}

static char *
dup_sentence (ImpIrritantRow *row)
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

char *
imp_row_text_dup_all (ImpIrritantRow *row)
{
  g_autofree char *sentence =
      imp_row_text_is_asked (row) ? dup_sentence (row) : dup_sentence_unasked (row);

  if (!imp_row_text_is_found (row))
    return g_steal_pointer (&sentence);
  /* Translators: all about an irritant; the words in which a search found it */
  return g_strdup_printf (_ ("%s. Found: %s"), sentence,
                          imp_irritant_row_get_match (row)->line->text);
}

gboolean
imp_row_text_is_caption (ImpRowText text, gboolean compact)
{
  return text == IMP_ROW_TEXT_QUIET || text == IMP_ROW_TEXT_STATE || text == IMP_ROW_TEXT_FOUND
         || text == IMP_ROW_TEXT_SCORE || text == IMP_ROW_TEXT_TREND
         || text == IMP_ROW_TEXT_RECORDED || (compact && text == IMP_ROW_TEXT_PAYBACK);
}

static gboolean
is_caption (ImpIrritantRow *row, ImpRowText text, gboolean compact)
{
  return imp_row_text_is_caption (text, compact)
         || (text == IMP_ROW_TEXT_HOURS && !imp_row_text_is_asked (row));
}

static gboolean
is_bold (ImpIrritantRow *row, ImpRowText text)
{
  const ImpState state = imp_irritant_row_get_state (row);

  return (text == IMP_ROW_TEXT_HOURS && imp_row_text_is_asked (row))
         || (text == IMP_ROW_TEXT_STATE && state == IMP_STATE_BEING_FIXED);
}

static void
mark_found (ImpIrritantRow *row, ImpRowText text, gboolean compact, PangoAttrList *attributes)
{
  const ImpMatch *match = imp_irritant_row_get_match (row);

  if (match == NULL)
    return;
  if (text == IMP_ROW_TEXT_TITLE)
    mark (attributes, match->title, 0);
  else if (text == IMP_ROW_TEXT_QUIET)
    mark_quiet (row, compact, attributes);
  else if (text == IMP_ROW_TEXT_FOUND && match->line != NULL)
    mark (attributes, match->line->spans, 0);
}

PangoAttrList *
imp_row_text_create_caption (void)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (CAPTION_SCALE));
  return attributes;
}

PangoAttrList *
imp_row_text_create_attributes (ImpIrritantRow *row, ImpRowText text, gboolean compact)
{
  PangoAttrList *attributes =
      is_caption (row, text, compact) ? imp_row_text_create_caption () : pango_attr_list_new ();

  if (is_bold (row, text))
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (text == IMP_ROW_TEXT_RANK || text == IMP_ROW_TEXT_HOURS)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  mark_found (row, text, compact, attributes);
  return attributes;
}
