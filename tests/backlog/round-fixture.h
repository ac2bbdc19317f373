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
