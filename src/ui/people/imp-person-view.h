/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The page of one colleague. */
#pragma once

#include "ui/common/imp-backlog-page.h"

G_BEGIN_DECLS

/* What is known of a person: changed in place, and where they come up. Follows the backlog; closes
 * its dialog once the person is gone, unless another page stands over it. Action person.erase. */
#define IMP_TYPE_PERSON_VIEW (imp_person_view_get_type ())
G_DECLARE_FINAL_TYPE (ImpPersonView, imp_person_view, IMP, PERSON_VIEW, ImpBacklogPage)

GtkWidget *imp_person_view_new (ImpBacklog *backlog, GSettings *settings, ImpItem person);

G_END_DECLS
