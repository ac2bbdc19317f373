/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The rows of irritants by number: those somebody holds, and the last ones made. */
#include "config.h"

#include "backlog/imp-irritant-cache.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "backlog/imp-backlog-private.h"
#include "backlog/imp-irritant-answer.h"
#include "backlog/imp-irritant-answer.h"
#include "backlog/imp-irritant-row.h"

#define KEPT_ROWS 4096

struct _ImpIrritantCache
{
  GObject parent_instance;

  ImpBacklog *backlog;
  GHashTable *rows;   /* ImpItem → ImpIrritantRow, not owned; a row takes itself out */
  GPtrArray *kept;    /* owned rows: the last ones that were made */
  guint next_kept;    /* a ring */
  GHashTable *wanted; /* items to load in the next idle moment */
  guint load_source;
  ImpSearch *search; /* may be NULL */
  guint generation;  /* of the search */
};

/* Data of a task. */
typedef struct
{
  GArray *ids; /* of guint32 */
  ImpSearch *search;
} Wanted;

G_DEFINE_FINAL_TYPE (ImpIrritantCache, imp_irritant_cache, G_TYPE_OBJECT)

static void
row_gone_cb (gpointer data, GObject *row)
{
  ImpIrritantCache *self = data;

  g_hash_table_remove (
      self->rows, GSIZE_TO_POINTER ((gsize) imp_irritant_row_get_item ((ImpIrritantRow *) row)));
}

/* NULL where it has no row. */
static ImpIrritantRow *
find_row (ImpIrritantCache *self, ImpItem irritant)
{
  return g_hash_table_lookup (self->rows, GSIZE_TO_POINTER ((gsize) irritant));
}

static void
keep_row (ImpIrritantCache *self, ImpIrritantRow *row)
{
  if (self->kept->len < KEPT_ROWS)
    {
      g_ptr_array_add (self->kept, row);
      return;
    }
  g_object_unref (self->kept->pdata[self->next_kept]);
  self->kept->pdata[self->next_kept] = row;
  self->next_kept = (self->next_kept + 1) % KEPT_ROWS;
}

static ImpIrritantRow *
make_row (ImpIrritantCache *self, guint32 irritant)
{
  ImpIrritantRow *row = imp_irritant_row_new (irritant);

  g_hash_table_insert (self->rows, GSIZE_TO_POINTER ((gsize) irritant), row);
  g_object_weak_ref (G_OBJECT (row), row_gone_cb, self);
  imp_irritant_row_set_generation (row, self->generation);
  keep_row (self, row);
  return row;
}

/* Takes the data out of the array. */
static void
fill_rows (ImpIrritantCache *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const ImpIrritantData *loaded = rows->pdata[i];
      ImpIrritantRow *row = find_row (self, loaded->item);

      if (row != NULL)
        imp_irritant_row_take_data (row, g_steal_pointer (&rows->pdata[i]));
    }
}

static void
wanted_free (gpointer data)
{
  Wanted *self = data;

  g_array_unref (self->ids);
  g_clear_pointer (&self->search, imp_search_unref);
  g_free (self);
}

static void
load_in_db (GTask *task, ImpStore *store)
{
  const Wanted *wanted = g_task_get_task_data (task);
  GError *error = NULL;
  GPtrArray *rows =
      imp_irritant_rows_read_in_db (store, (const guint32 *) (gpointer) wanted->ids->data,
                                    wanted->ids->len, wanted->search, &error);

  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpIrritantCache) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = g_task_propagate_pointer (G_TASK (result), &error);

  if (rows != NULL)
    fill_rows (self, rows);
  else
    imp_backlog_report (self->backlog, _ ("Cannot show the irritants"), error);
}

/* Takes over `ids`. */
static void
load (ImpIrritantCache *self, GArray *ids)
{
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted) { ids, imp_search_ref (self->search) };
  imp_backlog_push (self->backlog,
                    imp_backlog_new_task (self->backlog, load, wanted, wanted_free, NULL, loaded_cb,
                                          g_object_ref (self)),
                    load_in_db);
}

static GArray *
list_keys (GHashTable *set)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (guint32), g_hash_table_size (set));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint32 id = GPOINTER_TO_UINT (key);

      g_array_append_val (ids, id);
    }
  return ids;
}

