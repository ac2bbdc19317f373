/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Who this laptop is, and what laptops are called outside this file. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/imp-error.h"
#include "store/imp-merge.h"
#include "store/imp-store-private.h"

static const char SQL_SELECT_REPLICA[] = "SELECT n, applied, head FROM replica WHERE id = ?1";
static const char SQL_SELECT_REPLICA_UUID[] = "SELECT id FROM replica WHERE n = ?1";
static const char SQL_INSERT_REPLICA[] =
    "INSERT INTO replica (id, applied, pushed, head) VALUES (?1, 0, 0, zeroblob(32))";

static char *
get_identity_path (const char *path)
{
  return g_strconcat (path, ".replica", NULL);
}

/* "UUID newest-row": a database that is behind this is a restored copy and gets a new identity. */
static gboolean
read_identity (const char *database, ImpUuid *replica, gint64 *rseq)
{
  g_autofree char *path = get_identity_path (database);
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;
  words = g_strsplit_set (g_strchomp (text), " \n", 2);
  if (words[0] == NULL || !imp_uuid_parse (words[0], replica))
    return FALSE;
  *rseq = words[1] != NULL ? g_ascii_strtoll (words[1], NULL, 10) : 0;
  return TRUE;
}

gboolean
imp_replica_note (ImpStore *self, GError **error)
{
  g_autofree char *path = get_identity_path (imp_connection_get_path (self->connection));
  g_autofree char *text = NULL;
  g_autoptr (GError) local_error = NULL;
  char uuid[IMP_UUID_STRING_LEN];

  imp_uuid_print (&self->replica, uuid);
  text = g_strdup_printf ("%s %" G_GINT64_FORMAT "\n", uuid, self->rseq);
  if (g_file_set_contents_full (path, text, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &local_error))
    return TRUE;
  g_set_error (error, IMP_ERROR,
               g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOSPC)
                   ? IMP_ERROR_FULL
                   : IMP_ERROR_READ_ONLY,
               _ ("%s. Make room or change the rights of the folder"), local_error->message);
  return FALSE;
}

gboolean
imp_replica_refuse_emptied (const char *path, GError **error)
{
  ImpUuid replica;
  gint64 noted = 0;
  GStatBuf info;

  if (g_stat (path, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size > 0
      || !read_identity (path, &replica, &noted) || noted == 0)
    return TRUE;
  g_set_error (error, IMP_ERROR, IMP_ERROR_CORRUPT,
               _ ("Cannot open the backlog “%s”: the file is empty, and was not before. Restore a "
                  "backup, or delete the file to begin anew"),
               path);
  return FALSE;
}

static gboolean
find_replica (ImpStore *self, gboolean *found, GError **error)
{
  g_autoptr (ImpStatement) statement = imp_connection_borrow (self->connection, SQL_SELECT_REPLICA);
  const guint8 *head;
  gsize size;

  imp_statement_bind_blob (statement, 1, self->replica.bytes, sizeof self->replica.bytes);
  *found = imp_statement_next (statement);
  if (*found)
    {
      self->rep = imp_statement_get_int (statement, 0);
      self->rseq = CLAMP (imp_statement_get_int (statement, 1), 0, G_MAXINT64 / 2);
      head = imp_statement_get_blob (statement, 2, &size);
      memcpy (self->head, head, MIN (size, sizeof self->head));
    }
  return imp_statement_end (statement, error);
}

static gboolean
add_replica (ImpStore *self, GError **error)
{
  g_autoptr (ImpStatement) statement = imp_connection_borrow (self->connection, SQL_INSERT_REPLICA);
  gboolean found;

  self->replica = imp_uuid_new_random ();
  imp_statement_bind_blob (statement, 1, self->replica.bytes, sizeof self->replica.bytes);
  return imp_statement_run (statement, error) && find_replica (self, &found, error);
}

gboolean
imp_replica_load (ImpStore *self, GError **error)
{
  gboolean known, found = FALSE;
  gint64 noted = 0;

  known = read_identity (imp_connection_get_path (self->connection), &self->replica, &noted);
  if (known && !find_replica (self, &found, error))
    return FALSE;
  if (found && self->rseq >= noted)
    return TRUE;
  return add_replica (self, error) && imp_replica_note (self, error);
}

static gboolean
print_head (ImpStore *self, ImpHead head, GString *text, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (self->connection, SQL_SELECT_REPLICA_UUID);
  char name[IMP_UUID_STRING_LEN];
  ImpUuid uuid;

  imp_statement_bind_int (select, 1, head.rep);
  if (!imp_statement_fetch (select, error) || !imp_statement_get_uuid (select, 0, &uuid, error))
    return FALSE;
  imp_uuid_print (&uuid, name);
  g_string_append_printf (text, "%s%s:%" G_GINT64_FORMAT, text->len > 0 ? "," : "", name,
                          head.rseq);
  return TRUE;
}

gboolean
imp_replica_name_heads (ImpStore *self, const char *heads, char **named, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (ImpHead));
  g_autoptr (GString) text = g_string_new (NULL);

  *named = NULL;
  if (heads == NULL)
    return TRUE;
  if (!imp_heads_parse (heads, list))
    {
      *named = g_strdup (heads);
      return TRUE;
    }
  for (guint i = 0; i < list->len; i++)
    if (!print_head (self, g_array_index (list, ImpHead, i), text, error))
      return FALSE;
  *named = g_string_free_and_steal (g_steal_pointer (&text));
  return TRUE;
}

gboolean
imp_replica_name_value (ImpStore *self,
                        guint8 field,
                        const ImpValue *value,
                        ImpValue *named,
                        GError **error)
{
  *named = (ImpValue) { .type = IMP_VALUE_NONE };
  if (field != IMP_FIELD_LIFE || value->type != IMP_VALUE_TEXT)
    {
      *named = imp_value_copy (value);
      return TRUE;
    }
  named->type = IMP_VALUE_TEXT;
  return imp_replica_name_heads (self, value->text, &named->text, error);
}
