/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading announcements, and what of the record an issue is drafted from. */
#pragma once

#include "model/imp-announcement.h"
#include "model/imp-organisation.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* All announcements without entries, drafts first, then newest first. NULL on failure. */
GPtrArray *imp_store_read_announcements (ImpStore *store, GError **error);
/* With its entries. IMP_ERROR_NOT_FOUND where it is gone. */
ImpAnnouncement *
imp_store_read_announcement (ImpStore *store, ImpItem announcement, GError **error);
/* Whether the item is a published announcement, or an entry of one. */
gboolean imp_store_find_published (ImpStore *store,
                                   ImpKind kind,
                                   ImpItem item,
                                   gboolean *published,
                                   GError **error);
/* The number of the newest published issue, 0 for none. */
gboolean imp_store_read_last_number (ImpStore *store, int *number, GError **error);

/* Who speaks; all but `as_of` left as it is where nobody has said it yet. */
gboolean
imp_store_read_organisation (ImpStore *store, ImpOrganisation *organisation, GError **error);

/* What counts as told: a fix that is a big or small item, or summed up, in an announcement that is
 * published, or also in one that is still drafted. */
typedef enum
{
  IMP_TOLD_PUBLISHED,
  IMP_TOLD_DRAFTED
} ImpTold;

/* A fix delivered or confirmed in the period and not told yet: as an entry of section 0, with
 * hours (shrunk where estimated), the first short words, where and since when. Dearest first.
 * NULL on failure. */
GPtrArray *
imp_store_read_tellable (ImpStore *store, ImpDate from, ImpDate to, ImpTold told, GError **error);
/* Counts the fixes of its period that other announcements have told, and it does not: its
 * told_count. Of a new one the item is 0. */
gboolean
imp_store_count_told (ImpStore *store, ImpAnnouncement *announcement, ImpTold told, GError **error);
/* Open promises that fall due from that day on, as entries of IMP_SECTION_NEXT, by date. */
GPtrArray *imp_store_read_coming (ImpStore *store, ImpDate since, guint limit, GError **error);
/* Refusals of the period, as entries of IMP_SECTION_NOT_NOW. */
GPtrArray *
imp_store_read_refusals (ImpStore *store, ImpDate from, ImpDate to, guint limit, GError **error);

/* A promise that was not kept by its first date. */
typedef struct
{
  char *what;
  ImpDate first, due, kept; /* due: the date it has now; kept: none where it is not */
} ImpMissed;

/* Promises whose first date fell in the period: how many, how many were kept by it, and which were
 * not, by their first date. */
typedef struct
{
  int due, kept;
  GPtrArray *missed; /* of ImpMissed */
} ImpPromiseSum;

void imp_promise_sum_clear (ImpPromiseSum *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImpPromiseSum, imp_promise_sum_clear)
gboolean imp_store_sum_promises (ImpStore *store,
                                 ImpDate from,
                                 ImpDate to,
                                 ImpPromiseSum *sum,
                                 GError **error);

G_END_DECLS
