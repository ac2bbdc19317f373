/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Writes one text that is right for all who wrote it. */
#pragma once

#include "ui/changes/imp-changes-dialog.h"
#include "model/imp-edit.h"

G_BEGIN_DECLS

/* Begins with all versions below each other. What is saved takes the place of every version; then
 * the page goes by itself. */
#define IMP_TYPE_MERGE_PAGE (imp_merge_page_get_type ())
G_DECLARE_FINAL_TYPE (ImpMergePage, imp_merge_page, IMP, MERGE_PAGE, AdwNavigationPage)

AdwNavigationPage *imp_merge_page_new (ImpBacklog *backlog, const ImpContest *contest);

G_END_DECLS
