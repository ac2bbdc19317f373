/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A colleague: what is known of them, and erasing it. */
#include "config.h"

#include "ui/people/imp-person-dialog.h"

#include "ui/common/imp-toasts.h"
#include "ui/people/imp-person-view.h"

#include <glib/gi18n.h>

struct _ImpPersonDialog
{
  AdwDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (ImpPersonDialog, imp_person_dialog, ADW_TYPE_DIALOG)

/* The library's own frame outlives the dialog, and would keep the pages and with them the backlog. */
static void
imp_person_dialog_dispose (GObject *object)
{
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  G_OBJECT_CLASS (imp_person_dialog_parent_class)->dispose (object);
}

static void
imp_person_dialog_class_init (ImpPersonDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_person_dialog_dispose;
}

static void
imp_person_dialog_init (ImpPersonDialog *self)
{
}

AdwDialog *
imp_person_dialog_new (ImpBacklog *backlog, GSettings *settings, ImpItem person)
{
  AdwDialog *self =
      g_object_new (IMP_TYPE_PERSON_DIALOG, "title", _ ("Colleague"), "content-width", 560,
                    "content-height", 680, "width-request", 320, "height-request", 220, NULL);
  GtkWidget *toasts = adw_toast_overlay_new ();
  GtkWidget *pages = adw_navigation_view_new ();
  GtkWidget *view = imp_person_view_new (backlog, settings, person);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (pages), ADW_NAVIGATION_PAGE (view));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), pages);
  adw_dialog_set_child (self, toasts);
  imp_toasts_install (GTK_WIDGET (self), ADW_TOAST_OVERLAY (toasts));
  return self;
}
