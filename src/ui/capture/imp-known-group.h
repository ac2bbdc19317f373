/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Already known? What others reported before, while somebody types. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-similar.h"

G_BEGIN_DECLS

/* Asks the backlog shortly after the last change of what it is given, shows the likest few, the
 * others on request, and is invisible where nothing is like it. A newer question drops the older;
 * what was found stays until the newer is answered. Stands for itself: whoever has it gives it words
 * and place, and does what the signals say. Properties: "narrow" (boolean): below 550 sp; "most"
 * (uint, 3): rows in sight before the others are asked for.
 *
 * ImpKnownGroup::me-too (gint64 irritant): this colleague says the same.
 * ImpKnownGroup::is-back (gint64 irritant): the same of one that was fixed. */
#define IMP_TYPE_KNOWN_GROUP (imp_known_group_get_type ())
G_DECLARE_FINAL_TYPE (ImpKnownGroup, imp_known_group, IMP, KNOWN_GROUP, AdwPreferencesGroup)

/* Nothing is asked before this. */
void imp_known_group_set_backlog (ImpKnownGroup *self, ImpBacklog *backlog);
void imp_known_group_set_words (ImpKnownGroup *self, const char *words); /* NULL: none */
/* Names; NULL or empty where it is not known. */
void imp_known_group_set_site (ImpKnownGroup *self, const char *site);
void imp_known_group_set_offering (ImpKnownGroup *self, const char *offering);
/* What was heard on the round that one is on, of ImpHeardLine, which rows about the same say; keeps
 * a reference. NULL where one is on none. */
void imp_known_group_set_heard (ImpKnownGroup *self, GPtrArray *heard);

G_END_DECLS
