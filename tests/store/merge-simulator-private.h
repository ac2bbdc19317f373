/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the simulator of laptops and its judge share. */
#pragma once

#include "merge-simulator.h"

G_BEGIN_DECLS

#define SIM_FIELD_LIFE   0
#define SIM_FIELD_MERGED 1
#define SIM_FIELD_TEXT   4 /* this one and above are texts, those between are scalars */
#define SIM_N_FIELDS     6
#define SIM_MAX_LAPTOPS  8

/* Written once, never changed. */
typedef struct
{
  ImpHead id;
  gint64 hlc, txn;
  guint item, field;
  guint into;   /* SIM_FIELD_MERGED: the item that it is merged into + 1; 0 for none */
  GArray *base; /* of ImpHead */
  GArray *seen; /* a deletion: the version vector of who deleted; else NULL */
} SimRow;

typedef struct
{
  GPtrArray *rows; /* of SimRow, borrowed, as they arrived */
  GArray *heads;   /* of ImpHead */
  gint64 hlc;      /* of the value that holds */
  const SimRow *holds;
} SimCell;

typedef struct
{
  ImpUuid id;
  gint64 ahead_ms; /* how wrong its clock is */
  gint64 last_hlc;
  guint group; /* only those of one group reach each other */
  GArray *vector;
  GHashTable *cells; /* item * SIM_N_FIELDS + field → SimCell */
  GPtrArray *log;    /* of SimRow, owned: its own rows, by rseq */
} SimLaptop;

struct _SimWorld
{
  SimFault fault;
  gint64 now_ms;
  GArray *laptops; /* of SimLaptop */
};

SimLaptop *sim_world_get (SimWorld *self, guint i);
const SimRow *sim_world_find (SimWorld *self, ImpHead id);
void sim_laptop_init (SimLaptop *self, guint number, guint seed);
void sim_laptop_clear (SimLaptop *self);
/* Takes a row of somebody else, unless it has it. */
void sim_laptop_receive (SimWorld *world, SimLaptop *self, const SimRow *row);
/* With which item it counts there. */
guint sim_laptop_find_holder (SimWorld *world, SimLaptop *self, guint item);
gboolean sim_laptop_is_alive (SimWorld *world, SimLaptop *self, guint item);
/* Rows that `self` has and `to` has not, of one laptop, at most so many actions, each whole. */
void sim_laptop_send (SimWorld *world, SimLaptop *self, SimLaptop *to, guint of, guint n_actions);

G_END_DECLS
