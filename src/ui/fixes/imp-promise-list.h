/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The promises by date: late ones, those to come, those kept. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog-fixes.h"

G_BEGIN_DECLS

/* Three boxed lists under headings; one with nothing in it is left out. Choosing a promise opens
 * its fix through the action fix.open. */
#define IMP_TYPE_PROMISE_LIST (imp_promise_list_get_type ())
G_DECLARE_FINAL_TYPE (ImpPromiseList, imp_promise_list, IMP, PROMISE_LIST, GtkBox)

/* promises: of ImpPromiseLine, by date. */
void imp_promise_list_set_promises (ImpPromiseList *self, GPtrArray *promises, ImpDate today);

G_END_DECLS
