/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a backlog without irritants shows: how to begin. */
#include "config.h"

#include "ui/irritants/imp-welcome.h"

#include "ui/common/imp-focus.h"
#include "ui/common/imp-sidebar-button.h"

struct _ImpWelcome
{
  AdwBin parent_instance;
  GtkWidget *first;
};

G_DEFINE_FINAL_TYPE (ImpWelcome, imp_welcome, ADW_TYPE_BIN)

static void
imp_welcome_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_WELCOME);
  G_OBJECT_CLASS (imp_welcome_parent_class)->dispose (object);
}

static void
imp_welcome_class_init (ImpWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_welcome_dispose;
  g_type_ensure (IMP_TYPE_SIDEBAR_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Improve/ui/irritants/imp-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpWelcome, first);
}

static void
imp_welcome_init (ImpWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
imp_welcome_take_focus (ImpWelcome *self)
{
  imp_focus_first (self->first);
}
