/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who is at a site, and which departments there were not heard for long. */
#include "config.h"

#include "store/imp-unheard-table.h"

#include "store/imp-store-private.h"

/* Each gives: a person, a department, when they were heard last. Who is thanked said nothing. */
static const char SQL_SELECT_HEARD_BY_REPORTS[] =
    "SELECT person, department, max (date) FROM report WHERE site = ?1"
    " GROUP BY person, department";
static const char SQL_SELECT_HEARD_BY_OBSERVATIONS[] =
    "SELECT o.person, o.department, o.date FROM round v JOIN observation o ON o.round = v.n"
    " WHERE v.site = ?1 AND o.sort <> 3";
G_STATIC_ASSERT (IMP_OBSERVATION_THANKS == 3);
static const char SQL_SELECT_COLLEAGUES[] =
    "SELECT n, department, site FROM person WHERE coalesce (in_it, 0) = 0"
    " AND (site = ?1 OR site IS NULL)";
static const char SQL_SELECT_DEPARTMENT[] = "SELECT name FROM department WHERE n = ?1";

/* When each was heard at the site; sets from ImpItem to days as pointers. */
typedef struct
{
  GHashTable *persons, *departments;
} Heard;

static gpointer
to_key (ImpItem item)
{
  return GSIZE_TO_POINTER ((gsize) item);
}

/* IMP_DATE_NONE: never. */
static ImpDate
look_up (GHashTable *days, ImpItem item)
{
  gpointer day;

  return g_hash_table_lookup_extended (days, to_key (item), NULL, &day) ? GPOINTER_TO_INT (day)
                                                                        : IMP_DATE_NONE;
}

static void
note (GHashTable *days, ImpItem item, ImpDate day)
{
  if (item != 0)
    g_hash_table_insert (days, to_key (item), GINT_TO_POINTER (MAX (look_up (days, item), day)));
}

static gboolean
note_heard (ImpStore *store, const char *sql, ImpItem site, Heard *heard, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, sql);

  imp_statement_bind_int (select, 1, site);
  while (imp_statement_next (select))
    {
      const ImpDate day = imp_statement_get_date (select, 2);

      note (heard->persons, imp_statement_get_int (select, 0), day);
      note (heard->departments, imp_statement_get_int (select, 1), day);
    }
  return imp_statement_end (select, error);
}

static ImpUnheard *
ensure (GHashTable *all, ImpItem department, ImpDate last)
{
  ImpUnheard *unheard = g_hash_table_lookup (all, to_key (department));

  if (unheard != NULL)
    return unheard;
  unheard = g_new0 (ImpUnheard, 1);
  unheard->department = department;
  unheard->last = last;
  g_hash_table_insert (all, to_key (department), unheard);
  return unheard;
}

static void
add_colleague (ImpBriefing *briefing, GHashTable *all, const Heard *heard, ImpStatement *row)
{
  const ImpItem person = imp_statement_get_int (row, 0);
  const ImpItem department = imp_statement_get_int (row, 1);
  const gboolean is_here = !imp_statement_is_null (row, 2);
  ImpUnheard *unheard;

  if (!is_here && !g_hash_table_contains (heard->persons, to_key (person)))
    return;
  briefing->n_colleagues++;
  if (department == 0)
    return;
  unheard = ensure (all, department, look_up (heard->departments, department));
  unheard->n_people++;
  unheard->last = MAX (unheard->last, look_up (heard->persons, person));
}

static gboolean
read_colleagues (ImpStore *store,
                 ImpItem site,
                 ImpBriefing *briefing,
                 GHashTable *all,
                 const Heard *heard,
                 GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_COLLEAGUES);

  imp_statement_bind_int (select, 1, site);
  while (imp_statement_next (select))
    add_colleague (briefing, all, heard, select);
  briefing->n_departments = g_hash_table_size (all);
  return imp_statement_end (select, error);
}

/* NULL: it is gone. */
static gboolean
read_name (ImpStore *store, ImpItem department, char **name, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, SQL_SELECT_DEPARTMENT);

  imp_statement_bind_int (select, 1, department);
  *name = imp_statement_next (select) ? imp_statement_dup_text (select, 0) : NULL;
  return imp_statement_end (select, error);
}

static gboolean
collect (ImpStore *store, GHashTable *all, GPtrArray *unheard, GError **error)
{
  const ImpDate long_ago = imp_store_get_today (store) - IMP_BRIEFING_SILENT_DAYS;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      ImpUnheard *line = value;

      if (line->last > long_ago)
        continue;
      if (!read_name (store, line->department, &line->name, error))
        return FALSE;
      if (line->name == NULL)
        continue;
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (unheard, line);
    }
  return TRUE;
}

/* Never is before every day. */
static gint
compare_unheard (gconstpointer a, gconstpointer b)
{
  const ImpUnheard *one = a, *other = b;

  if (one->last != other->last)
    return one->last < other->last ? -1 : 1;
  return g_utf8_collate (one->name, other->name);
}

gboolean
imp_store_read_unheard (ImpStore *store, ImpItem site, ImpBriefing *briefing, GError **error)
{
  g_autoptr (GHashTable) persons = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) departments = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) all =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) imp_unheard_free);
  Heard heard = { persons, departments };

  if (!note_heard (store, SQL_SELECT_HEARD_BY_REPORTS, site, &heard, error)
      || !note_heard (store, SQL_SELECT_HEARD_BY_OBSERVATIONS, site, &heard, error)
      || !read_colleagues (store, site, briefing, all, &heard, error)
      || !collect (store, all, briefing->unheard, error))
    return FALSE;
  g_ptr_array_sort_values (briefing->unheard, compare_unheard);
  return TRUE;
}
