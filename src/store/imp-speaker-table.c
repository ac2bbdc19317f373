/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Reading who can have said something. */
#include "config.h"

#include "store/imp-speaker-table.h"

#include "base/imp-text.h"
#include "store/imp-overview-table.h"
#include "store/imp-store-private.h"

#define MAX_DEPARTMENTS 3 /* beside people */

static const char SQL_FIND_PEOPLE[] =
    "SELECT n FROM person WHERE instr (folded, ?1) > 0"
    " ORDER BY instr (' ' || folded, ' ' || ?1) = 0,"
    " ?2 <> '' AND site IS NOT (SELECT min (n) FROM site WHERE folded = ?2), folded, name, n"
    " LIMIT ?3";
static const char SQL_SELECT_PERSON[] =
    "SELECT p.name, d.name, s.name FROM person p LEFT JOIN department d ON d.n = p.department"
    " LEFT JOIN site s ON s.n = p.site WHERE p.n = ?1";
static const char SQL_SELECT_IS_PERSON[] =
    "SELECT EXISTS (SELECT 1 FROM person WHERE n = ?1 AND folded = ?2)";

static gboolean
find_people (ImpStore *store,
             const char *text,
             const char *site,
             guint limit,
             GArray *people,
             GError **error)
{
  g_autoptr (ImpStatement) rows = imp_connection_borrow (store->connection, SQL_FIND_PEOPLE);
  g_autofree char *folded = imp_text_fold (text);
  g_autofree char *folded_site = imp_text_fold (site != NULL ? site : "");

  imp_statement_bind_text (rows, 1, folded);
  imp_statement_bind_text (rows, 2, folded_site);
  imp_statement_bind_int (rows, 3, limit);
  while (imp_statement_next (rows))
    g_array_append_val (people, (ImpItem) { imp_statement_get_int (rows, 0) });
  return imp_statement_end (rows, error);
}

static gboolean
add_person (ImpStore *store, ImpItem person, GPtrArray *speakers, GError **error)
{
  g_autoptr (ImpStatement) row = imp_connection_borrow (store->connection, SQL_SELECT_PERSON);
  ImpSpeaker *speaker;

  imp_statement_bind_int (row, 1, person);
  if (!imp_statement_fetch (row, error))
    return FALSE;
  speaker = g_new (ImpSpeaker, 1);
  *speaker = (ImpSpeaker) { person, g_strdup (imp_statement_get_text (row, 0)),
                            g_strdup (imp_statement_get_text (row, 1)),
                            g_strdup (imp_statement_get_text (row, 2)) };
  g_ptr_array_add (speakers, speaker);
  return TRUE;
}

static gboolean
add_people (ImpStore *store,
            const char *text,
            const char *site,
            guint limit,
            GPtrArray *speakers,
            GError **error)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (ImpItem));

  if (!find_people (store, text, site, limit, people, error))
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    if (!add_person (store, g_array_index (people, ImpItem, i), speakers, error))
      return FALSE;
  return TRUE;
}

static void
add_departments (char **names, GPtrArray *speakers)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      ImpSpeaker *speaker = g_new0 (ImpSpeaker, 1);

      speaker->department = g_strdup (names[i]);
      g_ptr_array_add (speakers, speaker);
    }
}

gboolean
imp_store_read_speakers (ImpStore *store,
                         const char *text,
                         const char *site,
                         guint limit,
                         GPtrArray *speakers,
                         GError **error)
{
  g_autofree char *named = imp_speaker_parse_department (text);
  const char *department = named != NULL                            ? named
                           : imp_speaker_may_become_somebody (text) ? ""
                                                                    : text;
  g_auto (GStrv) departments = imp_store_read_names (
      store, IMP_KIND_DEPARTMENT, department, named != NULL ? limit : MAX_DEPARTMENTS, error);

  if (departments == NULL
      || (named == NULL
          && !add_people (store, text, site, limit - g_strv_length (departments), speakers, error)))
    return FALSE;
  add_departments (departments, speakers);
  return TRUE;
}

gboolean
imp_store_is_person (ImpStore *store,
                     ImpItem item,
                     const char *name,
                     gboolean *is_person,
                     GError **error)
{
  g_autoptr (ImpStatement) row = imp_connection_borrow (store->connection, SQL_SELECT_IS_PERSON);
  g_autofree char *folded = imp_text_fold (name);

  imp_statement_bind_int (row, 1, item);
  imp_statement_bind_text (row, 2, folded);
  if (!imp_statement_fetch (row, error))
    return FALSE;
  *is_person = imp_statement_get_int (row, 0) != 0;
  return TRUE;
}
