/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a change touches beyond the item itself. */
#include "config.h"

#include "store/imp-store-private.h"

/* For an item of a kind: the irritants and the fixes whose derived columns depend on it. NULL
 * where there are none. */
#define OF_IRRITANT "SELECT fix FROM removal WHERE irritant = ?1"
#define OF_FIX      "SELECT irritant FROM removal WHERE fix = ?1"

static const char SQL_SELECT_FIXES_OF_IRRITANT[] = OF_IRRITANT;
static const char SQL_SELECT_IRRITANTS_OF_FIX[] = OF_FIX;
static const char SQL_SELECT_IRRITANT_OF_REPORT[] = "SELECT irritant FROM report WHERE n = ?1";
static const char SQL_SELECT_FIXES_OF_REPORT[] =
    "SELECT fix FROM removal WHERE irritant = (SELECT irritant FROM report WHERE n = ?1)";
static const char SQL_SELECT_IRRITANT_OF_REMOVAL[] = "SELECT irritant FROM removal WHERE n = ?1";
static const char SQL_SELECT_FIX_OF_REMOVAL[] = "SELECT fix FROM removal WHERE n = ?1";
static const char SQL_SELECT_FIX_OF_CONFIRMATION[] = "SELECT fix FROM confirmation WHERE n = ?1";
static const char SQL_SELECT_IRRITANTS_OF_CONFIRMATION[] =
    "SELECT irritant FROM removal WHERE fix = (SELECT fix FROM confirmation WHERE n = ?1)";
static const char SQL_SELECT_IRRITANTS_OF_OFFERING[] = "SELECT n FROM irritant WHERE offering = ?1";

static const struct
{
  const char *irritants, *fixes;
} related[IMP_N_KINDS] = {
  [IMP_KIND_IRRITANT] = { NULL, SQL_SELECT_FIXES_OF_IRRITANT },
  [IMP_KIND_FIX] = { SQL_SELECT_IRRITANTS_OF_FIX, NULL },
  [IMP_KIND_REPORT] = { SQL_SELECT_IRRITANT_OF_REPORT, SQL_SELECT_FIXES_OF_REPORT },
  [IMP_KIND_REMOVAL] = { SQL_SELECT_IRRITANT_OF_REMOVAL, SQL_SELECT_FIX_OF_REMOVAL },
  [IMP_KIND_CONFIRMATION] = { SQL_SELECT_IRRITANTS_OF_CONFIRMATION,
                              SQL_SELECT_FIX_OF_CONFIRMATION },
  [IMP_KIND_OFFERING] = { SQL_SELECT_IRRITANTS_OF_OFFERING, NULL },
};

void
imp_affected_init (ImpAffected *self)
{
  self->irritants = g_hash_table_new (NULL, NULL);
  self->fixes = g_hash_table_new (NULL, NULL);
  self->fresh = g_hash_table_new (NULL, NULL);
}

void
imp_affected_clear (ImpAffected *self)
{
  g_hash_table_unref (self->irritants);
  g_hash_table_unref (self->fixes);
  g_hash_table_unref (self->fresh);
}

static gboolean
add_all (GHashTable *set, ImpStore *store, const char *sql, ImpItem item, GError **error)
{
  g_autoptr (ImpStatement) select = NULL;

  if (sql == NULL)
    return TRUE;
  select = imp_connection_borrow (store->connection, sql);
  imp_statement_bind_int (select, 1, item);
  while (imp_statement_next (select))
    if (!imp_statement_is_null (select, 0))
      g_hash_table_add (set, GSIZE_TO_POINTER ((gsize) imp_statement_get_int (select, 0)));
  return imp_statement_end (select, error);
}

void
imp_affected_add (ImpAffected *self, ImpKind kind, ImpItem item, gboolean fresh)
{
  if (kind == IMP_KIND_IRRITANT && fresh)
    g_hash_table_add (self->fresh, GSIZE_TO_POINTER ((gsize) item));
  if (kind == IMP_KIND_IRRITANT)
    g_hash_table_add (self->irritants, GSIZE_TO_POINTER ((gsize) item));
  else if (kind == IMP_KIND_FIX)
    g_hash_table_add (self->fixes, GSIZE_TO_POINTER ((gsize) item));
}

gboolean
imp_affected_collect (ImpAffected *self,
                      ImpStore *store,
                      ImpKind kind,
                      ImpItem item,
                      GError **error)
{
  if (imp_kind_get_name (kind) == NULL)
    return TRUE;
  imp_affected_add (self, kind, item, FALSE);
  return add_all (self->irritants, store, related[kind].irritants, item, error)
         && add_all (self->fixes, store, related[kind].fixes, item, error);
}
