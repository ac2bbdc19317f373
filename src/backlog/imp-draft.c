/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Drafting an issue from the record. */
#include "config.h"

#include "backlog/imp-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/imp-locale.h"
#include "base/imp-text.h"
#include "store/imp-announcement-table.h"

/* One page: three big items, six small ones; the rest is summed up. */
#define N_BIG         3
#define N_SMALL       6
#define N_COMING      3
#define N_NOT_NOW     2
#define MOST_MISSED   3
#define TITLE_LETTERS 65
#define SMALL_LETTERS 46
#define DAYS_TO_NEXT  28

static gboolean
is_complete (const ImpEntry *entry)
{
  return !imp_text_is_empty (entry->said) && !imp_text_is_empty (entry->did)
         && !imp_text_is_empty (entry->now);
}

/* The dearest that can be told whole; where there are too few of those, the dearest. */
static guint
count_complete (GPtrArray *entries)
{
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += is_complete (entries->pdata[i]) ? 1 : 0;
  return n;
}

static void
add (ImpAnnouncement *draft, ImpEntry *entry, ImpSection section)
{
  entry->section = section;
  entry->position = draft->entries->len + 1;
  g_ptr_array_add (draft->entries, entry);
}

static void
take_big (ImpAnnouncement *draft, GPtrArray *entries)
{
  gboolean only_complete = count_complete (entries) >= N_BIG;
  guint n = 0;

  for (guint i = 0; i < entries->len && n < N_BIG; i++)
    if (!only_complete || is_complete (entries->pdata[i]))
      {
        add (draft, g_ptr_array_steal_index (entries, i--), IMP_SECTION_BIG);
        n++;
      }
}

/* A small fix is one line: what is different now, where that is short, else the shorter of that
 * and the title. */
static void
shorten (ImpEntry *entry)
{
  glong now = imp_text_is_empty (entry->now) ? G_MAXLONG : g_utf8_strlen (entry->now, -1);
  glong title = imp_text_is_empty (entry->title) ? G_MAXLONG : g_utf8_strlen (entry->title, -1);

  if (now != G_MAXLONG && (now <= SMALL_LETTERS || now < title))
    g_set_str (&entry->title, entry->now);
}

/* Lines are printed one after the other: each ends as a sentence. */
static void
end_sentence (char **text)
{
  g_autofree char *ended = NULL;

  if (imp_text_is_empty (*text) || g_str_has_suffix (*text, "…")
      || strchr (".!?", (*text)[strlen (*text) - 1]) != NULL)
    return;
  ended = g_strconcat (*text, ".", NULL);
  g_set_str (text, ended);
}

static void
take_small (ImpAnnouncement *draft, GPtrArray *entries)
{
  for (guint n = 0; entries->len > 0 && n < N_SMALL; n++)
    {
      ImpEntry *entry = g_ptr_array_steal_index (entries, 0);

      shorten (entry);
      end_sentence (&entry->title);
      add (draft, entry, IMP_SECTION_SMALL);
    }
}

static void
sum_rest (ImpAnnouncement *draft, GPtrArray *entries)
{
  draft->rest_count = (int) entries->len;
  while (entries->len > 0)
    {
      ImpEntry *entry = g_ptr_array_steal_index (entries, 0);

      entry->section = IMP_SECTION_REST;
      entry->position = draft->rest->len + 1;
      draft->rest_hours += entry->hours;
      g_ptr_array_add (draft->rest, entry);
    }
}

static void
take_all (ImpAnnouncement *draft, GPtrArray *entries, ImpSection section)
{
  while (entries->len > 0)
    {
      ImpEntry *entry = g_ptr_array_steal_index (entries, 0);

      end_sentence (&entry->title);
      add (draft, entry, section);
    }
}

/* The dearest result; the writer will say it better. */
static char *
make_title (const ImpAnnouncement *draft)
{
  const ImpEntry *first = draft->entries->len > 0 ? draft->entries->pdata[0] : NULL;
  g_autofree char *month = imp_date_to_month_words (draft->to);

  if (first != NULL && first->section == IMP_SECTION_BIG && !imp_text_is_empty (first->title)
      && g_utf8_strlen (first->title, -1) <= TITLE_LETTERS)
    return g_strdup (first->title);
  /* Translators: a month and year, "October 2026". */
  return g_strdup_printf (_ ("What we fixed in %s"), month);
}

