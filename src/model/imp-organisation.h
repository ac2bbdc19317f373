/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who an announcement is from, as it is written on the page. */
#pragma once

#include "model/imp-schema.h"

G_BEGIN_DECLS

/* Plain data; every string may be NULL. */
typedef struct
{
  ImpItem item; /* 0: nobody has said it yet */
  char *name, *contact_name, *contact_how, *contact_email, *series, *language;
  char *as_of; /* for imp_changes_set_as_of(): who writes over it has seen what it says */
} ImpOrganisation;

void imp_organisation_clear (ImpOrganisation *self);
void imp_organisation_free (ImpOrganisation *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImpOrganisation, imp_organisation_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ImpOrganisation, imp_organisation_free)

G_END_DECLS
