/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the parts of a sitting share. */
#pragma once

#include "backlog/imp-sitting.h"

G_BEGIN_DECLS

/* A saved answer that can be taken back: what the step was before it. */
typedef struct
{
  guint position;
  gint64 action; /* imp_backlog_get_undo_step() of it */
  ImpStepOutcome outcome;
  ImpAnswer answer;
} Saved;

/* What was asked for while an answer was being saved. */
typedef enum
{
  THEN_NOTHING,
  THEN_ANSWER,
  THEN_GO_ON,
  THEN_GO_BACK,
} Then;

struct _ImpSitting
{
  GObject parent_instance;
  ImpBacklog *backlog;
  GPtrArray *steps;      /* of ImpSittingStep */
  guint position;        /* of the step that is shown; their number: none, it is over */
  ImpIrritantPage *page; /* of that step; NULL: none, or not loaded yet */
  GArray *saved;         /* of Saved, the newest last */
  ImpAnswer answering;   /* what is being saved */
  Then then;
  ImpAnswer answering_then; /* that of THEN_ANSWER */
  double share_before, share;
  gboolean busy;      /* the answer of the backlog is under way */
  gboolean settling;  /* the same, and it is about the question that is shown */
  gboolean backwards; /* the way it went last */
  gboolean over;
  gboolean weighed; /* share_before is known */
};

ImpSittingStep *imp_sitting_get_shown (ImpSitting *self); /* NULL: it is over */
/* Whether the backlog did what it was asked to; else says why not. */
gboolean imp_sitting_check (ImpSitting *self, const GError *error);
/* Says that it has changed. The room thinks again before it sees what its answer moved: only the
 * newest answer counts. */
void imp_sitting_change (ImpSitting *self);
void imp_sitting_finish (ImpSitting *self);

/* How sure the top ten are; then the page of the question that is shown, or the first question. */
void imp_sitting_weigh (ImpSitting *self);
void imp_sitting_read_page (ImpSitting *self);
/* To the next question, which may have to be found. */
void imp_sitting_advance (ImpSitting *self);

G_END_DECLS
