/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An irritant that may be what somebody is just recording. */
#pragma once

#include "model/imp-schema.h"
#include "model/imp-state.h"

G_BEGIN_DECLS

/* So many are offered. */
#define IMP_SIMILAR_MOST 5

typedef struct
{
  ImpItem item;
  char *title;
  char *sites; /* "Leeds, Lyon"; may be NULL */
  ImpState state;
  char *declined_reason; /* may be NULL */
  guint n_voices;
  double hours;    /* lost a month */
  double likeness; /* 0 … 1 */
} ImpSimilar;

void imp_similar_free (ImpSimilar *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpSimilar, imp_similar_free)

/* It was removed: who says it again says that it is back. */
gboolean imp_similar_is_fixed (const ImpSimilar *self);

G_END_DECLS
