/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * A round on its way from one backlog to another. */
#include "config.h"

#include "model/imp-passed-round.h"

ImpPassedRound *
imp_passed_round_new (void)
{
  ImpPassedRound *self = g_new0 (ImpPassedRound, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_row_free);
  self->blobs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
imp_passed_round_free (ImpPassedRound *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->blobs);
  g_hash_table_unref (self->hashes);
  g_free (self);
}

gboolean
imp_passed_has_kind (ImpKind kind)
{
  switch (kind)
    {
    case IMP_KIND_SITE:
    case IMP_KIND_DEPARTMENT:
    case IMP_KIND_OFFERING:
    case IMP_KIND_PERSON:
    case IMP_KIND_IRRITANT:
    case IMP_KIND_REPORT:
    case IMP_KIND_FIX:
    case IMP_KIND_REMOVAL:
    case IMP_KIND_PROMISE:
    case IMP_KIND_ATTACHMENT:
    case IMP_KIND_STEP:
    case IMP_KIND_OUTCOME:
    case IMP_KIND_TAGGING:
    case IMP_KIND_ROUND:
    case IMP_KIND_MEETING:
    case IMP_KIND_OBSERVATION:
    case IMP_KIND_TOLD:
      return TRUE;
    case IMP_KIND_NONE:
    case IMP_KIND_ORGANISATION:
    case IMP_KIND_CONFIRMATION:
    case IMP_KIND_ANNOUNCEMENT:
    case IMP_KIND_ENTRY:
    case IMP_KIND_VIEW:
    case IMP_N_KINDS:
    default:
      return FALSE;
    }
}

gboolean
imp_passed_names_people (ImpKind kind, int number)
{
  const ImpField *field = imp_kind_get_field (kind, (guint) number);

  return kind == IMP_KIND_PERSON || (field != NULL && field->refers == IMP_KIND_PERSON)
         || (kind == IMP_KIND_ROUND && number == IMP_ROUND_VISITORS)
         || (kind == IMP_KIND_PROMISE && number == IMP_PROMISE_TO)
         || (kind == IMP_KIND_FIX && number == IMP_FIX_THANKS);
}
