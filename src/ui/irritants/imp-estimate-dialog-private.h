/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the parts of estimating together share. */
#pragma once

#include "ui/common/imp-choice-bar.h"
#include "ui/irritants/imp-band-targets.h"
#include "ui/irritants/imp-estimate-dialog.h"
#include "ui/irritants/imp-estimate-end.h"

G_BEGIN_DECLS

struct _ImpEstimateDialog
{
  AdwDialog parent_instance;
  ImpSitting *sitting;
  ImpKnown used;    /* how the room knew the last time that it said so; 0: never */
  gboolean filling; /* what changes now was not chosen by anybody */
  gboolean narrow;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkLabel *title, *before, *question, *after, *progress;
  GtkBox *quotes, *content;
  ImpBandTargets *targets;
  ImpChoiceBar *known;
  GtkProgressBar *share;
  ImpEstimateEnd *end;
  GtkWidget *foot, *finish;
  GtkButton *on;
};

/* Where the sitting stands. */
void imp_estimate_dialog_show (ImpEstimateDialog *self);
void imp_estimate_dialog_show_failure (ImpEstimateDialog *self, const GError *error);
/* What is offered beside the question itself. */
void imp_estimate_dialog_update_actions (ImpEstimateDialog *self);
/* The title is to be read from the back of the room. */
void imp_estimate_dialog_set_narrow (ImpEstimateDialog *self, gboolean narrow);

G_END_DECLS
