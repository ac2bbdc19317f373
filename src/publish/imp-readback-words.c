/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The words of a read-back, written once for paper and for text. */
#include "config.h"

#include "publish/imp-readback-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/imp-briefing-words.h"
#include "model/imp-phrase.h"
#include "publish/imp-rich.h"

/* Head and foot */

const char *
imp_readback_words_series (void)
{
  return _ ("What we heard");
}

const char *
imp_readback_words_foot (void)
{
  return _ ("Left behind at the end of the visit  ·  One copy stays on the notice board");
}

/* On which it was made. */
static ImpDate
get_day (const ImpReadback *self)
{
  const ImpRoundLine *line = &self->page->line;

  return line->started_ms != 0 ? imp_date_from_ms (line->started_ms) : line->planned;
}

char *
imp_readback_words_day (const ImpReadback *self)
{
  return imp_date_to_words_year (get_day (self));
}

char *
imp_readback_words_title (const ImpReadback *self)
{
  const guint n_remarks = self->remarks->len;
  const guint n_promises = self->answers[IMP_READBACK_WILL]->len;
  g_autofree char *site = imp_rich_clean (self->page->line.site_name);
  g_autofree char *remarks =
      imp_phrase_count (ngettext ("%s remark", "%s remarks", n_remarks), n_remarks);
  g_autofree char *promises =
      imp_phrase_count (ngettext ("%s promise", "%s promises", n_promises), n_promises);

  if (n_remarks == 0)
    /* Translators: the title of a sheet; %s is a place. */
    return g_strdup_printf (_ ("%s: thank you for your time"), site);
  if (n_promises == 0)
    /* Translators: "Leeds workshop: six remarks" */
    return g_strdup_printf (_ ("%1$s: %2$s"), site, remarks);
  /* Translators: "Leeds workshop: six remarks, four promises" */
  return g_strdup_printf (_ ("%1$s: %2$s, %3$s"), site, remarks, promises);
}

/* "Marta Nowak and Inês Duarte listened to nine of you." */
static char *
say_who_listened (const ImpRoundLine *line)
{
  g_autofree char *visitors = imp_rich_clean (line->visitors);
  g_autofree char *met = imp_phrase_count ("%s", line->n_met);

  if (*visitors == '\0' && line->n_met == 0)
    return g_strdup (_ ("We listened to you."));
  if (*visitors == '\0')
    return g_strdup_printf (
        ngettext ("We listened to %s of you.", "We listened to %s of you.", line->n_met), met);
  if (line->n_met == 0)
    /* Translators: %s is one name or several. */
    return g_strdup_printf (_ ("%s listened to you."), visitors);
  /* Translators: %1$s is one name or several, %2$s a number: "nine". */
  return g_strdup_printf (
      ngettext ("%1$s listened to %2$s of you.", "%1$s listened to %2$s of you.", line->n_met),
      visitors, met);
}

char *
imp_readback_words_lead (const ImpReadback *self)
{
  g_autofree char *listened = say_who_listened (&self->page->line);
  const char *rest;

  if (self->remarks->len == 0)
    rest = _ ("You told us of nothing that is in your way.");
  else if (self->answers[IMP_READBACK_TAKEN]->len == 0)
    rest = _ ("Every remark has its answer below, under the same number.");
  else
    rest = _ ("Every remark comes back below, under the same number.");
  return g_strdup_printf ("%s %s", listened, rest);
}

/* Headings */

const char *
imp_readback_words_heard_heading (void)
{
  return _ ("In your words");
}

const char *
imp_readback_words_heard_note (void)
{
  return _ ("As you said it. Named only where you agreed.");
}

const char *
imp_readback_words_heading (ImpReadbackPart part)
{
  static const char *const headings[IMP_N_READBACK_PARTS] = {
    [IMP_READBACK_WILL] = N_ ("What we will do"),
    [IMP_READBACK_CANNOT] = N_ ("What we cannot do, and why"),
    [IMP_READBACK_TAKEN] = N_ ("What we take with us"),
  };

  return _ (headings[part]);
}

const char *
imp_readback_words_note (ImpReadbackPart part)
{
  if (part == IMP_READBACK_WILL)
    return _ ("Each one is a promise. The first date is kept for good.");
  return part == IMP_READBACK_TAKEN ? _ ("No answer yet.") : "";
}

const char *
imp_readback_words_later (void)
{
  return _ ("We will tell you on the next visit.");
}

const char *
imp_readback_words_works_heading (void)
{
  return _ ("What works well");
}

const char *
imp_readback_words_thanks_heading (void)
{
  return _ ("Thank you");
}

const char *
imp_readback_words_next_heading (void)
{
  return _ ("Next visit");
}

const char *
imp_readback_words_missed_heading (void)
{
  return _ ("Did we miss something?");
}

const char *
imp_readback_words_missed_note (void)
{
  return _ ("Write it here. We read it on the next visit.");
}

const char *
imp_readback_words_signed_heading (void)
{
  return _ ("Signed");
}

const char *
imp_readback_words_visitors (void)
{
  return _ ("For the visitors");
}

