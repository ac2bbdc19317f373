/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Rows that are written down anew under other laptops, and what they refer to. */
#include "config.h"

#include "store/imp-salvage-moved.h"

#include <string.h>

/* Rows that follow each other there and here. */
typedef struct
{
  gint64 from, to, n;
} Run;

typedef struct
{
  ImpUuid id, to;
  GArray *runs; /* of Run */
} Laptop;

static void
laptop_free (gpointer data)
{
  Laptop *laptop = data;

  g_array_unref (laptop->runs);
  g_free (laptop);
}

void
imp_moved_init (ImpMoved *self)
{
  self->laptops = g_ptr_array_new_with_free_func (laptop_free);
}

void
imp_moved_clear (ImpMoved *self)
{
  g_ptr_array_unref (self->laptops);
}

static const Laptop *
find_laptop (const ImpMoved *self, const ImpUuid *id)
{
  for (guint i = 0; i < self->laptops->len; i++)
    {
      const Laptop *laptop = self->laptops->pdata[i];

      if (imp_uuid_equal (&laptop->id, id))
        return laptop;
    }
  return NULL;
}

static Laptop *
get_last (const ImpMoved *self)
{
  return self->laptops->pdata[self->laptops->len - 1];
}

void
imp_moved_begin (ImpMoved *self, const ImpUuid *id, ImpUuid *to)
{
  Laptop *laptop = g_new (Laptop, 1);

  *to = imp_uuid_new_random ();
  *laptop = (Laptop) { *id, *to, g_array_new (FALSE, FALSE, sizeof (Run)) };
  g_ptr_array_add (self->laptops, laptop);
}

void
imp_moved_add (ImpMoved *self, gint64 from, gint64 rseq)
{
  GArray *runs = get_last (self)->runs;
  Run *last = runs->len > 0 ? &g_array_index (runs, Run, runs->len - 1) : NULL;
  const Run run = { from, rseq, 1 };

  if (last != NULL && last->from + last->n == from && last->to + last->n == rseq)
    last->n++;
  else
    g_array_append_val (runs, run);
}

/* Where the newest row up to `rseq` is now; 0: none has moved. *exact: it is that very row. */
static gint64
find_moved (const Laptop *laptop, gint64 rseq, gboolean *exact)
{
  gint64 found = 0;

  *exact = FALSE;
  for (guint i = 0; i < laptop->runs->len; i++)
    {
      const Run *run = &g_array_index (laptop->runs, Run, i);

      if (run->from > rseq)
        break;
      *exact = rseq < run->from + run->n;
      found = run->to + MIN (rseq - run->from, run->n - 1);
    }
  return found;
}

static void
add_head (GString *heads, const char *named)
{
  g_string_append_printf (heads, "%s%s", heads->len > 0 ? "," : "", named);
}

static void
add_moved (const Laptop *laptop, gint64 rseq, GString *heads)
{
  char name[IMP_UUID_STRING_LEN];
  g_autofree char *head = NULL;

  imp_uuid_print (&laptop->to, name);
  head = g_strdup_printf ("%s:%" G_GINT64_FORMAT, name, rseq);
  add_head (heads, head);
}

/* One "UUID:17" as it is to be named now. What somebody had seen of a laptop (`vector`) is what
 * stands there still, and what has moved from there. */
static void
turn_head (const ImpMoved *self, const char *named, gboolean vector, GString *heads)
{
  const char *colon = strchr (named, ':');
  g_autofree char *name = g_strndup (named, colon != NULL ? (gsize) (colon - named) : 0);
  const Laptop *laptop = NULL;
  gboolean exact = FALSE;
  gint64 moved = 0;
  ImpUuid id;

  if (colon != NULL && imp_uuid_parse (name, &id))
    laptop = find_laptop (self, &id);
  if (laptop != NULL)
    moved = find_moved (laptop, g_ascii_strtoll (colon + 1, NULL, 10), &exact);
  if (vector || !exact)
    add_head (heads, named);
  if (moved > 0 && (vector || exact))
    add_moved (laptop, moved, heads);
}

static char *
turn_heads (const ImpMoved *self, const char *named, gboolean vector)
{
  g_auto (GStrv) each = g_strsplit (named, ",", -1);
  GString *heads = g_string_new (NULL);

  for (guint i = 0; each[i] != NULL; i++)
    turn_head (self, each[i], vector, heads);
  return g_string_free_and_steal (heads);
}

/* Who deleted an item had seen its rows where they were: with another value comes another hash. */
static void
turn_vector (const ImpMoved *self, ImpRow *row)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  char *turned = turn_heads (self, row->value.text, TRUE);

  imp_value_clear (&row->value);
  row->value = (ImpValue) { IMP_VALUE_TEXT, .text = turned };
  imp_value_hash (sum, row->salt, &row->value, NULL, row->vhash);
}

void
imp_moved_turn (ImpMoved *self, ImpRow *row)
{
  g_autofree char *base = row->base;

  row->base = base != NULL ? turn_heads (self, base, FALSE) : NULL;
  if (row->field == IMP_FIELD_LIFE && row->value.type == IMP_VALUE_TEXT && !row->erased)
    turn_vector (self, row);
}
