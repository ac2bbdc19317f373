/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One irritant that is known already, and the button that says so. */
#include "config.h"

#include "ui/capture/imp-known-row.h"

#include "model/imp-sentence.h"

#include <glib/gi18n.h>

struct _ImpKnownRow
{
  AdwActionRow parent_instance;

  ImpItem item;
  gboolean is_back, narrow;
  char *wide_line, *narrow_line;
  GtkLabel *hours, *label;
  GtkWidget *icon, *button;
};

G_DEFINE_FINAL_TYPE (ImpKnownRow, imp_known_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_NARROW = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint pressed_signal;

static const char *
get_state (ImpState state)
{
  static const char *const states[] = {
    [IMP_STATE_OPEN] = N_ ("open"),
    [IMP_STATE_PLANNED] = N_ ("planned"),
    [IMP_STATE_BEING_FIXED] = N_ ("being fixed"),
    [IMP_STATE_FIXED] = N_ ("fixed"),
    [IMP_STATE_CONFIRMED] = N_ ("fixed and confirmed"),
    [IMP_STATE_DECLINED] = N_ ("declined"),
  };

  g_return_val_if_fail (state >= IMP_STATE_OPEN && state <= IMP_STATE_DECLINED, "");
  return _ (states[state]);
}

static char *
describe_state (const ImpSimilar *similar, gboolean with_sites)
{
  const guint n = similar->n_voices;
  g_autofree char *voices = g_strdup_printf (ngettext ("%u voice", "%u voices", n), n);
  const char *sites = with_sites ? similar->sites : NULL;
  g_autofree char *line =
      g_strconcat (voices, sites != NULL ? " · " : "", sites != NULL ? sites : "", " · ",
                   get_state (similar->state), NULL);
  g_autofree char *reason = NULL;

  if (similar->state != IMP_STATE_DECLINED || similar->declined_reason == NULL)
    return g_steal_pointer (&line);
  /* Translators: why IT does not do something about an irritant */
  reason = g_strdup_printf (_ ("We cannot: %s"), similar->declined_reason);
  return g_strconcat (line, "\n", reason, NULL);
}

/* What was said a moment ago is not news of others: who said it comes first. */
static char *
describe (const ImpSimilar *similar, const char *heard, gboolean with_sites)
{
  g_autofree char *state = describe_state (similar, with_sites);
  g_autofree char *line = NULL;

  if (heard == NULL)
    return g_steal_pointer (&state);
  /* Translators: %s is one colleague or several: "Tom Firth, Goods in; Ana Costa" */
  line = g_strdup_printf (_ ("Heard on this round: %s"), heard);
  return g_strconcat (line, "\n", state, NULL);
}

static void
show_room (ImpKnownRow *self)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               self->narrow ? self->narrow_line : self->wide_line);
  gtk_widget_set_visible (GTK_WIDGET (self->hours), !self->narrow);
  gtk_widget_set_visible (self->icon, !self->narrow && !self->is_back);
}

static void
clicked_cb (ImpKnownRow *self)
{
  g_signal_emit (self, pressed_signal, 0);
}

static void
imp_known_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, IMP_KNOWN_ROW (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_known_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ImpKnownRow *self = IMP_KNOWN_ROW (object);

  if (id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  self->narrow = g_value_get_boolean (value);
  show_room (self);
}

static void
imp_known_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_KNOWN_ROW);
  G_OBJECT_CLASS (imp_known_row_parent_class)->dispose (object);
}

static void
imp_known_row_finalize (GObject *object)
{
  ImpKnownRow *self = IMP_KNOWN_ROW (object);

  g_free (self->wide_line);
  g_free (self->narrow_line);
  G_OBJECT_CLASS (imp_known_row_parent_class)->finalize (object);
}

static void
imp_known_row_class_init (ImpKnownRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = imp_known_row_get_property;
  object_class->set_property = imp_known_row_set_property;
  object_class->dispose = imp_known_row_dispose;
  object_class->finalize = imp_known_row_finalize;
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  pressed_signal = g_signal_new ("pressed", IMP_TYPE_KNOWN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/capture/imp-known-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpKnownRow, hours);
  gtk_widget_class_bind_template_child (widget_class, ImpKnownRow, label);
  gtk_widget_class_bind_template_child (widget_class, ImpKnownRow, icon);
  gtk_widget_class_bind_template_child (widget_class, ImpKnownRow, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
imp_known_row_init (ImpKnownRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Several buttons say the same: a screen reader tells them apart by the title. */
static void
show_button (ImpKnownRow *self, const char *title)
{
  const char *words = self->is_back ? _ ("It Is Back") : _ ("Me Too");
  g_autofree char *name = g_strdup_printf ("%s: %s", words, title);

  gtk_label_set_label (self->label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

ImpKnownRow *
imp_known_row_new (const ImpSimilar *similar, const char *heard)
{
  ImpKnownRow *self = g_object_new (IMP_TYPE_KNOWN_ROW, NULL);
  g_autofree char *hours = imp_impact_to_hours_words (similar->hours);

  self->item = similar->item;
  self->is_back = imp_similar_is_fixed (similar);
  self->wide_line = describe (similar, heard, TRUE);
  self->narrow_line = describe (similar, heard, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), similar->title);
  gtk_label_set_label (self->hours, hours);
  show_button (self, similar->title);
  show_room (self);
  return self;
}

ImpItem
imp_known_row_get_item (ImpKnownRow *self)
{
  return self->item;
}

gboolean
imp_known_row_is_back (ImpKnownRow *self)
{
  return self->is_back;
}
