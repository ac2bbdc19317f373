/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who an announcement is from, as it is written on the page. */
#include "config.h"

#include "model/imp-organisation.h"

void
imp_organisation_clear (ImpOrganisation *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->contact_name, g_free);
  g_clear_pointer (&self->contact_how, g_free);
  g_clear_pointer (&self->contact_email, g_free);
  g_clear_pointer (&self->series, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->as_of, g_free);
}

void
imp_organisation_free (ImpOrganisation *self)
{
  imp_organisation_clear (self);
  g_free (self);
}
