/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Going to a page of the window, and to what is on it. */
#include "config.h"

#include "ui/window/imp-window-private.h"

#include "ui/fixes/imp-fixes-page.h"
#include "ui/people/imp-person-dialog.h"
#include "ui/rounds/imp-rounds-page.h"

void
imp_window_show_irritant (ImpWindow *self, gint64 irritant)
{
  GtkWidget *page = imp_window_show_page (self, "irritants");

  imp_irritants_page_show_irritant (IMP_IRRITANTS_PAGE (page), irritant);
}

/* What is in sight, where it can be searched; else the irritants. */
static void
search (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  if (self->backlog == NULL || imp_window_is_covered (self))
    return;
  if (IMP_IS_FIXES_PAGE (page))
    imp_fixes_page_start_search (IMP_FIXES_PAGE (page));
  else if (IMP_IS_ROUNDS_PAGE (page))
    imp_rounds_page_start_search (IMP_ROUNDS_PAGE (page));
  else
    imp_irritants_page_start_search (IMP_IRRITANTS_PAGE (imp_window_show_page (self, "irritants")));
}

static void
show_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL && !imp_window_is_covered (self))
    imp_window_show_page (self, g_variant_get_string (parameter, NULL));
}

static void
choose_page (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (IMP_WINDOW (widget)->backlog != NULL)
    imp_window_choose_page (IMP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_irritant (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL)
    imp_window_visit_irritant (self, g_variant_get_int64 (parameter), 0);
}

/* On the page of a colleague. */
static void
show_irritant_of (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);
  ImpItem irritant, person;

  g_variant_get (parameter, "(xx)", &irritant, &person);
  if (self->backlog != NULL)
    imp_window_visit_irritant (self, irritant, person);
}

static void
show_fix (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL)
    imp_fixes_page_show_fix (IMP_FIXES_PAGE (imp_window_show_page (self, "fixes")),
                             g_variant_get_int64 (parameter));
}

static void
show_promises (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL)
    imp_fixes_page_show_promises (IMP_FIXES_PAGE (imp_window_show_page (self, "fixes")));
}

/* Also over a dialog. */
static void
show_person (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->backlog != NULL)
    adw_dialog_present (
        imp_person_dialog_new (self->backlog, self->settings, g_variant_get_int64 (parameter)),
        widget);
}

static void
show_sidebar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_overlay_split_view_set_show_sidebar (IMP_WINDOW (widget)->split, TRUE);
}

static void
show_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (imp_window_is_covered (IMP_WINDOW (widget)))
    return;
  show_sidebar (widget, action, parameter);
  imp_sidebar_open_menu (IMP_WINDOW (widget)->sidebar);
}

static void
hide_sidebar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);

  if (self->compact)
    adw_overlay_split_view_set_show_sidebar (self->split, FALSE);
}

void
imp_window_install_going_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page);
  gtk_widget_class_install_action (widget_class, "win.choose-page", "s", choose_page);
  gtk_widget_class_install_action (widget_class, "win.show-irritant", "x", show_irritant);
  gtk_widget_class_install_action (widget_class, "win.show-irritant-of", "(xx)", show_irritant_of);
  gtk_widget_class_install_action (widget_class, "win.show-fix", "x", show_fix);
  gtk_widget_class_install_action (widget_class, "win.show-promises", NULL, show_promises);
  gtk_widget_class_install_action (widget_class, "win.show-person", "x", show_person);
  gtk_widget_class_install_action (widget_class, "win.show-sidebar", NULL, show_sidebar);
  gtk_widget_class_install_action (widget_class, "win.show-menu", NULL, show_menu);
  gtk_widget_class_install_action (widget_class, "win.hide-sidebar", NULL, hide_sidebar);
}
