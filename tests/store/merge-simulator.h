/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Several laptops that write, delete, undo and exchange rows, on the merge rules of the program. */
#pragma once

#include "store/imp-merge.h"

G_BEGIN_DECLS

/* What can be broken on purpose, so that the test is known to bite. */
typedef enum
{
  SIM_SOUND,
  SIM_LAST_ARRIVED_HOLDS, /* of several heads the row that arrived last counts */
  SIM_PLAIN_CLOCK,        /* stamps are the computer's time and nothing else */
  SIM_ONE_HEAD,           /* of values side by side only the one that holds is kept */
} SimFault;

/* One thing that happens, drawn from the seed; meaningless numbers are taken modulo. */
typedef struct
{
  guint8 kind;
  guint8 replica, other;
  guint32 number;
} SimStep;

typedef struct _SimWorld SimWorld;

/* The steps of one seed, 2 to 8 laptops. Free with g_array_unref(). */
GArray *sim_steps_new (guint seed, guint n_steps);

SimWorld *sim_world_new (guint seed, SimFault fault);
void sim_world_free (SimWorld *self);
void sim_world_run (SimWorld *self, const GArray *steps);
/* Everybody gets everything. */
void sim_world_heal (SimWorld *self);

/* NULL, or what does not hold: S1 one digest, S2 every text a head or an ancestor of one, S3 no
 * edit behind a value its author had seen. Call after sim_world_heal(). */
char *sim_world_judge (SimWorld *self);
/* S4: a laptop that gets all rows in another order ends the same. */
char *sim_world_judge_order (SimWorld *self, guint seed);
guint sim_world_count_rows (SimWorld *self);
guint sim_world_count_conflicts (SimWorld *self);
guint sim_world_count_merged (SimWorld *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SimWorld, sim_world_free)

G_END_DECLS
