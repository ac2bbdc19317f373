/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Whether a field can have a value. */
#pragma once

#include "store/imp-store.h"

G_BEGIN_DECLS

/* IMP_ERROR_INPUT where it cannot. `field` may be NULL: a kind has no such field. `refers`: the kind
 * of the item that the value names; IMP_KIND_NONE where it names none. */
gboolean imp_value_check (ImpKind kind,
                          const ImpField *field,
                          const ImpValue *value,
                          ImpKind refers,
                          GError **error);

G_END_DECLS
