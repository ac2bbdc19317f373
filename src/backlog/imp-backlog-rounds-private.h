/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What the use cases of rounds share. All on the database thread. */
#pragma once

#include "backlog/imp-backlog-private.h"

G_BEGIN_DECLS

/* That a person, or somebody in a department (person 0), is to be met on the round, or was; both may
 * be new. Nothing for neither. */
gboolean imp_backlog_meet_in_db (ImpStore *store,
                                 ImpChanges *changes,
                                 ImpItem round,
                                 ImpItem person,
                                 ImpItem department,
                                 gboolean met,
                                 GError **error);

/* Whom to meet on it: names; NULL: as they are. round: may be new. */
gboolean imp_backlog_plan_meetings_in_db (ImpStore *store,
                                          ImpChanges *changes,
                                          ImpItem round,
                                          char **people,
                                          char **departments,
                                          GError **error);

G_END_DECLS
