/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One issue of "what we fixed" as data: what every page, file and preview is made from. */
#pragma once

#include <glib-object.h>

#include "base/imp-date.h"
#include "model/imp-schema.h"

G_BEGIN_DECLS

/* Where a line of an issue that is kept comes from: UUIDs as text. All NULL where it is not kept. */
typedef struct
{
  char *entry, *fix, *irritant, *promise;
} ImpIssueOrigin;

/* A fix that is told. Strings are people's text: literal, never markup. Any may be NULL or empty:
 * then its label is left out. Owned by its issue. */
typedef struct
{
  char *title;  /* "A pallet scans in one second" */
  char *said;   /* the colleague's words without quotation marks */
  char *did;    /* We did */
  char *now;    /* So now */
  char *thanks; /* Thanks to */
  char *todo;   /* You do; empty means nothing */
  char *place;  /* "Ghent"; NULL means all sites */
  char *count;  /* The count: "43 of you, twice a day: 3 minutes before, one second now" */
  ImpDate from; /* since when */
  double hours; /* given back a month; <= 0 is not known */
  ImpHoursSource hours_source; /* estimated hours are shown with "about" and "our estimate" */
  gboolean unconfirmed;        /* "We think this is fixed: tell us if not." */
  ImpIssueOrigin origin;
} ImpIssueFix;

/* A line of Coming next (with its date), of Not now or of What works (date none; place: who says so,
 * and where). Owned by its issue. */
typedef struct
{
  ImpDate date;
  char *place; /* may be NULL */
  char *text;
  ImpIssueOrigin origin;
} ImpIssueLine;

/* One issue. Reference counted (g_atomic_rc_box); filled by whoever makes it and not changed
 * after it has been handed on, so it may be read from any thread. */
typedef struct
{
  char *series;       /* "What we fixed" */
  char *organisation; /* "Corvane" */
  char *language;     /* BCP 47, "en" */
  char *title;
  int number;       /* 0: none */
  ImpDate from, to; /* the period told */
  ImpDate published, next;
  GPtrArray *big;    /* of ImpIssueFix, owned */
  GPtrArray *small;  /* of ImpIssueFix, owned; printed: title as one line */
  int rest_count;    /* further fixes that are only summed up */
  double rest_hours; /* their hours a month together */
  gboolean rest_estimated;
  GPtrArray *rest;    /* of ImpIssueOrigin, owned: which ones, of an issue that is kept */
  int told_count;     /* fixes of the period left out, as they were told before; not printed */
  GPtrArray *coming;  /* of ImpIssueLine, owned */
  GPtrArray *not_now; /* of ImpIssueLine, owned */
  GPtrArray *works;   /* of ImpIssueLine, owned */
  int promises_kept, promises_due;
  char *missed; /* one sentence or two on what was missed and its new date; may be NULL */
  char *contact_name, *contact_how, *contact_email;
} ImpIssue;

#define IMP_TYPE_ISSUE (imp_issue_get_type ())
GType imp_issue_get_type (void);

ImpIssue *imp_issue_new (void);
ImpIssue *imp_issue_ref (ImpIssue *self);
void imp_issue_unref (ImpIssue *self);
ImpIssueFix *imp_issue_add_big (ImpIssue *self);   /* borrowed: fill it */
ImpIssueFix *imp_issue_add_small (ImpIssue *self); /* borrowed: fill it */
ImpIssueLine *imp_issue_add_coming (ImpIssue *self);
ImpIssueLine *imp_issue_add_not_now (ImpIssue *self);
ImpIssueLine *imp_issue_add_works (ImpIssue *self);
ImpIssueOrigin *imp_issue_add_rest (ImpIssue *self);

/* Big, small and summed up together. */
int imp_issue_count_fixes (const ImpIssue *self);
/* The total of what is printed, hours a month; *estimated if any part of it is. */
double imp_issue_sum_hours (const ImpIssue *self, gboolean *estimated);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpIssue, imp_issue_unref)

G_END_DECLS
