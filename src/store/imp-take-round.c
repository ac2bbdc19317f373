/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Taking in a round that somebody passed on. */
#include "config.h"

#include "store/imp-take-round.h"

#include <string.h>

#include "store/imp-blob.h"
#include "store/imp-cell.h"
#include "store/imp-erasure.h"
#include "store/imp-forget.h"
#include "store/imp-guest.h"
#include "store/imp-history-table.h"
#include "store/imp-item.h"
#include "store/imp-passed-check.h"
#include "store/imp-passed-items.h"
#include "store/imp-passed-writes.h"

#define MOST_CONTESTED 1000 /* are counted; there are rarely more than a few */

/* One transaction of taking in. */
typedef struct
{
  ImpStore *store;
  ImpPassedRound *passed;
  ImpTaken *taken;
  ImpAdmission admission;
  ImpPassedItems items;
  ImpPassedWrites writes;
  ImpGuest guest;
  GPtrArray *fresh; /* of ImpRow, borrowed: what is to be written, in this order */
} Take;

/* What of it is here? */

static gboolean
load_writes (Take *self, GError **error)
{
  for (GTreeNode *at = g_tree_node_first (self->items.items); at != NULL;
       at = g_tree_node_next (at))
    {
      const ImpPassedItem *item = g_tree_node_value (at);

      if (g_cancellable_set_error_if_cancelled (self->store->watch.cancellable, error)
          || (item->item != 0
              && !imp_passed_writes_load (&self->writes, self->store, item->item, error)))
        return FALSE;
    }
  return TRUE;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const ImpRow *left = *(const ImpRow *const *) a, *right = *(const ImpRow *const *) b;

  return (left->hlc < right->hlc) - (left->hlc > right->hlc);
}

/* What names another item here than in the file does so since an earlier one. */
static void
recognise (Take *self, const ImpRow *row)
{
  const ImpPlace *place = imp_passed_writes_find (&self->writes, row);

  if (place != NULL || imp_passed_writes_is_past (&self->writes, row))
    imp_passed_writes_see (&self->writes, row);
  if (place != NULL && imp_row_refers (row)
      && imp_row_refers (&(ImpRow) { .reference = place->reference })
      && !imp_uuid_equal (&row->reference, &place->reference))
    imp_passed_items_learn (&self->items, &row->reference, &place->reference);
}

/* The newest first: nobody writes with a stamp below what they saw. */
static void
recognise_all (Take *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_copy (self->passed->rows, NULL, NULL);

  g_ptr_array_set_free_func (rows, NULL);
  g_ptr_array_sort (rows, compare_newest_first);
  for (guint i = 0; i < rows->len; i++)
    recognise (self, rows->pdata[i]);
}

/* What is new */

static gboolean
is_wanted (Take *self, const ImpRow *row, const ImpPassedItem *item)
{
  return !row->erased && !item->is_gone
         && imp_passed_items_find_stand_in (&self->items, &row->item) == NULL
         && imp_passed_writes_find (&self->writes, row) == NULL
         && !imp_passed_writes_is_past (&self->writes, row);
}

/* Numbered before any is written: each may have seen each other. */
static void
choose_fresh (Take *self)
{
  for (guint i = 0; i < self->passed->rows->len; i++)
    {
      ImpRow *row = self->passed->rows->pdata[i];
      ImpPassedItem *item = imp_passed_items_get (&self->items, &row->item);

      if (!is_wanted (self, row, item))
        continue;
      item->is_new_written = TRUE;
      g_ptr_array_add (self->fresh, row);
      imp_passed_writes_add (&self->writes, row,
                             &(ImpPlace) { self->guest.id, self->fresh->len, row->reference });
    }
}

static void
turn_reference (Take *self, ImpRow *row)
{
  const ImpUuid *here = imp_passed_items_find_stand_in (&self->items, &row->reference);

  if (!imp_row_refers (row) || here == NULL)
    return;
  row->reference = *here;
  imp_value_hash (self->admission.value_sum, row->salt, &row->value, &row->reference, row->vhash);
}

static gboolean
write_row (Take *self, ImpRow *row, GError **error)
{
  g_autofree char *base = g_steal_pointer (&row->base);

  turn_reference (self, row);
  self->taken->ahead_ms =
      MAX (self->taken->ahead_ms, (row->hlc >> 16) - imp_clock_now_ms (&self->store->clock));
  return imp_store_advance (self->store, 1, error)
         && imp_passed_writes_turn_base (&self->writes, self->store, base, &row->base, error)
         && imp_guest_add (&self->guest, row, error);
}

/* What somebody did at once there is one action here, as far as it comes. */
static gboolean
write_actions (Take *self, GError **error)
{
  ImpUuid replica = { { 0 } };
  gint64 txn = 0;

  for (guint i = 0; i < self->fresh->len; i++)
    {
      ImpRow *row = self->fresh->pdata[i];

      if (i == 0 || row->txn != txn || !imp_uuid_equal (&row->replica, &replica))
        {
          if ((i > 0 && !imp_guest_end_action (&self->guest, error))
              || !imp_guest_begin_action (&self->guest, error))
            return FALSE;
          replica = row->replica;
          txn = row->txn;
        }
      if (!write_row (self, row, error))
        return FALSE;
    }
  return (self->fresh->len == 0 || imp_guest_end_action (&self->guest, error))
         && imp_guest_end (&self->guest, error);
}

