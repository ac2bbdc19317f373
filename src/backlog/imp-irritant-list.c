/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * The lazy list of irritants: ids in order, rows when they are asked for. */
#include "config.h"

#include "backlog/imp-irritant-list.h"

#include <glib/gi18n-lib.h>

#include "backlog/imp-backlog-private.h"
#include "backlog/imp-irritant-answer.h"
#include "backlog/imp-irritant-cache.h"
#include "backlog/imp-irritant-row.h"

/* Those that are seen at once come with the answer. */
#define FIRST_ROWS 24

/* What changes an order, a row, or what a filter lets through. */
#define RELEVANT_KINDS                                                                             \
  (1u << IMP_KIND_IRRITANT | 1u << IMP_KIND_REPORT | 1u << IMP_KIND_FIX | 1u << IMP_KIND_REMOVAL   \
   | 1u << IMP_KIND_CONFIRMATION | 1u << IMP_KIND_OFFERING | 1u << IMP_KIND_SITE                   \
   | 1u << IMP_KIND_DEPARTMENT | 1u << IMP_KIND_PERSON | 1u << IMP_KIND_STEP                       \
   | 1u << IMP_KIND_OUTCOME | 1u << IMP_KIND_TAGGING | 1u << IMP_KIND_ATTACHMENT)

struct _ImpIrritantList
{
  GObject parent_instance;

  ImpBacklog *backlog;
  ImpQuery *query;
  ImpOrder order;

  ImpRanking *ranking;
  ImpRanking *latest; /* the order there is, where another one is kept; else NULL */
  gboolean steady;
  gboolean answered; /* the ranking is of the present query */
  ImpIrritantCache *cache;
  GCancellable *question; /* the one that is under way */
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
  PROP_STEADY,
  PROP_ORDER_CHANGED,
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

static void
refresh_place (ImpIrritantRow *row, guint position, gpointer ranking)
{
  const ImpPlace place = imp_irritant_answer_get_place (ranking, position);

  imp_irritant_row_set_place (row, &place);
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

  if (position >= get_n_items (self))
    return NULL;
  row = imp_irritant_cache_get (self->cache, get_id (self, position));
  refresh_place (row, position, self->ranking);
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

/* Takes over `ranking`. */
static void
take_ranking (ImpIrritantList *self, ImpRanking *ranking)
{
  const GArray *old = self->ranking != NULL ? self->ranking->items : NULL;
  guint beginning = old != NULL ? count_common_beginning (old, ranking->items) : 0;
  guint end = old != NULL ? count_common_end (old, ranking->items, beginning) : 0;
  guint removed = get_n_items (self) - beginning - end;
  guint added = ranking->items->len - beginning - end;

  replace_ranking (self, ranking, beginning, removed, added);
  imp_irritant_cache_visit (self->cache, self->ranking->items, refresh_place, self->ranking);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_RANKED]);
}

/* Takes over `latest`. */
static void
set_latest (ImpIrritantList *self, ImpRanking *latest)
{
  const gboolean was_another = self->latest != NULL;

  g_clear_pointer (&self->latest, imp_ranking_free);
  self->latest = latest;
  if (was_another != (latest != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER_CHANGED]);
}

/* Who hears of rows or of the order may ask the next question at once. While this one is not
 * answered whole it is "loading": rows are filled before they stand in their places. */
static void
take_answer (ImpIrritantList *self, ImpIrritantAnswer *answer)
{
  g_autoptr (GCancellable) question = g_object_ref (self->question);

  imp_irritant_cache_set_search (self->cache, answer->search);
  imp_irritant_cache_take (self->cache, answer->rows);
  take_ranking (self, g_steal_pointer (&answer->ranking));
  if (self->question != question)
    return;
  self->answered = TRUE;
  set_latest (self, g_steal_pointer (&answer->latest));
  if (self->question == question)
    g_clear_object (&self->question);
}

