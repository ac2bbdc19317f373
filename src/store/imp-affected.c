/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * What a change touches beyond the item itself. */
#include "config.h"

#include "store/imp-store-private.h"

/* For an item of a kind: the irritants and the fixes whose derived columns depend on it, those whose
 * search text it is part of, and for one that has only a name in their search text, that name and
 * the irritants. NULL where there are none. */
#define OF_IRRITANT "SELECT fix FROM removal WHERE irritant = ?1"
#define OF_FIX      "SELECT irritant FROM removal WHERE fix = ?1"

/* Whose title is found there too, with or without reports that went along. */
static const char SQL_SELECT_HOLDER_OF_IRRITANT[] = "SELECT merged FROM irritant WHERE n = ?1";
static const char SQL_SELECT_FIXES_OF_IRRITANT[] = OF_IRRITANT;
static const char SQL_SELECT_IRRITANTS_OF_FIX[] = OF_FIX;
static const char SQL_SELECT_IRRITANT_OF_REPORT[] = "SELECT irritant FROM report WHERE n = ?1";
/* Also those of which it was asked again what the report says, though they remove it no more. One
 * may come twice: SQLite would make a table to see to it, for every report. */
static const char SQL_SELECT_FIXES_OF_REPORT[] =
    "SELECT fix FROM removal WHERE irritant = (SELECT irritant FROM report WHERE n = ?1)"
    " UNION ALL SELECT fix FROM confirmation WHERE verdict = 3"
    " AND irritant = (SELECT irritant FROM report WHERE n = ?1)";
static const char SQL_SELECT_IRRITANT_OF_REMOVAL[] = "SELECT irritant FROM removal WHERE n = ?1";
static const char SQL_SELECT_FIX_OF_REMOVAL[] = "SELECT fix FROM removal WHERE n = ?1";
static const char SQL_SELECT_FIX_OF_CONFIRMATION[] = "SELECT fix FROM confirmation WHERE n = ?1";
static const char SQL_SELECT_IRRITANTS_OF_CONFIRMATION[] =
    "SELECT irritant FROM removal WHERE fix = (SELECT fix FROM confirmation WHERE n = ?1)";
static const char SQL_SELECT_NAMED_OFFERING[] = "SELECT n FROM irritant WHERE offering = ?1";
static const char SQL_SELECT_NAMED_STEP[] = "SELECT n FROM irritant WHERE step = ?1";
static const char SQL_SELECT_NAMED_OUTCOME[] = "SELECT n FROM irritant WHERE outcome = ?1";
static const char SQL_SELECT_IRRITANT_OF_TAGGING[] = "SELECT irritant FROM tagging WHERE n = ?1";
static const char SQL_SELECT_NAMED_SITE[] = "SELECT irritant FROM report WHERE site = ?1";
static const char SQL_SELECT_NAMED_PERSON[] = "SELECT irritant FROM report WHERE person = ?1";
static const char SQL_SELECT_NAMED_DEPARTMENT[] =
    "SELECT irritant FROM report WHERE department = ?1 UNION ALL"
    " SELECT r.irritant FROM person p JOIN report r ON r.person = p.n WHERE p.department = ?1";
static const char SQL_SELECT_OFFERING_NAME[] = "SELECT name FROM offering WHERE n = ?1";
static const char SQL_SELECT_STEP_NAME[] = "SELECT name FROM step WHERE n = ?1";
static const char SQL_SELECT_OUTCOME_NAME[] = "SELECT name FROM outcome WHERE n = ?1";
static const char SQL_SELECT_SITE_NAME[] = "SELECT name FROM site WHERE n = ?1";
static const char SQL_SELECT_DEPARTMENT_NAME[] = "SELECT name FROM department WHERE n = ?1";
/* With the number of the department, whose name goes along. */
static const char SQL_SELECT_PERSON_NAME[] =
    "SELECT concat_ws (' ', department, name) FROM person WHERE n = ?1";

