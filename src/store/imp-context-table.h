/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading where in the work an irritant is, and its tags. */
#pragma once

#include "model/imp-irritant.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* What an irritant says of itself that a list can change. 0: not said. */
typedef struct
{
  ImpState state;
  ImpItem offering, step, outcome;
  int change, waste;
} ImpContext;

/* Of one that is not there, *found is FALSE. */
gboolean imp_store_read_context_of (ImpStore *store,
                                    ImpItem irritant,
                                    ImpContext *context,
                                    gboolean *found,
                                    GError **error);
/* Sets step, outcome, kind of change, waste and tags of the page. */
gboolean imp_store_read_context (ImpStore *store, ImpIrritantPage *page, GError **error);
/* The taggings that give an irritant a tag, of ImpItem; NULL on failure. Letter case, accents and
 * blanks do not matter. */
GArray *
imp_store_find_taggings (ImpStore *store, ImpItem irritant, const char *tag, GError **error);

G_END_DECLS
