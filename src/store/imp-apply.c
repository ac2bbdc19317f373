/* SPDX-FileCopyrightText: 2026 The Improve authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 * Taking in the rows of other laptops: without gaps, whole actions, every hash checked. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/imp-error.h"
#include "store/imp-admission.h"
#include "store/imp-cell.h"
#include "store/imp-chain.h"
#include "store/imp-forget.h"
#include "store/imp-history-table.h"
#include "store/imp-merge.h"
#include "store/imp-sharing.h"

static const char SQL_SELECT_ROW_HASH[] =
    "SELECT vhash, hlc FROM journal WHERE rep = ?1 AND rseq = ?2";

/* So many are counted; there are rarely more than a few. */
#define MOST_CONTESTED 1000

/* One transaction of taking in. */
typedef struct
{
  ImpStore *store;
  ImpApplied *applied;
  ImpAdmission admission;
  gint64 now_ms;
} Apply;

static gboolean
refuse_fork (const ImpRow *row, GError **error)
{
  char name[IMP_UUID_STRING_LEN];

  imp_uuid_print (&row->replica, name);
  g_set_error (error, IMP_ERROR, IMP_ERROR_CONFLICT,
               _ ("two computers wrote as laptop %s: one of them works on a copy. Delete the file "
                  "that ends with “.replica” beside the copy, then repeat; nothing was changed"),
               name);
  return FALSE;
}

/* A row that is here already must be the same one. */
static gboolean
check_known (Apply *self, gint64 rep, const ImpRow *row, GError **error)
{
  g_autoptr (ImpStatement) select =
      imp_connection_borrow (self->store->connection, SQL_SELECT_ROW_HASH);
  const guint8 *vhash;
  gsize size;

  imp_statement_bind_int (select, 1, rep);
  imp_statement_bind_int (select, 2, row->rseq);
  if (!imp_statement_fetch (select, error))
    return FALSE;
  vhash = imp_statement_get_blob (select, 0, &size);
  return (size == sizeof row->vhash && memcmp (vhash, row->vhash, size) == 0
          && imp_statement_get_int (select, 1) == row->hlc)
         || refuse_fork (row, error);
}

static void
see_stamp (Apply *self, gint64 hlc)
{
  ImpStore *store = self->store;

  self->applied->ahead_ms = MAX (self->applied->ahead_ms, (hlc >> 16) - self->now_ms);
  store->last_hlc = imp_clock_adopt (self->now_ms, store->last_hlc, hlc);
}

/* Rows from `begin` to `end` are one action, numbered on from what is here. */
static gboolean
apply_action (Apply *self,
              ImpReplica *replica,
              const GPtrArray *rows,
              guint begin,
              guint end,
              GError **error)
{
  const ImpRow *last = g_ptr_array_index (rows, end - 1);
  ImpChain chain;

  imp_chain_begin (&chain, replica->head);
  for (guint i = begin; i < end; i++)
    imp_chain_add (&chain, g_ptr_array_index (rows, i));
  imp_chain_end (&chain, replica->head);
  if (memcmp (replica->head, last->hash, sizeof last->hash) != 0)
    return imp_admission_refuse (last, error);
  for (guint i = begin; i < end; i++)
    {
      const ImpRow *row = g_ptr_array_index (rows, i);

      if (!imp_admission_take (&self->admission, replica->rep, row, error))
        return FALSE;
      see_stamp (self, row->hlc);
    }
  replica->rseq = last->rseq;
  self->applied->n_applied += end - begin;
  return TRUE;
}

/* The end of the action that begins at `begin`, or `begin` where a row of it is not there. */
static guint
find_end (const GPtrArray *rows, guint begin, guint end, gint64 rseq)
{
  const ImpRow *first = g_ptr_array_index (rows, begin);

  for (guint i = begin; i < end; i++)
    {
      const ImpRow *row = g_ptr_array_index (rows, i);

      if (row->rseq != ++rseq || row->txn != first->rseq)
        return begin;
      if (row->is_last)
        return i + 1;
    }
  return begin;
}

