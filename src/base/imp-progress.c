/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * How far a long work is. */
#include "config.h"

#include "base/imp-progress.h"

#define WHOLE 10000

struct _ImpProgress
{
  int done;        /* of WHOLE; atomic */
  double from, to; /* the part that is under way; of the thread that works */
};

ImpProgress *
imp_progress_new (void)
{
  ImpProgress *self = g_atomic_rc_box_new0 (ImpProgress);

  self->to = 1;
  return self;
}

ImpProgress *
imp_progress_ref (ImpProgress *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
imp_progress_unref (ImpProgress *self)
{
  g_atomic_rc_box_release (self);
}

void
imp_progress_set (ImpProgress *self, double done)
{
  const double whole = self->from + CLAMP (done, 0, 1) * (self->to - self->from);

  g_atomic_int_set (&self->done, (int) (whole * WHOLE));
}

void
imp_progress_begin_part (ImpProgress *self, double from, double to)
{
  self->from = from;
  self->to = to;
  imp_progress_set (self, 0);
}

double
imp_progress_get (ImpProgress *self)
{
  return (double) g_atomic_int_get (&self->done) / WHOLE;
}
