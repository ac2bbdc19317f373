/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A dialog with one thing to do: Cancel, what is asked, and the button that does it. */
#include "config.h"

#include "ui/common/imp-form-dialog.h"

#include "ui/common/imp-headings.h"
#include "ui/common/imp-page-title.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>

#define MARGIN        24
#define MARGIN_NARROW 12

typedef struct
{
  ImpBacklog *backlog;
  char *action_label;
  char *subtitle; /* may be NULL */
  gboolean complete;
  gboolean busy; /* a write is under way */
  gboolean narrow;
  gboolean tight;
  gboolean stays; /* after a write */

  GtkWidget *submit;
  GtkButton *cancel;
  AdwToastOverlay *toasts;
  AdwBin *form;
  GtkLabel *foot;
  AdwBin *bottom;
  AdwToolbarView *toolbar_view;
} ImpFormDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ImpFormDialog, imp_form_dialog, ADW_TYPE_DIALOG)

enum
{
  PROP_BACKLOG = 1,
  PROP_ACTION_LABEL,
  PROP_SUBTITLE,
  PROP_CONTENT,
  PROP_FOOT,
  PROP_BOTTOM,
  PROP_COMPLETE,
  PROP_NARROW,
  PROP_TIGHT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static ImpFormDialogPrivate *
get_private (ImpFormDialog *self)
{
  return imp_form_dialog_get_instance_private (self);
}

static void
update_submit (ImpFormDialog *self)
{
  ImpFormDialogPrivate *priv = get_private (self);

  gtk_widget_set_sensitive (priv->submit, priv->complete && !priv->busy);
}

static void
submit_clicked_cb (ImpFormDialog *self)
{
  IMP_FORM_DIALOG_GET_CLASS (self)->submit (self);
}

/* Not by setters of the breakpoint: it outlives what they would refer to. */
static void
set_narrow (ImpFormDialog *self, gboolean narrow)
{
  ImpFormDialogPrivate *priv = get_private (self);
  GtkWidget *parts[] = { GTK_WIDGET (priv->form), GTK_WIDGET (priv->foot),
                         GTK_WIDGET (priv->bottom) };

  priv->narrow = narrow;
  for (guint i = 0; i < G_N_ELEMENTS (parts) && parts[i] != NULL; i++)
    {
      gtk_widget_set_margin_start (parts[i], narrow ? MARGIN_NARROW : MARGIN);
      gtk_widget_set_margin_end (parts[i], narrow ? MARGIN_NARROW : MARGIN);
    }
}

static void
set_bottom (ImpFormDialog *self, GtkWidget *bottom)
{
  ImpFormDialogPrivate *priv = get_private (self);

  if (bottom == NULL)
    return;
  adw_bin_set_child (priv->bottom, bottom);
  adw_toolbar_view_set_bottom_bar_style (priv->toolbar_view, ADW_TOOLBAR_RAISED_BORDER);
}

static void
imp_form_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ImpFormDialogPrivate *priv = get_private (IMP_FORM_DIALOG (object));

  switch (id)
    {
    case PROP_BACKLOG:
      g_value_set_object (value, priv->backlog);
      break;
    case PROP_ACTION_LABEL:
      g_value_set_string (value, priv->action_label);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, priv->subtitle);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, adw_bin_get_child (priv->form));
      break;
    case PROP_FOOT:
      g_value_set_string (value, gtk_label_get_label (priv->foot));
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, priv->complete);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, priv->narrow);
      break;
    case PROP_TIGHT:
      g_value_set_boolean (value, priv->tight);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
