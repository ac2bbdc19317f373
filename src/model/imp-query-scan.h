/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The text of a query, piece by piece. */
#pragma once

#include "model/imp-query.h"

G_BEGIN_DECLS

/* One filter or word; start and end stand in the text. */
typedef struct
{
  const char *start, *end;
  ImpQueryKey key; /* IMP_N_QUERY_KEYS: it is a word */
  gboolean negated, quoted;
  char *value; /* without its marks; freed by the caller */
} ImpQueryToken;

/* Moves behind the next piece; FALSE where there is none. For valid text. */
gboolean imp_query_scan (const char **text, ImpQueryToken *token);
gboolean imp_query_is_quote (gunichar c); /* also those that a word processor makes of them */
/* Up to a blank, a mark or, where asked, a colon. */
const char *imp_query_find_end (const char *text, gboolean colon);

/* What is typed at the end of a text. */
typedef struct
{
  guint start;     /* of it, in bytes */
  guint value;     /* of what stands behind its colon; `start` where it has none */
  ImpQueryKey key; /* IMP_N_QUERY_KEYS: no key yet */
  gboolean negated;
  char *typed; /* of the value, or of the key; freed by the caller */
} ImpQueryTyping;

/* FALSE where nothing is begun: after a blank, or within a phrase. */
gboolean imp_query_read_typing (const char *text, ImpQueryTyping *typing);
/* The filters that are typed to the end, and the text without them: a blank follows, and the cursor
 * is not in it; or all of them. *cursor, in bytes, moves with the text. */
ImpQuery *imp_query_take_filters (const char *text, gboolean all, guint *cursor, char **rest);

G_END_DECLS
