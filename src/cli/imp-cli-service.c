/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Answers Run calls of other processes with the open backlog. */
#include "config.h"

#include "cli/imp-cli-service.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/imp-file.h"
#include "cli/imp-cli-bus.h"
#include "cli/imp-cli-job.h"

#define MAX_ANSWER (64 * 1024 * 1024) /* D-Bus takes no message over 128 MiB */

struct _ImpCliService
{
  GObject parent_instance;

  GApplication *application; /* borrowed */
  ImpBacklog *backlog;       /* NULL: refuses all */
  guint registration;
};

G_DEFINE_FINAL_TYPE (ImpCliService, imp_cli_service, G_TYPE_OBJECT)

static const char introspection[] = "<node><interface name='" IMP_CLI_BUS_INTERFACE "'>"
                                    "<method name='" IMP_CLI_BUS_METHOD "'>"
                                    "<arg name='backlog' type='ay' direction='in'/>"
                                    "<arg name='arguments' type='aay' direction='in'/>"
                                    "<arg name='folder' type='ay' direction='in'/>"
                                    "<arg name='width' type='i' direction='in'/>"
                                    "<arg name='exit_code' type='i' direction='out'/>"
                                    "<arg name='results' type='ay' direction='out'/>"
                                    "<arg name='messages' type='s' direction='out'/>"
                                    "</method></interface></node>";

/* One call. */
typedef struct
{
  GApplication *application;
  GDBusMethodInvocation *invocation;
  GCancellable *cancellable;
  guint watch; /* of the caller */
} Call;

static void
call_free (Call *self)
{
  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  g_object_unref (self->cancellable);
  g_application_release (self->application);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

/* Ctrl+C there ends what it has asked for here. */
static void
caller_vanished_cb (GDBusConnection *connection, const char *name, gpointer data)
{
  g_cancellable_cancel (((Call *) data)->cancellable);
}

static void
call_ran_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Call) call = data;
  g_autoptr (GBytes) out = NULL;
  g_autofree char *err = NULL;
  ImpCliExit code = imp_cli_run_finish (result, &out, &err);

  if (g_bytes_get_size (out) + strlen (err) <= MAX_ANSWER)
    g_dbus_method_invocation_return_value (
        g_steal_pointer (&call->invocation),
        g_variant_new ("(i@ays)", code,
                       g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, out, TRUE), err));
  else
    g_dbus_method_invocation_return_error (
        g_steal_pointer (&call->invocation), G_DBUS_ERROR, G_DBUS_ERROR_LIMITS_EXCEEDED, "%s",
        _ ("The result is too long to hand over: ask for less, or close the window and repeat"));
}

static gboolean
has_open (ImpCliService *self, const char *path)
{
  g_autofree char *own = NULL;

  if (self->backlog == NULL)
    return FALSE;
  own = imp_file_dup_real_path (imp_backlog_get_path (self->backlog));
  return g_str_equal (own, path);
}

static void
called_cb (GDBusConnection *connection,
           const char *sender,
           const char *object_path,
           const char *interface_name,
           const char *method_name,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer data)
{
  ImpCliService *self = data;
  const char *path;
  const char *folder;
  g_autofree const char **arguments = NULL;
  int width;
  Call *call;

  g_variant_get (parameters, "(^&ay^a&ay^&ayi)", &path, &arguments, &folder, &width);
  if (!has_open (self, path))
    {
      g_dbus_method_invocation_return_dbus_error (invocation, IMP_CLI_BUS_ERROR_OTHER,
                                                  "The open window shows another backlog");
      return;
    }
  if (!g_path_is_absolute (folder))
    {
      g_dbus_method_invocation_return_error_literal (
          invocation, G_DBUS_ERROR, G_DBUS_ERROR_INVALID_ARGS, "The folder is not absolute");
      return;
    }
  call = g_new0 (Call, 1);
  call->application = self->application;
  call->invocation = invocation;
  call->cancellable = g_cancellable_new ();
  call->watch = g_bus_watch_name_on_connection (connection, sender, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                NULL, caller_vanished_cb, call, NULL);
  g_application_hold (self->application);
  imp_cli_run_async (self->backlog, arguments, folder, width, NULL, call->cancellable, call_ran_cb,
                     call);
}

static void
imp_cli_service_dispose (GObject *object)
{
  ImpCliService *self = IMP_CLI_SERVICE (object);

  g_clear_object (&self->backlog);
  G_OBJECT_CLASS (imp_cli_service_parent_class)->dispose (object);
}

static void
imp_cli_service_class_init (ImpCliServiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = imp_cli_service_dispose;
}

static void
imp_cli_service_init (ImpCliService *self)
{
}

ImpCliService *
imp_cli_service_new (GApplication *application)
{
  ImpCliService *self = g_object_new (IMP_TYPE_CLI_SERVICE, NULL);

  self->application = application;
  return self;
}

gboolean
imp_cli_service_export (ImpCliService *self,
                        GDBusConnection *connection,
                        const char *object_path,
                        GError **error)
{
  static const GDBusInterfaceVTable vtable = { .method_call = called_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);

  self->registration = g_dbus_connection_register_object (
      connection, object_path, node->interfaces[0], &vtable, self, NULL, error);
  return self->registration != 0;
}

void
imp_cli_service_unexport (ImpCliService *self, GDBusConnection *connection)
{
  if (self->registration != 0)
    g_dbus_connection_unregister_object (connection, g_steal_handle_id (&self->registration));
}

void
imp_cli_service_set_backlog (ImpCliService *self, ImpBacklog *backlog)
{
  g_set_object (&self->backlog, backlog);
}
