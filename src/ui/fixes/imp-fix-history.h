/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What happened to a fix, in lines with their day, newest first. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog-fixes.h"

G_BEGIN_DECLS

/* Fills the box anew. FALSE where nothing has happened yet. */
gboolean imp_fix_history_show (GtkBox *box, const ImpFixPage *page);

G_END_DECLS
