/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rows that cannot stand under the laptop that wrote them: written down as those of another one. */
#pragma once

#include "store/imp-admission.h"
#include "store/imp-chain.h"

G_BEGIN_DECLS

/* A laptop that nobody has, under whose name rows are written down anew: with gaps in what is left
 * or was passed on of a laptop, they cannot be that laptop's own. They keep stamp, writer and value;
 * numbers, actions and hash chain are new. Stands on the stack of who writes, inside a transaction. */
typedef struct
{
  ImpAdmission *admission; /* borrowed */
  ImpUuid id;
  ImpReplica replica; /* its number here is 0 until the first row */
  gint64 txn;         /* the first row of the action under way */
  ImpChain chain;
} ImpGuest;

void imp_guest_begin (ImpGuest *self, ImpAdmission *admission, const ImpUuid *id);
gboolean imp_guest_begin_action (ImpGuest *self, GError **error);
/* The number that the next row gets. */
gint64 imp_guest_get_next (const ImpGuest *self);
/* Writes the row down as the next one of the action, and turns it into that. Where it is not right
 * (imp_admission_take()) the action can go on without it. */
gboolean imp_guest_add (ImpGuest *self, ImpRow *row, GError **error);
/* An action without a row is none. */
gboolean imp_guest_end_action (ImpGuest *self, GError **error);
gboolean imp_guest_end (ImpGuest *self, GError **error);
void imp_guest_clear (ImpGuest *self);

G_END_DECLS
