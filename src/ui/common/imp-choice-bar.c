/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One choice out of a few, in a row or, where it is narrow, in a grid. */
#include "config.h"

#include "ui/common/imp-choice-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/common/imp-form-dialog.h"

#define N_COLUMNS        4
#define N_COLUMNS_TIGHT  2
#define N_WITH_DONT_KNOW (IMP_N_BANDS + 1)

struct _ImpChoiceBar
{
  GtkWidget parent_instance;
  GtkLabel *heading;
  GtkStack *stack;
  AdwToggleGroup *row;
  GtkGrid *grid;
  GPtrArray *buttons; /* of GtkToggleButton, owned by the grid */
  GBinding *binding;  /* to the dialog; unowned: lives as long as both ends */
  int selected;
  guint span; /* cells of the grid that a choice takes */
  gboolean narrow, tight;
};

G_DEFINE_FINAL_TYPE (ImpChoiceBar, imp_choice_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_TITLE = 1,
  PROP_SELECTED,
  PROP_NARROW,
  PROP_TIGHT,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static GtkGridLayoutChild *
get_layout_child (ImpChoiceBar *self, guint position)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self->grid));

  return GTK_GRID_LAYOUT_CHILD (
      gtk_layout_manager_get_layout_child (layout, g_ptr_array_index (self->buttons, position)));
}

static gboolean
is_dont_know (guint position)
{
  return position + 1 == N_WITH_DONT_KNOW;
}

static void
place (ImpChoiceBar *self, guint position)
{
  const guint n_columns = self->tight ? N_COLUMNS_TIGHT : N_COLUMNS;
  const guint cell = position * self->span;
  GtkGridLayoutChild *child = get_layout_child (self, position);

  gtk_grid_layout_child_set_column (child, cell % n_columns);
  gtk_grid_layout_child_set_row (child, cell / n_columns);
  gtk_grid_layout_child_set_column_span (child, is_dont_know (position) ? 2 : self->span);
}

/* tight: half as many columns, for large text. */
static void
set_room (ImpChoiceBar *self, gboolean narrow, gboolean tight)
{
  self->narrow = narrow;
  self->tight = tight;
  for (guint i = 0; i < self->buttons->len; i++)
    place (self, i);
  gtk_stack_set_visible_child (self->stack,
                               narrow || tight ? GTK_WIDGET (self->grid) : GTK_WIDGET (self->row));
}

static void
show_in_row (ImpChoiceBar *self)
{
  guint active = self->selected < 0 ? GTK_INVALID_LIST_POSITION : (guint) self->selected;

  if (adw_toggle_group_get_active (self->row) != active)
    adw_toggle_group_set_active (self->row, active);
}

static void
show_in_grid (ImpChoiceBar *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i), (int) i == self->selected);
}

static void
row_changed_cb (ImpChoiceBar *self)
{
  guint active = adw_toggle_group_get_active (self->row);

  imp_choice_bar_set_selected (self, active == GTK_INVALID_LIST_POSITION ? -1 : (int) active);
}

static void
button_toggled_cb (GtkToggleButton *button, ImpChoiceBar *self)
{
  guint position;

  if (gtk_toggle_button_get_active (button) && g_ptr_array_find (self->buttons, button, &position))
    imp_choice_bar_set_selected (self, position);
}

static GtkWidget *
create_button (ImpChoiceBar *self, const char *label)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *text = gtk_label_new (label);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_lines (GTK_LABEL (text), 2);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "choice");
  if (self->buttons->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  g_signal_connect (button, "toggled", G_CALLBACK (button_toggled_cb), self);
  return button;
}

static void
imp_choice_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ImpChoiceBar *self = IMP_CHOICE_BAR (object);

  if (id == PROP_TITLE)
    g_value_set_string (value, gtk_label_get_text (self->heading));
  else if (id == PROP_SELECTED)
    g_value_set_int (value, self->selected);
  else
    g_value_set_boolean (value, id == PROP_NARROW ? self->narrow : self->tight);
}

static void
imp_choice_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ImpChoiceBar *self = IMP_CHOICE_BAR (object);

  if (id == PROP_TITLE)
    gtk_label_set_text (self->heading, g_value_get_string (value));
  else if (id == PROP_SELECTED)
    imp_choice_bar_set_selected (self, g_value_get_int (value));
  else if (id == PROP_NARROW)
    set_room (self, g_value_get_boolean (value), self->tight);
  else
    set_room (self, self->narrow, g_value_get_boolean (value));
}

static void
imp_choice_bar_root (GtkWidget *widget)
{
  ImpChoiceBar *self = IMP_CHOICE_BAR (widget);
  GtkWidget *dialog = gtk_widget_get_ancestor (widget, IMP_TYPE_FORM_DIALOG);

  GTK_WIDGET_CLASS (imp_choice_bar_parent_class)->root (widget);
  if (dialog != NULL)
    self->binding = g_object_bind_property (dialog, "tight", self, "tight", G_BINDING_SYNC_CREATE);
}

