/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the files of the view of an erasure share. */
#pragma once

#include "ui/people/imp-erasure-view.h"

#include "backlog/imp-backlog-people.h"

G_BEGIN_DECLS

struct _ImpErasureView
{
  AdwNavigationPage parent_instance;
  ImpBacklog *backlog; /* NULL once disposed */
  GSettings *settings;
  ImpItem person;
  ImpErasurePlan *plan;      /* NULL until it is known */
  guint n_copies;            /* older ones that are there by now */
  GCancellable *cancellable; /* of the question or the work under way */
  ImpProgress *progress;     /* of the work */
  guint timer;               /* looks at it */

  GtkStack *stack;
  GtkWidget *draft;
  GtkBox *stays;
  GtkWidget *mentions_group;
  GtkListBox *mentions;
  AdwPreferencesGroup *copies;
  GtkCheckButton *drop_check;
  AdwActionRow *drop;
  GtkLabel *doing;
  GtkProgressBar *bar;
  GtkWidget *cancel;
  AdwStatusPage *done;
};

/* The folder for further copies of backups; NULL: there is none. */
char *imp_erasure_view_dup_second_folder (ImpErasureView *self);
/* What would go, and what stays. */
void imp_erasure_view_show_plan (ImpErasureView *self);
void imp_erasure_view_show_copies (ImpErasureView *self);

G_END_DECLS
