/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What one action of a person writes: new items and new values of fields, all or nothing. */
#pragma once

#include "base/imp-date.h"
#include "base/imp-uuid.h"
#include "model/imp-schema.h"

G_BEGIN_DECLS

typedef enum
{
  IMP_VALUE_NONE,    /* unset */
  IMP_VALUE_INTEGER, /* also flags, choices, dates and items */
  IMP_VALUE_REAL,
  IMP_VALUE_TEXT,
} ImpValueType;

/* The value of one field. Owns its text. */
typedef struct
{
  ImpValueType type;
  union
  {
    gint64 integer;
    double real;
    char *text;
  };
} ImpValue;

/* A value on its way out: of a field that names a living item, with the UUID of that. */
typedef struct
{
  ImpValue value;
  gboolean refers; /* then `uuid` is set */
  ImpUuid uuid;
} ImpNamedValue;

void imp_value_clear (ImpValue *self);
ImpValue imp_value_copy (const ImpValue *self);
gboolean imp_value_equal (const ImpValue *a, const ImpValue *b);

/* A new item of the changes. Its number is negative (-1, -2 …) until the store has given it its
 * own; the number may stand wherever an item may, also in values of IMP_FIELD_ITEM. */
typedef struct
{
  ImpKind kind;
  ImpUuid uuid;
  ImpItem link[2]; /* a link: its UUID comes from the pair, so that the same link made on two
                    * laptops is one; 0 otherwise */
  gboolean named;  /* comes from outside by its UUID: where the item is here already, it is kept as
                   * it is and the changes to it are dropped; where somebody has deleted it, only
                   * something new that refers to it brings it back */
  guint name;      /* from 1, which of the changes says its name: where its UUID is not here, a
                    * living item of that kind and name is meant; 0: no other is meant */
  ImpItem whole; /* where that one was deleted here, this is not wanted either; of a link: where it
                    * is here, whatever became of the link; 0: it goes with none */
} ImpNewItem;

typedef struct
{
  ImpItem item;
  guint8 field; /* IMP_FIELD_LIFE with a value of none deletes the item */
  ImpValue value;
  char *seen;   /* what stood there when its writer looked, as ImpContest has it; NULL: all of it */
  char *as_of;  /* or when the page was read that they had before them; NULL: it was none */
  char *undone; /* or which row of the journal (a head, text) it takes back; NULL: none */
} ImpChange;

/* Built by a use case or an importer, then handed to the store as a whole. Not thread-safe: one
 * owner at a time. Text is made valid: UTF-8 without control characters but newline and tab. */
typedef struct
{
  GArray *items;       /* of ImpNewItem: number -1 is the first */
  GArray *changes;     /* of ImpChange, in the order of adding */
  GPtrArray *blobs;    /* of GBytes: what its attachments hold, as far as it brings it */
  GHashTable *by_uuid; /* private: ImpUuid → number of the item */
  gboolean takes_back; /* undoes an earlier action: may change what is published */
  gboolean erases;     /* takes a name out: also from what is published, and from the bin */
} ImpChanges;

ImpChanges *imp_changes_new (void);
void imp_changes_free (ImpChanges *self);
gboolean imp_changes_is_empty (const ImpChanges *self);

ImpItem imp_changes_add (ImpChanges *self, ImpKind kind);
/* This fix removes that irritant. */
ImpItem imp_changes_add_removal (ImpChanges *self, ImpItem fix, ImpItem irritant);
/* The item known elsewhere as `uuid`; the same UUID twice gives the same number. */
ImpItem imp_changes_add_named (ImpChanges *self, ImpKind kind, const ImpUuid *uuid);
/* The same for what tables call by its name, its first field; made only where something that is new
 * refers to it. Of people, only one whose name is nobody else's is meant by it. */
ImpItem
imp_changes_add_by_name (ImpChanges *self, ImpKind kind, const ImpUuid *uuid, const char *name);
/* The item goes with another one, such as the report of an irritant. */
void imp_changes_set_whole (ImpChanges *self, ImpItem item, ImpItem whole);
/* The number of an item that may be added later by its UUID or be in the backlog already. */
ImpItem imp_changes_refer (ImpChanges *self, const ImpUuid *uuid);
void imp_changes_delete (ImpChanges *self, ImpItem item);

/* After these changes nobody can find what the field held before this one, on any laptop: so first
 * forget, then set. Not undone. */
void imp_changes_forget (ImpChanges *self, ImpItem item, guint8 field);

/* NULL or "" unsets. Line breaks in one-line fields are the caller's to refuse. */
void imp_changes_set_text (ImpChanges *self, ImpItem item, guint8 field, const char *text);
void imp_changes_set_integer (ImpChanges *self, ImpItem item, guint8 field, gint64 value);
void imp_changes_set_real (ImpChanges *self, ImpItem item, guint8 field, double value);
void imp_changes_set_date (ImpChanges *self, ImpItem item, guint8 field, ImpDate date);
void imp_changes_set_item (ImpChanges *self, ImpItem item, guint8 field, ImpItem other);
void imp_changes_unset (ImpChanges *self, ImpItem item, guint8 field);
void imp_changes_set_value (ImpChanges *self, ImpItem item, guint8 field, const ImpValue *value);
/* Of the change added last. What came from others since is not superseded: it stays beside it. */
void imp_changes_set_seen (ImpChanges *self, const char *seen);
/* Of the change added last, too: whoever writes has a page before them that was read `as_of` then,
 * and has seen what it showed and what was written on this laptop since. Other versions stay beside
 * it, and where it says what they saw, nothing is written. */
void imp_changes_set_as_of (ImpChanges *self, const char *as_of);
/* Of the change added last, too: it takes that row back and supersedes it, with what was written
 * over it on this laptop. Other versions stay beside it. */
void imp_changes_set_undone (ImpChanges *self, const char *undone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpChanges, imp_changes_free)

G_END_DECLS
