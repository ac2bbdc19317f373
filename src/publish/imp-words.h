/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The fixed words of an issue, written once for paper, HTML, Markdown and plain text. */
#pragma once

#include "model/imp-issue.h"

G_BEGIN_DECLS

/* Everything here is translated, free of markup, and cleaned (imp-rich.h). What is said to be
 * rich may have strong runs. Owned results are freed by the caller; "" means: print nothing. */

/* One labelled part of a big item. Owned by its array. */
typedef enum
{
  IMP_PART_SAID,
  IMP_PART_DID,
  IMP_PART_NOW,
  IMP_PART_COUNT,
  IMP_PART_THANKS,
  IMP_PART_WHERE, /* only where the rail has no room */
  IMP_PART_TODO,
  IMP_N_PARTS,
} ImpPartKind;

typedef struct
{
  ImpPartKind kind;
  const char *label;
  char *text; /* rich */
} ImpPart;

const char *imp_words_label (ImpPartKind kind);
GPtrArray *imp_words_get_parts (const ImpIssueFix *fix); /* of ImpPart; those that say something */
ImpPart *imp_part_new (ImpPartKind kind, const char *rich);
void imp_part_free (ImpPart *self);

/* Head and foot */
char *imp_words_series (const ImpIssue *issue);
char *imp_words_title (const ImpIssue *issue); /* the series' name where it has none */
char *imp_words_edition (const ImpIssue *issue,
                         const char *separator); /* "October 2026 · Issue 14" */
char *imp_words_sum (const ImpIssue *issue);     /* rich */
char *imp_words_period (const ImpIssue *issue);  /* "October 2026" */
/* brief: with the months shortened */
char *imp_words_imprint (const ImpIssue *issue, const char *separator, gboolean brief);
char *imp_words_page (int page, int n_pages);
char *imp_words_more (int n_fixes, int n_pages); /* "4 more fixes on page 2" */
char *imp_words_continued (const char *title);

/* A fix */
char *imp_words_number (double hours); /* two significant figures: "86", "1,300", "2.5", or "" */
const char *imp_words_unit (double hours); /* "hours\na month" */
const char *imp_words_about (void);
const char *imp_words_hours_kind (const ImpIssueFix *fix); /* "asked again" */
gboolean imp_words_is_estimated (const ImpIssueFix *fix);
char *imp_words_where (const ImpIssueFix *fix);           /* rich: "Ghent, from 5 October" */
char *imp_words_todo (const ImpIssueFix *fix);            /* rich: "You do: nothing" */
char *imp_words_facts (const ImpIssueFix *fix);           /* rich: all of it in a line */
char *imp_words_small_hours (const ImpIssueFix *fix);     /* rich: "about 20 h" */
char *imp_words_small_text (const ImpIssueFix *fix);      /* rich, a paragraph a line */
char *imp_words_small_from (const ImpIssueFix *fix);      /* "from 26 Oct" */
char *imp_words_hours (double hours, gboolean estimated); /* "about 86 hours a month" */
char *imp_words_rest (const ImpIssue *issue); /* "And 38 more, together about 120 hours a month." */

/* Sections */
const char *imp_words_small_heading (void);
const char *imp_words_small_note (void);
const char *imp_words_coming_heading (void);
const char *imp_words_not_now_heading (void);
const char *imp_words_works_heading (void);
char *imp_words_coming_text (const ImpIssueLine *line);  /* rich: "Porto. You see …" */
char *imp_words_not_now_text (const ImpIssueLine *line); /* rich: "Porto: a second …" */
char *imp_words_works_text (const ImpIssueLine *line);   /* rich: "Somebody in picking: “It …”" */
char *imp_words_promises (const ImpIssue *issue);        /* "Promises kept: 11 of 12" */
char *imp_words_tally (const ImpIssue *issue);           /* "11 of 12 promises kept" */
char *imp_words_contact (const ImpIssue *issue);         /* "Still in your way? Tell Inês Duarte" */
gboolean imp_words_has_promises (const ImpIssue *issue);
gboolean imp_words_has_contact (const ImpIssue *issue);

G_END_DECLS
