/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What caller and open program say to each other over D-Bus. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define IMP_CLI_BUS_NAME      "org.example.Improve"
#define IMP_CLI_BUS_PATH      "/org/example/Improve"
#define IMP_CLI_BUS_INTERFACE "org.example.Improve.Backlog"
/* The backlog by imp_file_dup_real_path(), so that both know that they mean the same.
 * Run (ay backlog, aay arguments, ay folder, i width) → (i exit code, ay results, s messages) */
#define IMP_CLI_BUS_METHOD "Run"
/* The program has another backlog open, or none. */
#define IMP_CLI_BUS_ERROR_OTHER "org.example.Improve.Error.OtherBacklog"

G_END_DECLS
