/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a briefing says, row by row. */
#include "config.h"

#include "ui/rounds/imp-briefing-rows.h"

#include "model/imp-sentence.h"
#include "ui/common/imp-icon.h"
#include "ui/common/imp-plain.h"

#include <glib/gi18n.h>

/* By ImpPromisedState. Shape and words carry the meaning; colour only repeats it. */
static const struct
{
  const char *icon, *style;
} looks[] = {
  [IMP_PROMISED_KEPT] = { "object-select-symbolic", "success" },
  [IMP_PROMISED_KEPT_LATE] = { "object-select-symbolic", "quiet" },
  [IMP_PROMISED_MISSED] = { "alarm-symbolic", "warning" },
  [IMP_PROMISED_UNDER_WAY] = { "x-office-calendar-symbolic", "quiet" },
  [IMP_PROMISED_REFUSED] = { "process-stop-symbolic", "quiet" },
};

static GtkWidget *
create_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  imp_plain_text (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  return row;
}

static GtkWidget *
create_note (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
open_irritant (GtkWidget *row, ImpItem irritant)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", irritant);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-irritant");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), imp_icon_new ("go-next-symbolic"));
}

/* Promised */

static char *
say_stand (const ImpPromised *promised)
{
  g_autofree char *kept = imp_date_to_words (promised->kept);
  g_autofree char *due = imp_date_to_words (promised->due);

  switch (promised->state)
    {
    case IMP_PROMISED_KEPT:
      return g_strdup_printf (_ ("Kept, %s"), kept);
    case IMP_PROMISED_KEPT_LATE:
      return g_strdup_printf (_ ("Kept late, %s"), kept);
    case IMP_PROMISED_REFUSED:
      return g_strdup (_ ("We cannot"));
    case IMP_PROMISED_UNDER_WAY:
      return g_strdup_printf (_ ("Coming, %s"), due);
    case IMP_PROMISED_MISSED:
    default:
      return promised->due == promised->first ? g_strdup_printf (_ ("Missed, due %s"), due)
                                              : g_strdup_printf (_ ("Missed, now %s"), due);
    }
}

static char *
say_terms (const ImpPromised *promised)
{
  GString *said = g_string_new (NULL);
  g_autofree char *first = imp_date_to_words (promised->first);

  if (promised->to != NULL)
    g_string_append_printf (said, _ ("Promised to %s for %s"), promised->to, first);
  else
    g_string_append_printf (said, _ ("Promised for %s"), first);
  if (promised->due != promised->first)
    g_string_append_printf (said, " · %s",
                            promised->told ? _ ("moved, and told before") : _ ("moved"));
  if (promised->reason != NULL)
    g_string_append_printf (said, " · %s", promised->reason);
  return g_string_free (said, FALSE);
}

GtkWidget *
imp_briefing_rows_create_promised (const ImpPromised *promised)
{
  g_autofree char *terms = say_terms (promised);
  g_autofree char *stand = say_stand (promised);
  GtkWidget *row = create_row (promised->what, terms);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), imp_icon_new (looks[promised->state].icon));
  gtk_box_append (GTK_BOX (box), create_note (stand));
  gtk_widget_add_css_class (box, looks[promised->state].style);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  return row;
}

/* Irritants */

GtkWidget *
imp_briefing_rows_create_to_ask (const ImpToAsk *to_ask)
{
  /* Translators: what to ask, and why: "Time it once. Nobody has measured the minutes yet" */
  g_autofree char *why = g_strdup_printf (_ ("%s. %s"), imp_asking_get_words (&to_ask->asking),
                                          imp_asking_get_reason (&to_ask->asking, &to_ask->facts));
  GtkWidget *row = create_row (to_ask->title, why);

  open_irritant (row, to_ask->item);
  return row;
}

static char *
say_reports (const ImpBriefingIrritant *irritant)
{
  g_autofree char *last = imp_date_to_words (irritant->last);
  g_autofree char *reports = g_strdup_printf (
      ngettext ("%u report here", "%u reports here", irritant->n_reports), irritant->n_reports);
  g_autofree char *rank =
      irritant->rank > 0 ? g_strdup_printf (_ ("rank %u"), irritant->rank) : NULL;

  if (rank == NULL)
    return g_strdup_printf (_ ("%s · last on %s"), reports, last);
  return g_strdup_printf (_ ("%s · last on %s · %s"), reports, last, rank);
}

GtkWidget *
imp_briefing_rows_create_irritant (const ImpBriefingIrritant *irritant)
{
  g_autofree char *reports = say_reports (irritant);
  g_autofree char *hours = imp_impact_to_hours_words (irritant->impact.hours);
  g_autofree char *subtitle =
      irritant->words != NULL && g_strcmp0 (irritant->words, irritant->title) != 0
          ? g_strdup_printf (_ ("“%s”\n%s"), irritant->words, reports)
          : g_strdup (reports);
  GtkWidget *row = create_row (irritant->title, subtitle);
  GtkWidget *note = create_note (imp_facts_are_asked (&irritant->facts) ? hours : _ ("not asked"));

  gtk_widget_add_css_class (note, "heading");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), note);
  open_irritant (row, irritant->item);
  return row;
}

/* Colleagues */

static char *
say_what_to_tell (const ImpUntold *untold)
{
  GString *said = g_string_new (NULL);

  if (untold->fix != 0)
    g_string_append_printf (said, _ ("Done: %s"), untold->what);
  else if (untold->why != NULL)
    g_string_append_printf (said, _ ("We cannot: %s. %s"), untold->what, untold->why);
  else
    g_string_append_printf (said, _ ("We cannot: %s"), untold->what);
  if (untold->hears != NULL)
    g_string_append_printf (said, " · %s", untold->hears);
  return g_string_free (said, FALSE);
}

GtkWidget *
imp_briefing_rows_create_untold (const ImpUntold *untold, guint position)
{
  g_autofree char *what = say_what_to_tell (untold);
  GtkWidget *row = create_row (untold->who, what);
  GtkWidget *button = gtk_button_new ();
  g_autofree char *name = g_strdup_printf (_ ("Told %s"), untold->who);

  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (_ ("Told")));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", position);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "round.told");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

GtkWidget *
imp_briefing_rows_create_unheard (const ImpUnheard *unheard)
{
  g_autofree char *day = imp_date_to_words_year (unheard->last);
  g_autofree char *last =
      imp_date_is_set (unheard->last) ? g_strdup_printf (_ ("Last heard on %s"), day) : NULL;
  g_autofree char *people = g_strdup_printf (
      ngettext ("%u colleague", "%u colleagues", unheard->n_people), unheard->n_people);
  GtkWidget *row = create_row (unheard->name, last != NULL ? last : _ ("Never heard yet"));
  GtkWidget *note = create_note (people);

  gtk_widget_add_css_class (note, "quiet");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), note);
  return row;
}

GtkWidget *
imp_briefing_rows_create_meeting (const ImpMeetingLine *meeting)
{
  GtkWidget *row = create_row (meeting->name, meeting->met ? _ ("Met") : NULL);

  if (meeting->person == 0)
    return row;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", meeting->person);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-person");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), imp_icon_new ("go-next-symbolic"));
  return row;
}
