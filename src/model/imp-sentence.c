/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What an irritant costs, said aloud: the one sentence used everywhere, and its parts for lists. */
#include "config.h"

#include "model/imp-sentence.h"

#include "base/imp-text.h"
#include "model/imp-phrase.h"
#include "model/imp-top-ten.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DAYS_A_MONTH (365.25 / 12)
#define DAYS_NEVER   3653 /* ten years: by then it is another program's irritant */

/* A sentence under construction, and where in it the hours stand. */
typedef struct
{
  GString *text;
  int bold_start, bold_end;
} Sentence;

/* Words for a name in braces; arrays end with a name of NULL. */
typedef struct
{
  const char *name, *words;
} Slot;

static void
append_slot (Sentence *self, const Slot *slots, const char *name, gsize length)
{
  while (slots->name != NULL
         && (strlen (slots->name) != length || strncmp (slots->name, name, length) != 0))
    slots++;
  if (slots->name == NULL)
    return;
  if (g_str_equal (slots->name, "hours"))
    {
      self->bold_start = (int) self->text->len;
      self->bold_end = self->bold_start + (int) strlen (slots->words);
    }
  g_string_append (self->text, slots->words);
}

static void
append_template (Sentence *self, const char *template, const Slot *slots)
{
  const char *open, *close;

  while ((open = strchr (template, '{')) != NULL && (close = strchr (open, '}')) != NULL)
    {
      g_string_append_len (self->text, template, open - template);
      append_slot (self, slots, open + 1, (gsize) (close - open - 1));
      template = close + 1;
    }
  g_string_append (self->text, template);
}

static const char *
get_unsure_template (gboolean people, gboolean often, gboolean minutes)
{
  if (people && often)
    /* Translators: the words in braces stay as they are. The first letter is made a capital.
     * xgettext: python-brace-format */
    return _ ("{people}, {often}; minutes not known yet: roughly {hours}, very unsure.");
  if (people && minutes)
    /* xgettext: python-brace-format */
    return _ ("{people}, {minutes} each time; how often not known yet: roughly {hours}, very "
              "unsure.");
  if (often && minutes)
    /* xgettext: python-brace-format */
    return _ ("{minutes} each time, {often}; how many people not known yet: roughly {hours}, very "
              "unsure.");
  if (people)
    /* xgettext: python-brace-format */
    return _ ("{people}; how often and how long not known yet: roughly {hours}, very unsure.");
  if (often)
    /* xgettext: python-brace-format */
    return _ ("{often}; how many people and how long not known yet: roughly {hours}, very "
              "unsure.");
  if (minutes)
    /* xgettext: python-brace-format */
    return _ ("{minutes} each time; how many people and how often not known yet: roughly {hours}, "
              "very unsure.");
  return _ ("how many people, how often and how long is not known yet.");
}

static gboolean
is_known (const ImpFacts *facts, ImpQuestion question)
{
  return imp_answer_is_known (&facts->answer[question]);
}

static gboolean
is_cost_known (const ImpFacts *facts)
{
  return is_known (facts, IMP_QUESTION_PEOPLE) && is_known (facts, IMP_QUESTION_OFTEN)
         && is_known (facts, IMP_QUESTION_MINUTES);
}

static const char *
get_cost_template (const ImpFacts *facts, gulong n_people)
{
  if (is_cost_known (facts))
    /* Translators: the words in braces stay as they are and become "about 45 people", "5 minutes",
     * "twice a day" and "150 hours a month". The first letter is made a capital.
     * xgettext: python-brace-format */
    return ngettext ("{people} loses {minutes} to this {often}: roughly {hours}.",
                     "{people} lose {minutes} to this {often}: roughly {hours}.", n_people);
  return get_unsure_template (is_known (facts, IMP_QUESTION_PEOPLE),
                              is_known (facts, IMP_QUESTION_OFTEN),
                              is_known (facts, IMP_QUESTION_MINUTES));
}

static char *
say_hours (double hours)
{
  double said = imp_number_round (hours);
  gboolean whole = said >= 1;
  const char *format;
  g_autofree char *figure = NULL;

  if (!whole)
    said = MAX (round (hours * 60), 1);
  figure = imp_number_to_words (said);
  format =
      whole ? ngettext ("%s\u00a0hour a month", "%s\u00a0hours a month", imp_phrase_plural (said))
            : ngettext ("%s\u00a0minute a month", "%s\u00a0minutes a month",
                        imp_phrase_plural (said));
  return g_strdup_printf (format, figure);
}

/* The templates ask only for the words of what is known. */
static void
append_cost (Sentence *self, const ImpFacts *facts, const ImpImpact *impact)
{
  const ImpAnswer *answer = facts->answer;
  gulong n = 0;
  g_autofree char *people = imp_phrase_people (&answer[IMP_QUESTION_PEOPLE], facts->reporters, &n);
  g_autofree char *often = imp_phrase_often (&answer[IMP_QUESTION_OFTEN]);
  g_autofree char *minutes = imp_phrase_minutes (&answer[IMP_QUESTION_MINUTES]);
  g_autofree char *hours = say_hours (impact->hours);
  const Slot slots[] = {
    { "people", people }, { "often", often }, { "minutes", minutes }, { "hours", hours }, { NULL }
  };

  append_template (self, get_cost_template (facts, n), slots);
}

/* Days of the calendar until the hours given back have paid for the work. */
static double
get_payback_days (const ImpImpact *impact)
{
  return impact->hours > 0 ? impact->effort / impact->hours * DAYS_A_MONTH : DAYS_NEVER;
}

