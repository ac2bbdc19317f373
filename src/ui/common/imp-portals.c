/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The desktop's dialogs, as a program in a sandbox can have them: from its portals. */
#include "config.h"

#include "ui/common/imp-portals.h"

#include "base/imp-error.h"
#include "base/imp-sandbox.h"
#include "ui/common/imp-toasts.h"

#include <glib/gi18n.h>
#include <limits.h>
#include <sys/xattr.h>

#define NAME        "org.freedesktop.portal.Desktop"
#define OBJECT      "/org/freedesktop/portal/desktop"
#define DONE        0 /* of the answers; 1 is cancelled by the person, as is 2 where one was asked */
#define FAILED      2
#define PATIENCE_MS 3000

/* What is true of the whole process, as of GTK's own use of portals. */
static struct
{
  GDBusConnection *bus; /* held, as GLib's own goes with the last who holds it */
  gboolean no_files, no_printing;
  GWeakRef widget;     /* that prints */
  gboolean asked;      /* the person has said how; what follows is no dialog */
  const char *failure; /* what its window says then; static */
} portals;

static gboolean
is_there (const char *interface)
{
  g_autoptr (GVariant) version = NULL;
  g_autoptr (GError) error = NULL;

  if (portals.bus == NULL)
    return FALSE;
  version = g_dbus_connection_call_sync (
      portals.bus, NAME, OBJECT, "org.freedesktop.DBus.Properties", "Get",
      g_variant_new ("(ss)", interface, "version"), G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NONE,
      PATIENCE_MS, NULL, &error);
  return version != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
}

static void
tell (GtkWidget *widget, const char *message)
{
  g_autoptr (GError) error = g_error_new_literal (IMP_ERROR, IMP_ERROR_FAILED, message);

  imp_toasts_show_error (widget, error);
}

static void
responded_cb (GDBusConnection *bus,
              const char *sender,
              const char *object,
              const char *interface,
              const char *signal,
              GVariant *parameters,
              gpointer data)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&portals.widget);
  guint32 answer;

  g_variant_get (parameters, "(ua{sv})", &answer, NULL);
  if (widget == NULL)
    return;
  if (portals.asked && answer >= FAILED)
    tell (widget, portals.failure);
  if (portals.asked || answer != DONE)
    g_weak_ref_set (&portals.widget, NULL);
  portals.asked = TRUE;
}

void
imp_portals_look (void)
{
  if (!imp_sandbox_is_on ())
    return;
  portals.bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  portals.no_files = !is_there ("org.freedesktop.portal.FileChooser");
  portals.no_printing = portals.no_files || !is_there ("org.freedesktop.portal.Print");
  if (portals.no_files)
    gtk_disable_portals ();
  if (portals.bus != NULL)
    g_dbus_connection_signal_subscribe (portals.bus, NAME, "org.freedesktop.portal.Request",
                                        "Response", NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                        responded_cb, NULL, NULL);
}

void
imp_portals_prepare (GtkFileDialog *dialog, GtkWidget *widget)
{
  g_autoptr (GFile) own = g_file_new_for_path (g_get_user_data_dir ());

  if (!portals.no_files)
    return;
  gtk_file_dialog_set_initial_folder (dialog, own);
  imp_toasts_show (widget, _ ("Improve sees its own folder only: for others, install "
                              "xdg-desktop-portal and start Improve again"));
}

gboolean
imp_portals_can_print (GtkWidget *widget)
{
  if (!portals.no_printing)
    return TRUE;
  tell (widget,
        _ ("Cannot print: the desktop has no dialog for that (xdg-desktop-portal). Export a "
           "PDF, and print that."));
  return FALSE;
}

void
imp_portals_expect_print (GtkWidget *widget, const char *failure)
{
  g_weak_ref_set (&portals.widget, widget);
  portals.asked = FALSE;
  portals.failure = failure;
}

/* The path on the desktop, which newer portals tell. */
static char *
dup_lent_path (const char *path)
{
  char lent[PATH_MAX];
  ssize_t size = lgetxattr (path, "user.document-portal.host-path", lent, sizeof lent - 1);

  if (size <= 0)
    return NULL;
  lent[size] = '\0'; /* which may be there already */
  return g_strdup (lent);
}

static char *
dup_place (const char *path)
{
  g_autofree char *lent = imp_sandbox_is_lent (path) ? dup_lent_path (path) : NULL;

  if (lent != NULL)
    return g_filename_display_name (lent);
  return imp_sandbox_is_lent (path) ? g_filename_display_basename (path)
                                    : g_filename_display_name (path);
}

static void
find_place_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, dup_place (data), g_free);
}

void
imp_portals_place_async (const char *path, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);

  g_task_set_source_tag (task, imp_portals_place_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, find_place_in_thread);
}

char *
imp_portals_place_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

const char *
imp_portals_place_get_path (GAsyncResult *result)
{
  return g_task_get_task_data (G_TASK (result));
}

char *
imp_portals_dup_saved_name (const char *path)
{
  return portals.no_files ? g_filename_display_name (path) : g_filename_display_basename (path);
}
