/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How a promise looks: its icon and its colour, beside its words. */
#pragma once

#include <gtk/gtk.h>

#include "ui/fixes/imp-fix-words.h"

G_BEGIN_DECLS

/* Gives the icon its shape, and the box that holds icon and words its one class of colour. */
void imp_promise_look_apply (ImpPromiseStand stand, GtkWidget *box, GtkImage *icon);

G_END_DECLS
