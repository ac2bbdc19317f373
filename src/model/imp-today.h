/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What wants something now: promises due, fixes to confirm, colleagues not told, rounds due. */
#pragma once

#include "model/imp-briefing.h"
#include "model/imp-fix.h"
#include "model/imp-round.h"

G_BEGIN_DECLS

/* Promises due and rounds planned within so many days, today not counted, are shown. */
#define IMP_TODAY_PROMISE_DAYS 7
#define IMP_TODAY_ROUND_DAYS   28
/* News are complete up to so many, for they are nowhere else. */
#define IMP_TODAY_MOST 100
/* The other lists up to so many: their pages have the rest. */
#define IMP_TODAY_ROWS 7
/* News of fixes, and of refusals, are counted up to so many. */
#define IMP_TODAY_COUNTED 1000
/* And so many reports are read for each of the two, for one fix can have any number of them. */
#define IMP_TODAY_REPORTS 5000
/* Reporters of a fix to confirm that are named. */
#define IMP_TODAY_ASKED 2

/* A fix that was delivered, and nobody has said since whether it is gone. */
typedef struct
{
  ImpItem fix;
  char *title; /* never NULL */
  ImpDate delivered;
  char **reporters; /* names of those who reported last, at most IMP_TODAY_ASKED */
} ImpToConfirm;

void imp_to_confirm_free (ImpToConfirm *self);

/* A fix, or the refusal of an irritant, that colleagues have not heard of. */
typedef struct
{
  ImpItem irritant, fix; /* fix: 0: it was declined */
  ImpDate since;
  GPtrArray *untold;    /* of ImpUntold about the same: the first IMP_TODAY_MOST, at least one */
  guint n_untold;       /* how many there are */
  gboolean more_untold; /* than were counted */
} ImpNews;

ImpNews *imp_news_new (ImpItem irritant, ImpItem fix, ImpDate since);
void imp_news_free (ImpNews *self);

/* A round to go on, to make, or to plan, with what came of the one before at that site. */
typedef struct
{
  ImpRoundLine line;
  ImpDate last; /* IMP_DATE_NONE: none */
  guint n_promised, n_kept;
} ImpTodayRound;

void imp_today_round_free (ImpTodayRound *self);

/* Reference counted, immutable once it is handed over. The lists hold the first IMP_TODAY_ROWS, news
 * IMP_TODAY_MOST, what waits longest first; the numbers count all, but of news at most twice IMP_TODAY_COUNTED,
 * found in at most twice IMP_TODAY_REPORTS. */
typedef struct
{
  ImpDate day;
  gboolean is_new;       /* no irritant was recorded yet */
  GPtrArray *promises;   /* of ImpPromiseLine: open, by date */
  guint n_late, n_due;   /* those whose date has passed, and the others */
  ImpDate last_due;      /* the last date of the others */
  GPtrArray *to_confirm; /* of ImpToConfirm */
  guint n_to_confirm;
  GPtrArray *news; /* of ImpNews */
  guint n_news;
  guint n_untold;                  /* colleagues, each once */
  gboolean more_news;              /* than were counted */
  GPtrArray *rounds;               /* of ImpTodayRound: under way, then by day */
  guint n_rounds;                  /* in the list, cut or not */
  guint n_under_way, n_due_rounds; /* begun; planned or due by the rhythm for today or before */
} ImpToday;

ImpToday *imp_today_new (ImpDate day);
ImpToday *imp_today_ref (ImpToday *self);
void imp_today_unref (ImpToday *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpToday, imp_today_unref)

/* How many things want something now; a round that is only to come does not. */
guint imp_today_count (const ImpToday *self);
/* Nothing to show, be it now or to come. */
gboolean imp_today_is_empty (const ImpToday *self);

G_END_DECLS
