/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * One row of another laptop: is it what was written there, and what is it called here? */
#include "config.h"

#include "store/imp-admission.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>

#include "base/imp-error.h"
#include "store/imp-item.h"
#include "store/imp-journal.h"
#include "store/imp-value-check.h"

void
imp_admission_init (ImpAdmission *self, ImpStore *store)
{
  imp_touched_init (&self->touched, store);
  self->touched.lives_change = TRUE; /* what is new here may have been deleted there */
  self->value_sum = g_checksum_new (G_CHECKSUM_SHA256);
}

void
imp_admission_clear (ImpAdmission *self)
{
  imp_touched_clear (&self->touched);
  g_checksum_free (self->value_sum);
}

gboolean
imp_admission_refuse (const ImpRow *row, GError **error)
{
  char name[IMP_UUID_STRING_LEN];

  imp_uuid_print (&row->replica, name);
  g_set_error (error, IMP_ERROR, IMP_ERROR_INPUT,
               _ ("change %" PRId64 " of laptop %s is not what was written there. Ask "
                  "for it once more; nothing was changed"),
               row->rseq, name);
  return FALSE;
}

/* The item by its UUID; one that is only referred to has no kind until it comes itself. */
static gboolean
ensure_item (ImpAdmission *self,
             const ImpUuid *uuid,
             ImpKind kind,
             ImpItem *item,
             ImpKind *known,
             GError **error)
{
  *known = IMP_KIND_NONE;
  if (!imp_item_find (self->touched.store, uuid, item, known, error))
    return FALSE;
  if (*item == 0)
    {
      *known = kind;
      return imp_item_insert (self->touched.store, uuid, kind, item, error);
    }
  if (*known != IMP_KIND_NONE || kind == IMP_KIND_NONE)
    return TRUE;
  *known = kind;
  return imp_item_set_kind (self->touched.store, *item, kind, error);
}

/* SQLite keeps a NaN as NULL: the row would no longer be what was written. */
static gboolean
has_possible_value (const ImpRow *row)
{
  switch (row->value.type)
    {
    case IMP_VALUE_TEXT:
      return g_utf8_validate (row->value.text, -1, NULL);
    case IMP_VALUE_REAL:
      return !isnan (row->value.real);
    case IMP_VALUE_INTEGER:
    case IMP_VALUE_NONE:
    default:
      return TRUE;
    }
}

static gboolean
has_possible_shape (const ImpRow *row)
{
  return row->rseq > 0 && row->hlc > 0 && row->txn > 0 && row->txn <= row->rseq && row->wire > 0
         && row->entity > 0 && row->entity <= IMP_KIND_MAX && row->field >= 0
         && row->field <= G_MAXUINT8 && row->actor != NULL && row->actor[0] != '\0'
         && g_utf8_validate (row->actor, -1, NULL) && has_possible_value (row);
}

/* A newer version may know more choices; who reads them here takes the nearest. */
static gboolean
is_newer_choice (const ImpField *field, const ImpValue *value)
{
  return field->type == IMP_FIELD_CHOICE && value->type == IMP_VALUE_INTEGER && value->integer >= 0;
}

/* What this version knows must be possible; what it does not know is kept as it is. */
static gboolean
check_value (const ImpRow *row, const ImpValue *value, ImpKind refers, GError **error)
{
  ImpKind kind = (ImpKind) row->entity;
  const ImpField *field = imp_kind_get_field (kind, (guint) row->field);

  if (row->field == IMP_FIELD_LIFE)
    return value->type == IMP_VALUE_TEXT
           || (value->type == IMP_VALUE_INTEGER && value->integer == 1)
           || imp_admission_refuse (row, error);
  return field == NULL || is_newer_choice (field, value)
         || imp_value_check (kind, field, value, refers, error);
}

/* The local form of what the row says: laptops and items by their numbers here. */
static gboolean
localize_value (ImpAdmission *self,
                const ImpRow *row,
                ImpValue *value,
                ImpKind *refers,
                GError **error)
{
  const ImpField *field = imp_kind_get_field ((ImpKind) row->entity, (guint) row->field);
  ImpKind expected = field != NULL ? field->refers : IMP_KIND_NONE;

  *refers = IMP_KIND_NONE;
  if (imp_row_refers (row)
      && (row->field == IMP_FIELD_LIFE || (field != NULL && field->type != IMP_FIELD_ITEM)))
    return imp_admission_refuse (row, error);
  if (!imp_row_refers (row))
    return imp_replica_localize_value (self->touched.store, (guint8) row->field, &row->value, value,
                                       error);
  *value = (ImpValue) { IMP_VALUE_INTEGER, { 0 } };
  if (!ensure_item (self, &row->reference, IMP_KIND_NONE, &value->integer, refers, error))
    return FALSE;
  if (*refers == IMP_KIND_NONE)
    *refers = expected;
  return TRUE;
}

gboolean
imp_admission_check (const ImpRow *row, GError **error)
{
  return has_possible_shape (row) || imp_admission_refuse (row, error);
}

gboolean
imp_admission_take (ImpAdmission *self, gint64 rep, const ImpRow *row, GError **error)
{
  ImpValue value = { IMP_VALUE_NONE };
  g_autofree char *base = NULL;
  ImpKind kind, refers;
  ImpItem item;
  gboolean done;

  if (!imp_row_value_is_genuine (row, self->value_sum))
    return imp_admission_refuse (row, error);
  done = ensure_item (self, &row->item, (ImpKind) row->entity, &item, &kind, error)
         && (kind == (ImpKind) row->entity || imp_admission_refuse (row, error))
         && imp_replica_localize_heads (self->touched.store, row->base, &base, error)
         && localize_value (self, row, &value, &refers, error)
         && check_value (row, &value, refers, error)
         && imp_touched_add (&self->touched, item, kind, FALSE, error)
         && imp_journal_insert (self->touched.store, row, rep, item, base, &value, error);
  imp_value_clear (&value);
  return done;
}
