/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How a round is said: when it is, how it stands, what came of it. */
#include "config.h"

#include "ui/rounds/imp-round-words.h"

#include "base/imp-text.h"
#include "ui/fixes/imp-fix-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define MINUTES_AN_HOUR 60
#define HOURS_A_DAY     24
#define MS_A_MINUTE     60000

/* Times */

char *
imp_round_words_time (int minutes)
{
  if (minutes == IMP_ROUND_ANY_TIME)
    return g_strdup ("");
  return g_strdup_printf ("%02d:%02d", minutes / MINUTES_AN_HOUR, minutes % MINUTES_AN_HOUR);
}

static int
read_digits (const char **text)
{
  int number = 0;
  int n = 0;

  for (; g_ascii_isdigit (**text) && n < 2; (*text)++, n++)
    number = number * 10 + g_ascii_digit_value (**text);
  return n > 0 ? number : -1;
}

/* Noon is 12 pm, midnight 12 am. */
static gboolean
read_half (const char *text, int *hours)
{
  gboolean after_noon = g_ascii_strncasecmp (text, "p", 1) == 0;
  gboolean before_noon = g_ascii_strncasecmp (text, "a", 1) == 0;

  if (*text == '\0' || g_ascii_strcasecmp (text, "h") == 0)
    return TRUE;
  if ((!after_noon && !before_noon) || *hours < 1 || *hours > 12)
    return FALSE;
  *hours = *hours % 12 + (after_noon ? 12 : 0);
  return g_ascii_strcasecmp (text + 1, "m") == 0;
}

static gboolean
parse (const char *text, int *time)
{
  int hours = read_digits (&text), minutes = 0;

  if (*text != '\0' && strchr (":.h ", *text) != NULL && g_ascii_isdigit (text[1]))
    {
      text++;
      minutes = read_digits (&text);
    }
  while (*text == ' ')
    text++;
  if (hours < 0 || !read_half (text, &hours) || hours >= HOURS_A_DAY || minutes >= MINUTES_AN_HOUR)
    return FALSE;
  *time = hours * MINUTES_AN_HOUR + minutes;
  return TRUE;
}

int
imp_round_words_parse_time (const char *text, gboolean *valid)
{
  g_autofree char *clean = imp_text_clean (text);
  int time = IMP_ROUND_ANY_TIME;
  gboolean right = imp_text_is_empty (clean) || parse (clean, &time);

  if (valid != NULL)
    *valid = right;
  return right ? time : IMP_ROUND_ANY_TIME;
}

char *
imp_round_words_when (ImpDate day, int time)
{
  g_autofree char *days = imp_date_to_weekday_words (day), *times = NULL;

  if (time == IMP_ROUND_ANY_TIME)
    return g_steal_pointer (&days);
  times = imp_time_of_day_to_words (time);
  /* Translators: a day and a time: "Thursday 26 November, 09:30" */
  return g_strdup_printf (_ ("%s, %s"), days, times);
}

/* Rows */

static char *
say_late (ImpDate planned, ImpDate today)
{
  g_autofree char *span = imp_fix_words_span (today - planned);

  return g_strdup_printf (_ ("%s late"), span);
}

static char *
say_to_come (ImpDate planned, ImpDate today)
{
  g_autofree char *span = NULL;

  if (planned == today)
    return g_strdup (_ ("Today"));
  if (planned == today + 1)
    return g_strdup (_ ("Tomorrow"));
  span = imp_fix_words_span (planned - today);
  /* Translators: a span of time to come: "in 6 days" */
  return g_strdup_printf (_ ("in %s"), span);
}

char *
imp_round_words_stand (const ImpRoundLine *line, ImpDate today)
{
  switch (imp_round_line_get_state (line))
    {
    case IMP_ROUND_UNDER_WAY:
      return g_strdup (_ ("Under way"));
    case IMP_ROUND_FINISHED:
      return imp_date_to_words_year (line->planned);
    case IMP_ROUND_PLANNED_STATE:
    default:
      if (line->item == 0 && line->planned <= today)
        return g_strdup (_ ("Due"));
      return imp_round_line_is_late (line, today) ? say_late (line->planned, today)
                                                  : say_to_come (line->planned, today);
    }
}

