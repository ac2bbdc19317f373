/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The calling side of a command that another process does. */
#include "config.h"

#include "cli/imp-cli-handover.h"

#include <glib/gi18n-lib.h>

#include "base/imp-file.h"
#include "cli/imp-cli-bus.h"
#include "cli/imp-cli-text.h"

void
imp_cli_result_clear (ImpCliResult *self)
{
  g_clear_pointer (&self->out, g_bytes_unref);
  g_clear_pointer (&self->err, g_free);
}

/* The address of a session bus that runs. Asking GLib for it could start one. NULL: none. */
static char *
dup_bus_address (void)
{
  const char *address = g_getenv ("DBUS_SESSION_BUS_ADDRESS");
  g_autofree char *socket = g_build_filename (g_get_user_runtime_dir (), "bus", NULL);
  g_autofree char *escaped = NULL;

  if (address != NULL && *address != '\0')
    return g_strdup (address);
  if (!g_file_test (socket, G_FILE_TEST_EXISTS))
    return NULL;
  escaped = g_dbus_address_escape_value (socket);
  return g_strconcat ("unix:path=", escaped, NULL);
}

static GDBusConnection *
connect_to_bus (void)
{
  g_autofree char *address = dup_bus_address ();

  if (address == NULL)
    return NULL;
  return g_dbus_connection_new_for_address_sync (
      address,
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, NULL);
}

static GVariant *
call_run (GDBusConnection *bus, GVariant *parameters, int timeout_ms, GError **error)
{
  return g_dbus_connection_call_sync (bus, IMP_CLI_BUS_NAME, IMP_CLI_BUS_PATH,
                                      IMP_CLI_BUS_INTERFACE, IMP_CLI_BUS_METHOD, parameters,
                                      G_VARIANT_TYPE ("(iays)"), G_DBUS_CALL_FLAGS_NO_AUTO_START,
                                      timeout_ms, NULL, error);
}

/* Whether the command cannot have been begun by anybody. */
static gboolean
is_nobodys (const GError *error)
{
  g_autofree char *name = g_dbus_error_get_remote_error (error);

  return g_strcmp0 (name, IMP_CLI_BUS_ERROR_OTHER) == 0
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_INTERFACE)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD);
}

static void
fill_answered (ImpCliResult *result, GVariant *answer)
{
  g_autoptr (GVariant) out = NULL;

  g_variant_get (answer, "(i@ays)", &result->code, &out, &result->err);
  result->out = g_variant_get_data_as_bytes (out);
}

static void
fill_failed (ImpCliResult *result, GError *error)
{
  g_autofree char *message = NULL;
  GString *err = g_string_new (NULL);

  g_dbus_error_strip_remote_error (error);
  message = g_strdup_printf (
      _ ("Cannot hand the command to the open window: %s: see there what was done"),
      error->message);
  imp_cli_text_append_message (err, message);
  result->code = IMP_CLI_FAILED;
  result->out = g_bytes_new (NULL, 0);
  result->err = g_string_free (err, FALSE);
}

gboolean
imp_cli_hand_over (const char *backlog_path,
                   const char *const *argv,
                   const char *folder,
                   int width,
                   int timeout_ms,
                   ImpCliResult *result)
{
  g_autoptr (GDBusConnection) bus = connect_to_bus ();
  g_autofree char *path = imp_file_dup_real_path (backlog_path);
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;

  if (bus == NULL)
    return FALSE;
  answer = call_run (bus, g_variant_new ("(^ay^aay^ayi)", path, argv, folder, width), timeout_ms,
                     &error);
  if (answer != NULL)
    fill_answered (result, answer);
  else if (is_nobodys (error))
    return FALSE;
  else
    fill_failed (result, error);
  return TRUE;
}
