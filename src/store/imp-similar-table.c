/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Finding what is known already of what somebody records. */
#include "config.h"

#include "store/imp-similar-table.h"

#include "base/imp-text.h"
#include "store/imp-irritant-table.h"
#include "store/imp-similar-search.h"
#include "store/imp-store-private.h"

static const char SQL_SELECT_TITLE[] =
    "SELECT concat_ws (' ', i.title, o.name), i.description, o.folded, i.hours FROM irritant i"
    " LEFT JOIN offering o ON o.n = i.offering WHERE i.n = ?1 AND i.merged IS NULL";
static const char SQL_SELECT_SAID[] =
    "SELECT r.words, s.folded FROM report r LEFT JOIN site s ON s.n = r.site"
    " WHERE r.irritant = ?1 ORDER BY r.date DESC LIMIT 20";
static const char SQL_SELECT_REASON[] = "SELECT declined_reason FROM irritant WHERE n = ?1";

/* So many are compared word by word. */
#define MOST_COMPARED 100

typedef struct
{
  ImpStore *store;
  ImpLikeness *likeness;
  char *site, *offering; /* folded; "" where it is not known */
  GArray *found;         /* of Found */
} Look;

typedef struct
{
  ImpItem item;
  double likeness, hours;
} Found;

/* The likest text counts, not all of them together: what many said is not more like. */
static gboolean
read_said (Look *self, Found *found, gboolean *same_site, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (self->store->connection, SQL_SELECT_SAID);

  imp_statement_bind_int (select, 1, found->item);
  while (imp_statement_next (select))
    {
      const double near = imp_likeness_compare (self->likeness, imp_statement_get_text (select, 0));

      found->likeness = MAX (found->likeness, near);
      *same_site |=
          *self->site != '\0' && g_strcmp0 (self->site, imp_statement_get_text (select, 1)) == 0;
    }
  return imp_statement_end (select, error);
}

/* *there: it stands for itself. */
static gboolean
read_title (Look *self, Found *found, gboolean *same_offering, gboolean *there, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (self->store->connection, SQL_SELECT_TITLE);

  imp_statement_bind_int (select, 1, found->item);
  *there = imp_statement_next (select);
  if (*there)
    {
      found->likeness =
          MAX (imp_likeness_compare (self->likeness, imp_statement_get_text (select, 0)),
               imp_likeness_compare (self->likeness, imp_statement_get_text (select, 1)));
      *same_offering = *self->offering != '\0'
                       && g_strcmp0 (self->offering, imp_statement_get_text (select, 2)) == 0;
      found->hours = imp_statement_get_real (select, 3);
    }
  return imp_statement_end (select, error);
}

static gboolean
compare_with (Look *self, ImpItem item, GError **error)
{
  Found found = { .item = item };
  gboolean same_site = FALSE, same_offering = FALSE, there = FALSE;

  if (!read_title (self, &found, &same_offering, &there, error)
      || (there && !read_said (self, &found, &same_site, error)))
    return FALSE;
  found.likeness = imp_likeness_place (found.likeness, same_site, same_offering);
  if (found.likeness >= IMP_LIKENESS_LEAST)
    g_array_append_val (self->found, found);
  return TRUE;
}

/* Of those that are as like, the dearest first. */
static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *x = a, *y = b;

  if (x->likeness < y->likeness || x->likeness > y->likeness)
    return x->likeness > y->likeness ? -1 : 1;
  if (x->hours < y->hours || x->hours > y->hours)
    return x->hours > y->hours ? -1 : 1;
  return x->item < y->item ? -1 : x->item > y->item;
}

static gboolean
compare_all (Look *self, GError **error)
{
  g_autoptr (GArray) items = imp_similar_search (self->store, self->likeness, MOST_COMPARED, error);

  for (guint i = 0; items != NULL && i < items->len; i++)
    if (!compare_with (self, g_array_index (items, ImpItem, i), error))
      return FALSE;
  g_array_sort (self->found, compare_found);
  return items != NULL;
}

static gboolean
read_reason (ImpStore *store, ImpSimilar *similar, GError **error)
{
  g_autoptr (ImpStatement) select = imp_connection_borrow (store->connection, SQL_SELECT_REASON);

  if (similar->state != IMP_STATE_DECLINED)
    return TRUE;
  imp_statement_bind_int (select, 1, similar->item);
  if (imp_statement_next (select))
    similar->declined_reason = imp_statement_dup_text (select, 0);
  return imp_statement_end (select, error);
}

static ImpSimilar *
make_similar (ImpIrritantData *data, double likeness)
{
  ImpSimilar *similar = g_new0 (ImpSimilar, 1);

  similar->item = data->item;
  similar->title = g_steal_pointer (&data->title);
  similar->sites = g_steal_pointer (&data->sites);
  similar->state = data->state;
  similar->n_voices = data->voices;
  similar->hours = data->impact.hours;
  similar->likeness = likeness;
  return similar;
}

static gboolean
add_similar (Look *self, const Found *found, GPtrArray *all, GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) imp_irritant_data_free);
  const guint32 item = (guint32) found->item;
  ImpSimilar *similar;

  if (!imp_store_read_irritants (self->store, &item, 1, rows, error) || rows->len == 0)
    return rows->len > 0;
  similar = make_similar (rows->pdata[0], found->likeness);
  g_ptr_array_add (all, similar);
  return read_reason (self->store, similar, error);
}

static GPtrArray *
read_likest (Look *self, guint n_most, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) imp_similar_free);

  for (guint i = 0; i < MIN (n_most, self->found->len); i++)
    if (!add_similar (self, &g_array_index (self->found, Found, i), all, error))
      return NULL;
  return g_steal_pointer (&all);
}

static GPtrArray *
find_similar (Look *self, guint n_most, GError **error)
{
  return self->likeness == NULL || compare_all (self, error) ? read_likest (self, n_most, error)
                                                             : NULL;
}

GPtrArray *
imp_store_find_similar (ImpStore *store,
                        const char *words,
                        const char *site,
                        const char *offering,
                        guint n_most,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (ImpLikeness) likeness = imp_likeness_new (words);
  g_autofree char *folded_site = imp_text_fold (site);
  g_autofree char *folded_offering = imp_text_fold (offering);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  Look look = { store, likeness, folded_site, folded_offering, found };
  GPtrArray *all;

  imp_connection_set_cancellable (store->connection, cancellable);
  all = find_similar (&look, n_most, error);
  imp_connection_set_cancellable (store->connection, NULL);
  return all;
}
