/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A query as people read it. */
#pragma once

#include "model/imp-query.h"

G_BEGIN_DECLS

/* What the filters of one key say: "Lyon or Porto", "Not Lyon", "Since March 2026", "Not yet
 * fixed"; where there is none, "Any site". */
char *imp_query_key_to_words (const ImpQuery *query, ImpQueryKey key);
/* All of it: "Not yet fixed · Lyon · “badge reader”". */
char *imp_query_to_words (const ImpQuery *query);

G_END_DECLS