ImpAnnouncement *
imp_draft_new_in_db (ImpStore *store, ImpDate from, ImpDate to, ImpTold told, GError **error)
{
  g_autoptr (ImpAnnouncement) draft = imp_announcement_new ();
  g_autoptr (GPtrArray) fixes = imp_store_read_tellable (store, from, to, told, error);
  g_autoptr (GPtrArray) coming =
      fixes != NULL ? imp_store_read_coming (store, imp_store_get_today (store), N_COMING, error)
                    : NULL;
  g_autoptr (GPtrArray) refusals =
      coming != NULL ? imp_store_read_refusals (store, from, to, N_NOT_NOW, error) : NULL;

  if (refusals == NULL)
    return NULL;
  draft->from = from;
  draft->to = to;
  if (!imp_store_count_told (store, draft, told, error))
    return NULL;
  take_big (draft, fixes);
  take_small (draft, fixes);
  sum_rest (draft, fixes);
  take_all (draft, coming, IMP_SECTION_NEXT);
  take_all (draft, refusals, IMP_SECTION_NOT_NOW);
  draft->title = make_title (draft);
  draft->next = imp_store_get_today (store) + DAYS_TO_NEXT;
  return g_steal_pointer (&draft);
}

/* All that is kept of a fix that is only summed up: which one, and what it gives back. */
static ImpItem
add_line_to_changes (const ImpEntry *entry, ImpItem announcement, ImpChanges *changes)
{
  ImpItem item = imp_changes_add (changes, IMP_KIND_ENTRY);

  imp_changes_set_item (changes, item, IMP_ENTRY_ANNOUNCEMENT, announcement);
  imp_changes_set_integer (changes, item, IMP_ENTRY_SECTION, entry->section);
  imp_changes_set_real (changes, item, IMP_ENTRY_POSITION, entry->position);
  imp_changes_set_item (changes, item, IMP_ENTRY_FIX, entry->fix);
  if (entry->hours > 0)
    imp_changes_set_real (changes, item, IMP_ENTRY_HOURS, entry->hours);
  if (entry->hours_source != 0)
    imp_changes_set_integer (changes, item, IMP_ENTRY_HOURS_SOURCE, entry->hours_source);
  return item;
}

static void
add_entry_to_changes (const ImpEntry *entry, ImpItem announcement, ImpChanges *changes)
{
  ImpItem item = add_line_to_changes (entry, announcement, changes);

  imp_changes_set_item (changes, item, IMP_ENTRY_IRRITANT, entry->irritant);
  imp_changes_set_item (changes, item, IMP_ENTRY_PROMISE, entry->promise);
  imp_changes_set_text (changes, item, IMP_ENTRY_TITLE, entry->title);
  imp_changes_set_text (changes, item, IMP_ENTRY_SAID, entry->said);
  imp_changes_set_text (changes, item, IMP_ENTRY_DID, entry->did);
  imp_changes_set_text (changes, item, IMP_ENTRY_NOW, entry->now);
  imp_changes_set_text (changes, item, IMP_ENTRY_THANKS, entry->thanks);
  imp_changes_set_text (changes, item, IMP_ENTRY_TODO, entry->todo);
  imp_changes_set_text (changes, item, IMP_ENTRY_PLACE, entry->place);
  imp_changes_set_date (changes, item, IMP_ENTRY_DATE, entry->date);
  if (entry->unconfirmed)
    imp_changes_set_integer (changes, item, IMP_ENTRY_UNCONFIRMED, 1);
}

ImpItem
imp_draft_add_to_changes (const ImpAnnouncement *draft, ImpChanges *changes)
{
  ImpItem item = imp_changes_add (changes, IMP_KIND_ANNOUNCEMENT);

  imp_changes_set_text (changes, item, IMP_ANNOUNCEMENT_TITLE, draft->title);
  imp_changes_set_date (changes, item, IMP_ANNOUNCEMENT_FROM, draft->from);
  imp_changes_set_date (changes, item, IMP_ANNOUNCEMENT_TO, draft->to);
  imp_changes_set_date (changes, item, IMP_ANNOUNCEMENT_NEXT, draft->next);
  for (guint i = 0; i < draft->entries->len; i++)
    add_entry_to_changes (draft->entries->pdata[i], item, changes);
  for (guint i = 0; i < draft->rest->len; i++)
    add_line_to_changes (draft->rest->pdata[i], item, changes);
  return item;
}

static void
fill_fix (ImpIssueFix *fix, const ImpEntry *entry)
{
  fix->title = g_strdup (entry->title);
  fix->said = g_strdup (entry->said);
  fix->did = g_strdup (entry->did);
  fix->now = g_strdup (entry->now);
  fix->thanks = g_strdup (entry->thanks);
  fix->todo = g_strdup (entry->todo);
  fix->place = g_strdup (entry->place);
  fix->count = g_strdup (entry->count);
  fix->from = entry->date;
  fix->hours = entry->hours;
  fix->hours_source = entry->hours_source != 0 ? entry->hours_source : IMP_HOURS_ESTIMATED;
  fix->unconfirmed = entry->unconfirmed;
}

