/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The lazy list of irritants: ids in order, rows when they are asked for. */
#include "config.h"

#include "backlog/imp-irritant-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "backlog/imp-backlog-private.h"
#include "backlog/imp-irritant-row.h"
#include "store/imp-irritant-table.h"

#define KEPT_ROWS 4096

/* A long answer is shown in steps: what fits a window at once, with its content; more when typing
 * pauses; all when a view has as many rows as it makes widgets for. GTK makes two hundred for any
 * long list, which takes a tenth of a second: a few in each frame hold nothing up. */
#define LONG_ANSWER 128
#define FIRST_ROWS  24
#define MORE_ROWS   32
#define ENOUGH_ROWS 224
#define PAUSE_MS    300
#define FRAME_MS    16

/* What changes an order or a row. */
#define RELEVANT_KINDS                                                                             \
  (1u << IMP_KIND_IRRITANT | 1u << IMP_KIND_REPORT | 1u << IMP_KIND_FIX | 1u << IMP_KIND_REMOVAL   \
   | 1u << IMP_KIND_CONFIRMATION | 1u << IMP_KIND_OFFERING | 1u << IMP_KIND_SITE)

struct _ImpIrritantList
{
  GObject parent_instance;

  ImpBacklog *backlog;
  guint states;
  ImpOrder order;
  char *search;

  ImpRanking *ranking;
  ImpRanking *coming;  /* the whole answer, while only its beginning is shown */
  guint coming_shown;  /* how many of the new rows that is, */
  guint coming_begin;  /* where the rest begins, */
  guint coming_length; /* and how many rows it is */
  guint coming_source;
  guint n_found;
  GHashTable *rows;   /* ImpItem → ImpIrritantRow, not owned; a row takes itself out */
  GPtrArray *kept;    /* owned rows: the last ones that were made */
  guint next_kept;    /* a ring */
  GHashTable *wanted; /* items to load in the next idle moment */
  guint load_source;
  GCancellable *question; /* the ranking that is under way */
};

static void imp_irritant_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ImpIrritantList,
                               imp_irritant_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      imp_irritant_list_model_init))

enum
{
  PROP_0,
  PROP_LOADING,
  PROP_N_RANKED,
  PROP_N_FOUND,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static guint32
get_id (ImpIrritantList *self, guint position)
{
  return g_array_index (self->ranking->items, guint32, position);
}

static guint
get_n_items (ImpIrritantList *self)
{
  return self->ranking != NULL ? self->ranking->items->len : 0;
}

static guint
get_rank (const ImpRanking *ranking, guint position)
{
  return ranking->ranks != NULL ? g_array_index (ranking->ranks, guint32, position) : position + 1;
}

static void
row_gone_cb (gpointer data, GObject *row)
{
  ImpIrritantList *self = data;

  g_hash_table_remove (
      self->rows, GSIZE_TO_POINTER ((gsize) imp_irritant_row_get_item ((ImpIrritantRow *) row)));
}

/* Loads: ids go to the database thread, their data comes back. */

static void
free_data (gpointer data)
{
  g_clear_pointer ((ImpIrritantData **) &data, imp_irritant_data_free); /* taken ones are NULL */
}

static void
load_in_db (GTask *task, ImpStore *store)
{
  const GArray *ids = g_task_get_task_data (task);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_data);
  GError *error = NULL;

  if (imp_store_read_irritants (store, (const guint32 *) (gpointer) ids->data, ids->len, rows,
                                &error))
    g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* Takes the data out of the array. */
static void
fill_rows (ImpIrritantList *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      ImpIrritantData *loaded = rows->pdata[i];
      ImpIrritantRow *row =
          g_hash_table_lookup (self->rows, GSIZE_TO_POINTER ((gsize) loaded->item));

      if (row != NULL)
        imp_irritant_row_take_data (row, g_steal_pointer (&rows->pdata[i]));
    }
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpIrritantList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = g_task_propagate_pointer (G_TASK (result), &error);

  if (rows != NULL)
    fill_rows (self, rows);
  else
    imp_backlog_report (self->backlog, _ ("Cannot show the irritants"), error);
}

