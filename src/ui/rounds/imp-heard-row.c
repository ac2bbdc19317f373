/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A line that was heard, as a row. */
#include "config.h"

#include "ui/rounds/imp-heard-row.h"

#include "ui/common/imp-icon.h"
#include "ui/common/imp-plain.h"
#include "ui/rounds/imp-round-words.h"

GtkWidget *
imp_heard_row_new (const ImpHeardLine *line)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *said = imp_round_words_heard (line);

  imp_plain_text (row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), line->words);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), said);
  return row;
}

void
imp_heard_row_open (GtkWidget *row, const char *action, ImpItem item)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", item);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), imp_icon_new ("go-next-symbolic"));
}
