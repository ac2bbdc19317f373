/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Irritants in order of what they cost, kept in memory. */
#include "config.h"

#include "store/imp-orders.h"

#include "store/imp-connection-private.h"
#include "store/imp-store-private.h"

#define MOST_KEPT 4
/* Putting so many in their places takes about as long as reading all of them again. */
#define MOST_FOLLOWED 32

/* A row for each irritant, and the row of one. Two orders stand in an index as they are; the others
 * are read from it and sorted. What nobody was asked about has what stands for a value in those two
 * alone. */
#define ENTRIES(value, spread) "SELECT n, state, tie, " value ", " spread " FROM irritant"
#define OF_ONE                 " WHERE n = ?1"

static const char SQL_SELECT_BY_IMPACT[] =
    ENTRIES ("impact", "spread") " ORDER BY impact DESC, tie";
static const char SQL_SELECT_BY_PAYBACK[] =
    ENTRIES ("payback", "payback_spread") " ORDER BY payback DESC, tie";
static const char SQL_SELECT_BY_HOURS[] = ENTRIES ("coalesce (hours, impact)", "spread");
static const char SQL_SELECT_BY_VOICES[] = ENTRIES ("reporters", "0");
static const char SQL_SELECT_BY_RICE[] = ENTRIES ("coalesce (rice, payback)", "0");
static const char SQL_SELECT_BY_ICE[] = ENTRIES ("coalesce (ice, payback)", "0");
static const char SQL_SELECT_BY_COST_OF_DELAY[] =
    ENTRIES ("coalesce (cost_of_delay, payback)", "payback_spread");
static const char SQL_SELECT_BY_WSJF[] = ENTRIES ("coalesce (wsjf, payback)", "0");

static const char SQL_SELECT_IMPACT[] = ENTRIES ("impact", "spread") OF_ONE;
static const char SQL_SELECT_PAYBACK[] = ENTRIES ("payback", "payback_spread") OF_ONE;
static const char SQL_SELECT_HOURS[] = ENTRIES ("coalesce (hours, impact)", "spread") OF_ONE;
static const char SQL_SELECT_VOICES[] = ENTRIES ("reporters", "0") OF_ONE;
static const char SQL_SELECT_RICE[] = ENTRIES ("coalesce (rice, payback)", "0") OF_ONE;
static const char SQL_SELECT_ICE[] = ENTRIES ("coalesce (ice, payback)", "0") OF_ONE;
static const char SQL_SELECT_COST_OF_DELAY[] =
    ENTRIES ("coalesce (cost_of_delay, payback)", "payback_spread") OF_ONE;
static const char SQL_SELECT_WSJF[] = ENTRIES ("coalesce (wsjf, payback)", "0") OF_ONE;

#define SQL(measure) [IMP_MEASURE_##measure] = { SQL_SELECT_BY_##measure, SQL_SELECT_##measure }

static const struct
{
  const char *all, *one;
} statements[IMP_N_MEASURES] = {
  SQL (IMPACT), SQL (PAYBACK), SQL (HOURS),         SQL (VOICES),
  SQL (RICE),   SQL (ICE),     SQL (COST_OF_DELAY), SQL (WSJF),
};

typedef struct
{
  ImpMeasure measure;
  guint states;
  ImpRank *rank;
  GArray *behind;     /* of guint32: what was written since, each once */
  ImpTopTen *top_ten; /* NULL: not drawn since the last change */
} Order;

struct _ImpOrders
{
  GPtrArray *orders; /* of Order, the last one asked for first */
};

static void
order_free (gpointer data)
{
  Order *self = data;

  g_clear_pointer (&self->rank, imp_rank_free);
  g_clear_pointer (&self->top_ten, imp_top_ten_free);
  g_array_unref (self->behind);
  g_free (self);
}

static Order *
order_new (ImpMeasure measure, guint states)
{
  Order *self = g_new0 (Order, 1);

  self->measure = measure;
  self->states = states;
  self->behind = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Order, order_free)

static gboolean
is_behind (const Order *self, guint32 irritant)
{
  for (guint i = 0; i < self->behind->len; i++)
    if (g_array_index (self->behind, guint32, i) == irritant)
      return TRUE;
  return FALSE;
}

/* FALSE where it is quicker to read all of it again. */
static gboolean
note (Order *self, guint32 irritant)
{
  if (!is_behind (self, irritant))
    g_array_append_val (self->behind, irritant);
  return self->behind->len <= MOST_FOLLOWED;
}

