/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the list says when it has nothing to show, and what to do then. */
#include "config.h"

#include "ui/irritants/imp-none-found.h"

#include "model/imp-query-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MOST_LETTERS 60

struct _ImpNoneFound
{
  GtkWidget parent_instance;
  AdwStatusPage *page;
  GtkWidget *record, *all_states, *clear_filters, *clear;
};

G_DEFINE_FINAL_TYPE (ImpNoneFound, imp_none_found, GTK_TYPE_WIDGET)

static gboolean
has_filters (ImpQuery *query)
{
  for (ImpQueryKey key = IMP_QUERY_STATE + 1; key < IMP_N_QUERY_KEYS; key++)
    if (imp_query_has_key (query, key))
      return TRUE;
  return FALSE;
}

static char *
shorten (const char *words)
{
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (words, -1) <= MOST_LETTERS)
    return g_strdup (words);
  beginning = g_utf8_substring (words, 0, MOST_LETTERS);
  return g_strconcat (beginning, "…", NULL);
}

/* What was asked for, in its own words where nothing but words were. */
static char *
describe (ImpQuery *query, const char *words)
{
  const gboolean all_states = imp_query_get_states (query) == IMP_STATES_ALL;
  g_autofree char *short_words = shorten (words);
  g_autofree char *said = imp_query_to_words (query);
  char *problem = imp_query_dup_problem (query);

  if (problem != NULL)
    return problem;
  if (!imp_query_is_narrow (query))
    return g_strdup (_ ("No irritant is in the state chosen above."));
  if (has_filters (query))
    /* Translators: %s is what is asked for: "Not yet fixed · Lyon · “badge”" */
    return g_strdup_printf (_ ("Nothing matches all of this:\n%s"), said);
  return all_states ? g_strdup_printf (_ ("Nobody has spoken of “%s” yet. Try fewer words, or the "
                                          "beginning of one."),
                                       short_words)
                    : g_strdup_printf (_ ("No irritant in the state chosen above speaks of “%s”.\n"
                                          "One in another state may."),
                                       short_words);
}

/* The first one in sight. */
static void
suggest (ImpNoneFound *self, GtkWidget *suggested)
{
  GtkWidget *const buttons[] = { self->clear_filters, self->all_states, self->record };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (buttons[i] == suggested)
      gtk_widget_add_css_class (buttons[i], "suggested-action");
    else
      gtk_widget_remove_css_class (buttons[i], "suggested-action");
}

static void
imp_none_found_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_NONE_FOUND);
  G_OBJECT_CLASS (imp_none_found_parent_class)->dispose (object);
}

static void
imp_none_found_class_init (ImpNoneFoundClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_none_found_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/irritants/imp-none-found.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpNoneFound, page);
  gtk_widget_class_bind_template_child (widget_class, ImpNoneFound, record);
  gtk_widget_class_bind_template_child (widget_class, ImpNoneFound, all_states);
  gtk_widget_class_bind_template_child (widget_class, ImpNoneFound, clear_filters);
  gtk_widget_class_bind_template_child (widget_class, ImpNoneFound, clear);
}

static void
imp_none_found_init (ImpNoneFound *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
imp_none_found_show (ImpNoneFound *self, ImpQuery *query)
{
  const gboolean all_states = imp_query_get_states (query) == IMP_STATES_ALL;
  const gboolean searched = imp_query_get_search (query) != NULL;
  g_autofree char *words = imp_query_dup_words (query);
  g_autofree char *description = describe (query, words);
  g_autofree char *literal = g_markup_escape_text (description, -1);

  adw_status_page_set_description (self->page, literal);
  gtk_widget_set_visible (self->record, searched);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->record), "s", words);
  gtk_button_set_label (GTK_BUTTON (self->all_states),
                        searched ? _ ("Search _All States") : _ ("Look at _All States"));
  gtk_widget_set_visible (self->all_states, !all_states);
  gtk_widget_set_visible (self->clear_filters, has_filters (query));
  gtk_widget_set_visible (self->clear, searched);
  suggest (self, has_filters (query) ? self->clear_filters
                 : all_states        ? self->record
                                     : self->all_states);
}