/* Its rows from what is here to the first gap; those beyond wait for the next time. */
static gboolean
apply_new (Apply *self,
           ImpReplica *replica,
           const GPtrArray *rows,
           guint begin,
           guint end,
           GError **error)
{
  guint next;

  while (begin < end && (next = find_end (rows, begin, end, replica->rseq)) > begin)
    {
      if (!apply_action (self, replica, rows, begin, next, error))
        return FALSE;
      begin = next;
    }
  self->applied->n_waiting += end - begin;
  return imp_replica_save (self->store, replica->rep, replica->rseq, replica->head, error);
}

/* The rows from `begin` to `end` are of one laptop, by number; one may stand there twice. */
static gboolean
apply_laptop (Apply *self, GPtrArray *rows, guint begin, guint end, GError **error)
{
  const ImpRow *first = g_ptr_array_index (rows, begin);
  gboolean own = imp_uuid_equal (&first->replica, &self->store->replica);
  ImpReplica replica;

  if (!imp_replica_ensure (self->store, &first->replica, &replica, error))
    return FALSE;
  for (; begin < end; begin++)
    {
      const ImpRow *row = g_ptr_array_index (rows, begin);

      if (row->rseq > replica.rseq)
        break;
      if (!check_known (self, replica.rep, row, error))
        return FALSE;
      self->applied->n_known++;
    }
  if (begin < end && own)
    return refuse_fork (g_ptr_array_index (rows, begin), error);
  return begin == end || apply_new (self, &replica, rows, begin, end, error);
}

/* The same row twice in what came is one. */
static void
drop_doubles (GPtrArray *rows)
{
  g_ptr_array_sort (rows, imp_row_compare);
  for (guint i = rows->len; i > 1; i--)
    if (imp_row_compare (&rows->pdata[i - 2], &rows->pdata[i - 1]) == 0)
      g_ptr_array_remove_index (rows, i - 1);
}

static gboolean
apply_all (Apply *self, GPtrArray *rows, GError **error)
{
  for (guint begin = 0, end; begin < rows->len; begin = end)
    {
      const ImpRow *first = g_ptr_array_index (rows, begin);

      for (end = begin + 1; end < rows->len; end++)
        if (!imp_uuid_equal (&((ImpRow *) rows->pdata[end])->replica, &first->replica))
          break;
      if (!apply_laptop (self, rows, begin, end, error))
        return FALSE;
    }
  return TRUE;
}

/* As they are shown. */
static gboolean
count_contested (Apply *self, GError **error)
{
  g_autoptr (GPtrArray) contests = imp_contests_read (self->store, 0, MOST_CONTESTED, error);

  self->applied->n_contested = contests != NULL ? contests->len : 0;
  return contests != NULL;
}

static gboolean
check_all (const GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    if (!imp_admission_check (rows->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
write_all (Apply *self, GPtrArray *rows, GError **error)
{
  drop_doubles (rows);
  return check_all (rows, error) && apply_all (self, rows, error)
         && imp_touched_for_each (&self->admission.touched, imp_cell_merge_item, error)
         && imp_forget_touched (&self->admission.touched, error)
         && imp_touched_project (&self->admission.touched, error) && count_contested (self, error)
         && imp_store_save_clock (self->store, error);
}

gboolean
imp_store_apply_rows (ImpStore *self, GPtrArray *rows, ImpApplied *applied, GError **error)
{
  Apply apply = { .store = self, .applied = applied };
  const ImpStore before = *self;
  gboolean done;

  memset (applied, 0, sizeof *applied);
  if (!imp_store_check_writable (self, error) || !imp_connection_begin (self->connection, error))
    return FALSE;
  imp_admission_init (&apply.admission, self);
  apply.now_ms = imp_clock_now_ms (&self->clock);
  done = write_all (&apply, rows, error) && imp_connection_commit (self->connection, error);
  if (done)
    {
      applied->kinds = apply.admission.touched.bits;
      self->generation++;
    }
  else
    {
      imp_connection_rollback (self->connection);
      *self = before;
      memset (applied, 0, sizeof *applied);
    }
  imp_admission_clear (&apply.admission);
  return done;
}
