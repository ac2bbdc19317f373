/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which columns the list of irritants has: chosen, named, remembered. */
#include "config.h"

#include "ui/irritants/imp-irritants-list-private.h"

#include <glib/gi18n.h>

#include "model/imp-measure.h"
#include "ui/irritants/imp-columns.h"

#define KEY "irritants-columns"

static GtkWidget *
create_name (ImpIrritantsList *self, ImpColumn column)
{
  GtkWidget *name = gtk_label_new (imp_column_get_heading (column, self->look_measure));
  const int sp = column == IMP_COLUMN_HOURS ? IMP_ROW_MARK_WIDTH : IMP_ROW_PAYBACK_WIDTH;

  gtk_label_set_xalign (GTK_LABEL (name), 1);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_size_request (
      name, (int) adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, sp, gtk_widget_get_settings (name)),
      -1);
  gtk_widget_add_css_class (name, "caption");
  gtk_widget_add_css_class (name, "quiet");
  return name;
}

/* As wide as those of the rows. */
void
imp_irritants_list_name_columns (ImpIrritantsList *self)
{
  ImpColumnPair pairs[IMP_N_COLUMNS];
  const guint n = imp_columns_arrange (self->shown_columns, self->look_measure, pairs);
  GtkWidget *name;

  while ((name = gtk_widget_get_first_child (GTK_WIDGET (self->column_names))) != NULL)
    gtk_box_remove (self->column_names, name);
  for (guint i = 0; i < n; i++)
    gtk_box_append (self->column_names, create_name (self, pairs[i].top));
}

void
imp_irritants_list_show_columns (ImpIrritantsList *self)
{
  self->look_measure = imp_order_get_measure (self->shown);
  imp_row_look_set_columns (self->look, self->shown_columns, self->look_measure);
  imp_irritants_list_name_columns (self);
}

/* What there is no room for cannot be chosen before another one goes. */
static void
update_actions (ImpIrritantsList *self)
{
  for (ImpColumn column = 0; column < IMP_N_COLUMNS; column++)
    {
      const gboolean shown = (self->shown_columns & 1u << column) != 0;
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->column_actions),
                                                    imp_column_get_nick (column));

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                                   shown || imp_columns_have_room (self->shown_columns, column));
    }
}

static void
change_state_cb (GSimpleAction *action, GVariant *state, ImpIrritantsList *self)
{
  const guint column = 1u << GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (action), "column"));

  g_simple_action_set_state (action, state);
  if (g_variant_get_boolean (state))
    self->shown_columns |= column;
  else
    self->shown_columns &= ~column;
  update_actions (self);
  imp_irritants_list_show_columns (self);
  if (self->columns_settings != NULL)
    imp_irritants_list_save_columns (self);
}

static void
add_action (ImpIrritantsList *self, ImpColumn column)
{
  const gboolean shown = (self->shown_columns & 1u << column) != 0;
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (
      imp_column_get_nick (column), NULL, g_variant_new_boolean (shown));

  g_object_set_data (G_OBJECT (action), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (action, "change-state", G_CALLBACK (change_state_cb), self,
                           G_CONNECT_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (self->column_actions), G_ACTION (action));
}

void
imp_irritants_list_init_columns (ImpIrritantsList *self)
{
  self->shown_columns = IMP_COLUMNS_USUAL;
  self->column_actions = g_simple_action_group_new ();
  for (ImpColumn column = 0; column < IMP_N_COLUMNS; column++)
    add_action (self, column);
  update_actions (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  G_ACTION_GROUP (self->column_actions));
}

GMenuModel *
imp_irritants_list_create_columns_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (ImpColumn column = 0; column < IMP_N_COLUMNS; column++)
    {
      g_autofree char *action = g_strconcat ("columns.", imp_column_get_nick (column), NULL);

      g_menu_append (menu, imp_column_get_label (column), action);
    }
  return G_MENU_MODEL (menu);
}

static GStrv
dup_nicks (ImpIrritantsList *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (ImpColumn column = 0; column < IMP_N_COLUMNS; column++)
    if (self->shown_columns & 1u << column)
      g_strv_builder_add (builder, imp_column_get_nick (column));
  return g_strv_builder_end (builder);
}

/* Those there is room for: a view may be of a version that had more. */
static guint
find_columns (const char *const *nicks)
{
  guint found = 0;

  for (ImpColumn column = 0; column < IMP_N_COLUMNS; column++)
    if (g_strv_contains (nicks, imp_column_get_nick (column))
        && imp_columns_have_room (found, column))
      found |= 1u << column;
  return found;
}

static void
choose_columns (ImpIrritantsList *self, const char *const *nicks)
{
  const guint found = find_columns (nicks);

  for (ImpColumn column = 0; column < IMP_N_COLUMNS; column++)
    g_action_group_change_action_state (G_ACTION_GROUP (self->column_actions),
                                        imp_column_get_nick (column),
                                        g_variant_new_boolean ((found & 1u << column) != 0));
}

char *
imp_irritants_list_dup_columns (ImpIrritantsList *self)
{
  g_auto (GStrv) nicks = dup_nicks (self);

  return g_strjoinv (",", nicks);
}

void
imp_irritants_list_set_columns (ImpIrritantsList *self, const char *columns)
{
  g_auto (GStrv) nicks = g_strsplit (columns, ",", -1);

  choose_columns (self, (const char *const *) nicks);
}

void
imp_irritants_list_save_columns (ImpIrritantsList *self)
{
  g_auto (GStrv) nicks = dup_nicks (self);

  g_settings_set_strv (self->columns_settings, KEY, (const char *const *) nicks);
}

void
imp_irritants_list_remember_columns (ImpIrritantsList *self, GSettings *settings)
{
  g_auto (GStrv) nicks = g_settings_get_strv (settings, KEY);

  choose_columns (self, (const char *const *) nicks);
  g_set_object (&self->columns_settings, settings);
}
