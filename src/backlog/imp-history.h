/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What happened to an irritant, in words, from what is recorded. */
#pragma once

#include "model/imp-irritant.h"

G_BEGIN_DECLS

/* Fills page->history from its reports and fixes, the newest first. */
void imp_history_fill (ImpIrritantPage *page);

G_END_DECLS
