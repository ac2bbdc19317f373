/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * User actions drawn by GTest's seed: anything that a backlog can hold. */
#pragma once

#include "store-fixture.h"

/* One user action: some changes, a link, or taking an earlier one back. The clock moves too. */
void random_action (StoreFixture *fixture);
