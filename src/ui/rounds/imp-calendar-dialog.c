/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The calendar file that follows the rounds: where it is, how fresh, and no more of it. */
#include "config.h"

#include "ui/rounds/imp-calendar-dialog.h"

#include <glib/gi18n.h>

#include "base/imp-date.h"
#include "ui/common/imp-headings.h"
#include "ui/common/imp-plain.h"
#include "ui/common/imp-portals.h"
#include "ui/common/imp-saving.h"
#include "ui/common/imp-toasts.h"

struct _ImpCalendarDialog
{
  AdwDialog parent_instance;

  ImpCalendarFile *file;
  char *path;  /* the one that is shown; NULL: none */
  char *place; /* where people find it; NULL: not known yet */

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwActionRow *where, *written, *failed;
  GtkWidget *choose_first, *choose, *copy;
};

G_DEFINE_FINAL_TYPE (ImpCalendarDialog, imp_calendar_dialog, ADW_TYPE_DIALOG)

/* What is there */

/* Only a path says to a calendar program where it is. */
static void
show_place (ImpCalendarDialog *self)
{
  adw_action_row_set_subtitle (self->where, self->place != NULL ? self->place : "");
  gtk_widget_set_visible (self->copy, self->place != NULL && g_path_is_absolute (self->place));
}

static void
place_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpCalendarDialog) self = data;
  g_autofree char *place = imp_portals_place_finish (result);

  if (self->file == NULL
      || g_strcmp0 (imp_calendar_file_get_path (self->file), imp_portals_place_get_path (result))
             != 0)
    return;
  g_set_str (&self->place, place);
  show_place (self);
}

static void
show_written (ImpCalendarDialog *self)
{
  const gint64 written_ms = imp_calendar_file_get_written_ms (self->file);
  const char *failure = imp_calendar_file_get_failure (self->file);
  g_autofree char *when = written_ms > 0 ? imp_time_to_words (written_ms) : NULL;

  adw_action_row_set_subtitle (self->written, when != NULL ? when : _ ("Not yet"));
  gtk_widget_set_visible (GTK_WIDGET (self->failed), failure != NULL);
  adw_action_row_set_subtitle (self->failed, failure != NULL ? failure : "");
}

static void
show (ImpCalendarDialog *self)
{
  const char *path = imp_calendar_file_get_path (self->file);

  gtk_stack_set_visible_child_name (self->stack, path != NULL ? "file" : "none");
  if (path == NULL)
    return;
  show_written (self);
  if (g_set_str (&self->path, path)) /* the place of another file is not copied */
    {
      g_clear_pointer (&self->place, g_free);
      show_place (self);
    }
  imp_portals_place_async (path, place_found_cb, g_object_ref (self));
}

/* What is done */

static void
chosen_cb (GtkWidget *widget, const char *path, gpointer data)
{
  ImpCalendarDialog *self = IMP_CALENDAR_DIALOG (widget);

  if (self->file == NULL)
    return;
  imp_calendar_file_set_path (self->file, path);
  gtk_widget_grab_focus (self->choose);
}

static void
choose_clicked_cb (ImpCalendarDialog *self)
{
  const ImpFileKind kind = { _ ("Calendar"), "ics", "text/calendar" };
  g_autofree char *name = imp_saving_suggest_name (_ ("Rounds"), kind.suffix);

  imp_saving_ask (GTK_WIDGET (self), _ ("Choose the Calendar File"), name, &kind, chosen_cb, NULL,
                  NULL);
}

static void
copy_clicked_cb (ImpCalendarDialog *self)
{
  g_autofree char *uri = g_filename_to_uri (self->place, NULL, NULL);

  if (uri == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), uri);
  imp_toasts_show (GTK_WIDGET (self), _ ("Address copied"));
}

static void
try_clicked_cb (ImpCalendarDialog *self)
{
  gtk_widget_grab_focus (self->choose); /* the row may go */
  imp_calendar_file_try (self->file);
}

static void
stop_clicked_cb (ImpCalendarDialog *self)
{
  imp_calendar_file_set_path (self->file, NULL);
  gtk_widget_grab_focus (self->choose_first);
  imp_toasts_show (GTK_WIDGET (self), _ ("The file stays as it is"));
}

/* The widget */

static void
imp_calendar_dialog_dispose (GObject *object)
{
  ImpCalendarDialog *self = IMP_CALENDAR_DIALOG (object);

  if (self->file != NULL)
    g_signal_handlers_disconnect_by_func (self->file, show, self);
  g_clear_object (&self->file);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->place, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), IMP_TYPE_CALENDAR_DIALOG);
  G_OBJECT_CLASS (imp_calendar_dialog_parent_class)->dispose (object);
}

static void
imp_calendar_dialog_class_init (ImpCalendarDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = imp_calendar_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/example/Improve/ui/rounds/imp-calendar-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ImpCalendarDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, ImpCalendarDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ImpCalendarDialog, where);
  gtk_widget_class_bind_template_child (widget_class, ImpCalendarDialog, written);
  gtk_widget_class_bind_template_child (widget_class, ImpCalendarDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, ImpCalendarDialog, choose_first);
  gtk_widget_class_bind_template_child (widget_class, ImpCalendarDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, ImpCalendarDialog, copy);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
}

static void
imp_calendar_dialog_init (ImpCalendarDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  imp_toasts_install (GTK_WIDGET (self), self->toasts);
  imp_plain_text (GTK_WIDGET (self));
  imp_headings_wrap (GTK_WIDGET (self));
}

AdwDialog *
imp_calendar_dialog_new (ImpCalendarFile *file)
{
  ImpCalendarDialog *self = g_object_new (IMP_TYPE_CALENDAR_DIALOG, NULL);

  self->file = g_object_ref (file);
  g_signal_connect_object (file, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return ADW_DIALOG (self);
}
