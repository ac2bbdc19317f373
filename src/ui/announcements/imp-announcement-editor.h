/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The editor of one announcement: its texts as cards, and the page as it prints. */
#pragma once

#include "ui/common/imp-backlog-page.h"

G_BEGIN_DECLS

/* Meant for the whole window. A published announcement is shown, but cannot be changed. Leaves
 * when its announcement is deleted. Properties: "backlog" (ImpBacklog) and "announcement" (int64),
 * construct only. Actions: announcement.print (Ctrl+P), .export (s: pdf, html, markdown, text),
 * .publish, .delete, .from (who the page is from), .add (s: big, small, next, not-now). */
#define IMP_TYPE_ANNOUNCEMENT_EDITOR (imp_announcement_editor_get_type ())
G_DECLARE_FINAL_TYPE (ImpAnnouncementEditor,
                      imp_announcement_editor,
                      IMP,
                      ANNOUNCEMENT_EDITOR,
                      ImpBacklogPage)

GtkWidget *imp_announcement_editor_new (ImpBacklog *backlog, ImpItem announcement);

G_END_DECLS
