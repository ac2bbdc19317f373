/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The bands of a question as large targets, each with its key. */
#include "config.h"

#include "ui/irritants/imp-band-targets.h"

#define N_TARGETS (IMP_N_BANDS + 1)
#define N_COLUMNS 4

typedef struct
{
  GtkWidget *button;
  GtkLabel *label, *key;
} Target;

struct _ImpBandTargets
{
  GtkWidget parent_instance;
  Target targets[N_TARGETS]; /* of the bands from 1 on, and of "don't know" */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (ImpBandTargets, imp_band_targets, GTK_TYPE_WIDGET)

enum
{
  PROP_NARROW = 1
};

static guint chosen_signal;

static int
get_band (guint i)
{
  return i < IMP_N_BANDS ? (int) i + 1 : 0;
}

static void
clicked_cb (ImpBandTargets *self, GtkWidget *button)
{
  for (guint i = 0; i < N_TARGETS; i++)
    if (self->targets[i].button == button)
      g_signal_emit (self, chosen_signal, 0, get_band (i));
}

static GtkLabel *
append_label (GtkWidget *box)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  return label;
}

static void
create_target (ImpBandTargets *self, guint i)
{
  g_autofree char *key = g_strdup_printf ("%u", i + 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Target *target = &self->targets[i];

  target->button = gtk_toggle_button_new ();
  target->label = append_label (box);
  target->key = append_label (box);
  gtk_label_set_text (target->key, key);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (target->key), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (target->key), "quiet");
  gtk_button_set_child (GTK_BUTTON (target->button), box);
  gtk_widget_add_css_class (target->button, "choice");
  gtk_widget_add_css_class (target->button, "target");
  gtk_accessible_update_property (GTK_ACCESSIBLE (target->button),
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key, -1);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (target->button),
                               i > 0 ? GTK_TOGGLE_BUTTON (self->targets[0].button) : NULL);
  g_signal_connect_swapped (target->button, "clicked", G_CALLBACK (clicked_cb), self);
}

/* The last one is as wide as two. */
static void
place_target (ImpBandTargets *self, guint i)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkLayoutChild *child;

  gtk_widget_set_parent (self->targets[i].button, GTK_WIDGET (self));
  child = gtk_layout_manager_get_layout_child (layout, self->targets[i].button);
  gtk_grid_layout_child_set_column (GTK_GRID_LAYOUT_CHILD (child), i % N_COLUMNS);
  gtk_grid_layout_child_set_row (GTK_GRID_LAYOUT_CHILD (child), i / N_COLUMNS);
  if (get_band (i) == 0)
    gtk_grid_layout_child_set_column_span (GTK_GRID_LAYOUT_CHILD (child), 2);
}

static void
set_narrow (ImpBandTargets *self, gboolean narrow)
{
  self->narrow = narrow;
  for (guint i = 0; i < N_TARGETS; i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->targets[i].key), !narrow);
      if (narrow)
        gtk_widget_remove_css_class (self->targets[i].button, "target");
      else
        gtk_widget_add_css_class (self->targets[i].button, "target");
    }
}

static void
imp_band_targets_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, IMP_BAND_TARGETS (object)->narrow);
}

static void
imp_band_targets_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_narrow (IMP_BAND_TARGETS (object), g_value_get_boolean (value));
}

static void
imp_band_targets_dispose (GObject *object)
{
  ImpBandTargets *self = IMP_BAND_TARGETS (object);

  for (guint i = 0; i < N_TARGETS; i++)
    g_clear_pointer (&self->targets[i].button, gtk_widget_unparent);
  G_OBJECT_CLASS (imp_band_targets_parent_class)->dispose (object);
}

static void
imp_band_targets_class_init (ImpBandTargetsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = imp_band_targets_get_property;
  object_class->set_property = imp_band_targets_set_property;
  object_class->dispose = imp_band_targets_dispose;
  g_object_class_install_property (
      object_class, PROP_NARROW,
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  chosen_signal = g_signal_new ("chosen", IMP_TYPE_BAND_TARGETS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
imp_band_targets_init (ImpBandTargets *self)
{
  GtkGridLayout *layout = GTK_GRID_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_grid_layout_set_row_spacing (layout, 6);
  gtk_grid_layout_set_column_spacing (layout, 6);
  gtk_grid_layout_set_column_homogeneous (layout, TRUE);
  for (guint i = 0; i < N_TARGETS; i++)
    {
      create_target (self, i);
      place_target (self, i);
    }
}

void
imp_band_targets_show (ImpBandTargets *self, ImpQuestion question, int band)
{
  for (guint i = 0; i < N_TARGETS; i++)
    {
      const Target *target = &self->targets[i];
      const char *label = imp_band_get_label (question, get_band (i));

      gtk_label_set_text (target->label, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (target->button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (target->button), get_band (i) == band);
    }
}
