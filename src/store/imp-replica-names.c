/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Laptops by their UUIDs where rows travel, by local numbers in the file. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/imp-error.h"
#include "base/imp-text.h"
#include "store/imp-merge.h"
#include "store/imp-store-private.h"

#define MAX_SHOWN 100 /* bytes of what was wrong */

static const char SQL_SELECT_REPLICA_UUID[] = "SELECT id FROM replica WHERE n = ?1";

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

static gboolean
refuse (const char *text, GError **error)
{
  g_autofree char *shown = g_strndup (text, MAX_SHOWN);
  g_autofree char *valid = imp_text_keep_valid (shown);

  g_set_error (error, IMP_ERROR, IMP_ERROR_INPUT,
               _ ("“%s” does not say which changes were seen. Ask for the file once more; "
                  "nothing was changed"),
               valid);
  return FALSE;
}

/* One "UUID:17", written as this program writes it: another spelling of the same would be passed
 * on differently, and break the chain there. */
static gboolean
parse_head (const char *named, ImpUuid *uuid, gint64 *rseq)
{
  const char *colon = strchr (named, ':');
  g_autofree char *name = colon != NULL ? g_strndup (named, (gsize) (colon - named)) : NULL;
  g_autofree char *again = NULL;
  char printed[IMP_UUID_STRING_LEN];

  if (name == NULL || !imp_uuid_parse (name, uuid)
      || !g_ascii_string_to_signed (colon + 1, 10, 0, G_MAXINT64, rseq, NULL))
    return FALSE;
  imp_uuid_print (uuid, printed);
  again = g_strdup_printf ("%s:%" G_GINT64_FORMAT, printed, *rseq);
  return g_str_equal (again, named);
}

static gboolean
localize_head (ImpStore *self, const char *named, GString *local, GError **error)
{
  ImpReplica replica;
  ImpUuid uuid;
  gint64 rseq;

  if (!parse_head (named, &uuid, &rseq))
    return refuse (named, error);
  if (!imp_replica_ensure (self, &uuid, &replica, error))
    return FALSE;
  g_string_append_printf (local, "%s%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT,
                          local->len > 0 ? "," : "", replica.rep, rseq);
  return TRUE;
}

gboolean
imp_replica_localize_heads (ImpStore *self, const char *named, char **local, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) heads = NULL;

  *local = NULL;
  if (named == NULL)
    return TRUE;
  heads = g_strsplit (named, ",", -1);
  for (guint i = 0; heads[i] != NULL; i++)
    if (!localize_head (self, heads[i], text, error))
      return FALSE;
  *local = g_string_free_and_steal (g_steal_pointer (&text));
  return TRUE;
}

gboolean
imp_replica_localize_value (ImpStore *self,
                            guint8 field,
                            const ImpValue *named,
                            ImpValue *local,
                            GError **error)
{
  *local = (ImpValue) { .type = IMP_VALUE_NONE };
  if (field != IMP_FIELD_LIFE || named->type != IMP_VALUE_TEXT)
    {
      *local = imp_value_copy (named);
      return TRUE;
    }
  local->type = IMP_VALUE_TEXT;
  return imp_replica_localize_heads (self, named->text, &local->text, error);
}
