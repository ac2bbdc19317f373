/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rounds that are ahead, as JSON. */
#pragma once

#include "model/imp-round.h"

G_BEGIN_DECLS

/* Of an array of ImpRoundLine: one array, one object a line. The member names are a promise:
 * improve-rounds(1) lists them. */
char *imp_rounds_to_json (const GPtrArray *lines, ImpDate today);

G_END_DECLS
