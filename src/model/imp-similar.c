/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * An irritant that may be what somebody is just recording. */
#include "config.h"

#include "model/imp-similar.h"

void
imp_similar_free (ImpSimilar *self)
{
  g_free (self->title);
  g_free (self->sites);
  g_free (self->declined_reason);
  g_free (self);
}

gboolean
imp_similar_is_fixed (const ImpSimilar *self)
{
  return self->state == IMP_STATE_FIXED || self->state == IMP_STATE_CONFIRMED;
}
