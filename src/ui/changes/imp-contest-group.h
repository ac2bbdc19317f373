/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One field that people wrote without knowing of each other, with what each of them wrote. */
#pragma once

#include <gtk/gtk.h>

#include "model/imp-edit.h"

G_BEGIN_DECLS

/* Texts stand side by side, or below each other where "narrow" (boolean property) is set; other
 * values are rows. Signals "chosen" (guint version: this one is to hold) and "make-one". Keeps a
 * reference to the contests, of which it shows one. Main thread. */
#define IMP_TYPE_CONTEST_GROUP (imp_contest_group_get_type ())
G_DECLARE_FINAL_TYPE (ImpContestGroup, imp_contest_group, IMP, CONTEST_GROUP, GtkBox)

GtkWidget *imp_contest_group_new (GPtrArray *contests, guint position);
const ImpContest *imp_contest_group_get_contest (ImpContestGroup *self);

G_END_DECLS
