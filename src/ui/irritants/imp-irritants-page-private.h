/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the page of irritants share. */
#pragma once

#include "ui/irritants/imp-irritants-page.h"

#include "ui/common/imp-page-title.h"
#include "ui/irritants/imp-irritant-pane.h"
#include "ui/irritants/imp-irritants-list.h"
#include "ui/irritants/imp-selection-bar.h"

G_BEGIN_DECLS

struct _ImpIrritantsPage
{
  ImpBacklogPage parent_instance;
  GtkStack *stack;
  AdwNavigationSplitView *split;
  ImpPageTitle *header;
  ImpIrritantsList *list;
  ImpSelectionBar *selection;
  ImpIrritantPane *pane; /* NULL until there is a list to show it beside */
  AdwBanner *contests;
  ImpOverview overview;
  ImpItem irritant; /* that is looked at */
  gboolean compact, narrow;
  gboolean visited; /* from elsewhere */
};

/* How much there is, or how much of it the list shows. */
void imp_irritants_page_update_header (ImpIrritantsPage *self);
void imp_irritants_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
