/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A round as a row: where, when, and how it stands. */
#include "config.h"

#include "ui/rounds/imp-round-row.h"

#include "ui/common/imp-icon.h"
#include "ui/common/imp-plain.h"
#include "ui/rounds/imp-round-words.h"

/* Colour only repeats what the words say. */
static const char *
choose_style (const ImpRoundLine *line, ImpDate today)
{
  if (imp_round_line_get_state (line) == IMP_ROUND_UNDER_WAY
      || (line->item == 0 && line->planned <= today))
    return "accent";
  return imp_round_line_is_late (line, today) ? "warning" : "quiet";
}

static GtkWidget *
create_stand (const ImpRoundLine *line, ImpDate today)
{
  g_autofree char *words = imp_round_words_stand (line, today);
  GtkWidget *label = gtk_label_new (words);
  const char *style = choose_style (line, today);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, style);
  gtk_widget_add_css_class (label, "numeric");
  if (!g_str_equal (style, "quiet"))
    gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
bind_action (GtkActionable *row, const ImpRoundLine *line)
{
  if (line->item != 0)
    gtk_actionable_set_action_target (row, "x", line->item);
  else
    gtk_actionable_set_action_target (row, "(si)", line->site_name, line->planned);
  gtk_actionable_set_action_name (row, line->item != 0 ? "round.open" : "round.plan-at");
}

GtkWidget *
imp_round_row_new (const ImpRoundLine *line, ImpDate today)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *facts = imp_round_words_facts (line);

  imp_plain_text (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line->site_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_stand (line, today));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), imp_icon_new ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  bind_action (GTK_ACTIONABLE (row), line);
  return row;
}
