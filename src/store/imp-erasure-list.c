/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The list of what was erased, beside the database. */
#include "config.h"

#include <string.h>

#include "store/imp-erasure.h"
#include "store/imp-forget.h"
#include "store/imp-item.h"
#include "store/imp-mentions.h"
#include "store/imp-store-private.h"

#define ENDING ".erased"

static const char SQL_SELECT_FORGETTING[] =
    "SELECT i.id, c.item FROM cell c JOIN item i ON i.n = c.item"
    " WHERE c.field = " G_STRINGIFY (IMP_FIELD_FORGET);
static const char SQL_SELECT_TEXT[] =
    "SELECT value FROM cell WHERE item = ?1 AND field = ?2 AND typeof (value) = 'text'";

/* UUIDs in words → gint64 *, the sum of 1 << field. */
static GHashTable *
list_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static gint64
list_get (GHashTable *list, const char *uuid)
{
  const gint64 *fields = g_hash_table_lookup (list, uuid);

  return fields != NULL ? *fields : 0;
}

static void
list_add (GHashTable *list, const char *uuid, gint64 fields)
{
  gint64 all = list_get (list, uuid) | fields;

  g_hash_table_replace (list, g_strdup (uuid), g_memdup2 (&all, sizeof all));
}

static char *
get_list_path (ImpStore *store)
{
  return g_strconcat (imp_connection_get_path (store->connection), ENDING, NULL);
}

/* What cannot be read, or is no such line, says nothing. */
static GHashTable *
list_load (ImpStore *store)
{
  g_autofree char *path = get_list_path (store);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GHashTable *list = list_new ();

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return list;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 2);
      ImpUuid uuid;

      if (g_strv_length (words) == 2 && imp_uuid_parse (words[0], &uuid))
        list_add (list, words[0], g_ascii_strtoll (words[1], NULL, 10));
    }
  return list;
}

static gboolean
list_save (ImpStore *store, GHashTable *list, GError **error)
{
  g_autoptr (GList) uuids = g_list_sort (g_hash_table_get_keys (list), (GCompareFunc) strcmp);
  g_autoptr (GString) text = g_string_new (NULL);

  for (GList *at = uuids; at != NULL; at = at->next)
    g_string_append_printf (text, "%s %" G_GINT64_FORMAT "\n", (char *) at->data,
                            list_get (list, at->data));
  return imp_connection_write_beside (store->connection, ENDING, text->str, error);
}

/* Adds what the database says. FALSE in *more where the list had all of it. */
static gboolean
list_join (GHashTable *list, ImpStore *store, gboolean *more, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_connection_borrow (store->connection, SQL_SELECT_FORGETTING);

  *more = FALSE;
  while (imp_statement_next (rows))
    {
      char text[IMP_UUID_STRING_LEN];
      gint64 fields;
      ImpUuid uuid;

      if (!imp_statement_get_uuid (rows, 0, &uuid, error)
          || !imp_forget_read_fields (store, imp_statement_get_int (rows, 1), &fields, error))
        return FALSE;
      imp_uuid_print (&uuid, text);
      *more |= (fields & ~list_get (list, text)) != 0;
      list_add (list, text, fields);
    }
  return imp_statement_end (rows, error);
}

gboolean
imp_erasure_keep_list (ImpStore *store, GError **error)
{
  g_autoptr (GHashTable) list = list_load (store);
  gboolean more;

  return list_join (list, store, &more, error) && (!more || list_save (store, list, error));
}

/* Erasing again */

/* An item that is listed, and that this file has not erased. */
typedef struct
{
  ImpItem item;
  ImpKind kind;
  gint64 fields;
} Missed;

