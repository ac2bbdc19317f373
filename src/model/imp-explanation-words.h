/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Why an irritant stands where it stands, said aloud. */
#pragma once

#include "model/imp-explanation.h"

G_BEGIN_DECLS

/* A factor of the reckoning, to be set large over small: "45", "people", "measured". The figure is
 * owned by the caller. */
char *imp_standing_say_figure (const ImpStanding *self, ImpQuestion question);
const char *imp_standing_get_unit (const ImpStanding *self, ImpQuestion question);
const char *imp_standing_get_source (const ImpStanding *self, ImpQuestion question);

/* Plain text of whole sentences, translated, owned by the caller. */

/* "45 people (measured) × 40 times a month (several people told us) × 5 minutes (several people
 * told us) ÷ 60 = 150 h a month, 70 to 320." */
char *imp_explanation_say_reckoning (const ImpExplanation *self);
/* "Care 1.25: annoying (1.25) × customers do not see it (1). 150 × 1.25, about 190." */
char *imp_explanation_say_care (const ImpExplanation *self);
/* The same in parts: "Care 1.25", "Annoying (1.25) × customers do not see it (1)", "150 × 1.25,
 * about 190". */
char *imp_explanation_say_care_factor (const ImpExplanation *self);
char *imp_explanation_say_care_parts (const ImpExplanation *self);
char *imp_explanation_say_care_result (const ImpExplanation *self);
/* "“Till freezes” stands ahead: fewer hours, 110, but customers see it. The chance is only 61 in
 * 100, so 1 to 3 count as about the same. “Badge reader” comes after it with 83 chances in 100." */
char *imp_explanation_say_comparison (const ImpExplanation *self);
/* "Time it once. Nobody has measured the minutes yet. From about 6.3 minutes each time on it would
 * stand before “Till freezes”." */
char *imp_explanation_say_change (const ImpExplanation *self);
/* Its second half: which answers would change its place; nothing where it has none. */
char *imp_explanation_say_turning_points (const ImpExplanation *self);
/* All of it with its headings, and the neighbours line by line: to be copied. */
char *imp_explanation_to_text (const ImpExplanation *self);

G_END_DECLS
