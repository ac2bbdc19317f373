/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The fixed words of an issue: labels, a fix, sections, the foot. */
#include "config.h"

#include "publish/imp-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/imp-text.h"
#include "publish/imp-rich.h"

const char *
imp_words_label (ImpPartKind kind)
{
  switch (kind)
    {
    case IMP_PART_SAID:
      return _ ("You said");
    case IMP_PART_DID:
      return _ ("We did");
    case IMP_PART_NOW:
      return _ ("So now");
    case IMP_PART_COUNT:
      return _ ("The count");
    case IMP_PART_THANKS:
      return _ ("Thanks to");
    case IMP_PART_WHERE:
      return _ ("Where");
    case IMP_PART_TODO:
      return _ ("You do");
    default:
      g_return_val_if_reached ("");
    }
}

ImpPart *
imp_part_new (ImpPartKind kind, const char *rich)
{
  ImpPart *self = g_new0 (ImpPart, 1);

  self->kind = kind;
  self->label = imp_words_label (kind);
  self->text = g_strdup (rich);
  return self;
}

void
imp_part_free (ImpPart *self)
{
  g_free (self->text);
  g_free (self);
}

static void
add_part (GPtrArray *parts, ImpPartKind kind, const char *text)
{
  if (*text != '\0')
    g_ptr_array_add (parts, imp_part_new (kind, text));
}

/* Appends a paragraph that says what must never be left out of an unconfirmed fix. */
static char *
append_doubt (const char *rich, const ImpIssueFix *fix)
{
  g_autofree char *doubt = imp_rich_strong (_ ("We think this is fixed: tell us if not."));

  if (!fix->unconfirmed)
    return g_strdup (rich);
  return g_strconcat (rich, *rich != '\0' ? "\n" : "", doubt, NULL);
}

GPtrArray *
imp_words_get_parts (const ImpIssueFix *fix)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_part_free);
  g_autofree char *said = imp_rich_clean (fix->said);
  /* Translators: quotation marks around a colleague's own words */
  g_autofree char *quote = g_strdup_printf (_ ("“%s”"), said);
  g_autofree char *did = imp_rich_clean (fix->did);
  g_autofree char *now = imp_rich_clean (fix->now);
  g_autofree char *now_sure = append_doubt (now, fix);
  g_autofree char *count = imp_rich_clean (fix->count);
  g_autofree char *thanks = imp_rich_clean (fix->thanks);

  add_part (parts, IMP_PART_SAID, *said != '\0' ? quote : "");
  add_part (parts, IMP_PART_DID, did);
  add_part (parts, IMP_PART_NOW, now_sure);
  add_part (parts, IMP_PART_COUNT, count);
  add_part (parts, IMP_PART_THANKS, thanks);
  return parts;
}

const char *
imp_words_about (void)
{
  /* Translators: stands before a number of hours */
  return _ ("about");
}

gboolean
imp_words_is_estimated (const ImpIssueFix *fix)
{
  return fix->hours_source != IMP_HOURS_ASKED_AGAIN;
}

const char *
imp_words_hours_kind (const ImpIssueFix *fix)
{
  /* Translators: how the hours are known: colleagues were asked again after the fix */
  return imp_words_is_estimated (fix) ? _ ("our estimate") : _ ("asked again");
}

static char *
dup_place (const char *place)
{
  char *clean = imp_rich_clean (place);

  if (*clean != '\0')
    return clean;
  g_free (clean);
  return g_strdup (_ ("All sites"));
}

char *
imp_words_where (const ImpIssueFix *fix)
{
  g_autofree char *place = dup_place (fix->place);
  g_autofree char *strong = imp_rich_strong (place);
  g_autofree char *day = imp_date_to_words (fix->from);

  if (!imp_date_is_set (fix->from))
    return g_steal_pointer (&strong);
  /* Translators: a place, then since when: "Ghent, from 5 October" */
  return g_strdup_printf (_ ("%1$s, from %2$s"), strong, day);
}

char *
imp_words_todo (const ImpIssueFix *fix)
{
  g_autofree char *label = imp_rich_strong (_ ("You do:"));
  g_autofree char *todo = imp_rich_clean (fix->todo);

  /* Translators: what a colleague has to do about a fix: "You do: nothing" */
  return g_strconcat (label, " ", *todo != '\0' ? todo : _ ("nothing"), NULL);
}

/* People may have ended it themselves. */
static void
append_sentence (GString *text, const char *sentence)
{
  gboolean ended = *sentence != '\0' && strchr (".!?", sentence[strlen (sentence) - 1]) != NULL;

  g_string_append_printf (text, "%s%s%s", text->len > 0 ? " " : "", sentence, ended ? "" : ".");
}

