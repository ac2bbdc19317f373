/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An announcement and its entries, as the editor shows them. */
#pragma once

#include "base/imp-date.h"
#include "model/imp-schema.h"

G_BEGIN_DECLS

/* One entry of a draft, as the editor shows it; its texts are edited with
 * imp_backlog_set_text_async() and the IMP_ENTRY_ fields. */
typedef struct
{
  ImpItem item;
  ImpSection section;
  double position;
  ImpItem fix, irritant, promise;
  char *title, *said, *did, *now, *thanks, *todo, *place, *count;
  ImpDate date;
  double hours;
  ImpHoursSource hours_source;
  gboolean unconfirmed;
} ImpEntry;

void imp_entry_free (ImpEntry *self);

/* One announcement with its entries in order. Reference counted, immutable. */
typedef struct
{
  ImpItem item;
  char *title;
  ImpDate from, to, published, next;
  int number; /* 0: none, as a draft has none and one from a file may have none */
  double hours;
  int rest_count; /* fixes that are only summed up: those of `rest`, and what a file says of more */
  double rest_hours;
  int told_count;     /* fixes of the period that it leaves out, as another has told them */
  char *document;     /* private: the issue as it was published */
  GPtrArray *entries; /* of ImpEntry, without the summed up */
  GPtrArray *rest;    /* of ImpEntry: which fixes are summed up, and their hours */
  char *as_of; /* for imp_changes_set_as_of(): who writes on the page has seen what it shows */
} ImpAnnouncement;

ImpAnnouncement *imp_announcement_new (void);
ImpAnnouncement *imp_announcement_ref (ImpAnnouncement *self);
void imp_announcement_unref (ImpAnnouncement *self);
/* It stays as colleagues read it: what is no draft is not edited, deleted or published again. */
gboolean imp_announcement_is_published (const ImpAnnouncement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpAnnouncement, imp_announcement_unref)

G_END_DECLS
