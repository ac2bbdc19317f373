/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A value as it is said to people. */
#pragma once

#include "model/imp-edit.h"

G_BEGIN_DECLS

/* A value as it is said elsewhere: "About 45 people · 21–100 · measured", "21 November 2026",
 * "Yes". `name` is of the item that the value refers to, where that has one. */
char *
imp_field_value_to_words (ImpKind kind, guint8 field, const ImpValue *value, const char *name);
/* The same, of an answer without its range and where it is from: "About 45 people". */
char *imp_field_value_to_short_words (ImpKind kind,
                                      guint8 field,
                                      const ImpValue *value,
                                      const char *name);

G_END_DECLS
