/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Counts over the whole backlog, names to complete, and items by name. */
#pragma once

#include "model/imp-state.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_irritants[8]; /* by ImpState */
  guint n_asked;        /* of those that are not fixed: somebody was asked what they cost */
  double hours_not_fixed;
  guint n_fixes[5];                  /* by ImpFixState */
  guint promises_kept, promises_due; /* fallen due since `since` and before today */
  guint promises_late;
  guint n_announcements;
} ImpCounts;

gboolean imp_store_count (ImpStore *store, ImpDate since, ImpCounts *counts, GError **error);

/* Names of sites, departments, offerings or persons that contain `text`; those that begin with it
 * first. NULL on failure. */
char **
imp_store_read_names (ImpStore *store, ImpKind kind, const char *text, guint limit, GError **error);
/* The oldest living item of that name, or 0; `only` (may be NULL): there is no other. Names are
 * compared as imp_text_fold() has them, here and above. */
gboolean imp_store_find_name (ImpStore *store,
                              ImpKind kind,
                              const char *name,
                              ImpItem *item,
                              gboolean *only,
                              GError **error);

/* For improve check. */
gboolean
imp_store_measure (ImpStore *store, int *schema, guint *n_items, guint *n_rows, GError **error);

/* Whether nothing lives in it: what was deleted or undone does not count. */
gboolean imp_store_look_empty (ImpStore *store, gboolean *empty, GError **error);

G_END_DECLS
