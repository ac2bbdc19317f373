/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the parts of the round itself share. */
#pragma once

#include "backlog/imp-backlog-rounds.h"
#include "ui/attachments/imp-attachments-section.h"
#include "ui/capture/imp-known-group.h"
#include "ui/common/imp-page-title.h"
#include "ui/rounds/imp-round-entry.h"
#include "ui/rounds/imp-round-mode.h"
#include "ui/rounds/imp-round-question.h"

G_BEGIN_DECLS

struct _ImpRoundMode
{
  ImpBacklogPage parent_instance;

  ImpItem round;
  ImpRoundPage *page; /* NULL before it is loaded */
  ImpRoundDraft draft;
  ImpItem photo_for; /* the line that gets the photo when it is shown; 0: none */
  guint tick;

  AdwNavigationView *navigation;
  ImpPageTitle *title;
  GtkWidget *content;
  GtkScrolledWindow *scroller;
  ImpRoundQuestion *question;
  ImpKnownGroup *known;
  ImpRoundEntry *entry;
  GtkButton *next;
  ImpAttachmentsSection *photos; /* never shown: it asks for photos, adds them and tells of it */
};

/* What is being entered. now: does not wait for a pause in the typing. */
void imp_round_mode_keep_draft (ImpRoundMode *self, gboolean now);
/* What a line becomes that answers the question in sight. */
ImpHeardKind imp_round_mode_get_kind (ImpRoundMode *self);
/* For the line that waits for one, as soon as the page has it. */
void imp_round_mode_ask_for_photo (ImpRoundMode *self);
/* What is like the words that are being typed about something in the way. */
void imp_round_mode_look_known (ImpRoundMode *self);
void imp_round_mode_add (ImpRoundMode *self);
/* What is said is the same as that irritant; is_back: as one that was fixed. */
void imp_round_mode_add_to (ImpRoundMode *self, ImpItem irritant, gboolean is_back);
void imp_round_mode_add_photo (ImpRoundMode *self);

guint imp_round_mode_count_questions (ImpRoundMode *self);
/* Shows the question that the draft is at. */
void imp_round_mode_show_question (ImpRoundMode *self);
void imp_round_mode_leave (ImpRoundMode *self);
/* Going from question to question, to a line, to the end. */
void imp_round_mode_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
