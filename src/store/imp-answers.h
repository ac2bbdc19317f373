/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What all who were asked about an irritant answered, as one answer to each question. */
#pragma once

#include "model/imp-voices.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* People, often, minutes. */
#define IMP_N_TOLD 3

/* `facts` come with the irritant's own answers, and leave with those that count, and how unsure
 * each of them is by what was learned. Of each colleague the newest answer to a question counts;
 * those who are not known by name are one colleague for each department, as for the voices.
 * `voices`: what colleagues answered, whether it counts or not; may be NULL. */
gboolean imp_answers_combine (ImpStore *store,
                              ImpItem irritant,
                              ImpFacts *facts,
                              ImpVoices voices[IMP_N_TOLD],
                              GError **error);

G_END_DECLS
