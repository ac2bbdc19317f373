/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How others reach the program: options of its start, and commands over D-Bus. */
#include "config.h"

#include "app/imp-application-private.h"

#include <glib/gi18n.h>

#include "cli/imp-cli.h"

static const GOptionEntry options[] = {
  { "backlog", 0, 0, G_OPTION_ARG_FILENAME, NULL, NULL, NULL },
  { "record", 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  G_OPTION_ENTRY_NULL,
};

/* A window that is open already on another backlog must not be taken for this one's. */
static gboolean
is_open_on_another (ImpApplication *self)
{
  return self->backlog_path != NULL && g_application_get_is_remote (G_APPLICATION (self))
         && !imp_cli_is_open_elsewhere (self->backlog_path);
}

static int
start (ImpApplication *self, gboolean record)
{
  g_autoptr (GError) error = NULL;

  if (!g_application_register (G_APPLICATION (self), NULL, &error))
    {
      g_printerr ("improve: %s\n", error->message);
      return 1;
    }
  if (is_open_on_another (self))
    {
      g_printerr ("improve: %s\n", _ ("Cannot open the backlog: the window of another one is open: "
                                      "close it and repeat"));
      return 1;
    }
  if (record)
    g_action_group_activate_action (G_ACTION_GROUP (self), "new-irritant", NULL);
  return record && g_application_get_is_remote (G_APPLICATION (self)) ? 0 : -1;
}

/* GTK would say it in words of its own, and end the program. */
static gboolean
has_display (void)
{
  if (gtk_init_check ())
    return TRUE;
  g_printerr ("improve: %s\n",
              _ ("Cannot open the window: there is no display. Without one there are the commands "
                 "record, import, rank, announce, export, sample, check, backup and restore: "
                 "“improve --help” "
                 "lists them"));
  return FALSE;
}

static int
handle_local_options_cb (ImpApplication *self, GVariantDict *given, gpointer data)
{
  const char *path;

  if (!has_display ())
    return 1;
  if (g_variant_dict_lookup (given, "backlog", "^&ay", &path))
    {
      g_free (self->backlog_path);
      self->backlog_path = g_canonicalize_filename (path, NULL);
    }
  return start (self, g_variant_dict_contains (given, "record"));
}

void
imp_application_install_options (ImpApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_signal_connect (self, "handle-local-options", G_CALLBACK (handle_local_options_cb), NULL);
}

gboolean
imp_application_dbus_register (GApplication *application,
                               GDBusConnection *connection,
                               const char *object_path,
                               GError **error)
{
  ImpApplication *self = IMP_APPLICATION (application);

  self->service = imp_cli_service_new (application);
  return imp_cli_service_export (self->service, connection, object_path, error);
}

void
imp_application_dbus_unregister (GApplication *application,
                                 GDBusConnection *connection,
                                 const char *object_path)
{
  ImpApplication *self = IMP_APPLICATION (application);

  if (self->service != NULL)
    imp_cli_service_unexport (self->service, connection);
  g_clear_object (&self->service);
}