static void
imp_choice_bar_unroot (GtkWidget *widget)
{
  g_clear_pointer (&IMP_CHOICE_BAR (widget)->binding, g_binding_unbind);
  GTK_WIDGET_CLASS (imp_choice_bar_parent_class)->unroot (widget);
}

static void
imp_choice_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_CHOICE_BAR);
  G_OBJECT_CLASS (imp_choice_bar_parent_class)->dispose (object);
}

static void
imp_choice_bar_finalize (GObject *object)
{
  g_ptr_array_unref (IMP_CHOICE_BAR (object)->buttons);
  G_OBJECT_CLASS (imp_choice_bar_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SELECTED] = g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_TIGHT] = g_param_spec_boolean ("tight", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
imp_choice_bar_class_init (ImpChoiceBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = imp_choice_bar_get_property;
  object_class->set_property = imp_choice_bar_set_property;
  object_class->dispose = imp_choice_bar_dispose;
  object_class->finalize = imp_choice_bar_finalize;
  widget_class->root = imp_choice_bar_root;
  widget_class->unroot = imp_choice_bar_unroot;
  install_properties (object_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/common/imp-choice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpChoiceBar, heading);
  gtk_widget_class_bind_template_child (widget_class, ImpChoiceBar, stack);
  gtk_widget_class_bind_template_child (widget_class, ImpChoiceBar, row);
  gtk_widget_class_bind_template_child (widget_class, ImpChoiceBar, grid);
  gtk_widget_class_bind_template_callback (widget_class, row_changed_cb);
}

static void
imp_choice_bar_init (ImpChoiceBar *self)
{
  self->selected = -1;
  self->buttons = g_ptr_array_new ();
  g_type_ensure (ADW_TYPE_TOGGLE_GROUP);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
imp_choice_bar_new (const char *title)
{
  return g_object_new (IMP_TYPE_CHOICE_BAR, "title", title, NULL);
}

static void
add (ImpChoiceBar *self, const char *label, const char *short_label, guint span)
{
  AdwToggle *toggle = adw_toggle_new ();
  GtkWidget *button = create_button (self, short_label);
  const guint position = self->buttons->len;
  const int selected = self->selected;

  adw_toggle_set_label (toggle, label);
  adw_toggle_group_add (self->row, toggle);
  self->selected = selected; /* the group chooses the first one by itself */
  if (is_dont_know (position))
    gtk_widget_add_css_class (button, "flat");
  gtk_grid_attach (self->grid, button, 0, 0, 1, 1);
  g_ptr_array_add (self->buttons, button);
  self->span = span;
  place (self, position);
  show_in_row (self);
}

/* Free words are longer than bands: two of them fill a row of the grid. */
void
imp_choice_bar_add (ImpChoiceBar *self, const char *label)
{
  add (self, label, label, 2);
}

int
imp_choice_bar_get_selected (ImpChoiceBar *self)
{
  return self->selected;
}

void
imp_choice_bar_set_selected (ImpChoiceBar *self, int selected)
{
  if (self->selected == selected)
    return;
  self->selected = selected;
  show_in_row (self);
  show_in_grid (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/* What is too long for a button of the grid. */
static const char *
get_short_label (ImpQuestion question, int band)
{
  if (question == IMP_QUESTION_OFTEN && band == 4)
    return _ ("2–3/week");
  return imp_band_get_label (question, band);
}

void
imp_choice_bar_fill_bands (ImpChoiceBar *self, ImpQuestion question)
{
  gtk_label_set_text (self->heading, imp_question_get_label (question));
  for (int band = 1; band <= IMP_N_BANDS; band++)
    add (self, imp_band_get_label (question, band), get_short_label (question, band), 1);
  add (self, imp_band_get_label (question, 0), imp_band_get_label (question, 0), 1);
}

int
imp_choice_bar_get_band (ImpChoiceBar *self)
{
  return self->selected < IMP_N_BANDS ? self->selected + 1 : 0;
}

void
imp_choice_bar_set_band (ImpChoiceBar *self, int band)
{
  imp_choice_bar_set_selected (self, band > 0 ? band - 1 : IMP_N_BANDS);
}

void
imp_choice_bar_fill_known (ImpChoiceBar *self)
{
  gtk_label_set_text (self->heading, _ ("How do we know?"));
  for (int known = IMP_KNOWN_MEASURED; known <= IMP_KNOWN_GUESS; known++)
    imp_choice_bar_add (self, imp_known_get_label (known));
}

ImpKnown
imp_choice_bar_get_known (ImpChoiceBar *self)
{
  return self->selected < 0 ? IMP_KNOWN_ONE : (ImpKnown) (self->selected + IMP_KNOWN_MEASURED);
}

void
imp_choice_bar_set_known (ImpChoiceBar *self, ImpKnown known)
{
  imp_choice_bar_set_selected (self, (int) known - IMP_KNOWN_MEASURED);
}
