/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the parts of the application share. */
#pragma once

#include "app/imp-application.h"
#include "backlog/imp-backlog.h"
#include "backlog/imp-calendar-file.h"
#include "cli/imp-cli-service.h"
#include "model/imp-salvage.h"
#include "ui/window/imp-window.h"

G_BEGIN_DECLS

struct _ImpApplication
{
  AdwApplication parent_instance;
  char *backlog_path;
  GSettings *settings;
  ImpBacklog *backlog; /* NULL until it is open */
  gboolean opening;
  GError *trouble;           /* why it could not be opened */
  gboolean record_wanted;    /* from when somebody asked for it until the backlog is open */
  ImpCliService *service;    /* NULL without a session bus */
  ImpCalendarFile *calendar; /* NULL as long as there is no backlog */
  guint backup_timer;        /* when it is looked next whether a backup is due */
  gboolean restoring;        /* a backup is being put in the place of the backlog */
  GError *restore_error;     /* why that failed, until it is told */
  char *before_restore;      /* the backup of what was there, which Undo restores; NULL: none */
  gboolean taking_back;      /* and that is what is being restored */
  ImpSalvage *salvage;       /* what was saved of a damaged one, until it is told; else NULL */
};

/* Opens the backlog, where none is open or being opened, and shows it. */
void imp_application_open_backlog (ImpApplication *self);
/* From now on, or from now on no more, commands of other processes are done here. */
void imp_application_serve (ImpApplication *self, ImpBacklog *backlog);
/* The window shows what there is: the backlog, or why there is none. */
void imp_application_fill_window (ImpApplication *self, ImpWindow *window);
/* The window that is there, or NULL. */
ImpWindow *imp_application_find_window (ImpApplication *self);

/* Looks from time to time whether a backup is due, as long as there is a backlog. */
void imp_application_start_backups (ImpApplication *self);
void imp_application_stop_backups (ImpApplication *self);
/* The calendar file of the backlog that is open, as it is remembered on this computer. */
void imp_application_start_calendar (ImpApplication *self);
void imp_application_stop_calendar (ImpApplication *self);
/* The same after writing what has changed, for which nobody waits long. */
void imp_application_finish_calendar (ImpApplication *self);
/* Closes the backlog, puts a backup in its place and opens it again. */
void imp_application_restore_backup (ImpApplication *self, const char *backup);
/* The same with what can be read of a damaged one, be it open or not. */
void imp_application_salvage (ImpApplication *self);
/* Makes a new one in the place of one whose file is gone. */
void imp_application_begin_anew (ImpApplication *self);
/* Says how that went, once the backlog is open again or known not to open. */
void imp_application_tell_restored (ImpApplication *self, ImpWindow *window);
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
