/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The way back from an irritant to where it was opened: another page, or a colleague's. */
#include "config.h"

#include "ui/window/imp-window-private.h"

#include "ui/people/imp-person-dialog.h"

#define IRRITANTS "irritants"

struct _ImpOrigin
{
  char *page;
  GtkWidget *focus; /* weak; NULL where it is gone */
  ImpItem irritant; /* that was looked at, where the page is that of the irritants */
  ImpItem person;   /* whose dialog lay over it; 0: nobody's */
};

static void
free_origin (ImpOrigin *origin)
{
  g_clear_weak_pointer (&origin->focus);
  g_free (origin->page);
  g_free (origin);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpOrigin, free_origin)

static ImpIrritantsPage *
find_irritants (ImpWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, IRRITANTS);

  return page != NULL ? IMP_IRRITANTS_PAGE (page) : NULL;
}

/* From one irritant to another the way back stays the same. */
static ImpOrigin *
take_origin (ImpWindow *self, ImpItem person)
{
  const char *page = gtk_stack_get_visible_child_name (self->stack);
  const gboolean irritants = g_str_equal (page, IRRITANTS);
  ImpOrigin *origin;

  if (irritants && person == 0)
    return g_steal_pointer (&self->origin);
  origin = g_new0 (ImpOrigin, 1);
  origin->page = g_strdup (page);
  origin->person = person;
  origin->irritant = irritants ? imp_irritants_page_get_irritant (find_irritants (self)) : 0;
  g_set_weak_pointer (&origin->focus, gtk_root_get_focus (GTK_ROOT (self)));
  return origin;
}

void
imp_window_visit_irritant (ImpWindow *self, ImpItem irritant, ImpItem person)
{
  ImpOrigin *origin = take_origin (self, person);

  imp_window_show_irritant (self, irritant);
  self->origin = origin;
  imp_irritants_page_set_visited (find_irritants (self), origin != NULL);
}

void
imp_window_forget_origin (ImpWindow *self)
{
  ImpIrritantsPage *irritants = self->origin != NULL ? find_irritants (self) : NULL;

  g_clear_pointer (&self->origin, free_origin);
  if (irritants != NULL)
    imp_irritants_page_set_visited (irritants, FALSE);
}

static void
give_focus_back (const ImpOrigin *origin, GtkWidget *page)
{
  if (origin->focus != NULL && gtk_widget_is_ancestor (origin->focus, page))
    gtk_widget_grab_focus (origin->focus);
}

static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);
  g_autoptr (ImpOrigin) origin = g_steal_pointer (&self->origin);

  if (origin == NULL)
    return;
  imp_irritants_page_set_visited (find_irritants (self), FALSE);
  if (origin->irritant != 0)
    imp_window_show_irritant (self, origin->irritant);
  else
    give_focus_back (origin, imp_window_show_page (self, origin->page));
  if (origin->person != 0)
    gtk_widget_activate_action (widget, "win.show-person", "x", origin->person);
}

static void
forget_origin (GtkWidget *widget, const char *action, GVariant *parameter)
{
  imp_window_forget_origin (IMP_WINDOW (widget));
}

void
imp_window_install_origin_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.go-back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "win.forget-origin", NULL, forget_origin);
}
