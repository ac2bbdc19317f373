/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What colleagues said works well, and whom they thank, as an announcement can tell it. */
#pragma once

#include "base/imp-date.h"
#include "model/imp-schema.h"

G_BEGIN_DECLS

typedef struct
{
  ImpItem item; /* the observation */
  ImpObservationSort sort;
  char *words;      /* never NULL */
  ImpItem person;   /* who said it; of thanks: who is thanked; 0: nobody by name */
  char *who;        /* "Dana Whitfield, picking", "Somebody in picking" */
  char *group;      /* their department; NULL: not known */
  ImpNaming naming; /* of that colleague; 0: not said */
  char *site;       /* NULL: not known */
  ImpDate date;
} ImpRemark;

void imp_remark_free (ImpRemark *self);
/* Both for the page: "Somebody in picking, Leeds", "Thanks to Wout Claes, Leeds", where nobody is
 * named who did not agree; and the words, those of a colleague between quotation marks. Translated,
 * owned by the caller. */
char *imp_remark_say_who (const ImpRemark *self);
char *imp_remark_say_words (const ImpRemark *self);
/* Whether a name is left out on the page. */
gboolean imp_remark_is_unnamed (const ImpRemark *self);

G_END_DECLS
