/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The window stays until what was typed in it, or added to it, is on the disk. */
#include "config.h"

#include "ui/window/imp-window-private.h"

#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>

static void
close_now (ImpWindow *self)
{
  self->closing = IMP_CLOSING_NOW;
  gtk_window_close (GTK_WINDOW (self));
}

static void
ask (ImpWindow *self)
{
  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("Close Without Saving?"), _ ("Not everything could be saved. Keep the window open to try "
                                      "again, or to copy what you typed."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "keep", _ ("_Keep Open"), "close",
                                  _ ("_Close Anyway"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "close",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "keep");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response::close", G_CALLBACK (close_now), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
done_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpWindow) self = data;

  imp_backlog_wait_finish (IMP_BACKLOG (backlog), result, NULL);
  self->closing = IMP_CLOSING_NOT;
  if (imp_toasts_count_errors (GTK_WIDGET (self)) > self->n_errors)
    ask (self);
  else
    close_now (self);
}

gboolean
imp_window_hold_closing (ImpWindow *self)
{
  if (self->closing == IMP_CLOSING_NOW || self->backlog == NULL)
    return FALSE;
  if (self->closing == IMP_CLOSING_WAITS)
    return TRUE;
  self->closing = IMP_CLOSING_WAITS;
  self->n_errors = imp_toasts_count_errors (GTK_WIDGET (self));
  gtk_window_set_focus (GTK_WINDOW (self), NULL); /* a text keeps itself when it is left */
  imp_backlog_wait_async (self->backlog, done_cb, g_object_ref (self));
  return TRUE;
}
