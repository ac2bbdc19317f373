/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Switches markup off wherever people's text may stand. */
#include "config.h"

#include "ui/common/imp-plain.h"

#include <adwaita.h>

static void
switch_off (GtkWidget *widget)
{
  if (ADW_IS_PREFERENCES_ROW (widget))
    adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  else if (GTK_IS_LABEL (widget))
    gtk_label_set_use_markup (GTK_LABEL (widget), FALSE);
}

void
imp_plain_text (GtkWidget *root)
{
  GtkWidget *child;

  if (ADW_IS_DIALOG (root)) /* its child is not in it before it is shown */
    root = adw_dialog_get_child (ADW_DIALOG (root));
  switch_off (root);
  for (child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    imp_plain_text (child);
}
