/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The page of announcements: drafts and published issues. */
#pragma once

#include "ui/common/imp-backlog-page.h"

G_BEGIN_DECLS

/* Follows the backlog by itself. The editor is pushed onto the navigation view it stands in, so
 * that it has the whole window. Property "backlog" (ImpBacklog, construct only). */
#define IMP_TYPE_ANNOUNCEMENTS_PAGE (imp_announcements_page_get_type ())
G_DECLARE_FINAL_TYPE (ImpAnnouncementsPage,
                      imp_announcements_page,
                      IMP,
                      ANNOUNCEMENTS_PAGE,
                      ImpBacklogPage)

GtkWidget *imp_announcements_page_new (ImpBacklog *backlog);
void imp_announcements_page_show_announcement (ImpAnnouncementsPage *self, ImpItem announcement);

G_END_DECLS
