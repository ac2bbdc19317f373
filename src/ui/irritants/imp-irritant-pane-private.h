/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the parts of an irritant's page share. */
#pragma once

#include "ui/attachments/imp-attachments-section.h"
#include "ui/irritants/imp-irritant-pane.h"

G_BEGIN_DECLS

struct _ImpIrritantPane
{
  AdwNavigationPage parent_instance;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  AdwHeaderBar *header;
  GtkWidget *back;
  GtkMenuButton *more;
  GMenuModel *menu;
  GtkLabel *title, *about, *sentence, *declined, *description;
  GtkLabel *pinned, *context;
  AdwWrapBox *tags;
  GtkBox *quotes;
  GtkWidget *why, *all_reports, *merged;
  AdwActionRow *merged_into;
  GtkListBox *answers, *fixes, *parts;
  GtkWidget *parts_section, *take_apart;
  GtkWidget *no_fixes, *history_heading;
  GtkGrid *history;
  ImpAttachmentsSection *attachments;
  ImpBacklog *backlog;
  ImpItem irritant;
  ImpItem placed;        /* whose place in the list is known; 0: nobody's */
  char *place;           /* in words; may be NULL */
  ImpMeasure measure;    /* by which that is; 0: by age */
  ImpIrritantPage *page; /* NULL while it is not loaded */
  gboolean gone;         /* irritant is not in the backlog any more */
  GCancellable *cancellable;
};

void imp_irritant_pane_install_actions (GtkWidgetClass *widget_class);
void imp_irritant_pane_update_actions (ImpIrritantPane *self);
/* Where it stands, and what it costs. */
void imp_irritant_pane_show_sum (ImpIrritantPane *self);
/* Puts self->page into the widgets. */
void imp_irritant_pane_show_page (ImpIrritantPane *self);

G_END_DECLS
