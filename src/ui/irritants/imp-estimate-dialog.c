/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A team estimates together before a screen: one question at a time, by the keyboard. */
#include "config.h"

#include "ui/irritants/imp-estimate-dialog-private.h"

#include "ui/common/imp-page-title.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-toasts.h"

G_DEFINE_FINAL_TYPE (ImpEstimateDialog, imp_estimate_dialog, ADW_TYPE_DIALOG)

enum
{
  PROP_NARROW = 1
};

/* Being told */

static void
answer (ImpEstimateDialog *self, int band)
{
  const ImpKnown known = imp_choice_bar_get_known (self->known);
  const ImpAnswer given = { .band = band, .known = band > 0 ? known : 0 };

  if (imp_sitting_get_page (self->sitting) != NULL) /* seen before it is saved */
    imp_band_targets_show (self->targets, imp_sitting_get_step (self->sitting)->question, band);
  imp_sitting_answer (self->sitting, &given);
}

static void
known_changed_cb (ImpEstimateDialog *self)
{
  const ImpSittingStep *step;

  if (self->filling || imp_choice_bar_get_selected (self->known) < 0)
    return;
  self->used = imp_choice_bar_get_known (self->known);
  step = imp_sitting_get_step (self->sitting);
  if (step != NULL && step->outcome == IMP_STEP_OUTCOME_ANSWERED)
    answer (self, step->answer.band);
}

static void
answer_cb (GtkWidget *widget, const char *action, GVariant *band)
{
  answer (IMP_ESTIMATE_DIALOG (widget), g_variant_get_int32 (band));
}

static void
go_on_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpEstimateDialog *self = IMP_ESTIMATE_DIALOG (widget);

  if (imp_sitting_is_over (self->sitting))
    adw_dialog_close (ADW_DIALOG (self));
  else
    imp_sitting_go_on (self->sitting);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
go_back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  imp_sitting_go_back (IMP_ESTIMATE_DIALOG (widget)->sitting);
}

/* Where people read from the right, right is back. */
static void
turn_cb (GtkWidget *widget, const char *action, GVariant *right)
{
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  ImpEstimateDialog *self = IMP_ESTIMATE_DIALOG (widget);

  if (g_variant_get_boolean (right) == mirrored)
    imp_sitting_go_back (self->sitting);
  else if (!imp_sitting_is_over (self->sitting))
    go_on_cb (widget, action, NULL);
}

static void
step_known_cb (GtkWidget *widget, const char *action, GVariant *by)
{
  ImpEstimateDialog *self = IMP_ESTIMATE_DIALOG (widget);
  const int known = (int) imp_choice_bar_get_known (self->known) + g_variant_get_int32 (by);

  imp_choice_bar_set_known (self->known,
                            (ImpKnown) CLAMP (known, IMP_KNOWN_MEASURED, IMP_KNOWN_GUESS));
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  imp_sitting_undo (IMP_ESTIMATE_DIALOG (widget)->sitting);
}

static void
try_again_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpEstimateDialog *self = IMP_ESTIMATE_DIALOG (widget);

  gtk_stack_set_visible_child_name (self->stack, "waiting");
  imp_sitting_start (self->sitting);
}

static void
end_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  imp_sitting_end (IMP_ESTIMATE_DIALOG (widget)->sitting);
}

static void
chosen_cb (ImpEstimateDialog *self, int band)
{
  answer (self, band);
}

static void
imp_estimate_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, IMP_ESTIMATE_DIALOG (object)->narrow);
}

static void
imp_estimate_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  imp_estimate_dialog_set_narrow (IMP_ESTIMATE_DIALOG (object), g_value_get_boolean (value));
}

