/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Which writes of a file are here already, and as which rows. */
#include "config.h"

#include "store/imp-passed-writes.h"

#include <string.h>

/* Without a gap, so that its bytes can be compared. */
typedef struct
{
  ImpUuid item;
  gint64 field, hlc;
  guint8 mark[IMP_SALT_SIZE]; /* its salt; of what is erased, the hash of the value */
} Write;

G_STATIC_ASSERT (IMP_SALT_SIZE == IMP_VHASH_SIZE);

typedef struct
{
  ImpUuid replica;
  gint64 rseq;
} Origin;

static int
compare_writes (gconstpointer a, gconstpointer b, gpointer data)
{
  return memcmp (a, b, sizeof (Write));
}

static int
compare_origins (gconstpointer a, gconstpointer b, gpointer data)
{
  return memcmp (a, b, sizeof (Origin));
}

void
imp_passed_writes_init (ImpPassedWrites *self)
{
  self->writes = g_tree_new_full (compare_writes, NULL, g_free, g_free);
  self->origins = g_tree_new_full (compare_origins, NULL, g_free, g_free);
  self->seen = g_tree_new_full (compare_origins, NULL, g_free, NULL);
}

void
imp_passed_writes_clear (ImpPassedWrites *self)
{
  g_tree_unref (self->writes);
  g_tree_unref (self->origins);
  g_tree_unref (self->seen);
}

static Write
get_write (const ImpRow *row, const guint8 *mark)
{
  Write write = { .item = row->item, .field = row->field, .hlc = row->hlc };

  memcpy (write.mark, mark, sizeof write.mark);
  return write;
}

/* The first row of a write is the one that is meant by it. */
static void
note (ImpPassedWrites *self, const ImpRow *row, const guint8 *mark, const ImpPlace *place)
{
  Write write = get_write (row, mark);

  if (g_tree_lookup (self->writes, &write) == NULL)
    g_tree_insert (self->writes, g_memdup2 (&write, sizeof write),
                   g_memdup2 (place, sizeof *place));
}

static void
note_write (ImpPassedWrites *self, const ImpRow *row, const ImpPlace *place)
{
  if (!row->erased)
    note (self, row, row->salt, place);
  note (self, row, row->vhash, place);
}

static void
note_origin (ImpPassedWrites *self, const ImpRow *row, const ImpPlace *place)
{
  const Origin origin = { row->replica, row->rseq };

  g_tree_replace (self->origins, g_memdup2 (&origin, sizeof origin),
                  g_memdup2 (place, sizeof *place));
}

gboolean
imp_passed_writes_load (ImpPassedWrites *self, ImpStore *store, ImpItem item, GError **error)
{
  g_autoptr (ImpStatement) rows = imp_journal_select_of_item (store, item);

  while (imp_statement_next (rows))
    {
      g_autoptr (ImpRow) row = NULL;
      ImpUuid replica;

      if (!imp_statement_get_uuid (rows, IMP_JOURNAL_REPLICA, &replica, error)
          || (row = imp_journal_read (store, rows, &replica, error)) == NULL)
        return FALSE;
      note_write (self, row, &(ImpPlace) { replica, row->rseq, row->reference });
    }
  return imp_statement_end (rows, error);
}

const ImpPlace *
imp_passed_writes_find (ImpPassedWrites *self, const ImpRow *row)
{
  const ImpPlace *place = NULL;
  Write write = get_write (row, row->salt);

  if (!row->erased)
    place = g_tree_lookup (self->writes, &write);
  if (place == NULL)
    {
      write = get_write (row, row->vhash);
      place = g_tree_lookup (self->writes, &write);
    }
  if (place != NULL)
    note_origin (self, row, place);
  return place;
}

void
imp_passed_writes_add (ImpPassedWrites *self, const ImpRow *row, const ImpPlace *place)
{
  note_write (self, row, place);
  note_origin (self, row, place);
}

/* "UUID:17" */
static gboolean
parse_head (const char *named, Origin *origin)
{
  const char *colon = strchr (named, ':');
  g_autofree char *name = colon != NULL ? g_strndup (named, (gsize) (colon - named)) : NULL;

  return name != NULL && imp_uuid_parse (name, &origin->replica)
         && g_ascii_string_to_signed (colon + 1, 10, 0, G_MAXINT64, &origin->rseq, NULL);
}

void
imp_passed_writes_see (ImpPassedWrites *self, const ImpRow *row)
{
  g_auto (GStrv) heads = g_strsplit (row->base != NULL ? row->base : "", ",", -1);
  Origin origin;

  for (guint i = 0; heads[i] != NULL; i++)
    if (parse_head (heads[i], &origin))
      g_tree_insert (self->seen, g_memdup2 (&origin, sizeof origin), NULL);
}

gboolean
imp_passed_writes_is_past (const ImpPassedWrites *self, const ImpRow *row)
{
  const Origin origin = { row->replica, row->rseq };

  return g_tree_lookup_extended (self->seen, &origin, NULL, NULL);
}

/* What stands in no file may still be here, where laptops share their rows. */
static gboolean
find_place (ImpPassedWrites *self,
            ImpStore *store,
            const Origin *origin,
            ImpPlace *place,
            gboolean *found,
            GError **error)
{
  const ImpPlace *passed = g_tree_lookup (self->origins, origin);
  ImpReplica replica;

  *found = passed != NULL;
  if (passed != NULL)
    {
      *place = *passed;
      return TRUE;
    }
  if (!imp_replica_find (store, &origin->replica, &replica, error))
    return FALSE;
  *found = replica.rep != 0 && origin->rseq <= replica.rseq;
  *place = (ImpPlace) { .replica = origin->replica, .rseq = origin->rseq };
  return TRUE;
}

static void
add_head (GString *heads, const ImpPlace *place)
{
  char name[IMP_UUID_STRING_LEN];

  imp_uuid_print (&place->replica, name);
  g_string_append_printf (heads, "%s%s:%" G_GINT64_FORMAT, heads->len > 0 ? "," : "", name,
                          place->rseq);
}

/* What is no head stays, for the admission to refuse. */
static gboolean
turn_head (ImpPassedWrites *self,
           ImpStore *store,
           const char *named,
           GString *heads,
           GError **error)
{
  gboolean found;
  ImpPlace place;
  Origin origin;

  if (!parse_head (named, &origin))
    {
      g_string_append_printf (heads, "%s%s", heads->len > 0 ? "," : "", named);
      return TRUE;
    }
  if (!find_place (self, store, &origin, &place, &found, error))
    return FALSE;
  if (found)
    add_head (heads, &place);
  return TRUE;
}

gboolean
imp_passed_writes_turn_base (ImpPassedWrites *self,
                             ImpStore *store,
                             const char *base,
                             char **turned,
                             GError **error)
{
  g_auto (GStrv) each = g_strsplit (base != NULL ? base : "", ",", -1);
  g_autoptr (GString) heads = g_string_new (NULL);

  *turned = NULL;
  for (guint i = 0; each[i] != NULL; i++)
    if (!turn_head (self, store, each[i], heads, error))
      return FALSE;
  if (heads->len > 0)
    *turned = g_string_free_and_steal (g_steal_pointer (&heads));
  return TRUE;
}
