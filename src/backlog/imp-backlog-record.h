/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What writing down what a colleague said has in common, at a desk and on a round. All on the
 * database thread. */
#pragma once

#include "backlog/imp-backlog-private.h"

G_BEGIN_DECLS

/* Who said it, where and when; items may be new, 0 is none. */
typedef struct
{
  ImpItem person, department, site, round;
  ImpDate date;
} ImpSaidBy;

/* What they said of an irritant. Borrows its texts. */
typedef struct
{
  ImpSaidBy by;
  ImpItem irritant;          /* 0: a new one */
  ImpItem offering;          /* of a new one */
  const char *title, *words; /* title: of a new one; NULL: from the words */
  ImpAnswer answers[3];      /* people, often, minutes */
  gboolean back;             /* it was fixed, and is there again */
} ImpSaid;

/* Looks the names up, which may be NULL, and adds who and what is new. item: which of several of
 * that name is meant; 0: not known. A colleague who is new on a
 * round belongs to its site, and to that department. by->site stands for no name; by->round and
 * by->date stay as they are. */
gboolean imp_backlog_find_speaker_in_db (ImpStore *store,
                                         ImpChanges *changes,
                                         const char *person,
                                         ImpItem item,
                                         const char *department,
                                         ImpSaidBy *by,
                                         GError **error);
/* Adds the report, its irritant where that is new, and that a speaker on a round was met. Sets
 * said->irritant; *report may be NULL. */
gboolean imp_backlog_say_in_db (ImpStore *store,
                                ImpChanges *changes,
                                ImpSaid *said,
                                ImpItem *report,
                                GError **error);

G_END_DECLS