char *
imp_words_facts (const ImpIssueFix *fix)
{
  GString *text = g_string_new (NULL);
  g_autofree char *hours = imp_words_hours (fix->hours, imp_words_is_estimated (fix));
  /* Translators: hours, then how we know them: "86 hours a month, asked again" */
  g_autofree char *known = g_strdup_printf (_ ("%1$s, %2$s"), hours, imp_words_hours_kind (fix));
  g_autofree char *where = imp_words_where (fix);
  g_autofree char *todo = imp_words_todo (fix);

  if (*hours != '\0')
    append_sentence (text, known);
  append_sentence (text, where);
  append_sentence (text, todo);
  return g_string_free_and_steal (text);
}

char *
imp_words_small_hours (const ImpIssueFix *fix)
{
  g_autofree char *number = imp_words_number (fix->hours);
  g_autofree char *strong = imp_rich_strong (number);

  if (*number == '\0')
    return g_strdup ("");
  /* Translators: hours a month in a narrow column */
  return g_strdup_printf (imp_words_is_estimated (fix) ? _ ("about %s\u00a0h") : _ ("%s\u00a0h"),
                          strong);
}

char *
imp_words_small_text (const ImpIssueFix *fix)
{
  g_autofree char *place = dup_place (fix->place);
  /* Translators: a place in front of what is different there */
  g_autofree char *lead = g_strdup_printf (_ ("%s."), place);
  g_autofree char *strong = imp_rich_strong (lead);
  g_autofree char *title = imp_rich_clean (fix->title);
  g_autofree char *text = g_strconcat (strong, " ", title, NULL);
  g_autofree char *todo = imp_words_todo (fix);
  g_autofree char *with_todo =
      imp_text_is_empty (fix->todo) ? g_strdup (text) : g_strconcat (text, "\n", todo, NULL);

  return append_doubt (with_todo, fix);
}

char *
imp_words_small_from (const ImpIssueFix *fix)
{
  g_autofree char *day = imp_date_to_short_words (fix->from);

  return imp_date_is_set (fix->from) ? g_strdup_printf (_ ("from %s"), day) : g_strdup ("");
}

const char *
imp_words_small_heading (void)
{
  return _ ("Small fixes");
}

const char *
imp_words_small_note (void)
{
  return _ ("You do nothing, except where we ask.");
}

const char *
imp_words_coming_heading (void)
{
  return _ ("Coming next");
}

const char *
imp_words_not_now_heading (void)
{
  return _ ("Not now, and why");
}

const char *
imp_words_works_heading (void)
{
  return _ ("What works");
}

static char *
lead_with_place (const ImpIssueLine *line, const char *format)
{
  g_autofree char *place = imp_rich_clean (line->place);
  g_autofree char *lead = g_strdup_printf (format, place);
  g_autofree char *strong = imp_rich_strong (lead);
  g_autofree char *text = imp_rich_clean (line->text);

  return *place != '\0' ? g_strconcat (strong, " ", text, NULL) : g_steal_pointer (&text);
}

char *
imp_words_coming_text (const ImpIssueLine *line)
{
  return lead_with_place (line, _ ("%s."));
}

char *
imp_words_not_now_text (const ImpIssueLine *line)
{
  /* Translators: a place in front of what is not done there */
  return lead_with_place (line, _ ("%s:"));
}

char *
imp_words_works_text (const ImpIssueLine *line)
{
  /* Translators: a colleague and a place in front of what that colleague said */
  return lead_with_place (line, C_ ("speaker", "%s:"));
}

gboolean
imp_words_has_promises (const ImpIssue *issue)
{
  return issue->promises_due > 0 || !imp_text_is_empty (issue->missed);
}

char *
imp_words_promises (const ImpIssue *issue)
{
  if (issue->promises_due <= 0)
    return g_strdup (_ ("Promises"));
  return g_strdup_printf (_ ("Promises kept: %1$'d of %2$'d"), issue->promises_kept,
                          issue->promises_due);
}

char *
imp_words_tally (const ImpIssue *issue)
{
  return g_strdup_printf (ngettext ("%1$'d of %2$'d promise kept", "%1$'d of %2$'d promises kept",
                                    (gulong) issue->promises_due),
                          issue->promises_kept, issue->promises_due);
}

gboolean
imp_words_has_contact (const ImpIssue *issue)
{
  return !imp_text_is_empty (issue->contact_name) || !imp_text_is_empty (issue->contact_how)
         || !imp_text_is_empty (issue->contact_email);
}

char *
imp_words_contact (const ImpIssue *issue)
{
  g_autofree char *name = imp_rich_clean (issue->contact_name);

  if (*name == '\0')
    return g_strdup (_ ("Still in your way? Tell us"));
  return g_strdup_printf (_ ("Still in your way? Tell %s"), name);
}
