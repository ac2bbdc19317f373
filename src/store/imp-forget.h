/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Earlier values that nobody may find any more. */
#pragma once

#include "store/imp-touched.h"

G_BEGIN_DECLS

/* The fields of an item whose earlier values are forgotten, as a sum of 1 << number. */
gboolean imp_forget_read_fields (ImpStore *store, ImpItem item, gint64 *fields, GError **error);
/* What was said last: such a sum, and bit 0. */
gboolean imp_forget_read_last (ImpStore *store, ImpItem item, gint64 *value, GError **error);
/* Takes value and salt out of the rows that no cell shows any more, where a touched item says so:
 * all that were written before it was said, and all of an item that is forgotten whole. The
 * chain still verifies: it covers the salted hash. Inside a transaction, after its cells. */
gboolean imp_forget_touched (ImpTouched *touched, GError **error);

/* Whether nothing of the item may be known any more: all fields of its kind are forgotten. Such an
 * item never comes back to life. */
gboolean imp_forget_is_whole (ImpStore *store, ImpItem item, gboolean *whole, GError **error);

/* Commits changes that forget, and then sees to it that the file, its log and its index hold none
 * of it: writes the whole file anew. Where that fails the changes are committed all the same, and
 * the error says what is left to do. */
gboolean
imp_store_erase (ImpStore *self, const ImpChanges *changes, ImpCommit *commit, GError **error);

G_END_DECLS
