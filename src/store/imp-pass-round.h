/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What another backlog gets of a round. */
#pragma once

#include "model/imp-passed-round.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* The round, what was heard, promised and told on it, and what all that names, with its history;
 * docs/exchange.md says what exactly. Without people, also whatever names only them is left out.
 * IMP_ERROR_NOT_FOUND where there is no such round. */
ImpPassedRound *
imp_store_pass_round (ImpStore *store, ImpItem round, gboolean with_people, GError **error);
/* The sentences of it, each once, in which somebody's name stands all the same: of char *. */
GPtrArray *
imp_store_find_names_in_round (ImpStore *store, const ImpPassedRound *passed, GError **error);
/* The round with that UUID, or else the only one of the site and day: "Leeds 2026-11-20". */
gboolean imp_store_find_round (ImpStore *store, const char *named, ImpItem *round, GError **error);

G_END_DECLS
