/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How a name that is changed in place is kept, and follows the record. */
#include "config.h"

#include "ui/common/imp-name-row.h"

#define KEY_KEEPING "imp-keeping"

/* Belongs to its row. */
typedef struct
{
  char *kept;  /* as the record has it, or will have it; NULL for nobody */
  char *as_of; /* when the record had what this row shows */
  ImpNameRowKeepFunc func;
  gpointer data;
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *keeping = data;

  g_free (keeping->kept);
  g_free (keeping->as_of);
  g_free (keeping);
}

static Keeping *
get_keeping (ImpNameRow *row)
{
  return g_object_get_data (G_OBJECT (row), KEY_KEEPING);
}

static gboolean
has_unkept (ImpNameRow *row)
{
  g_autofree char *name = imp_name_row_dup_name (row);

  return g_strcmp0 (name, get_keeping (row)->kept) != 0;
}

static void
keep (ImpNameRow *row)
{
  Keeping *keeping = get_keeping (row);

  if (!has_unkept (row))
    return;
  g_free (keeping->kept);
  keeping->kept = imp_name_row_dup_name (row);
  keeping->func (row, keeping->kept, keeping->as_of, keeping->data);
}

void
imp_name_row_keep_by (ImpNameRow *row, ImpNameRowKeepFunc func, gpointer data)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  Keeping *keeping = g_new0 (Keeping, 1);

  g_return_if_fail (IMP_IS_NAME_ROW (row));

  keeping->func = func;
  keeping->data = data;
  g_object_set_data_full (G_OBJECT (row), KEY_KEEPING, keeping, keeping_free);
  g_signal_connect_object (focus, "leave", G_CALLBACK (keep), row, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
  g_signal_connect (row, "entry-activated", G_CALLBACK (keep), NULL);
  g_signal_connect (row, "unmap", G_CALLBACK (keep), NULL);
}

void
imp_name_row_set_kept (ImpNameRow *row, const char *name, const char *as_of)
{
  Keeping *keeping = get_keeping (row);

  if (has_unkept (row))
    return;
  g_set_str (&keeping->as_of, as_of);
  if (g_strcmp0 (name, keeping->kept) == 0)
    return;
  g_set_str (&keeping->kept, name);
  gtk_editable_set_text (GTK_EDITABLE (row), name != NULL ? name : "");
}
