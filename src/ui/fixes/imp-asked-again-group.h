/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The three questions asked again about one irritant of a fix. */
#pragma once

#include <gtk/gtk.h>

#include "backlog/imp-backlog.h"
#include "model/imp-fix.h"

G_BEGIN_DECLS

/* How many, how often, how long now; they stand as they were before until they are changed. One
 * of several irritants can be said to be gone by itself. Emits "changed". */
#define IMP_TYPE_ASKED_AGAIN_GROUP (imp_asked_again_group_get_type ())
G_DECLARE_FINAL_TYPE (ImpAskedAgainGroup, imp_asked_again_group, IMP, ASKED_AGAIN_GROUP, GtkBox)

/* alone: the fix removes no other, so that its title and "gone" are said elsewhere. */
GtkWidget *imp_asked_again_group_new (const ImpFixIrritant *irritant, gboolean alone);
/* Hours a month, before and now. */
double imp_asked_again_group_get_before (ImpAskedAgainGroup *self);
double imp_asked_again_group_estimate (ImpAskedAgainGroup *self, ImpBacklog *backlog);
/* What was said where `verdict` is that on the fix; all is gone where the fix has helped wholly. */
void imp_asked_again_group_get (ImpAskedAgainGroup *self, ImpVerdict verdict, ImpAskedAgain *asked);

G_END_DECLS
