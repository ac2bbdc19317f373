/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An entry row for a time of the day. */
#include "config.h"

#include "ui/rounds/imp-time-row.h"

#include "ui/rounds/imp-round-words.h"

struct _ImpTimeRow
{
  AdwEntryRow parent_instance;
};

G_DEFINE_FINAL_TYPE (ImpTimeRow, imp_time_row, ADW_TYPE_ENTRY_ROW)

enum
{
  PROP_TIME = 1
};

static GParamSpec *time_property;

static void
changed_cb (ImpTimeRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean valid = imp_time_row_is_valid (self);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  if (valid)
    gtk_widget_remove_css_class (widget, "error");
  else
    gtk_widget_add_css_class (widget, "error");
  g_object_notify_by_pspec (G_OBJECT (self), time_property);
}

static void
imp_time_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TIME)
    g_value_set_int (value, imp_time_row_get_time (IMP_TIME_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_time_row_class_init (ImpTimeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = imp_time_row_get_property;
  time_property = g_param_spec_int ("time", NULL, NULL, G_MININT, G_MAXINT, -1,
                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_TIME, time_property);
}

static void
imp_time_row_init (ImpTimeRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}

void
imp_time_row_set_time (ImpTimeRow *self, int time)
{
  g_autofree char *text = imp_round_words_time (time);

  g_return_if_fail (IMP_IS_TIME_ROW (self));

  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

int
imp_time_row_get_time (ImpTimeRow *self)
{
  g_return_val_if_fail (IMP_IS_TIME_ROW (self), -1);

  return imp_round_words_parse_time (gtk_editable_get_text (GTK_EDITABLE (self)), NULL);
}

gboolean
imp_time_row_is_valid (ImpTimeRow *self)
{
  gboolean valid;

  g_return_val_if_fail (IMP_IS_TIME_ROW (self), FALSE);

  imp_round_words_parse_time (gtk_editable_get_text (GTK_EDITABLE (self)), &valid);
  return valid;
}
