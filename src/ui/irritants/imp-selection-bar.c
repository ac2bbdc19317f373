/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How many irritants are chosen, and what can be done with them. */
#include "config.h"

#include "ui/irritants/imp-selection-bar.h"

#include "backlog/imp-backlog-bulk.h"
#include "ui/common/imp-menu.h"

#include <glib/gi18n.h>

struct _ImpSelectionBar
{
  GtkWidget parent_instance;
  GtkActionBar *bar;
  GtkLabel *count;
  GtkWidget *add_tag, *select_all;
  GtkMenuButton *change;
  ImpRowChoice *choice; /* of the list; NULL before it is set */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (ImpSelectionBar, imp_selection_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_NARROW = 1,
};

static const struct
{
  const char *label;
  ImpBulkKind kind;
  gboolean ends_section;
} commands[] = {
  { N_ ("Add _Tag…"), IMP_BULK_ADD_TAG },
  { N_ ("_Remove Tag…"), IMP_BULK_REMOVE_TAG, TRUE },
  { N_ ("_About What…"), IMP_BULK_SET_OFFERING },
  { N_ ("_Step…"), IMP_BULK_SET_STEP },
  { N_ ("_Outcome…"), IMP_BULK_SET_OUTCOME },
  { N_ ("_Waste…"), IMP_BULK_SET_WASTE },
  { N_ ("_Kind of Change…"), IMP_BULK_SET_CHANGE, TRUE },
  { N_ ("_Plan One Fix…"), IMP_BULK_PLAN },
  { N_ ("_Decline…"), IMP_BULK_DECLINE, TRUE },
  { N_ ("_Merge into the Highest"), IMP_BULK_MERGE, TRUE },
  { N_ ("D_elete"), IMP_BULK_DELETE, TRUE },
};

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (commands[i].label), NULL);

      g_menu_item_set_action_and_target (item, "irritants.bulk", "i", commands[i].kind);
      g_menu_append_item (section, item);
      if (!commands[i].ends_section)
        continue;
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
      g_object_unref (section);
      section = g_menu_new ();
    }
  return G_MENU_MODEL (menu);
}

static void
changed_cb (ImpSelectionBar *self)
{
  const guint n = imp_row_choice_count (self->choice);
  g_autofree char *count = g_strdup_printf (ngettext ("%'u selected", "%'u selected", n), n);

  gtk_label_set_label (self->count, n > 0 ? count : _ ("Select irritants"));
  gtk_widget_set_visible (self->select_all, n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->change), n > 0);
  gtk_widget_set_visible (self->add_tag, n > 0 && !self->narrow);
  gtk_action_bar_set_revealed (self->bar, imp_row_choice_is_choosing (self->choice));
}

static void
imp_selection_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, IMP_SELECTION_BAR (object)->narrow);
}

static void
imp_selection_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ImpSelectionBar *self = IMP_SELECTION_BAR (object);

  self->narrow = g_value_get_boolean (value);
  if (self->choice != NULL)
    changed_cb (self);
}

static void
imp_selection_bar_dispose (GObject *object)
{
  g_clear_object (&IMP_SELECTION_BAR (object)->choice);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_SELECTION_BAR);
  G_OBJECT_CLASS (imp_selection_bar_parent_class)->dispose (object);
}

static void
imp_selection_bar_class_init (ImpSelectionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = imp_selection_bar_get_property;
  G_OBJECT_CLASS (klass)->set_property = imp_selection_bar_set_property;
  G_OBJECT_CLASS (klass)->dispose = imp_selection_bar_dispose;
  g_object_class_install_property (
      G_OBJECT_CLASS (klass), PROP_NARROW,
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/irritants/imp-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpSelectionBar, bar);
  gtk_widget_class_bind_template_child (widget_class, ImpSelectionBar, count);
  gtk_widget_class_bind_template_child (widget_class, ImpSelectionBar, add_tag);
  gtk_widget_class_bind_template_child (widget_class, ImpSelectionBar, select_all);
  gtk_widget_class_bind_template_child (widget_class, ImpSelectionBar, change);
}

static void
imp_selection_bar_init (ImpSelectionBar *self)
{
  g_autoptr (GMenuModel) menu = create_menu ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add_tag), "i", IMP_BULK_ADD_TAG);
  imp_menu_offer (self->change, menu);
}

void
imp_selection_bar_set_choice (ImpSelectionBar *self, ImpRowChoice *choice)
{
  g_set_object (&self->choice, choice);
  g_signal_connect_object (choice, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}
