/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the parts of the editor of an announcement share. */
#pragma once

#include "ui/announcements/imp-announcement-editor.h"
#include "ui/announcements/imp-entry-list.h"
#include "ui/announcements/imp-issue-view.h"
#include "ui/common/imp-field-row.h"
#include "ui/common/imp-page-title.h"

G_BEGIN_DECLS

struct _ImpAnnouncementEditor
{
  ImpBacklogPage parent_instance;

  ImpItem announcement;
  gboolean draft;
  int number;     /* of the issue; 0: none */
  gint64 kept_at; /* monotonic time of the last text that was kept, or 0 */
  guint clock;

  AdwNavigationSplitView *split;
  ImpPageTitle *heading;
  GtkWidget *add_button;
  GtkWidget *publish;
  ImpFieldRow *title;
  AdwActionRow *period;
  AdwActionRow *from;
  ImpEntryList *entries;
  ImpIssueView *view;
};

/* Keeps everything that is written, before it is printed, exported or published. */
void imp_announcement_editor_keep (ImpAnnouncementEditor *self);
void imp_announcement_editor_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