static const struct
{
  const char *irritants, *fixes, *texts;
  const char *name, *named;
} related[IMP_N_KINDS] = {
  [IMP_KIND_IRRITANT] = { SQL_SELECT_HOLDER_OF_IRRITANT, SQL_SELECT_FIXES_OF_IRRITANT },
  [IMP_KIND_FIX] = { SQL_SELECT_IRRITANTS_OF_FIX, NULL },
  [IMP_KIND_REPORT] = { SQL_SELECT_IRRITANT_OF_REPORT, SQL_SELECT_FIXES_OF_REPORT },
  [IMP_KIND_REMOVAL] = { SQL_SELECT_IRRITANT_OF_REMOVAL, SQL_SELECT_FIX_OF_REMOVAL },
  [IMP_KIND_CONFIRMATION] = { SQL_SELECT_IRRITANTS_OF_CONFIRMATION,
                              SQL_SELECT_FIX_OF_CONFIRMATION },
  [IMP_KIND_OFFERING] = { .name = SQL_SELECT_OFFERING_NAME, .named = SQL_SELECT_NAMED_OFFERING },
  [IMP_KIND_STEP] = { .name = SQL_SELECT_STEP_NAME, .named = SQL_SELECT_NAMED_STEP },
  [IMP_KIND_OUTCOME] = { .name = SQL_SELECT_OUTCOME_NAME, .named = SQL_SELECT_NAMED_OUTCOME },
  [IMP_KIND_TAGGING] = { .texts = SQL_SELECT_IRRITANT_OF_TAGGING },
  [IMP_KIND_SITE] = { .name = SQL_SELECT_SITE_NAME, .named = SQL_SELECT_NAMED_SITE },
  [IMP_KIND_DEPARTMENT] = { .name = SQL_SELECT_DEPARTMENT_NAME,
                            .named = SQL_SELECT_NAMED_DEPARTMENT },
  [IMP_KIND_PERSON] = { .name = SQL_SELECT_PERSON_NAME, .named = SQL_SELECT_NAMED_PERSON },
};

void
imp_affected_init (ImpAffected *self)
{
  self->irritants = g_hash_table_new (NULL, NULL);
  self->fixes = g_hash_table_new (NULL, NULL);
  self->fresh = g_hash_table_new (NULL, NULL);
  self->texts = g_hash_table_new (NULL, NULL);
  self->names = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

void
imp_affected_clear (ImpAffected *self)
{
  g_hash_table_unref (self->irritants);
  g_hash_table_unref (self->fixes);
  g_hash_table_unref (self->fresh);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->names);
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

static gboolean
read_name (ImpStore *store, ImpKind kind, ImpItem item, char **name, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, related[kind].name);

  imp_statement_bind_int (select, 1, item);
  *name = imp_statement_next (select) ? imp_statement_dup_text (select, 0) : NULL;
  return imp_statement_end (select, error);
}

gboolean
imp_affected_note_name (ImpAffected *self,
                        ImpStore *store,
                        ImpKind kind,
                        ImpItem item,
                        GError **error)
{
  char *name;

  if (imp_kind_get_name (kind) == NULL || related[kind].name == NULL)
    return TRUE;
  if (!read_name (store, kind, item, &name, error))
    return FALSE;
  g_hash_table_insert (self->names, GSIZE_TO_POINTER ((gsize) item), name);
  return TRUE;
}

/* What is about the item goes on saying so, but under another name. */
static gboolean
add_renamed (ImpAffected *self, ImpStore *store, ImpKind kind, ImpItem item, GError **error)
{
  const char *before = g_hash_table_lookup (self->names, GSIZE_TO_POINTER ((gsize) item));
  g_autofree char *name = NULL;

  if (related[kind].name == NULL)
    return TRUE;
  if (!read_name (store, kind, item, &name, error))
    return FALSE;
  return g_strcmp0 (name, before) == 0
         || add_all (self->texts, store, related[kind].named, item, error);
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
         && add_all (self->fixes, store, related[kind].fixes, item, error)
         && add_all (self->texts, store, related[kind].texts, item, error)
         && add_renamed (self, store, kind, item, error);
}
