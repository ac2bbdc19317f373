/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Drafting an issue from the record. */
#pragma once

#include "model/imp-announcement.h"
#include "model/imp-issue.h"
#include "store/imp-announcement-table.h"

G_BEGIN_DECLS

/* Database thread. The draft of a period: entries with numbers of items, itself without one. */
ImpAnnouncement *
imp_draft_new_in_db (ImpStore *store, ImpDate from, ImpDate to, ImpTold told, GError **error);
/* Adds the draft to the changes; gives its (negative) number. */
ImpItem imp_draft_add_to_changes (const ImpAnnouncement *draft, ImpChanges *changes);
/* The issue as the announcement says it, with what the organisation and its promises add. */
ImpIssue *
imp_draft_to_issue_in_db (ImpStore *store, const ImpAnnouncement *announcement, GError **error);
/* Says of each line of that issue which items it is made from, for it to be kept. */
gboolean imp_draft_name_origins_in_db (ImpStore *store,
                                       const ImpAnnouncement *announcement,
                                       ImpIssue *issue,
                                       GError **error);

G_END_DECLS
