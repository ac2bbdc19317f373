/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where a colleague comes up: rows that open what they tell of. */
#include "config.h"

#include "ui/people/imp-person-lines.h"

#include "base/imp-text.h"
#include "ui/common/imp-headings.h"
#include "ui/common/imp-plain.h"

#include <glib/gi18n.h>

#define SHOW_IRRITANT "win.show-irritant-of"
#define TARGET_KEY    "imp-target"

static const char *
get_heading (ImpPersonPart part)
{
  static const char *const headings[IMP_N_PERSON_PARTS] = {
    [IMP_PERSON_REPORTED] = N_ ("Reported"),
    [IMP_PERSON_PROMISED] = N_ ("Promised to Them"),
    [IMP_PERSON_FIXED] = N_ ("Fixes They Do"),
    [IMP_PERSON_CONFIRMED] = N_ ("Asked Whether It Is Gone"),
    [IMP_PERSON_REMARKED] = N_ ("Said on Rounds, or Thanked There"),
    [IMP_PERSON_ANNOUNCED] = N_ ("Named in Announcements"),
  };

  return _ (headings[part]);
}

/* Everything over the window goes, so that what was asked for is seen. */
static void
uncover (GtkWidget *window)
{
  AdwDialog *dialog;

  if (!ADW_IS_APPLICATION_WINDOW (window))
    return;
  for (guint i = 0; i < 8; i++)
    {
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
      if (dialog != NULL)
        adw_dialog_force_close (dialog);
    }
}

/* Of a row: what it opens, and whose line it is. */
typedef struct
{
  ImpItem item, person;
} Target;

static void
line_activated_cb (GtkWidget *row, gpointer action)
{
  g_autoptr (GtkWidget) window = GTK_WIDGET (g_object_ref (gtk_widget_get_root (row)));
  const Target target = *(const Target *) g_object_get_data (G_OBJECT (row), TARGET_KEY);

  uncover (window);
  if (g_str_equal (action, SHOW_IRRITANT))
    gtk_widget_activate_action (window, action, "(xx)", target.item, target.person);
  else
    gtk_widget_activate_action (window, action, "x", target.item);
}

static const char *
get_action (ImpPersonPart part)
{
  if (part == IMP_PERSON_ANNOUNCED)
    return NULL;
  if (part == IMP_PERSON_REMARKED)
    return "win.show-round";
  return part == IMP_PERSON_REPORTED ? SHOW_IRRITANT : "win.show-fix";
}

static char *
describe_line (const ImpPersonLine *line)
{
  g_autofree char *date = imp_date_is_set (line->date) ? imp_date_to_words (line->date) : NULL;

  if (imp_text_is_empty (line->words))
    return g_steal_pointer (&date);
  /* Translators: what a colleague said, and when: “It jams.” · 3 November */
  return date != NULL ? g_strdup_printf (_ ("“%s” · %s"), line->words, date)
                      : g_strdup (line->words);
}

static GtkWidget *
create_line (ImpPersonPart part, const ImpPersonLine *line, ImpItem person)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *what = describe_line (line);
  const char *action = get_action (part);
  const Target target = { line->item, person };

  imp_plain_text (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), imp_text_is_empty (line->title)
                                                                ? _ ("Without a title")
                                                                : line->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), what != NULL ? what : "");
  if (action == NULL || line->item == 0)
    return row;
  g_object_set_data_full (G_OBJECT (row), TARGET_KEY, g_memdup2 (&target, sizeof target), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect (row, "activated", G_CALLBACK (line_activated_cb), (gpointer) action);
  return row;
}

GtkWidget *
imp_person_lines_new (const ImpPersonPage *page, ImpPersonPart part, ImpItem person)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), get_heading (part));
  imp_headings_wrap (group);
  for (guint i = 0; i < page->lines[part]->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               create_line (part, page->lines[part]->pdata[i], person));
  if (page->n[part] > page->lines[part]->len)
    {
      g_autofree char *more =
          g_strdup_printf (_ ("The newest %u of %u"), page->lines[part]->len, page->n[part]);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), more);
    }
  return group;
}