/* *listed: whether it belongs into the order. */
static gboolean
read_entry (const Order *self,
            ImpStore *store,
            ImpStatement *row,
            ImpRankEntry *entry,
            gboolean *listed,
            GError **error)
{
  const gint64 number = imp_statement_get_int (row, 0);
  const ImpEstimate estimate = { imp_statement_get_real (row, 3), imp_statement_get_real (row, 4) };

  if (number < 1 || number > IMP_ORDERS_HIGHEST_ITEM)
    return imp_connection_fail (store->connection, SQLITE_CORRUPT, error);
  *listed = (self->states & 1u << (imp_statement_get_int (row, 1) & 31)) != 0;
  if (*listed)
    *entry = imp_rank_entry ((guint32) number, (guint32) imp_statement_get_int (row, 2), &estimate);
  return TRUE;
}

static gboolean
read_all (Order *self, ImpStore *store, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, statements[self->measure].all);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (ImpRankEntry));

  while (imp_statement_next (select))
    {
      ImpRankEntry entry;
      gboolean listed;

      if (!read_entry (self, store, select, &entry, &listed, error))
        return FALSE;
      if (listed)
        g_array_append_val (entries, entry);
    }
  if (!imp_statement_end (select, error))
    return FALSE;
  self->rank = imp_rank_new (g_steal_pointer (&entries));
  return TRUE;
}

static gboolean
follow_one (Order *self, ImpStore *store, guint32 irritant, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (store->connection, statements[self->measure].one);
  gboolean listed = FALSE;
  ImpRankEntry entry;

  imp_statement_bind_int (select, 1, irritant);
  if (imp_statement_next (select) && !read_entry (self, store, select, &entry, &listed, error))
    return FALSE;
  if (!imp_statement_end (select, error))
    return FALSE;
  if (listed)
    imp_rank_change (self->rank, &entry);
  else
    imp_rank_remove (self->rank, irritant);
  return TRUE;
}

static gboolean
follow (Order *self, ImpStore *store, GError **error)
{
  if (self->behind->len > 0)
    g_clear_pointer (&self->top_ten, imp_top_ten_free);
  for (guint i = 0; i < self->behind->len; i++)
    if (!follow_one (self, store, g_array_index (self->behind, guint32, i), error))
      return FALSE;
  g_array_set_size (self->behind, 0);
  return TRUE;
}

ImpOrders *
imp_orders_new (void)
{
  ImpOrders *self = g_new (ImpOrders, 1);

  self->orders = g_ptr_array_new_with_free_func (order_free);
  return self;
}

void
imp_orders_free (ImpOrders *self)
{
  g_ptr_array_unref (self->orders);
  g_free (self);
}

void
imp_orders_note (ImpOrders *self, ImpItem irritant)
{
  for (guint i = self->orders->len; i > 0; i--)
    if (!note (self->orders->pdata[i - 1], (guint32) irritant))
      g_ptr_array_remove_index (self->orders, i - 1);
}

/* Out of those that are kept; NULL where it is not there. */
static Order *
take_order (ImpOrders *self, ImpMeasure measure, guint states)
{
  for (guint i = 0; i < self->orders->len; i++)
    {
      const Order *order = self->orders->pdata[i];

      if (order->measure == measure && order->states == states)
        return g_ptr_array_steal_index (self->orders, i);
    }
  return NULL;
}

/* What fails is not kept. */
static Order *
get_order (ImpStore *store, ImpMeasure measure, guint states, GError **error)
{
  GPtrArray *orders = store->orders->orders;
  g_autoptr (Order) order = take_order (store->orders, measure, states);

  if (order == NULL)
    order = order_new (measure, states);
  if (!(order->rank != NULL ? follow (order, store, error) : read_all (order, store, error)))
    return NULL;
  if (orders->len >= MOST_KEPT)
    g_ptr_array_set_size (orders, MOST_KEPT - 1);
  g_ptr_array_insert (orders, 0, g_steal_pointer (&order));
  return orders->pdata[0];
}

const ImpRank *
imp_orders_get (ImpStore *store, ImpMeasure measure, guint states, GError **error)
{
  const Order *order = get_order (store, measure, states, error);

  return order != NULL ? order->rank : NULL;
}

const ImpRank *
imp_orders_get_drawn (ImpStore *store,
                      ImpMeasure measure,
                      guint states,
                      const ImpTopTen **top_ten,
                      GError **error)
{
  Order *order = get_order (store, measure, states, error);
  const ImpRankEntry *entries;
  guint n_entries;

  if (order == NULL)
    return NULL;
  entries = imp_rank_get_entries (order->rank, &n_entries);
  if (order->top_ten == NULL)
    order->top_ten = imp_top_ten_draw (entries, n_entries);
  *top_ten = order->top_ten;
  return order->rank;
}
