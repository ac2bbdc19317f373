/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Issues to print in tests. */
#pragma once

#include "model/imp-issue.h"

/* A full page: three big fixes, six small ones, everything else. */
ImpIssue *sample_issue_new (void);
/* The same with seven big fixes and The count: two pages. */
ImpIssue *sample_issue_new_long (void);
/* Arabic: right to left. */
ImpIssue *sample_issue_new_rtl (void);
/* Adds two lines of What works. */
void sample_issue_add_works (ImpIssue *issue);
/* n big fixes, everything else as in the full page. */
ImpIssue *sample_issue_new_with_big (guint n);
