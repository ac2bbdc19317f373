/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Why an irritant stands where it stands, as data and in words. */
#pragma once

#include "model/imp-asking.h"
#include "model/imp-rank-history.h"
#include "model/imp-schema.h"

G_BEGIN_DECLS

/* One irritant at its place. */
typedef struct
{
  ImpItem item;
  char *title;
  guint rank;     /* from 1; 0: nobody was asked about it */
  gboolean leads; /* of another group than the one above: less than its first, with 75 % */
  ImpFacts facts; /* the answers, and how we know them */
  ImpImpact impact;
} ImpStanding;

/* An irritant among its neighbours, six at most, and up to two behind them: the one that ends its
 * group, the first that is less than it for sure. Reference counted; who makes it describes every
 * standing, and from then on it is immutable. */
typedef struct
{
  GPtrArray *standings;          /* of ImpStanding, in order */
  guint own;                     /* the index of the one that it is about */
  guint n_ranked;                /* of those somebody was asked about */
  guint group_first, group_last; /* ranks that are about the same as its own */
  guint rank_behind;             /* of the first that is less for sure; 0: none */
  double top_ten;                /* the chance; -1 where nothing is known */
  double cut;                    /* imp_asking_get_cut() */
  ImpDate day;                   /* as of when; not compared */
  GArray *past;                  /* of ImpPastRank by day, the last one now; empty: not noted */
} ImpExplanation;

/* For the entry at that position; its standings have all but titles, facts and impacts. */
ImpExplanation *imp_explanation_new (const ImpRank *rank, guint position, double top_ten);
void imp_explanation_describe (ImpExplanation *self,
                               guint i,
                               const char *title,
                               const ImpFacts *facts,
                               const ImpImpact *impact);
ImpExplanation *imp_explanation_ref (ImpExplanation *self);
void imp_explanation_unref (ImpExplanation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpExplanation, imp_explanation_unref)

gboolean imp_explanation_equal (const ImpExplanation *self, const ImpExplanation *other);

/* FALSE: nobody was asked about it, so it stands alone, behind all that are ranked. */
gboolean imp_explanation_is_ranked (const ImpExplanation *self);
const ImpStanding *imp_explanation_get_own (const ImpExplanation *self);
/* The next one ahead; NULL at the top. */
const ImpStanding *imp_explanation_get_ahead (const ImpExplanation *self);
/* The first one that is less for sure, else the next one behind; NULL at the end. */
const ImpStanding *imp_explanation_get_behind (const ImpExplanation *self);
/* How many ranks between that standing and the one above it are not among the standings. */
guint imp_explanation_count_left_out (const ImpExplanation *self, guint i);
/* The chance that the first of them costs more than the other. */
double imp_standing_get_chance (const ImpStanding *self, const ImpStanding *other);
/* The one question that would say most. */
ImpAsking imp_explanation_get_asking (const ImpExplanation *self);

/* What makes one stand ahead of another. */
typedef enum
{
  IMP_REASON_SAME,       /* nothing: their impact is the same */
  IMP_REASON_MORE_HOURS, /* and at least as much care */
  IMP_REASON_MORE_HOURS_LESS_CARE,
  IMP_REASON_SAME_HOURS_MORE_CARE, /* as they are said, in two figures */
  IMP_REASON_FEWER_HOURS_MORE_CARE,
} ImpReason;

ImpReason imp_standing_get_reason (const ImpStanding *ahead, const ImpStanding *behind);

/* What the answer to a question would have to be for another place: as much as that of `other`.
 * 0 where no answer within its own range would do it. */
double imp_explanation_get_turning_point (const ImpExplanation *self,
                                          ImpQuestion question,
                                          const ImpStanding *other);

G_END_DECLS
