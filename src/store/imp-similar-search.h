/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which irritants are worth comparing with what is typed. */
#pragma once

#include "model/imp-likeness.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* Weighs the words by how many irritants have them, and finds those that have the most of them, by
 * weight: of ImpItem, at most n_most. Rare words first; those that a large backlog has everywhere
 * are not looked up, so that it takes about as long in any. NULL on failure. */
GArray *imp_similar_search (ImpStore *store, ImpLikeness *likeness, guint n_most, GError **error);

G_END_DECLS
