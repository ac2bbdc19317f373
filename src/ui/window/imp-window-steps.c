/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Undo and redo in the window. */
#include "config.h"

#include "ui/window/imp-window-private.h"

#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>

/* An undo or redo under way, and what to say when it has worked. */
typedef struct
{
  GtkWidget *window;
  char *text;
} Step;

static void
step_free (Step *self)
{
  g_object_unref (self->window);
  g_free (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, step_free)

/* said: with the action in the place of %s. */
static Step *
step_new (GtkWidget *window, const char *said, const char *label)
{
  Step *self = g_new (Step, 1);

  *self = (Step) { g_object_ref (window), g_strdup_printf (said, label) };
  return self;
}

static void
step_taken_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  g_autoptr (Step) step = data;
  g_autoptr (GError) error = NULL;

  if (imp_backlog_write_finish (IMP_BACKLOG (backlog), result, NULL, &error))
    imp_toasts_show (step->window, step->text);
  else
    imp_toasts_show_error (step->window, error);
}

/* What the toast of the newest action offers, also over a dialog. */
static void
take_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);
  const char *label = self->backlog == NULL ? NULL : imp_backlog_get_undo_label (self->backlog);

  if (label != NULL)
    imp_backlog_undo_async (self->backlog, step_taken_cb,
                            step_new (widget, _ ("Undone: %s"), label));
}

static void
undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!imp_window_is_covered (IMP_WINDOW (widget)))
    take_back (widget, action, parameter);
}

static void
redo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ImpWindow *self = IMP_WINDOW (widget);
  const char *label = self->backlog == NULL ? NULL : imp_backlog_get_redo_label (self->backlog);

  if (label != NULL && !imp_window_is_covered (self))
    imp_backlog_redo_async (self->backlog, step_taken_cb,
                            step_new (widget, _ ("Redone: %s"), label));
}

void
imp_window_install_step_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.take-back", NULL, take_back);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
}
