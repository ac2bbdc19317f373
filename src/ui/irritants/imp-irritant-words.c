/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What an irritant's page says in words. */
#include "config.h"

#include "ui/irritants/imp-irritant-words.h"

#include "base/imp-text.h"
#include "model/imp-field-labels.h"
#include "model/imp-place-words.h"
#include "ui/common/imp-quote.h"

#include <glib/gi18n.h>

#define N_TOLD 6 /* lines */

/* Takes over `part`. */
static void
append_part (GString *line, const char *separator, char *part)
{
  g_autofree char *owned = part;

  if (owned == NULL || *owned == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, separator);
  g_string_append (line, owned);
}

static char *
dup_place (const ImpIrritantPage *page)
{
  GString *place = g_string_new (NULL);

  append_part (place, ", ", g_strdup (page->offering));
  append_part (place, ", ", g_strdup (page->sites));
  return g_string_free_and_steal (place);
}

char *
imp_irritant_words_about (const ImpIrritantPage *page, const char *place)
{
  GString *line = g_string_new (NULL);
  g_autofree char *recorded = imp_date_to_words (page->recorded);

  if (place != NULL)
    append_part (line, " · ", g_strdup (place));
  else if ((IMP_STATES_NOT_FIXED & 1u << page->state) != 0)
    append_part (line, " · ", imp_place_say (page->rank, page->n_ranked, IMP_MEASURE_IMPACT));
  else
    append_part (line, " · ", g_strdup (imp_state_get_label (page->state)));
  if (imp_date_is_set (page->recorded))
    append_part (line, " · ", g_strdup_printf (_ ("recorded %s"), recorded));
  append_part (line, " · ", dup_place (page));
  return g_string_free_and_steal (line);
}

char *
imp_irritant_words_declined (const ImpIrritantPage *page)
{
  g_autofree char *date = NULL;

  if (page->declined_reason == NULL)
    return NULL;
  if (!imp_date_is_set (page->declined))
    return g_strdup_printf (_ ("Declined: %s"), page->declined_reason);
  date = imp_date_to_words (page->declined);
  return g_strdup_printf (_ ("Declined on %s: %s"), date, page->declined_reason);
}

char *
imp_irritant_words_pinned (const ImpIrritantPage *page)
{
  g_autofree char *date = NULL;

  if (page->pin_reason == NULL)
    return NULL;
  date = imp_date_to_words_year (page->pin_until); /* a law may be years ahead */
  /* Translators: until which day an irritant is pinned, and why */
  return g_strdup_printf (_ ("Pinned until %s: %s"), date, page->pin_reason);
}

static void
append_said (GString *line, const char *format, const char *said)
{
  append_part (line, " · ", said != NULL ? g_strdup_printf (format, said) : NULL);
}

char *
imp_irritant_words_context (const ImpIrritantPage *page)
{
  GString *line = g_string_new (NULL);

  append_said (line, _ ("Step: %s"), page->step);
  append_said (line, _ ("Holds back: %s"), page->outcome);
  append_said (line, _ ("Wastes: %s"), imp_waste_get_name (page->waste));
  append_said (line, _ ("Gets better: %s"), imp_change_type_get_name (page->change));
  if (line->len > 0)
    return g_string_free_and_steal (line);
  g_string_free (line, TRUE);
  return NULL;
}

char *
imp_irritant_words_told (const ImpIrritantPage *page)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *lines = g_string_new (NULL);
  guint n_more;

  for (guint i = 0; i < page->reports->len; i++)
    {
      const ImpReportLine *report = g_ptr_array_index (page->reports, i);

      if (g_hash_table_add (seen, report->who) && g_hash_table_size (seen) <= N_TOLD)
        append_part (lines, "\n", g_strdup (report->who));
    }
  n_more = g_hash_table_size (seen) - MIN (g_hash_table_size (seen), N_TOLD);
  if (n_more > 0)
    append_part (lines, "\n",
                 g_strdup_printf (ngettext ("and %u other", "and %u others", n_more), n_more));
  return g_string_free (lines, lines->len == 0);
}

static char *
dup_promise (const ImpFixLine *fix)
{
  g_autofree char *date = NULL;

  if (!imp_date_is_set (fix->promised))
    return NULL;
  date = imp_date_to_words (fix->promised);
  if (fix->promised_to == NULL)
    return g_strdup_printf (_ ("promised for %s"), date);
  return g_strdup_printf (_ ("promised to %s for %s"), fix->promised_to, date);
}

char *
imp_irritant_words_fix (const ImpFixLine *fix)
{
  GString *line = g_string_new (NULL);

  append_part (line, " · ", g_strdup (imp_fix_state_get_label (fix->state)));
  append_part (line, " · ", g_strdup (fix->owner));
  append_part (line, " · ", dup_promise (fix));
  return g_string_free_and_steal (line);
}

GtkWidget *
imp_irritant_words_create_quote (const ImpReportLine *report)
{
  GString *source = g_string_new (NULL);
  g_autofree char *line = NULL;
  GtkWidget *quote;

  append_part (source, " · ", g_strdup (report->who));
  append_part (source, " · ", g_strdup (report->site));
  append_part (source, " · ", imp_date_to_words (report->date));
  line = g_string_free_and_steal (source);
  quote = imp_quote_new (imp_text_is_empty (report->words) ? _ ("Me too.") : report->words, line);
  g_object_set (quote, "person", report->person, NULL);
  return quote;
}

char *
imp_irritant_words_merged (const ImpIrritantPage *page)
{
  if (page->merged_into == 0)
    return NULL;
  if (imp_text_is_empty (page->merged_into_title))
    return g_strdup (_ ("Merged into an irritant without a title"));
  /* Translators: the title of the irritant that this one counts with. */
  return g_strdup_printf (_ ("Merged into “%s”"), page->merged_into_title);
}
