/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One promise as a row: what, to whom, by when, and how it stands. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-fixes.h"

G_BEGIN_DECLS

/* An action row for boxed lists. Keeps nothing of the promise but its fix. */
#define IMP_TYPE_PROMISE_ROW (imp_promise_row_get_type ())
G_DECLARE_FINAL_TYPE (ImpPromiseRow, imp_promise_row, IMP, PROMISE_ROW, AdwActionRow)

GtkWidget *imp_promise_row_new (const ImpPromiseLine *promise, ImpDate today);
/* On the page of its fix: titled by its terms, with the reason of the last move. */
GtkWidget *imp_promise_row_new_of_fix (const ImpPromiseLine *promise, ImpDate today);
ImpItem imp_promise_row_get_fix (ImpPromiseRow *self);

G_END_DECLS