imp_form_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ImpFormDialog *self = IMP_FORM_DIALOG (object);
  ImpFormDialogPrivate *priv = get_private (self);

  switch (id)
    {
    case PROP_BACKLOG:
      priv->backlog = g_value_dup_object (value);
      break;
    case PROP_ACTION_LABEL:
      g_set_str (&priv->action_label, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      g_set_str (&priv->subtitle, g_value_get_string (value));
      break;
    case PROP_CONTENT:
      adw_bin_set_child (priv->form, g_value_get_object (value));
      imp_plain_text (GTK_WIDGET (priv->form));
      imp_headings_wrap (GTK_WIDGET (priv->form));
      break;
    case PROP_FOOT:
      imp_form_dialog_set_foot (self, g_value_get_string (value));
      break;
    case PROP_BOTTOM:
      set_bottom (self, g_value_get_object (value));
      break;
    case PROP_COMPLETE:
      imp_form_dialog_set_complete (self, g_value_get_boolean (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_TIGHT:
      priv->tight = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
imp_form_dialog_dispose (GObject *object)
{
  ImpFormDialogPrivate *priv = get_private (IMP_FORM_DIALOG (object));

  g_clear_object (&priv->backlog);
  g_clear_pointer (&priv->action_label, g_free);
  g_clear_pointer (&priv->subtitle, g_free);
  /* libadwaita 1.7 keeps the sheet of a dialog that was shown, and all that is still in it. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_FORM_DIALOG);
  G_OBJECT_CLASS (imp_form_dialog_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  props[PROP_BACKLOG] =
      g_param_spec_object ("backlog", NULL, NULL, IMP_TYPE_BACKLOG, flags | G_PARAM_CONSTRUCT_ONLY);
  props[PROP_ACTION_LABEL] = g_param_spec_string ("action-label", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_FOOT] = g_param_spec_string ("foot", NULL, NULL, NULL, flags);
  props[PROP_BOTTOM] = g_param_spec_object ("bottom", NULL, NULL, GTK_TYPE_WIDGET,
                                            G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  props[PROP_TIGHT] = g_param_spec_boolean ("tight", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
imp_form_dialog_class_init (ImpFormDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = imp_form_dialog_get_property;
  object_class->set_property = imp_form_dialog_set_property;
  object_class->dispose = imp_form_dialog_dispose;
  install_properties (object_class);
  g_type_ensure (IMP_TYPE_PAGE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/common/imp-form-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, ImpFormDialog, submit);
  gtk_widget_class_bind_template_child_private (widget_class, ImpFormDialog, cancel);
  gtk_widget_class_bind_template_child_private (widget_class, ImpFormDialog, toasts);
  gtk_widget_class_bind_template_child_private (widget_class, ImpFormDialog, form);
  gtk_widget_class_bind_template_child_private (widget_class, ImpFormDialog, foot);
  gtk_widget_class_bind_template_child_private (widget_class, ImpFormDialog, bottom);
  gtk_widget_class_bind_template_child_private (widget_class, ImpFormDialog, toolbar_view);
  gtk_widget_class_bind_template_callback (widget_class, submit_clicked_cb);
}

static void
imp_form_dialog_init (ImpFormDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_submit (self);
}

ImpBacklog *
imp_form_dialog_get_backlog (ImpFormDialog *self)
{
  g_return_val_if_fail (IMP_IS_FORM_DIALOG (self), NULL);

  return get_private (self)->backlog;
}

void
imp_form_dialog_set_complete (ImpFormDialog *self, gboolean complete)
{
  g_return_if_fail (IMP_IS_FORM_DIALOG (self));

  get_private (self)->complete = complete;
  update_submit (self);
}

void
imp_form_dialog_set_foot (ImpFormDialog *self, const char *text)
{
  ImpFormDialogPrivate *priv = get_private (self);

  g_return_if_fail (IMP_IS_FORM_DIALOG (self));

  gtk_label_set_label (priv->foot, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->foot), text != NULL);
  adw_toolbar_view_set_bottom_bar_style (
      priv->toolbar_view, text != NULL ? ADW_TOOLBAR_RAISED_BORDER : ADW_TOOLBAR_FLAT);
}

void
imp_form_dialog_set_stays (ImpFormDialog *self, gboolean stays)
{
  ImpFormDialogPrivate *priv = get_private (self);

  g_return_if_fail (IMP_IS_FORM_DIALOG (self));

  priv->stays = stays;
  imp_toasts_install (GTK_WIDGET (self), stays ? priv->toasts : NULL);
}

gboolean
imp_form_dialog_get_stays (ImpFormDialog *self)
{
  g_return_val_if_fail (IMP_IS_FORM_DIALOG (self), FALSE);

  return get_private (self)->stays;
}

gboolean
imp_form_dialog_is_busy (ImpFormDialog *self)
{
  g_return_val_if_fail (IMP_IS_FORM_DIALOG (self), FALSE);

  return get_private (self)->busy;
}

gpointer
imp_form_dialog_expect (ImpFormDialog *self)
{
  g_return_val_if_fail (IMP_IS_FORM_DIALOG (self), NULL);

  get_private (self)->busy = TRUE;
  update_submit (self);
  return g_object_ref (self);
}

void
imp_form_dialog_written_cb (GObject *backlog, GAsyncResult *result, gpointer expected)
{
  g_autoptr (ImpFormDialog) self = expected;
  ImpFormDialogClass *klass = IMP_FORM_DIALOG_GET_CLASS (self);
  ImpFormDialogPrivate *priv = get_private (self);
  g_autofree char *done = priv->submit != NULL && priv->stays && klass->say_done != NULL
                              ? klass->say_done (self)
                              : NULL;
  ImpItem item = 0;
  gboolean written = imp_toasts_finish_write_saying (GTK_WIDGET (self), IMP_BACKLOG (backlog),
                                                     result, done, &item);

  priv->busy = FALSE;
  if (priv->submit != NULL)
    update_submit (self);
  if (!written)
    return;
  if (klass->written != NULL)
    klass->written (self, item);
  if (!priv->stays)
    adw_dialog_force_close (ADW_DIALOG (self));
  else if (priv->cancel != NULL) /* what was written is not taken back by going */
    gtk_button_set_label (priv->cancel, _ ("_Close"));
}
