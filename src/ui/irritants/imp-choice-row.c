/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A combo row for a choice of an irritant. */
#include "config.h"

#include "ui/irritants/imp-choice-row.h"

#include "model/imp-field-words.h"

#include <glib/gi18n.h>

void
imp_choice_row_offer (AdwComboRow *row, guint8 field, int chosen)
{
  const ImpField *known = imp_kind_get_field (IMP_KIND_IRRITANT, field);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  /* Translators: of what an irritant wastes, and of what gets better without it */
  gtk_string_list_append (words, _ ("Not said"));
  for (int i = 1; imp_field_get_choice_label (known, i) != NULL; i++)
    gtk_string_list_append (words, imp_field_get_choice_label (known, i));
  adw_combo_row_set_model (row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (row, (guint) chosen);
}
