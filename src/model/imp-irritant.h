/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An irritant with its reports, fixes and history, as data. */
#pragma once

#include "base/imp-date.h"
#include "model/imp-attachment.h"
#include "model/imp-impact.h"
#include "model/imp-match.h"
#include "model/imp-schema.h"
#include "model/imp-state.h"
#include "model/imp-trend.h"
#include "model/imp-voices.h"

G_BEGIN_DECLS

/* One irritant as a row of a list needs it. */
typedef struct
{
  ImpItem item;
  char *title;
  char *offering; /* may be NULL */
  char *sites;    /* "Porto, Lyon"; may be NULL */
  guint voices;   /* distinct colleagues who reported it */
  ImpTrend trend;
  ImpState state;
  ImpDate recorded;
  char *pin_reason;  /* while it is pinned; else NULL */
  ImpDate pin_until; /* then: the last day */
  ImpFacts facts;
  ImpImpact impact;
  ImpMatch *match; /* how the search found it that it was read for; NULL where it was for none */
} ImpIrritantData;

void imp_irritant_data_free (ImpIrritantData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpIrritantData, imp_irritant_data_free)

typedef struct
{
  ImpItem item;
  char *words;
  ImpItem person; /* who said it; 0: not known */
  char *who;      /* "Dana Whitfield, picking", "Somebody in goods in", "Somebody" */
  char *site;     /* may be NULL */
  ImpDate date;
  ImpAnswer answers[3]; /* what that colleague said: people, often, minutes */
} ImpReportLine;

typedef struct
{
  ImpItem item;
  char *title;
  char *owner; /* may be NULL */
  ImpFixState state;
  ImpDate planned, started, delivered, confirmed;
  ImpDate promise_made;
  ImpDate promised;  /* first date, or none */
  char *promised_to; /* may be NULL */
} ImpFixLine;

typedef struct
{
  ImpDate date;
  char *text; /* one line, translated: "Promise to Dana for 27 November" */
} ImpHistoryLine;

/* One that was merged into this. */
typedef struct
{
  ImpItem item;
  char *title; /* may be NULL */
} ImpPartLine;

void imp_part_line_free (ImpPartLine *self);

/* Everything on an irritant's page. Reference counted, immutable. */
typedef struct
{
  ImpItem item;
  char *title;
  char *description;       /* may be NULL */
  char *offering;          /* may be NULL */
  char *sites;             /* "Porto, Lyon"; may be NULL */
  char *recorded_by;       /* may be NULL */
  char *declined_reason;   /* may be NULL */
  char *step;              /* may be NULL */
  char *outcome;           /* may be NULL */
  ImpChangeType change;    /* 0: not said */
  ImpWaste waste;          /* 0: not said */
  char **tags;             /* each once, in their order; never NULL */
  char *pin_reason;        /* while it is pinned; else NULL */
  ImpDate pin_until;       /* then: the last day */
  ImpItem merged_into;     /* the irritant that it counts with; 0: it stands for itself */
  char *merged_into_title; /* then; else NULL */
  ImpDate recorded, declined;
  guint n_voices; /* distinct colleagues who reported it */
  guint rank;     /* by impact among what is not yet fixed; 0: not ranked, or nobody was asked */
  guint n_ranked;
  guint group_first, group_last; /* ranks that are about the same as its own; 0 */
  double top_ten;                /* the chance to be in the top ten; -1: not ranked, or not known */
  ImpState state;
  ImpFacts facts; /* the answers that count */
  ImpImpact impact;
  ImpVoices told[3];      /* what colleagues answered: people, often, minutes */
  GPtrArray *reports;     /* of ImpReportLine, newest first */
  GPtrArray *fixes;       /* of ImpFixLine */
  GPtrArray *parts;       /* of ImpPartLine, in the order of recording */
  GPtrArray *history;     /* of ImpHistoryLine, newest first */
  GPtrArray *attachments; /* of ImpAttachment, in the order of adding */
  char *as_of; /* for imp_changes_set_as_of(): who writes on the page has seen what it shows */
} ImpIrritantPage;

ImpIrritantPage *imp_irritant_page_new (void);
void imp_irritant_page_unref (ImpIrritantPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpIrritantPage, imp_irritant_page_unref)

G_END_DECLS
