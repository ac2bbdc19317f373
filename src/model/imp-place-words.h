/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where an irritant stands, and where an answer moved it, in words. */
#pragma once

#include "model/imp-measure.h"

G_BEGIN_DECLS

char *imp_place_to_words (guint rank); /* "3rd" */
/* "2nd of 39 by impact"; measure 0: "2nd of 39 by age". Of a rank of 0: that nobody was asked. */
char *imp_place_say (guint rank, guint n_ranked, ImpMeasure measure);
/* "From 7th to 3rd; about 60 hours a month now, between 40 and 90." or "Still 7th; …". A rank of 0
 * is none: "7th by impact; …", or the hours alone. */
char *imp_place_say_move (guint from, guint to, const ImpImpact *impact);

G_END_DECLS
