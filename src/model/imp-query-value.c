/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What can stand after a key of a query, and queries that were given a name. */
#include "config.h"

#include "model/imp-query-value.h"

void
imp_query_value_free (gpointer self)
{
  g_free (((ImpQueryValue *) self)->name);
  g_free (self);
}

ImpView *
imp_view_copy (const ImpView *self)
{
  ImpView *copy = g_new (ImpView, 1);

  *copy = (ImpView) { self->item, g_strdup (self->name), g_strdup (self->query),
                      g_strdup (self->order), g_strdup (self->columns) };
  return copy;
}

void
imp_view_free (gpointer self)
{
  ImpView *view = self;

  g_free (view->name);
  g_free (view->query);
  g_free (view->order);
  g_free (view->columns);
  g_free (view);
}
