/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What wants something now, in the sidebar and on its page. */
#include "config.h"

#include "ui/window/imp-window-private.h"

#include "backlog/imp-backlog-today.h"
#include "ui/common/imp-toasts.h"
#include "ui/today/imp-today-page.h"

#define LOOK_EACH_SECONDS 60

static void look (ImpWindow *self);

static void
show_today (ImpWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, "today");

  imp_sidebar_set_today (self->sidebar, self->today);
  if (page != NULL)
    imp_today_page_show (IMP_TODAY_PAGE (page), self->today);
}

static void
today_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpWindow) self = data;
  g_autoptr (GError) error = NULL;
  ImpBacklog *backlog = IMP_BACKLOG (source);
  ImpToday *today = imp_backlog_today_finish (backlog, result, &error);

  if (today == NULL)
    imp_toasts_show_error (GTK_WIDGET (self), error);
  if (self->backlog != backlog)
    {
      g_clear_pointer (&today, imp_today_unref);
      return;
    }
  self->is_looking = FALSE;
  if (self->look_again)
    look (self);
  if (today == NULL)
    return;
  g_clear_pointer (&self->today, imp_today_unref);
  self->today = today;
  show_today (self);
}

/* Changes that come while it is being read are looked at once, afterwards. */
static void
look (ImpWindow *self)
{
  self->look_again = self->is_looking;
  if (self->is_looking)
    return;
  self->is_looking = TRUE;
  imp_backlog_today_async (self->backlog, NULL, today_found_cb, g_object_ref (self));
}

/* The window may be open overnight, and the computer asleep. */
static gboolean
look_at_clock_cb (gpointer data)
{
  ImpWindow *self = data;

  if (self->today != NULL && self->today->day != imp_backlog_get_today (self->backlog))
    look (self);
  return G_SOURCE_CONTINUE;
}

void
imp_window_look_at_today (ImpWindow *self)
{
  look (self);
  if (self->clock == 0)
    self->clock = g_timeout_add_seconds (LOOK_EACH_SECONDS, look_at_clock_cb, self);
}

void
imp_window_forget_today (ImpWindow *self)
{
  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_pointer (&self->today, imp_today_unref);
  self->is_looking = self->look_again = FALSE;
}
