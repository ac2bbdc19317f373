/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rounds in the window: planning, showing, going on one. */
#include "config.h"

#include "ui/window/imp-window-private.h"

#include "ui/rounds/imp-plan-round-dialog.h"
#include "ui/rounds/imp-round-mode.h"
#include "ui/rounds/imp-rounds-page.h"

#define ROUND_MODE "round-mode" /* the tag of its page */

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

/* Pressed twice, one is on it already. */
static void
go_round (GtkWidget *widget, const char *name, GVariant *round)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL && adw_navigation_view_find_page (self->navigation, ROUND_MODE) == NULL)
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
