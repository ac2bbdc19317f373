/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What people changed, deleted, and wrote at the same time, as data. */
#include "config.h"

#include "model/imp-edit.h"

static void
free_field (gpointer data)
{
  ImpEditedField *field = data;

  imp_value_clear (&field->before);
  imp_value_clear (&field->after);
  g_free (field->before_name);
  g_free (field->after_name);
  g_free (field->name);
  g_free (field);
}

ImpEdit *
imp_edit_new (void)
{
  ImpEdit *self = g_new0 (ImpEdit, 1);

  self->fields = g_ptr_array_new_with_free_func (free_field);
  return self;
}

void
imp_edit_free (ImpEdit *self)
{
  g_ptr_array_unref (self->fields);
  g_free (self->actor);
  g_free (self);
}

ImpEditedField *
imp_edit_add_field (ImpEdit *self)
{
  ImpEditedField *field = g_new0 (ImpEditedField, 1);

  g_ptr_array_add (self->fields, field);
  return field;
}

static void
free_version (gpointer data)
{
  ImpVersion *version = data;

  imp_value_clear (&version->value);
  g_free (version->actor);
  g_free (version->name);
  g_free (version);
}

ImpContest *
imp_contest_new (void)
{
  ImpContest *self = g_new0 (ImpContest, 1);

  self->versions = g_ptr_array_new_with_free_func (free_version);
  return self;
}

void
imp_contest_free (ImpContest *self)
{
  g_ptr_array_unref (self->versions);
  g_free (self->name);
  g_free (self->seen);
  g_free (self);
}

ImpVersion *
imp_contest_add_version (ImpContest *self)
{
  ImpVersion *version = g_new0 (ImpVersion, 1);

  g_ptr_array_add (self->versions, version);
  return version;
}

void
imp_binned_free (ImpBinned *self)
{
  g_free (self->name);
  g_free (self->actor);
  g_free (self);
}
