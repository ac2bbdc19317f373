/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A briefing as plain text. */
#include "config.h"

#include "publish/imp-briefing-pages.h"

#include <glib/gi18n-lib.h>

#include "base/imp-text.h"
#include "model/imp-briefing-words.h"
#include "model/imp-sentence.h"
#include "publish/imp-outline.h"
#include "publish/imp-rich.h"

#define DOT " · "

/* What a line says of one entry; NULL: nothing. */
typedef char *(*SayEntry) (const ImpBriefing *briefing, gconstpointer entry);

/* The parts that say something, one after another. */
static char *
join (const char *first, const char *second, const char *third)
{
  GString *line = g_string_new (first);

  if (!imp_text_is_empty (second))
    g_string_append_printf (line, DOT "%s", second);
  if (!imp_text_is_empty (third))
    g_string_append_printf (line, DOT "%s", third);
  return g_string_free_and_steal (line);
}

static char *
say_promised (const ImpBriefing *briefing, gconstpointer entry)
{
  const ImpPromised *promised = entry;
  g_autofree char *day = imp_date_to_words (promised->first);
  g_autofree char *rest = imp_promised_say_rest (promised);
  /* Translators: how a promise stands, what it was, by when: "kept, 26 October: parking". */
  g_autofree char *line = g_strdup_printf (
      _ ("%1$s, %2$s: %3$s"), imp_promised_state_get_label (promised->state), day, promised->what);

  return join (line, rest, NULL);
}

static char *
say_irritant (const ImpBriefing *briefing, gconstpointer entry)
{
  const ImpBriefingIrritant *irritant = entry;
  g_autofree char *reports = imp_briefing_irritant_say_reports (irritant);
  g_autofree char *hours = imp_impact_to_hours_words (irritant->impact.hours);
  g_autofree char *range = imp_impact_to_range (&irritant->impact);
  g_autofree char *quote =
      imp_text_is_empty (irritant->words) ? NULL : g_strdup_printf (_ ("“%s”"), irritant->words);
  g_autofree char *line = NULL;

  if (irritant->rank == 0)
    return join (irritant->title, quote, reports);
  /* Translators: the rank of an irritant, its title, its hours a month and their range. */
  line =
      g_strdup_printf (_ ("%1$u, %2$s: %3$s, %4$s"), irritant->rank, irritant->title, hours, range);
  return join (line, quote, reports);
}

static char *
say_to_ask (const ImpBriefing *briefing, gconstpointer entry)
{
  g_autofree char *question = imp_to_ask_say_question (entry);
  g_autofree char *change = imp_to_ask_say_change (entry, briefing);

  return g_strdup_printf ("%s %s", question, change);
}

static char *
say_untold (const ImpBriefing *briefing, gconstpointer entry)
{
  const ImpUntold *untold = entry;
  g_autofree char *what = imp_untold_say_what (untold);

  return join (untold->who, what, untold->hears);
}

static char *
say_meeting (const ImpBriefing *briefing, gconstpointer entry)
{
  const ImpMeetingLine *meeting = entry;

  return meeting->met ? NULL : g_strdup (meeting->name);
}

static char *
say_unheard (const ImpBriefing *briefing, gconstpointer entry)
{
  const ImpUnheard *unheard = entry;
  g_autofree char *since = imp_unheard_say (unheard, briefing->round.planned);

  /* Translators: a department, and since when it was not heard. */
  return g_strdup_printf (_ ("%1$s: %2$s"), unheard->name, since);
}

static void
write_entries (GString *out,
               const ImpBriefing *briefing,
               const char *heading,
               const GPtrArray *entries,
               SayEntry say)
{
  gboolean first = TRUE;

  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *text = say (briefing, entries->pdata[i]);
      g_autofree char *clean = imp_rich_clean (text);

      if (*clean == '\0')
        continue;
      if (first)
        imp_plain_outline.heading (out, 2, heading);
      imp_plain_outline.entry (out, clean, first);
      first = FALSE;
    }
}

static void
write_questions (GString *out, char **questions)
{
  if (questions == NULL || *questions == NULL)
    return;
  imp_plain_outline.heading (out, 2, _ ("Ask in this order"));
  for (guint i = 0; questions[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *clean = imp_rich_clean (questions[i]);

      imp_plain_outline.part (out, number, clean, i == 0);
    }
}

static void
write_head (GString *out, const ImpBriefing *briefing)
{
  g_autofree char *when = imp_round_line_say_when (&briefing->round);
  g_autofree char *title = imp_rich_clean (briefing->round.site_name);
  g_autofree char *site = imp_briefing_say_site (briefing);
  g_autofree char *lead = imp_rich_clean (site);

  imp_plain_outline.paragraph (out, when);
  imp_plain_outline.heading (out, 1, title);
  imp_plain_outline.paragraph (out, lead);
}

static void
write_note (GString *out, const char *note)
{
  g_autofree char *clean = imp_rich_clean (note);

  if (*clean == '\0')
    return;
  imp_plain_outline.heading (out, 2, _ ("To remember"));
  imp_plain_outline.paragraph (out, clean);
}

char *
imp_briefing_to_text (const ImpBriefing *briefing)
{
  GString *out = g_string_new (NULL);

  write_head (out, briefing);
  write_entries (out, briefing, imp_briefing_get_promised_title (briefing), briefing->promised,
                 say_promised);
  write_entries (out, briefing, _ ("Open here, by impact"), briefing->irritants, say_irritant);
  write_entries (out, briefing, _ ("Worth asking"), briefing->to_ask, say_to_ask);
  write_questions (out, briefing->questions);
  write_entries (out, briefing, _ ("Not told yet"), briefing->untold, say_untold);
  write_entries (out, briefing, _ ("To meet"), briefing->meetings, say_meeting);
  write_entries (out, briefing, _ ("Not heard for long"), briefing->unheard, say_unheard);
  write_note (out, briefing->note);
  return g_string_free_and_steal (out);
}