char *
imp_readback_words_place (const ImpReadback *self)
{
  g_autofree char *site = imp_rich_clean (self->page->line.site_name);

  /* Translators: who signs: "For Leeds workshop" */
  return g_strdup_printf (_ ("For %s"), site);
}

/* Lines */

char *
imp_readback_words_quote (const ImpHeardLine *line)
{
  g_autofree char *words = imp_rich_clean (line->words);

  return g_strdup_printf (_ ("“%s”"), words);
}

char *
imp_readback_words_speaker (const ImpHeardLine *line)
{
  g_autofree char *group = imp_rich_clean (line->group);
  g_autofree char *who = imp_rich_clean (line->who);

  if (*who != '\0' && (line->person == 0 || line->naming == IMP_NAMING_YES))
    return g_steal_pointer (&who);
  return *group != '\0' ? g_strdup_printf (_ ("Somebody in %s"), group) : g_strdup (_ ("Somebody"));
}

char *
imp_readback_words_promise (const ImpHeardLine *line)
{
  g_autofree char *promised = imp_rich_clean (line->promised);

  return *promised != '\0' ? g_steal_pointer (&promised) : imp_rich_clean (line->title);
}

char *
imp_readback_words_owner (const ImpHeardLine *line)
{
  return imp_rich_clean (line->promised_by);
}

char *
imp_readback_words_due (const ImpReadback *self, const ImpHeardLine *line)
{
  int year, due_year, month, day;

  if (!imp_date_is_set (line->promised_for) || !imp_date_is_set (get_day (self)))
    return imp_date_to_words (line->promised_for);
  imp_date_split (get_day (self), &year, &month, &day);
  imp_date_split (line->promised_for, &due_year, &month, &day);
  return year == due_year ? imp_date_to_words (line->promised_for)
                          : imp_date_to_short_words_year (line->promised_for);
}

static gboolean
ends_sentence (const char *text)
{
  const char *end = g_utf8_find_prev_char (text, text + strlen (text));

  return end != NULL && g_unichar_ispunct (g_utf8_get_char (end));
}

char *
imp_readback_words_refusal (const ImpHeardLine *line)
{
  g_autofree char *title = imp_rich_clean (line->title);
  g_autofree char *sentence = ends_sentence (title) ? g_strdup (title)
                                                    /* Translators: a title as a sentence. */
                                                    : g_strdup_printf (_ ("%s."), title);
  g_autofree char *strong = imp_rich_strong (sentence);
  g_autofree char *reason = imp_rich_clean (line->refusal);

  return g_strdup_printf ("%s%s%s", strong, *reason != '\0' ? " " : "", reason);
}

char *
imp_readback_words_works (const ImpHeardLine *line)
{
  g_autofree char *quote = imp_readback_words_quote (line);
  g_autofree char *speaker = imp_readback_words_speaker (line);

  if (line->person == 0 && line->department == 0)
    return g_steal_pointer (&quote);
  /* Translators: a quotation and who said it. */
  return g_strdup_printf (_ ("%1$s %2$s"), quote, speaker);
}

char *
imp_readback_words_thanks (const ImpHeardLine *line)
{
  g_autofree char *words = imp_rich_clean (line->words);
  g_autofree char *speaker = imp_readback_words_speaker (line);
  g_autofree char *strong = imp_rich_strong (speaker);

  if (line->person == 0 && line->department == 0)
    return g_steal_pointer (&words);
  /* Translators: who is thanked, and what for. */
  return *words != '\0' ? g_strdup_printf (_ ("%1$s: %2$s"), strong, words)
                        : g_steal_pointer (&strong);
}

char *
imp_readback_words_next (const ImpReadback *self)
{
  const ImpRoundPage *page = self->page;
  const ImpRoundLine next = { .planned = page->next_planned, .time = page->next_time };
  g_autofree char *when = imp_round_line_say_when (&next);
  g_autofree char *strong = imp_rich_strong (when);
  g_autofree char *place = imp_rich_clean (page->next_place);

  if (page->next == 0 || !imp_date_is_set (page->next_planned))
    return g_strdup (_ ("The day is not set yet."));
  if (*place == '\0')
    return g_strdup_printf (_ ("%s."), strong);
  /* Translators: when and where: "Thursday 10 December 2026, 9:00, by the parts counter." */
  return g_strdup_printf (_ ("%1$s, %2$s."), strong, place);
}

char *
imp_readback_words_contact (const ImpReadback *self)
{
  g_autofree char *contact = imp_rich_clean (self->page->contact);

  if (g_str_has_suffix (contact, "."))
    contact[strlen (contact) - 1] = '\0'; /* it ends the sentence below */
  /* Translators: "Before then, tell Inês Duarte: 4410." */
  return *contact != '\0' ? g_strdup_printf (_ ("Before then, tell %s."), contact) : g_strdup ("");
}

char *
imp_readback_words_numbers (const ImpReadbackAnswer *answer)
{
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < answer->numbers->len; i++)
    g_string_append_printf (numbers, i > 0 ? ", %u" : "%u",
                            g_array_index (answer->numbers, guint, i));
  return g_string_free_and_steal (numbers);
}
