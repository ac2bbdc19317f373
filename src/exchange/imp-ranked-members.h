/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What files say of an irritant in a ranked list: names and values. */
#pragma once

#include "model/imp-ranked-table.h"

G_BEGIN_DECLS

typedef enum
{
  IMP_MEMBER_NONE, /* not known, or not there */
  IMP_MEMBER_TEXT,
  IMP_MEMBER_INTEGER,
  IMP_MEMBER_RANGE, /* of whole numbers */
  IMP_MEMBER_REAL,
  IMP_MEMBER_FLAG,
} ImpMemberType;

/* A value; `text` is owned. */
typedef struct
{
  ImpMemberType type;
  char *text;
  gint64 integer; /* or flag, or begin of a range */
  gint64 last;    /* of a range */
  double real;
} ImpMember;

guint imp_ranked_members_get_n (void);
const char *imp_ranked_members_get_name (guint n);
gboolean imp_ranked_members_is_range (guint n);
/* Clear it with imp_member_clear(). */
ImpMember imp_ranked_members_get (const ImpRankedRow *row, guint n);
void imp_member_clear (ImpMember *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImpMember, imp_member_clear)

G_END_DECLS