/* Bytes of what was not taken are not kept either. */
static gboolean
write_blobs (Take *self, GError **error)
{
  for (guint i = 0; i < self->passed->blobs->len; i++)
    {
      gboolean is_new;

      if (!imp_blob_insert (self->store, self->passed->blobs->pdata[i], &is_new, error))
        return FALSE;
      self->taken->n_blobs += is_new;
    }
  return self->taken->n_blobs == 0 || imp_blob_drop_unnamed (self->store, error);
}

static gboolean
project (Take *self, GError **error)
{
  ImpTouched *touched = &self->admission.touched;

  return imp_touched_for_each (touched, imp_cell_merge_item, error)
         && imp_forget_touched (touched, error) && imp_touched_project (touched, error)
         && imp_store_save_clock (self->store, error);
}

/* What it came to */

static gboolean
count_item (Take *self, const ImpPassedItem *passed, GError **error)
{
  gboolean alive = FALSE;
  ImpItem item = 0;

  if (passed->was_alive || imp_passed_items_find_stand_in (&self->items, &passed->uuid) != NULL)
    {
      self->taken->n_known[passed->kind]++;
      self->taken->n_changed += passed->is_new_written;
      return TRUE;
    }
  if (!imp_item_find (self->store, &passed->uuid, &item, NULL, error)
      || (item != 0 && !imp_item_is_alive (self->store, item, &alive, error)))
    return FALSE;
  self->taken->n_new[passed->kind] += alive;
  self->taken->n_known[passed->kind] += !alive;
  return TRUE;
}

static gboolean
count_items (Take *self, GError **error)
{
  for (GTreeNode *at = g_tree_node_first (self->items.items); at != NULL;
       at = g_tree_node_next (at))
    if (!count_item (self, g_tree_node_value (at), error))
      return FALSE;
  self->taken->n_written = self->fresh->len;
  self->taken->kinds = self->admission.touched.bits;
  if (self->taken->n_blobs > 0)
    self->taken->kinds |= 1u << IMP_KIND_ATTACHMENT;
  return imp_item_find (self->store, &self->passed->round, &self->taken->round, NULL, error);
}

static gboolean
count_contested (ImpStore *store, guint *n, GError **error)
{
  g_autoptr (GPtrArray) contests = imp_contests_read (store, 0, MOST_CONTESTED, error);

  *n = contests != NULL ? contests->len : 0;
  return contests != NULL;
}

static gboolean
take_all (Take *self, GError **error)
{
  guint n_before, n_after;

  imp_store_expect (self->store, 2 * (guint64) self->passed->rows->len);
  if (!imp_passed_check_rows (self->passed->rows, error)
      || !imp_passed_items_find (&self->items, self->store, self->passed->rows, error)
      || !load_writes (self, error))
    return FALSE;
  recognise_all (self);
  if (!imp_passed_items_find_names (&self->items, self->store, error)
      || !count_contested (self->store, &n_before, error))
    return FALSE;
  choose_fresh (self);
  if (!write_actions (self, error) || !write_blobs (self, error) || !project (self, error)
      || !count_items (self, error) || !count_contested (self->store, &n_after, error))
    return FALSE;
  self->taken->n_contested = n_after > n_before ? n_after - n_before : 0;
  return TRUE;
}

static void
begin (Take *self)
{
  const ImpUuid id = imp_uuid_new_random ();

  memset (self->taken, 0, sizeof *self->taken);
  imp_admission_init (&self->admission, self->store);
  imp_passed_items_init (&self->items);
  imp_passed_writes_init (&self->writes);
  imp_guest_begin (&self->guest, &self->admission, &id);
  self->fresh = g_ptr_array_new ();
}

static void
clear (Take *self)
{
  g_ptr_array_unref (self->fresh);
  imp_guest_clear (&self->guest);
  imp_passed_writes_clear (&self->writes);
  imp_passed_items_clear (&self->items);
  imp_admission_clear (&self->admission);
}

/* What was erased here but is in no row of this file, which was restored since, is erased again. */
static gboolean
end (Take *self, const ImpStore *before, gboolean done, gboolean keep, GError **error)
{
  ImpStore *store = self->store;
  gboolean kept = done && keep && (self->fresh->len > 0 || self->taken->n_blobs > 0)
                  && imp_connection_commit (store->connection, error);

  if (kept)
    {
      store->generation++;
      return imp_erasure_repeat (store, error);
    }
  imp_connection_rollback (store->connection);
  *store = *before;
  return done && !(keep && (self->fresh->len > 0 || self->taken->n_blobs > 0));
}

gboolean
imp_store_take_round (ImpStore *store,
                      ImpPassedRound *passed,
                      gboolean keep,
                      ImpTaken *taken,
                      GError **error)
{
  Take self = { .store = store, .passed = passed, .taken = taken };
  const ImpStore before = *store;
  gboolean done;

  if (!imp_store_check_writable (store, error) || !imp_connection_begin (store->connection, error))
    return FALSE;
  begin (&self);
  done = take_all (&self, error);
  done = end (&self, &before, done, keep, error);
  clear (&self);
  return done;
}
