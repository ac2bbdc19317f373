/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A team estimates together: what is most worth asking, one question after another. */
#pragma once

#include "backlog/imp-backlog-irritants.h"

G_BEGIN_DECLS

/* Where one question of a sitting stands. */
typedef enum
{
  IMP_STEP_OUTCOME_OPEN,
  IMP_STEP_OUTCOME_ANSWERED,
  IMP_STEP_OUTCOME_NOBODY_KNOWS, /* what stood there before stays */
  IMP_STEP_OUTCOME_SKIPPED,      /* for another sitting */
} ImpStepOutcome;

/* One question of a sitting, owned by it. */
typedef struct
{
  ImpItem item;
  char *title;
  ImpQuestion question;
  ImpStepOutcome outcome;
  ImpAnswer answer; /* that of the team, where it is answered */
  guint rank;       /* by impact, before it was answered; 0: none */
  char *moved;      /* imp_place_say_move() of that answer; else NULL */
} ImpSittingStep;

/* The questions of one sitting and what became of them. Asks the backlog what is most worth asking
 * after each answer, and nothing twice. Answers are saved at once, each as one action. Lives on the
 * main thread; owned by who made it. While it saves an answer it remembers the newest that it is
 * told, and does that then; what it is told while it looks for another question it ignores.
 *
 * ImpSitting::changed: another question is shown, or the same otherwise. ImpSitting::failed
 * (GError): something was not read or saved. */
#define IMP_TYPE_SITTING (imp_sitting_get_type ())
G_DECLARE_FINAL_TYPE (ImpSitting, imp_sitting, IMP, SITTING, GObject)

ImpSitting *imp_sitting_new (ImpBacklog *backlog);
/* Asks for the first question; before that nothing is called back. Where there is no page because
 * it could not be read: tries again. */
void imp_sitting_start (ImpSitting *self);

/* The question that is shown, and the irritant's page as of now. Both NULL before the first and
 * after the last one, the page also where it could not be read. */
const ImpSittingStep *imp_sitting_get_step (ImpSitting *self);
const ImpIrritantPage *imp_sitting_get_page (ImpSitting *self);
gboolean imp_sitting_is_over (ImpSitting *self); /* nothing more is worth asking, or it was ended */

/* Saves an answer to the question that is shown; the same may be answered again. Don't know saves
 * nothing, unless it takes back what was answered in this sitting. */
void imp_sitting_answer (ImpSitting *self, const ImpAnswer *answer);
/* To the next question; one that is open is skipped. */
void imp_sitting_go_on (ImpSitting *self);
gboolean imp_sitting_can_go_back (ImpSitting *self);
void imp_sitting_go_back (ImpSitting *self);
/* Takes back the answer that was saved last, as long as that is the newest action, and shows its
 * question. */
gboolean imp_sitting_can_undo (ImpSitting *self);
void imp_sitting_undo (ImpSitting *self);
void imp_sitting_end (ImpSitting *self);

const GPtrArray *imp_sitting_get_steps (ImpSitting *self); /* of ImpSittingStep */
guint imp_sitting_count (ImpSitting *self, ImpStepOutcome outcome);
/* imp_top_ten_weigh() when it began, and now; -1: says nothing. */
double imp_sitting_get_share_before (ImpSitting *self);
double imp_sitting_get_share (ImpSitting *self);

G_END_DECLS
