/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rows that are written down anew under other laptops, and what they refer to. */
#pragma once

#include "model/imp-row.h"

G_BEGIN_DECLS

/* For each laptop whose rows can no longer stand under its name: the one that has them now, and
 * which of them became which. Stands on the stack of who moves them; pure. */
typedef struct
{
  GPtrArray *laptops; /* private */
} ImpMoved;

void imp_moved_init (ImpMoved *self);
void imp_moved_clear (ImpMoved *self);

/* Begins with a laptop: `to` receives the name of the one that gets its rows. */
void imp_moved_begin (ImpMoved *self, const ImpUuid *laptop, ImpUuid *to);
/* Turns what a row of the laptop that was begun last names, as far as that has moved. */
void imp_moved_turn (ImpMoved *self, ImpRow *row);
/* The row of that laptop with the number `from` stands there now. */
void imp_moved_add (ImpMoved *self, gint64 from, gint64 rseq);

G_END_DECLS
