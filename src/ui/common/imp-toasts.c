/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Toasts after a write: what was done with Undo, or why it could not be done. */
#include "config.h"

#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>
#include <string.h>

#define OVERLAY_KEY  "imp-toasts-overlay"
#define NEWEST_KEY   "imp-toasts-newest"
#define N_ERRORS_KEY "imp-toasts-n-errors"
#define UNDO_SECONDS 10 /* twice the usual: it stands for a question */

static GtkWidget *
find_window (GtkWidget *widget)
{
  GtkRoot *root = widget == NULL ? NULL : gtk_widget_get_root (widget);

  return root == NULL ? NULL : GTK_WIDGET (root);
}

static AdwDialog *
find_dialog (GtkWidget *window)
{
  return ADW_IS_APPLICATION_WINDOW (window)
             ? adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window))
         : ADW_IS_WINDOW (window) ? adw_window_get_visible_dialog (ADW_WINDOW (window))
                                  : NULL;
}

/* That of the dialog in front where it has one, so that the toast can be seen and pressed. */
static AdwToastOverlay *
find_overlay (GtkWidget *window)
{
  AdwDialog *dialog = window == NULL ? NULL : find_dialog (window);
  AdwToastOverlay *overlay =
      dialog == NULL ? NULL : g_object_get_data (G_OBJECT (dialog), OVERLAY_KEY);

  if (overlay == NULL && window != NULL)
    overlay = g_object_get_data (G_OBJECT (window), OVERLAY_KEY);
  return overlay;
}

static AdwToast *
create_toast (const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  return toast;
}

/* Only of what was done last: undo takes back no more than that, and an older toast that waited for
 * its turn would say what is not so any more. */
static void
show (AdwToastOverlay *overlay, AdwToast *toast)
{
  AdwToast *before = g_object_get_data (G_OBJECT (overlay), NEWEST_KEY);

  if (before != NULL)
    adw_toast_dismiss (before);
  g_object_set_data_full (G_OBJECT (overlay), NEWEST_KEY, g_object_ref (toast), g_object_unref);
  adw_toast_overlay_add_toast (overlay, toast);
}

static void
alert (GtkWidget *window, const char *text)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("That Did Not Work"), text);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, window);
}

void
imp_toasts_install (GtkWidget *place, AdwToastOverlay *overlay)
{
  g_return_if_fail (GTK_IS_WINDOW (place) || ADW_IS_DIALOG (place));
  g_return_if_fail (overlay == NULL || ADW_IS_TOAST_OVERLAY (overlay));

  g_object_set_data_full (G_OBJECT (place), OVERLAY_KEY,
                          overlay != NULL ? g_object_ref (overlay) : NULL, g_object_unref);
}

void
imp_toasts_show (GtkWidget *widget, const char *text)
{
  AdwToastOverlay *overlay = find_overlay (find_window (widget));

  if (overlay != NULL)
    show (overlay, create_toast (text));
}

void
imp_toasts_dismiss (GtkWidget *widget)
{
  AdwToastOverlay *overlay = find_overlay (find_window (widget));

  if (overlay != NULL)
    adw_toast_overlay_dismiss_all (overlay);
}

void
imp_toasts_dismiss_done (GtkWidget *widget)
{
  AdwToastOverlay *overlay = find_overlay (find_window (widget));
  AdwToast *newest = overlay != NULL ? g_object_get_data (G_OBJECT (overlay), NEWEST_KEY) : NULL;

  if (newest != NULL)
    adw_toast_dismiss (newest);
}

/* An action that nobody announced came or went: what the toast offers would be another one. */
static void
changed_cb (AdwToast *toast)
{
  adw_toast_dismiss (toast);
}

void
imp_toasts_show_done (GtkWidget *widget, ImpBacklog *backlog)
{
  const char *label = imp_backlog_get_undo_label (backlog);

  if (label != NULL)
    imp_toasts_show_undoable (widget, backlog, label, "win.take-back", NULL);
}

void
imp_toasts_show_undoable (GtkWidget *widget,
                          ImpBacklog *backlog,
                          const char *text,
                          const char *action,
                          GVariant *target)
{
  AdwToastOverlay *overlay = find_overlay (find_window (widget));
  g_autoptr (GVariant) owned = target != NULL ? g_variant_ref_sink (target) : NULL;
  AdwToast *toast;

  if (overlay == NULL)
    return;
  toast = create_toast (text);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, owned);
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_signal_connect_object (backlog, "changed", G_CALLBACK (changed_cb), toast, G_CONNECT_SWAPPED);
  show (overlay, toast);
}

void
imp_toasts_add_error (GtkWidget *widget)
{
  GtkWidget *window = find_window (widget);

  if (window != NULL)
    g_object_set_data (G_OBJECT (window), N_ERRORS_KEY,
                       GUINT_TO_POINTER (imp_toasts_count_errors (window) + 1));
}

void
imp_toasts_show_error (GtkWidget *widget, const GError *error)
{
  GtkWidget *window = find_window (widget);
  AdwToast *toast;

  if (window == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  imp_toasts_add_error (window);
  if (find_dialog (window) != NULL || find_overlay (window) == NULL)
    {
      alert (window, error->message);
      return;
    }
  toast = create_toast (error->message);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (find_overlay (window), toast);
}

guint
imp_toasts_count_errors (GtkWidget *window)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (window), N_ERRORS_KEY));
}

gpointer
imp_toasts_expect (GtkWidget *widget)
{
  GtkWidget *window = find_window (widget);

  return window == NULL ? NULL : g_object_ref (window);
}

/* Why nothing can be saved at all stands in the banner of the window: a toast below it says only what
 * was not. Over a dialog the banner is not seen. */
static void
show_write_error (GtkWidget *widget, ImpBacklog *backlog, const GError *error)
{
  const char *trouble = imp_backlog_get_trouble (backlog);
  g_autofree char *said_above = g_strconcat (": ", trouble, NULL);
  g_autoptr (GError) shorter = g_error_copy (error);
  GtkWidget *window = find_window (widget);

  if (trouble != NULL && window != NULL && find_dialog (window) == NULL
      && g_str_has_suffix (shorter->message, said_above))
    shorter->message[strlen (shorter->message) - strlen (said_above)] = '\0';
  imp_toasts_show_error (widget, shorter);
}

gboolean
imp_toasts_finish_write (GtkWidget *widget,
                         ImpBacklog *backlog,
                         GAsyncResult *result,
                         ImpItem *item)
{
  return imp_toasts_finish_write_saying (widget, backlog, result, NULL, item);
}

gboolean
imp_toasts_finish_write_saying (GtkWidget *widget,
                                ImpBacklog *backlog,
                                GAsyncResult *result,
                                const char *text,
                                ImpItem *item)
{
  g_autoptr (GError) error = NULL;
  gint64 step;

  if (imp_backlog_write_finish_step (backlog, result, item, &step, &error))
    {
      if (step != 0 && step == imp_backlog_get_undo_step (backlog))
        imp_toasts_show_undoable (widget, backlog,
                                  text != NULL ? text : imp_backlog_get_undo_label (backlog),
                                  "win.take-back", NULL);
      return TRUE;
    }
  show_write_error (widget, backlog, error);
  return FALSE;
}

void
imp_toasts_written_cb (GObject *backlog, GAsyncResult *result, gpointer expected)
{
  g_autoptr (GtkWidget) window = expected;

  if (window != NULL)
    imp_toasts_finish_write (window, IMP_BACKLOG (backlog), result, NULL);
}
