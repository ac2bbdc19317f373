/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where a colleague comes up: rows that open what they tell of. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-people.h"

G_BEGIN_DECLS

/* A group of one part of the page of `person`; a row that is activated closes all dialogs over the
 * window, so that what was asked for is seen. */
GtkWidget *imp_person_lines_new (const ImpPersonPage *page, ImpPersonPart part, ImpItem person);

G_END_DECLS
