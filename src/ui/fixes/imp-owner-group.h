/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who does a fix, changed in place. */
#pragma once

#include <adwaita.h>

#include "backlog/imp-backlog.h"

G_BEGIN_DECLS

/* A group with one name in it, for the page of a fix. The name is kept on Return, when the focus
 * leaves and when the group goes out of sight: never while it is half typed, so that no half of a
 * name becomes a colleague. Shows the record, but not while somebody writes. Main thread. */
#define IMP_TYPE_OWNER_GROUP (imp_owner_group_get_type ())
G_DECLARE_FINAL_TYPE (ImpOwnerGroup, imp_owner_group, IMP, OWNER_GROUP, AdwPreferencesGroup)

void imp_owner_group_bind (ImpOwnerGroup *self, ImpBacklog *backlog, ImpItem fix);
/* From the record, as a page showed it that is `as_of`; `name` may be NULL. */
void imp_owner_group_set_name (ImpOwnerGroup *self, const char *name, const char *as_of);

G_END_DECLS
