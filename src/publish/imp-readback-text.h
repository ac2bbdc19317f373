/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A read-back as plain text, to be pasted. */
#pragma once

#include "model/imp-round.h"

G_BEGIN_DECLS

/* All that stands on its pages, with the same numbers. Lines of at most 72 columns, but for longer
 * words. The caller frees. */
char *imp_readback_to_text (ImpRoundPage *page);

G_END_DECLS
