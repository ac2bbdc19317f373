/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The irritants a fix removes, with adding and taking out. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-fixes.h"

G_BEGIN_DECLS

/* A group for the page of a fix, one row an irritant, dearest first; a row opens its irritant. The
 * only one cannot be taken out. Actions: fix.add-irritant, fix.remove-irritant (x). Main thread. */
#define IMP_TYPE_FIX_IRRITANTS (imp_fix_irritants_get_type ())
G_DECLARE_FINAL_TYPE (ImpFixIrritants, imp_fix_irritants, IMP, FIX_IRRITANTS, AdwPreferencesGroup)

void imp_fix_irritants_bind (ImpFixIrritants *self, ImpBacklog *backlog, ImpItem fix);
/* irritants: of ImpFixIrritant */
void imp_fix_irritants_show (ImpFixIrritants *self, GPtrArray *irritants);

G_END_DECLS
