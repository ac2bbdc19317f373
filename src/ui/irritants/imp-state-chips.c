/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The chips that filter the list by state. */
#include "config.h"

#include "ui/irritants/imp-state-chips.h"

#include "backlog/imp-irritant-list.h"
#include "ui/common/imp-icon.h"

#include <glib/gi18n.h>

static const struct
{
  const char *label;
  guint states;
} filters[] = {
  { N_ ("Not yet fixed"), IMP_STATES_NOT_FIXED },
  { N_ ("Being fixed"), 1u << IMP_STATE_BEING_FIXED },
  { N_ ("Fixed"), 1u << IMP_STATE_FIXED | 1u << IMP_STATE_CONFIRMED },
  { N_ ("Declined"), 1u << IMP_STATE_DECLINED },
};

struct _ImpStateChips
{
  GtkWidget parent_instance;
  guint states;
  GtkToggleButton *chips[G_N_ELEMENTS (filters)];
};

G_DEFINE_FINAL_TYPE (ImpStateChips, imp_state_chips, GTK_TYPE_WIDGET)

enum
{
  PROP_STATES = 1,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
chip_toggled_cb (GtkToggleButton *chip, ImpStateChips *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    if (self->chips[i] == chip && gtk_toggle_button_get_active (chip))
      imp_state_chips_set_states (self, filters[i].states);
    else if (self->chips[i] == chip && self->states == filters[i].states)
      imp_state_chips_set_states (self, IMP_STATES_ALL);
}

static GtkToggleButton *
create_chip (ImpStateChips *self, const char *label)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cross = imp_icon_new ("window-close-symbolic");

  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_box_append (GTK_BOX (box), cross);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_image_set_pixel_size (GTK_IMAGE (cross), 10);
  g_object_bind_property (chip, "active", cross, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect (chip, "toggled", G_CALLBACK (chip_toggled_cb), self);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
  return GTK_TOGGLE_BUTTON (chip);
}

static void
imp_state_chips_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, IMP_STATE_CHIPS (object)->states);
}

static void
imp_state_chips_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  imp_state_chips_set_states (IMP_STATE_CHIPS (object), g_value_get_uint (value));
}

static void
imp_state_chips_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (imp_state_chips_parent_class)->dispose (object);
}

static void
imp_state_chips_class_init (ImpStateChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = imp_state_chips_get_property;
  object_class->set_property = imp_state_chips_set_property;
  object_class->dispose = imp_state_chips_dispose;
  properties[PROP_STATES] =
      g_param_spec_uint ("states", NULL, NULL, 0, G_MAXUINT, IMP_STATES_ALL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
imp_state_chips_init (ImpStateChips *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show only"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    self->chips[i] = create_chip (self, _ (filters[i].label));
  imp_state_chips_set_states (self, IMP_STATES_NOT_FIXED);
}

guint
imp_state_chips_get_states (ImpStateChips *self)
{
  return self->states;
}

void
imp_state_chips_set_states (ImpStateChips *self, guint states)
{
  if (self->states == states)
    return;
  self->states = states;
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    gtk_toggle_button_set_active (self->chips[i], filters[i].states == states);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATES]);
}
