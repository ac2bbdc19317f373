/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The pages of an issue. */
#pragma once

#include "model/imp-issue.h"
#include "publish/imp-pages.h"

G_BEGIN_DECLS

/* An issue laid out as a newsletter on upright sheets. Keeps a reference of the issue. */
#define IMP_TYPE_ISSUE_PAGES (imp_issue_pages_get_type ())
G_DECLARE_FINAL_TYPE (ImpIssuePages, imp_issue_pages, IMP, ISSUE_PAGES, ImpPages)

ImpPages *imp_issue_pages_new (ImpIssue *issue, const ImpPaper *paper);

G_END_DECLS
