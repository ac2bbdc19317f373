/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What tests of rounds do to a backlog. */
#pragma once

#include "backlog-fixture.h"
#include "backlog/imp-backlog-rounds.h"
#include "base/imp-error.h"

ImpItem round_fixture_plan (BacklogFixture *fixture, const ImpRoundPlan *plan);
/* Planned and begun. */
ImpItem round_fixture_begin (BacklogFixture *fixture, const char *site, ImpDate day);
void round_fixture_finish (BacklogFixture *fixture, ImpItem round);
ImpRoundPage *round_fixture_read (BacklogFixture *fixture, ImpItem round);
/* Of a list of rounds. */
GPtrArray *round_fixture_finish_lines (BacklogFixture *fixture, ImpAwait *await);
/* The one thing in the bin. */
void round_fixture_assert_binned (BacklogFixture *fixture, const char *name);
/* Writes a line down, and gives it. */
ImpItem round_fixture_hear (BacklogFixture *fixture, ImpItem round, const ImpHeard *heard);
ImpItem round_fixture_hear_words (BacklogFixture *fixture,
                                  ImpItem round,
                                  ImpHeardKind kind,
                                  const char *person,
                                  const char *words);
ImpItem round_fixture_promise (BacklogFixture *fixture,
                               ImpItem round,
                               ImpItem report,
                               const char *what,
                               ImpDate date);
/* The line at a place of what was heard. */
const ImpHeardLine *round_fixture_get_heard (const ImpRoundPage *page, guint position);
/* A whole round: one remark, one irritant that somebody was promised something about, one more
 * report of another. Gives the round. */
ImpItem round_fixture_hear_all (BacklogFixture *fixture);
