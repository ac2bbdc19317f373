/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Base of the dialogs that do something with one fix. */
#include "config.h"

#include "ui/fixes/imp-fix-dialog.h"

#include "ui/common/imp-toasts.h"

typedef struct
{
  ImpItem fix;
  GCancellable *cancellable;
} ImpFixDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ImpFixDialog, imp_fix_dialog, IMP_TYPE_FORM_DIALOG)

enum
{
  PROP_FIX = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static ImpFixDialogPrivate *
get_private (ImpFixDialog *self)
{
  return imp_fix_dialog_get_instance_private (self);
}

static void
page_loaded_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpFixDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpFixPage) page = imp_backlog_fix_page_finish (IMP_BACKLOG (backlog), result, &error);

  if (page != NULL && imp_form_dialog_get_backlog (IMP_FORM_DIALOG (self)) != NULL)
    IMP_FIX_DIALOG_GET_CLASS (self)->loaded (self, page);
  else if (error != NULL)
    imp_toasts_show_error (GTK_WIDGET (self), error);
}

static void
imp_fix_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FIX)
    g_value_set_int64 (value, get_private (IMP_FIX_DIALOG (object))->fix);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_fix_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FIX)
    get_private (IMP_FIX_DIALOG (object))->fix = g_value_get_int64 (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_fix_dialog_constructed (GObject *object)
{
  ImpFixDialogPrivate *priv = get_private (IMP_FIX_DIALOG (object));
  ImpBacklog *backlog = imp_form_dialog_get_backlog (IMP_FORM_DIALOG (object));

  G_OBJECT_CLASS (imp_fix_dialog_parent_class)->constructed (object);
  priv->cancellable = g_cancellable_new ();
  if (backlog != NULL)
    imp_backlog_fix_page_async (backlog, priv->fix, priv->cancellable, page_loaded_cb,
                                g_object_ref (object));
}

static void
closed_cb (ImpFixDialog *self)
{
  g_cancellable_cancel (get_private (self)->cancellable);
}

static void
imp_fix_dialog_dispose (GObject *object)
{
  ImpFixDialogPrivate *priv = get_private (IMP_FIX_DIALOG (object));

  g_clear_object (&priv->cancellable);
  G_OBJECT_CLASS (imp_fix_dialog_parent_class)->dispose (object);
}

static void
imp_fix_dialog_class_init (ImpFixDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = imp_fix_dialog_get_property;
  object_class->set_property = imp_fix_dialog_set_property;
  object_class->constructed = imp_fix_dialog_constructed;
  object_class->dispose = imp_fix_dialog_dispose;
  props[PROP_FIX] =
      g_param_spec_int64 ("fix", NULL, NULL, 0, G_MAXINT64, 0,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
imp_fix_dialog_init (ImpFixDialog *self)
{
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

ImpItem
imp_fix_dialog_get_fix (ImpFixDialog *self)
{
  g_return_val_if_fail (IMP_IS_FIX_DIALOG (self), 0);

  return get_private (self)->fix;
}
