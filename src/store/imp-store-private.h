/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the parts of the store share. */
#pragma once

#include "model/imp-learned.h"
#include "model/imp-query.h"
#include "store/imp-orders.h"
#include "store/imp-store.h"
#include "store/imp-sums.h"

/* The ids of the last question, kept for the next one. */
typedef struct
{
  GArray *items;  /* of guint32 */
  GArray *groups; /* of guint32: the positions at which a group starts; NULL by age */
  guint64 generation;
  guint states;
  ImpMeasure measure; /* 0: by age */
  guint n_asked;      /* of the items, the first so many */
} ImpRankingCache;

/* What the filters of the last question let through, kept for the next one. */
typedef struct
{
  GByteArray *kept; /* 1 for each number of an item that they let through; may be NULL */
  ImpQuery *query;
  guint64 generation;
  ImpDate today; /* what is pinned until yesterday is pinned no more */
} ImpFilterCache;

void imp_filter_cache_clear (ImpFilterCache *self);

/* What a search finds is graded by the beginnings of words in titles up to so many. */
#define IMP_STORE_MOST_GRADED 20000

/* Somebody who waits for a long work. */
typedef struct
{
  GCancellable *cancellable; /* borrowed; may be NULL */
  ImpProgress *progress;     /* the same */
  guint64 n_done, n_all;     /* steps of about the same length */
} ImpWatch;

/* By how much more often an answer was given than when the medians were read. */
typedef struct
{
  double value;
  int question, by;
} ImpTallied;

/* The first few of those; copied with the store, so that a transaction that fails takes them back. */
typedef struct
{
  ImpTallied of[16];
  guint n;
  gboolean many; /* more than that */
} ImpTallyChange;

struct _ImpStore
{
  ImpConnection *connection;
  char *actor;
  ImpClock clock;
  gint64 rep;      /* this laptop's number in the table of replicas */
  ImpUuid replica; /* and its identity, kept beside the database */
  gint64 rseq;     /* its newest row */
  guint8 head[32]; /* the hash of its newest user action */
  ImpUuid session; /* the last one in which something was written */
  gboolean in_session;
  gint64 last_hlc;
  gboolean replaced;  /* another file has its name: closing it touches nothing there */
  gboolean read_only; /* the disk, or a newer version, wants no writing by this one */
  ImpMedians medians;
  ImpTallyChange tally_change;
  ImpLearned learned; /* how far answers prove to be off */
  ImpSums sums;
  guint64 generation;
  ImpOrders *orders;
  ImpRankingCache ranking;
  ImpFilterCache filter;
  guint most_graded; /* IMP_STORE_MOST_GRADED; fewer in tests */
  ImpWatch watch;
};

#define IMP_WIRE_VERSION 1

/* Writes down the last stamp given or seen. */
gboolean imp_store_save_clock (ImpStore *self, GError **error);

/* A long work says at its beginning how many steps it expects, and takes them. FALSE where nobody
 * waits for it any more. */
void imp_store_expect (ImpStore *self, guint64 n_steps);
gboolean imp_store_advance (ImpStore *self, guint n_steps, GError **error);

/* The identity of this laptop stands beside the database, never in it.
 * A missing file is a new backlog, but not where one was; a file without a byte never is. */
gboolean imp_replica_refuse_gone (const char *path, GError **error);
gboolean imp_replica_load (ImpStore *self, GError **error);
gboolean imp_replica_note (ImpStore *self, GError **error); /* at a clean end: how far we were */
/* How far the rows of a laptop have come, and the hash (IMP_HASH_SIZE) of its newest action. */
gboolean
imp_replica_save (ImpStore *self, gint64 rep, gint64 rseq, const guint8 *head, GError **error);
/* Before the first write since the file was opened, inside its transaction. */
gboolean imp_replica_begin_session (ImpStore *self, GError **error);
void imp_replica_drop_new (ImpStore *self); /* of a file that goes too */

/* A laptop as this file knows it. */
typedef struct
{
  gint64 rep;  /* its number here; 0: not known */
  gint64 rseq; /* its newest row here */
  guint8 head[32];
} ImpReplica;

gboolean imp_replica_find (ImpStore *self, const ImpUuid *id, ImpReplica *replica, GError **error);
/* The same, and makes it known. */
gboolean
imp_replica_ensure (ImpStore *self, const ImpUuid *id, ImpReplica *replica, GError **error);
/* Heads ("1:17,2:4") with the laptops' UUIDs for their local numbers, as they may travel and as
 * the hash chain covers them. NULL, and what is no list of heads, stays as it is. */
gboolean imp_replica_name_heads (ImpStore *self, const char *heads, char **named, GError **error);
/* The same for a value: of the life of a deleted item. Cleared by the caller. */
gboolean imp_replica_name_value (ImpStore *self,
                                 guint8 field,
                                 const ImpValue *value,
                                 ImpValue *named,
                                 GError **error);
/* And back; IMP_ERROR_INPUT where the text is no list of heads. */
gboolean
imp_replica_localize_heads (ImpStore *self, const char *named, char **local, GError **error);
gboolean imp_replica_localize_value (ImpStore *self,
                                     guint8 field,
                                     const ImpValue *named,
                                     ImpValue *local,
                                     GError **error);

/* Projections. */
gboolean
imp_projection_write (ImpStore *self, ImpKind kind, ImpItem item, gboolean alive, GError **error);
gboolean imp_projection_rebuild (ImpStore *self, GError **error);

/* The items whose derived columns a commit may change. Filled before and after the writing. */
typedef struct
{
  GHashTable *irritants; /* sets of ImpItem as pointers */
  GHashTable *fixes;
  GHashTable *fresh; /* irritants for which nothing was derived before */
  GHashTable *texts; /* irritants whose search text alone may change */
  GHashTable *names; /* private: of items, before the writing */
} ImpAffected;

void imp_affected_init (ImpAffected *self);
void imp_affected_clear (ImpAffected *self);
/* Itself only. fresh: nothing was derived for it before. */
void imp_affected_add (ImpAffected *self, ImpKind kind, ImpItem item, gboolean fresh);
/* Before a name that others are found by is written: where it stays the same, so do they. */
gboolean imp_affected_note_name (ImpAffected *self,
                                 ImpStore *store,
                                 ImpKind kind,
                                 ImpItem item,
                                 GError **error);
gboolean imp_affected_collect (ImpAffected *self,
                               ImpStore *store,
                               ImpKind kind,
                               ImpItem item,
                               GError **error);

/* Reckoning or finding an irritant takes about as long as so many other steps of a commit. */
#define IMP_DERIVE_STEPS 4

/* Derived columns, tally, sums and search text. */
gboolean
imp_derive_forget (ImpStore *self, ImpItem irritant, GError **error); /* before it is written */
/* RICE, ICE, cost of delay and WSJF, from that parameter on. */
void imp_derive_bind_scores (ImpStatement *update,
                             int index,
                             const ImpFacts *facts,
                             const ImpImpact *impact);
/* After a median moved: the same as reckoning all of it again, but out of its row. *found is FALSE,
 * and nothing done, where that does not say enough. */
gboolean imp_derive_unsure (ImpStore *self, ImpItem irritant, gboolean *found, GError **error);
gboolean imp_derive_update (ImpStore *self, ImpAffected *affected, GError **error);
