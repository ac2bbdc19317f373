/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What can stand after a key of a query, and queries that were given a name. */
#pragma once

#include "model/imp-query-key.h"
#include "model/imp-schema.h"

G_BEGIN_DECLS

/* One value, and how many irritants it would leave of what else is asked for. */
typedef struct
{
  char *name; /* as a filter has it: a name, or the nick of a choice */
  guint n;
} ImpQueryValue;

void imp_query_value_free (gpointer self);

/* A list that somebody put together and named. Texts may be NULL. */
typedef struct
{
  ImpItem item; /* 0: not saved yet */
  char *name;
  char *query; /* as imp_query_to_text() has it */
  char *order; /* its nick */
  char *columns;
} ImpView;

ImpView *imp_view_copy (const ImpView *self);
void imp_view_free (gpointer self);

G_END_DECLS