static void
ranked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ImpIrritantList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ImpIrritantAnswer) answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->question) /* outdated */
    return;
  if (answer != NULL)
    take_answer (self, answer);
  else
    g_clear_object (&self->question);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    imp_backlog_report (self->backlog, _ ("Cannot rank the irritants"), error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* What is pinned stands where it does by that, not because somebody reads it there. */
static GArray *
dup_kept (const ImpRanking *ranking)
{
  const guint n_pinned = ranking->n_pinned;
  GArray *kept;

  if (n_pinned == 0)
    return g_array_ref (ranking->items);
  kept = g_array_copy (ranking->items);
  return g_array_remove_range (kept, 0, n_pinned);
}

static void
ask (ImpIrritantList *self)
{
  ImpIrritantQuestion *question = imp_irritant_question_new (self->query, self->order, FIRST_ROWS);

  if (self->steady && self->answered)
    question->shown = dup_kept (self->ranking);
  g_cancellable_cancel (self->question);
  g_clear_object (&self->question);
  self->question = g_cancellable_new ();
  imp_backlog_push (self->backlog,
                    imp_backlog_new_task (self->backlog, ask, question, imp_irritant_question_free,
                                          self->question, ranked_cb, g_object_ref (self)),
                    imp_irritant_question_answer_in_db);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
changed_cb (ImpBacklog *backlog, guint kinds, ImpIrritantList *self)
{
  if ((kinds & RELEVANT_KINDS) == 0)
    return;
  imp_irritant_cache_reload (self->cache);
  ask (self);
}

static void
imp_irritant_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ImpIrritantList *self = IMP_IRRITANT_LIST (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->question != NULL);
      break;
    case PROP_N_RANKED:
      g_value_set_uint (value, self->ranking != NULL ? self->ranking->n_ranked : 0);
      break;
    case PROP_STEADY:
      g_value_set_boolean (value, self->steady);
      break;
    case PROP_ORDER_CHANGED:
      g_value_set_boolean (value, self->latest != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
imp_irritant_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  ImpIrritantList *self = IMP_IRRITANT_LIST (object);

  if (id == PROP_STEADY)
    {
      self->steady = g_value_get_boolean (value);
      if (!self->steady)
        imp_irritant_list_reorder (self);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
imp_irritant_list_finalize (GObject *object)
{
  ImpIrritantList *self = IMP_IRRITANT_LIST (object);

  g_clear_object (&self->question);
  g_clear_object (&self->cache);
  g_clear_pointer (&self->ranking, imp_ranking_free);
  g_clear_pointer (&self->latest, imp_ranking_free);
  g_clear_pointer (&self->query, imp_query_unref);
  g_clear_object (&self->backlog);
  G_OBJECT_CLASS (imp_irritant_list_parent_class)->finalize (object);
}

static void
imp_irritant_list_class_init (ImpIrritantListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = imp_irritant_list_get_property;
  object_class->set_property = imp_irritant_list_set_property;
  object_class->finalize = imp_irritant_list_finalize;
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_RANKED] = g_param_spec_uint ("n-ranked", NULL, NULL, 0, G_MAXUINT, 0,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STEADY] = g_param_spec_boolean ("steady", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ORDER_CHANGED] = g_param_spec_boolean ("order-changed", NULL, NULL, FALSE,
                                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
imp_irritant_list_init (ImpIrritantList *self)
{
  /* At first what is not yet fixed: no query. */
}

ImpIrritantList *
imp_irritant_list_new (ImpBacklog *backlog)
{
  ImpIrritantList *self = g_object_new (IMP_TYPE_IRRITANT_LIST, NULL);

  self->backlog = g_object_ref (backlog);
  self->cache = imp_irritant_cache_new (backlog);
  g_signal_connect_object (backlog, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  ask (self);
  return self;
}

gboolean
imp_irritant_list_set_query (ImpIrritantList *self, ImpQuery *query, ImpOrder order)
{
  g_autoptr (ImpQuery) before = g_steal_pointer (&self->query);
  const gboolean same = order == self->order && imp_query_equal (query, before);

  self->query = imp_query_ref (query);
  self->order = order;
  if (same)
    return FALSE;
  self->answered = FALSE;
  ask (self);
  set_latest (self, NULL);
  return TRUE;
}

ImpQuery *
imp_irritant_list_get_query (ImpIrritantList *self)
{
  return self->query;
}

ImpOrder
imp_irritant_list_get_order (ImpIrritantList *self)
{
  return self->order;
}

void
imp_irritant_list_reorder (ImpIrritantList *self)
{
  if (self->latest == NULL)
    return;
  take_ranking (self, g_steal_pointer (&self->latest));
  if (self->question != NULL && self->answered) /* which would keep the order before */
    ask (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER_CHANGED]);
}

ImpPlace
imp_irritant_list_get_place (ImpIrritantList *self, guint position)
{
  g_return_val_if_fail (position < get_n_items (self), (ImpPlace) { 0 });

  return imp_irritant_answer_get_place (self->ranking, position);
}

ImpItem
imp_irritant_list_get_item_number (ImpIrritantList *self, guint position)
{
  g_return_val_if_fail (position < get_n_items (self), 0);

  return get_id (self, position);
}

guint
imp_irritant_list_count_asked (ImpIrritantList *self)
{
  return self->ranking != NULL ? self->ranking->n_asked : 0;
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
