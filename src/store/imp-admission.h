/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One row of another laptop: is it what was written there, and what is it called here? */
#pragma once

#include "model/imp-row.h"
#include "store/imp-touched.h"

G_BEGIN_DECLS

/* The rows taken in one transaction. Stands on the stack of who applies them. */
typedef struct
{
  ImpTouched touched; /* the items whose cells must be merged and projected afterwards */
  GChecksum *value_sum;
} ImpAdmission;

void imp_admission_init (ImpAdmission *self, ImpStore *store);
void imp_admission_clear (ImpAdmission *self);

/* Checks the row and writes it into the journal, under the number of its laptop; items that it
 * names become known. What this version knows must be possible, what it does not know is kept as
 * it is. IMP_ERROR_INPUT where it is not right. */
gboolean imp_admission_take (ImpAdmission *self, gint64 rep, const ImpRow *row, GError **error);
/* Whether the row can be one at all; before anything else is asked of it. */
gboolean imp_admission_check (const ImpRow *row, GError **error);
/* FALSE, with the error that says so. */
gboolean imp_admission_refuse (const ImpRow *row, GError **error);

G_END_DECLS
