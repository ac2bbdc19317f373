/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What was heard on a round, after it. */
#pragma once

#include <adwaita.h>

#include "model/imp-round.h"

G_BEGIN_DECLS

#define IMP_TYPE_HEARD_VIEW (imp_heard_view_get_type ())
G_DECLARE_FINAL_TYPE (ImpHeardView, imp_heard_view, IMP, HEARD_VIEW, AdwBin)

void imp_heard_view_show (ImpHeardView *self, ImpRoundPage *page);

G_END_DECLS
