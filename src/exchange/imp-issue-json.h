/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A published issue kept as text. */
#pragma once

#include "model/imp-issue.h"

G_BEGIN_DECLS

/* All of the issue, and back: the pages made from both are the same. Private to the backlog (not
 * docs/exchange.md), but for `store/imp-frozen`, which shows a published announcement from it. Unknown
 * members are passed over, so that newer ones can be added. */
char *imp_issue_to_json (const ImpIssue *issue);
/* IMP_ERROR_INPUT where it is no issue. */
ImpIssue *imp_issue_from_json (const char *json, GError **error);

G_END_DECLS
