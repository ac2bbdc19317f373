/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Changing many irritants, with progress where it takes long. */
#include "config.h"

#include "ui/irritants/imp-bulk-work.h"

#include <adwaita.h>

#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>

#define PATIENCE_MS 200
#define STEP_MS     50

/* Freed when the change is done. */
typedef struct
{
  GtkWidget *widget; /* whose window hears of it */
  ImpProgress *progress;
  GCancellable *cancellable;
  guint patience, steps; /* sources; 0: none */
  AdwDialog *dialog;     /* NULL until it takes long */
  GtkProgressBar *bar;
  guint n_irritants;
} Work;

static gboolean
step_cb (gpointer data)
{
  Work *self = data;

  gtk_progress_bar_set_fraction (self->bar, imp_progress_get (self->progress));
  return G_SOURCE_CONTINUE;
}

static void
cancel_cb (Work *self)
{
  g_cancellable_cancel (self->cancellable);
}

static AdwDialog *
create_dialog (Work *self)
{
  g_autofree char *heading = g_strdup_printf (
      ngettext ("Changing %'u Irritant", "Changing %'u Irritants", self->n_irritants),
      self->n_irritants);
  AdwDialog *dialog = adw_alert_dialog_new (heading, NULL);

  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading, -1);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self->bar));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (cancel_cb), self);
  return dialog;
}

static gboolean
takes_long_cb (gpointer data)
{
  Work *self = data;

  self->patience = 0;
  if (gtk_widget_get_root (self->widget) == NULL)
    return G_SOURCE_REMOVE; /* there is no window any more to show it in */
  self->dialog = g_object_ref_sink (create_dialog (self));
  adw_dialog_present (self->dialog, self->widget);
  self->steps = g_timeout_add (STEP_MS, step_cb, self);
  return G_SOURCE_REMOVE;
}

static void
close_dialog (Work *self)
{
  if (self->dialog == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->dialog, self);
  adw_dialog_force_close (self->dialog);
  g_clear_object (&self->dialog);
}

static void
work_free (Work *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_handle_id (&self->steps, g_source_remove);
  close_dialog (self);
  g_object_unref (self->widget);
  g_object_unref (self->cancellable);
  imp_progress_unref (self->progress);
  g_free (self);
}

static void
done_cb (GObject *backlog, GAsyncResult *result, gpointer data)
{
  Work *self = data;
  g_autoptr (GError) error = NULL;
  gint64 step = 0;

  close_dialog (self);
  if (!imp_backlog_write_finish_step (IMP_BACKLOG (backlog), result, NULL, &step, &error))
    imp_toasts_show_error (self->widget, error);
  else if (step != 0)
    imp_toasts_show_done (self->widget, IMP_BACKLOG (backlog));
  else
    imp_toasts_show (self->widget, _ ("They are that way already"));
  work_free (self);
}

void
imp_bulk_work_start (GtkWidget *widget,
                     ImpBacklog *backlog,
                     const GArray *irritants,
                     const ImpBulk *bulk)
{
  Work *self = g_new0 (Work, 1);
  ImpBulk watched = *bulk;

  self->widget = g_object_ref (widget);
  self->progress = imp_progress_new ();
  self->cancellable = g_cancellable_new ();
  self->n_irritants = irritants->len;
  self->patience = g_timeout_add (PATIENCE_MS, takes_long_cb, self);
  watched.progress = self->progress;
  imp_backlog_bulk_async (backlog, (const ImpItem *) (gconstpointer) irritants->data,
                          irritants->len, &watched, self->cancellable, done_cb, self);
}
