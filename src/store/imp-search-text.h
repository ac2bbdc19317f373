/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The words by which irritants are found. */
#pragma once

#include "store/imp-store.h"

G_BEGIN_DECLS

/* Writing does not look whether the words stand there already: they are forgotten first. */
gboolean imp_search_text_forget (ImpStore *store, ImpItem irritant, GError **error);
gboolean imp_search_text_write (ImpStore *store, ImpItem irritant, GError **error);

G_END_DECLS
