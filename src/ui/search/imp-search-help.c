/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How to search, for whoever searches. */
#include "config.h"

#include "ui/search/imp-search-help.h"

#include <glib/gi18n.h>

#include "model/imp-query.h"

/* Translators: what follows is an example of what can be typed, with what it finds. */
typedef struct
{
  const char *typed, *means;
} Example;

static const Example words[] = {
  { N_ ("badge reader"), N_ ("Both words, or their beginnings: in titles, in what colleagues said, "
                             "in names and fixes") },
  { N_ ("“badge reader”"), N_ ("Both words side by side") },
};
static const Example rules[] = {
  { N_ ("site:Lyon site:Porto"), N_ ("Several of one kind: any of them") },
  { N_ ("site:Lyon customers:yes"), N_ ("Several kinds: all of them") },
  { N_ ("-site:Lyon"), N_ ("None of it") },
  { N_ ("site:ly"), N_ ("Every name of which a word begins so") },
  { N_ ("site:“Lyon”"), N_ ("This name, and no other") },
};

static const struct
{
  ImpQueryKey key;
  const char *value, *means;
} filters[] = {
  { IMP_QUERY_STATE, "open", N_ ("Where it stands; without it, what is not yet fixed") },
  { IMP_QUERY_SITE, "Lyon", N_ ("Where it was reported") },
  { IMP_QUERY_DEPARTMENT, "picking", N_ ("Whose colleagues reported it") },
  { IMP_QUERY_OFFERING, "tills", N_ ("What it is about") },
  { IMP_QUERY_STEP, "billing", N_ ("At which step of the work it happens") },
  { IMP_QUERY_OUTCOME, "“on time”", N_ ("What it holds back") },
  { IMP_QUERY_WASTE, "waiting", N_ ("What it wastes") },
  { IMP_QUERY_KIND, "process", N_ ("What gets better without it") },
  { IMP_QUERY_PERSON, "dana", N_ ("Who reported it") },
  { IMP_QUERY_TAG, "audit", N_ ("Which tag it has") },
  { IMP_QUERY_SINCE, "2026-03", N_ ("Recorded in March 2026 or later") },
  { IMP_QUERY_BEFORE, "2026-03-15", N_ ("Recorded before that day") },
  { IMP_QUERY_HAS, "photo", N_ ("A photo is attached") },
  { IMP_QUERY_UNKNOWN, "minutes",
    N_ ("Nobody has answered this yet: people, often, minutes, "
        "effort or any") },
  { IMP_QUERY_CUSTOMERS, "yes", N_ ("Customers see it") },
  { IMP_QUERY_PINNED, "yes", N_ ("It is pinned for a fixed date") },
};

static void
add_row (AdwPreferencesGroup *group, const char *typed, const char *means)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), typed);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), means);
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page, const char *title, const char *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (page, group);
  return group;
}

static void
add_examples (AdwPreferencesPage *page, const char *title, const Example *examples, guint n)
{
  AdwPreferencesGroup *group = add_group (page, title, NULL);

  for (guint i = 0; i < n; i++)
    add_row (group, _ (examples[i].typed), _ (examples[i].means));
}

static void
add_filters (AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = add_group (
      page, _ ("Filters"),
      _ ("Type a key, a colon and a value. After a blank it becomes a chip, which Backspace turns "
         "into text again. Keys and values are offered while you type."));

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autofree char *typed =
          g_strdup_printf ("%s:%s", imp_query_key_get_word (filters[i].key), filters[i].value);

      add_row (group, typed, _ (filters[i].means));
    }
}

AdwDialog *
imp_search_help_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  add_examples (ADW_PREFERENCES_PAGE (page), _ ("Words"), words, G_N_ELEMENTS (words));
  add_filters (ADW_PREFERENCES_PAGE (page));
  add_examples (ADW_PREFERENCES_PAGE (page), _ ("Together"), rules, G_N_ELEMENTS (rules));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (dialog, _ ("Searching"));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
