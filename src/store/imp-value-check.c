/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Whether a field can have a value. */
#include "config.h"

#include "store/imp-value-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/imp-error.h"

static gboolean
is_possible (const ImpField *field, const ImpValue *value)
{
  switch (field->type)
    {
    case IMP_FIELD_LINE:
    case IMP_FIELD_PROSE:
    case IMP_FIELD_ANSWER:
      return value->type == IMP_VALUE_TEXT;
    case IMP_FIELD_NUMBER:
      return value->type == IMP_VALUE_REAL && isfinite (value->real);
    case IMP_FIELD_FLAG:
      return value->type == IMP_VALUE_INTEGER && (value->integer == 0 || value->integer == 1);
    case IMP_FIELD_DATE:
      return value->type == IMP_VALUE_INTEGER && value->integer > IMP_DATE_NONE
             && value->integer <= G_MAXINT32;
    case IMP_FIELD_CHOICE:
      return value->type == IMP_VALUE_INTEGER && value->integer >= 0
             && value->integer <= (gint64) g_strv_length ((char **) field->nicks);
    case IMP_FIELD_INTEGER:
    case IMP_FIELD_ITEM:
    default:
      return value->type == IMP_VALUE_INTEGER;
    }
}

static gboolean
refuse_kind (ImpKind kind, const ImpField *field, ImpKind refers, GError **error)
{
  g_set_error (error, IMP_ERROR, IMP_ERROR_INPUT,
               _ ("“%s” of a %s must name a %s, not a %s. Correct it; nothing was changed"),
               field->name, imp_kind_get_name (kind), imp_kind_get_name (field->refers),
               imp_kind_get_name (refers));
  return FALSE;
}

gboolean
imp_value_check (ImpKind kind,
                 const ImpField *field,
                 const ImpValue *value,
                 ImpKind refers,
                 GError **error)
{
  if (field != NULL && value->type == IMP_VALUE_NONE)
    return TRUE;
  if (field != NULL && is_possible (field, value))
    return field->type != IMP_FIELD_ITEM || refers == field->refers
           || refuse_kind (kind, field, refers, error);
  g_set_error (error, IMP_ERROR, IMP_ERROR_INPUT,
               _ ("“%s” of a %s cannot have this value. Correct it; nothing was changed"),
               field != NULL ? field->name : "?", imp_kind_get_name (kind));
  return FALSE;
}
