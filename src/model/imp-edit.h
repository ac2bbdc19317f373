/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What people changed, deleted, and wrote at the same time, as data. */
#pragma once

#include "model/imp-changes.h"

G_BEGIN_DECLS

/* One field of one item that a user action wrote. */
typedef struct
{
  ImpKind kind;
  ImpItem item;
  guint8 field;                         /* IMP_FIELD_LIFE: made, restored (after is 1) or deleted */
  ImpValue before, after;               /* before as who wrote it saw it; none for a first value */
  gboolean before_erased, after_erased; /* then the value is none, and was one */
  char *before_name, *after_name;       /* of the items that the values refer to; else NULL */
  char *name; /* of the item, where it is another one that was merged into this; else NULL */
} ImpEditedField;

/* One user action, as far as it touched an item and what belongs to it. Immutable. */
typedef struct
{
  gint64 rep, txn; /* which action, in this file */
  gint64 time_ms;  /* Unix time */
  char *actor;
  GPtrArray *fields; /* of ImpEditedField */
} ImpEdit;

ImpEdit *imp_edit_new (void);
void imp_edit_free (ImpEdit *self);
ImpEditedField *imp_edit_add_field (ImpEdit *self); /* owned by the edit */

/* One of the values that a field was given by people who did not know of each other. */
typedef struct
{
  gint64 time_ms;
  char *actor;
  ImpValue value;
  char *name; /* of the item it refers to; else NULL */
} ImpVersion;

/* A field that holds several values. Immutable. */
typedef struct
{
  ImpItem item;
  ImpKind kind;
  guint8 field;
  gboolean is_told;    /* what is shown is published: the others can only be dropped */
  char *name;          /* of the item */
  GPtrArray *versions; /* of ImpVersion, newest first: the first is the one that is shown */
  char *seen;          /* for imp_changes_set_seen(): who decides has seen these versions */
} ImpContest;

ImpContest *imp_contest_new (void);
void imp_contest_free (ImpContest *self);
ImpVersion *imp_contest_add_version (ImpContest *self); /* owned by the contest */

/* Something that was deleted and can be restored. Immutable. */
typedef struct
{
  ImpItem item;
  ImpKind kind;
  char *name;
  char *actor; /* who deleted it */
  gint64 deleted_ms;
} ImpBinned;

void imp_binned_free (ImpBinned *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpEdit, imp_edit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpContest, imp_contest_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpBinned, imp_binned_free)

G_END_DECLS
