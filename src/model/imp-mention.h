/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where somebody's name stands in what people wrote, as data. */
#pragma once

#include "model/imp-schema.h"

G_BEGIN_DECLS

/* One text that names the person. Immutable. */
typedef struct
{
  ImpItem item;
  ImpKind kind;
  guint8 field;
  char *text;
  char *redacted; /* the same without the name */
} ImpMention;

void imp_mention_free (ImpMention *self);

/* Finds a name, whole or one of its parts of at least three letters, as words of their own in any
 * letter case. NULL for a name without such a part. */
GRegex *imp_mention_compile (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpMention, imp_mention_free)

G_END_DECLS