static char *
say_payback (double days)
{
  g_autofree char *words = NULL;

  if (days < 0.75)
    return g_strdup (_ ("in less than a day"));
  if (days < 1.5)
    return g_strdup (_ ("in a day"));
  if (days < 6.3)
    return g_strdup (_ ("in under a week"));
  words = imp_phrase_days (days);
  /* Translators: %s is "a week", "eleven days" or "two months". */
  return g_strdup_printf (_ ("in about %s"), words);
}

/* Hours that are half unknown say nothing about payback. */
static const char *
get_effort_template (gboolean sure, double days)
{
  if (!sure)
    /* xgettext: python-brace-format */
    return _ (" It should take us about {work}.");
  if (days >= DAYS_NEVER)
    /* xgettext: python-brace-format */
    return _ (" It should take us about {work}, so it never really pays for itself.");
  /* xgettext: python-brace-format */
  return _ (" It should take us about {work}, so it pays for itself {payback}.");
}

static void
append_effort (Sentence *self, const ImpFacts *facts, const ImpImpact *impact)
{
  double days = get_payback_days (impact);
  g_autofree char *work = imp_phrase_work (impact->effort);
  g_autofree char *payback = say_payback (days);
  const Slot slots[] = { { "work", work }, { "payback", payback }, { NULL } };

  append_template (self, get_effort_template (is_cost_known (facts), days), slots);
}

static void
append_place (Sentence *self, double top_ten)
{
  const char *words = imp_top_ten_to_words (top_ten);

  if (words != NULL)
    g_string_append_printf (self->text, " %s", words);
}

char *
imp_impact_to_sentence (const ImpFacts *facts,
                        const ImpImpact *impact,
                        int *bold_start,
                        int *bold_end)
{
  return imp_impact_to_ranked_sentence (facts, impact, -1, bold_start, bold_end);
}

char *
imp_impact_to_ranked_sentence (const ImpFacts *facts,
                               const ImpImpact *impact,
                               double top_ten,
                               int *bold_start,
                               int *bold_end)
{
  Sentence self = { g_string_new (NULL) };
  char *sentence;
  int shift;

  append_cost (&self, facts, impact);
  if (is_known (facts, IMP_QUESTION_EFFORT))
    append_effort (&self, facts, impact);
  append_place (&self, top_ten);
  shift = -(int) self.text->len;
  sentence = imp_phrase_capitalise (g_string_free (self.text, FALSE));
  shift += (int) strlen (sentence); /* a capital may be longer than its small letter */
  if (bold_start != NULL)
    *bold_start = self.bold_start + shift;
  if (bold_end != NULL)
    *bold_end = self.bold_end + shift;
  return sentence;
}

/* Hours, or minutes where all of the range is below an hour. */
static gboolean
scale_range (const ImpImpact *impact, char **low, char **high)
{
  gboolean hours = impact->high >= 1;

  *low = imp_number_to_words (hours ? impact->low : impact->low * 60);
  *high = imp_number_to_words (hours ? impact->high : impact->high * 60);
  return hours;
}

char *
imp_impact_to_range (const ImpImpact *impact)
{
  g_autofree char *low = NULL, *high = NULL;
  gboolean hours = scale_range (impact, &low, &high);

  /* Translators: a range of hours, "70 to 320"; then one of minutes. */
  return g_strdup_printf (hours ? C_ ("hours", "%1$s to %2$s") : _ ("%1$s to %2$s\u00a0min"), low,
                          high);
}

char *
imp_impact_to_range_words (const ImpImpact *impact)
{
  g_autofree char *low = NULL, *high = NULL;
  gboolean hours = scale_range (impact, &low, &high);

  return g_strdup_printf (hours ? _ ("between %1$s and %2$s\u00a0hours a month")
                                : _ ("between %1$s and %2$s\u00a0minutes a month"),
                          low, high);
}

char *
imp_impact_to_payback_words (const ImpImpact *impact)
{
  double days = get_payback_days (impact);

  /* Translators: in a column headed "Pays back in". */
  return days >= DAYS_NEVER ? g_strdup (_ ("never")) : imp_phrase_days_short (days);
}

char *
imp_impact_to_hours_words (double hours)
{
  g_autofree char *figure = NULL;

  if (hours > 0 && hours < 0.1)
    return g_strdup (_ ("<\u00a00.1\u00a0h"));
  figure = imp_number_to_words (hours);
  /* Translators: hours, short: "150 h". */
  return g_strdup_printf (_ ("%s\u00a0h"), figure);
}

const char *
imp_irritation_get_words (ImpIrritation irritation)
{
  static const char *const words[] = {
    [0] = N_ ("how annoying is not known yet"),      [IMP_IRRITATION_MILD] = N_ ("mild"),
    [IMP_IRRITATION_ANNOYING] = N_ ("annoying"),     [IMP_IRRITATION_STRONG] = N_ ("very annoying"),
    [IMP_IRRITATION_UNBEARABLE] = N_ ("unbearable"),
  };

  g_return_val_if_fail (irritation < G_N_ELEMENTS (words), "");
  return _ (words[irritation]);
}

char *
imp_impact_to_care_words (const ImpFacts *facts)
{
  /* Translators: %s is "annoying" or "unbearable". */
  const char *format =
      facts->customers_see_it ? _ ("%s; customers see it") : _ ("%s; customers do not see it");

  return g_strdup_printf (format, imp_irritation_get_words (facts->irritation));
}
