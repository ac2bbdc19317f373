/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A colleague: what is known of them, and erasing it. */
#include "config.h"

#include "ui/people/imp-person-dialog.h"

#include "ui/common/imp-toasts.h"
#include "ui/people/imp-person-view.h"

#include <glib/gi18n.h>

AdwDialog *
imp_person_dialog_new (ImpBacklog *backlog, GSettings *settings, ImpItem person)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toasts = adw_toast_overlay_new ();
  GtkWidget *pages = adw_navigation_view_new ();
  GtkWidget *view = imp_person_view_new (backlog, settings, person);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (pages), ADW_NAVIGATION_PAGE (view));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), pages);
  adw_dialog_set_title (dialog, _ ("Colleague"));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 680);
  gtk_widget_set_size_request (GTK_WIDGET (dialog), 320, 220);
  adw_dialog_set_child (dialog, toasts);
  imp_toasts_install (GTK_WIDGET (dialog), ADW_TOAST_OVERLAY (toasts));
  return dialog;
}
