/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Commands that come over D-Bus to the program that has the backlog open. */
#pragma once

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* Does the commands of other processes, so that there is one writer and the window shows at once
 * what changed. Main thread. Owned by the application, which it keeps running during a command.
 * Serves only while a backlog is set; everybody else's backlog is refused, and the caller then
 * opens it itself. */
#define IMP_TYPE_CLI_SERVICE (imp_cli_service_get_type ())
G_DECLARE_FINAL_TYPE (ImpCliService, imp_cli_service, IMP, CLI_SERVICE, GObject)

/* application: borrowed; it outlives the service. */
ImpCliService *imp_cli_service_new (GApplication *application);
/* For GApplication's dbus_register and dbus_unregister. */
gboolean imp_cli_service_export (ImpCliService *self,
                                 GDBusConnection *connection,
                                 const char *object_path,
                                 GError **error);
void imp_cli_service_unexport (ImpCliService *self, GDBusConnection *connection);
/* The open backlog, or NULL before it is opened and from when it begins to close. */
void imp_cli_service_set_backlog (ImpCliService *self, ImpBacklog *backlog);

G_END_DECLS
