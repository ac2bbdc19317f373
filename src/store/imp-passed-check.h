/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Whether rows can be of a round that was passed on. */
#pragma once

#include "model/imp-row.h"

G_BEGIN_DECLS

/* Sorts the rows (of ImpRow) by laptop and number. IMP_ERROR_INPUT where one is not what was written,
 * stands there twice, or is nothing that a round has: no deletion, no erasure, no announcement.
 * Texts become what Improve would have made of them, and who wrote a row gets a name where that was
 * left out. */
gboolean imp_passed_check_rows (GPtrArray *rows, GError **error);

G_END_DECLS
