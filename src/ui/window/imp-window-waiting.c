/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What stands in the window while there is no backlog in it, and soon will be. */
#include "config.h"

#include "ui/window/imp-window-private.h"

#include "ui/common/imp-plain.h"

#define PATIENCE_MS 200 /* what is quicker needs no word */

static gboolean
patience_ends_cb (gpointer data)
{
  ImpWindow *self = data;
  GtkWidget *page = adw_status_page_new ();
  g_autoptr (AdwSpinnerPaintable) spinner = adw_spinner_paintable_new (page);

  self->patience = 0;
  adw_status_page_set_paintable (ADW_STATUS_PAGE (page), GDK_PAINTABLE (spinner));
  adw_status_page_set_title (ADW_STATUS_PAGE (page), self->doing);
  imp_plain_text (page);
  adw_toolbar_view_set_content (self->opening, page);
  return G_SOURCE_REMOVE;
}

void
imp_window_start_waiting (ImpWindow *self, const char *doing)
{
  imp_window_stop_waiting (self);
  g_set_str (&self->doing, doing);
  self->patience = g_timeout_add (PATIENCE_MS, patience_ends_cb, self);
  if (self->compact) /* it would lie over it */
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "opening");
}

void
imp_window_stop_waiting (ImpWindow *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  adw_toolbar_view_set_content (self->opening, NULL);
}