static gboolean
look_up (ImpStore *store, const char *text, gint64 fields, GArray *missed, GError **error)
{
  Missed found = { .fields = fields };
  gint64 forgotten = 0;
  ImpUuid uuid;

  imp_uuid_parse (text, &uuid);
  if (!imp_item_find (store, &uuid, &found.item, &found.kind, error)
      || (found.item != 0 && !imp_forget_read_fields (store, found.item, &forgotten, error)))
    return FALSE;
  found.fields &= ~forgotten;
  if (found.item != 0 && found.fields != 0)
    g_array_append_val (missed, found);
  return TRUE;
}

static gboolean
find_missed (ImpStore *store, GHashTable *list, GArray *missed, GError **error)
{
  GHashTableIter iter;
  gpointer uuid, fields;

  g_hash_table_iter_init (&iter, list);
  while (g_hash_table_iter_next (&iter, &uuid, &fields))
    if (!look_up (store, uuid, *(const gint64 *) fields, missed, error))
      return FALSE;
  return TRUE;
}

static gboolean
compile_names (ImpStore *store, const GArray *missed, GRegex **names, GError **error)
{
  g_autoptr (GArray) persons = g_array_new (FALSE, FALSE, sizeof (ImpItem));

  for (guint i = 0; i < missed->len; i++)
    {
      const Missed *one = &g_array_index (missed, Missed, i);

      if (one->kind == IMP_KIND_PERSON)
        g_array_append_val (persons, one->item);
    }
  return imp_mentions_compile (store, (const ImpItem *) (gpointer) persons->data, persons->len,
                               names, error);
}

/* As the field is now; where it says nothing of them, its earlier values may. */
static gboolean
find_mentions (ImpStore *store,
               const Missed *missed,
               guint8 field,
               GRegex *names,
               GPtrArray *mentions,
               GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_TEXT);
  guint n_before = mentions->len;
  ImpMention *earlier;

  imp_statement_bind_int (select, 1, missed->item);
  imp_statement_bind_int (select, 2, field);
  if (imp_statement_next (select))
    {
      if (names != NULL)
        imp_mention_find (names, imp_mention_get_instead (), missed->item, missed->kind, field,
                          imp_statement_get_text (select, 0), mentions);
      if (mentions->len == n_before)
        {
          earlier = g_new0 (ImpMention, 1);
          *earlier = (ImpMention) { missed->item, missed->kind, field };
          g_ptr_array_add (mentions, earlier);
        }
    }
  return imp_statement_end (select, error);
}

static gboolean
add_missed (ImpStore *store,
            const Missed *missed,
            GRegex *names,
            ImpChanges *changes,
            GError **error)
{
  g_autoptr (GPtrArray) mentions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_mention_free);

  if (missed->kind == IMP_KIND_PERSON)
    return imp_erasure_add_person (store, missed->item, changes, error);
  for (guint8 field = 1; field < IMP_FIELD_FORGET; field++)
    if (missed->fields >> field & 1
        && !find_mentions (store, missed, field, names, mentions, error))
      return FALSE;
  return imp_erasure_add_mentions (store, mentions, changes, error);
}

static gboolean
erase_missed (ImpStore *store, const GArray *missed, GError **error)
{
  g_autoptr (ImpChanges) changes = imp_changes_new ();
  g_autoptr (GRegex) names = NULL;
  g_auto (ImpCommit) commit = { 0 };

  if (!compile_names (store, missed, &names, error))
    return FALSE;
  for (guint i = 0; i < missed->len; i++)
    if (!add_missed (store, &g_array_index (missed, Missed, i), names, changes, error))
      return FALSE;
  return imp_store_erase (store, changes, &commit, error);
}

gboolean
imp_erasure_repeat (ImpStore *store, GError **error)
{
  g_autoptr (GHashTable) list = list_load (store);
  g_autoptr (GArray) missed = g_array_new (FALSE, FALSE, sizeof (Missed));

  if (store->read_only)
    return TRUE;
  return find_missed (store, list, missed, error)
         && (missed->len == 0 || erase_missed (store, missed, error))
         && imp_erasure_keep_list (store, error);
}
