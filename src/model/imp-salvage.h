/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What could be rescued of a damaged backlog, in words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Changes of one laptop, one after another, that cannot be read any more. */
typedef struct
{
  guint64 n;
  gint64 from_ms, to_ms; /* Unix time of the changes around them; 0: there is none on that side */
} ImpSalvageGap;

/* Filled by whoever saves, then immutable. */
typedef struct
{
  guint64 n_saved;    /* changes: each is a new value of one field */
  guint64 n_unproved; /* of those: they look right, but what would prove it is damaged */
  guint64 n_missing;  /* about */
  GArray *gaps;       /* of ImpSalvageGap */
} ImpSalvage;

ImpSalvage *imp_salvage_new (void);
void imp_salvage_free (ImpSalvage *self);
/* Counts what is missing between two changes, or at an end; a gap beside the last one is the same. */
void imp_salvage_add_gap (ImpSalvage *self, guint64 n, gint64 from_ms, gint64 to_ms);

/* "9,812 of about 9,900 changes could be rescued." */
char *imp_salvage_dup_summary (const ImpSalvage *self);
/* What is missing, a line each, and what could not be proved; NULL where there is nothing to say. */
char *imp_salvage_dup_details (const ImpSalvage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpSalvage, imp_salvage_free)

G_END_DECLS