static gboolean
load_cb (gpointer data)
{
  ImpIrritantCache *self = data;

  self->load_source = 0;
  load (self, list_keys (self->wanted));
  g_hash_table_remove_all (self->wanted);
  return G_SOURCE_REMOVE;
}

/* When the view has asked for all rows it wants, so that they are one question. By number: a
 * position may mean another irritant by then. */
static void
want (ImpIrritantCache *self, guint32 id)
{
  g_hash_table_add (self->wanted, GUINT_TO_POINTER (id));
  if (self->load_source == 0)
    self->load_source = g_idle_add_full (G_PRIORITY_DEFAULT, load_cb, self, NULL);
}

static void
imp_irritant_cache_finalize (GObject *object)
{
  ImpIrritantCache *self = IMP_IRRITANT_CACHE (object);
  GHashTableIter iter;
  gpointer row;

  g_clear_handle_id (&self->load_source, g_source_remove);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_object_weak_unref (row, row_gone_cb, self);
  g_ptr_array_unref (self->kept);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->wanted);
  g_clear_pointer (&self->search, imp_search_unref);
  g_clear_object (&self->backlog);
  G_OBJECT_CLASS (imp_irritant_cache_parent_class)->finalize (object);
}

static void
imp_irritant_cache_class_init (ImpIrritantCacheClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = imp_irritant_cache_finalize;
}

static void
imp_irritant_cache_init (ImpIrritantCache *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  self->kept = g_ptr_array_new_with_free_func (g_object_unref);
  self->wanted = g_hash_table_new (NULL, NULL);
}

ImpIrritantCache *
imp_irritant_cache_new (ImpBacklog *backlog)
{
  ImpIrritantCache *self = g_object_new (IMP_TYPE_IRRITANT_CACHE, NULL);

  self->backlog = g_object_ref (backlog);
  return self;
}

ImpIrritantRow *
imp_irritant_cache_get (ImpIrritantCache *self, guint32 irritant)
{
  ImpIrritantRow *row = find_row (self, irritant);

  if (row == NULL || imp_irritant_row_set_generation (row, self->generation))
    want (self, irritant);
  return row != NULL ? row : make_row (self, irritant);
}

void
imp_irritant_cache_set_search (ImpIrritantCache *self, ImpSearch *search)
{
  if (self->search == NULL && search == NULL)
    return;
  g_clear_pointer (&self->search, imp_search_unref);
  self->search = imp_search_ref (search);
  self->generation++;
}

void
imp_irritant_cache_take (ImpIrritantCache *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const ImpIrritantData *loaded = rows->pdata[i];
      ImpIrritantRow *row = find_row (self, loaded->item);

      if (row == NULL)
        make_row (self, (guint32) loaded->item);
      else
        imp_irritant_row_set_generation (row, self->generation);
    }
  fill_rows (self, rows);
}

void
imp_irritant_cache_reload (ImpIrritantCache *self)
{
  g_ptr_array_set_size (self->kept, 0);
  self->next_kept = 0;
  load (self, list_keys (self->rows));
}

/* A bit for each irritant that has a row, by its number. */
static GByteArray *
mark_rows (ImpIrritantCache *self)
{
  GByteArray *marks = g_byte_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint id = GPOINTER_TO_UINT (key), had = marks->len;

      if (id / 8 >= had)
        {
          g_byte_array_set_size (marks, id / 4 + 64);
          memset (marks->data + had, 0, marks->len - had);
        }
      marks->data[id / 8] |= (guint8) (1 << id % 8);
    }
  return marks;
}

void
imp_irritant_cache_visit (ImpIrritantCache *self,
                          const GArray *items,
                          void (*func) (ImpIrritantRow *row, guint position, gpointer data),
                          gpointer data)
{
  g_autoptr (GByteArray) marks = mark_rows (self);

  for (guint i = 0; i < items->len; i++)
    {
      guint32 id = g_array_index (items, guint32, i);

      if (id / 8 < marks->len && (marks->data[id / 8] & 1 << id % 8))
        func (find_row (self, id), i, data);
    }
}
