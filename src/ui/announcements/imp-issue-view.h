/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The preview of an issue. */
#pragma once

#include <adwaita.h>

#include "model/imp-issue.h"
#include "publish/imp-paper.h"

G_BEGIN_DECLS

/* Lays the issue out on the paper and shows it. Stays where it was scrolled to. */
#define IMP_TYPE_ISSUE_VIEW (imp_issue_view_get_type ())
G_DECLARE_FINAL_TYPE (ImpIssueView, imp_issue_view, IMP, ISSUE_VIEW, AdwBin)

void imp_issue_view_set_issue (ImpIssueView *self, ImpIssue *issue);
void imp_issue_view_set_paper (ImpIssueView *self, const ImpPaper *paper);
ImpIssue *imp_issue_view_get_issue (ImpIssueView *self); /* borrowed; NULL before the first */
const ImpPaper *imp_issue_view_get_paper (ImpIssueView *self);

G_END_DECLS
