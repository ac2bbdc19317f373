/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Keys and values of filters, offered while they are typed. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog-views.h"

G_BEGIN_DECLS

/* Belongs to an entry that is searched in, and to its life. After a letter it offers the keys that
 * begin so, after "site:" the sites. It never takes the focus: up and down choose, Tab and Return
 * take what is chosen, Escape closes, and whoever types on need not care.
 *
 * ImpCompletion::completed: a whole filter stands in the entry now. */
#define IMP_TYPE_COMPLETION (imp_completion_get_type ())
G_DECLARE_FINAL_TYPE (ImpCompletion, imp_completion, IMP, COMPLETION, GObject)

ImpCompletion *imp_completion_new (GtkEditable *entry);
/* query: what is asked for beside what is typed, for the numbers. */
void imp_completion_set_query (ImpCompletion *self, ImpBacklog *backlog, ImpQuery *query);
gboolean imp_completion_is_open (ImpCompletion *self);
void imp_completion_close (ImpCompletion *self);

G_END_DECLS
