/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What erasing a person would take away, and what stays. */
#include "config.h"

#include "ui/people/imp-erasure-view-private.h"

#include "ui/common/imp-plain.h"
#include "ui/people/imp-erasure-words.h"
#include "ui/people/imp-mention-row.h"

#include <glib/gi18n.h>

char *
imp_erasure_view_dup_second_folder (ImpErasureView *self)
{
  g_autofree char *folder = g_settings_get_string (self->settings, "backup-folder");

  return *folder != '\0' ? g_steal_pointer (&folder) : NULL;
}

static void
add_staying (ImpErasureView *self, const char *text)
{
  gtk_box_append (self->stays,
                  g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, NULL));
}

static void
show_stays (ImpErasureView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->stays))) != NULL)
    gtk_box_remove (self->stays, child);
  for (int part = 0; part < IMP_N_PERSON_PARTS; part++)
    {
      g_autofree char *line = imp_erasure_words_stays (self->plan->page, (ImpPersonPart) part);

      if (line != NULL)
        add_staying (self, line);
    }
  if (self->plan->writes_history)
    add_staying (self, _ ("Somebody of this name has worked with Improve. The history goes on "
                          "saying so."));
  add_staying (self, _ ("What has left Improve stays as it is: printed pages, e-mail, copies saved "
                        "elsewhere."));
}

static void
add_earlier (ImpErasureView *self, gulong n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *line = g_strdup_printf (
      ngettext ("Earlier versions of %lu text", "Earlier versions of %lu texts", n), n);

  imp_plain_text (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("They once had the name in them. The history says “Erased” "
                                  "there."));
  gtk_list_box_append (self->mentions, row);
}

static void
show_mentions (ImpErasureView *self)
{
  for (guint i = 0; i < self->plan->mentions->len; i++)
    {
      const ImpMention *mention = self->plan->mentions->pdata[i];

      if (mention->sentence != NULL)
        gtk_list_box_append (self->mentions, imp_mention_row_new (mention));
    }
  if (self->plan->n_earlier > 0)
    add_earlier (self, self->plan->n_earlier);
  gtk_widget_set_visible (self->mentions_group, self->plan->mentions->len > 0);
}

void
imp_erasure_view_show_copies (ImpErasureView *self)
{
  g_autofree char *second = imp_erasure_view_dup_second_folder (self);
  g_autofree char *shown = second != NULL ? g_filename_display_name (second) : NULL;
  g_autofree char *copies = imp_erasure_words_copies (self->n_copies, shown);

  adw_action_row_set_subtitle (self->drop, copies);
  gtk_widget_set_visible (GTK_WIDGET (self->copies), self->n_copies > 0 || second != NULL);
}

static void
show_title (ImpErasureView *self)
{
  const char *name = self->plan->page->name;
  g_autofree char *title = name != NULL ? g_strdup_printf (_ ("Erase %s"), name) : NULL;

  if (title != NULL)
    adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
}

void
imp_erasure_view_show_plan (ImpErasureView *self)
{
  gtk_list_box_remove_all (self->mentions);
  gtk_widget_set_visible (self->draft, self->plan->in_draft);
  show_title (self);
  show_stays (self);
  show_mentions (self);
  imp_erasure_view_show_copies (self);
}
