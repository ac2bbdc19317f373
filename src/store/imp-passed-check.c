/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Whether rows can be of a round that was passed on. */
#include "config.h"

#include "store/imp-passed-check.h"

#include <glib/gi18n-lib.h>

#include "base/imp-text.h"
#include "model/imp-passed-round.h"
#include "store/imp-admission.h"

static gboolean
is_possible (const ImpRow *row, GChecksum *sum)
{
  if (row->field == IMP_FIELD_LIFE
      && (row->value.type != IMP_VALUE_INTEGER || row->value.integer != 1) && !row->erased)
    return FALSE;
  return imp_passed_has_kind ((ImpKind) row->entity) && row->field != IMP_FIELD_FORGET
         && !(imp_row_refers (row) && row->value.type != IMP_VALUE_NONE)
         && imp_row_value_is_genuine (row, sum);
}

/* As whatever is written in Improve is cleaned; who writes it elsewhere can write anything. */
static void
clean_value (ImpRow *row, GChecksum *sum)
{
  const ImpField *field = imp_kind_get_field ((ImpKind) row->entity, (guint) row->field);
  g_autofree char *clean = NULL;

  if (row->value.type != IMP_VALUE_TEXT)
    return;
  clean = imp_text_clean (row->value.text);
  if (field != NULL && field->type == IMP_FIELD_LINE)
    g_strdelimit (clean, "\n", ' ');
  if (g_str_equal (clean, row->value.text))
    return;
  imp_value_clear (&row->value);
  if (*clean != '\0')
    row->value = (ImpValue) { IMP_VALUE_TEXT, .text = g_steal_pointer (&clean) };
  imp_value_hash (sum, row->salt, &row->value, NULL, row->vhash);
}

/* Who wrote what, where that was left out. */
static void
name_actor (ImpRow *row)
{
  g_autofree char *actor = imp_text_clean (row->actor);

  g_set_str (&row->actor, actor != NULL && *actor != '\0' ? actor : _ ("Somebody else"));
}

static gboolean
check_row (ImpRow *row, const ImpRow *before, GChecksum *sum, GError **error)
{
  if (before != NULL && imp_row_compare (&before, (gconstpointer) &row) == 0)
    return imp_admission_refuse (row, error);
  name_actor (row);
  if (!imp_admission_check (row, error)
      || (!is_possible (row, sum) && !imp_admission_refuse (row, error)))
    return FALSE;
  clean_value (row, sum);
  return TRUE;
}

gboolean
imp_passed_check_rows (GPtrArray *rows, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_ptr_array_sort (rows, imp_row_compare);
  for (guint i = 0; i < rows->len; i++)
    if (!check_row (rows->pdata[i], i > 0 ? rows->pdata[i - 1] : NULL, sum, error))
      return FALSE;
  return TRUE;
}
