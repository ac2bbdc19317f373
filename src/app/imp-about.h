/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * About the program, with what a bug report needs. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* backlog: may be NULL where none is open. */
void imp_about_show (GtkWidget *window, ImpBacklog *backlog);

G_END_DECLS
