/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A round with what it is for and what was heard on it, as data. */
#pragma once

#include "base/imp-date.h"
#include "model/imp-fix.h"
#include "model/imp-impact.h"
#include "model/imp-schema.h"
#include "model/imp-state.h"

G_BEGIN_DECLS

#define IMP_ROUND_ANY_TIME   -1
#define IMP_ROUND_LAST_TIME  1439 /* 23:59 */
#define IMP_ROUND_MOST_WEEKS 104

typedef enum
{
  IMP_ROUND_PLANNED_STATE, /* not begun */
  IMP_ROUND_UNDER_WAY,
  IMP_ROUND_FINISHED
} ImpRoundState;

/* A round as a row of a list needs it. */
typedef struct
{
  ImpItem item; /* 0: due by the rhythm of its site, but not planned, be it today or later */
  ImpItem site;
  char *site_name;                             /* never NULL */
  ImpDate planned;                             /* of one that is due: by when */
  int time;                                    /* minutes after midnight; IMP_ROUND_ANY_TIME */
  char *place;                                 /* may be NULL */
  char *visitors;                              /* may be NULL */
  gint64 started_ms, ended_ms;                 /* unix; 0: not yet */
  guint n_reports, n_promises, n_observations; /* heard and promised on it */
  guint n_met, n_to_meet;                      /* colleagues, n_met of them met */
} ImpRoundLine;

void imp_round_line_clear (ImpRoundLine *self);
void imp_round_line_free (ImpRoundLine *self);
ImpRoundState imp_round_line_get_state (const ImpRoundLine *self);
/* A day has passed on which it should have been. */
gboolean imp_round_line_is_late (const ImpRoundLine *self, ImpDate today);

/* "Leeds, loading dock" */
char *imp_round_line_say_place (const ImpRoundLine *self);

/* "Leeds · 21 November 2026"; each may be missing. */
char *imp_round_say_place (const char *site, ImpDate day);
/* Day by which the next round is due: `weeks` after the last one, IMP_DATE_NONE without a rhythm.
 * A site that never had one is due today. */
ImpDate imp_round_find_due (ImpDate last, int weeks, ImpDate today);

/* Somebody to meet, or who was met. */
typedef struct
{
  ImpItem item;               /* the meeting */
  ImpItem person, department; /* 0: none */
  char *name;                 /* "Tom Firth", "Somebody in dispatch" */
  gboolean met;
} ImpMeetingLine;

void imp_meeting_line_free (ImpMeetingLine *self);

/* What one line became that was written down on a round. */
typedef enum
{
  IMP_HEARD_WORKS,    /* something that works well */
  IMP_HEARD_IRRITANT, /* a new irritant with its first report */
  IMP_HEARD_ME_TOO,   /* a report of one that was known */
  IMP_HEARD_ELSE,     /* a remark that is neither */
  IMP_HEARD_THANKS,   /* who was especially helpful */
} ImpHeardKind;

typedef struct
{
  ImpHeardKind kind;
  ImpItem item;     /* the report or the observation */
  ImpItem irritant; /* 0 of an observation */
  char *words;      /* as they were said; never NULL */
  char *title;      /* of the irritant; NULL of an observation */
  ImpItem person, department;
  char *who;        /* "Tom Firth, goods in", "Somebody in goods in"; of thanks: who is thanked */
  char *group;      /* their department by its name; NULL: not known */
  ImpNaming naming; /* of that colleague; 0: not said */
  ImpAnswer answers[3]; /* of a report: people, often, minutes */
  guint n_voices;       /* of the irritant, with this one */
  gboolean repeated;    /* that colleague had reported it before */
  guint n_photos;
  ImpState state;       /* of the irritant */
  char *refusal;        /* why not, where it is declined; NULL */
  ImpItem promise;      /* made on this round about it; 0: none */
  char *promised;       /* what; NULL */
  char *promised_by;    /* who does it; may be NULL */
  ImpDate promised_for; /* the first date */
} ImpHeardLine;

void imp_heard_line_free (ImpHeardLine *self);

/* All of one round: for its page, for the round itself and for the sheet that is left behind.
 * Reference counted, immutable once it is handed over. */
typedef struct
{
  ImpRoundLine line;
  char **questions;              /* in their order; never NULL, at least one */
  char *note;                    /* may be NULL */
  GPtrArray *meetings;           /* of ImpMeetingLine: by name */
  GPtrArray *heard;              /* of ImpHeardLine: as they were written down */
  GPtrArray *promised_last_time; /* of ImpPromiseLine: made on the round before, by date */
  char *organisation;            /* may be NULL */
  char *contact;                 /* "Inês Duarte: 4410", whom to tell later; may be NULL */
  ImpItem next;                  /* the round after this one that is planned; 0: none */
  ImpDate next_planned;
  int next_time;
  char *next_place; /* may be NULL */
  int weeks;        /* the site's rhythm; 0: none */
  char *as_of;      /* for imp_changes_set_as_of(): who writes on the page has seen what it shows */
} ImpRoundPage;

ImpRoundPage *imp_round_page_new (void);
ImpRoundPage *imp_round_page_ref (ImpRoundPage *self);
void imp_round_page_unref (ImpRoundPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpRoundPage, imp_round_page_unref)
/* The line that is this report or observation, owned by the page; NULL where it is gone. */
const ImpHeardLine *imp_round_page_find_heard (const ImpRoundPage *self, ImpItem item);

/* "What is working well?", "What gets in your way?", "Anything else while we are here?", "Who was
 * especially helpful?": what a round asks that has no questions of its own. Translated, to be freed
 * with g_strfreev(). */
char **imp_round_dup_questions (void);
/* One a line, as they are kept; those above where there are none. */
char **imp_round_split_questions (const char *text);
/* What a line becomes that answers the question at this place: the first asks what works, the last
 * whom to thank, the one before it what else; all others ask what gets in the way. With fewer than
 * four questions: what gets in the way is always among them. */
ImpHeardKind imp_round_question_kind (guint position, guint n_questions);

G_END_DECLS
