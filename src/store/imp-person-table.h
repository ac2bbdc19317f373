/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading people. */
#pragma once

#include "model/imp-person.h"
#include "store/imp-store.h"

G_BEGIN_DECLS

/* IMP_ERROR_NOT_FOUND where the person is gone. */
ImpPersonPage *imp_store_read_person_page (ImpStore *store, ImpItem person, GError **error);
/* Whether somebody who is called like that wrote in the journal. Goes through all of it. */
gboolean imp_store_find_actor (ImpStore *store, const char *name, gboolean *found, GError **error);

G_END_DECLS