static void
add_part (GString *line, const char *part)
{
  if (imp_text_is_empty (part))
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

/* Takes the part. */
static void
add_own_part (GString *line, char *part)
{
  add_part (line, part);
  g_free (part);
}

static void
add_outcome (GString *said, const ImpRoundLine *line)
{
  const guint n_remarks = line->n_reports + line->n_observations;

  add_own_part (said, g_strdup_printf (ngettext ("%u remark", "%u remarks", n_remarks), n_remarks));
  if (line->n_promises > 0)
    add_own_part (said, g_strdup_printf (ngettext ("%u promise", "%u promises", line->n_promises),
                                         line->n_promises));
  if (line->n_met > 0)
    add_own_part (said,
                  g_strdup_printf (ngettext ("met %u colleague", "met %u colleagues", line->n_met),
                                   line->n_met));
}

char *
imp_round_words_facts (const ImpRoundLine *line)
{
  GString *said = g_string_new (NULL);

  if (line->item == 0)
    add_part (said, _ ("Not planned yet"));
  else if (imp_round_line_get_state (line) == IMP_ROUND_PLANNED_STATE)
    {
      add_own_part (said, imp_round_words_when (line->planned, line->time));
      add_part (said, line->place);
      add_part (said, line->visitors);
    }
  else
    add_outcome (said, line);
  return g_string_free (said, FALSE);
}

/* What was heard */

static void
add_answer (GString *said, ImpQuestion question, const ImpAnswer *answer)
{
  g_autofree char *phrase = imp_answer_to_phrase (question, answer);

  g_string_append (said, phrase);
}

static char *
say_promised (const ImpHeardLine *line)
{
  g_autofree char *day = imp_date_to_words (line->promised_for);

  return g_strdup_printf (_ ("promised for %s"), day);
}

static char *
say_answers (const ImpHeardLine *line)
{
  GString *said = g_string_new (NULL);

  for (ImpQuestion question = IMP_QUESTION_PEOPLE; question <= IMP_QUESTION_MINUTES; question++)
    if (imp_answer_is_known (&line->answers[question]))
      {
        if (said->len > 0)
          g_string_append (said, ", ");
        add_answer (said, question, &line->answers[question]);
      }
  return g_string_free (said, FALSE);
}

static char *
say_me_too (const ImpHeardLine *line)
{
  if (line->repeated)
    /* Translators: one and the same colleague reports something once more: no further voice. */
    return g_strdup_printf (ngettext ("had said so before, still %u voice",
                                      "had said so before, still %u voices", line->n_voices),
                            line->n_voices);
  return g_strdup_printf (
      ngettext ("me too, now %u voice", "me too, now %u voices", line->n_voices), line->n_voices);
}

static void
add_irritant (GString *said, const ImpHeardLine *line)
{
  g_autofree char *answers = say_answers (line);

  if (line->kind == IMP_HEARD_ME_TOO)
    add_own_part (said, say_me_too (line));
  if (line->promise != 0)
    add_own_part (said, say_promised (line));
  else if (line->refusal != NULL)
    add_part (said, _ ("we cannot"));
  add_part (said, *answers != '\0' ? answers : _ ("answers later"));
}

char *
imp_round_words_heard (const ImpHeardLine *line)
{
  GString *said = g_string_new (NULL);

  add_part (said, line->who);
  if (line->irritant != 0)
    add_irritant (said, line);
  return g_string_free (said, FALSE);
}

static char *
say_outcome (const ImpPromiseLine *promise, ImpDate today)
{
  g_autofree char *kept = imp_date_to_words (promise->kept);
  g_autofree char *due = imp_date_to_words (promise->due);

  switch (imp_promise_stand (promise->first, promise->due, promise->kept, today))
    {
    case IMP_STAND_KEPT:
      return g_strdup_printf (_ ("Kept on %s."), kept);
    case IMP_STAND_KEPT_LATE:
      return g_strdup_printf (_ ("Kept late, on %s."), kept);
    case IMP_STAND_LATE:
      return g_strdup_printf (_ ("Not kept: it was due on %s."), due);
    case IMP_STAND_DUE:
    case IMP_STAND_NONE:
    default:
      return g_strdup_printf (_ ("It is due on %s."), due);
    }
}

char *
imp_round_words_promised (const ImpPromiseLine *promise, ImpDate today)
{
  g_autofree char *outcome = say_outcome (promise, today);

  /* Translators: what was promised, then what came of it: "Promised here last time: a second
   * printer at goods in. Kept on 12 November." */
  return g_strdup_printf (_ ("Promised here last time: %s. %s"), promise->what, outcome);
}

char *
imp_round_words_progress (guint n_heard, gint64 elapsed_ms, gboolean online)
{
  GString *said = g_string_new (NULL);
  const int minutes = (int) CLAMP (elapsed_ms / MS_A_MINUTE, 0, G_MAXINT);

  add_own_part (said, g_strdup_printf (ngettext ("%u recorded", "%u recorded", n_heard), n_heard));
  if (minutes < MINUTES_AN_HOUR)
    add_own_part (said, g_strdup_printf (ngettext ("%d min", "%d min", minutes), minutes));
  else
    add_own_part (said, g_strdup_printf (_ ("%d:%02d h"), minutes / MINUTES_AN_HOUR,
                                         minutes % MINUTES_AN_HOUR));
  if (!online)
    add_part (said, _ ("no network"));
  return g_string_free (said, FALSE);
}

const char *
imp_heard_kind_get_label (ImpHeardKind kind)
{
  switch (kind)
    {
    case IMP_HEARD_WORKS:
      return _ ("Works Well");
    case IMP_HEARD_ELSE:
      return _ ("By the Way");
    case IMP_HEARD_THANKS:
      return _ ("Thanks");
    case IMP_HEARD_IRRITANT:
    case IMP_HEARD_ME_TOO:
    default:
      return _ ("In the Way");
    }
}