static void
fill_line (ImpIssueLine *line, const ImpEntry *entry)
{
  line->date = entry->date;
  line->place = g_strdup (entry->place);
  line->text = g_strdup (entry->title);
}

static void
fill_entries (ImpIssue *issue, const ImpAnnouncement *announcement)
{
  for (guint i = 0; i < announcement->entries->len; i++)
    {
      const ImpEntry *entry = announcement->entries->pdata[i];

      if (entry->section == IMP_SECTION_BIG)
        fill_fix (imp_issue_add_big (issue), entry);
      else if (entry->section == IMP_SECTION_SMALL)
        fill_fix (imp_issue_add_small (issue), entry);
      else if (entry->section == IMP_SECTION_NEXT)
        fill_line (imp_issue_add_coming (issue), entry);
      else if (entry->section == IMP_SECTION_WORKS)
        fill_line (imp_issue_add_works (issue), entry);
      else
        fill_line (imp_issue_add_not_now (issue), entry);
    }
}

/* What a file says of more than it lists was an estimate as far as anybody knows. */
static gboolean
is_rest_estimated (const ImpAnnouncement *announcement)
{
  if (announcement->rest_count > (int) announcement->rest->len)
    return TRUE;
  for (guint i = 0; i < announcement->rest->len; i++)
    if (((ImpEntry *) announcement->rest->pdata[i])->hours_source != IMP_HOURS_ASKED_AGAIN)
      return TRUE;
  return FALSE;
}

static char *
describe_missed (const ImpMissed *missed)
{
  const char *what = missed->what != NULL ? missed->what : _ ("a promise");
  g_autofree char *first = imp_date_to_words (missed->first);
  g_autofree char *due = imp_date_to_words (missed->due);
  g_autofree char *kept = imp_date_to_words (missed->kept);

  if (imp_date_is_set (missed->kept))
    return g_strdup_printf (_ ("We missed “%s”, due %s. You had it on %s."), what, first, kept);
  if (missed->due > missed->first)
    return g_strdup_printf (_ ("We missed “%s”, due %s. New date: %s."), what, first, due);
  return g_strdup_printf (_ ("We missed “%s”, due %s. We owe you a new date."), what, first);
}

/* Each of them, for as long as they can be read: who counts must find what was counted. */
static char *
describe_all_missed (const GPtrArray *missed)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = MIN (missed->len, MOST_MISSED);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sentence = describe_missed (missed->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", sentence);
    }
  if (missed->len > n)
    g_string_append_printf (text,
                            ngettext (" And %u more.", " And %u more.", (gulong) (missed->len - n)),
                            missed->len - n);
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static void
fill_frame (ImpIssue *issue,
            ImpStore *store,
            const ImpAnnouncement *announcement,
            ImpOrganisation *who)
{
  issue->series = g_strdup (who->series != NULL ? who->series : _ ("What we fixed"));
  issue->organisation = g_strdup (who->name);
  issue->language = g_strdup (imp_locale_get_language ());
  issue->contact_name = g_strdup (who->contact_name);
  issue->contact_how = g_strdup (who->contact_how);
  issue->contact_email = g_strdup (who->contact_email);
  issue->title = g_strdup (announcement->title);
  issue->number = announcement->number;
  issue->from = announcement->from;
  issue->to = announcement->to;
  issue->published = imp_date_is_set (announcement->published) ? announcement->published
                                                               : imp_store_get_today (store);
  issue->next = announcement->next;
  issue->rest_count = announcement->rest_count;
  issue->rest_hours = announcement->rest_hours;
  issue->rest_estimated = is_rest_estimated (announcement);
  issue->told_count = announcement->told_count;
}

ImpIssue *
imp_draft_to_issue_in_db (ImpStore *store, const ImpAnnouncement *announcement, GError **error)
{
  g_autoptr (ImpIssue) issue = imp_issue_new ();
  g_auto (ImpOrganisation) who = { 0 };
  g_auto (ImpPromiseSum) promises = { 0 };
  ImpDate published = imp_date_is_set (announcement->published) ? announcement->published
                                                                : imp_store_get_today (store);
  ImpDate last = MIN (announcement->to, published - 1); /* what is not due yet is not missed */

  if (!imp_store_read_organisation (store, &who, error)
      || !imp_store_sum_promises (store, announcement->from, last, &promises, error))
    return NULL;
  fill_frame (issue, store, announcement, &who);
  fill_entries (issue, announcement);
  issue->promises_kept = promises.kept;
  issue->promises_due = promises.due;
  issue->missed = describe_all_missed (promises.missed);
  return g_steal_pointer (&issue);
}
