/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the parts of a line of a round share. */
#pragma once

#include "ui/common/imp-choice-bar.h"
#include "ui/common/imp-quote.h"
#include "ui/rounds/imp-answers-page.h"
#include "ui/rounds/imp-heard-answers.h"

G_BEGIN_DECLS

struct _ImpAnswersPage
{
  AdwNavigationPage parent_instance;

  ImpBacklog *backlog;
  ImpRoundPage *page;
  ImpItem item;
  const ImpHeardLine *line; /* of the page; NULL: it is gone */
  guint n_saving;           /* answers on their way; what the page says of them is old */

  GtkMenuButton *more;
  GMenuModel *menu;
  ImpQuote *quote;
  ImpHeardAnswers *answers;
  GtkWidget *kinds, *steps, *foot;
  ImpChoiceBar *kind;
  GtkLabel *promised, *sentence;
  GtkButton *done;
};

/* A promise, a refusal, another kind, and away with it. */
void imp_answers_page_install_steps (GtkWidgetClass *widget_class);

G_END_DECLS
