/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How many people, how often, how many minutes, how long to fix: an answer and how we know. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  IMP_QUESTION_PEOPLE,  /* people */
  IMP_QUESTION_OFTEN,   /* times a month for each; a month has 20 working days */
  IMP_QUESTION_MINUTES, /* minutes each time */
  IMP_QUESTION_EFFORT,  /* hours of work to fix it */
  IMP_N_QUESTIONS
} ImpQuestion;

typedef enum
{
  IMP_KNOWN_MEASURED = 1,
  IMP_KNOWN_SEVERAL,
  IMP_KNOWN_ONE,
  IMP_KNOWN_GUESS,
} ImpKnown;

#define IMP_N_BANDS 6

/* The numbers that can be an answer: both ends are far beyond what people say. */
#define IMP_ANSWER_MIN 0.001
#define IMP_ANSWER_MAX 1000000.0

/* An answer, copied by value. band 1 … 6, or 0 with a number above 0; band 0 and number 0 is
 * "don't know". Its text form ("21-100 one", "45 measured", "<1 guess"; NULL for don't know) is
 * what the store and files hold; docs/exchange.md lists it. */
typedef struct
{
  int band;
  double number;
  ImpKnown known;
} ImpAnswer;

gboolean imp_answer_is_known (const ImpAnswer *self);
/* 0 for don't know; what says nothing of how we know is a guess. */
ImpKnown imp_answer_get_known (const ImpAnswer *self);
/* FALSE, and *answer as it was, for what is no text form. NULL and "" are don't know; where the
 * text does not say how we know, it is a guess. */
gboolean imp_answer_parse (ImpQuestion question, const char *text, ImpAnswer *answer);
char *imp_answer_print (ImpQuestion question, const ImpAnswer *self); /* NULL for don't know */
/* The number, or the geometric middle of the band; 0 for don't know. */
double imp_answer_get_value (ImpQuestion question, const ImpAnswer *self);
/* The band a number falls in, 1 … 6: for the strip of six cells. 0 for don't know. */
int imp_answer_get_band (ImpQuestion question, const ImpAnswer *self);
/* Standard deviation of the logarithm of an answer, by how we know it (design, section 4). */
#define IMP_SPREAD_MEASURED 0.2
#define IMP_SPREAD_SEVERAL  0.4
#define IMP_SPREAD_ONE      0.7
#define IMP_SPREAD_GUESS    1.1
#define IMP_SPREAD_UNKNOWN  1.4 /* don't know */
double imp_answer_get_spread (const ImpAnswer *self);

/* For people, translated: "21–100", "2–3 a week", "Under 1", "Don’t know". */
const char *imp_band_get_label (ImpQuestion question, int band);
const char *imp_question_get_label (ImpQuestion question); /* "How many people?" */
/* As a team asks it of each other: "How many people does this happen to?" */
const char *imp_question_get_spoken (ImpQuestion question);
const char *imp_known_get_label (ImpKnown known); /* "Several people" */
const char *imp_known_get_words (ImpKnown known); /* "several people told us" */
/* One line each for the row of an answer: "About 45 people", "Twice a day", "7 minutes each time",
 * "Three days to fix"; and "21–100 · measured". */
char *imp_answer_to_words (ImpQuestion question, const ImpAnswer *self);
/* Of a known answer, within a sentence: "about 45 people", "5 minutes each time". */
char *imp_answer_to_phrase (ImpQuestion question, const ImpAnswer *self);
char *imp_answer_to_source_words (ImpQuestion question, const ImpAnswer *self);

G_END_DECLS
