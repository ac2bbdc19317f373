/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who says something on a round: one tap. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog-rounds.h"

G_BEGIN_DECLS

/* Round buttons for those to meet and those who said something, Somebody, and New…; the last one
 * stays on. Scrolls sideways where there is no room.
 *
 * ImpSaidBy::changed: somebody else was chosen, by a person. */
#define IMP_TYPE_SAID_BY (imp_said_by_get_type ())
G_DECLARE_FINAL_TYPE (ImpSaidBy, imp_said_by, IMP, SAID_BY, AdwBin)

void imp_said_by_set_backlog (ImpSaidBy *self, ImpBacklog *backlog);
/* Of ImpMeetingLine; who is chosen stays chosen. */
void imp_said_by_set_meetings (ImpSaidBy *self, GPtrArray *meetings);
/* Both NULL: somebody. */
void imp_said_by_choose (ImpSaidBy *self, const char *person, const char *department);
const char *imp_said_by_get_person (ImpSaidBy *self);     /* NULL: not a person */
const char *imp_said_by_get_department (ImpSaidBy *self); /* may be NULL */

G_END_DECLS
