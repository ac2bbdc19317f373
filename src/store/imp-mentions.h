/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Finding a person's name in all that was written. */
#pragma once

#include "model/imp-mention.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* Every text beside the person's own that names them: of ImpMention, owned by the array. The name
 * is replaced by `instead` ("a colleague") in what is redacted. Goes through all texts: seconds for
 * a large backlog; stops when the connection's cancellable is cancelled. */
GPtrArray *imp_mentions_read (ImpStore *store, ImpItem person, const char *instead, GError **error);

G_END_DECLS
