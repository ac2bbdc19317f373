/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A fix with its promises and confirmations, as data. */
#pragma once

#include "base/imp-date.h"
#include "model/imp-impact.h"
#include "model/imp-schema.h"
#include "model/imp-state.h"

G_BEGIN_DECLS

typedef struct
{
  ImpItem item;
  char *to;   /* may be NULL */
  char *what; /* the fix's title where nothing else was said */
  ImpItem fix;
  char *fix_title;
  char *owner; /* may be NULL */
  ImpDate made, first, due, kept;
  char *reason; /* of the last move; may be NULL */
} ImpPromiseLine;

void imp_promise_line_free (ImpPromiseLine *self);

/* A fix on the board. Immutable, reference counted (a boxed GObject property is not needed). */
typedef struct
{
  ImpItem item;
  char *title; /* never NULL */
  char *owner; /* may be NULL */
  ImpFixState state;
  double hours; /* a month: forecast (shrunk), or given back as asked again */
  gboolean asked_again;
  guint n_voices;
  ImpDate planned, started, delivered, confirmed;
  ImpItem promise; /* the one that counts: open and due first, else the newest; 0: none */
  char *promised_to;
  ImpDate promised_first, promised_due, promise_kept;
  char *ask; /* a reporter to ask whether it is gone: "Tom"; may be NULL */
} ImpFixCard;

void imp_fix_card_free (ImpFixCard *self);

typedef struct
{
  ImpItem item;
  char *title;
  double hours;
  ImpFacts before; /* what asking again compares with */
} ImpFixIrritant;

/* What a colleague said when asked again about one irritant of a fix: an answer that is not known
 * is as it was before. */
typedef struct
{
  ImpItem irritant;
  ImpVerdict verdict;
  ImpAnswer answers[3];
} ImpAskedAgain;

typedef struct
{
  char *person; /* may be NULL */
  ImpDate date;
  ImpVerdict verdict;
} ImpConfirmationLine;

/* Everything on a fix's page. Reference counted, immutable. */
typedef struct
{
  ImpFixCard *card;
  char *did, *now, *todo, *thanks; /* may be NULL */
  ImpAnswer effort;
  GPtrArray *irritants;     /* of ImpFixIrritant, the dearest first */
  GPtrArray *promises;      /* of ImpPromiseLine, newest first */
  GPtrArray *confirmations; /* of ImpConfirmationLine, newest first */
  char **reporters;         /* names of those who can confirm it */
  char *as_of; /* for imp_changes_set_as_of(): who writes on the page has seen what it shows */
} ImpFixPage;

ImpFixPage *imp_fix_page_new (void);
void imp_fix_page_unref (ImpFixPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpFixPage, imp_fix_page_unref)

G_END_DECLS
