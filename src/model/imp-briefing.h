/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What to know before a round: what was promised at the site, what is open there, what to ask. */
#pragma once

#include "model/imp-asking.h"
#include "model/imp-round.h"

G_BEGIN_DECLS

/* Who has not said anything for so long is worth asking for; what became of a report is news for so
 * long. */
#define IMP_BRIEFING_SILENT_DAYS 56
#define IMP_BRIEFING_NEWS_DAYS   182
/* Irritants, and colleagues not told, are listed at most so many. */
#define IMP_BRIEFING_MOST 100

typedef enum
{
  IMP_PROMISED_KEPT,      /* by its first date */
  IMP_PROMISED_KEPT_LATE, /* after it */
  IMP_PROMISED_MISSED,    /* its first date has passed */
  IMP_PROMISED_UNDER_WAY, /* it is still ahead, and somebody is at it or it is planned */
  IMP_PROMISED_REFUSED,   /* what it was about was declined since */
} ImpPromisedState;

/* A promise that was made at the site, and where it stands. */
typedef struct
{
  ImpItem promise, fix; /* fix: 0 where it is about none */
  char *what;           /* never NULL */
  char *to;             /* may be NULL */
  ImpPromisedState state;
  ImpDate first, due, kept;
  gboolean told; /* of the moved date, before the first one */
  char *reason;  /* why it was moved, or refused; may be NULL */
} ImpPromised;

/* An irritant that is open and was reported at the site. */
typedef struct
{
  ImpItem item;
  char *title;
  guint rank;      /* from 1, in the whole list; 0: nobody was asked about it yet */
  char *words;     /* one remark of somebody at the site; may be NULL */
  guint n_reports; /* at the site */
  ImpDate last;    /* when it was last reported there */
  ImpState state;
  ImpFacts facts;
  ImpImpact impact;
} ImpBriefingIrritant;

/* A colleague who reported something and has not heard what became of it. */
typedef struct
{
  ImpItem irritant, fix; /* fix: 0: it was declined */
  ImpItem person, department;
  char *who;     /* "Gareth Pugh", "Somebody in dispatch" */
  char *what;    /* what to tell: the title of the fix, or of what is declined */
  char *why;     /* of a refusal; of a fix what is different now; may be NULL */
  char *hears;   /* how they like to hear; may be NULL */
  ImpDate since; /* when it was fixed or declined */
} ImpUntold;

/* A department of the site that was not heard for long. */
typedef struct
{
  ImpItem department;
  char *name;
  ImpDate last; /* IMP_DATE_NONE: never */
  guint n_people;
} ImpUnheard;

/* Reference counted, immutable once it is handed over. All lists are sorted: what matters most
 * first. Of two at most IMP_BRIEFING_MOST are here, the others are complete; who shows them cuts
 * and counts the rest. */
typedef struct
{
  ImpRoundLine round;
  char **questions;
  char *note;                        /* may be NULL */
  char *organisation;                /* may be NULL */
  guint n_colleagues, n_departments; /* known at the site */
  ImpDate last;                      /* the round before; IMP_DATE_NONE: none */
  int weeks;                         /* rhythm; 0: none */
  char *leader;                      /* of the site; may be NULL */
  GPtrArray *promised;               /* of ImpPromised, by first date */
  GPtrArray *irritants;              /* of ImpBriefingIrritant, by impact */
  guint n_irritants;                 /* how many there are */
  GPtrArray *to_ask;   /* of ImpToAsk: at most two, that would change the top of the list most */
  GPtrArray *untold;   /* of ImpUntold, longest waiting first */
  guint n_untold;      /* how many there are */
  GPtrArray *unheard;  /* of ImpUnheard: never first, then longest ago */
  GPtrArray *meetings; /* of ImpMeetingLine */
} ImpBriefing;

ImpBriefing *imp_briefing_new (void);
ImpBriefing *imp_briefing_ref (ImpBriefing *self);
void imp_briefing_unref (ImpBriefing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpBriefing, imp_briefing_unref)

void imp_promised_free (ImpPromised *self);
void imp_briefing_irritant_free (ImpBriefingIrritant *self);
void imp_untold_free (ImpUntold *self);
void imp_unheard_free (ImpUnheard *self);

/* Where a promise stands on a day. refused: what it is about was declined. */
ImpPromisedState
imp_promised_find_state (ImpDate first, ImpDate kept, gboolean refused, ImpDate today);

G_END_DECLS