static void
imp_estimate_dialog_dispose (GObject *object)
{
  ImpEstimateDialog *self = IMP_ESTIMATE_DIALOG (object);

  if (self->sitting != NULL)
    g_signal_handlers_disconnect_by_data (self->sitting, self);
  g_clear_object (&self->sitting);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_ESTIMATE_DIALOG);
  G_OBJECT_CLASS (imp_estimate_dialog_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "estimate.answer", "i", answer_cb);
  gtk_widget_class_install_action (widget_class, "estimate.on", NULL, go_on_cb);
  gtk_widget_class_install_action (widget_class, "estimate.back", NULL, go_back_cb);
  gtk_widget_class_install_action (widget_class, "estimate.turn", "b", turn_cb);
  gtk_widget_class_install_action (widget_class, "estimate.step-known", "i", step_known_cb);
  gtk_widget_class_install_action (widget_class, "estimate.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "estimate.end", NULL, end_cb);
  gtk_widget_class_install_action (widget_class, "estimate.try-again", NULL, try_again_cb);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/irritants/imp-estimate-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpEstimateDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, ImpEstimateDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ImpEstimateDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, ImpEstimateDialog, title);
  gtk_widget_class_bind_template_child (widget_class, ImpEstimateDialog, before);
  gtk_widget_class_bind_template_child (widget_class, ImpEstimateDialog, question);
  gtk_widget_class_bind_template_child (widget_class, ImpEstimateDialog, after);
  gtk_widget_class_bind_template_child (widget_class, ImpEstimateDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, ImpEstimateDialog, quotes);
  gtk_widget_class_bind_template_child (widget_class, ImpEstimateDialog, content);
  gtk_widget_class_bind_template_child (widget_class, ImpEstimateDialog, targets);
  gtk_widget_class_bind_template_child (widget_class, ImpEstimateDialog, known);
  gtk_widget_class_bind_template_child (widget_class, ImpEstimateDialog, share);
  gtk_widget_class_bind_template_child (widget_class, ImpEstimateDialog, end);
  gtk_widget_class_bind_template_child (widget_class, ImpEstimateDialog, foot);
  gtk_widget_class_bind_template_child (widget_class, ImpEstimateDialog, finish);
  gtk_widget_class_bind_template_child (widget_class, ImpEstimateDialog, on);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, known_changed_cb);
}

static void
imp_estimate_dialog_class_init (ImpEstimateDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = imp_estimate_dialog_get_property;
  object_class->set_property = imp_estimate_dialog_set_property;
  object_class->dispose = imp_estimate_dialog_dispose;
  g_object_class_install_property (
      object_class, PROP_NARROW,
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_type_ensure (IMP_TYPE_BAND_TARGETS);
  g_type_ensure (IMP_TYPE_CHOICE_BAR);
  g_type_ensure (IMP_TYPE_ESTIMATE_END);
  g_type_ensure (IMP_TYPE_PAGE_TITLE);
  bind_template (widget_class);
  install_actions (widget_class);
}

static const struct
{
  const char *keys, *action, *argument;
} shortcuts[] = {
  { "1|KP_1", "estimate.answer", "1" },    { "2|KP_2", "estimate.answer", "2" },
  { "3|KP_3", "estimate.answer", "3" },    { "4|KP_4", "estimate.answer", "4" },
  { "5|KP_5", "estimate.answer", "5" },    { "6|KP_6", "estimate.answer", "6" },
  { "7|KP_7", "estimate.answer", "0" },    { "s", "estimate.on", NULL },
  { "Left", "estimate.turn", "false" },    { "Right", "estimate.turn", "true" },
  { "Up", "estimate.step-known", "-1" },   { "Down", "estimate.step-known", "1" },
  { "<Control>z", "estimate.undo", NULL },
};

static GtkShortcut *
create_shortcut (guint i)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].keys),
                                            gtk_named_action_new (shortcuts[i].action));

  if (shortcuts[i].argument != NULL)
    gtk_shortcut_set_arguments (shortcut, g_variant_new_parsed (shortcuts[i].argument));
  return shortcut;
}

/* Inside the dialog: its frame takes the arrows to move the focus. */
static void
add_keys (GtkWidget *inside)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          create_shortcut (i));
  gtk_widget_add_controller (inside, controller);
}

static void
imp_estimate_dialog_init (ImpEstimateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = TRUE;
  imp_choice_bar_fill_known (self->known);
  self->filling = FALSE;
  imp_plain_text (GTK_WIDGET (self));
  add_keys (GTK_WIDGET (self->toasts));
  imp_toasts_install (GTK_WIDGET (self), self->toasts);
}

AdwDialog *
imp_estimate_dialog_new (ImpBacklog *backlog)
{
  ImpEstimateDialog *self = g_object_new (IMP_TYPE_ESTIMATE_DIALOG, NULL);

  self->sitting = imp_sitting_new (backlog);
  g_signal_connect_swapped (self->sitting, "changed", G_CALLBACK (imp_estimate_dialog_show), self);
  g_signal_connect_swapped (self->sitting, "failed", G_CALLBACK (imp_estimate_dialog_show_failure),
                            self);
  imp_estimate_dialog_update_actions (self);
  imp_sitting_start (self->sitting);
  return ADW_DIALOG (self);
}
