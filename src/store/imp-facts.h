/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The facts that the model reckons with, read from the projections. */
#pragma once

#include "model/imp-state.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

typedef struct
{
  ImpItem item;
  ImpUuid uuid;
  ImpFacts facts; /* with what its reports answered */
  ImpState state;
  ImpDate recorded;
  int voices;       /* distinct colleagues who reported it */
} ImpIrritantFacts; /* nothing but the state where it is merged into another one */

typedef struct
{
  ImpFixState state;
  ImpDate confirmed;
} ImpFixFacts;

typedef struct
{
  double hours;    /* a month: lost to its irritants; of those asked again, what is given back */
  double forecast; /* the same, by what such answers proved to be off; not shrunk */
  double spread;   /* of the dearest irritant's log hours */
  gboolean asked_again; /* about each of them */
  int voices;           /* of all its irritants, each colleague once */
  ImpItem dearest;      /* irritant; 0 for none */
} ImpFixHours;

/* All on the database thread. *found is FALSE where the item is gone. */
gboolean imp_facts_read (ImpStore *store,
                         ImpItem irritant,
                         ImpIrritantFacts *facts,
                         gboolean *found,
                         GError **error);
gboolean imp_fix_facts_read (ImpStore *store,
                             ImpItem fix,
                             ImpFixFacts *facts,
                             gboolean *found,
                             GError **error);
gboolean imp_fix_hours_read (ImpStore *store, ImpItem fix, ImpFixHours *hours, GError **error);

/* Text columns of a statement from `column` on as answers to questions 0 … n-1. */
void imp_statement_get_answers (ImpStatement *statement, int column, int n, ImpAnswer *answers);

G_END_DECLS
