/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An open store in a folder of its own, and what tests ask of it. */
#pragma once

#include "model/imp-state.h"
#include "store/imp-store.h"

/* For g_test_add() with set_up and tear_down below. The clock stands at 21 November 2026. */
typedef struct
{
  char *folder;
  char *path;
  gint64 now_ms;
  ImpClock clock;
  ImpStore *store;
} StoreFixture;

#define STORE_FIXTURE_TODAY (imp_date_new (2026, 11, 21))

void store_fixture_set_up (StoreFixture *self, gconstpointer data);
void store_fixture_tear_down (StoreFixture *self, gconstpointer data);
void store_fixture_open (StoreFixture *self);
void store_fixture_close (StoreFixture *self);

/* One number or text that a constant query answers; "" for NULL. */
gint64 store_fixture_query (StoreFixture *self, const char *sql);
char *store_fixture_query_text (StoreFixture *self, const char *sql);
void store_fixture_exec (StoreFixture *self, const char *sql);

/* Commits and frees the changes. `commit` may be NULL. */
void store_fixture_commit (StoreFixture *self, ImpChanges *changes, ImpCommit *commit);
void store_fixture_undo (StoreFixture *self, gint64 txn, ImpCommit *commit);
/* It says so, and nothing changes. */
void store_fixture_refuse_undo (StoreFixture *self, gint64 txn);
/* One irritant, reported once: daily, 6 minutes. Its number. `commit` may be NULL. */
ImpItem
store_fixture_record (StoreFixture *self, const char *title, const char *people, ImpCommit *commit);
/* Nobody was asked what it costs. */
ImpItem store_fixture_record_unasked (StoreFixture *self, const char *title, ImpDate recorded);
/* An item of a kind whose first field is its name. */
ImpItem store_fixture_add_named (StoreFixture *self, ImpKind kind, const char *name);
ImpItem store_fixture_add_report (StoreFixture *self, ImpItem irritant, ImpItem site, ImpDate date);
/* A fix of one irritant; delivered may be IMP_DATE_NONE. */
ImpItem
store_fixture_add_fix (StoreFixture *self, const char *title, ImpItem irritant, ImpDate delivered);
void store_fixture_confirm (StoreFixture *self,
                            ImpItem fix,
                            ImpDate date,
                            ImpVerdict verdict,
                            const char *minutes);
void store_fixture_delete (StoreFixture *self, ImpItem item);

/* Sends what the other one lacks, at most about so many rows. */
void store_fixture_pass_on (StoreFixture *from, StoreFixture *to, guint n_most);

/* How often the bytes stand in the file and beside it. */
guint store_fixture_count_bytes (StoreFixture *self, const char *bytes);

void store_fixture_assert_sound (StoreFixture *self);
/* Every row of every projection, every word that can be searched, and whose bytes are here. */
char *store_fixture_dump (StoreFixture *self);
/* Of everything that the journal of a closed file says, or NULL where SQLite cannot read it. */
char *store_fixture_digest_journal (const char *path);
