/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Finding a person's name in all that was written. */
#pragma once

#include "model/imp-mention.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* All names and e-mail addresses the person ever had, ready to be looked for; *names is NULL where
 * there are none that can be. */
gboolean imp_mentions_compile (ImpStore *store,
                               const ImpItem *persons,
                               guint n,
                               GRegex **names,
                               GError **error);

/* Every sentence beside the person's own fields that names them, also of what stands in the bin,
 * then every field that earlier versions named them in: of ImpMention, owned by the array. Where
 * such a sentence still stands in the field, only those count that name them for certain.
 * The name is replaced by `instead` in what is redacted. Other people's own names are no mentions.
 * Goes through all texts ever written: seconds for a large backlog; stops when the connection's
 * cancellable is cancelled. */
GPtrArray *imp_mentions_read (ImpStore *store, ImpItem person, const char *instead, GError **error);

G_END_DECLS
