/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The calendar file that follows the rounds, as the window shows it. */
#include "config.h"

#include "ui/window/imp-window-private.h"

#include "ui/rounds/imp-calendar-dialog.h"

/* The same failure is told once, be it after each change, until it went well. */
static void
calendar_changed_cb (ImpWindow *self)
{
  const char *failure = imp_calendar_file_get_failure (self->calendar);

  if (failure == NULL || g_set_str (&self->calendar_told, failure))
    g_set_str (&self->calendar_failure, failure);
  if (failure == NULL)
    g_clear_pointer (&self->calendar_told, g_free);
  imp_window_update_banner (self);
}

void
imp_window_set_calendar_file (ImpWindow *self, ImpCalendarFile *file)
{
  if (self->calendar != NULL)
    g_signal_handlers_disconnect_by_func (self->calendar, calendar_changed_cb, self);
  g_clear_pointer (&self->calendar_failure, g_free);
  g_clear_pointer (&self->calendar_told, g_free);
  g_set_object (&self->calendar, file);
  if (file != NULL)
    {
      g_signal_connect_object (file, "changed", G_CALLBACK (calendar_changed_cb), self,
                               G_CONNECT_SWAPPED);
      calendar_changed_cb (self);
    }
  imp_window_update_banner (self);
  imp_window_update_actions (self);
}

void
imp_window_show_calendar (ImpWindow *self)
{
  g_clear_pointer (&self->calendar_failure, g_free);
  imp_window_update_banner (self);
  if (self->calendar != NULL)
    adw_dialog_present (imp_calendar_dialog_new (self->calendar), GTK_WIDGET (self));
}
