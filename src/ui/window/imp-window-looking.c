/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the window reads for its sidebar and pages, at first and after each change. */
#include "config.h"

#include "ui/window/imp-window-private.h"

#include "backlog/imp-backlog-history.h"
#include "backlog/imp-backlog-today.h"
#include "ui/common/imp-toasts.h"
#include "ui/today/imp-today-page.h"

#define LOOK_EACH_SECONDS 60
/* What ImpToday is read from. */
#define KINDS_OF_TODAY                                                                             \
  (1u << IMP_KIND_SITE | 1u << IMP_KIND_DEPARTMENT | 1u << IMP_KIND_PERSON                         \
   | 1u << IMP_KIND_IRRITANT | 1u << IMP_KIND_REPORT | 1u << IMP_KIND_FIX | 1u << IMP_KIND_REMOVAL \
   | 1u << IMP_KIND_PROMISE | 1u << IMP_KIND_CONFIRMATION | 1u << IMP_KIND_ROUND                   \
   | 1u << IMP_KIND_MEETING | 1u << IMP_KIND_OBSERVATION | 1u << IMP_KIND_TOLD)

static void
overview_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpWindow) self = data;
  g_autoptr (GError) error = NULL;
  GtkWidget *irritants;
  ImpOverview overview;

  if (!imp_backlog_overview_finish (IMP_BACKLOG (source), result, &overview, &error))
    {
      imp_toasts_show_error (GTK_WIDGET (self), error);
      return;
    }
  if (self->backlog != IMP_BACKLOG (source))
    return;
  self->overview = overview;
  self->has_overview = TRUE;
  imp_sidebar_set_overview (self->sidebar, &overview);
  irritants = gtk_stack_get_child_by_name (self->stack, "irritants");
  if (irritants != NULL)
    imp_irritants_page_set_overview (IMP_IRRITANTS_PAGE (irritants), &overview);
}

static void
contests_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contests =
      imp_backlog_contests_finish (IMP_BACKLOG (source), result, &error);
  GtkWidget *irritants;

  if (contests == NULL)
    {
      imp_toasts_show_error (GTK_WIDGET (self), error);
      return;
    }
  if (self->backlog != IMP_BACKLOG (source))
    return;
  self->n_contests = contests->len;
  imp_window_update_actions (self);
  irritants = gtk_stack_get_child_by_name (self->stack, "irritants");
  if (irritants != NULL)
    imp_irritants_page_set_contests (IMP_IRRITANTS_PAGE (irritants), self->n_contests);
}

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

  if (self->backlog != backlog)
    {
      g_clear_pointer (&today, imp_today_unref);
      return;
    }
  if (today == NULL && !self->look_failed)
    imp_toasts_show_error (GTK_WIDGET (self), error);
  self->look_failed = today == NULL;
  self->is_looking = FALSE;
  if (self->look_again)
    look (self);
  if (today == NULL)
    return;
  g_clear_pointer (&self->today, imp_today_unref);
  self->today = today;
  show_today (self);
}

static gboolean
look_cb (gpointer data)
{
  ImpWindow *self = data;

  self->idle_look = 0;
  self->is_looking = TRUE;
  imp_backlog_today_async (self->backlog, NULL, today_found_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* After what the page that is shown asks for, for the backlog answers one after the other. Changes
 * that come while it is being read are looked at once, afterwards. */
static void
look (ImpWindow *self)
{
  self->look_again = self->is_looking;
  if (!self->is_looking && self->idle_look == 0)
    self->idle_look = g_idle_add_full (G_PRIORITY_LOW, look_cb, self, NULL);
}

/* The window may be open overnight, and the computer asleep; and the first look may have failed. */
void
imp_window_look_at_clock (ImpWindow *self)
{
  if (self->backlog == NULL)
    return;
  if (self->today != NULL ? self->today->day != imp_backlog_get_today (self->backlog)
                          : !self->is_looking)
    look (self);
}

static gboolean
minute_passed_cb (gpointer self)
{
  imp_window_look_at_clock (self);
  return G_SOURCE_CONTINUE;
}

static void
look_at_backlog (ImpWindow *self)
{
  imp_window_update_actions (self);
  imp_backlog_contests_async (self->backlog, 0, IMP_CONTESTS_COUNTED + 1, NULL, contests_found_cb,
                              g_object_ref (self));
  imp_backlog_overview_async (self->backlog, overview_found_cb, g_object_ref (self));
}

void
imp_window_look_over (ImpWindow *self)
{
  look_at_backlog (self);
  look (self);
  if (self->clock == 0)
    self->clock = g_timeout_add_seconds (LOOK_EACH_SECONDS, minute_passed_cb, self);
}

void
imp_window_follow (ImpWindow *self, guint kinds)
{
  look_at_backlog (self);
  if ((kinds & KINDS_OF_TODAY) != 0)
    look (self);
}

void
imp_window_stop_looking (ImpWindow *self)
{
  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_handle_id (&self->idle_look, g_source_remove);
  g_clear_pointer (&self->today, imp_today_unref);
  self->is_looking = self->look_again = self->look_failed = FALSE;
}
