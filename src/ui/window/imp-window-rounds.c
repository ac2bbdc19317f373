/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rounds in the window: planning, showing, going on one. */
#include "config.h"

#include "ui/window/imp-window-private.h"

#include "backlog/imp-backlog-rounds.h"
#include "ui/common/imp-toasts.h"
#include "ui/rounds/imp-plan-round-dialog.h"
#include "ui/rounds/imp-round-mode.h"
#include "ui/rounds/imp-rounds-page.h"

static void
rounds_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpWindow) self = data;
  g_autoptr (GError) error = NULL;
  ImpBacklog *backlog = IMP_BACKLOG (source);
  g_autoptr (GPtrArray) rounds = imp_backlog_rounds_finish (backlog, result, &error);
  guint n = 0;

  if (rounds == NULL)
    imp_toasts_show_error (GTK_WIDGET (self), error);
  if (rounds == NULL || self->backlog == NULL)
    return;
  for (guint i = 0; i < rounds->len; i++)
    {
      const ImpRoundLine *line = g_ptr_array_index (rounds, i);

      n += imp_round_line_get_state (line) == IMP_ROUND_PLANNED_STATE
           && line->planned <= imp_backlog_get_today (backlog);
    }
  imp_sidebar_set_rounds (self->sidebar, n);
}

void
imp_window_count_rounds (ImpWindow *self)
{
  imp_backlog_rounds_ahead_async (self->backlog, NULL, rounds_found_cb, g_object_ref (self));
}

static void
plan_round (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL && !imp_window_is_covered (self))
    adw_dialog_present (imp_plan_round_dialog_new (self->backlog, NULL, IMP_DATE_NONE), widget);
}

static void
show_round (GtkWidget *widget, const char *name, GVariant *round)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL)
    imp_rounds_page_show_round (IMP_ROUNDS_PAGE (imp_window_show_page (self, "rounds")),
                                g_variant_get_int64 (round));
}

static void
go_round (GtkWidget *widget, const char *name, GVariant *round)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL)
    adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (imp_round_mode_new (
                                                    self->backlog, g_variant_get_int64 (round))));
}

void
imp_window_install_round_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.plan-round", NULL, plan_round);
  gtk_widget_class_install_action (widget_class, "win.show-round", "x", show_round);
  gtk_widget_class_install_action (widget_class, "win.go-round", "x", go_round);
}
