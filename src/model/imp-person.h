/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A person with all that the backlog knows of them, as data. */
#pragma once

#include "base/imp-date.h"
#include "model/imp-mention.h"

G_BEGIN_DECLS

/* Where a person comes up. */
typedef enum
{
  IMP_PERSON_REPORTED,  /* irritants */
  IMP_PERSON_PROMISED,  /* what was promised to them: fixes */
  IMP_PERSON_FIXED,     /* fixes they own */
  IMP_PERSON_CONFIRMED, /* fixes they were asked about */
  IMP_PERSON_REMARKED,  /* rounds on which they said something else, or were thanked */
  IMP_PERSON_ANNOUNCED, /* announcements that name them */
  IMP_N_PERSON_PARTS
} ImpPersonPart;

/* One thing of a part. */
typedef struct
{
  ImpItem item; /* the irritant, fix, round or announcement; 0: none */
  char *title;  /* of a round: its site */
  char *words;  /* what was said or promised; may be NULL */
  ImpDate date;
} ImpPersonLine;

/* Everything on a person's page. Reference counted, immutable. */
typedef struct
{
  ImpItem item;
  char *name, *role, *department, *site, *email; /* each may be NULL */
  ImpNaming naming;                              /* 0: not said */
  gboolean in_it;
  GPtrArray *lines[IMP_N_PERSON_PARTS]; /* of ImpPersonLine, newest first, at most 200 */
  guint n[IMP_N_PERSON_PARTS];          /* how many there are */
  char *as_of; /* for imp_changes_set_as_of(): who writes on the page has seen what it shows */
} ImpPersonPage;

ImpPersonPage *imp_person_page_new (void);
void imp_person_page_unref (ImpPersonPage *self);
void imp_person_page_add (ImpPersonPage *self, ImpPersonPart part, ImpPersonLine line); /* takes */

/* What erasing somebody would do. Reference counted, immutable. */
typedef struct
{
  ImpPersonPage *page;
  GPtrArray *mentions;     /* of ImpMention: sentences first, then what only earlier versions say */
  guint n_earlier;         /* texts of which only earlier versions name them */
  guint n_backups;         /* older copies that hold the name: backups and damaged files */
  gboolean writes_history; /* somebody of this name made changes with this program */
  GRegex *names;           /* finds them in a text; NULL where there is nothing to look for */
  gboolean in_draft;       /* what is being written and not recorded yet names them, and goes */
} ImpErasurePlan;

ImpErasurePlan *imp_erasure_plan_new (void);
void imp_erasure_plan_unref (ImpErasurePlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpPersonPage, imp_person_page_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpErasurePlan, imp_erasure_plan_unref)

G_END_DECLS