/* Takes over `ids`. */
static void
load (ImpIrritantList *self, GArray *ids)
{
  imp_backlog_push (self->backlog,
                    imp_backlog_new_task (self->backlog, load, ids, (GDestroyNotify) g_array_unref,
                                          NULL, loaded_cb, g_object_ref (self)),
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
  ImpIrritantList *self = data;

  self->load_source = 0;
  load (self, list_keys (self->wanted));
  g_hash_table_remove_all (self->wanted);
  return G_SOURCE_REMOVE;
}

/* When the view has asked for all rows it wants, so that they are one question. By number: a
 * position may mean another irritant by then. */
static void
want (ImpIrritantList *self, guint32 id)
{
  g_hash_table_add (self->wanted, GUINT_TO_POINTER (id));
  if (self->load_source == 0)
    self->load_source = g_idle_add_full (G_PRIORITY_DEFAULT, load_cb, self, NULL);
}

static void
keep_row (ImpIrritantList *self, ImpIrritantRow *row)
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
make_row (ImpIrritantList *self, guint32 id)
{
  ImpIrritantRow *row = imp_irritant_row_new (id);

  g_hash_table_insert (self->rows, GSIZE_TO_POINTER ((gsize) id), row);
  g_object_weak_ref (G_OBJECT (row), row_gone_cb, self);
  keep_row (self, row);
  return row;
}

static GType
list_model_get_item_type (GListModel *model)
{
  return IMP_TYPE_IRRITANT_ROW;
}

static guint
list_model_get_n_items (GListModel *model)
{
  return get_n_items (IMP_IRRITANT_LIST (model));
}

static gpointer
list_model_get_item (GListModel *model, guint position)
{
  ImpIrritantList *self = IMP_IRRITANT_LIST (model);
  ImpIrritantRow *row;
  guint32 id;

  if (position >= get_n_items (self))
    return NULL;
  id = get_id (self, position);
  row = g_hash_table_lookup (self->rows, GSIZE_TO_POINTER ((gsize) id));
  if (row == NULL)
    {
      row = make_row (self, id);
      want (self, id);
    }
  imp_irritant_row_set_rank (row, get_rank (self->ranking, position));
  return g_object_ref (row);
}

static void
imp_irritant_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

/* Rankings: the answer to a question replaces the one before as one change. */

static guint
count_common_beginning (const GArray *a, const GArray *b)
{
  guint n = 0;

  while (n < a->len && n < b->len && g_array_index (a, guint32, n) == g_array_index (b, guint32, n))
    n++;
  return n;
}

static guint
count_common_end (const GArray *a, const GArray *b, guint beginning)
{
  guint n = 0;

  while (n < a->len - beginning && n < b->len - beginning
         && g_array_index (a, guint32, a->len - 1 - n)
                == g_array_index (b, guint32, b->len - 1 - n))
    n++;
  return n;
}

/* A bit for each irritant that has a row, by its number. */
static GByteArray *
mark_rows (ImpIrritantList *self)
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

static void
refresh_ranks (ImpIrritantList *self)
{
  g_autoptr (GByteArray) marks = mark_rows (self);
  guint n = get_n_items (self);

  for (guint i = 0; i < n; i++)
    {
      guint32 id = get_id (self, i);

      if (id / 8 < marks->len && (marks->data[id / 8] & 1 << id % 8))
        imp_irritant_row_set_rank (g_hash_table_lookup (self->rows, GSIZE_TO_POINTER ((gsize) id)),
                                   get_rank (self->ranking, i));
    }
}

/* Takes over `ranking`. */
static void
replace_ranking (ImpIrritantList *self,
                 ImpRanking *ranking,
                 guint position,
                 guint removed,
                 guint added)
{
  g_autoptr (ImpRanking) old = g_steal_pointer (&self->ranking);

  self->ranking = ranking;
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
drop_rest (ImpIrritantList *self)
{
  g_clear_handle_id (&self->coming_source, g_source_remove);
  g_clear_pointer (&self->coming, imp_ranking_free);
}

/* Appends `length` of the rows of `all` from `begin` on. */
static void
append_rows (ImpRanking *ranking, const ImpRanking *all, guint begin, guint length)
{
  guint n = ranking->items->len;

  if (length == 0)
    return;
  g_array_append_vals (ranking->items, &g_array_index (all->items, guint32, begin), length);
  if (all->ranks != NULL)
    {
      g_array_append_vals (ranking->ranks, &g_array_index (all->ranks, guint32, begin), length);
      return;
    }
  g_array_set_size (ranking->ranks, n + length);
  for (guint i = 0; i < length; i++)
    g_array_index (ranking->ranks, guint32, n + i) = begin + i + 1;
}

/* The ranking without `length` of its rows from `begin` on. */
static ImpRanking *
leave_out (const ImpRanking *all, guint begin, guint length)
{
  ImpRanking *ranking = g_new0 (ImpRanking, 1);
  guint end = begin + length;

  ranking->n_ranked = all->n_ranked;
  ranking->items = g_array_new (FALSE, FALSE, sizeof (guint32));
  ranking->ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
  append_rows (ranking, all, 0, begin);
  append_rows (ranking, all, end, all->items->len - end);
  return ranking;
}

static void
show_rest (ImpIrritantList *self)
{
  replace_ranking (self, g_steal_pointer (&self->coming), self->coming_begin, 0,
                   self->coming_length);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
show_more (ImpIrritantList *self)
{
  guint position = self->coming_begin;

  self->coming_shown += MORE_ROWS;
  self->coming_begin += MORE_ROWS;
  self->coming_length -= MORE_ROWS;
  replace_ranking (self, leave_out (self->coming, self->coming_begin, self->coming_length),
                   position, 0, MORE_ROWS);
}

static gboolean
show_more_cb (gpointer data)
{
  ImpIrritantList *self = data;

  self->coming_source = 0;
  if (self->coming_shown >= ENOUGH_ROWS || self->coming_length <= MORE_ROWS)
    {
      show_rest (self);
      return G_SOURCE_REMOVE;
    }
  self->coming_source = g_timeout_add (FRAME_MS, show_more_cb, self);
  show_more (self);
  return G_SOURCE_REMOVE;
}

/* Takes over `ranking`. All at once, GTK would ask for every single row that is added. */
static void
show_beginning (ImpIrritantList *self,
                ImpRanking *ranking,
                guint position,
                guint removed,
                guint added)
{
  self->coming = ranking;
  self->coming_shown = FIRST_ROWS;
  self->coming_begin = position + FIRST_ROWS;
  self->coming_length = added - FIRST_ROWS;
  self->coming_source = g_timeout_add (PAUSE_MS, show_more_cb, self);
  replace_ranking (self, leave_out (ranking, self->coming_begin, self->coming_length), position,
                   removed, FIRST_ROWS);
}

/* Takes over `ranking`. */
static void
take_ranking (ImpIrritantList *self, ImpRanking *ranking)
{
  const GArray *old = self->ranking != NULL ? self->ranking->items : NULL;
  guint beginning = old != NULL ? count_common_beginning (old, ranking->items) : 0;
  guint end = old != NULL ? count_common_end (old, ranking->items, beginning) : 0;
  guint removed = get_n_items (self) - beginning - end;
  guint added = ranking->items->len - beginning - end;

  drop_rest (self);
  self->n_found = ranking->items->len;
  if (added > LONG_ANSWER)
    show_beginning (self, ranking, beginning, removed, added);
  else
    replace_ranking (self, ranking, beginning, removed, added);
  refresh_ranks (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_RANKED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_FOUND]);
}

typedef struct
{
  guint states;
  ImpOrder order;
  char *search;
} QuestionArgs;

static void
question_args_free (gpointer data)
{
  QuestionArgs *args = data;

  g_free (args->search);
  g_free (args);
}

/* With the rows that will be seen first. */
typedef struct
{
  ImpRanking *ranking;
  GPtrArray *rows; /* of ImpIrritantData */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->ranking, imp_ranking_free);
  g_ptr_array_unref (answer->rows);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static void
rank_in_db (GTask *task, ImpStore *store)
{
  const QuestionArgs *args = g_task_get_task_data (task);
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  GError *error = NULL;

  answer->rows = g_ptr_array_new_with_free_func (free_data);
  answer->ranking = imp_store_rank (store, args->states, (ImpSort) args->order, args->search,
                                    g_task_get_cancellable (task), &error);
  if (answer->ranking != NULL
      && imp_store_read_irritants (store, (const guint32 *) (gpointer) answer->ranking->items->data,
                                   MIN (FIRST_ROWS, answer->ranking->items->len), answer->rows,
                                   &error))
    g_task_return_pointer (task, g_steal_pointer (&answer), answer_free);
  else
    g_task_return_error (task, error);
}

static void
take_answer (ImpIrritantList *self, Answer *answer)
{
  for (guint i = 0; i < answer->rows->len; i++)
    {
      ImpIrritantData *loaded = answer->rows->pdata[i];

      if (!g_hash_table_contains (self->rows, GSIZE_TO_POINTER ((gsize) loaded->item)))
        make_row (self, (guint32) loaded->item);
    }
  fill_rows (self, answer->rows);
  take_ranking (self, g_steal_pointer (&answer->ranking));
}

static void
ranked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpIrritantList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->question) /* outdated */
    return;
  g_clear_object (&self->question);
  if (answer != NULL)
    take_answer (self, answer);
  else if (self->coming != NULL)
    show_more_cb (self);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    imp_backlog_report (self->backlog, _ ("Cannot rank the irritants"), error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
ask (ImpIrritantList *self)
{
  QuestionArgs *args = g_new (QuestionArgs, 1);

  g_clear_handle_id (&self->coming_source, g_source_remove); /* of the question before */
  g_cancellable_cancel (self->question);
  g_clear_object (&self->question);
  self->question = g_cancellable_new ();
  *args = (QuestionArgs) { self->states, self->order, g_strdup (self->search) };
  imp_backlog_push (self->backlog,
                    imp_backlog_new_task (self->backlog, ask, args, question_args_free,
                                          self->question, ranked_cb, g_object_ref (self)),
                    rank_in_db);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Rows that nobody shows are let go; the others are read again. */
static void
reload_rows (ImpIrritantList *self)
{
  g_ptr_array_set_size (self->kept, 0);
  self->next_kept = 0;
  load (self, list_keys (self->rows));
}

static void
changed_cb (ImpBacklog *backlog, guint kinds, ImpIrritantList *self)
{
  if ((kinds & RELEVANT_KINDS) == 0)
    return;
  reload_rows (self);
  ask (self);
}

static void
imp_irritant_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ImpIrritantList *self = IMP_IRRITANT_LIST (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->question != NULL || self->coming != NULL);
      break;
    case PROP_N_RANKED:
      g_value_set_uint (value, self->ranking != NULL ? self->ranking->n_ranked : 0);
      break;
    case PROP_N_FOUND:
      g_value_set_uint (value, self->n_found);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
imp_irritant_list_finalize (GObject *object)
{
  ImpIrritantList *self = IMP_IRRITANT_LIST (object);
  GHashTableIter iter;
  gpointer row;

  g_clear_handle_id (&self->load_source, g_source_remove);
  drop_rest (self);
  g_clear_object (&self->question);
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_object_weak_unref (row, row_gone_cb, self);
  g_ptr_array_unref (self->kept);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->wanted);
  g_clear_pointer (&self->ranking, imp_ranking_free);
  g_free (self->search);
  g_clear_object (&self->backlog);
  G_OBJECT_CLASS (imp_irritant_list_parent_class)->finalize (object);
}

static void
imp_irritant_list_class_init (ImpIrritantListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = imp_irritant_list_get_property;
  object_class->finalize = imp_irritant_list_finalize;
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_RANKED] = g_param_spec_uint ("n-ranked", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_FOUND] = g_param_spec_uint ("n-found", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
imp_irritant_list_init (ImpIrritantList *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  self->kept = g_ptr_array_new_with_free_func (g_object_unref);
  self->wanted = g_hash_table_new (NULL, NULL);
  self->states = IMP_STATES_NOT_FIXED;
}

ImpIrritantList *
imp_irritant_list_new (ImpBacklog *backlog)
{
  ImpIrritantList *self = g_object_new (IMP_TYPE_IRRITANT_LIST, NULL);

  self->backlog = g_object_ref (backlog);
  g_signal_connect_object (backlog, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  ask (self);
  return self;
}

void
imp_irritant_list_set_query (ImpIrritantList *self,
                             guint states,
                             ImpOrder order,
                             const char *search)
{
  if (states == self->states && order == self->order && g_strcmp0 (search, self->search) == 0)
    return;
  self->states = states;
  self->order = order;
  g_set_str (&self->search, search);
  ask (self);
}

guint
imp_irritant_list_find (ImpIrritantList *self, ImpItem irritant)
{
  guint n = get_n_items (self);

  for (guint i = 0; i < n; i++)
    if (get_id (self, i) == irritant)
      return i;
  return G_MAXUINT;
}
