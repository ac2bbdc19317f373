/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where an irritant and a fix stand: derived from dates and confirmations, never typed. */
#pragma once

#include "model/imp-schema.h"

G_BEGIN_DECLS

typedef enum
{
  IMP_STATE_OPEN = 1,
  IMP_STATE_PLANNED,
  IMP_STATE_BEING_FIXED,
  IMP_STATE_FIXED,
  IMP_STATE_CONFIRMED,
  IMP_STATE_DECLINED,
  IMP_STATE_MERGED, /* into another one, with which it counts: never listed */
} ImpState;

/* Masks of 1 << ImpState. What is not yet fixed is what is ranked. */
#define IMP_STATES_NOT_FIXED                                                                       \
  (1u << IMP_STATE_OPEN | 1u << IMP_STATE_PLANNED | 1u << IMP_STATE_BEING_FIXED)
#define IMP_STATES_ALL 0xffu

typedef enum
{
  IMP_FIX_STATE_PLANNED = 1,
  IMP_FIX_STATE_BEING_FIXED,
  IMP_FIX_STATE_DELIVERED,
  IMP_FIX_STATE_CONFIRMED,
} ImpFixState;

/* verdict: of the newest confirmation since the fix was delivered, 0 for none. "Still there"
 * brings the fix back to being fixed; "better" leaves it delivered. Before the delivery there is
 * nothing to confirm, and a verdict does not count. */
ImpFixState imp_fix_state_derive (gboolean started, gboolean delivered, ImpVerdict verdict);
/* n_in_state[s]: how many of the irritant's fixes are in ImpFixState s. The least advanced fix
 * decides; no fix and a refusal is declined. */
ImpState imp_state_derive (const int n_in_state[IMP_FIX_STATE_CONFIRMED + 1], gboolean declined);

const char *imp_state_get_label (ImpState state); /* "Being fixed", translated */
const char *imp_fix_state_get_label (ImpFixState state);

G_END_DECLS
