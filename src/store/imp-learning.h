/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What is learned from questions that were asked again. */
#pragma once

#include "store/imp-store.h"

G_BEGIN_DECLS

/* Learns from what colleagues answered once, and what was answered about the same irritant when a
 * fix was found to have changed nothing: of that the state of affairs is the same. In tenths, so
 * that not each answer moves every place in the list. */
gboolean imp_learning_load (ImpStore *store, GError **error);
/* The same after a change; *moved where answers are more or less sure than before, or off by more
 * or less. */
gboolean imp_learning_follow (ImpStore *store, gboolean *moved, GError **error);

G_END_DECLS
