/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the parts of the application share. */
#pragma once

#include "app/imp-application.h"
#include "backlog/imp-backlog.h"
#include "cli/imp-cli-service.h"
#include "ui/window/imp-window.h"

G_BEGIN_DECLS

struct _ImpApplication
{
  AdwApplication parent_instance;
  char *backlog_path;
  GSettings *settings;
  ImpBacklog *backlog; /* NULL until it is open */
  gboolean opening;
  GError *trouble;        /* why it could not be opened */
  gboolean record_wanted; /* from when somebody asked for it until the backlog is open */
  ImpCliService *service; /* NULL without a session bus */
};

/* Opens the backlog, where none is open or being opened, and shows it. */
void imp_application_open_backlog (ImpApplication *self);
void imp_application_install_actions (ImpApplication *self);
void imp_application_install_options (ImpApplication *self);
/* For the class: commands of other processes come in over the application's object. */
gboolean imp_application_dbus_register (GApplication *application,
                                        GDBusConnection *connection,
                                        const char *object_path,
                                        GError **error);
void imp_application_dbus_unregister (GApplication *application,
                                      GDBusConnection *connection,
                                      const char *object_path);
/* The window, made where there is none yet. */
ImpWindow *imp_application_get_window (ImpApplication *self);

G_END_DECLS
