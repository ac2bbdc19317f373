/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Where an irritant and a fix stand: derived from dates and confirmations, never typed. */
#include "config.h"

#include "model/imp-state.h"

#include <glib/gi18n-lib.h>

ImpFixState
imp_fix_state_derive (gboolean started, gboolean delivered, ImpVerdict verdict)
{
  if (!delivered)
    return started ? IMP_FIX_STATE_BEING_FIXED : IMP_FIX_STATE_PLANNED;
  switch (verdict)
    {
    case IMP_VERDICT_GONE:
      return IMP_FIX_STATE_CONFIRMED;
    case IMP_VERDICT_STILL_THERE:
      return IMP_FIX_STATE_BEING_FIXED;
    case IMP_VERDICT_BETTER:
    default:
      return IMP_FIX_STATE_DELIVERED;
    }
}

ImpState
imp_state_derive (const int n_in_state[IMP_FIX_STATE_CONFIRMED + 1], gboolean declined)
{
  static const ImpState by_fix[] = {
    [IMP_FIX_STATE_PLANNED] = IMP_STATE_PLANNED,
    [IMP_FIX_STATE_BEING_FIXED] = IMP_STATE_BEING_FIXED,
    [IMP_FIX_STATE_DELIVERED] = IMP_STATE_FIXED,
    [IMP_FIX_STATE_CONFIRMED] = IMP_STATE_CONFIRMED,
  };

  for (ImpFixState i = IMP_FIX_STATE_PLANNED; i <= IMP_FIX_STATE_CONFIRMED; i++)
    if (n_in_state[i] > 0)
      return by_fix[i];
  return declined ? IMP_STATE_DECLINED : IMP_STATE_OPEN;
}

const char *
imp_state_get_label (ImpState state)
{
  static const char *const labels[] = {
    [IMP_STATE_OPEN] = N_ ("Open"),
    [IMP_STATE_PLANNED] = N_ ("Planned"),
    [IMP_STATE_BEING_FIXED] = N_ ("Being fixed"),
    [IMP_STATE_FIXED] = N_ ("Fixed"),
    [IMP_STATE_CONFIRMED] = N_ ("Confirmed"),
    [IMP_STATE_DECLINED] = N_ ("Declined"),
    [IMP_STATE_MERGED] = N_ ("Merged"),
  };

  g_return_val_if_fail (state >= IMP_STATE_OPEN && state <= IMP_STATE_MERGED, "");
  return _ (labels[state]);
}

const char *
imp_fix_state_get_label (ImpFixState state)
{
  static const char *const labels[] = {
    [IMP_FIX_STATE_PLANNED] = N_ ("Planned"),
    [IMP_FIX_STATE_BEING_FIXED] = N_ ("Being fixed"),
    [IMP_FIX_STATE_DELIVERED] = N_ ("Delivered"),
    [IMP_FIX_STATE_CONFIRMED] = N_ ("Confirmed"),
  };

  g_return_val_if_fail (state >= IMP_FIX_STATE_PLANNED && state <= IMP_FIX_STATE_CONFIRMED, "");
  return _ (labels[state]);
}
